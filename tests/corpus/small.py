"""A corpus of four laws, written straight into its tables."""

from __future__ import annotations

from pathlib import Path

from annotator.corpus.rows import Row, no_rows
from annotator.corpus.store import CorpusInfo, CorpusStore

TITLES = ("Ports Act", "Aliens Act, [1990]", "=Entry Act", "Loi sur les étrangers")
COUNTRIES = ("AL", "KE", "AL", "FR")


def small_corpus(out: Path) -> Path:
    """Four laws, a part each; the n-th has n blind clauses, and as many gaps."""
    store = CorpusStore(out)
    store.begin(CorpusInfo(program="1", pipeline="en_gender_clause 1"))
    for blind, (title, country) in enumerate(zip(TITLES, COUNTRIES, strict=True)):
        key = f"{blind:064x}"
        rows = no_rows()
        rows["laws"] = [{"law": key, "title": title, "country": country, "blind": blind}]
        rows["findings"] = [_finding(key, number) for number in range(1, blind + 1)]
        rows["gaps"] = [_gap(key) for _ in range(blind)]
        store.write([key], rows)
    return out


def _finding(law: str, number: int) -> Row:
    return {
        "law": law,
        "number": f"{number}(a)",
        "label": "blind",
        "confidence": 0.5,
        "met": False,
        "issues": ["detention", "work"],
        "text": "An officer\nmay\x1b[2J search any person.",
    }


def _gap(law: str) -> Row:
    cited = {"instrument": "cedaw", "at": "art 2", "kind": "treaty", "status": "binds"}
    return {"law": law, "need": "same-sex-search", "citations": [{**cited, "binding": True}]}
