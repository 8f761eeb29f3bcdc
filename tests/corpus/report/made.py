"""A small corpus, row by row, as a run would store it; no network has read its laws.

Four laws of two countries and one of which the country is not known. Zambia and Kenya are party to
CEDAW; the laws are invented.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotator.corpus.rows import Rows, no_rows
from annotator.corpus.schema import TABLES
from annotator.corpus.store import CorpusInfo, CorpusStore
from annotator.library import load_library

Row = dict[str, Any]

CEDAW = {"instrument": "CEDAW", "at": "Art. 9(1)", "kind": "treaty", "status": "binds"}
CEDAW |= {"binding": True, "verified": True}
GUIDE = {"instrument": "CEDAW GR 32", "at": "para. 49", "kind": "soft", "status": "guidance"}
GUIDE |= {"binding": False, "verified": True}
UNREAD = {**CEDAW, "at": "Art. 15", "verified": False}
#: Templates of the library by the need that they meet.
TEMPLATES = {template.need: template.id for template in reversed(load_library().templates)}


def law(name: str, country: str = "ZM", **more: Any) -> Row:
    """A law; ``more`` are columns that differ."""
    return {
        "law": key(name),
        "path": f"laws/{name}.txt",
        "also_at": [],
        "title": f"{name.capitalize()} Act",
        "country": country,
        "language": "en",
        "format": "txt",
        "date": "",
        "year": None,
        "clauses": 20,
        "responsive": 0,
        "blind": 0,
        "regressive": 0,
        "neutral": 0,
        "review": 0,
        "met": 0,
        "who_level": 2,
        "proposals": 0,
        "gaps": 0,
        "words": 900,
        "warnings": [],
        "notes": [],
        "program": "1.0",
        "model": "en_test",
        "model_version": "1.0",
    } | more


def finding(name: str, number: str, label: str = "blind", **more: Any) -> Row:
    """A clause of a law, by the name of the law."""
    return {
        "law": key(name),
        "number": number,
        "eid": f"sec_{number}",
        "kind": "clause",
        "label": label,
        "confidence": 0.9,
        "review": False,
        "met": False,
        "priority": 50,
        "issues": ["detention"],
        "heading": "Detention",
        "text": f"Clause {number} of the {name} says so.",
        "evidence": [],
        "policy": "",
    } | more


def proposal(name: str, number: str, need: str, **more: Any) -> Row:
    """An amendment of a clause that meets a need."""
    return {
        "law": key(name),
        "number": number,
        "eid": f"sec_{number}",
        "template": TEMPLATES[need],
        "issue": "detention",
        "operation": "insert_subsection",
        "instruction": f"In section {number} insert: “so”.",
        "amended": "so",
        "reason": "It should be so.",
        "citations": [GUIDE],
        "alternative_to": [],
        "adds": True,
        "for_law": False,
        "priority": 50,
        "confidence": 0.9,
    } | more


def gap(name: str, need: str, clauses: Sequence[str], **more: Any) -> Row:
    """What a law lacks."""
    return {
        "law": key(name),
        "need": need,
        "lacks": f"There is {need.replace('-', ' ')}",
        "issue": "detention",
        "strength": "minimum",
        "reason": "It should be there.",
        "gcm": [13],
        "citations": [GUIDE],
        "clauses": list(clauses),
        "proposed_at": [],
        "by_section": True,
        "see": [],
        "heading": "So",
        "text": "So\n4A. It is so.",
        "instruction": "After section 4 insert: “4A. It is so.”",
    } | more


def key(name: str) -> str:
    """By what a law is known."""
    return hashlib.sha256(name.encode()).hexdigest()


def stored(out: Path, rows: Rows, batch: int = 100) -> str:
    """Store the rows in parts of so many laws each, and give the place."""
    store = CorpusStore(out)
    store.begin(CorpusInfo(program="1.0", pipeline="en_test 1.0"))
    laws = sorted(rows["laws"], key=lambda row: row["law"])
    for at in range(0, len(laws), batch):
        keys = [row["law"] for row in laws[at : at + batch]]
        part = {table: [row for row in rows[table] if row["law"] in keys] for table in TABLES}
        if at == 0:
            part["refused"] = rows["refused"]
        store.write(keys, part)
    return str(out)


def small() -> Rows:
    """The rows of the small corpus."""
    rows = no_rows()
    rows["laws"] = [
        law("nationality", who_level=1, year=1965, title="Nationality Act, 1965"),
        law("detention", year=2010, warnings=["line 3: a number is missing"]),
        law("asylum", "KE", who_level=3, year=2012),
        law("ports", "KE", who_level=None),
        law("piers", "", who_level=2),
    ]
    own = {"issues": ["nationality"]}
    rows["findings"] = [
        finding("nationality", "3", "regressive", priority=80, **own),
        finding("nationality", "4", "regressive", priority=40, review=True, confidence=0.6, **own),
        finding("nationality", "5", "blind", priority=30, **own),
        finding("nationality", "6", "blind", kind="lead_in", **own),
        finding("nationality", "7", "regressive", review=True, priority=20, issues=[]),
        finding("detention", "1"),
        finding("detention", "2", priority=40, review=True),
        finding("detention", "3", met=True, issues=["health"]),
        finding("asylum", "1", "responsive"),
        finding("asylum", "2", "responsive", review=True),
        finding("asylum", "3"),
        finding("piers", "1", "blind", issues=[]),
    ]
    need = "wife-follows-husband"
    rows["proposals"] = [
        proposal("nationality", "3", need, citations=[CEDAW, UNREAD, GUIDE]),
        proposal("nationality", "4", need, citations=[CEDAW]),
        proposal("nationality", "5", "same-sex-search", alternative_to=["better"]),
        proposal("detention", "1", "separate-accommodation"),
        proposal("asylum", "3", "separate-accommodation"),
    ]
    rows["gaps"] = [
        gap("detention", "separate-accommodation", ["1", "2"]),
        gap("detention", "reproductive-health", ["1"], by_section=False, strength="standard"),
        gap("asylum", "separate-accommodation", ["3"], by_section=False, citations=[CEDAW]),
        gap("piers", "separate-accommodation", ["1"], by_section=False),
    ]
    rows["refused"] = [
        {"law": key("x"), "path": "laws/x.pdf", "kind": "timeout", "reason": "laws/x.pdf hangs."}
    ]
    return rows
