"""The example notebook runs from its first cell to its last, and its tables say something."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import EXAMPLES

NOTEBOOK = EXAMPLES / "corpus.ipynb"


def cells() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == "code"]


def shown(source: str, names: dict[str, Any]) -> str:
    """Run a cell as Jupyter does, and give what it shows of its last line."""
    *before, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        before, last = [*before, last], ast.Expr(ast.Constant(""))
    exec(compile(ast.Module(before, []), "cell", "exec"), names)  # noqa: S102  # our own
    return repr(eval(compile(ast.Expression(last.value), "cell", "eval"), names))  # noqa: S307


def test_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for law in EXAMPLES.glob("*.txt"):
        shutil.copy(law, tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    said = [shown("".join(cell["source"]), names) for cell in cells()]
    assert "findings" in said[1]
    assert names["laws"].fetchall()[0][0]
    for table in ("laws", "issues", "unmet", "amendments"):
        assert len(names[table].fetchall()) >= 3, table


def test_it_is_committed_without_what_a_run_leaves_in_it() -> None:
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells())
