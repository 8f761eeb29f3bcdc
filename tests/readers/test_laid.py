"""Regions of files that have no lines: paragraphs of a document, lines of the pages of a PDF."""

from annotator.readers.decoding import canonical
from annotator.readers.finishing import finished
from annotator.readers.intake import Intake
from annotator.readers.laid import Laid
from annotator.readers.traced import Traced
from annotator.source import Location, Region, Source

WORDS = "1. An officer may search.\n2. A person may be detained.\n3. This Act binds the State.\n"


def source(laid: Laid) -> Source:
    intake = Intake("law.bin", b"\x00")
    return finished(intake, canonical(Traced.whole(laid.text)), format="docx", laid=laid)


def test_a_line_is_a_paragraph_where_there_are_no_pages() -> None:
    law = source(Laid(WORDS))
    start = law.text.index("A person")
    region = law.region(start, start + 8)
    assert region == Region(start_line=2, start_column=4, end_line=2, end_column=12)
    assert law.place(region) == Location("paragraph", 2, 2)


def test_lines_count_on_their_page() -> None:
    law = source(Laid(WORDS, pages=(0, WORDS.index("2."))))
    region = law.region(law.text.index("may search"), law.text.index(" be detained"))
    assert region == Region(
        start_line=1, start_column=15, end_line=1, end_column=16, start_page=1, end_page=2
    )
    assert law.place(region) == Location("page", 1, 2)
    last = law.origins.region(law.text.index("This"), len(law.text) - 1)
    assert last is not None
    assert (last.start_page, last.start_line, last.end_line) == (2, 2, 2)


def test_an_origin_names_page_and_paragraph_and_no_bytes() -> None:
    law = source(Laid(WORDS, pages=(0, WORDS.index("2."))))
    origin = law.origins[0]
    assert (origin.page, origin.paragraph, origin.line, origin.byte_end) == (1, 1, 0, 0)


def test_what_was_not_read_is_said() -> None:
    assert source(Laid(WORDS, notes=("A text box is not read.",))).notes[0].startswith("A text box")
