"""Which pieces are kept."""

import sys
from types import SimpleNamespace

import pytest

from annotator.errors import CorpusError, UsageError
from annotator.training.encoders.vocabulary import (
    choose,
    common_words,
    kept_pieces,
    texts_of,
    write_pieces,
)

PIECES = ["<s>", "▁law", "▁laws", "▁Law", "▁droit", "x", "é", "7", "—", "▁", "Ж", "▁loi"]


class Words:
    """A tokenizer by words."""

    def encode_batch(self, lines, add_special_tokens):
        assert not add_special_tokens
        known = [[f"▁{word}" for word in line.split()] for line in lines]
        return [SimpleNamespace(ids=[PIECES.index(p) for p in row if p in PIECES]) for row in known]


def test_pieces_are_kept_that_laws_use_twice_or_common_words_at_all():
    kept = choose(Words(), PIECES, ["laws\ndroit droit", "other"], ["law"])
    named = {PIECES[place] for place in kept}
    assert {"▁droit", "▁law", "▁Law"} <= named
    assert not {"▁laws", "▁loi"} & named


def test_single_letters_digits_and_marks_are_always_kept():
    named = {PIECES[place] for place in choose(Words(), PIECES, [], [])}
    assert named == {"x", "é", "7", "▁"}


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "pieces"
    write_pieces([0, 3, 8, 20], 21, path)
    assert path.stat().st_size == 3
    assert kept_pieces(21, path) == [0, 3, 8, 20]


def test_a_choice_among_others_is_refused(tmp_path):
    write_pieces([1], 16, tmp_path / "pieces")
    with pytest.raises(CorpusError, match="does not choose among 99 pieces"):
        kept_pieces(99, tmp_path / "pieces")


def test_the_choice_in_use_leaves_a_tenth_of_e5():
    kept = kept_pieces(250_002)
    assert 20_000 < len(kept) < 40_000
    assert kept == sorted(set(kept))


def test_texts_are_read_without_tags(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "law.xml").write_text("<Act><Text>A &amp; B</Text></Act>")
    (tmp_path / "list.json").write_text("{}")
    assert [text.split() for text in texts_of([tmp_path])] == [["A", "&", "B"]]
    with pytest.raises(UsageError, match="no folder"):
        list(texts_of([tmp_path / "none"]))


def test_lists_of_words_say_what_they_need(monkeypatch):
    monkeypatch.setitem(sys.modules, "wordfreq", None)
    assert common_words([]) == []
    with pytest.raises(UsageError, match="pip install wordfreq"):
        common_words(["en"])
