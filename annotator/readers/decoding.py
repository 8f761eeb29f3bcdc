"""From bytes to the canonical text: encodings, line ends, and characters that print as nothing."""

from __future__ import annotations

import codecs
import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Literal

import msgspec

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.readers.traced import Change, Traced

# UTF-32 stands before UTF-16, whose little-endian mark is the beginning of its own.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What English texts were saved in before UTF-8. Offered more, the guesser takes dashes and quotes
# for the accents of other languages.
_OLDER_ENCODINGS = ["cp1252", "mac_roman"]

# What XML may say of itself and be believed: a byte is a letter in all of them.
_DECLARED = expression(
    rb"""\s*<\?xml[^>]{1,80}\bencoding\s*=\s*["']((?:iso-8859-|windows-125|cp125)\d{1,2})["']""",
    re.IGNORECASE,
)

# What a web page may say of itself and be believed, of all that a byte or two write alone, and as
# browsers take it.
_META = expression(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE
)
_META_WITHIN = 4096
_OF_PAGES = expression(r"iso8859-\d+|cp125\d|cp874|koi8-[rut]|mac-\w+|gbk|big5|cp949|euc_jp|cp932")
_AS_BROWSERS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gbk",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}

# What may have to go: one class of characters, because no other pattern is found as fast.
_SUSPECT = expression(
    "[\r\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\udc80-\udcff]"
)
_OTHER_LINE_ENDS = expression("[\r\x0b\x85\u2028\u2029]")
_FORM_FEED = expression("\f")
_FORM_FEED_IN_LINE = expression(r"(?<=[^\n\f])(?=\f)")
_WIDE_BLANKS = expression("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: So much of a file tells what it is; and so much of UTF-16 is letters of ASCII.
_SAMPLE, _MOSTLY = 65536, 0.9
#: Any of these; most words have none, and laws are read in many small pieces.
_NOT_CANONICAL = expression(
    "".join(
        ("[\f", *(one.pattern[1:-1] for one in (_SUSPECT, _OTHER_LINE_ENDS, _WIDE_BLANKS)), "]")
    )
)
_BROKEN = expression("[\udc80-\udcff]+")


class Decoded(msgspec.Struct, frozen=True):
    """The text of a file, character by character as an editor counts them.

    A byte order mark is no part of it, ``mark`` is its length in bytes; a byte that is no text
    stands as a lone surrogate, so that ``encoding`` gives back the very bytes. ``notes`` say, in
    sentences for the user, what had to be guessed.
    """

    text: str
    encoding: str = "utf-8"
    mark: int = 0
    notes: tuple[str, ...] = ()

    @property
    def line_end(self) -> Literal["\n", "\r\n", "\r"]:
        """How most of its lines end."""
        both = self.text.count("\r\n")
        bare, returns = self.text.count("\n") - both, self.text.count("\r") - both
        if both and both >= max(bare, returns):
            return "\r\n"
        return "\r" if returns > bare else "\n"

    def lines(self) -> array[int]:
        """The offsets at which the lines of the file start."""
        lines = self.text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
        return array("q", accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    def bytes_at(self, offsets: Iterable[int]) -> dict[int, int]:
        """The bytes of the file that stand before each of the offsets, its mark among them."""
        if self.text.isascii() and len("a".encode(self.encoding)) == 1:
            return {offset: self.mark + offset for offset in offsets}
        before, at = self.mark, 0
        found: dict[int, int] = {}
        for offset in sorted(set(offsets)):
            before += len(self.text[at:offset].encode(self.encoding, "surrogateescape"))
            at, found[offset] = offset, before
        return found


def decode(data: bytes, name: str) -> Decoded:
    """Decode the bytes of a file called ``name``.

    Raises:
        InputError: the bytes are no text in any encoding that English is written in.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_marked(data[len(mark) :], encoding, name), encoding, len(mark))
    if wide := _without_mark(data, name):
        return wide
    if _looks_binary(data):
        raise InputError(f"{name} is not a text file: save the law as plain text (UTF-8).")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return (
            _declared(data, _of_xml(data))
            or _mend_utf8(data, name)
            or _declared(data, _of_page(data))
            or _guess(data, name)
        )


def canonical(text: Traced, *, pages: bool = False) -> Traced:
    r"""The text that offsets refer to: one kind of line end, one kind of blank, nothing invisible.

    Args:
        text: what was decoded.
        pages: whether a form feed ends a page, as in text made from a PDF: it is then kept, at the
            beginning of the line that it stands before. Else it ends a line and no more.

    >>> canonical(Traced.whole("14.\u00a0Sec\u00adtion\r\nB")).text
    '14. Section\nB'
    """
    if not _NOT_CANONICAL.search(text.text):
        return text
    text = text.changed(_left_out(text.text))
    text = text.respelt(_OTHER_LINE_ENDS, "\n").respelt(_WIDE_BLANKS, " ")
    if "\f" not in text.text:
        return text
    return text.sub(_FORM_FEED_IN_LINE, "\n") if pages else text.respelt(_FORM_FEED, "\n")


def _left_out(text: str) -> Iterator[Change]:
    """What is invisible, or half of a line end; bytes that are no text become visible."""
    done = 0
    for match in _SUSPECT.finditer(text):
        start = match.start()
        if start < done:
            continue
        if broken := _BROKEN.match(text, start):
            done = broken.end()
            data = broken[0].encode("utf-8", "surrogateescape")
            yield start, done, data.decode("utf-8", "replace")
        elif match[0] != "\r" or text.startswith("\n", start + 1):
            yield start, start + 1, ""


def _marked(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        as_known = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise InputError(
            f"{name} begins as {as_known} and does not go on so: "
            "save it again as plain text (UTF-8)."
        ) from None


def _without_mark(data: bytes, name: str) -> Decoded | None:
    """UTF-16 that lacks its mark: of English every other byte is nothing; None for all else."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    firsts, seconds = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(firsts, seconds) < _MOSTLY * half or min(firsts, seconds):
        return None
    encoding = "utf-16-le" if seconds else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if _looks_binary(text[:_SAMPLE].encode("utf-8", "replace")):
        return None
    note = f"{name} is not UTF-8; it was read as {encoding.upper()}, by guess."
    return Decoded(text, encoding, notes=(note,))


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return b"\x00" in sample or control > len(sample) // 50


def _declared(data: bytes, encoding: str | None) -> Decoded | None:
    if encoding is None:
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _of_xml(data: bytes) -> str | None:
    declared = _DECLARED.match(data)
    return declared[1].decode() if declared else None


def _of_page(data: bytes) -> str | None:
    declared = _META.search(data, 0, _META_WITHIN)
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared[1].decode()).name
    except LookupError:
        return None
    name = _AS_BROWSERS.get(name, name)
    return name if _OF_PAGES.fullmatch(name) else None


def _mend_utf8(data: bytes, name: str) -> Decoded | None:
    """UTF-8 with a few broken bytes, as left by careless pasting; None where it is not UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - broken
    if broken * 10 > sound:
        return None
    places = "one place" if broken == 1 else f"{broken} places"
    note = f"{name} is broken UTF-8 in {places}, shown as \ufffd."
    return Decoded(data.decode("utf-8", errors="surrogateescape"), notes=(note,))


def _guess(data: bytes, name: str) -> Decoded:
    # Imported here: nearly every law is UTF-8, and start-up is precious.
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_OLDER_ENCODINGS).best()
    if best is None:
        raise InputError(
            f"{name} is in an encoding that cannot be recognised: save it as plain text (UTF-8)."
        )
    note = f"{name} is not UTF-8; it was read as {best.encoding}, by guess."
    return Decoded(str(best), best.encoding, notes=(note,))
