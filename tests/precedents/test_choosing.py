"""Which clauses an amendment gets, from an index that no network has filled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from annotator.errors import PrecedentsError
from annotator.library import load_library
from annotator.precedents import PrecedentIndex, PrecedentShelf, shelf_at, with_precedents
from annotator.schema import (
    Annotation,
    Clause,
    Edit,
    Finding,
    Gap,
    Law,
    Model,
    Precedent,
    Proposal,
    Scorecard,
)
from tests.precedents.shelf import MODEL, clause, kept, law, states

SEARCHED = "A woman shall be searched only by a woman officer."
NAME, VERSION = MODEL.split()


def embed(clauses: Sequence[Clause]) -> np.ndarray:
    """Every clause that is asked for stands where those of the index do."""
    return np.array([(1.0, 0.0)] * len(clauses), dtype=np.float32)


def annotated(country: str = "KE", template: str = "search-same-sex-officer") -> Annotation:
    asked = Clause(
        eid="sec_1", number="1", heading="Search", path=(), lead_in="",
        text="An officer may search a person.", start=0, end=31,
    )  # fmt: skip
    proposal = Proposal(
        template=template, issue="search", operation="insert_sentence", edits=(), adds=True,
        amended="An officer of the same sex searches.", instruction="", reason="", citations=(),
    )  # fmt: skip
    gap = Gap(
        need="same-sex-search", lacks="", issue="search", strength="standard", clauses=("1",),
        proposed_at=(), by_section=True, reason="", gcm=(), citations=(), text="A search is so.",
        heading="Search",
    )  # fmt: skip
    return Annotation(
        law=Law(
            title="Harbour Act", source="harbour.txt", sha256="0" * 64, language="en", format="txt",
            jurisdiction=country,
        ),
        model=Model(name=NAME, version=VERSION),
        findings=(
            Finding(clause=asked, label="blind", confidence=0.9, scores={}, proposals=(proposal,)),
        ),
        scorecard=Scorecard(clauses=1, labels={}, issues={}, review=0),
        gaps=(gap,),
    )  # fmt: skip


def given(annotation: Annotation, index: PrecedentIndex) -> tuple[Precedent, ...]:
    found = with_precedents(annotation, PrecedentShelf(index, MODEL), load_library(), embed)
    (proposal,) = found.findings[0].proposals
    assert proposal.precedents == found.gaps[0].precedents
    return proposal.precedents


def countries(precedents: Iterable[Precedent]) -> list[str]:
    return [one.country for one in precedents]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "precedents.sqlite"


def test_the_nearest_in_law_come_first_and_of_each_country_one(path: Path) -> None:
    laws = [
        (law(f"{code} {n}", code), SEARCHED)
        for code in ("FR", "ZA", "US", "UG", "GB")
        for n in (1, 2)
    ]
    with kept(path, *laws) as index:
        # Common law in East Africa; common law elsewhere; mixed law in Africa; civil law.
        assert countries(given(annotated("KE"), index)) == ["UG", "US", "GB"]
        assert countries(given(annotated("BW"), index))[:2] == ["ZA", "UG"]
        assert countries(given(annotated("ES"), index))[0] == "FR"


def test_the_country_s_own_laws_are_none(path: Path) -> None:
    with kept(path, (law("Own", "KE"), SEARCHED), (law("Theirs", "UG"), SEARCHED)) as index:
        assert countries(given(annotated("KE"), index)) == ["UG"]


def test_where_the_country_is_not_known_nothing_is_another_s(path: Path) -> None:
    with kept(path, (law("Theirs", "UG"), SEARCHED)) as index:
        assert given(annotated(""), index) == ()


def test_a_clause_that_does_something_else_is_none(path: Path) -> None:
    with kept(path, (law("Theirs", "UG"), "A woman may search the register.")) as index:
        assert given(annotated(), index) == ()


def test_one_that_is_worded_for_another_matter_is_none(path: Path) -> None:
    with PrecedentIndex(path, make=True) as index:
        index.keep(law("Far", "UG"), [clause(SEARCHED)], states((0.0, 1.0)))
        assert given(annotated(), index) == ()


def test_of_a_country_s_clauses_the_likest_is_given(path: Path) -> None:
    with PrecedentIndex(path, make=True) as index:
        alike = [clause(SEARCHED, "3"), clause(SEARCHED, "4"), clause(SEARCHED, "5")]
        index.keep(law("Theirs", "UG"), alike, states((1.0, 0.2), (1.0, 0.0), (1.0, 0.1)))
        assert [one.number for one in given(annotated(), index)] == ["4"]


def test_of_those_alike_the_one_that_says_most_of_what_the_amendment_says_is_given(
    path: Path,
) -> None:
    edits = (Edit(start=31, end=31, text="A person is searched by an officer of the same gender."),)
    annotation = annotated()
    (finding,) = annotation.findings
    (proposal,) = finding.proposals
    asked = replace(finding, proposals=(replace(proposal, edits=edits),))
    with PrecedentIndex(path, make=True) as index:
        kept_are = [clause("No woman is searched save by a woman.", "3"),
                    clause("A search is made by an officer of the same sex.", "4")]  # fmt: skip
        index.keep(law("Theirs", "UG"), kept_are, states((1.0, 0.0), (1.0, 0.0)))
        found = with_precedents(
            replace(annotation, findings=(asked,), gaps=()),
            PrecedentShelf(index, MODEL), load_library(), embed,
        )  # fmt: skip
    assert [one.number for one in found.findings[0].proposals[0].precedents] == ["4"]


def test_one_that_meets_the_need_and_says_nothing_of_the_amendment_is_none(path: Path) -> None:
    words = "Lamps and buoys along every pier of the harbour are lit at dusk by the master."
    annotation = annotated()
    (gap,) = annotation.gaps
    with kept(path, (law("Theirs", "UG"), SEARCHED)) as index:
        found = with_precedents(
            replace(annotation, gaps=(replace(gap, text=words),)),
            PrecedentShelf(index, MODEL), load_library(), embed,
        )  # fmt: skip
    assert found.gaps[0].precedents == ()


def test_a_precedent_is_cited_whole(path: Path) -> None:
    with PrecedentIndex(path, make=True) as index:
        kept_as = clause(SEARCHED, heading="Of search")
        index.keep(law("Ports", "UG", date="1999"), [kept_as], states((1.0, 0.0)))
        assert given(annotated(), index) == (
            Precedent(
                law="Ports Act", country="UG", date="1999", number="1(2)", eid="sec_1__subsec_2",
                heading="Of search", lead_in="", text=SEARCHED,
            ),
        )  # fmt: skip


def test_a_template_that_nobody_knows_gets_none(path: Path) -> None:
    annotation = replace(annotated(template="own-template"), gaps=())
    with kept(path, (law("Theirs", "UG"), SEARCHED)) as index:
        found = with_precedents(annotation, PrecedentShelf(index, MODEL), load_library(), embed)
        assert found.findings[0].proposals[0].precedents == ()


def test_an_index_of_another_pipeline_is_refused_with_what_to_do(path: Path) -> None:
    laws = ((law("Old", "UG", model="en_test 0.9"), SEARCHED), (law("New", "GB"), SEARCHED))
    with (
        kept(path, *laws) as index,
        pytest.raises(
            PrecedentsError,
            match=r"en_test 0\.9 has read, and this is en_test 1\.0: .*add --refresh",
        ),
    ):
        given(annotated(), index)


def test_an_index_is_read_once_for_all_laws_of_a_run_and_again_when_it_has_changed(
    path: Path,
) -> None:
    kept(path, (law("Theirs", "UG"), SEARCHED)).close()
    shelf = shelf_at(path, MODEL)
    assert shelf_at(path, MODEL) is shelf
    with PrecedentIndex(path, make=True) as index:
        index.keep(law("More", "GB"), [clause(SEARCHED)] * 9, states(*[(1.0, 0.0)] * 9))
    assert len(shelf_at(path, MODEL).kept) == 10
