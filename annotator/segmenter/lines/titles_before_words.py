"""Titles before the words of their section or item, on one line with them.

Before a dash, ``14. Search.—(1) An``; before a full stop, ``Fees. The fee is``; behind the label of
an item, ``(b) Fees.—(1) In general``. What each takes for a title, the habit of the law confirms
(:mod:`.run_in_titles`).
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.headings import MISREAD, has_verb, looks_like_heading
from annotator.segmenter.lines.lines import Line

_RUN_IN = expression(
    r"(?P<title>[A-Z“\"‘][^.:]{2,150}?)\.\s{0,2}(?:[—–]{1,2}-?|--?)\s{0,2}"
    r"(?=[\[(“\"‘A-Z]|\d{1,3}\[|1\.\s+[A-Z“\"‘]|$)"
)


def run_in_title(rest: str, words: StructureWords) -> tuple[str, int] | None:
    """The title that a section has behind its number, before a dash: ``14. Search.—(1) An ...``.

    Returns:
        The title and the offset in ``rest`` at which the words begin; None where there is none.
    """
    match = _RUN_IN.match(rest)
    if match and match["title"].count("(") > match["title"].count(")"):
        match = None  # the stop and the dash are a reference's: "(prom. - SG 93/72)"
    if match and (_FIRST.match(rest, match.end()) or not has_verb(match["title"], words)):
        return match["title"], match.end()
    match = _BEFORE_FIRST.match(rest) if _FIRST.search(rest, 0, _TITLE_LENGTH) else None
    title = match["title"].rstrip() if match else ""
    if match and not words.finite.search(title) and looks_like_heading(title, words):
        return title, match.end()
    return None


_BEFORE_STOP = expression(
    r"(?P<title>[A-Z“\"‘](?:[^.:?]|(?<=\d)\.(?=\d)){2,110}?)[.?]\s+"
    rf"(?=[A-Z“\"‘(<\[]|\d{{1,2}}\s?\[\(?[A-Z\d]|{MISREAD.pattern})"
)


#: A title ends before the label of its first item.
_LABEL_BEHIND_DASH = expression(r"\s?[—–]\s?(?=\((?:1|a|i|A|I)\)\s)")


def title_before_stop(
    text: str, position: int, most: int, words: StructureWords
) -> tuple[str, int] | None:
    """The title that a full stop parts from the words behind it: ``Fees. The fee is``.

    It has no more than ``most`` words. By itself it may be a short sentence as well: only the habit
    of a law, or of a list, tells.

    Returns:
        the title, and the offset in ``text`` at which the words begin.
    """
    match = _BEFORE_STOP.match(text, position)
    if not match or match["title"].count(" ") >= most:
        return None
    title = match["title"]
    if label := _LABEL_BEHIND_DASH.search(title):  # "Fees—(1) In general. A fee"
        title = title[: label.start()]
        return (title, position + label.end()) if looks_like_heading(title, words) else None
    asked = words.asks.match(title)
    return (title, match.end()) if asked or looks_like_heading(f"{title}.", words) else None


#: A title before a first subsection that runs on in its line: ``4. Board. (1) There shall be``.
_BEFORE_FIRST = expression(r"(?P<title>[A-Z][^.:]{2,120}?)\.?\s(?=\(\s?[1l]\s?\)\s?[A-Z“\"])")
_FIRST = expression(r"(?:\d{1,2}\s?\[)?\(\s?[1l]\s?\)")
_BEHIND_LABEL = expression(
    r"\s*(?P<title>[A-Z“\"‘][^—:]{1,150}?)\.[”\"’]?\s?(?:[—–]{1,2}-?|--?)\s?(?=\S|$)"
)
#: The next item behind the words of one, whose paragraph may have a title: "port; and (B) a".
_NEXT_ITEM = expression(r"[;.] (?:\w{2,3} )?\(\w{1,4}\) ")
_NEW_SENTENCE = expression(r"[a-z)]{2}\. [A-Z]")
_TITLE_LENGTH = 200


def heading_behind_label(
    lines: list[Line], i: int, offset: int, words: StructureWords
) -> tuple[str, int] | None:
    """The heading that an item has behind its label: ``(b) Fees.—(1) In general.—A fee``.

    Args:
        lines: the law's lines.
        i: index of the line in which the label stands.
        offset: where the label ends.
        words: those of the law's language.

    Returns:
        the heading, and the offset at which the words begin; None where there is no heading.
    """
    line = lines[i]
    rest = line.text[max(0, offset - line.start) :][:_TITLE_LENGTH]
    if rest[:1].islower():  # as the words of most items
        return None
    end = line.end
    while len(rest) < _TITLE_LENGTH and i + 1 < len(lines) and lines[i + 1].soft:
        if lines[i].text.endswith((".]", ";]")):
            break  # what was inserted ends
        i += 1
        rest += " " * (lines[i].start - end) + lines[i].text
        end = lines[i].end
    if "." not in rest or not ("—" in rest or "–" in rest or "-" in rest):
        return None
    match = _BEHIND_LABEL.match(rest)
    if not match or _NEW_SENTENCE.search(match["title"]):
        return None
    title = " ".join(match["title"].split())
    if words.repealed.match(title):
        return None  # the rest says by what: "3. Lapsed. - Law No. 4"
    if _NEXT_ITEM.search(title):
        return None
    if title.count("(") > title.count(")"):
        return None  # the stop and the dash are a note's: "(Suppl. – SG 54/02)"
    if title.count(" ") > 5 and words.finite.search(title):
        return None
    return title, max(offset, line.start) + match.end()
