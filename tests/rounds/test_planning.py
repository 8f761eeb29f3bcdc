"""A new round is chosen from annotated laws, and kept before a server hears of it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from annotator.errors import UsageError
from annotator.rounds.manifest import Round
from annotator.rounds.planning import fewer, must_be_as_asked, plan, unpublished
from annotator.rounds.store import Store
from tests.rounds.test_gathering import PUBLISHED, REQUEST, TEXTS, embed, law


def planned(store: Store, corpora: Path, sha256: str) -> Round:
    return plan(
        store,
        [law(*TEXTS, sha256=sha256)],
        REQUEST,
        embed=embed,
        corpora=corpora,
        url="http://127.0.0.1:8000",
        assisted=True,
    )


def test_it_is_kept_as_it_was_asked_for(store: Store, tmp_path: Path) -> None:
    round_ = planned(store, tmp_path, "f" * 64)
    assert store.read("G") == round_
    assert (round_.state, round_.assisted, round_.seed) == ("selected", True, 7)
    assert round_.model == "gender_clause 0.1.0"
    assert [clause.text for clause in round_.clauses] == [TEXTS[0], TEXTS[1], TEXTS[3]]
    assert [project.members for project in round_.projects] == [("ana", "ben")]


def test_a_law_that_the_corpora_do_not_name_will_be_closed_with_its_text(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "laws.yaml").write_bytes(msgspec.yaml.encode([PUBLISHED]))
    assert unpublished(planned(store, tmp_path, PUBLISHED.sha256)) == []
    assert unpublished(planned(store, tmp_path, "0" * 64)) == [PUBLISHED.title]


def test_fewer_clauses_than_asked_for_come_with_the_reason(store: Store, tmp_path: Path) -> None:
    round_ = planned(store, tmp_path, "f" * 64)
    assert fewer(round_) == (
        "3 clauses instead of the 10 asked for: the laws hold 4, of which 1 have fewer than 5 "
        "words."
    )
    asked = msgspec.structs.replace(round_.asked, size=3)
    assert fewer(msgspec.structs.replace(round_, asked=asked)) == ""
    assert fewer(msgspec.structs.replace(round_, asked=None)) == ""


@pytest.mark.parametrize(
    ("given", "changed", "laws", "said"),
    [
        (["size"], {"size": 11}, [], "with --size 10 (not 11)"),
        (["annotators"], {"annotators": ("ana",)}, [], "with --annotators ana,ben (not ana)"),
        (["seed", "overlap"], {"seed": 8, "overlap": 0.5}, [], "overlap 1.0 (not 0.5), --seed 7"),
        ([], {}, ["0" * 64], "with other laws"),
        (["votes"], {"votes": 2}, [], "with --votes 1 (not 2)"),
        (["country"], {"countries": {"ana": "KE"}}, [], "with --country none (not KE=ana)"),
    ],
)
def test_a_name_that_is_taken_hides_no_other_round(
    store: Store, tmp_path: Path, given: list[str], changed: dict, laws: list[str], said: str
) -> None:
    round_ = planned(store, tmp_path, "f" * 64)
    other = msgspec.structs.replace(REQUEST, **changed)
    must_be_as_asked(round_, REQUEST, given, ["f" * 64], assisted=True)
    must_be_as_asked(round_, other, [], [], assisted=False)  # nothing was said of it
    with pytest.raises(UsageError) as refused:
        must_be_as_asked(round_, other, given, laws, assisted=True)
    assert said in str(refused.value)
    assert "annotate rounds open --name G` alone, or take another name" in str(refused.value)
