"""Progress is told to who asks, and shown to who watches."""

from annotator.progress import bar, silent, watched
from annotator.schema import Source


def test_where_nobody_watches_progress_is_silent() -> None:
    with watched() as tell:
        assert tell is silent


def test_a_short_law_is_done_before_a_bar_could_be_read(monkeypatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    short = Source(text="1. Fees are due.", name="a", title="", format="txt", sha256="")
    with bar(short) as tell:
        assert tell is silent
