"""The tables are a contract: every column is described, and of the type that it had."""

from __future__ import annotations

import re

import pytest

from annotator.corpus.schema import TABLES, VERSION, Table
from tests.cli.running import ROOT

PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described(table: Table) -> None:
    described = PAGE.partition(f"**`{table}`**")[2].partition("**`")[0]
    assert set(TABLES[table].names) <= set(re.findall(r"`(\w+)`", described))


def test_the_page_tells_the_version() -> None:
    assert f"**version {VERSION}**" in PAGE
