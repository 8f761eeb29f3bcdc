"""Labels of clauses that drafters corrected or confirmed, as training reads them.

A label named in a comment is the drafter's; whoever accepts an amendment, edited or not, lets the
label stand for which it was proposed, unless no words are left in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.decisions import DecidedClause, Vote, clause_hash
from annotator.readers import read
from annotator.rulings import Decisions, RuledClause
from annotator.schema import LABELS, Clause
from annotator.segmenter import cut_ahead

#: Who decided, where the file does not tell.
SOMEBODY = "drafter"


def decided(decisions: Decisions) -> list[RuledClause]:
    """The clauses of which it is decided what their label is."""
    taken = {
        (one.eid, one.clause_sha256)
        for one in decisions.decisions
        if one.decision == "accepted" or (one.decision == "edited" and one.words)
    }
    return [one for one in decisions.clauses if one.named or (one.eid, one.clause_sha256) in taken]


def clauses_of(name: str) -> dict[str, Clause]:
    """The clauses of a law by the hash of their words.

    Raises:
        InputError: it cannot be read.
    """
    source = read(name)
    # As it was read, it was cut.
    cut = cut_ahead(source.text, source.language, source.markup)
    return {clause_hash(one.text): one for one in cut.clauses}


def examples(
    decisions: Decisions, clauses: Mapping[str, Clause], name: str
) -> Iterator[DecidedClause]:
    """The clauses that are decided, of those whose words are known.

    Args:
        decisions: on a law.
        clauses: of the law, by the hash of their words.
        name: of the round.
    """
    for one in decided(decisions):
        clause = clauses.get(one.clause_sha256)
        if clause is None:
            continue
        label = one.named or one.label
        issues = () if label == LABELS[-1] else one.issues
        who = one.who or SOMEBODY
        yield DecidedClause(
            text=clause.text,
            label=label,
            issues=issues,
            heading=clause.heading,
            lead_in=clause.lead_in,
            path=clause.path,
            law=decisions.law.title,
            number=one.clause,
            annotators=(who,),
            round=name,
            votes=(Vote(annotator=who, label=label, issues=issues),),
        )
