"""A PDF as it is opened, and its pages one at a time."""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any, NamedTuple

from annotator.errors import InputError
from annotator.readers.intake import Intake
from annotator.readers.pdf.rules import DrawnRule
from annotator.readers.pdf.unpacking import check_unpacked
from annotator.readers.pdf.words import Words, upright, words_of

#: No law has so many pages, or letters.
MOST_PAGES, MOST_LETTERS = 3_000, 20_000_000
_PASSWORD = 4
#: A picture that takes so great a part of a page is that of a scanned one.
_WHOLE = 0.4
_MOST_OBJECTS = 200
#: So many things on a page may be rules of tables; a rule is no thicker, in points.
_MOST_DRAWN, _THIN = 20_000, 2.5


class PictureBox(NamedTuple):
    """Where pictures stand, as the words of their page are upright."""

    x0: float
    y0: float
    x1: float
    y1: float


class OpenPage(NamedTuple):
    """What a page says; ``picture`` is where pictures stand that take most of it.

    A page that is ``damaged`` says nothing.
    """

    words: Words
    picture: PictureBox | None
    damaged: bool = False
    rules: Sequence[DrawnRule] = ()


class PdfFile:
    """An open PDF."""

    def __init__(self, intake: Intake, document: Any) -> None:
        self._name = intake.name
        self._document = document
        self.title = _title(document)
        self.count = len(document)
        if self.count > MOST_PAGES:
            raise InputError(
                f"{intake.name} has {self.count:,} pages, more than any one law: "
                "split it and annotate the parts."
            )

    def pages(self) -> Iterator[OpenPage]:
        """Its pages, each closed before the next one is opened.

        Raises:
            InputError: no page can be read, or they hold more than any law.
        """
        import pypdfium2

        letters = damaged = 0
        for number in range(self.count):
            try:
                page = _page(self._document, number)
            except pypdfium2.PdfiumError:
                damaged += 1
                page = OpenPage(Words([], 0, 0, 0), None, damaged=True)
            letters += page.words.letters
            if letters > MOST_LETTERS:
                raise InputError(
                    f"{self._name} holds more text than any one law: split it and annotate the "
                    "parts."
                )
            yield page
        if damaged == self.count:
            raise _damaged(self._name)


@contextmanager
def opened(intake: Intake) -> Iterator[PdfFile]:
    """The PDF, open as long as it is needed.

    Raises:
        InputError: it is damaged, opens only with a password, or unpacks to too much.
    """
    import pypdfium2

    check_unpacked(intake)
    try:
        document = pypdfium2.PdfDocument(intake.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise InputError(
                f"{intake.name} is locked with a password: save it without one, or as plain text "
                "(.txt)."
            ) from None
        raise _damaged(intake.name) from None
    with closing(document):
        if unlocked := _unlocked(document):
            check_unpacked(intake, unlocked)
        yield PdfFile(intake, document)


def _unlocked(document: Any) -> bytes:
    """The file without the lock that opens by itself, its streams packed; empty where it has none.

    What a locked stream holds is told by nothing else.
    """
    import pypdfium2.raw as pdfium

    if pdfium.FPDF_GetSecurityHandlerRevision(document) < 0:
        return b""
    copy = io.BytesIO()
    document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
    return copy.getvalue()


def _damaged(name: str) -> InputError:
    return InputError(
        f"{name} is a damaged PDF: open it in a PDF reader and save it anew, or fetch it again."
    )


def _page(document: Any, number: int) -> OpenPage:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        words = words_of(page, text)
        return OpenPage(words, _picture(page, words.turn), rules=_rules(page, words.turn))


def _rules(page: Any, turn: int) -> list[DrawnRule]:
    """The lines that are drawn on a page, as they stand where its words are upright."""
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    found = []
    for i in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_DRAWN)):
        one = pdfium.FPDFPage_GetObject(page, i)
        if pdfium.FPDFPageObj_GetType(one) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(one, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        box = left, bottom, right, top
        x0, x1 = upright(box, turn)
        y0, y1 = upright(box, (turn + 3) % 4)
        if not all(map(math.isfinite, box)):
            continue
        found += _drawn(x0, y0, x1, y1)
    return found


def _drawn(x0: float, y0: float, x1: float, y1: float) -> list[DrawnRule]:
    """The line, or the four of a frame, that is drawn between two points."""
    if min(x1 - x0, y1 - y0) <= _THIN:
        return [DrawnRule(x0, y0, x1, y1)] if max(x1 - x0, y1 - y0) > _THIN else []
    return [
        DrawnRule(x0, y0, x1, y0), DrawnRule(x0, y1, x1, y1),
        DrawnRule(x0, y0, x0, y1), DrawnRule(x1, y0, x1, y1),
    ]  # fmt: skip


def _picture(page: Any, turn: int) -> PictureBox | None:
    """Where pictures stand that take most of a page."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    room = abs((right - left) * (top - bottom)) or 1
    edges = [ctypes.c_float() for _ in range(4)]
    boxes: list[tuple[float, ...]] = []
    for i in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        one = pdfium.FPDFPage_GetObject(page, i)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) and (
            pdfium.FPDFPageObj_GetBounds(one, *edges)
        ):
            box = tuple(edge.value for edge in edges)
            if all(map(math.isfinite, box)):
                boxes.append(box)
    if sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes) <= _WHOLE * room:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    whole = min(lefts), min(bottoms), max(rights), max(tops)
    x0, x1 = upright(whole, turn)
    y0, y1 = upright(whole, (turn + 3) % 4)
    return PictureBox(x0, y0, x1, y1)


def _title(document: Any) -> str:
    """The title that the file's data state, unless a program put it there."""
    title = " ".join((document.get_metadata_value("Title") or "").split())
    doubtful = title.lower().startswith(("microsoft", "untitled", "null", "layout"))
    return "" if doubtful or len(title) > 160 or "." in title[-5:] else title
