"""From bytes to the canonical text: encodings, line ends, and characters that print as nothing."""

from __future__ import annotations

import codecs
import re

from annotator.errors import InputError

# UTF-32 stands before UTF-16, whose little-endian mark is the beginning of its own.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What English texts were saved in before UTF-8. Offered more, the guesser takes dashes and quotes
# for the accents of other languages.
_OLDER_ENCODINGS = ["cp1252", "mac_roman"]

_LINE_ENDS = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_WIDE_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode ``data`` and say, in sentences for the user, what had to be guessed.

    Raises:
        InputError: the bytes are no text in any encoding that English is written in.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, name), ()
    if _looks_binary(data):
        raise InputError(f"{name} is not a text file: save the law as plain text (UTF-8).")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _mend_utf8(data, name) or _guess(data, name)


def canonical(text: str) -> str:
    r"""The text that offsets refer to: one kind of line end, one kind of blank, nothing invisible.

    >>> canonical("14.\u00a0Sec\u00adtion\r\nB")
    '14. Section\nB'
    """
    text = _LINE_ENDS.sub("\n", text)
    return _WIDE_BLANKS.sub(" ", _INVISIBLE.sub("", text))


def _marked(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise InputError(
            f"{name} begins as {encoding.upper().removesuffix('-SIG')} and does not go on so: "
            "save it again as plain text (UTF-8)."
        ) from None


def _looks_binary(data: bytes) -> bool:
    sample = data[:65536]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return b"\x00" in sample or control > len(sample) // 50


def _mend_utf8(data: bytes, name: str) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few broken bytes, as left by careless pasting; None where it is not UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - broken
    if broken * 10 > sound:
        return None
    places = "one place" if broken == 1 else f"{broken} places"
    return text, (f"{name} is broken UTF-8 in {places}, shown as \ufffd.",)


def _guess(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    # Imported here: nearly every law is UTF-8, and start-up is precious.
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_OLDER_ENCODINGS).best()
    if best is None:
        raise InputError(
            f"{name} is in an encoding that cannot be recognised: save it as plain text (UTF-8)."
        )
    return str(best), (f"{name} is not UTF-8; it was read as {best.encoding}, by guess.",)
