"""Pages: their numbers, their heads and their feet.

A line at the edge of a page is known by its words, by the law's own name beside a number, by a
number that counts up from page to page, or because it comes again at the edges of other pages.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.page_turns import RULE, RULE_SIGNS, mark_page_turns
from annotator.segmenter.lines.paired_heads import heads_by_pairs
from annotator.segmenter.lines.wide_heads import wide_heads

_DIGITS = expression(r"\d{1,4}")
_HEAD = expression(r"(?P<first>\d{1,4})\s+(?P<behind>\D.*)|(?P<before>.*\D)\s+(?P<last>\d{1,4})")
_MAX_HEAD, _MIN_PAGE = 100, 10
#: The numbers of two short pages stand so many lines apart, each between blank ones.
_MIN_APART = 5
#: The number of a law in a collection, alone above it: "142.209".
_OF_A_COLLECTION = expression(r"(?:0\.)?\d{3}(?:\.\d{1,4}){1,3}")
_FAR_APART = expression(r"\s{3,}")
#: No head of a page: what bears a label, or is one.
_RUNNING_HEADER = expression(r"(?![“\"]?\(?\w{1,4}[.)](?: |$))\S.{0,88}(?<![.;:,])")
_WORD = expression(r"[a-z][a-z’']+")
#: A page's number at an end of its first line, and far from it the law's name or the like.
_FAR = expression(r"(?P<first>\d{1,4})\s{3,}\S.*|\S.*\s{3,}(?P<last>\d{1,4})")
#: So many pages in step with their numbers show that these are none of sections.
_MIN_IN_STEP, _MIN_LAST = 3, 2
#: The number of a page at one end of a line; a year is none.
_FIRST_NUMBER = expression(r"(?!(?:19|20)\d\d\b)\d{1,4}(?=\s)")
_LAST_NUMBER = expression(r"(?<=\s)(?!(?:19|20)\d\d$)\d{1,4}$")
_LINE_NUMBER = expression(r"(?<=\S)\s{2,}(\d{1,2})$")
_NUMBER_IN_FRONT = expression(r"(\d{1,2})(?:\s+|$)")
_LETTERS = expression(r"[\W\d_]+")
#: So many pages show what comes again; or two of a text with form feeds, if it has more letters.
_MIN_BREAKS, _MIN_WORDS = 3, 8
_MIN_FIFTHS, _MIN_IN_FRONT = 3, 8
#: What may open a provision, below which no title of the law stands.
_OPENS = expression(r"[^\w\s]{0,2}\d{1,4}[A-Z]?(?:[.)\[(]|\s{1,4}[A-Z(])|[(\[]\w{1,4}[)\]]")
_ACT_NUMBER = expression(
    r"[A-Z]\w+ No\. ?\d{1,4}(?:,| of) \d{4}\s|C(?:ap|AP)\. ?\d{1,4}(?:[.:]\d{1,3})?[A-Z]?\s"
)
_ROMAN = expression(r"[ivxl]{1,6}")
_BRACKETED = expression(r"[\[(][^\[\]()]*\d[^\[\]()]*|[^\[\]()]*\d[^\[\]()]*[\])]")
#: Where a law says how it is called; how many lines a name, or a block at the foot of a page, has.
_FIRST_LINES, _NAME_LINES, _BLOCK = 400, 3, 6
#: Buttons stand side by side: so many at least, none of more letters.
_BETWEEN_BUTTONS = expression(r"\s*\|\s*|\s{3,}")
_MIN_BUTTONS, _MAX_BUTTON = 2, 40
#: No line of an address has so many.
_MAX_ADDRESS = 60
#: A title stands among so many first lines.
_TITLE_LINES = 12


def mark_page_lines(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on the heads and feet of pages that are known wherever they stand.

    Before all else is known of the lines: they may stand between the columns of a page.
    """
    heads: dict[str, list[int]] = {}
    own = lines[0].text if lines and _OF_A_COLLECTION.fullmatch(lines[0].text) else ""
    for i, line in enumerate(lines):
        if _is_menu(line.text, words):
            line.furniture = True
        short = len(line.text) < 2 * _MAX_HEAD
        if short and (
            words.pages.whole.fullmatch(line.text)
            or ("   " in line.text and _is_head_of_a_gazette(line.text, words))
            or (own and i and _bears(line.text, own))
        ):
            heads.setdefault(line.text, []).append(i)
    for where in heads.values():
        for i in where:
            lines[i].furniture = True
            _mark_address(lines, i)
            for beside in (i - 1, i + 1):
                if 0 <= beside < len(lines) and _DIGITS.fullmatch(lines[beside].text):
                    lines[beside].furniture = True
        if len(where) > 1:
            _mark_block(lines, where)
    for i in wide_heads(lines):
        lines[i].furniture = True
    names = _names(lines, words)
    if names:
        _mark_named_heads(lines, names, words)
    mark_page_turns(lines, words, lambda text: _core(text, words) in names)


