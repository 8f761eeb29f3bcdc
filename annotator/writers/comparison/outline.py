"""What a comparison tells, in its order: in terms of gender first, then all else.

A chapter has groups, a group entries and lines; an entry is what became of clauses, with their
words. Each change has its words in one entry, and is only named in others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from annotator.comparison import (
    OUTCOMES,
    TURN_KINDS,
    ClauseChange,
    ComparedClause,
    LawComparison,
    Turn,
    Uptake,
    Wording,
)
from annotator.expressions import expression
from annotator.lang import LanguageData, language
from annotator.lang.comparison_phrases import TurnKind
from annotator.schema import Label, Struct
from annotator.word_changes import unwrapped
from annotator.writers.terminal.layout import provision_name

_LABELS: tuple[Label, ...] = ("regressive", "blind", "responsive", "neutral")
_UNIT = expression(r"[^(“]*")

#: The label whose colour a group bears; nothing for none.
Tone = Label | Literal[""]


class ChangeEntry(Struct, frozen=True):
    """What became of clauses.

    ``at`` is the place of the change in the comparison; ``title`` names the clauses, ``facts`` say
    what became of them, ``note`` is a sentence. ``wording`` are their words, with what changed;
    there are none where they stand in an entry before.
    """

    at: int
    title: str
    facts: str
    note: str = ""
    wording: tuple[Wording, ...] = ()


class ChangeGroup(Struct, frozen=True):
    """Entries of one kind, and lines; ``tone`` is the label whose colour it bears, if any."""

    heading: str = ""
    tone: Tone = ""
    entries: tuple[ChangeEntry, ...] = ()
    lines: tuple[str, ...] = ()


class Chapter(Struct, frozen=True):
    """A part of the report; ``told`` is said above its groups."""

    heading: str
    told: str = ""
    groups: tuple[ChangeGroup, ...] = ()


class VersionRow(Struct, frozen=True):
    """How many clauses of each label a version has, by the name of the version."""

    name: str
    counts: tuple[int, ...]


class Outline(Struct, frozen=True):
    """A comparison as it is read."""

    title: str
    old: str
    new: str
    summary: str
    notes: tuple[str, ...]
    labels: tuple[Label, ...]
    rows: tuple[VersionRow, ...]
    chapters: tuple[Chapter, ...]


_TONES: dict[TurnKind, Tone] = {
    "new-regressive": "regressive",
    "new-blind": "blind",
    "lost-responsive": "regressive",
    "answer-moved": "blind",
    "reworded": "",
    "mended": "responsive",
    "gone": "neutral",
    "new-responsive": "responsive",
}


def outlined(comparison: LawComparison) -> Outline:
    """What a comparison tells."""
    return _Outlining(comparison).outline()


def entries_of(comparison: LawComparison) -> tuple[ChangeEntry, ...]:
    """All clauses with their words, in the order of the new version."""
    return _Outlining(comparison).entries()


class _Outlining:
    def __init__(self, comparison: LawComparison) -> None:
        self._comparison = comparison
        self._spoken: LanguageData = language(comparison.language)
        self._say = self._spoken.comparing
        self._names = {
            clause.number: self._name((clause,))
            for change in comparison.changes
            for clause in (*change.old, *change.new)
        }

    def outline(self) -> Outline:
        """All that the comparison tells."""
        one, say = self._comparison, self._say
        counts = {kind: sum(turn.kind == kind for turn in one.turns) for kind in TURN_KINDS}
        chapters = (self._gender(), self._uptake(), self._gaps(), self._others())
        return Outline(
            title=one.new.title,
            old=say.version(one.old.source, one.old.date, one.old.clauses),
            new=say.version(one.new.source, one.new.date, one.new.clauses),
            summary=say.summary(counts, sum(turn.review for turn in one.turns)),
            notes=one.notes,
            labels=_LABELS,
            rows=tuple(
                VersionRow(name=name, counts=tuple(law.labels.get(label, 0) for label in _LABELS))
                for name, law in ((say.OLD, one.old), (say.NEW, one.new))
            ),
            chapters=tuple(chapter for chapter in chapters if chapter is not None),
        )

    def entries(self) -> tuple[ChangeEntry, ...]:
        """An entry for each change, those too that changed nothing."""
        return tuple(self._change(at, change) for at, change in enumerate(self._comparison.changes))

    # In terms of gender

    def _gender(self) -> Chapter | None:
        if not self._comparison.turns:
            return None
        shown: set[int] = set()
        groups = []
        for kind in TURN_KINDS:
            entries = []
            for turn in self._comparison.turns:
                if turn.kind == kind:
                    entries.append(self._turn(turn, is_first=turn.at not in shown))
                    shown.add(turn.at)
            if entries:
                groups.append(
                    ChangeGroup(
                        heading=self._say.TURNS[kind], tone=_TONES[kind], entries=tuple(entries)
                    )
                )
        return Chapter(heading=self._say.GENDER, groups=tuple(groups))

    def _turn(self, turn: Turn, *, is_first: bool) -> ChangeEntry:
        change, say = self._comparison.changes[turn.at], self._say
        before = say.state(turn.before, met=turn.met_before) if turn.before else ""
        after = say.state(turn.after, met=turn.met) if turn.after else ""
        issues = ", ".join(self._spoken.phrases.issue(issue) for issue in turn.issues)
        facts = (
            say.turn(before, after, in_part=turn.in_part),
            say.sure(turn.confidence, review=turn.review),
            issues,
            say.answer_moved([self._names[one] for one in turn.answers]) if turn.answers else "",
            say.change(change.kind, moved=change.moved, renumbered=change.renumbered),
        )
        return ChangeEntry(
            at=turn.at,
            title=self._title(*_clauses_of(turn, change)),
            facts=" · ".join(fact for fact in facts if fact),
            note=say.SAME_WORDS if is_first and change.kind == "unchanged" else "",
            wording=_words(change) if is_first else (),
        )

    # Proposals and gaps

    def _uptake(self) -> Chapter | None:
        found = []
        for outcome in OUTCOMES:
            own = [one for one in self._comparison.uptake if one.outcome == outcome]
            if own:
                lines = tuple(self._proposal(one) for one in own)
                heading = f"{self._say.OUTCOMES[outcome]} ({len(own)})"
                found.append(ChangeGroup(heading=heading, lines=lines))
        return Chapter(heading=self._say.UPTAKE, groups=tuple(found)) if found else None

    def _proposal(self, one: Uptake) -> str:
        say = self._say
        place = self._names.get(one.clause, one.clause)
        told = say.proposal(one.number, place, self._spoken.phrases.issue(one.issue))
        where = [self._names.get(number, number) for number in one.where]
        more = {
            "open": say.still(one.now, where),
            "taken-up": say.said_in(where),
            "in-other-words": say.said_in(where),
        }.get(one.outcome, "")
        told = ": ".join(part for part in (told, more) if part)
        # What is still wanted stands in the report on the new version.
        return told if one.outcome == "open" else f"{told}. {' '.join(one.instruction.split())}"

    def _gaps(self) -> Chapter | None:
        groups = []
        for is_one, heading in (
            ((False, False), self._say.GAPS_OPENED),
            ((True, True), self._say.GAPS_PROVIDED),
            ((True, False), self._say.GAPS_CLOSED),
        ):
            own = [one for one in self._comparison.gaps if (one.closed, one.provided) == is_one]
            lines = tuple(f"{one.lacks} ({one.strength})" for one in own)
            if lines:
                groups.append(ChangeGroup(heading=heading, lines=lines))
        if not groups:
            return None
        return Chapter(heading=self._spoken.phrases.THE_WHOLE, groups=tuple(groups))

    # All else

    def _others(self) -> Chapter:
        one, say = self._comparison, self._say
        told = {turn.at for turn in one.turns}
        left = [(at, change) for at, change in enumerate(one.changes) if at not in told]
        entries = tuple(
            self._change(at, change)
            for at, change in left
            if not (change.marks_only or change.numbers_only)
            and (change.kind != "unchanged" or change.moved)
        )
        cited = [self._title(one.old, one.new) for _, one in left if one.numbers_only]
        marked = [self._title(one.old, one.new) for _, one in left if one.marks_only]
        series = list(_series(change for change in one.changes if change.renumbered))
        groups = [
            ChangeGroup(entries=entries),
            ChangeGroup(
                heading=say.RENUMBERED, lines=tuple(say.series(*numbers) for numbers in series)
            ),
            ChangeGroup(heading=say.NUMBERS_ONLY, lines=tuple(cited)),
            ChangeGroup(heading=say.MARKS_ONLY, lines=tuple(marked)),
        ]
        counted = say.counts(one.counts)
        return Chapter(
            heading=say.CHANGES,
            told=counted if entries else f"{counted} {say.NO_CHANGES}",
            groups=tuple(group for group in groups if group.entries or group.lines),
        )

    def _change(self, at: int, change: ClauseChange) -> ChangeEntry:
        return ChangeEntry(
            at=at,
            title=self._title(change.old, change.new),
            facts=self._say.change(change.kind, moved=change.moved, renumbered=change.renumbered),
            wording=_words(change),
        )

    def _title(self, old: Sequence[ComparedClause], new: Sequence[ComparedClause]) -> str:
        """Clauses by their names, old and new, and their heading."""
        heading = " ".join((new or old)[0].heading.split())
        names = self._say.now(self._name(old), self._name(new))
        return self._spoken.phrases.named(names, heading)

    def _name(self, clauses: Sequence[ComparedClause]) -> str:
        if not clauses:
            return ""
        first, *others = clauses
        name = provision_name(first.eid, first.number, self._spoken)
        if first.is_lead_in and all(one.eid.startswith(first.eid) for one in others):
            return name
        return ", ".join((name, *(one.number for one in others)))


def _clauses_of(
    turn: Turn, change: ClauseChange
) -> tuple[Sequence[ComparedClause], Sequence[ComparedClause]]:
    """The clauses of a change that a turn is on: of a list all of them."""
    if change.kind not in ("split", "merged"):
        return change.old, change.new
    old = [one for one in change.old if one.number == turn.old]
    new = [one for one in change.new if one.number == turn.new]
    return old or change.old, new or change.new


def _words(change: ClauseChange) -> tuple[Wording, ...]:
    """The words of a change; of what did not change those that stand."""
    kept = "\n".join(unwrapped(one.text) for one in change.new)
    return change.wording or (Wording(role="kept", words=kept),)


def _series(changes: Iterable[ClauseChange]) -> Iterator[tuple[str, str]]:
    """Which numbers became which, those of sections that follow each other in one."""
    pairs = dict.fromkeys(_numbers(change) for change in changes)
    runs = groupby(
        enumerate(pairs), key=lambda pair: (_step(pair[1]), _whole(pair[1][0]) - pair[0])
    )
    for (step, _), run in runs:
        own = [pair for _, pair in run]
        if step is None or len(own) == 1:
            yield from own
        else:
            yield f"{own[0][0]}–{own[-1][0]}", f"{own[0][1]}–{own[-1][1]}"


def _numbers(change: ClauseChange) -> tuple[str, str]:
    """The old and the new number of a clause; of its section, if only that is another."""
    old, new = change.old[0].number, change.new[0].number
    units = _UNIT.match(old), _UNIT.match(new)
    ends = [unit.end() if unit else 0 for unit in units]
    if old[ends[0] :] == new[ends[1] :]:
        return old[: ends[0]].strip(), new[: ends[1]].strip()
    return old, new


def _step(pair: tuple[str, str]) -> int | None:
    """By how much a number grew; None where it is no plain one."""
    if not all(number.isdecimal() for number in pair):
        return None
    return int(pair[1]) - int(pair[0])


def _whole(number: str) -> int:
    return int(number) if number.isdecimal() else 0
