"""The table of formats: each writes bytes to whatever stream is given, and leaves it open."""

import json
from io import BytesIO

import pytest

from annotator.request import View
from annotator.schema import Annotation, Source
from annotator.writers import FORMATS, write


class Terminal(BytesIO):
    def isatty(self) -> bool:
        return True


def written(
    annotation: Annotation, source: Source, view: View, out: BytesIO | None = None
) -> bytes:
    out = out or BytesIO()
    write(annotation, source, out, view)
    assert not out.closed
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_one_report_after_another_to_one_stream(
    name: str, annotation: Annotation, source: Source
) -> None:
    out = BytesIO()
    view = View(format=name)
    write(annotation, source, out, view)
    once = out.getvalue()
    write(annotation, source, out, view)
    assert once.strip() if FORMATS[name].binary else once.decode().strip()
    assert out.getvalue() == once * 2


def test_the_view_says_in_which_format(annotation: Annotation, source: Source) -> None:
    assert json.loads(written(annotation, source, View(format="json")))["findings"]
    assert written(annotation, source, View()).startswith(b"BORDER ACT\n")


def test_what_a_screen_cannot_show_is_a_question_mark_there(
    annotation: Annotation, source: Source
) -> None:
    report = written(annotation, source, View(encoding="ascii"))
    assert b"?words that weighed most?" in report
    assert b"\n" + b"?" * 80 + b"\n" in report


def test_a_terminal_gets_colours_and_a_pipe_none(
    annotation: Annotation, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert b"\x1b[" in written(annotation, source, View(), Terminal())
    assert b"\x1b[" not in written(annotation, source, View())


def test_a_report_is_as_wide_as_asked_up_to_a_hundred_columns(
    annotation: Annotation, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns, width in (("60", 60), ("90", 90), ("200", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        report = written(annotation, source, View()).decode()
        assert max(map(len, report.split("\n"))) == width
