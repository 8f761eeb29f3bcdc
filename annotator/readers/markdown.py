"""Laws in Markdown, as open repositories of legislation keep them: the plain text below the marks.

Paragraphs and blank lines stay. A heading that repeats the number of the provision under it,
``##### 1. **Short title**`` above ``**1.** (1) ...``, gives its number up and becomes a bare
heading, so that the provision is numbered once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.expressions import expression
from annotator.readers.decoding import canonical
from annotator.readers.finishing import finished, in_lines, stated_country
from annotator.readers.front_matter import has_front_matter, without_front_matter
from annotator.readers.intake import Intake
from annotator.readers.traced import Change, Traced
from annotator.source import Source

_FIRST_LINES = 80
_SUFFIXES = (".md", ".markdown")
_COMMENT, _COMMENT_ENDS = "<!--", "-->"

_HEADING = expression(r"[ ]{0,3}#{1,6}[ \t]+(?=\S)")
_NUMBERED_HEADING = expression(r"(?P<number>\d+[A-Za-z]*)\.{0,2}[ \t]+(?P<heading>\S.*)")
_TABLE_RULE = expression(r"[ \t]*\|[ \t|:-]*-{3}[ \t|:-]*$")
_LINE_MARKS = expression(r"[ ]{0,3}(?:(?:>[ \t]?)+|(?:```|~~~).*$|(?:[-*_][ \t]*){3,}$)")
# Here and below, what stands before a mark is asked behind its first character: a pattern that
# begins with one is found fast.
_LINE_TAILS = expression(r"[ \t\\](?<![ \t\\][ \t\\])[ \t\\]*$", re.MULTILINE)

_ESCAPED = expression(r"\\([\\`*_{}\[\]()#+\-.!|<>~^\"'$&,/:;=?@%])")

# Marks go one by one, not in pairs: a law has no use for a bare asterisk, and pairs that are
# never closed would cost quadratic time.
_INLINE = (
    (expression(r"!\[[^\[\]\n]*\]\([^()\n]*\)"), ""),  # an image
    (expression(r"\[\^[^\[\]\n]+\]:?"), ""),  # a footnote, as [^4]
    (expression(r"\[([^\[\]\n]+)\]\([^()\s]*\)"), ""),  # a link: its words stay
    (expression(r"\^[0-9]{1,3}(?![0-9])\^?|\^\([0-9]{1,3}\)"), ""),  # a footnote, as ^4
    (expression(r"<(https?://[^<>\s]+)>"), ""),  # an address
    (expression(r"</?[A-Za-z][A-Za-z0-9]*(?:[ \t][^<>\n]*)?/?>"), ""),  # a tag
    # Emphasis that touches the words around it has lost their blanks: "in*section 4*or".
    (
        expression(
            r"\*(?:(?<=[A-Za-z0-9)”]\*)\*{0,2}(?=[A-Za-z0-9“])(?!s\b)"
            r"|(?<=[A-Za-z,]\*)\*{0,2}(?=\())"
        ),
        " ",
    ),
    (expression(r"\*(?:(?<!\\\*)\*{0,2}(?=[^\s*])|(?<=[^\s\\*]\*)\*{0,2})"), ""),
    (expression(r"_(?:(?<![\w\\]_)_{0,2}(?=[^\s_])|(?<=[^\s_\\]_)_{0,2}(?!\w))"), ""),
    (expression(r"~~(?:(?=\S)|(?<=\S~~))|`(?<!``)(?!`)"), ""),
)


def claims(intake: Intake) -> bool:
    """Whether the file is called Markdown, or is called nothing and looks like it."""
    if intake.suffix:
        return intake.suffix in _SUFFIXES
    return looks_like_markdown(canonical(Traced.whole(intake.decoded.text)).text)


def read(intake: Intake) -> Source:
    """Read the text below the marks, and what the front matter states of it.

    Raises:
        InputError: it is no English text.
    """
    front, body = without_front_matter(canonical(Traced.whole(intake.decoded.text)))
    text, heading = plain_text(body)
    country, notes = stated_country(front.country, intake.name)
    return finished(
        intake,
        text,
        format="markdown",
        printed=True,
        title=front.title or heading,
        jurisdiction=country,
        date=front.date,
        notes=notes + _of_unclosed_comment(body, intake),
    )


def looks_like_markdown(text: str) -> bool:
    """Whether an unnamed text is Markdown: front matter, or headings marked by ``#``."""
    headings = sum(1 for line in text.split("\n") if re.match(r"#{1,6} \S", line))
    return headings >= 3 or bool(headings and has_front_matter(text))


