"""Where in a law an amendment is made."""

from __future__ import annotations

from annotator.eids import unit_eid, unit_word
from annotator.lang import language
from annotator.schedule import Amendment
from annotator.schema import Annotation


def eid_of(amendment: Amendment, annotation: Annotation) -> str:
    """Of the clause that is amended, or of the section behind which a new one stands."""
    if amendment.finding is not None:
        return amendment.finding.clause.eid
    place = amendment.edits[0].start
    ended = [one.clause for one in annotation.findings if one.clause.end <= place]
    return unit_eid(max(ended, key=lambda clause: clause.end).eid) if ended else ""


def place_of(amendment: Amendment, annotation: Annotation) -> str:
    """What is amended, as a title names it: ``Section 11(1)``, or a new section by its heading."""
    if amendment.gap is not None:
        return amendment.gap.heading or amendment.gap.after
    number = amendment.finding.clause.number if amendment.finding else ""
    word = unit_word(eid_of(amendment, annotation))
    return language(annotation.law.language).phrases.provision(word, number).strip()