def _is_head_of_a_gazette(text: str, words: StructureWords) -> bool:
    """Whether a line has a gazette's name, or its day, far from the number of a page and more."""
    pieces = _FAR_APART.split(text)
    return (
        len(pieces) > 2
        and (_DIGITS.fullmatch(pieces[0]) or _DIGITS.fullmatch(pieces[-1])) is not None
        and any(words.pages.over_a_page.fullmatch(piece) for piece in pieces)
    )


def _bears(text: str, number: str) -> bool:
    """Whether a line has the law's number in a collection at its end, and no more than a title."""
    title = text.removeprefix(f"{number} ")
    title = text.removesuffix(f" {number}") if title == text else title
    title = title.lstrip()
    return title != text and title[0].isupper() and title[-1].isalpha()


def _mark_address(lines: list[Line], i: int) -> None:
    """Mark what goes on with line ``i`` behind a comma, as a printer's address does."""
    for k in range(i + 1, min(i + _BLOCK, len(lines))):
        above, text = lines[k - 1].text, lines[k].text
        goes_on = above[-1] == "," or (text[0].islower() and above[-1].isalpha())
        if not goes_on or (k == i + 1 and above[-1] != ","):
            return
        if len(text) >= _MAX_ADDRESS or lines[k].gap or _OPENS.match(text):
            return
        lines[k].furniture = True


def _is_menu(text: str, words: StructureWords) -> bool:
    """Whether a line holds the buttons of a site: "Contact us | Feedback", "Print   Share"."""
    if len(text) > 2 * _MAX_HEAD or not ("|" in text or "   " in text):
        return False
    parts = [part.strip(" :[]") for part in _BETWEEN_BUTTONS.split(text)]
    if len(parts) < _MIN_BUTTONS or any(len(part) > _MAX_BUTTON for part in parts):
        return False
    known = sum(words.pages.button.fullmatch(part) is not None for part in parts)
    return known >= _MIN_BUTTONS and 2 * known >= len(parts)


def _mark_named_heads(lines: list[Line], names: list[list[str]], words: StructureWords) -> None:
    """Mark the heads that bear a name of the law and a number, but not what a repeal has left."""
    found = [
        (i, count)
        for i, line in enumerate(lines)
        if (count := _head_of(lines, i, names, words)) and not words.repealed.match(line.text)
    ]
    if not any("  " in lines[i].text or not lines[i].text[0].isdigit() for i, _ in found):
        return  # "5 Immigration" may be a section
    for i, count in found:
        for line in lines[i : i + count]:
            line.furniture = True
    _mark_what_follows(lines, [i + count for i, count in found])


def part_line_numbers(lines: list[Line]) -> list[Line]:
    """The lines, those cut that bear the number of a bill's line; these numbers are furniture.

    A bill counts each of its lines in front of it, or every fifth behind it.
    """
    numbered = _counted_in_front(lines) or _counted_by_fives(lines)
    if not numbered:
        return lines
    parted: list[Line] = []
    for i, line in enumerate(lines):
        match = numbered.get(i)
        if match is None:
            parted.append(line)
            continue
        number = Line(
            line.start + match.start(1), line.start + match.end(1), match[1], False, furniture=True
        )
        if match.start(1):
            line.text, line.end = line.text[: match.start()], line.start + match.start()
            parted += [line, number]
        else:
            number.gap, number.page_break = line.gap, line.page_break
            line.text, line.start = line.text[match.end() :], line.start + match.end()
            line.column += match.end()
            parted += [number, line] if line.text else [number]
    return parted


def _counted_by_fives(lines: list[Line]) -> dict[int, re.Match[str]]:
    found: dict[int, re.Match[str]] = {}
    last = 0
    for i, line in enumerate(lines):
        if line.text[-1] not in "05" or "  " not in line.text:
            continue
        match = _LINE_NUMBER.search(line.text)
        if match and int(match[1]) in (last + 5, 5, 10):
            found[i], last = match, int(match[1])
    return found if len(found) >= _MIN_FIFTHS else {}


