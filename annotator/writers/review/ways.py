"""How the law is told of one change of an amendment, whatever words a reviewer puts there.

An amendment's own sentence is written around its words. Where a reviewer's words do not fit it,
each of its changes has an instruction by itself, made as the project makes all its instructions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from annotator.eids import unit_eid
from annotator.lang import LanguageData
from annotator.reading.law import LawText, folded, read_law
from annotator.reading.style import Style, cited, read_style
from annotator.schedule import RENUMBERS, Amendment
from annotator.schema import Annotation, Clause, Edit
from annotator.writers.review.data import ReviewWay
from annotator.writers.terminal.layout import provision_name

#: Where a reviewer's words go.
WORDS = "{words}"
#: So many words beside a place say where it is, and more where they stand twice in the clause.
_FEWEST = 3


class Ways:
    """The instructions for single changes of a law."""

    def __init__(self, annotation: Annotation, text: str, spoken: LanguageData) -> None:
        self._annotation = annotation
        self._text = text
        self._spoken = spoken

    def of(self, form: Amendment) -> tuple[ReviewWay, ...]:
        """One for each edit; none where the own sentence takes whatever words are put there."""
        if form.finding is None or _takes_any(form):
            return ()
        clause = form.finding.clause
        return tuple(self._way(edit, clause) for edit in form.edits)

    def _way(self, edit: Edit, clause: Clause) -> ReviewWay:
        place, kind = self._place(clause), self._style.kind
        say = self._spoken.instructions
        old = self._text[edit.start : edit.end]
        if not old.strip():
            side, anchor = self._beside(edit, clause)
            return ReviewWay(swap=say.insertion(place, WORDS, anchor, side, kind))
        if edit.start <= clause.start and edit.end >= clause.start + len(clause.text.rstrip()):
            return ReviewWay(
                swap=say.substitution(place, WORDS, ("", ""), kind), omit=say.repeal(place, kind)
            )
        before = self._unlike_any_other(edit, clause)
        # White space at the ends is kept, for it is that of the words that take their place.
        lead = old[: len(old) - len(old.lstrip())]
        tail = old[len(old.rstrip()) :]
        found = folded(before + old)
        swap = say.replacement(place, [(found, folded(before + lead + WORDS + tail))], kind)
        if not before:
            return ReviewWay(swap=swap, omit=say.omission(place, found, kind))
        return ReviewWay(
            swap=swap, omit=say.replacement(place, [(found, folded(before + lead))], kind)
        )

    def _unlike_any_other(self, edit: Edit, clause: Clause) -> str:
        """The words before others without which those would not be the only ones in the clause."""
        whole = folded(self._words(clause))
        old = self._text[edit.start : edit.end]
        if whole.count(folded(old)) == 1:
            return ""
        for before in _longer(self._text[clause.start : edit.start]):
            if whole.count(folded(before + old)) == 1:
                return before
        return self._text[clause.start : edit.start]

    def _beside(self, edit: Edit, clause: Clause) -> tuple[str, str]:
        """On which side of which words a place is."""
        whole = folded(self._words(clause))
        before = self._text[clause.start : edit.start]
        if not before.strip():
            ahead = self._text[edit.start : clause.end].split()
            counts = range(_FEWEST, len(ahead) + 1)
            heads = (" ".join(ahead[:count]) for count in counts)
            return "before", next((one for one in heads if whole.count(one) == 1), " ".join(ahead))
        tails = (folded(one) for at, one in enumerate(_longer(before), 1) if at >= _FEWEST)
        return "after", next((one for one in tails if whole.count(one) == 1), folded(before))

    def _words(self, clause: Clause) -> str:
        return self._text[clause.start : clause.end]

    def _place(self, clause: Clause) -> str:
        if unit_eid(clause.eid) in self._law.provisions:
            return cited(clause, self._law.provision_of(clause), self._style)
        return provision_name(clause.eid, clause.number, self._spoken)

    @cached_property
    def _law(self) -> LawText:
        tree = self._annotation.provisions
        known = {one.eid for outermost in tree for one in outermost.walk()}
        clauses = [one.clause for one in self._annotation.findings]
        # A clause that the tree does not have is called as the report calls it.
        clauses = [one for one in clauses if unit_eid(one.eid) in known]
        return read_law(self._text, clauses, tree)

    @cached_property
    def _style(self) -> Style:
        return read_style(self._law, self._annotation.law.language)


def _longer(words: str) -> Iterator[str]:
    """The end of some words, longer by a word each time."""
    for found in reversed(list(re.finditer(r"\S+", words))):
        yield words[found.start() :]


def _takes_any(form: Amendment) -> bool:
    """Whether its sentence quotes the one thing that it adds, and that alone, once."""
    own = [one for one in form.edits if not (one.start == one.end and one.text in RENUMBERS)]
    if len(own) != 1 or own[0].start != own[0].end:
        return False
    return folded(form.instruction).count(f"“{folded(own[0].text)}”") == 1
