"""What a law is called, from its first lines."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang import language
from annotator.lang.structure_words import TitleWords

_FIRST_LINES = 40
_LONGEST = 160
_LONG_LINE = 30
#: The mark of a footnote on a title's last word.
_NOTE_MARK = expression(r"(?<=[^\W\d]{3})\d{1,2}$|(?<=\w)(?:\[\d{1,2}\]|[*†‡¹²³]{1,3})$")
#: A note in the margin of a line.
_MARGIN = expression(r"(?<=\S) {4,}\S[^\n]*(?=\n)")
#: An entry of a contents page: it names the law, but is not its title.
_LEADERS = expression(r"(?:\. ?){5}|…{2}|_{5}")
#: Further on the law speaks of another that it contains, as codes do.
_SHORT_TITLE_WITHIN = 20_000


def find_title(
    text: str, code: str = "en", page_title: str = "", *, one_law: bool = False
) -> str | None:
    r"""The first line that reads as the name of a law, else what the law says that it is called.

    Where it says nothing of that, the first line that reads as a heading.

    Args:
        text: the canonical text.
        code: the ISO 639-1 code of its language.
        page_title: what the page that it stands on is called: the law, too, where that names one
            and no line of the law does.
        one_law: whether the text is known to be one law, so that what it says of its name at its
            end is said of itself.

    >>> find_title("REPUBLIC OF ARDEN\n\nBorder Act, 2019\n\n1. This Act may be cited ...")
    'Border Act, 2019'
    """
    words = language(code).titles
    candidates: list[str] = []
    above = ""
    for line in _first_lines(text, words):
        line = _without_its_stop(line, words)
        entitled = words.entitled.search(above)
        if entitled:
            line = line.rstrip(" ,;")
        if _may_be_title(line, words) and not _goes_on(above, words):
            # What stands below "ACT OF THE PARLIAMENT OF ARDEN, ENTITLED" is the title, not that.
            candidates = [line] if entitled else [*candidates, line]
        above = line
    named = [line for line in candidates if words.names_a_law.search(line)]
    short = _short_title(text, words)
    as_short = (line for line in named if short and _plain(line) == _plain(short))
    if same := next(as_short, None):
        return same
    telling = [line for line in named if not words.only_counts.fullmatch(line)]
    # "Act 9     Ports Act     2016" is the head of a page: what stands below it is the title.
    title = next((line for line in telling if not words.head_of_a_page.match(line)), None)
    named_by_page = page_title if words.names_a_law.search(page_title) else None
    named_at_all = title or short or next(iter(telling or named), None)
    if one_law and not (named_at_all or named_by_page):
        named_at_all = _short_title(text, words, within=len(text))
    return named_at_all or named_by_page or next(iter(candidates), None) or page_title or None


def _first_lines(text: str, words: TitleWords) -> list[str]:
    """The lines above the first provision, with a title that goes over several lines on one."""
    lines: list[str] = []
    gap = True
    last = ""
    for printed in text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        if words.opens_a_provision.match(printed):
            break
        line = " ".join(printed.split())
        if _LEADERS.search(line):
            line = ""
        if line and lines and _goes_over(lines[-1], last, line, gap, words):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
        gap, last = not line, line or last
    return [_NOTE_MARK.sub("", line) for line in lines]


def _goes_over(title: str, last: str, line: str, gap: bool, words: TitleWords) -> bool:
    """Whether the title so far goes on in a line: that below its last one, or below a gap."""
    if _is_of_a_law(title, line, words):
        return True
    if gap:
        return False
    wraps = len(last) > _LONG_LINE and words.goes_on.match(last) and words.kind.match(title)
    if wraps and last.isupper() and line.isupper() and not words.no_title.match(line):
        return line[-1] not in ".;:,—"
    return _is_continued(title, last, line, words)


def _is_of_a_law(title: str, line: str, words: TitleWords) -> bool:
    """Whether a line tells which law it is of which only the kind is told above.

    Its number or its matter: "LAW", "No. 4/2019", "ON PORTS"; "LAW OF ARDEN", "On Ports".
    """
    if not words.kind.match(title) or len(title) + len(line) > _LONGEST or line[-1] in ".;:,—":
        return False
    if words.numbered.fullmatch(line):
        return bool(words.only_kind.fullmatch(title))
    own = words.only_counts.fullmatch(title) or words.kind_of_a_state.fullmatch(title)
    return bool(own and words.on_its_matter.match(line))


def _without_its_stop(line: str, words: TitleWords) -> str:
    """A line, where it is a title in capitals that ends in a full stop, without that."""
    stopped = line.endswith(".") and line.isupper() and words.ends_as_a_title.search(line)
    return line[:-1] if stopped else line


def _is_continued(line: str, last: str, below: str, words: TitleWords) -> bool:
    """Whether a title goes on below its last line: "LAW", "ON FOREIGNERS"."""
    if words.no_title.match(line) or len(line) + len(below) > _LONGEST:
        return False
    if line.count("(") > line.count(")"):
        return below.count(")") > below.count("(")
    same_case = last.isupper() == below.isupper() or words.only_counts.fullmatch(line)
    if same_case and words.unfinished.search(line):
        return True
    return bool(words.goes_on.match(below) and words.names_a_law.search(line) and same_case)


def _plain(title: str) -> str:
    """A title as it is compared with another."""
    return re.sub(r"^the ", "", re.sub(r"\W+", " ", title.casefold()).strip())


def as_cited(title: str, text: str, code: str = "en") -> str:
    """A title as the law cites itself, where more is printed behind that on its line.

    Also where the title is of the same words in another order, as of a file that has cut it from
    two lines.

    >>> as_cited("Aliens Act 1977Public Act 61", "1. This Act may be cited as the Aliens Act 1977.")
    'Aliens Act 1977'
    >>> as_cited("Act, 1977 THE PORTS", "1. This Act may be cited as the Ports Act, 1977.")
    'Ports Act, 1977'
    """
    short = _short_title(text, language(code).titles, within=len(text))
    if not short:
        return title
    longer = title.casefold().startswith(short.casefold())
    return short if longer or _is_mixed(_plain(title), _plain(short)) else title


def _is_mixed(title: str, short: str) -> bool:
    """Whether a title has the words of another, and not as they stand there."""
    return title != short and {*title.split(), "the"} == {*short.split(), "the"}


def _short_title(text: str, words: TitleWords, within: int = _SHORT_TITLE_WITHIN) -> str | None:
    """What the law says in its first letters that it is called."""
    found = words.short_title.search(text, 0, within)
    told = _MARGIN.sub("", found["title"]) if found else ""
    title = " ".join(told.strip(" ,_*").split())
    return title if words.names_a_law.search(title) else None


def _goes_on(line: str, words: TitleWords) -> bool:
    """Whether a line opens a sentence that the next one goes on with."""
    opens = len(line) > _LONG_LINE and words.no_title.match(line)
    return bool(opens) and line[-1] not in ".;:" and not line.isupper()


def _may_be_title(line: str, words: TitleWords) -> bool:
    return (
        2 < len(line) <= _LONGEST
        and line[0].isupper()
        and line.count("(") == line.count(")")
        and line[-1] not in ".;:,—"
        and not words.no_title.match(line)
    )
