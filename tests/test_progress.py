"""Progress is told to who asks, and shown to who watches."""

import sys
from io import StringIO

from annotator.progress import bar, counted, silent, watched
from annotator.schema import Source


def test_where_nobody_watches_progress_is_silent() -> None:
    with watched() as tell:
        assert tell is silent


def test_a_short_law_is_done_before_a_bar_could_be_read(monkeypatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    short = Source(text="1. Fees are due.", name="a", title="", format="txt", sha256="")
    with bar(short) as tell:
        assert tell is silent


class _Screen(StringIO):
    def isatty(self) -> bool:
        return True


def test_what_takes_hours_is_counted_where_somebody_watches(monkeypatch) -> None:
    screen = _Screen()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("sys.stderr", screen)
    with counted("annotating", "laws") as tell:
        tell(0, 4)
        tell(2, 4)
    assert "annotating" in screen.getvalue()
    assert "2/4" in screen.getvalue()
    monkeypatch.setattr("sys.stderr", StringIO())
    with counted("annotating", "laws") as tell:
        tell(2, 4)
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
