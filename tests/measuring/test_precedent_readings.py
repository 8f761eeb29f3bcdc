"""What readers held of precedents: the figures of the docs are those of the verdicts."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import msgspec
import pytest

from annotator.measuring.precedent_readings import precedent_readings, precedents_told

READINGS = Path("docs/readings")
DOCS = Path("docs/precedents.md").read_text(encoding="utf-8")


def row(amendment: int, *held: str) -> bytes:
    verdicts = {reader: {"verdict": one} for reader, one in zip("AB", held, strict=True)}
    return msgspec.json.encode({"amendment": amendment, "verdicts": verdicts}) + b"\n"


def test_the_docs_have_the_figures_of_the_verdicts() -> None:
    told = precedents_told(precedent_readings(READINGS))
    for line in told.splitlines()[1:4]:
        reader, held = line.strip().split(": ")
        cells = [one.split(" ", 1)[1].replace("%", " %") for one in held.split(", ")]
        assert f"| {reader} | {' | '.join(cells)} |" in DOCS
    agreement, ac1, kappa = (one.split()[-1] for one in told.splitlines()[4].split(", "))
    said = f"{agreement.replace('%', ' %')}, AC1 {ac1}, Cohen's kappa {kappa}"
    assert said in DOCS


def test_the_docs_have_the_figures_of_the_second_reading() -> None:
    second = precedents_told(precedent_readings(READINGS)).split("\n\n")[1]
    both = second.splitlines()[3].strip().removeprefix("both: ")
    words = (part.replace("%", " %").split(" ", 1) for part in both.split(", "))
    said = ", ".join(count.replace(" (", f" *{verdict}* (") for verdict, count in words)
    assert said in DOCS


def test_every_precedent_was_judged_by_both_who_say_why_it_is_not_apt() -> None:
    for one in chain.from_iterable(precedent_readings(READINGS).values()):
        assert sorted(one.verdicts) == ["A", "B"]
        assert all(said.why or said.verdict == "apt" for said in one.verdicts.values())


def test_readers_are_counted_apart_and_together(tmp_path: Path) -> None:
    rows = row(1, "apt", "apt"), row(1, "apt", "partly"), row(2, "not", "not"), row(3, "not", "not")
    (tmp_path / "precedents-7.jsonl").write_bytes(b"".join(rows))
    assert precedents_told(precedent_readings(tmp_path)).splitlines() == [
        "precedents-7: 4 precedents of 3 amendments",
        "  A: apt 2 (50%), partly 0 (0%), not 2 (50%)",
        "  B: apt 1 (25%), partly 1 (25%), not 2 (50%)",
        "  both: apt 1 (25%), partly 0 (0%), not 2 (50%)",
        "  agreement 75%, AC1 0.64, kappa 0.60",
    ]


def test_another_word_is_no_verdict(tmp_path: Path) -> None:
    (tmp_path / "precedents-7.jsonl").write_bytes(row(1, "apt", "perhaps"))
    with pytest.raises(msgspec.ValidationError, match="perhaps"):
        precedent_readings(tmp_path)


def test_a_folder_without_such_readings_says_nothing(tmp_path: Path) -> None:
    assert precedents_told(precedent_readings(tmp_path)) == ""
