"""What the streams of a PDF unpack to: told before pdfium unpacks them, and never kept.

pdfium holds all that a stream says, and many times that of the operators in it. Pictures are large
and are not unpacked by it; but anything may be called a picture, so what reads like operators
counts there too.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.readers.intake import Intake

#: No law's stream unpacks to so many bytes, nor do all of them together; nor its pictures.
MOST_OF_STREAM, MOST_OF_ALL, MOST_OF_PICTURES = 40_000_000, 150_000_000, 4_000_000_000
_PIECE = 1 << 16
#: What stands before streams may be gone through so many times: objects may begin in another.
_TIMES = 8
_OBJECT = expression(rb"(?<![A-Za-z])obj(?![A-Za-z])")
_NUMBERED = expression(rb"(?<!\d)(\d{1,10})[\s\0]+\d{1,5}[\s\0]+obj(?![A-Za-z])")
_BLANK = rb"(?:[\s\0]|%[^\r\n]*+)*+"
_TOKEN = expression(
    _BLANK + rb"(<<|>>|[\[\]]|\((?:[^()\\]|\\.)*|<[^>]*>?|/[^\s\0()<>\[\]{}/%]*|"
    rb"[^\s\0()<>\[\]{}/%]+|[{})])",
    re.DOTALL,
)
_STRING_END = expression(rb"[()]|\\.", re.DOTALL)
_STREAM = expression(_BLANK + rb"stream[^\r\n]*(?:\r\n?|\n)")
_COMMENT = expression(rb"%[^\r\n]*+")
_CONTENTS = expression(rb"/Contents[\s\0]*+(\d+)[\s\0]+\d+[\s\0]+R")
_ARRAY = expression(rb"\[((?:[\s\0]*+\d++[\s\0]++\d++[\s\0]++R)++)")
_IN_ARRAY = expression(rb"(\d+)\s+\d+\s+R")
_ESCAPED = expression(rb"#([0-9A-Fa-f]{2})")
_NAMES = {
    b"Fl": b"FlateDecode", b"LZW": b"LZWDecode", b"RL": b"RunLengthDecode",
    b"A85": b"ASCII85Decode", b"AHx": b"ASCIIHexDecode",
}  # fmt: skip
_OPERATORS = bytes(range(0x20, 0x7F)) + b"\t\n\f\r\0"


class _PackedStream(NamedTuple):
    filters: list[bytes]
    picture: bool
    objects: bool
    start: int
    length: int


class _TooMuchError(Exception):
    """More than any law holds."""


def check_unpacked(intake: Intake, data: bytes | None = None) -> None:
    """See that what the streams of a PDF unpack to is what a law may hold.

    Args:
        intake: the file.
        data: its bytes as they are without a lock, where it had one.

    Raises:
        InputError: it is more.
    """
    data = intake.data if data is None else data
    try:
        _PackedStreams(data).check()
    except _TooMuchError:
        raise InputError(
            f"{intake.name} unpacks to more than any law would: print it to a new PDF, or give the "
            "law as plain text (.txt)."
        ) from None


class _PackedStreams:
    """The streams that lie in the bytes of a file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        numbered = list(_NUMBERED.finditer(data))
        self._places = {match[1]: match.end() for match in numbered}
        self._numbers = {match.end(): int(match[1]) for match in numbered}
        #: How many bytes the streams of objects unpack to, and what other objects say.
        self._sizes: dict[int, int] = {}
        self._objects: list[bytes] = [data]
        self._gone_through = 0
        self._all = self._pictures = 0

    def check(self) -> None:
        for match in _OBJECT.finditer(self._data):
            if stream := self._stream(match.end()):
                before = self._all
                self._count(stream)
                number = self._numbers.get(match.end(), -1)
                self._sizes[number] = max(
                    self._sizes.get(number, 0),
                    self._all - before if stream.filters else stream.length,
                )
        # A page holds a stream as often as it is among its contents; so do all pages.
        for number, times in _uses(self._objects).items():
            self._all += self._sizes.get(number, 0) * (times - 1)
            if self._all > MOST_OF_ALL:
                raise _TooMuchError

    def _count(self, stream: _PackedStream) -> None:
        """Unpack a stream, step by step, as far as its filters pack."""
        rest = memoryview(self._data)[stream.start :]
        pieces: Iterator[bytes] = (bytes(rest[i : i + _PIECE]) for i in range(0, len(rest), _PIECE))
        filters = stream.filters
        if not filters:
            return
        if filters[0] != b"FlateDecode":
            self._go_through(stream.length)
            pieces = iter([bytes(rest[: stream.length])])
        for at, name in enumerate(filters):
            if name == b"FlateDecode":
                pieces = self._counted(_inflated(pieces), picture=stream.picture)
            elif name == b"ASCIIHexDecode":
                pieces = iter([_from_hex(b"".join(pieces))])
            elif name == b"ASCII85Decode":
                pieces = iter([_from_85(b"".join(pieces))])
            elif name in (b"LZWDecode", b"RunLengthDecode"):
                if any(other in _NAMES.values() for other in filters[at + 1 :]):
                    raise _TooMuchError  # nobody packs what is packed
                packed = b"".join(pieces)
                told = _lzw(packed) if name == b"LZWDecode" else _run_lengths(packed)
                self._add(told, to_all=not stream.picture)
                return
            elif name != b"Crypt":
                break
        kept = [piece for piece in pieces if stream.objects]
        self._objects.append(b"".join(kept))

    def _counted(self, pieces: Iterator[bytes], *, picture: bool) -> Iterator[bytes]:
        told = 0
        for piece in pieces:
            if picture and 2 * len(piece.translate(None, _OPERATORS)) >= len(piece):
                self._pictures += len(piece)
                if self._pictures > MOST_OF_PICTURES:
                    raise _TooMuchError
            else:
                told += len(piece)
                self._add(len(piece))
                if told > MOST_OF_STREAM:
                    raise _TooMuchError
            yield piece

    def _add(self, count: int, *, to_all: bool = True) -> None:
        self._all += count if to_all else 0
        if count > MOST_OF_STREAM or self._all > MOST_OF_ALL:
            raise _TooMuchError

    def _stream(self, at: int) -> _PackedStream | None:
        """What the dictionary behind ``at`` says of the stream behind it, if there is one."""
        first = _TOKEN.match(self._data, at)
        if first is None or first[1] != b"<<":
            return None
        said: dict[bytes, list[bytes]] = {}
        key, open_ = b"", [b""]
        for token, end in self._tokens(at):
            at = end
            if token in (b"<<", b"["):
                open_.append(token)
            elif token in (b">>", b"]") and (open_[-1] == b"[" or token == b">>"):
                open_.pop()
            if len(open_) == 1:
                break
            if len(open_) == 2 and token[:1] == b"/" and (not key or said[key]):
                key = _name(token)
                said[key] = []
            elif key:
                said[key].append(token)
        begins = _STREAM.match(self._data, at)
        if begins is None:
            return None
        names = [_name(token) for token in self._value(said.get(b"Filter", []))]
        filters = [_NAMES.get(name, name) for name in names if name]
        start = begins.end()
        picture = said.get(b"Subtype", [])[:1] == [b"/Image"] and b"Width" in said
        objects = [_name(token) for token in said.get(b"Type", [])] == [b"ObjStm"]
        length = self._length(start, said.get(b"Length", []))
        return _PackedStream(filters, picture, objects, start, length)

    def _length(self, start: int, said: list[bytes]) -> int:
        value = self._value(said)
        told = int(value[0]) if value and value[0].isdigit() and len(value[0]) < 10 else -1
        if 0 <= told <= len(self._data) - start:
            return told
        end = self._data.find(b"endstream", start)
        return (len(self._data) if end < 0 else end) - start

    def _value(self, said: list[bytes]) -> list[bytes]:
        """A value, or what the object says that it names."""
        for _ in range(3):
            if len(said) != 3 or said[2] != b"R" or said[0] not in self._places:
                break
            found, depth = [], 0
            for token, _ in self._tokens(self._places[said[0]]):
                depth += (token == b"[") - (token == b"]")
                found.append(token)
                if token == b"endobj" or (not depth and (token == b"]" or token[:1] == b"/")):
                    break
                if not depth and len(found) == 3:
                    break
            said = [token for token in found if token != b"endobj"]
        return said

    def _tokens(self, at: int) -> Iterator[tuple[bytes, int]]:
        """The tokens behind a place, and where each ends."""
        data = self._data
        while match := _TOKEN.match(data, at):
            end = match.end()
            if match[1][:1] == b"(":
                depth = 1
                while depth and (found := _STRING_END.search(data, end)):
                    depth += (found[0] == b"(") - (found[0] == b")")
                    end = found.end()
            self._go_through(end - at)
            at = end
            yield match[1], end

    def _go_through(self, count: int) -> None:
        self._gone_through += count
        if self._gone_through > _TIMES * len(self._data):
            raise _TooMuchError


