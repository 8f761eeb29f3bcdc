"""What an annotator reads of a clause: the words of it among those around it, as plain text.

The server shows a text and, in a narrow column, what stands beside it; people read what they judge,
so the law, the number, the headings, the lead-in and the neighbours stand in the text, with lines
drawn around the clause. Our id of the clause stands in it, too: the server's search looks there.
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.rounds.doccano import FINISHED
from annotator.rounds.manifest import Round, RoundClause

#: Characters of the neighbours that are shown: the whole of one would push the clause off the page.
_BEFORE, _AFTER = 160, 400
_RULE = "━" * 6
_MARKS = ("⟦", "⟧")


def page_of(clause: RoundClause, *, marked: bool = False, votes: Iterable[str] = ()) -> str:
    """The text of a clause's page.

    Args:
        clause: the clause with its surroundings.
        marked: put the words that the classifier went by between ⟦ and ⟧.
        votes: what members said of it, a line each, for whoever decides.
    """
    above = clause.before if clause.before != clause.lead_in else ""
    words = _marked(clause) if marked else clause.text
    place = " › ".join(part for part in (clause.title, *clause.path, clause.heading) if part)
    parts = [
        f"{clause.id} · {clause.number} · {place}",
        above and f"before: {_end_of(_folded(above))}",
        clause.lead_in and f"lead-in: {_folded(clause.lead_in)}",
        f"{_RULE} JUDGE THIS {_RULE}\n{words}\n{_RULE * 3}",
        *votes,
        clause.after and f"after: {_beginning_of(_folded(clause.after))}",
        marked and clause.evidence and "⟦ ⟧ are the words that the classifier went by.",
    ]
    return "\n".join(part for part in parts if part)


def meta_of(clause: RoundClause) -> dict[str, str]:
    """What stands beside the text; ``clause`` is our id, by which the clause is known again."""
    return {"law": clause.title, "provision": clause.number, "clause": clause.id}


def last_page(round_: Round) -> str:
    """The text of the page after all clauses."""
    lines = (
        f"Round {round_.name}",
        f"{_RULE} {FINISHED.upper()} {_RULE}",
        "This is the last page. It is no clause, and wants no label: confirm it with Enter.",
        "When Progress then says 100 %, you have finished. Thank you!",
        "When it says less, the funnel above lists what is Undone; nothing else is left.",
        "What you have to say of the round as a whole, write into a comment here.",
        _RULE * 3,
    )
    return "\n".join(lines)


def _marked(clause: RoundClause) -> str:
    text, (left, right) = clause.text, _MARKS
    for start, end in sorted(clause.evidence, reverse=True):
        text = f"{text[:start]}{left}{text[start:end]}{right}{text[end:]}"
    return text


def _folded(text: str) -> str:
    return " ".join(text.split())


def _end_of(text: str) -> str:
    return text if len(text) <= _BEFORE else "… " + text[-_BEFORE:].partition(" ")[2]


def _beginning_of(text: str) -> str:
    return text if len(text) <= _AFTER else text[:_AFTER].rpartition(" ")[0] + " …"
