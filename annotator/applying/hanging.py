"""References that amendments leave hanging: to what is repealed, from what stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.eids import unit_word
from annotator.lang import language
from annotator.proposer.referring import referring_to
from annotator.schedule import Amendment
from annotator.schema import Annotation


def left_hanging(made: Sequence[Amendment], annotation: Annotation) -> Iterator[str]:
    """A sentence for each amendment that repeals what others refer to.

    Args:
        made: the amendments that are made.
        annotation: of the law.
    """
    repealed = {id(one.finding): one for one in made if _repeals(one)}
    stay = [one.clause for one in annotation.findings if id(one) not in repealed]
    say = language(annotation.law.language).instructions
    for amendment in repealed.values():
        clause = amendment.finding.clause if amendment.finding else None
        numbers = referring_to(clause.number, stay) if clause else []
        if clause and numbers:
            told = say.referred(say.name(unit_word(clause.eid)), numbers)
            yield f"Amendment {amendment.number} repeals {clause.number}. {told}"


def _repeals(one: Amendment) -> bool:
    """Whether an amendment takes out the whole of its clause."""
    if one.finding is None or len(one.edits) != 1 or one.edits[0].text:
        return False
    clause, edit = one.finding.clause, one.edits[0]
    return edit.start <= clause.start and edit.end >= clause.start + len(clause.text.rstrip())
