"""Which format each report of a run is in, and what is refused before a law is read."""

import os
from pathlib import Path

import pytest

from annotator.commands.destinations import Destination, destinations, ready
from annotator.commands.reports import reporting
from annotator.errors import AnnotatorError, OutputError, UsageError
from annotator.request import Request, View
from annotator.writers import FORMATS, Format


@pytest.fixture(autouse=True)
def packed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that only a program can read, of one law each."""
    line = Format(module="", suffixes=(".pack", ".law.xml"), binary=True, laws="alone")
    monkeypatch.setitem(FORMATS, "pack", line)


def named(*names: str, kind: str | None = None) -> tuple[Destination, ...]:
    return destinations([Path(name) for name in names], kind, lambda one: View(format=one))


@pytest.mark.parametrize(
    ("names", "kind", "formats"),
    [
        ((), None, ["terminal"]),
        ((), "json", ["json"]),
        (("a.txt",), None, ["terminal"]),
        (("a.json",), None, ["json"]),
        (("dir.json/A.JsonL",), None, ["json"]),
        (("report",), None, ["terminal"]),
        (("report.md",), None, ["terminal"]),
        ((".json",), None, ["terminal"]),
        (("a.law.xml",), None, ["pack"]),
        # What is asked for in words goes before what a name says.
        (("a.txt",), "json", ["json"]),
        (("a.json",), "terminal", ["terminal"]),
        (("data",), "pack", ["pack"]),
        (("a.txt", "a.json", "a.pack"), None, ["terminal", "json", "pack"]),
        (("a.txt", "data"), "json", ["terminal", "json"]),
        (("a.txt", "a.json"), "json", ["terminal", "json"]),
    ],
)
def test_the_suffix_names_the_format(
    names: tuple[str, ...], kind: str | None, formats: list[str]
) -> None:
    assert [goal.view.format for goal in named(*names, kind=kind)] == formats


@pytest.mark.parametrize(
    ("names", "kind", "sentence"),
    [
        (("a.pack",), "json", "--format json contradicts the name of a.pack, which is that of"),
        (("a.txt",), "pack", "contradicts the name of a.txt, which is that of terminal: leave out"),
        (("a.txt", "a.json"), "pack", "--format pack is for none of the files"),
        (("a.txt", "./a.txt"), None, "a.txt is named twice: give each report a file of its own."),
    ],
)
def test_what_does_not_go_together_is_told(
    names: tuple[str, ...], kind: str | None, sentence: str
) -> None:
    with pytest.raises(AnnotatorError) as told:
        named(*names, kind=kind)
    assert sentence in str(told.value)


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_file_under_two_names_is_one_file(link: object, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.touch()
    link(first, second)  # type: ignore[operator]
    with pytest.raises(OutputError, match=r"b\.txt is named twice"):
        named(str(first), str(second))


def test_a_law_a_line_where_the_suffix_says_so_or_there_are_several() -> None:
    request = Request(proposals=False)
    (lined,), (plain,) = named("a.jsonl"), named("a.json")
    assert [goal.view.one_line for goal in ready([lined, plain], ["law"], request)] == [True, False]
    (goal,) = ready(named("data", kind="json"), ["one", "two"], request)
    assert (goal.view.one_line, goal.view.proposals) == (True, False)


def test_a_file_that_is_no_report_is_given_up_only_if_the_user_says_so(tmp_path: Path) -> None:
    theirs, law = tmp_path / "notes", tmp_path / "law.txt"
    theirs.write_text("Ask Anna.\n")
    law.write_text("1. It ends.\n")

    def goals(path: Path, *, overwrite: bool) -> tuple[Destination, ...]:
        return destinations([path], None, lambda one: View(format=one), overwrite=overwrite)

    with pytest.raises(OutputError, match=r"notes is not a report of annotate, .* --overwrite"):
        ready(goals(theirs, overwrite=False), [str(law)], Request())
    assert ready(goals(theirs, overwrite=True), [str(law)], Request())
    with pytest.raises(OutputError, match="one of the laws to read"):
        ready(goals(law, overwrite=True), [str(law)], Request())
    theirs.write_bytes(b"")
    assert ready(goals(theirs, overwrite=False), [str(law)], Request())


def test_a_format_of_one_law_takes_one() -> None:
    goals = named("a.pack", "a.txt")
    assert ready(goals, ["law"], Request())
    with pytest.raises(UsageError, match="in the format pack is on one law: annotate one at a tim"):
        ready(goals, ["one", "two"], Request())


def test_what_is_no_text_is_not_written_to_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, screen = os.openpty()
    with open(screen, "w") as terminal:
        monkeypatch.setattr("sys.stdout", terminal)
        for names in ((), (os.ttyname(screen), str(tmp_path / "a.json"))):
            goals = named(*names, kind="pack")
            with (
                pytest.raises(UsageError, match="nothing to be read on a screen: name a file for"),
                reporting(goals),
            ):
                pass
    os.close(seen)
    assert list(tmp_path.iterdir()) == []