def _uses(objects: list[bytes]) -> Counter[int]:
    """How often each object is what a page holds, or is in an array."""
    found: Counter[int] = Counter()
    for data in objects:
        plain = _ESCAPED.sub(_unescaped, data)
        # A per cent sign opens a comment, or is one of a string.
        for text in {plain, _COMMENT.sub(b" ", plain)}:
            uses = Counter(int(match[1]) for match in _CONTENTS.finditer(text))
            for array in _ARRAY.finditer(text):
                uses.update(int(match[1]) for match in _IN_ARRAY.finditer(array[1]))
            found |= uses
    return found


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)])


def _name(token: bytes) -> bytes:
    """A name as it is meant; empty where the token is none."""
    if token[:1] != b"/":
        return b""
    return _ESCAPED.sub(_unescaped, token[1:])


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    one = zlib.decompressobj()
    for piece in pieces:
        packed, full = piece, True
        while packed or full:
            try:
                out = one.decompress(packed, _PIECE)
            except zlib.error:
                return
            if out:
                yield out
            packed, full = one.unconsumed_tail, len(out) == _PIECE
            if one.eof:
                return


def _from_hex(packed: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", packed.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _from_85(packed: bytes) -> bytes:
    told = re.sub(rb"\s|\0", b"", packed).partition(b"~")[0]
    told = re.match(rb"[!-uz]*", told)[0]  # type: ignore[index]
    try:
        return base64.a85decode(told)
    except ValueError:
        raise _TooMuchError from None


def _run_lengths(packed: bytes) -> int:
    """How many bytes runs unpack to."""
    at = told = 0
    while at < len(packed) and packed[at] != 128:
        run = packed[at]
        told += run + 1 if run < 128 else 257 - run
        at += run + 2 if run < 128 else 2
    return told


def _lzw(packed: bytes) -> int:
    """How many bytes LZW unpacks to, whichever way its codes grow longer."""
    return max(_lzw_grown(packed, early) for early in (0, 1))


def _lzw_grown(packed: bytes, early: int) -> int:
    lengths: list[int] = []
    told = bits = held = last = 0
    width = 9
    for byte in packed:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & (1 << width) - 1
        if code == 257 or code > 258 + len(lengths):
            break
        if code == 256:
            lengths, last, width = [], 0, 9
            continue
        if last and len(lengths) < 4096 - 258:
            lengths.append(last + 1)
        last = 1 if code < 256 else lengths[code - 258] if code - 258 < len(lengths) else 1
        told += last
        if told > MOST_OF_STREAM:
            break
        while width < 12 and 258 + len(lengths) + early >= 1 << width:
            width += 1
    return told
