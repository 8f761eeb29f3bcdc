"""What readers held of the amendments: the rubric's figures are those of the verdicts."""

from pathlib import Path

import msgspec
import pytest

from annotator.measuring.readings import ReadProposal, is_doubtful, readings, table

RUBRIC = Path("docs/reading-rubric.md").read_text(encoding="utf-8")
READ = readings(Path("docs/readings"))


def accepted(proposals: list[ReadProposal], reader: str) -> int:
    return sum(one.verdicts[reader].acceptable for one in proposals)


@pytest.mark.parametrize("number", READ)
def test_the_rubric_has_the_figures_of_the_verdicts(number: int) -> None:
    proposals = READ[number]
    row = next(line for line in RUBRIC.splitlines() if line.startswith(f"| {number}, "))
    agreed = sum(len({v.acceptable for v in one.verdicts.values()}) == 1 for one in proposals)
    for count in (accepted(proposals, "A"), accepted(proposals, "B"), agreed):
        assert f"| {count} of {len(proposals)}" in row


def test_the_docs_have_the_figures_of_doubtful_clauses_and_of_laws_on_migration() -> None:
    weight = Path("docs/weight.md").read_text(encoding="utf-8")
    found = [one for number in (6, 7) for one in READ[number] if is_doubtful(one)]
    both_right = [one for one in found if all(v.flag_right for v in one.verdicts.values())]
    assert f"of {len(found)} proposals for such clauses" in weight
    assert accepted(found, "A") == accepted(found, "B") == len(both_right) == 13
    assert "each reader accepted 13, and both held 13" in weight
    ours = [one for one in READ[8] if not one.law.startswith("GB-1996")]
    assert f"Of the {len(ours)} for laws on migration A accepts {accepted(ours, 'A')}" in RUBRIC
    assert f"and B {accepted(ours, 'B')} (86 and 81 %)" in RUBRIC


def test_readings_stand_in_their_order(tmp_path: Path) -> None:
    for number in (2, 10, 9):
        (tmp_path / f"{number}.jsonl").write_bytes(b"")
    assert list(readings(tmp_path)) == [2, 9, 10]


def test_doubtful_clauses_and_laws_have_lines_of_their_own(tmp_path: Path) -> None:
    said = {reader: {"acceptable": True, "flag_right": True} for reader in "AB"}
    row = {"law": "law", "label": "blind", "confidence": 0.5, "verdicts": said}
    (tmp_path / "9.jsonl").write_bytes(msgspec.json.encode(row) + b"\n")
    plain, by_law = (
        table(readings(tmp_path), by_law=asked).splitlines() for asked in (False, True)
    )
    assert [line.split("  ")[0] for line in plain[1:2]] == ["reading 9"]
    assert plain[2].startswith("  blind, under 60% sure")
    assert len(plain) == 3
    assert by_law[:3] == plain
    assert by_law[3].startswith("  law ")


def test_new_sections_are_counted_apart_from_amendments(tmp_path: Path) -> None:
    def line(template: str, accepted: bool) -> bytes:
        verdicts = {reader: {"acceptable": accepted, "flag_right": True} for reader in "AB"}
        row = {"law": "law", "number": "1", "template": template, "verdicts": verdicts}
        return msgspec.json.encode(row) + b"\n"

    rows = line("search-in-private", True) + line("section:same-sex-search", False)
    (tmp_path / "9.jsonl").write_bytes(rows)
    told = [" ".join(row.split()) for row in table(readings(tmp_path)).splitlines()[2:]]
    assert told == [
        "amendments 1 1 1 (100%) 1 (100%) 1 (100%) 1 1 (100%) 1 (100%)",
        "new sections 1 1 0 (0%) 0 (0%) 1 (100%) 1 0 (0%) 0 (0%)",
    ]


@pytest.mark.parametrize("number", [9, 10])
def test_the_rubric_has_what_was_accepted_of_amendments_and_of_new_sections(number: int) -> None:
    amending = [one for one in READ[number] if not one.is_section]
    new = [one for one in READ[number] if one.is_section]
    for said in (
        f"Of the {len(amending)} amendments A accepts {accepted(amending, 'A')} and B "
        f"{accepted(amending, 'B')}",
        f"of the {len(new)} new sections {accepted(new, 'A')} and {accepted(new, 'B')}",
    ):
        assert said in RUBRIC


def test_a_reading_is_a_line(tmp_path: Path) -> None:
    def line(first: tuple[bool, bool], second: tuple[bool, bool]) -> bytes:
        verdicts = {
            reader: {"acceptable": said[0], "flag_right": said[1], "why": ""}
            for reader, said in (("A", first), ("B", second))
        }
        return msgspec.json.encode({"law": "law", "number": "1", "verdicts": verdicts}) + b"\n"

    told = [((True, True), (True, True)), ((True, True), (False, True)), ((True, False),) * 2]
    (tmp_path / "8.jsonl").write_bytes(b"".join(line(*one) for one in told))
    told_of = table(readings(tmp_path)).splitlines()[-1]
    assert " ".join(told_of.split()) == "reading 8 1 3 3 (100%) 2 (67%) 2 (67%) 2 2 (100%) 1 (50%)"
