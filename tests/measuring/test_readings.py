"""What readers held of the amendments: the rubric's figures are those of the verdicts."""

from pathlib import Path

import msgspec
import pytest

from annotator.measuring.readings import ReadProposal, readings, table

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
