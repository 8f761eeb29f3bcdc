"""The door through which everything else comes to a law."""

from msgspec.structs import replace

from annotator.library import Library
from annotator.reading import Reading
from annotator.segmenter import segment

LAW = "1. (1) An officer shall search a foreigner.\n(2) An officer shall wait.\n"
OURS = Library(templates=(), instruments={})


def read(library: Library) -> Reading:
    found = segment(LAW)
    return Reading.of(LAW, found.clauses, found.provisions, library)


def test_a_law_is_read_with_its_provisions_its_words_and_its_style() -> None:
    reading = read(OURS)
    assert [one.number for one in reading.law.provisions.values()] == ["1"]
    assert (reading.terms.roles["officer"], reading.terms.modal) == ("officer", "shall")
    assert reading.style.kind == "section"


def test_a_country_s_words_come_with_its_library() -> None:
    roles = read(replace(OURS, terms={"officer": ("constable",)})).terms.roles
    assert roles["officer"] == "constable"
    assert roles["foreigner"] == "foreigner"