def _counted_in_front(lines: list[Line]) -> dict[int, re.Match[str]]:
    """Numbers from 1 on in front of lines; many of these begin in the middle of a sentence."""
    found: dict[int, re.Match[str]] = {}
    last = broken = 0
    for i, line in enumerate(lines):
        match = _NUMBER_IN_FRONT.match(line.text) if line.text[0].isdigit() else None
        if match is None or int(match[1]) not in (last + 1, 1):
            continue
        found[i], last = match, int(match[1])
        broken += line.text[match.end() : match.end() + 1].islower()
    many = len(found) >= _MIN_IN_FRONT and 2 * len(found) > len(lines)
    return found if many and 5 * broken > len(found) else {}


def _mark_block(lines: list[Line], where: list[int]) -> None:
    """Mark what follows each of some equal lines, so far as it is equal too."""
    for step in range(1, _BLOCK):
        texts = {lines[i + step].text if i + step < len(lines) else "" for i in where}
        if len(texts) > 1 or not texts - {""}:
            return
        for i in where:
            lines[i + step].furniture = True


def _mark_what_follows(lines: list[Line], where: list[int]) -> None:
    """Mark the second line of running heads: the part of the law that is on the page."""
    texts = Counter(lines[i].text for i in where if i < len(lines))
    for i in where:
        if i < len(lines) and texts[lines[i].text] > 1 and _RUNNING_HEADER.fullmatch(lines[i].text):
            lines[i].furniture = True


def _names(lines: list[Line], words: StructureWords) -> list[list[str]]:
    """The words of the law's names: of its title, and of what it says that it is called."""
    found = []
    titles = True
    for i, line in enumerate(lines[:_FIRST_LINES]):
        titles = titles and i < _TITLE_LINES and not _OPENS.match(line.text)
        text = line.text[:_MAX_HEAD]
        if (
            titles
            and text[-1].isalnum()
            and words.law_title.search(text)
            and not words.finite.search(text)
        ):
            found.append(_core(line.text, words))
        if " as " in line.text or " is " in line.text or line.text.endswith(" as"):
            said = " ".join(below.text for below in lines[i : i + _NAME_LINES])
            if match := words.pages.named.search(said):
                found.append(_core(match["name"] or match["same"], words))
                break
    return [name for name in found if name and "this" not in name]


def _core(text: str, words: StructureWords) -> list[str]:
    """The words of a name without those that stand beside any law's."""
    return [w for w in _WORD.findall(text.casefold()) if w not in words.pages.beside_a_name]


def _head_of(lines: list[Line], i: int, names: list[list[str]], words: StructureWords) -> int:
    """How many lines from ``i`` on have nothing but the law's name and a number of a page or law.

    A name may break off at the end of the line, and go on in the next.
    """
    text = lines[i].text
    if lines[i].furniture or len(text) > _MAX_HEAD or text[-1] in ".;:":
        return 0
    if not _bears_a_number(text) or _opens_article(words).match(text):
        return 0
    core = _core(text, words)
    for name in names:
        if core == name:
            return int(text[-1] != ",")
        if len(core) > 1 and core == name[: len(core)]:
            rest = _core(lines[i + 1].text, words) if i + 1 < len(lines) else []
            if rest and rest == name[len(core) : len(core) + len(rest)]:
                return 2
            return int(text[-1] != ",")
    return 0


@cache
def _opens_article(words: StructureWords) -> re.Pattern[str]:
    """What opens an article, whose title may have no other words than the name of the law."""
    return expression(rf"(?:{'|'.join(map(re.escape, words.units))})\s?\d{{1,4}}\s?[.:—–-]")


def _bears_a_number(text: str) -> bool:
    """Whether a line has the number of a page at an end, or that of a law."""
    if _ACT_NUMBER.match(text):
        return True
    if text[0].isdigit() and _FIRST_NUMBER.match(text):
        return True
    if text[-1].isdigit() and (_LAST_NUMBER.search(text) or "   " in text):
        return True  # far behind the name, a year is that of the law
    if "[" in text or "]" in text:
        enclosed = text[0] == "[" and text.find("]") == len(text) - 1
        return not enclosed and bool(_BRACKETED.search(text))
    return False


