"""What became of the amendments that were proposed for the old version.

An amendment is taken up where its words stand in the new version and did not before. It is taken up
in other words where what is new there says what the library takes for the same: the patterns by
which a template knows that a law says its words already (``unless``), or a need that it is met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from annotator.aligning import Link
from annotator.comparison import TAKEN_UP, Uptake
from annotator.eids import unit_eid
from annotator.expressions import expression
from annotator.lang.comparison_phrases import Outcome
from annotator.library import Library, Template
from annotator.library.patterns import shown_in
from annotator.library.tables import load_sections
from annotator.same_words import words_of
from annotator.schedule import RENUMBERS, Amendment, key_of, schedule
from annotator.schema import TO_MEND, Annotation, Finding, Gap, Proposal
from annotator.word_changes import smallest

#: So much of an amendment's words, by pairs of them, makes it taken up as it was proposed.
_TAKEN = 0.9
#: So much of a clause is new where it was rewritten, and not only words taken out.
_REWRITTEN = 0.3
#: So much of what was to be deleted, and is, makes it taken up in other words.
_LARGELY = 0.5
#: A line of so many pairs of words is a rule, any other the heading of a new section.
_RULE = 6
_LABEL = expression(r"^\s*\(?\w{1,4}[.)]\s+")

_Grams = frozenset[tuple[str, ...]]


def uptakes(
    old: Annotation, new: Annotation, links: Sequence[Link], library: Library
) -> tuple[Uptake, ...]:
    """What became of each amendment of the old version, in the order of their numbers."""
    versions = _Versions(old, new, links, library)
    found = [(one, versions.uptake(one)) for one in schedule(old)]
    return tuple(
        uptake for one, uptake in found if not one.instead_of or uptake.outcome in TAKEN_UP
    )


class _Versions:
    """The two versions, with what of the new one is new."""

    def __init__(
        self, old: Annotation, new: Annotation, links: Sequence[Link], library: Library
    ) -> None:
        self._old, self._new = old, new
        self._links = {at: link for link in links for at in link.old}
        self._from = {at: link for link in links for at in link.new}
        self._places = {finding.clause.eid: at for at, finding in enumerate(old.findings)}
        self._templates = {template.id: template for template in library.templates}
        self._of_need: dict[str, list[Template]] = defaultdict(list)
        for template in library.templates:
            self._of_need[template.need].append(template)
        self._lacking = {gap.need for gap in new.gaps}
        self._known: dict[int, tuple[_Grams, _Grams]] = {}

    def uptake(self, one: Amendment) -> Uptake:
        """What became of one amendment."""
        if one.gap:
            outcome, where, now = self._of_gap(one.gap, one.added)
        else:
            outcome, where, now = self._of_finding(one)
        about = one.proposal or one.gap
        return Uptake(
            number=one.number,
            clause=one.finding.clause.number if one.finding else "",
            template=key_of(one)[1],
            issue=about.issue if about else "",
            instruction=one.instruction,
            outcome=outcome,
            where=tuple(self._new.findings[at].clause.number for at in where),
            now=now,
        )

    # Amendments of clauses

    def _of_finding(self, one: Amendment) -> tuple[Outcome, Sequence[int], int]:
        finding, proposal = one.finding, one.proposal
        assert finding is not None  # noqa: S101  # it is no gap's
        assert proposal is not None  # noqa: S101
        link = self._links[self._places[finding.clause.eid]]
        own = list(link.new)
        around = self._around(finding, proposal.for_law) if proposal.adds else own
        if taken := self._takers(one, own, around):
            return "taken-up", taken, 0
        if not own:
            return "gone", (), 0
        if said := self._sayers(proposal, own, around):
            return "in-other-words", said, 0
        if self._is_resolved(proposal.issue, own):
            reworded = not link.is_same and self._is_dropped(one, own)
            return ("in-other-words" if reworded else "not-called-for"), own, 0
        eids = (self._new.findings[at].clause.eid for at in own)
        return "open", own, self._number_of({(eid, proposal.template) for eid in eids})

    def _takers(self, one: Amendment, own: Sequence[int], around: Sequence[int]) -> list[int]:
        """The clauses that say an amendment's words, and of which that is new."""
        added, deleted = self._words_of(one)
        if not (added or deleted):
            return []
        if deleted and not self._dropped(deleted, own) >= _TAKEN:
            return []
        if not added:
            return [] if self._is_rewritten(own) else list(own)
        places = sorted({*own, *around})
        best = max(places, key=lambda at: (self._added(added, at), -at), default=None)
        return [] if best is None or self._added(added, best) < _TAKEN else [best]

    def _is_rewritten(self, own: Sequence[int]) -> bool:
        """Whether much of what became of a clause is new: then more than a few words went."""
        both = [self._both(at) for at in own]
        return any(_share(after, before) < 1 - _REWRITTEN for before, after in both)

    def _words_of(self, one: Amendment) -> tuple[_Grams, _Grams]:
        """The pairs of words that an amendment puts in, and those that it takes out."""
        if one.added:
            return _grams(_LABEL.sub("", one.added)), frozenset()
        text = self._old.text
        inserted: list[str] = []
        deleted: list[str] = []
        for edit in one.edits:
            if edit.start == edit.end and edit.text in RENUMBERS:
                continue
            for start, end, words in smallest(text, edit):
                inserted.append(words)
                deleted.append(text[start:end])
        return _of_all(inserted), _of_all(deleted)

    def _dropped(self, deleted: _Grams, own: Sequence[int]) -> float:
        """How much of what was to be taken out stands no more in what became of a clause."""
        left = _of_all(self._new.findings[at].clause.text for at in own)
        return 1 - _share(deleted, left) if own else 0.0

    def _is_dropped(self, one: Amendment, own: Sequence[int]) -> bool:
        """Whether most of what an amendment takes out is gone; of what it only adds, nothing is."""
        _, deleted = self._words_of(one)
        return bool(deleted) and self._dropped(deleted, own) >= _LARGELY

    def _sayers(self, proposal: Proposal, own: Sequence[int], around: Sequence[int]) -> list[int]:
        """The clauses whose new words say what a template would have said.

        Another clause than the one for which it was proposed must be on the same issue.
        """
        known = self._templates.get(proposal.template)
        if known is None or not known.unless:
            return []
        on_it = {*own, *(at for at in around if self._raises(proposal.issue, at))}
        return [at for at in sorted(on_it) if self._says(known.unless, at)]

    def _raises(self, issue: str, at: int) -> bool:
        return any(raised.issue == issue for raised in self._new.findings[at].issues)

    def _says(self, patterns: Sequence[str], at: int) -> bool:
        """Whether a clause shows what those of which it was made did not."""
        if not self._is_fresh(at):
            return False
        link = self._from[at]
        before = [self._old.findings[place].clause.words for place in link.old]
        shown = shown_in(patterns, self._new.findings[at].clause.words)
        return shown and not any(shown_in(patterns, words) for words in before)

    def _is_resolved(self, issue: str, own: Sequence[int]) -> bool:
        """Whether nothing that became of a clause needs amending on an issue."""
        return not any(
            one.label in TO_MEND
            and not one.met
            and (one.label == "regressive" or issue in (raised.issue for raised in one.issues))
            for one in (self._new.findings[at] for at in own)
        )

    # Amendments of the law as a whole

    def _of_gap(self, gap: Gap, added: str) -> tuple[Outcome, Sequence[int], int]:
        fresh = [at for at in range(len(self._new.findings)) if self._is_fresh(at)]
        lines = [_grams(_LABEL.sub("", line)) for line in added.split("\n")]
        rules = [grams for grams in lines if len(grams) >= _RULE]
        taken = {at for grams in rules for at in fresh if self._added(grams, at) >= _TAKEN}
        if rules and len(taken) >= len(rules):
            return "taken-up", sorted(taken), 0
        if gap.need in self._lacking:
            return "open", (), self._number_of({("", gap.need)})
        said = [
            at
            for at in fresh
            if self._raises(gap.issue, at) and self._says(self._patterns(gap.need), at)
        ]
        return ("in-other-words" if said else "not-called-for"), said, 0

    def _patterns(self, need: str) -> Sequence[str]:
        """What shows a law to meet a need."""
        section = load_sections().get(need)
        if section and section.met:
            return section.met
        return [one for template in self._of_need[need] for one in template.unless]

    # What is new

    def _number_of(self, keys: Collection[tuple[str, str]]) -> int:
        """The first number that any of these has in the schedule of the new version; 0 for none."""
        return next((one.number for one in self._schedule if key_of(one) in keys), 0)

    @cached_property
    def _schedule(self) -> tuple[Amendment, ...]:
        return schedule(self._new)

    def _around(self, finding: Finding, for_law: bool) -> list[int]:
        """Where what is added to a section may stand: in what became of it; or anywhere new."""
        if for_law:
            return [at for at in range(len(self._new.findings)) if self._is_fresh(at)]
        section = unit_eid(finding.clause.eid)
        new = {
            unit_eid(self._new.findings[at].clause.eid)
            for place, link in self._links.items()
            if unit_eid(self._old.findings[place].clause.eid) == section
            for at in link.new
        }
        return [
            at
            for at, other in enumerate(self._new.findings)
            if unit_eid(other.clause.eid) in new and self._is_fresh(at)
        ]

    def _is_fresh(self, at: int) -> bool:
        """Whether a clause of the new version is new, or has words that are."""
        return not self._from[at].is_same

    def _added(self, grams: _Grams, at: int) -> float:
        """How much of some words stands in a clause, of those that did not stand there before."""
        before, after = self._both(at)
        return _share(grams - before, after)

    def _both(self, at: int) -> tuple[_Grams, _Grams]:
        """The words of what a clause of the new version was, and its own."""
        if at not in self._known:
            old = (self._old.findings[place].clause.text for place in self._from[at].old)
            self._known[at] = _of_all(old), _grams(self._new.findings[at].clause.text)
        return self._known[at]


def _grams(text: str) -> _Grams:
    """Each two words that follow each other; of a single word that alone."""
    words = words_of(text)
    return frozenset(pairwise(words)) or frozenset((words,) if words else ())


def _of_all(texts: Iterable[str]) -> _Grams:
    return frozenset().union(*map(_grams, texts))


def _share(grams: _Grams, others: _Grams) -> float:
    """How much of some pairs of words is among others."""
    return len(grams & others) / len(grams) if grams else 0.0
