"""What the index takes of a law: its country, its date, and the clauses surely responsive."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from annotator.precedents.kept import KeptClause, KeptLaw
from annotator.schema import Annotation, Finding

_YEAR = re.compile(r"(?<![\d/.-])(?:1[89]|20)\d\d(?![\d/.-])")


def taken(annotation: Annotation, path: Path) -> tuple[KeptLaw, list[Finding]]:
    """A law as the index keeps it, and the findings of which it keeps the clauses.

    Args:
        annotation: of the law, whose country is known.
        path: of the file that it was read from.
    """
    law, model = annotation.law, annotation.model
    kept = KeptLaw(
        path=str(path.resolve()),
        sha256=law.sha256,
        title=" ".join(law.title.split()),
        country=law.jurisdiction,
        date=law.date or _year(law.title),
        model=f"{model.name} {model.version}",
        added=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    return kept, [one for one in annotation.findings if _is_sure(one)]


def kept_clause(finding: Finding) -> KeptClause:
    """A clause as the index keeps it."""
    clause = finding.clause
    return KeptClause(
        number=clause.number,
        eid=clause.eid,
        heading=clause.heading,
        lead_in=clause.lead_in,
        text=clause.text,
        confidence=finding.confidence,
        issues=tuple(raised.issue for raised in finding.issues),
    )


def _is_sure(finding: Finding) -> bool:
    """Whether a clause is one, and is surely responsive: one for review may be anything."""
    return finding.label == "responsive" and not finding.review and not finding.clause.is_lead_in


def _year(title: str) -> str:
    """The last year that a title names, by which laws are cited; empty where it names none.

    >>> _year("Refugees (Amendment) Act, 1983"), _year("Foreigners Act")
    ('1983', '')
    """
    return next(reversed(_YEAR.findall(title)), "")
