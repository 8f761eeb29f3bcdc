"""Where the index lies."""

import sys
from pathlib import Path

import pytest

from annotator.precedents import index_path


def test_who_names_a_file_gets_it_before_all() -> None:
    named = {"ANNOTATE_PRECEDENTS": "/of/the/environment"}
    assert index_path("here.sqlite", named) == Path("here.sqlite")
    assert index_path(None, named) == Path("/of/the/environment")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other customs")
def test_else_it_is_among_the_user_s_own_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    usual = Path("/home/ana/.local/share/annotate/precedents.sqlite")
    assert index_path(None, {}) == usual
    assert index_path(None, {"XDG_DATA_HOME": "not/whole", "ANNOTATE_PRECEDENTS": ""}) == usual
    assert index_path(None, {"XDG_DATA_HOME": "/data"}) == Path("/data/annotate/precedents.sqlite")
