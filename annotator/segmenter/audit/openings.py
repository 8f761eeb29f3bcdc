"""How the words of provisions begin and end, where they begin or end as none do.

With a title that was left among them, or a mark of an editor; with ``(2)`` though there is no
``(1)``; in the middle of a sentence. A part whose heading was read as its words is one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.eids import CONTAINERS, ELEMENTS, UNITS
from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.schema import Clause, Provision
from annotator.segmenter.audit.paragraphs import ReadParagraph
from annotator.segmenter.audit.text import AuditedText
from annotator.segmenter.audit.units import whole_number
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.run_in_titles import opens_with_a_title

#: So many sections at most were lost above the first of a part.
_FEW = 3
#: No list begins later.
_MOST = 10
#: So great a part of a law's sections has a heading that one without is doubtful.
_MOST_HEADED = 0.6
#: So many sections, if none has a heading.
_MIN_GLUED = 2
#: So much of a section's words is looked at; no title is longer.
_FIRST_WORDS, _LONGEST = 200, 90
#: What begins with a term, or with what it holds.
_NO_WORDS = {*CONTAINERS, "definition"}
_IN_LABEL = expression(r"\w+")
_SQUARE = expression(r"\[(?=[^\]]*[A-Za-z\d])[^\[\]]{3,80}\]\s*(?=[\w(])(?![a-z])")
_ALL_SQUARE = expression(r"\[(?=[^\]]*[A-Za-z\d])[^\[\]]{3,80}\]\s*$")
_ROUND = expression(
    r"\((?=[^()]* |\w+\)\s*$|\d+/)[^()]{3,80}\)(?:\s*$|\s*\n)|"
    r"\((?=[^()]*(?:/|\b)(?:1[89]|20)\d\d\b)[^()]{8,160}\)[.\s—–-]*(?=[A-Z])"
)
_TITLED = expression(r"\([A-Z][^()\d]{2,60}\)\s+(?=[A-Z])")
_QUOTES = frozenset("“\"‘'«„[")
_FIRST_QUOTE = expression(r"[“\"]")
_TERM = expression(
    r"(?:\[\d{1,2}\])?[“\"‘'«„][^\W\d][^“”\"‘’'«»„]{2,50}[”\"’'»“][^.;]{0,40}?\b(?:means?|includes?)\b"
)
_STOPS = frozenset(".;:,—–-")
#: What no words of a law begin with.
_SIGNS = frozenset("<|‡†►▼{}#^~=\\/")
_OPENING = _SIGNS | {"[", "("}
_MAY_OPEN = _OPENING | {"\n", " ", "\t"}
_CLOSING = expression(r"[\s)\]”\"’]+$")
#: So many words before a full stop are a sentence, though it has no verb that is known.
_SENTENCE = 8
_LEADS = expression(r"[a-z] ?[:—]$")
#: Words that a sentence may end in, or an item of a list.
_MAY_END = expression(r"\b(?:and|or|but|nor|it)$")


class OpeningAudit:
    """How the provisions of a law begin and end.

    Args:
        text: the text that is held against its cut.
        clauses: what was cut out of it.
        words: those of its language.
    """

    def __init__(self, text: AuditedText, clauses: Sequence[Clause], words: StructureWords) -> None:
        self._text = text
        self._clauses = clauses
        self._words = words

    def parts(self) -> list[Provision]:
        """The parts and chapters whose heading, or what stands below it, was read as their words.

        A part may say what it is about in a sentence, if the number of no section is missing there.
        """
        own = {one.eid: one for one in self._clauses}
        found = []
        last = 0
        for part in self._containers(self._text.outermost):
            first = next((one for one in part.walk() if one.word in UNITS), None)
            number = whole_number(first) if first else 0
            units = [one for one in part.items if one.word in UNITS]
            if part.eid in own:
                expected = not 1 < number - last <= _FEW
                if not (expected and self._is_sentence(own[part.eid].text)):
                    found.append(part)
            last = whole_number(units[-1]) if units else last
        return found

    def _containers(self, provisions: Sequence[Provision]) -> Iterator[Provision]:
        for one in provisions:
            if one.word in CONTAINERS and ELEMENTS[one.word] != "att":
                yield one
                yield from self._containers(one.items)

    def _is_sentence(self, text: str) -> bool:
        text = text.lstrip("* \t")
        if not text[:1].isupper() or text.isupper() or _CLOSING.sub("", text)[-1:] not in _STOPS:
            return False
        says = self._words.finite.search(text) or self._words.states.search(text)
        return bool(says) or len(text.split()) >= _SENTENCE

    def titled(self, units: Sequence[Provision]) -> list[Provision]:
        """The sections that seem to have their heading among their words."""
        bare = [one for one in units if not one.heading]
        glued = [one for one in bare if self._opens_with_a_title(one)]
        if len(units) - len(bare) >= _MOST_HEADED * len(units) and len(units) > len(bare):
            return glued
        return glued if len(glued) >= max(_MIN_GLUED, _MOST_HEADED * len(bare)) else []

    def _opens_with_a_title(self, unit: Provision) -> bool:
        own = self._text.text[unit.body : min(unit.end, unit.body + _FIRST_WORDS)].lstrip()
        line, _, below = own.partition("\n")
        if not line or not line[0].isupper() or self._words.repealed.match(line):
            return False
        if below and len(line) <= _LONGEST and line[-1] not in _STOPS:
            behind = below.lstrip()[:1]
            says = self._words.finite.search(line)
            return not says and (behind.isupper() or behind in tuple("(0123456789"))
        return opens_with_a_title(" ".join(own.split()), self._words)

    def marked(self) -> list[Provision]:
        """The provisions whose words begin with a note in brackets."""
        text = self._text.text
        found: list[Provision] = []
        titled: list[Provision] = []
        for one in self._text.provisions:
            if text[one.body : one.body + 1] not in _MAY_OPEN:
                continue
            end = one.items[0].start if one.items else one.end
            own = text[one.body : min(end, one.body + _FIRST_WORDS)]
            if own[:1].isspace():
                own = own.lstrip()
            if own[:1] not in _OPENING or not one.label or one.word in _NO_WORDS:
                continue
            square = _SQUARE.match(own) or (one.items and _ALL_SQUARE.match(own))
            if own[0] == "(" and _TITLED.match(own):
                titled.append(one)
            if own[:1] in _SIGNS or square or _ROUND.match(own):
                told = {word.strip("[(<.,;)]").lower() for word in own[:_LONGEST].split()}
                if told.isdisjoint(self._words.notes.repealing):
                    found.append(one)
        return found or (titled if len(titled) >= _MIN_GLUED else [])

    def marked_up(self, units: Sequence[Provision]) -> list[Provision]:
        """The sections among whose first words one of two marks of Markdown stands alone."""
        text = self._text.text
        if "**" not in text:
            return []
        found = [
            one
            for one in units
            if text[one.body : one.body + _LONGEST].partition("\n")[0].count("**") == 1
        ]
        return found if len(found) >= _MIN_GLUED else []

    def without_first(self) -> list[Provision]:
        """The subsections ``(2)``, or of a later number, that are the first of theirs."""
        found = []
        for one in self._text.provisions:
            if not one.items or not _is_section(one):
                continue
            first = next((item for item in one.items if item.word != "definition"), None)
            label = _IN_LABEL.search(first.label) if first else None
            if not first or not label or "." in first.number.removeprefix(one.number):
                continue
            if label[0].isdecimal() and 1 < int(label[0]) < _MOST:
                found.append(first)
        return found

    def leading_nowhere(self) -> list[Provision]:
        """The sections of the body whose words lead to a list, and that have none."""
        found = []
        for one in self._text.provisions:
            if one.items or not _is_section(one) or one.end - one.body > _FIRST_WORDS:
                continue
            own = self._own(one).strip()
            if _LEADS.search(own) and "\n" not in own and not one.eid.startswith("att"):
                below = next(iter(self._text.stretch(one.end, one.end + _FIRST_WORDS)), None)
                if not (below and (below.quoted or below.furniture)) and not self._amends(own):
                    found.append(one)
        return found

    def _own(self, provision: Provision) -> str:
        return self._text.text[provision.body : provision.end]

    def _amends(self, text: str) -> bool:
        return bool(self._words.quoting.announces.search(text.rstrip()))

    def in_schedules(self) -> list[Provision]:
        """The schedules that hold all sections of a law."""
        schedules = [one for one in self._text.outermost if ELEMENTS[one.word] == "att"]
        if len(schedules) < len(self._text.outermost):
            return []
        return [one for one in schedules if len(one.items) >= _MIN_GLUED]

    def terms(self, found: Sequence[ReadParagraph]) -> list[Line]:
        """The lines among the words of sections that explain a term, and were not read so."""
        bodies = {one.body for one in self._text.provisions}
        return [
            one.first
            for one in found
            if one.first.text[0] in _QUOTES and not one.opens and one.first.start not in bodies
            and _TERM.match(one.first.text)
            and not self._amends(_FIRST_QUOTE.split(self._own(one.provision), maxsplit=1)[0])
        ]  # fmt: skip

    def broken(self) -> list[Clause]:
        """The clauses that end in the middle of a sentence, though others follow."""
        unfinished = self._words.headings.unfinished
        return [
            one
            for one, below in zip(self._clauses, self._clauses[1:], strict=False)
            if not one.is_lead_in and one.text[-1:].islower()
            and below.start >= one.end and unfinished.search(one.text[-20:])
            and not _MAY_END.search(one.text[-4:])
        ]  # fmt: skip


def _is_section(provision: Provision) -> bool:
    """Whether it is a section; lists deep within one have clauses, too."""
    return provision.word in UNITS and "(" not in provision.number
