"""The tags of a web page and the words between them, with the places at which they stand.

A browser reads any page, however it is written; so does this, in one pass and in time that grows
with its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from annotator.expressions import expression
from annotator.readers.traced import Piece

# A quotation mark opens a value behind "=" alone, as in browsers. No part gives back what it took.
_TAG = expression(
    r"<(?P<end>/?)(?P<tag>[A-Za-z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"
)
_BROKEN_TAG = expression(r"<(?P<end>/?)(?P<tag>[A-Za-z][^\s/>]*+)(?P<attributes>[^>]*+)>")
_OPENS = expression("</?[A-Za-z]")
_NO_TAG = expression("<[!?]|</(?![A-Za-z])")
_ATTRIBUTE = expression(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_ENTITY = expression(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
#: Elements whose content is no markup.
_RAW = ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")


class Tag(NamedTuple):
    """A tag: its name in lower case, whether it ends an element, where it stands, its attributes.

    ``closed`` says that it ends itself, as ``<br/>``.
    """

    name: str
    ends: bool
    at: int
    attributes: str
    closed: bool

    def values(self, names: frozenset[str]) -> dict[str, str]:
        """The attributes that are called so."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.attributes):
            name = match[1].lower()
            if name in names:
                found.setdefault(name, unescape(match[2] or match[3] or match[4] or ""))
        return found


class Raw(NamedTuple):
    """The content of an element that holds no markup."""

    name: str
    pieces: list[Piece]


class Unclosed(NamedTuple):
    """What is opened at a place and never closed, so that no browser shows what follows."""

    what: str
    at: int


Token = Tag | Raw | Unclosed | list[Piece]


def tokens(text: str, *, xml: bool = False) -> Iterator[Token]:
    """The tags, the words between them, and what is never closed.

    Args:
        text: the decoded file.
        xml: whether a tag may end the element that it begins: ``<script src="x"/>``.
    """
    at = done = 0
    endless: set[str] = set()
    pattern = _TAG
    last_comment_ends = text.rfind("-->")
    while (at := text.find("<", at)) >= 0:
        token: Tag | None = None
        if text.startswith("<!--", at):
            short = next((len(s) for s in ("<!-->", "<!--->") if text.startswith(s, at)), 0)
            if not short and last_comment_ends < at + 4:
                yield words(text, done, at)
                yield Unclosed("a comment (<!--)", at)
                return
            following = at + short if short else text.find("-->", at + 4) + 3
        elif _NO_TAG.match(text, at):
            end = text.find(">", at)
            following = end + 1 if end >= 0 else len(text)
        elif _OPENS.match(text, at):
            match = pattern.match(text, at)
            if match is None:
                pattern = _BROKEN_TAG
                match = pattern.match(text, at)
            if match is None:
                yield words(text, done, at)
                yield Unclosed("a tag", at)
                return
            name, attributes = match["tag"].lower(), match["attributes"]
            token = Tag(name, bool(match["end"]), at, attributes, attributes.endswith("/"))
            following = match.end()
        else:  # "fewer than <5"
            at += 1
            continue
        yield words(text, done, at)
        if token:
            yield token
        at = done = following
        if not token or token.ends or token.name not in _RAW or (xml and token.closed):
            continue
        end = -1 if token.name in endless else _end_of(token.name, text, at)
        if end >= 0:
            yield Raw(token.name, words(text, at, end))
            at = done = end
        elif token.closed or token.name == "title":
            endless.add(token.name)
        else:
            yield Unclosed(f"<{token.name}>", token.at)
            return
    yield words(text, done, len(text))


def _end_of(name: str, text: str, at: int) -> int:
    found = expression(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at)
    return found.start() if found else -1


def words(text: str, start: int, end: int) -> list[Piece]:
    """The words of a stretch of the file, entities by what they mean."""
    pieces: list[Piece] = []
    done = start
    for match in _ENTITY.finditer(text, start, end) if start < end else ():
        meaning = unescape(match[0])
        if meaning != match[0]:
            if done < match.start():
                pieces.append((text[done : match.start()], done, match.start()))
            pieces.append((meaning, *match.span()))
            done = match.end()
    if done < end:
        pieces.append((text[done:end], done, end))
    return pieces
