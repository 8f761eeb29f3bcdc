"""What every reader of text does last: a :class:`~annotator.source.Source` of what it has read."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from annotator.errors import UsageError
from annotator.one_line import one_line
from annotator.readers import titles
from annotator.readers.decoding import Decoded
from annotator.readers.intake import Intake
from annotator.readers.laid import Laid
from annotator.readers.language import language_of
from annotator.readers.one_section import with_its_section
from annotator.readers.traced import Traced
from annotator.source import Markup, Origins, Source

#: So many lines are named in which something was left out.
_SHOWN_LINES = 8


def finished(
    intake: Intake,
    text: Traced,
    *,
    format: str,
    title: str | None = None,
    page_title: str = "",
    jurisdiction: str = "",
    notes: tuple[str, ...] = (),
    element_at: Callable[[int], str] | None = None,
    printed: bool = False,
    date: str = "",
    markup: Markup | None = None,
    laid: Laid | None = None,
    original: bytes = b"",
) -> Source:
    """The source of a file that was decoded, or laid out.

    Args:
        intake: the file.
        text: its canonical text.
        format: what it is called: ``txt``.
        title: the title that it states; else it is looked for in the text, else in the file's name.
        page_title: what the page that it stands on is called.
        jurisdiction: the ISO 3166-1 code of the country that it states.
        notes: what else is to be said of how it was read.
        element_at: the XML element whose words stand at an offset of the decoded file.
        printed: whether pages and editors may have interrupted its clauses.
        date: that of the law, as it states it.
        markup: the structure that it marks.
        laid: what the text was made of, where the file has no lines: a document, a PDF.
        original: the file's bytes, if a writer can give it back changed.

    Raises:
        InputError: the text is in a language that is not read.
    """
    decoded = laid or intake.decoded
    language = language_of(text.text, intake.name)
    if markup is None:
        text = with_its_section(text, language)
    if printed and "\n" in text.text.strip():
        # Imported here: it brings the segmenter, and start-up is precious.
        from annotator.readers.displaced import with_numbers_in_place
        from annotator.readers.interrupted import freed

        text, displaced = with_numbers_in_place(text)
        notes += _of_displaced(displaced, intake.name, decoded)
        text, left_out = freed(text, language)
        notes += _of_left_out(left_out, intake.name, decoded)
    if markup is not None:
        # Imported here, too.
        from annotator.segmenter import cut_ahead

        cut_ahead(text.text, language, markup)
    if not title:
        one_law = markup is not None
        title = titles.find_title(text.text, language, page_title, one_law=one_law)
    title = title or one_line(Path(intake.name).stem)
    return Source(
        text=text.text,
        name=intake.name,
        title=titles.as_cited(title, text.text, language),
        format=format,
        sha256=hashlib.sha256(intake.data).hexdigest(),
        language=language,
        notes=decoded.notes + notes,
        jurisdiction=jurisdiction,
        origins=_origins(decoded, text, element_at),
        date=date,
        markup=markup,
        original=original,
        line_end="\n" if laid else intake.decoded.line_end,
    )


def stated_country(stated: str | None, name: str) -> tuple[str, tuple[str, ...]]:
    """The code that a file states, and a note where it is the code of no country."""
    if stated is None:
        return "", ()
    # Imported here: start-up is precious.
    from annotator.bindings.countries import find_country

    try:
        return find_country(stated).code, ()
    except UsageError:
        what = f"{name} states the jurisdiction {stated}, which is no country's code"
        return "", (f"{what}: it is passed over.",)


def _of_left_out(left_out: Sequence[int], name: str, decoded: Decoded | Laid) -> tuple[str, ...]:
    """A note of what stood within clauses and is not read as law, if anything did.

    Args:
        left_out: where it stands in the decoded file.
        name: the file's.
        decoded: its text.
    """
    if not left_out:
        return ()
    return (
        f"{name} has heads or feet of pages, numbers of lines, notes or editors' marks "
        f"within its clauses ({in_pages_or_lines(left_out, decoded)}): they are left out.",
    )


def _of_displaced(places: Sequence[int], name: str, decoded: Decoded | Laid) -> tuple[str, ...]:
    """A note of the numbers that stood beside their words, if any did."""
    if not places:
        return ()
    where = in_pages_or_lines(places, decoded)
    return (
        f"{name} has numbers between or below the lines of their provisions ({where}): each is "
        "read before its provision.",
    )


def in_lines(places: Iterable[int], intake: Intake) -> str:
    """The lines of the file that the offsets of the decoded file stand in, or the first of them."""
    return in_pages_or_lines(places, intake.decoded)


def in_pages_or_lines(places: Iterable[int], decoded: Decoded | Laid) -> str:
    """Where the offsets stand, as somebody would look it up in the file."""
    if not isinstance(decoded, Laid):
        return _counted(places, decoded.lines(), "line")
    if decoded.pages:
        return _counted(places, decoded.pages, "page")
    return _counted(places, decoded.lines(), "paragraph")


def _counted(places: Iterable[int], starts: Sequence[int], word: str) -> str:
    """Which of what starts at ``starts`` the places stand in, or the first few of them."""
    found = sorted({bisect_right(starts, at) for at in places})
    shown = ", ".join(map(str, found[:_SHOWN_LINES]))
    more = f" and {len(found) - _SHOWN_LINES} more" if len(found) > _SHOWN_LINES else ""
    return f"{word} {shown}" if len(found) == 1 else f"{word}s {shown}{more}"


def _origins(
    decoded: Decoded | Laid, text: Traced, element_at: Callable[[int], str] | None
) -> Origins:
    runs = text.runs
    bytes_at = decoded.bytes_at([*runs.firsts, *runs.lasts])
    return Origins(
        runs=runs,
        lines=decoded.lines(),
        byte_starts=array("q", map(bytes_at.__getitem__, runs.firsts)),
        byte_ends=array("q", map(bytes_at.__getitem__, runs.lasts)),
        elements=tuple(map(element_at, runs.firsts)) if element_at else (),
        pages=array("q", decoded.pages if isinstance(decoded, Laid) else ()),
        laid=isinstance(decoded, Laid),
    )
