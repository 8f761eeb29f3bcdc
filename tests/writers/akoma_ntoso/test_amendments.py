"""The amendments as a bill and as single documents: valid, each once, under the right numbers."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

import annotator
from annotator.errors import UsageError
from annotator.proposer.drafting_case import applied
from annotator.readers import read
from annotator.request import Request, View
from annotator.schedule import Amendment, adopted, schedule, shown
from annotator.schema import Annotation, Clause, Edit, Finding, Gap, Proposal, Source
from annotator.segmenter import segment
from tests.writers.akoma_ntoso.made import AKN, valid, written

ROOT = Path(__file__).parents[3]
LAWS = ["examples/border-management-bill.txt", "examples/foreigners-law.txt"]
MORE = ["tests/laws/detention.txt", "tests/laws/labour.txt"]
LAW = """\
FERRY ACT

Search
1. (1) A warden may search any passenger.
(2) The warden shall record the search.

Fees
2. A passenger shall pay the fee of her husband.
"""


@cache
def _annotated(name: str) -> tuple[Annotation, Source]:
    source = read(ROOT / name)
    return annotator.annotate(source, Request(all_proposals=True)), source


def _by_hand(*proposals: tuple[str, Proposal], gaps: tuple[Gap, ...] = ()) -> Annotation:
    """The law with amendments of its clauses, by their numbers."""
    source = read(LAW.encode(), name="ferry.txt")
    found = segment(source.text)
    empty = annotator.annotate(source, Request(proposals=False, overview=False))
    findings = tuple(
        Finding(
            clause=clause,
            label="blind",
            confidence=0.9,
            scores={},
            proposals=tuple(one for number, one in proposals if number == clause.number),
        )
        for clause in found.clauses
    )
    return replace(empty, findings=findings, gaps=gaps)


def _made(annotation: Annotation) -> tuple[Amendment, ...]:
    return adopted(schedule(annotation), annotation)


def _marked(element: etree._Element) -> str:
    """The words of an instruction with the marks around what it quotes; blanks are left out."""
    words = [element.get("startQuote", ""), element.text or ""]
    words += [_marked(child) + (child.tail or "") for child in element]
    return "".join("".join([*words, element.get("endQuote", "")]).split())


def _instructions(annotation: Annotation, source: Source, **view: Any) -> list[str]:
    """Those of the bill."""
    tree = valid(written(annotation, source, "akn-bill", **view))
    return [_marked(mod) for mod in tree.iter(f"{AKN}mod")]


def _scheduled(annotation: Annotation, source: Source, **view: Any) -> list[str]:
    """Those of the schedule."""
    printed = written(annotation, source, "amendments", **view).decode().strip().split("\n\n")
    heads = (re.match(r"\d+\. ", entry) for entry in printed)
    return ["".join(head.string[head.end() :].split()) for head in heads if head]


def _source() -> Source:
    return read(LAW.encode(), name="ferry.txt")


def _clause(number: str) -> Clause:
    return next(one for one in segment(_source().text).clauses if one.number == number)


def _subsection(number: int, words: str, *, instead_of: tuple[str, ...] = ()) -> Proposal:
    end = _clause("1(2)").end
    text = f"({number}) {words}"
    return Proposal(
        template=f"test-{words.split()[0].lower()}",
        issue="search",
        operation="insert_subsection",
        edits=(Edit(start=end, end=end, text=f"\n\n{text}"),),
        amended=text,
        instruction=f"At the end of section 1 insert: “{text}”",
        reason="A search touches the body.",
        citations=(),
        alternative_to=instead_of,
        adds=True,
    )


@pytest.mark.parametrize("name", LAWS)
@pytest.mark.parametrize("format", ["akn", "akn-bill", "akn-amendments"])
def test_every_document_is_valid_and_the_same_each_time(name: str, format: str) -> None:
    annotation, source = _annotated(name)
    data = written(annotation, source, format)
    valid(data)
    assert written(annotation, source, format) == data


@pytest.mark.parametrize("name", LAWS)
def test_each_change_is_said_to_programs(name: str) -> None:
    tree = valid(written(*_annotated(name), "akn-bill"))
    eids = {one.get("eId") for one in tree.iter() if one.get("eId")}
    mods = tree.findall(f".//{AKN}textualMod")
    assert len(mods) == len(tree.findall(f".//{AKN}mod")) > 0
    assert {one.get("type") for one in mods} <= {"insertion", "substitution", "repeal"}
    for one in mods:
        for name_ in ("source", "old", "new"):
            for end in one.findall(f"{AKN}{name_}"):
                assert end.get("href").removeprefix("#") in eids
    law = valid(written(*_annotated(name)))
    theirs = {one.get("eId") for one in law.iter() if one.get("eId")}
    for place in tree.iter(f"{AKN}destination", f"{AKN}ref"):
        assert place.get("href").partition("~")[2] in theirs


@pytest.mark.parametrize("name", [*LAWS, *MORE])
@pytest.mark.parametrize("view", [{}, {"labels": ("blind",)}, {"issues": ("detention", "search")}])
def test_the_bill_has_the_instructions_of_the_schedule(name: str, view: dict[str, Any]) -> None:
    annotation, source = _annotated(name)
    told = _instructions(annotation, source, **view)
    assert told == _scheduled(annotation, source, **view)
    assert told or view
    known = shown(schedule(annotation), annotation, View(**view))
    chosen = view | {"accept": tuple(one.number for one in known[1::2] if not one.instead_of)}
    assert _instructions(annotation, source, **chosen) == _scheduled(annotation, source, **chosen)


@pytest.mark.parametrize("name", [*LAWS, *MORE])
def test_all_changes_together_leave_no_number_twice_and_none_out(name: str) -> None:
    annotation, _ = _annotated(name)
    edits = [edit for amendment in _made(annotation) for edit in amendment.edits]
    # At one place words that go on with a sentence come first, then subsections, then sections.
    edits.sort(key=lambda edit: (edit.start, edit.text.startswith("\n")))
    assert all(one.end <= other.start for one, other in pairwise(edits))
    amended = segment(applied(annotation.text, edits))
    assert not any(re.search(r"_\w+_\d+$", one.eid) for one in _sections(amended))
    for section in _sections(amended):
        numbers = [one.label for one in section.items if one.word in ("subsection", "paragraph")]
        if numbers and numbers[0] in ("(1)", "1."):
            assert [int("".join(filter(str.isdigit, one))) for one in numbers] == list(
                range(1, len(numbers) + 1)
            )


def _sections(segmentation: object) -> list[annotator.schema.Provision]:
    roots = segmentation.provisions  # type: ignore[attr-defined]
    return [one for root in roots for one in root.walk() if one.word in ("section", "Article")]


def test_of_alternatives_the_better_is_made_and_numbers_close_up() -> None:
    better = _subsection(3, "Privacy is kept.")
    other = _subsection(4, "Screens are kept.", instead_of=("test-privacy",))
    last = _subsection(5, "Records are kept.")
    annotation = _by_hand(("1(1)", better), ("1(1)", other), ("1(2)", last))
    changes = _made(annotation)
    assert [change.edits[0].text for change in changes] == [
        "\n\n(3) Privacy is kept.",
        "\n\n(4) Records are kept.",
    ]
    assert changes[1].instruction == "At the end of section 1 insert: “(4) Records are kept.”"
    alone = valid(written(annotation, _source(), "akn-amendments"))
    assert len(alone.findall(f".//{AKN}amendment")) == 3
    assert "In place of amendment 1." in "".join(alone.itertext())


def test_of_two_that_open_a_section_the_second_follows_the_first() -> None:
    start, end = _clause("2").start, _clause("2").end

    def opening(words: str, *instead_of: str) -> Proposal:
        text = f"(2) {words}"
        number = Edit(start=start, end=start, text="(1) ")
        return replace(
            _subsection(2, words, instead_of=instead_of),
            edits=(number, Edit(start=end, end=end, text=f"\n\n{text}")),
            instruction=f"Number the text of section 2 as subsection (1) and add: “{text}”",
        )

    fees, crews = opening("Fees are low."), opening("Crews are paid.", "test-fees")
    annotation = _by_hand(("2", fees), ("2", crews))
    tree = valid(written(annotation, _source(), "akn-bill"))
    assert [one.text for one in tree.findall(f".//{AKN}subsection/{AKN}num")] == ["(2)", "(3)"]
    places = [one.get("href").partition("~")[2] for one in tree.iter(f"{AKN}destination")]
    assert places == ["sec_2", "sec_2"]
    (told,) = _instructions(annotation, _source(), accept=(2,))
    assert told == "Numberthetextofsection2assubsection(1)andadd:“(2)Crewsarepaid.”"


def test_a_bill_of_what_is_accepted_refuses_what_excludes_another() -> None:
    better = _subsection(3, "Privacy is kept.")
    other = _subsection(3, "Screens are kept.", instead_of=("test-privacy",))
    annotation = _by_hand(("1(1)", better), ("1(1)", other))
    with pytest.raises(UsageError, match="Amendment 2 stands instead of amendment 1"):
        written(annotation, _source(), "akn-bill", accept=(1, 2))


def test_new_sections_are_made_where_no_clause_is_amended_for_their_matter() -> None:
    end = _clause("1(2)").end

    def gap(number: str, *at: str, by_section: bool = False) -> Gap:
        text = f"Care\n{number}. (1) Care is given.\n(2) It is free."
        return Gap(
            need=f"need-{number.lower()}",
            lacks="No one is cared for",
            issue="health",
            strength="minimum",
            clauses=("1(1)",),
            proposed_at=at,
            by_section=by_section,
            reason="Passengers fall ill.",
            gcm=(),
            citations=(),
            after="section 1",
            number=number,
            heading="Care",
            text=text,
            edits=(Edit(start=end, end=end, text=f"\n\n{text}"),),
            instruction=f"After section 1 insert: “{' '.join(text.split())}”",
        )

    annotation = _by_hand(
        gaps=(gap("1C", by_section=True), gap("1A", "1(1)"), gap("1B", by_section=True))
    )
    tree = valid(written(annotation, _source(), "akn-bill"))
    sections = tree.findall(f".//{AKN}quotedStructure/{AKN}section")
    assert [one.find(f"{AKN}num").text for one in sections] == ["1A.", "1B."]
    assert [one.get("eId").rpartition("__")[2] for one in sections] == ["sec_1A", "sec_1B"]
    first = sections[0]
    assert first.find(f"{AKN}heading").text == "Care"
    assert [one.find(f"{AKN}num").text for one in first.findall(f"{AKN}subsection")] == [
        "(1)",
        "(2)",
    ]


def test_what_goes_and_what_comes_are_told_apart() -> None:
    clause = _clause("2")
    start = clause.start + clause.text.index("of her husband")
    words = "of her husband"
    proposal = Proposal(
        template="test-fee",
        issue="equality",
        operation="replace_term",
        edits=(Edit(start=start, end=start + len(words), text="that is prescribed"),),
        amended="",
        instruction=f"In section 2, for “{words}” substitute “that is prescribed”.",
        reason="A fee is a passenger's own.",
        citations=(),
    )
    tree = valid(written(_by_hand(("2", proposal)), _source(), "akn-bill"))
    said = {one.get("eId"): one.text for one in tree.iter(f"{AKN}quotedText")}
    mod = tree.find(f".//{AKN}textualMod")
    assert mod.get("type") == "substitution"
    assert mod.find(f"{AKN}destination").get("href").endswith("/~sec_2")
    assert said[mod.find(f"{AKN}old").get("href")[1:]] == words
    assert said[mod.find(f"{AKN}new").get("href")[1:]] == "that is prescribed"
    assert "".join(tree.find(f".//{AKN}mod").itertext()) == (
        "In section 2, for of her husband substitute that is prescribed."
    )


def test_what_is_omitted_beside_a_replacement_goes_and_nothing_comes_for_it() -> None:
    clause = _clause("2")
    start = clause.start + clause.text.index("of her husband")
    edits = (
        Edit(start=start, end=start + len("of"), text="from"),
        Edit(start=start + len("of "), end=start + len("of her"), text=""),
        Edit(start=start + len("of her"), end=start + len("of her husband"), text=""),
    )
    proposal = Proposal(
        template="test-fee",
        issue="equality",
        operation="replace_term",
        edits=edits,
        amended="",
        instruction="In section 2, for “of” substitute “from”, omit “her” and omit “ husband”.",
        reason="A fee is a passenger's own.",
        citations=(),
    )
    tree = valid(written(_by_hand(("2", proposal)), _source(), "akn-bill"))
    said = {one.get("eId"): one.text for one in tree.iter(f"{AKN}quotedText")}
    mod = tree.find(f".//{AKN}textualMod")
    gone = [said[one.get("href")[1:]].strip() for one in mod.findall(f"{AKN}old")]
    come = [said[one.get("href")[1:]] for one in mod.findall(f"{AKN}new")]
    assert (gone, come) == (["of", "her", "husband"], ["from"])


def test_a_law_without_amendments_says_that_there_are_none() -> None:
    annotation = _by_hand()
    for format in ("akn-bill", "akn-amendments"):
        tree = valid(written(annotation, _source(), format))
        assert "No amendment of the Ferry Act is proposed." in "".join(tree.itertext())
