"""A new round is chosen from annotated laws, and kept before a server hears of it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from annotator.rounds.manifest import Round
from annotator.rounds.planning import plan, unpublished
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
