"""The words of a new section: its heading and subsections as the law prints its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from annotator.lang.en.counted import listed
from annotator.lang.en.inflection import Noun
from annotator.lang.en.removal import Removal
from annotator.library.model import Section
from annotator.library.patterns import shown_in
from annotator.numbering import label_number
from annotator.proposer.drafting_case import Case
from annotator.proposer.rendering import FILLERS, render
from annotator.reading import Reading, WholeProvision
from annotator.reading.style import cited
from annotator.schema import Clause

#: A new section that would set aside more clauses than these changes what the law is about.
_MOST_SET_ASIDE = 3


@dataclass(frozen=True)
class Printed:
    """A new section in words: its heading, and its whole text, heading and number too."""

    heading: str
    text: str


class Printer:
    """Prints new sections of one law in its own terms and layout."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        provisions = reading.law.provisions.values()
        headed = sum(bool(one.clauses[0].heading) for one in provisions)
        self._headed = headed * 2 > len(provisions)

    def printed(
        self, section: Section, clause: Clause, after: WholeProvision, number: str
    ) -> Printed | None:
        """A section in the law's words; None where the library has none for it, or where it says
        who acts, and the law names nobody who could.

        Args:
            section: the library's.
            clause: one that calls for it, whose words for the authority it takes.
            after: the provision after which it stands, whose layout it takes.
            number: its own.
        """
        case = Case(self.reading, clause, after)
        decider = self._decider(clause)
        over = self._over(section)
        if over is None:
            return None
        general = {**self._general, **({"authority": decider} if decider else {}), "over": over}
        heading = render(section.heading, case, **general)
        subsections = [render(text, case, **general) for text in section.text]
        capitalised = case.inflection.capitalised
        words = [capitalised(text) for text in subsections if text]
        if not heading or not words or len(words) < len(section.text):
            return None
        heading = capitalised(heading)
        return Printed(heading, self._set(heading, words, after, number))

    def _over(self, section: Section) -> str | None:
        """What sets aside the clauses that say the contrary; None where they are many."""
        if not section.despite:
            return ""
        law, style = self.reading.law, self.reading.style
        contrary = [
            one for one in law.clauses if one.provides and shown_in(section.despite, one.words)
        ]
        places = list(dict.fromkeys(cited(one, law.provision_of(one), style) for one in contrary))
        if not places:
            return ""
        if len(places) > _MOST_SET_ASIDE:
            return None
        return style.wording.despite(style.despite, listed(places))

    def _decider(self, clause: Clause) -> str | None:
        """Who has the power of a clause, where its own provision or the law makes it certain."""
        own = self.reading.law.provision_of(clause)
        return FILLERS["authority"](Case(self.reading, clause, own, for_law=True))

    @cached_property
    def _general(self) -> dict[str, str]:
        """Words for what the law has no word of its own for, and who decides most in it, if any."""
        terms, say = self.reading.terms, self.reading.language
        own = set(terms.roles) - {"authority"} | ({"removal"} if terms.removal else set())
        words: dict[str, str | None] = {
            role: Noun(word) for role, word in say.law_words.general.items()
        }
        words["removal"] = Removal(say.actors.removal)
        words["authority"] = terms.roles.get("authority")
        return {role: word for role, word in words.items() if word and role not in own}

    def _set(self, heading: str, words: list[str], after: WholeProvision, number: str) -> str:
        first, second = self._labels(after, number)
        lines = [first + words[0]] if len(words) == 1 else []
        if not lines:
            lines = [f"{self._label(second, at)}{text}" for at, text in enumerate(words, start=1)]
            lines[0] = first + lines[0]
        if self.reading.style.kind == "article":
            title = f"{self.reading.style.wording.name('Article')} {number}"
            return "\n".join([title, *([heading] if self._headed else []), *lines])
        return "\n".join(([heading] if self._headed else []) + lines)

    def _labels(self, after: WholeProvision, number: str) -> tuple[str, str]:
        """What stands before a section's first words, and before those of its second subsection."""
        second = self._second_label
        if self.reading.style.kind == "article":
            return "", second
        # "11.—(1)" has no blank after its dash, "11. (1)" and "11 (1)" have one.
        sign_words = re.sub(r".*[^.—–-]", "", after.tree.label)
        return f"{number}{sign_words}" + ("" if sign_words[-1:] in ("—", "–") else " "), second

    def _label(self, second: str, place: int) -> str:
        """What stands before a subsection, printed as before the second."""
        if self.reading.style.kind == "lettered":
            return f"({label_number('alpha', place)}) "
        return second.replace("2", str(place), 1)

    @cached_property
    def _second_label(self) -> str:
        """``(2) ``, ``2. ``: as most of the law's second subsections are printed."""
        labels = Counter(
            subsection.label
            for provision in self.reading.law.provisions.values()
            for subsection in provision.subsections
            if re.fullmatch(r"\(?2[.)]", subsection.label)
        )
        return (labels.most_common(1)[0][0] if labels else "(2)") + " "
