"""Small PDFs whose streams unpack to more than any law holds: refused before they are unpacked."""

from __future__ import annotations

import base64
import zlib

import pypdfium2
import pytest

from annotator.errors import InputError
from annotator.readers import read
from annotator.readers.intake import Intake
from annotator.readers.pdf import unpacking
from tests.readers.sheets import Sheet, pdf

pytestmark = pytest.mark.usefixtures("in_process")

SENTENCE = (
    "law.pdf unpacks to more than any law would: print it to a new PDF, or give the law as plain "
    "text (.txt)."
)
LAW = pdf([Sheet().at(72, 80, "1. An officer may search a person.")])
MB = 1_000_000


def packed(count: int, what: bytes = b"0 0 m 9 9 l S ") -> bytes:
    """So many bytes, packed, without holding them."""
    one = zlib.compressobj()
    part = what * (MB // len(what))
    return b"".join(one.compress(part) for _ in range(count // len(part) + 1)) + one.flush()


def lzw(count: int) -> bytes:
    """Codes of LZW, each of which stands for one more of the same byte than the one before."""
    bits, told, entries = "", 0, 0
    while told < count:
        width = max(9, (258 + entries).bit_length() if entries else 9)
        if not entries:
            bits += f"{256:09b}{65:09b}"
            told, last, entries = told + 1, 1, 0
        code = 258 + entries
        width = 9 if code < 511 else 10 if code < 1023 else 11 if code < 2047 else 12
        bits += f"{code:0{width}b}"
        last += 1
        told, entries = told + last, entries + 1
        if code > 4000:
            bits += f"{256:012b}{65:09b}"
            last, entries = 1, 0
            told += 1
            continue
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def holding(*streams: tuple[bytes, bytes]) -> bytes:
    """A law with streams that its pages do not show: what each one's data and bytes are."""
    told = b"".join(
        b"%d 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        % (900 + n, said, len(data), data)
        for n, (said, data) in enumerate(streams)
    )
    head, xref, rest = LAW.partition(b"xref\n")
    return head + told + xref + rest


BIG = packed(50 * MB)
RUNS = b"\x81 " * (50 * MB // 128)
BOMBS = {
    "flate": (b"/Filter /FlateDecode", BIG),
    "twice": (b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(BIG)),
    "escaped": (b"/Filter [/Fl#61teDecode]", BIG),
    "short": (b"/Filter /Fl", BIG),
    "said twice": (b"/Filter /DCTDecode /Filter /FlateDecode", BIG),
    "behind a bracket": (b"] /Filter /FlateDecode", BIG),
    "behind a string": (b"/A (>> stream\n \\( ( ) ) /Filter /FlateDecode", BIG),
    "behind a comment": (b"% >>\n /Filter /FlateDecode", BIG),
    "elsewhere": (b"/Filter 901 0 R", BIG),
    "hexadecimal": (b"/Filter [/ASCIIHexDecode /FlateDecode]", BIG.hex().encode() + b">"),
    "85": (b"/Filter [/ASCII85Decode /FlateDecode]", base64.a85encode(BIG) + b"~>"),
    "runs": (b"/Filter /RunLengthDecode", RUNS),
    "packed runs": (b"/Filter [/FlateDecode /RunLengthDecode]", zlib.compress(RUNS)),
    "lzw": (b"/Filter /LZWDecode", lzw(50 * MB)),
    "objects": (b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", BIG),
    "runs called a picture": (b"/Subtype /Image /Width 9 /Filter /RL", RUNS),
    "called a picture": (b"/Subtype /Image /Width 9 /Height 9 /Filter /FlateDecode", BIG),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_stream_that_unpacks_to_too_much_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpack(_: object) -> None:
        raise AssertionError("pdfium would unpack it")

    monkeypatch.setattr(pypdfium2, "PdfDocument", unpack)
    elsewhere = (b"/Kind [/FlateDecode]", b"")
    data = holding(BOMBS[name], elsewhere).replace(
        b"901 0 obj\n<< /Kind [/FlateDecode]", b"901 0 obj\n[/FlateDecode]\nendobj\n902 0 obj\n<<"
    )
    assert len(data) < MB
    with pytest.raises(InputError) as error:
        read(data, name="law.pdf")
    assert str(error.value) == SENTENCE


def test_no_more_is_unpacked_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = 0
    inflated = unpacking._inflated

    def watched(pieces):  # type: ignore[no-untyped-def]
        nonlocal seen
        for piece in inflated(pieces):
            seen = max(seen, len(piece))
            yield piece

    monkeypatch.setattr(unpacking, "_inflated", watched)
    streams = unpacking._PackedStreams(holding(BOMBS["twice"]))
    with pytest.raises(unpacking._TooMuchError):
        streams.check()
    assert seen <= 1 << 16
    assert streams._all <= unpacking.MOST_OF_STREAM + 2 * len(BIG)


def test_many_streams_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_OF_ALL", 7 * MB)
    one = (b"/Filter /FlateDecode", packed(2 * MB))
    read(holding(one, one), name="law.pdf")
    with pytest.raises(InputError, match="unpacks to more"):
        read(holding(one, one, one), name="law.pdf")


@pytest.mark.parametrize(
    "contents", ["[" + "900 0 R " * 99 + "]", "[%]\n" + "900 0 R%]\n" * 99 + "]"]
)
def test_a_stream_is_counted_as_often_as_a_page_holds_it(contents: str) -> None:
    array = f"800 0 obj\n{contents}\nendobj\n".encode()
    data = holding((b"/Filter /FlateDecode", packed(2 * MB)))
    read(data, name="law.pdf")
    with pytest.raises(InputError, match="unpacks to more"):
        read(data.replace(b"xref\n", array + b"xref\n", 1), name="law.pdf")


def test_a_stream_is_counted_for_each_page_that_holds_it() -> None:
    pages = b"".join(b"%d 0 obj << /Cont#65nts 900 0 R >> endobj\n" % n for n in range(300, 399))
    packed_pages = (b"/Type /ObjStm /N 99 /First 4 /Filter /FlateDecode", zlib.compress(pages))
    data = holding((b"/Filter /FlateDecode", packed(2 * MB)), packed_pages)
    with pytest.raises(InputError, match="unpacks to more"):
        read(data, name="law.pdf")


def test_what_is_not_packed_is_counted_so_too() -> None:
    array = b"800 0 obj [" + b"900 0 R " * 999 + b"] endobj\n"
    data = holding((b"", b"0 0 m 9 9 l S " * 20_000)).replace(b"xref\n", array + b"xref\n", 1)
    with pytest.raises(InputError, match="unpacks to more"):
        read(data, name="law.pdf")


def test_pictures_may_be_large() -> None:
    picture = b"/Subtype /Image /Width 9000 /Height 6000 /Filter /FlateDecode"
    read(holding((picture, packed(54 * MB, b"\xff" * 1000))), name="law.pdf")


def test_a_lock_that_opens_by_itself_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    # What lies locked in the file is told when pdfium has taken the lock away.
    from annotator.readers.pdf import document

    monkeypatch.setattr(document, "_unlocked", lambda _: holding(BOMBS["flate"]))
    with pytest.raises(InputError, match="unpacks to more"):
        read(LAW, name="law.pdf")


def test_objects_that_begin_in_one_another_are_not_gone_through_again_and_again() -> None:
    nested = b"<< /A " + b"1 0 obj << " * 20_000
    with pytest.raises(InputError, match="unpacks to more"):
        unpacking.check_unpacked(Intake("law.pdf", nested))
