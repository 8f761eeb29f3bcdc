"""What many laws cost: the laws that are made for it, the table, what is reckoned, the picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from annotator.errors import InputError, UsageError
from annotator.measuring import corpus_bench as bench
from annotator.measuring.corpus_bench import CorpusRun
from annotator.measuring.corpus_laws import lay_out, varied
from annotator.measuring.corpus_picture import picture
from tests.cli.running import EXAMPLES

LAW = (EXAMPLES / "foreigners-law.txt").read_text(encoding="utf-8")


def test_a_copy_is_another_law_in_the_same_form() -> None:
    copies = {varied(LAW, turn) for turn in range(1, 20)}
    assert len(copies | {LAW}) == 20
    form = [len(line.split()) for line in LAW.splitlines()]
    assert all([len(line.split()) for line in copy.splitlines()] == form for copy in copies)
    assert varied(LAW, 1) == varied(LAW, 1)


def test_laws_of_the_folder_come_first_and_then_copies(tmp_path: Path) -> None:
    laws, to = tmp_path / "laws", tmp_path / "to"
    laws.mkdir()
    for name in ("a.txt", "b.txt"):
        (laws / name).write_text(f"{name}\n{LAW}", encoding="utf-8")
    few, many = lay_out(laws, 2, tmp_path / "few"), lay_out(laws, 5, to)
    texts = [path.read_text(encoding="utf-8") for path in many]
    assert texts[:2] == [path.read_text(encoding="utf-8") for path in few]
    assert len(set(texts)) == 5
    assert lay_out(laws, 5, to) == many
    with pytest.raises(InputError, match="holds no law"):
        lay_out(tmp_path / "few" / "none", 1, to)


def test_a_run_is_watched_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_ray() -> None:
        raise UsageError("no Ray here.")

    monkeypatch.setattr(bench, "check_ray", no_ray)
    monkeypatch.setattr(bench, "ENGINES", {"pool, 1 worker": (1, ()), "Ray": (1, ("ray",))})
    laws, drawn = tmp_path / "laws", tmp_path / "drawn.svg"
    laws.mkdir()
    (laws / "a.txt").write_text("1. An officer may search any person.\n", encoding="utf-8")
    said = list(bench.corpus_bench(laws, tmp_path, [1], drawn))
    assert said[0] == "Without Ray: no Ray here.\n"
    rows = [line.split(" | ") for line in said if "pool, 1 worker" in line and line[0] == "|"]
    assert [(row[0], row[1]) for row in rows] == [("| 1", "1")]
    assert all(float(row[7]) > 0 for row in rows)
    assert all(float(row[8].replace(",", "")) > 100 for row in rows)
    assert "pool, 1 worker" in drawn.read_text(encoding="utf-8")


def a_run(laws: int, seconds: float, processor: float, tables: float) -> CorpusRun:
    return CorpusRun(
        engine="pool",
        workers=2,
        laws=laws,
        clauses=40 * laws,
        kilobytes=laws,
        seconds=seconds,
        processor=processor,
        in_laws=laws * 0.9,
        memory=1200,
        tables=tables,
        load=1,
    )


def test_a_million_laws_are_reckoned_from_what_one_more_law_takes() -> None:
    few, many = a_run(1, 10, 8, 0.1), a_run(101, 60, 98, 1.1)
    assert few.lost == pytest.approx(1 - 0.9 / 20)
    assert list(bench._reckoned([few, many])) == [
        "Reckoned, not measured, from pool: 1,000,000 laws of 40 clauses at 0.90 processor seconds "
        "each are 250 core-hours: 3.9 hours on 64 cores, 38 GB of memory, 10 GB of tables."
    ]
    assert list(bench._reckoned([few])) == []


def test_the_picture_has_a_line_for_each_engine_on_paper_too() -> None:
    lines = {"pool <1>": [(1, 5.0), (100, 80.0)], "Ray": [(1, 20.0), (100, 81.0)]}
    drawn = picture(lines, "laws", "seconds")
    assert drawn == picture(lines, "laws", "seconds")
    root = etree.fromstring(drawn.encode())
    words = ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"laws", "seconds", "1", "10", "100", "pool <1>", "Ray"} <= set(words)
    dashes = [one.get("stroke-dasharray") for one in root if one.get("stroke-dasharray")]
    assert len(set(dashes)) == 2
