"""A redline, and what drafters and their programs do to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from annotator.returned.reading import decisions_of
from annotator.rulings import Decisions
from annotator.word.names import W
from tests.word.building import docx, p, packed
from tests.writers.docx.laws import finding, gap, proposal, redline, source_of
from tests.writers.docx.oracle import accepted, body, parts, refused

LINES = (
    "Search of persons",
    "1. (1) An officer may search a person who lands.",
    "(2) A record is kept of the wife of a worker for the time of a year.",
    "2. (1) A permit of stay is issued in writing.",
    "(2) It bears the name of its holder.",
    "3. It ends with the employment.",
)
BASE = docx("".join(map(p, LINES)))
TEXT = source_of(BASE).text
SECTION = "Privacy\n1A. (1) A search is private.\n(2) Nobody else is there."


def made(base: bytes = BASE) -> bytes:
    """A redline with words put in, words replaced, a subsection and a section put in."""
    text = source_of(base).text
    searched, kept, issued = LINES[1][7:], LINES[2][4:], LINES[3][7:]
    return redline(
        base,
        [
            finding(text, searched, proposal(text, ("may search", "", " in private"), name="one")),
            finding(
                text,
                kept,
                proposal(text, ("of the ", "wife", "spouse"), name="two"),
                number="1(2)",
            ),
            finding(
                text,
                issued,
                proposal(
                    text,
                    ("of its holder.", "", "\n(3) It may be had in each language."),
                    name="three",
                    adds=True,
                ),
                number="2",
            ),
        ],
        [gap(text, kept[-12:], SECTION)],
    )


def returned(data: bytes, folder: Path, **options: object) -> Decisions:
    """What is read in a document that comes back."""
    path = folder / "returned.docx"
    path.write_bytes(data)
    return decisions_of(str(path), **options)  # type: ignore[arg-type]


def verdicts(data: bytes, folder: Path) -> dict[str, str]:
    """What was decided, by template."""
    return {one.template: one.decision for one in returned(data, folder).decisions}


def with_body(data: bytes, root: etree._Element) -> bytes:
    """The document with another body."""
    return packed({**parts(data), "word/document.xml": etree.tostring(root)})


def with_parts(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The document with parts changed, or left out."""
    changed = ((name, change(name, said)) for name, said in parts(data).items())
    return packed({name: said for name, said in changed if said is not None})


def without_record(data: bytes) -> bytes:
    """As Google Docs gives it back."""

    def left(name: str, said: bytes) -> bytes | None:
        if name.startswith("customXml/"):
            return None
        return said if not name.endswith(".rels") else said.replace(b"/customXml", b"/none")

    return with_parts(data, left)


def all_accepted(data: bytes) -> bytes:
    """The document once all of ours is accepted."""
    return with_body(data, accepted(data))


def all_refused(data: bytes) -> bytes:
    """The document once all of ours is rejected."""
    return with_body(data, refused(data))


def some(data: bytes, author: str, *words: str) -> bytes:
    """The document with those changes by another author in which words of these stand."""
    root = body(data)
    for one in root.iter(W + "ins", W + "del"):
        said = "".join(text.text or "" for text in one.iter(W + "t", W + "delText"))
        if any(word in said for word in words):
            one.set(W + "author", author)
    return with_body(data, root)


def settled(data: bytes, taken: tuple[str, ...], left: tuple[str, ...]) -> bytes:
    """The document with some changes accepted and others rejected, by words in them."""
    data = some(data, "taken", *taken)
    data = with_body(data, accepted(data, "taken"))
    data = some(data, "left", *left)
    return with_body(data, refused(data, "left"))


def typed(data: bytes, old: str, new: str) -> bytes:
    """The document with words typed over, wherever they stand."""
    root = body(data)
    for text in root.iter(W + "t"):
        text.text = (text.text or "").replace(old, new)
    return with_body(data, root)


def renumbered(data: bytes) -> bytes:
    """The document with all numbers of changes given anew, as Word does when it saves."""

    def anew(name: str, said: bytes) -> bytes:
        if not name.startswith("word/") or not name.endswith("document.xml"):
            return said
        text = said.decode()
        for kind in ("ins", "del", "pPrChange"):
            text = re.sub(rf'(<w:{kind} w:id=)"\d+"', r'\1"0"', text)
        return text.encode()

    return with_parts(data, anew)


def anonymous(data: bytes) -> bytes:
    """The document without names of authors and times, as Word saves it where it is told to."""

    def nobody(name: str, said: bytes) -> bytes:
        if not name.startswith("word/"):
            return said
        text = re.sub(r'w:author="[^"]*"', 'w:author="Author"', said.decode())
        return re.sub(r' w:date="[^"]*"', "", text).encode()

    return with_parts(data, nobody)
