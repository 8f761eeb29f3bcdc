"""A table of code points in the compiled form that SentencePiece and ``tokenizers`` read.

That is the size of a double array (u32), the array, and the replacements, each with a zero byte
behind it. The array is a trie over the UTF-8 bytes of what is replaced, in the units of Darts-
clone: of a node bits 10 to 30 hold an offset (from bit 8 up where bit 9 is set: the offset is then
that times 256), bit 8 says that a word ends here, bits 0 to 7 are the byte that led here. The child
for a byte *b* of the node at *n* stands at *n* xor its offset xor *b*; the child for 0 is the leaf,
whose bit 31 is set and whose lower bits say where the replacement begins.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from itertools import count
from typing import Any

_LEAF = 1 << 31
_ENDS = 1 << 8
_FAR = 1 << 9
_NEAR_OFFSETS = 1 << 21
_UNITS = 256

#: A node of the trie: its children by the byte that leads to them, and under 0 what the word that
#: ends here is replaced by, as a place.
_Node = dict[int, Any]


def compiled(table: Mapping[str, str]) -> bytes:
    """``table`` as a charsmap. Neither side may hold a zero byte.

    >>> compiled({"½": "1/2"})[-4:]
    b'1/2\\x00'
    """
    pool = bytearray()
    places: dict[str, int] = {}
    for replacement in sorted(set(table.values())):
        places[replacement] = len(pool)
        pool += replacement.encode() + b"\0"
    units = _double_array(_trie(table, places))
    array = struct.pack(f"<{len(units)}I", *units)
    return struct.pack("<I", len(array)) + array + bytes(pool)


def _trie(table: Mapping[str, str], places: Mapping[str, int]) -> _Node:
    root: _Node = {}
    for word, replacement in sorted(table.items()):
        node = root
        for byte in word.encode():
            node = node.setdefault(byte, {})
        node[0] = places[replacement]
    return root


def _double_array(root: _Node) -> list[int]:
    units = {0: 0}
    waiting = [(0, root)]
    free = 1
    while waiting:
        at, node = waiting.pop()
        while free in units:
            free += 1
        base = _base(at, node, units, free)
        offset = at ^ base
        ends = _ENDS if 0 in node else 0
        where = offset << 10 if offset < _NEAR_OFFSETS else offset << 2 | _FAR
        units[at] |= where | ends
        for byte, child in node.items():
            units[base ^ byte] = byte if byte else child | _LEAF
            if byte:
                waiting.append((base ^ byte, child))
    size = (max(units) // _UNITS + 2) * _UNITS
    # A unit that nothing uses must match no byte; the mark of a leaf matches none.
    return [units.get(at, _LEAF) for at in range(size)]


def _base(at: int, node: _Node, units: Mapping[int, int], free: int) -> int:
    """A place from which every child of ``node`` finds a free one; none below ``free`` is."""
    first = min(node, default=0)
    for place in count(free):
        base = place ^ first
        offset = at ^ base
        reachable = offset < _NEAR_OFFSETS or not offset % _UNITS
        if base and reachable and all(base ^ byte not in units for byte in node):
            return base
    raise AssertionError("places do not end")
