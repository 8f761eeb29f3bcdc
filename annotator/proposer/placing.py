"""Where words may not stand: in a section that does not do what they speak of, or of another kind.

What is asked is read from the words of the amendment and from the section, not from the template:
one that is written tomorrow is asked the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.en.denials import is_denied
from annotator.library.model import ADDING, Form, Template
from annotator.proposer.drafting_case import Case, Draft
from annotator.reading.acts import is_done, presupposed
from annotator.reading.law import folded
from annotator.reading.places import kinds_of
from annotator.reading.style import unit
from annotator.schema import Clause, Edit, Proposal


def presupposes_in_vain(made: Draft, case: Case) -> bool:
    """Whether added words presuppose an act that nothing in their section has done."""
    if made.operation not in ADDING:
        return False
    words = _added(made.edits)
    return not _all_done(words, _asked(words, case), case)


def is_denied_there(made: Draft, case: Case) -> bool:
    """Whether the section says the contrary of what is added to it."""
    adds = made.operation in ADDING or made.operation == "insert_phrase"
    return adds and is_denied(_added(made.edits), case.provision.said)


def is_done_there(proposal: Proposal, case: Case) -> bool:
    """Whether the clause itself does all that added words presuppose, and not another beside it."""
    return _all_done(_added(proposal.edits), (case.clause,), case)


def _all_done(words: str, clauses: Sequence[Clause], case: Case) -> bool:
    code = case.style.language
    return all(
        is_done(act, (case.clause,) if act.own else clauses, code) for act in presupposed(words)
    )


def _added(edits: Sequence[Edit]) -> str:
    return folded(" ".join(edit.text for edit in edits))


def _asked(words: str, case: Case) -> tuple[Clause, ...]:
    """All of its section, where the words name that; else the clause beside which they stand."""
    speaks_of_all = case.for_all or unit(case.provision, case.style) in words
    return case.provision.clauses if speaks_of_all else (case.clause,)


def is_out_of_place(
    template: Template, form: Form, clause: Clause, words: str, section: str = ""
) -> bool:
    """Whether a clause is of a kind in which nothing on the matter of a template belongs.

    Args:
        template: of an amendment of a clause that passes over gender; another mends any clause.
        form: one of its forms.
        clause: where it would stand.
        words: what the clause says, on one line.
        section: what all of its section says.
    """
    if "regressive" in template.labels or (clause.kind == "definition" and not form.adds):
        return False
    served = {template.need, *template.issues}
    return any(
        served.isdisjoint(kind.admits) and (form.adds or not kind.beside)
        for kind in kinds_of(folded(clause.heading), words, section, clause.path)
    )
