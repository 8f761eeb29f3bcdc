"""A clause in its law, ready for a template, and what an operation makes of the two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from annotator.lang import language
from annotator.lang.contract import Inflection, Instructions
from annotator.lang.en.inflection import Modal
from annotator.library.model import Form
from annotator.reading import LawText, Reading, Style, Terms, WholeProvision
from annotator.reading.actors import Action
from annotator.reading.items import is_part_of_a_list
from annotator.reading.style import cited
from annotator.reading.terms import modal_within
from annotator.schema import Clause, Edit

#: Provisions, whose clauses come one after the other.
_REMEMBERED = 16


@dataclass(frozen=True)
class Case:
    """A clause in its law.

    ``provision`` is what the new words stand in, ``action`` what is done to somebody in the clause,
    ``groups`` are the named groups of the cues that it shows, and ``ahead`` counts the new
    subsections that stand before one that is drafted for it. What is drafted ``for_all`` speaks of
    the provision, and not of the clause alone; what is drafted ``for_law`` of the whole law.
    ``part_of`` is the clause of which this one is a
    rule among others, if it is.
    """

    reading: Reading
    clause: Clause
    provision: WholeProvision
    action: Action | None = None
    groups: Mapping[str, str] = field(default_factory=dict)
    ahead: int = 0
    for_all: bool = False
    for_law: bool = False
    part_of: Clause | None = None

    @property
    def law(self) -> LawText:
        """The law's text with its provisions."""
        return self.reading.law

    @property
    def terms(self) -> Terms:
        """The law's own words."""
        return self.reading.terms

    @property
    def modal(self) -> Modal:
        """The verb of duty that the provision uses most, else the law's."""
        return modal_within(self.provision.said, self.style.language) or self.terms.modal

    @property
    def is_part_of_a_list(self) -> bool:
        """Whether the clause says something only with other words of its list."""
        return is_part_of_a_list(self.clause, self.style.language)

    @property
    def prevailing(self) -> Clause | None:
        """The clause of its provision that says that nothing in this prevents something, if any.

        Words put beside it would not prevail, if they did not name it.
        """
        return _prevailing(self.provision, self.style.language)

    @property
    def style(self) -> Style:
        """The law's style of drafting."""
        return self.reading.style

    @property
    def wording(self) -> Instructions:
        """How the law's language words an instruction."""
        return self.reading.style.wording

    @property
    def inflection(self) -> Inflection:
        """How the law's language bends words."""
        return self.reading.language.inflection

    @property
    def place(self) -> str:
        """The clause as an instruction names it."""
        return cited(self.clause, self.provision, self.style)


@lru_cache(maxsize=_REMEMBERED)
def _prevailing(provision: WholeProvision, code: str) -> Clause | None:
    """Kept, since a provision is asked for each draft of each of its clauses."""
    says = language(code).clauses.prevails
    return next((one for one in provision.clauses if says(one.text)), None)


@dataclass(frozen=True)
class Draft:
    """What an operation made: edits of the canonical text, the amended words, the instruction."""

    operation: str
    edits: tuple[Edit, ...]
    amended: str
    instruction: str


def within(form: Form, case: Case, edits: Sequence[Edit], instruction: str) -> Draft:
    """A draft of edits inside the clause, whose offsets count from its start."""
    whole = case.part_of or case.clause
    ahead = case.clause.start - whole.start
    amended = applied(whole.text, shifted(edits, ahead))
    return Draft(form.operation, moved(edits, case), amended, instruction)


def moved(edits: Sequence[Edit], case: Case) -> tuple[Edit, ...]:
    """Offsets within the clause as offsets into the canonical text."""
    return shifted(edits, case.clause.start)


def shifted(edits: Sequence[Edit], by: int) -> tuple[Edit, ...]:
    """The edits with offsets that count from another place."""
    return tuple(Edit(start=edit.start + by, end=edit.end + by, text=edit.text) for edit in edits)


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits, which must not overlap; those of one place stand in their order."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join(parts) + text[at:]
