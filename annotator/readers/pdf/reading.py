"""From the pages of a PDF to the law that they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby
from textwrap import shorten

from annotator.errors import InputError
from annotator.lang import language
from annotator.readers.decoding import canonical
from annotator.readers.finishing import finished
from annotator.readers.intake import Intake
from annotator.readers.pdf.apart import PdfApart
from annotator.readers.pdf.document import OpenPage, PictureBox
from annotator.readers.pdf.edges import HEAD, mark_edges, words_alone
from annotator.readers.pdf.footnotes import FOOTNOTE, mark_footnotes
from annotator.readers.pdf.pages import ASIDE, LINE_NUMBER, Layout
from annotator.readers.pdf.paragraphs import laid_out
from annotator.readers.pdf.rows import PrintedLine
from annotator.readers.pdf.rules import struck_by
from annotator.readers.pdf.tongues import set_aside
from annotator.readers.pdf.words import MOST_LETTERS, PrintedWord
from annotator.source import Source

#: A page of fewer letters says nothing; of so many that no font tells, it cannot be read.
_FEW, _UNTOLD = 12, 0.3
_SHOWN = 8
#: So many of the heads and feet that are left out are quoted, up to so many letters of each.
_QUOTED, _LONGEST = 5, 60
_SCANNED, _GARBLED, _RECOGNISED = "scanned", "garbled", "recognised"
_DAMAGED, _CUT = "damaged", "cut"
#: What is said of pages that are read with doubt, or not.
_STATES = {
    _SCANNED: "{name} has pictures without text on {pages}, which are not read: recognise their "
    "words (ocrmypdf) if they hold law.",
    _GARBLED: "{name} does not tell which letters {pages} show: they are not read; recognise their "
    "words anew (ocrmypdf --force-ocr).",
    _RECOGNISED: "{name} is a scan on {pages} whose words a program recognised: some may be wrong.",
    _DAMAGED: "{name} is damaged on {pages}, which are not read: open it in a PDF reader and save "
    "it anew, or fetch it again.",
    _CUT: f"{{name}} has over {MOST_LETTERS:,} letters on {{pages}}: those behind them are not "
    "read; print it on smaller pages.",
}


def read_pages(intake: Intake, document: PdfApart) -> Source:
    """Read the law that the pages of a PDF show.

    Args:
        intake: the file.
        document: the process that has it open.

    Raises:
        InputError: it is locked, damaged, or a scan without text; or its words are not in English.
    """
    structure = language("en").structure
    layout = Layout(structure)
    pages: list[list[PrintedLine]] = []
    states: dict[str, list[int]] = {state: [] for state in ("", *_STATES)}
    pictures: list[PictureBox | None] = []
    struck: list[list[PrintedWord]] = []
    document.open()
    for number, page in enumerate(document.pages(), start=1):
        state = _state(page)
        readable = state not in (_SCANNED, _GARBLED)
        words = page.words.words if readable else []
        struck.append(struck_by(page.rules, words))
        away = {id(word) for word in struck[-1]}
        kept = [word for word in words if id(word) not in away]
        pages.append(layout.lines(kept, page.rules) if readable else [])
        states[state].append(number)
        pictures.append(None if state else page.picture)
        if page.words.cut:
            states[_CUT].append(number)
    mark_edges(pages, structure.pages)
    mark_footnotes(pages)
    states[_SCANNED] += _stamped(pages, pictures)
    if not any(not line.kind for page in pages for line in page):
        raise InputError(_unreadable(intake.name, states))
    foreign = set_aside(pages)
    notes = (*_notes(intake.name, pages, states, foreign), *_of_struck(intake.name, struck))
    laid, text = laid_out(pages, structure, notes)
    return finished(
        intake,
        canonical(text),
        format="pdf",
        page_title=document.title,
        printed=True,
        laid=laid,
    )


def _state(page: OpenPage) -> str:
    """Whether a page is damaged, a picture, told by no font, or was recognised; else nothing."""
    if page.damaged:
        return _DAMAGED
    words = page.words
    if words.letters - words.unknown < _FEW and page.picture:
        return _SCANNED
    if words.unknown > _UNTOLD * words.letters:
        return _GARBLED
    return _RECOGNISED if words.unseen else ""


def _stamped(
    pages: Sequence[Sequence[PrintedLine]], pictures: Sequence[PictureBox | None]
) -> list[int]:
    """The pages whose pictures bear no words but a head, a foot or a number."""
    found = []
    for number, (page, box) in enumerate(zip(pages, pictures, strict=True), start=1):
        free = (line for line in page if not line.kind and box and _is_in(line, box))
        if box and sum(len(line.text) for line in free) < _FEW:
            found.append(number)
    return found


def _is_in(line: PrintedLine, box: PictureBox) -> bool:
    return box.y0 <= line.base <= box.y1 and line.x0 < box.x1 and box.x0 < line.x1


def _unreadable(name: str, states: dict[str, list[int]]) -> str:
    """Why no page can be read, and what to do."""
    scanned, garbled = states[_SCANNED], states[_GARBLED]
    if garbled and len(garbled) >= len(scanned):
        return (
            f"{name} does not tell which letters its pages show, as its fonts have no table of "
            "them: recognise its words anew (ocrmypdf --force-ocr), or give the law as plain text "
            "(.txt)."
        )
    if scanned:
        return (
            f"{name} is a scan: its pages are pictures without text; recognise its words first "
            "(ocrmypdf, or any program that makes PDFs searchable), and annotate what that writes."
        )
    return f"{name} shows no text: give a PDF that holds the words of a law."


def _notes(
    name: str,
    pages: Sequence[Sequence[PrintedLine]],
    states: dict[str, list[int]],
    foreign: dict[str, list[int]],
) -> tuple[str, ...]:
    """What was guessed, not read or left out."""
    notes = [
        told.format(name=name, pages=_named(states[state]))
        for state, told in _STATES.items()
        if states[state]
    ]
    for spoken, where in foreign.items():
        notes.append(f"{name} is in {spoken} on {_named(where)}: that is set aside.")
    tables = [i for i, page in enumerate(pages, 1) if any(line.wrapped for line in page)]
    if tables:
        notes.append(
            f"{name} has tables on {_named(tables)} whose cells take several lines: each row is "
            "read as one line."
        )
    for kind, what in _LEFT_OUT.items():
        where = [i for i, page in enumerate(pages, 1) if any(line.kind == kind for line in page)]
        if where:
            quoted = _quoted(pages) if kind == HEAD else ""
            notes.append(f"{name} has {what} on {_named(where)}{quoted}: they are left out.")
    return tuple(notes)


def _quoted(pages: Sequence[Sequence[PrintedLine]]) -> str:
    """What the heads and feet say that are left out, the most frequent first; not the numbers."""
    said: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for line in (line for page in pages for line in page if line.kind == HEAD):
        if words := words_alone(line):
            said[words] += 1
            shown.setdefault(words, shorten(line.text, _LONGEST, placeholder="…"))
    quoted = [f"“{shown[words]}”" for words, _ in said.most_common(_QUOTED)]
    if len(said) > _QUOTED:
        quoted.append(f"{len(said) - _QUOTED} more")
    return f" ({', '.join(quoted)})" if quoted else ""


_LEFT_OUT = {
    HEAD: "heads, feet or numbers of pages",
    LINE_NUMBER: "numbers of lines",
    ASIDE: "notes in the margin that head no section",
    FOOTNOTE: "footnotes",
}


def _of_struck(name: str, struck: Sequence[Sequence[PrintedWord]]) -> tuple[str, ...]:
    """What is said of words that a line runs through: what they begin with."""
    where = [number for number, words in enumerate(struck, start=1) if words]
    if not where:
        return ()
    quoted = shorten(
        " ".join(word.text for word in struck[where[0] - 1]), _LONGEST, placeholder="…"
    )
    return (
        f"{name} has words that are struck out on {_named(where)} (“{quoted}”): they are left out.",
    )


def _named(pages: Collection[int]) -> str:
    """The pages, those that follow one another together: ``pages 1, 3 to 5``."""
    runs = []
    for _, group in groupby(enumerate(sorted(set(pages))), key=lambda one: one[1] - one[0]):
        run = [page for _, page in group]
        runs.append(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)))
    shown = ", ".join(runs[:_SHOWN])
    more = f" and {len(runs) - _SHOWN} more" if len(runs) > _SHOWN else ""
    return f"page{'s' if len(set(pages)) > 1 else ''} {shown}{more}"
