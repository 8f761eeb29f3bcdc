"""Laws in Markdown, as open repositories of legislation keep them: the plain text below the marks.

Paragraphs and blank lines stay. A heading that repeats the number of the provision under it,
``##### 1. **Short title**`` above ``**1.** (1) ...``, gives its number up and becomes a bare
heading, so that the provision is numbered once.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?=\S)")
_NUMBERED_HEADING = re.compile(r"(?P<number>\d+[A-Za-z]*)\.{0,2}[ \t]+(?P<heading>\S.*)")
_TABLE_RULE = re.compile(r"[ \t]*\|[ \t|:-]*-{3}[ \t|:-]*$")
_LINE_MARKS = re.compile(r"^[ ]{0,3}(?:(?:>[ \t]?)+|(?:```|~~~).*$|(?:[-*_][ \t]*){3,}$)")

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~^\"'$&,/:;=?@%])")

# Marks go one by one, not in pairs: a law has no use for a bare asterisk, and pairs that are
# never closed would cost quadratic time.
_INLINE = (
    (re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)"), ""),  # an image
    (re.compile(r"\[\^[^\[\]\n]+\]:?"), ""),  # a footnote, as [^4]
    (re.compile(r"\[([^\[\]\n]+)\]\([^()\s]*\)"), r"\1"),  # a link
    (re.compile(r"\^[0-9]{1,3}(?![0-9])\^?|\^\([0-9]{1,3}\)"), ""),  # a footnote, as ^4
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),  # an address
    (re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:[ \t][^<>\n]*)?/?>"), ""),  # a tag
    # Emphasis that touches the words around it has lost their blanks: "in*section 4*or".
    (
        re.compile(r"(?<=[A-Za-z0-9)”])\*{1,3}(?=[A-Za-z0-9“])(?!s\b)|(?<=[A-Za-z,])\*{1,3}(?=\()"),
        " ",
    ),
    (re.compile(r"(?<!\\)\*{1,3}(?=[^\s*])|(?<=[^\s\\*])\*{1,3}"), ""),
    (re.compile(r"(?<![\w\\])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?!\w)"), ""),
    (re.compile(r"~~(?=\S)|(?<=\S)~~|(?<!`)`(?!`)"), ""),
)


def looks_like_markdown(text: str) -> bool:
    """Whether an unnamed text is Markdown: front matter, or headings marked by ``#``."""
    headings = sum(1 for line in text.split("\n") if re.match(r"#{1,6} \S", line))
    return headings >= 3 or bool(_FRONT_MATTER.match(text) and headings)


def plain_text(text: str) -> tuple[str, str | None]:
    r"""The text without its marks, and its title where it states one.

    >>> plain_text("# Border Act\n\n##### 1. **Search**\n\n**1.** An *officer* may\\[...\\]")
    ('Border Act\n\nSearch\n\n1. An officer may[...]', 'Border Act')
    """
    front, body = _split_front_matter(text)
    lines = [line.rstrip(" \t\\") for line in _without_comments(body).split("\n")]
    plain = [_plain_line(lines, at) for at in range(len(lines)) if not _TABLE_RULE.match(lines[at])]
    return "\n".join(plain).strip("\n"), _stated_title(front, lines)


def stated_country(text: str) -> str:
    r"""The code of the country that the front matter states; empty where it states none.

    >>> stated_country("---\ncountry: ie\n---\n# Border Act")
    'IE'
    """
    front, _ = _split_front_matter(text)
    stated = str(front.get("jurisdiction") or front.get("country") or "")
    return stated.upper() if re.fullmatch("[A-Za-z]{2}", stated) else ""


def _split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    try:
        front = yaml.safe_load(match[1])
    except yaml.YAMLError:
        front = None
    return (front if isinstance(front, dict) else {}), text[match.end() :]


def _without_comments(text: str) -> str:
    first, *commented = text.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in commented)


def _stated_title(front: dict[str, Any], lines: list[str]) -> str | None:
    title = front.get("title")
    if isinstance(title, str) and title.strip():
        return " ".join(title.split()).replace(" ,", ",")
    first = next((line for line in lines if line.startswith("# ")), None)
    return _heading_words(first) if first else None


def _plain_line(lines: list[str], at: int) -> str:
    if not _HEADING.match(lines[at]):
        return _inline(_LINE_MARKS.sub("", lines[at]))
    words = _heading_words(lines[at])
    numbered = _NUMBERED_HEADING.fullmatch(words)
    if numbered and _opens_with(_next_paragraph(lines, at), numbered["number"]):
        return numbered["heading"]
    return words


def _heading_words(line: str) -> str:
    return _inline(line.strip("# \t"))


def _next_paragraph(lines: list[str], at: int) -> str:
    following = (lines[below] for below in range(at + 1, len(lines)) if lines[below])
    return _inline(next(following, "")).lstrip()


def _opens_with(paragraph: str, number: str) -> bool:
    return re.match(rf"(?:F\d+)?\[?{re.escape(number)}(?![0-9A-Za-z])", paragraph) is not None


def _inline(line: str) -> str:
    """One line without emphasis, links, carets, tags and escapes."""
    for pattern, replacement in _INLINE:
        line = pattern.sub(replacement, line)
    return _ESCAPED.sub(r"\1", line)