def mark_pages(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on page numbers, drawn lines, and what comes again beside them."""
    pages = [
        i for i, line in enumerate(lines) if len(line.text) < 20 and words.page.fullmatch(line.text)
    ]
    pages += _bare_page_numbers(lines)
    pages += _page_heads(lines, words)
    pages += _heads_in_step(lines)
    pages += heads_by_pairs(lines)
    for line in lines:
        if line.text[0] in RULE_SIGNS and RULE.fullmatch(line.text):
            line.furniture = True
    for i in pages:
        lines[i].furniture = True
    _mark_running_headers(lines, sorted(pages))


def _bare_page_numbers(lines: list[Line]) -> list[int]:
    """Lines of digits alone that count up by one, a page apart."""
    bare = [(i, int(line.text)) for i, line in enumerate(lines) if _DIGITS.fullmatch(line.text)]
    found: set[int] = set()
    for (i, a), (j, b) in itertools.pairwise(bare):
        far = j - i >= _MIN_PAGE or (
            j - i >= _MIN_APART and _stands_apart(lines, i) and _stands_apart(lines, j)
        )
        if b == a + 1 and far:
            found |= {i, j}
    begins = _page_begins(lines)
    if begins:
        bare += [(i, 0) for i, line in enumerate(lines) if _ROMAN.fullmatch(line.text)]
    found |= {i for i, _ in bare if i in begins or i + 1 in begins}
    return sorted(found)


def _stands_apart(lines: list[Line], i: int) -> bool:
    """Whether blank lines stand above and below a line."""
    return lines[i].gap and (i + 1 == len(lines) or lines[i + 1].gap)


def _page_heads(lines: list[Line], words: StructureWords) -> list[int]:
    """Lines of a page's number and a title, at its head or foot.

    The title is in capitals. The number stands far from it, or it comes again with numbers that
    rise.
    """
    found: list[int] = []
    numbered: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(lines):
        text = line.text
        if len(text) > _MAX_HEAD or not (text[0].isdigit() or text[-1].isdigit() or "  " in text):
            continue
        if words.notes.page_head.fullmatch(text):
            found.append(i)
        elif match := _HEAD.fullmatch(text):
            title = match["behind"] or match["before"]
            if title.isupper() and " " in title and not _opens_part(title, words):
                title = re.sub(r"\W+", "", title)
                numbered.setdefault(title, []).append((i, int(match["first"] or match["last"])))
    for pages in numbered.values():
        far = all(b > a and j - i >= _MIN_PAGE for (i, a), (j, b) in itertools.pairwise(pages))
        if (far and len(pages) >= 3) or _turns(lines, pages):
            found += [i for i, _ in pages]
    return found


def _turns(lines: list[Line], pages: list[tuple[int, int]]) -> bool:
    """Whether two heads are those of a page and the next: the number at one end, then the other."""
    if len(pages) != 2 or pages[1][1] != pages[0][1] + 1:
        return False
    first, second = (lines[i].text for i, _ in pages)
    return "   " in first and "   " in second and first[0].isdigit() != second[0].isdigit()


def _heads_in_step(lines: list[Line]) -> list[int]:
    """The first lines of pages, between form feeds, whose numbers count these pages."""
    steps: dict[int, list[tuple[int, bool]]] = {}
    page = 0
    for i, line in enumerate(lines):
        page += line.page_break
        if not (line.page_break and "   " in line.text and len(line.text) <= _MAX_HEAD):
            continue
        if match := _FAR.fullmatch(line.text):
            step = int(match["first"] or match["last"]) - page
            steps.setdefault(step, []).append((i, match["last"] is not None))
    return [
        i
        for heads in steps.values()
        if len(heads) >= _MIN_IN_STEP or sum(last for _, last in heads) >= _MIN_LAST
        for i, _ in heads
    ]


def _opens_part(title: str, words: StructureWords) -> bool:
    """Whether the words are those of a part or schedule, which bears a number of its own."""
    spoken = {word.casefold() for word in title.split()}
    return not spoken.isdisjoint((*words.containers, *words.attachments))


def _page_begins(lines: list[Line]) -> set[int]:
    """Where form feeds begin a page, and where the last page ends; nothing in a text without."""
    begins = {i for i, line in enumerate(lines) if line.page_break}
    return begins | {len(lines)} if begins else begins


def _mark_running_headers(lines: list[Line], pages: list[int]) -> None:
    """Lines beside page breaks whose words come back at several of them, with other numbers."""
    begins = _page_begins(lines)
    breaks = set(pages) | begins
    if len(breaks) < _MIN_BREAKS:
        return
    beside: dict[str, set[int]] = {}
    for i in breaks:
        for j in range(max(0, i - 2), min(len(lines), i + 3)):
            if not lines[j].furniture and _RUNNING_HEADER.fullmatch(lines[j].text):
                beside.setdefault(_LETTERS.sub("", lines[j].text), set()).add(j)
    for words, where in beside.items():
        edges = sum(j in begins or j + 1 in begins for j in where)
        again = len(where) >= _MIN_BREAKS or (edges == len(where) > 1 and len(words) > _MIN_WORDS)
        if again and len(where) >= len(breaks) / 3:
            for j in where:
                lines[j].furniture = True
