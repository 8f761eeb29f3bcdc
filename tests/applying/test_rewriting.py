"""Edits made in the file of a law: what they do not change stays byte by byte."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from annotator.applying.rewriting import amended_file, edits_of
from annotator.errors import InputError
from annotator.proposer.drafting_case import applied
from annotator.readers import read
from annotator.readers.decoding import decode
from annotator.schedule import schedule
from annotator.schema import Edit
from annotator.segmenter import segment
from tests.writers.docx.laws import annotation, finding, proposal

LAW = "Search\n1. An officer may search a person.\n2. The officer keeps a record of it.\n"
MARKED = """\
# Act

##### 1. **Search**

**1.** An *officer* may **search** a person.

**2.** The officer keeps a **record**.
"""


def made(data: bytes, *wanted: tuple[str, str, str], name: str = "law.txt") -> bytes:
    """The file with edits: the words before one, those that it takes out, those that it puts in."""
    source = read(data, name=name)
    edits = []
    for before, out, words in wanted:
        start = source.text.index(before + out) + len(before)
        edits.append(Edit(start=start, end=start + len(out), text=words))
    return amended_file(data, source, edits)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_line_ends_and_encoding_stay(end: str, encoding: str) -> None:
    law = LAW.replace("keeps", "“on the officer’s word” keeps")
    data = law.replace("\n", end).encode(encoding)
    new = made(
        data, ("a person", "", " of the same sex"), ("record of it.", "", "\n(2) It is new.")
    )
    wanted = law.replace("a person", "a person of the same sex")
    wanted = wanted.replace("record of it.", "record of it.\n(2) It is new.")
    assert new == wanted.replace("\n", end).encode(encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_new_words_are_written_as_the_old_ones_were_read(encoding: str) -> None:
    data = LAW.replace("keeps", "– it is so – keeps").encode(encoding)
    guessed = decode(data, "law.txt").encoding
    new = made(data, ("a person", "", " – of the same sex"))
    assert new.replace(" – of the same sex".encode(guessed), b"") == data


def test_no_edit_changes_no_byte() -> None:
    data = b"1. An offi\xc2\xadcer may\r\nsearch a person. \n2. So \x80 may others.\r"
    assert made(data) == data


def test_a_line_break_that_is_taken_out_goes_whole() -> None:
    data = b"1. An officer may\r\nsearch a person.\r\n2. The of\xc2\xadficer keeps it.\r\n"
    assert made(data, ("officer ", "may\nsearch", "shall not find")) == (
        b"1. An officer shall not find a person.\r\n2. The of\xc2\xadficer keeps it.\r\n"
    )
    assert b"The clerk keeps" in made(data, ("2. The ", "officer", "clerk"))


def test_what_the_encoding_lacks_is_refused() -> None:
    data = LAW.replace("keeps", "– keeps").encode("cp1252")
    with pytest.raises(InputError, match="in cp1252, which has no ש: save the law as UTF-8"):
        made(data, ("a person", "", " ש"))


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (("officer", "", " of one sex"), "An *officer* of one sex may **search**"),
        (("An ", "officer may", "clerk shall"), "An *clerk shall* **search**"),
        (("officer may ", "search ", ""), "An *officer* may a person"),
        (("may ", "search", "find"), "may **find** a person"),
        (("a record.", "", "\n\n(2) New."), "keeps a **record**.\n\n(2) New.\n"),
    ],
    ids=["behind marks", "over marks", "marks go too", "within marks", "a paragraph"],
)
def test_marks_of_markdown_stay_in_pairs(wanted: tuple[str, str, str], told: str) -> None:
    new = made(MARKED.encode(), wanted, name="law.md").decode()
    assert told in new
    before, out, words = wanted
    old = read(MARKED.encode(), name="law.md").text
    now = old.replace(before + out, before + words, 1)
    assert read(new.encode(), name="law.md").text.split() == now.split()


def test_a_provision_of_which_all_is_taken_out_says_that_it_is_repealed() -> None:
    law = "Visas\n2. (1) A fee is due.\n(2) A woman shall not be given a visa.\n3. The end.\n"
    source = read(law.encode(), name="law.txt")
    words = "A woman shall not be given a visa."
    gone, part = (
        proposal(source.text, ("", words, ""), name="repealed"),
        proposal(source.text, ("A fee ", "is due", ""), name="part"),
    )
    found = [
        finding(source.text, words, gone, number="2(2)"),
        finding(source.text, "A fee is due.", part, number="2(1)"),
    ]
    provisions = segment(source.text, "en").provisions
    bill = replace(annotation(source, found), provisions=provisions)
    text = applied(source.text, edits_of(schedule(bill), bill))
    assert "\n(2) [Repealed]\n3. The end." in text
    assert "(1) A fee .\n" in text
