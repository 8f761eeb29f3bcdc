"""Where words may not stand: in a section that does not do what they speak of, or of another kind.

What is asked is read from the words of the amendment and from the section, not from the template:
one that is written tomorrow is asked the same.
"""

from __future__ import annotations

from annotator.library.model import ADDING, Form, Template
from annotator.proposer.drafting_case import Case, Draft
from annotator.reading.acts import is_done, presupposed
from annotator.reading.law import folded
from annotator.reading.places import kinds_of
from annotator.reading.style import here, unit
from annotator.schema import Clause


def presupposes_in_vain(made: Draft, case: Case) -> bool:
    """Whether added words presuppose an act that nothing in their section has done."""
    if made.operation not in ADDING:
        return False
    words = folded(" ".join(edit.text for edit in made.edits))
    asked, code = _asked(words, case), case.style.language
    return any(not is_done(act, asked, code) for act in presupposed(words))


def _asked(words: str, case: Case) -> tuple[Clause, ...]:
    """The clause, where the words name it; else all of its section."""
    place = here(case.clause, case.provision, case.law, case.style)
    named = place != unit(case.provision, case.style) and f" {place}" in words
    return (case.clause,) if named and not case.for_all else case.provision.clauses


def is_out_of_place(template: Template, form: Form, clause: Clause, words: str) -> bool:
    """Whether a clause is of a kind in which nothing on the matter of a template belongs.

    Args:
        template: of an amendment of a clause that passes over gender; another mends any clause.
        form: one of its forms.
        clause: where it would stand.
        words: what the clause says, on one line.
    """
    if "regressive" in template.labels or (clause.kind == "definition" and not form.adds):
        return False
    served = {template.need, *template.issues}
    return any(
        served.isdisjoint(kind.admits) and (form.adds or not kind.beside)
        for kind in kinds_of(folded(clause.heading), words)
    )