def plain_text(body: Traced) -> tuple[Traced, str | None]:
    r"""The text without its marks, and the words of its first heading of the first level, if any.

    >>> law = Traced.whole("# Act\n\n##### 1. **Search**\n\n**1.** An *officer* may\\[...\\]")
    >>> text, title = plain_text(law)
    >>> text.text, title
    ('Act\n\nSearch\n\n1. An officer may[...]', 'Act')
    """
    body = body.changed(_comments(body.text)).without(_LINE_TAILS)
    marked = body.text.split("\n")
    body = body.changed(_marks_of_lines(marked))
    for pattern, words in _INLINE:
        body = body.sub(pattern, words) if words else body.without(pattern)
    body = body.without(_ESCAPED)
    plain = body.text.split("\n")
    # Further down it is the heading of a schedule, or of a form.
    top = marked[:_FIRST_LINES]
    first = next((at for at, line in enumerate(top) if line.startswith("# ")), None)
    text = body.changed(_repeated_numbers_and_rules(marked, plain)).strip("\n")
    return text, None if first is None else plain[first]


def _comments(text: str) -> Iterator[Change]:
    """The comments; of those never closed the mark alone, or the rest of the law would be lost."""
    start, last_end = text.find(_COMMENT), text.rfind(_COMMENT_ENDS)
    while start >= 0:
        end = start + len(_COMMENT)
        if end <= last_end:
            end = text.find(_COMMENT_ENDS, end) + len(_COMMENT_ENDS)
        yield start, end, ""
        start = text.find(_COMMENT, end)


def _of_unclosed_comment(body: Traced, intake: Intake) -> tuple[str, ...]:
    """A note of the first comment that is never closed, if there is one."""
    starts = (start for start, end, _ in _comments(body.text) if end - start == len(_COMMENT))
    start = next(starts, None)
    if start is None:
        return ()
    where = in_lines(body.runs.back(start, start + 1)[:1], intake)
    return (
        f"{intake.name} opens a comment ({_COMMENT}) in {where} that is never closed: what "
        "follows is read as text of the law.",
    )


def _marks_of_lines(lines: list[str]) -> Iterator[Change]:
    """The ``#`` and blanks around the words of headings, marks of quotations, rules, fences."""
    start = 0
    for line in lines:
        if _HEADING.match(line):
            words = line.strip("# \t")
            first = start + len(line) - len(line.lstrip("# \t"))
            yield start, first, ""
            yield first + len(words), start + len(line), ""
        elif marks := _LINE_MARKS.match(line):
            yield start, start + marks.end(), ""
        start += len(line) + 1


def _repeated_numbers_and_rules(marked: list[str], plain: list[str]) -> Iterator[Change]:
    """The numbers that headings give up, and the rules of tables with their lines.

    Args:
        marked: the lines with their marks.
        plain: the same lines without.
    """
    start, last = 0, len(plain) - 1
    for at, line in enumerate(plain):
        end = start + len(line)
        if _TABLE_RULE.match(marked[at]):
            yield start, end + (at < last), ""
        elif _HEADING.match(marked[at]):
            numbered = _NUMBERED_HEADING.fullmatch(line)
            if numbered and _repeats(numbered["number"], at, marked, plain):
                yield start, start + numbered.start("heading"), ""
        start = end + 1


def _repeats(number: str, heading: int, marked: list[str], plain: list[str]) -> bool:
    """Whether the paragraph below a heading opens with its number."""
    below = next((at for at in range(heading + 1, len(marked)) if marked[at]), None)
    if below is None or _HEADING.match(marked[below]) or _LINE_MARKS.match(marked[below]):
        return False
    opening = rf"\s*(?:F\d+)?\[?{re.escape(number)}(?![0-9A-Za-z])"
    return re.match(opening, plain[below]) is not None
