"""Encodings as laws come in them, and the canonical text that offsets refer to."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.readers import read
from annotator.readers.decoding import canonical, decode
from annotator.readers.traced import Traced

LAW = (
    "14.—(1) The officer’s “reasonable grounds” shall be recorded; the person’s dignity respected."
)


@pytest.mark.parametrize(
    "data",
    [
        LAW.encode(),
        codecs.BOM_UTF8 + LAW.encode(),
        LAW.encode("utf-16"),
        codecs.BOM_UTF16_BE + LAW.encode("utf-16-be"),
        LAW.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "utf-32"],
)
def test_unicode_is_read_without_a_word(data: bytes) -> None:
    decoded = decode(data, "law.txt")
    assert (decoded.text, decoded.notes) == (LAW, ())


def test_older_encodings_are_guessed_and_the_user_is_told() -> None:
    decoded = decode((LAW * 20).encode("cp1252"), "law.txt")
    assert decoded.text == LAW * 20
    assert decoded.notes == ("law.txt is not UTF-8; it was read as cp1252, by guess.",)


def test_a_broken_byte_does_not_change_how_the_rest_is_read() -> None:
    data = LAW.encode() * 20 + b"\x93" + LAW.encode()
    decoded = decode(data, "law.txt")
    assert canonical(Traced.whole(decoded.text)).text == LAW * 20 + "\ufffd" + LAW
    assert decoded.notes == ("law.txt is broken UTF-8 in one place, shown as \ufffd.",)


def test_half_a_utf16_file_is_refused() -> None:
    with pytest.raises(InputError, match=r"begins as UTF-16 .* save it again"):
        decode(LAW.encode("utf-16")[:-1], "law.txt")


@pytest.mark.parametrize(
    ("as_saved", "as_read"),
    [
        ("1. Search\r\n(a) one\r(b) two\n", "1. Search\n(a) one\n(b) two\n"),
        ("end of page\x0c2. Next", "end of page\n2. Next"),
        ("§\u00a014", "§ 14"),
        ("deten\u00adtion", "detention"),
        ("\ufeff1. A", "1. A"),
        ("\x1b[31mred\x07", "[31mred"),
        ("safe \u202eeltit", "safe eltit"),
    ],
    ids=["line ends", "form feed", "no-break space", "soft hyphen", "mark", "escape", "direction"],
)
def test_the_canonical_text_has_one_line_end_one_blank_and_nothing_invisible(
    as_saved: str, as_read: str
) -> None:
    assert canonical(Traced.whole(as_saved)).text == as_read


@pytest.mark.parametrize(
    ("as_saved", "as_read"),
    [
        ("end of page\n\x0c2. Next", "end of page\n\x0c2. Next"),
        ("end of page\x0c2. Next", "end of page\n\x0c2. Next"),
        ("end of page\r\n\x0c\r\n2. Next", "end of page\n\x0c\n2. Next"),
        ("\x0c1. First\x0c\x0c2. Next", "\x0c1. First\n\x0c\x0c2. Next"),
    ],
)
def test_a_page_of_a_plain_text_begins_a_line(as_saved: str, as_read: str) -> None:
    assert canonical(Traced.whole(as_saved), pages=True).text == as_read


@given(st.text(), st.booleans())
def test_what_is_canonical_stays_as_it_is(text: str, pages: bool) -> None:
    once = canonical(Traced.whole(text), pages=pages).text
    assert canonical(Traced.whole(once), pages=pages).text == once
    assert "\r" not in once
    assert pages or "\f" not in once


@given(
    st.lists(
        st.sampled_from([b"\x93", b"\xe2\x80", b"\xf0\x9f\x98", b"\xc3", b"a", b"\n"]), max_size=3
    )
)
def test_broken_bytes_show_as_others_show_them_and_are_given_back(tail: list[bytes]) -> None:
    data = "“14.—(1)”".encode() * 20 + b"".join(tail)
    decoded = decode(data, "law.txt")
    assert decoded.text.encode("utf-8", "surrogateescape") == data
    assert canonical(Traced.whole(decoded.text)).text == data.decode("utf-8", "replace")


def test_xml_in_an_older_encoding_is_read_by_what_it_declares() -> None:
    declared = '<?xml version="1.0" encoding="windows-1250"?><a>\u010dl\u00e1nek</a>'
    decoded = decode(declared.encode("cp1250"), "law.xml")
    assert (decoded.text, decoded.notes) == (declared, ())


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_whatever_is_written_as_utf8_is_read_back(text: str) -> None:
    data = text.encode()
    if any(byte < 9 or 13 < byte < 32 for byte in data):
        return
    assert decode(codecs.BOM_UTF8 + data, "law.txt").text == text


LINES = "1. An officer may search any person — or none.\n2. It is noted.\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read_and_told(encoding: str) -> None:
    source = read(LINES.encode(encoding), name="law.txt")
    assert source.text == LINES
    assert source.notes == (f"law.txt is not UTF-8; it was read as {encoding.upper()}, by guess.",)
    start = source.text.index("noted")
    region = source.region(start, start + 5)
    assert region is not None
    assert (region.start_line, region.start_column) == (2, 10)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_in_utf_16_without_its_mark_is_a_page(encoding: str) -> None:
    page = f"<html><body><p>{LINES}</p></body></html>"
    assert read(page.encode(encoding), name="law.txt").format == "html"


def test_bytes_that_are_nothing_make_no_text_of_a_picture() -> None:
    with pytest.raises(InputError, match="is not a text file"):
        read(b"1. An officer\0 may search." + bytes(50), name="law.txt")
    with pytest.raises(InputError, match="is not a text file"):
        read(b"\1\0" * 500, name="law.txt")
