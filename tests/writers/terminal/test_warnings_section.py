"""What was read with doubt stands near the top of the report."""

from msgspec.structs import replace
from rich.console import Console

from annotator.request import View
from annotator.schema import Annotation, ReadingWarning
from annotator.writers.terminal.report import render


def report(annotation: Annotation, *warnings: ReadingWarning) -> str:
    console = Console(width=60, color_system=None, force_terminal=False)
    return render(replace(annotation, warnings=warnings), View(), console)


def warning(where: str = "lines 3 to 40") -> ReadingWarning:
    what = "Two columns were read as one,\nso that sentences are mixed."
    advice = "Save the columns one below the other and run it again."
    return ReadingWarning(what=what, where=where, advice=advice, start=3, end=9)


def test_a_warning_says_what_where_and_what_to_do(annotation: Annotation) -> None:
    head = report(annotation, warning()).split("What the law does well")[0].rstrip()
    assert head.endswith(
        "Read with doubt: check these lines\n"
        "    Lines 3 to 40: Two columns were read as one, so that\n"
        "    sentences are mixed. Save the columns one below the\n"
        "    other and run it again."
    )


def test_of_many_warnings_the_first_are_shown(annotation: Annotation) -> None:
    shown = report(annotation, *(warning(f"line {at}") for at in range(1, 9)))
    assert "Line 5:" in shown
    assert "Line 6:" not in shown
    assert "    3 more: see --format json.\n" in shown


def test_without_one_there_is_no_block(annotation: Annotation) -> None:
    assert "Read with doubt" not in report(annotation)
