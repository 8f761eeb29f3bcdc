"""The compiled table, as the library that reads it understands it."""

import pytest

from annotator.training.encoders.charsmap import compiled

tokenizers = pytest.importorskip("tokenizers")

FEW = {"½": "1⁄2", "\t": " ", "\u200b": "", "ﬁ": "fi", "a": "b", "É": "E\u0301", "🛂": "V"}


def _normalise(table):
    return tokenizers.normalizers.Precompiled(compiled(table)).normalize_str


def test_each_is_replaced_and_nothing_else():
    normalise = _normalise(FEW)
    for one, others in FEW.items():
        assert normalise(f"x{one}z{one}") == f"x{others}z{others}"
    assert normalise("xyz è — …") == "xyz è — …"


def test_thousands_find_their_places():
    many = {chr(code): chr(code + 1) for code in range(0x4E00, 0x6000)}
    normalise = _normalise(many)
    for one in list(many)[::97]:
        assert normalise(one) == many[one]
    assert normalise("\u6000") == "\u6000"
