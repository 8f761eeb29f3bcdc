"""What changes mean in terms of gender: what is worse, and what is better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from msgspec.structs import replace

from annotator.comparison import TURN_KINDS, ClauseChange, ComparedClause, LawComparison, Turn
from annotator.eids import unit_eid
from annotator.lang.comparison_phrases import TurnKind
from annotator.same_words import folded, words_of
from annotator.schema import Label
from annotator.word_changes import unwrapped

#: What other words may turn round without the label: whether the clause is worse, a person reads.
_READ_AGAIN: tuple[Label, ...] = ("regressive", "responsive")
#: So much of an added clause, by pairs of words, stood in another of which it is a part then.
_PART = 0.7


def turns(changes: Sequence[ClauseChange]) -> tuple[Turn, ...]:
    """What changed in terms of gender: the gravest first, what is sure before what is not.

    A clause that was split is mended where none of what became of it needs amending, and one is new
    where nothing of which it was made did. One that keeps its label in other words is told, since
    a label does not say what a clause grants, or to whom: a ``not`` may be gone.
    """
    left = [
        set(pairwise(words_of(one.text)))
        for change in changes
        if change.kind == "added"
        for one in change.new
        if one.is_to_mend
    ]
    answers = _Answers(changes)
    found = [
        turn
        for at, change in enumerate(changes)
        for turn in map(answers.checked, _turns(at, change))
        if turn.kind != "mended" or not _is_left(turn, change, left)
    ]
    return tuple(sorted(found, key=lambda one: (TURN_KINDS.index(one.kind), one.review, one.at)))


class _Answers:
    """Where clauses stand now that answered others of their section."""

    def __init__(self, changes: Sequence[ClauseChange]) -> None:
        self._changes = changes
        self._became = {one.number: change for change in changes for one in change.old}

    def checked(self, turn: Turn) -> Turn:
        """A turn; of a clause that is blind since its answer stands in another section just that.

        An answer that stays beside the clause and says something else answers it no more.
        """
        if turn.kind != "new-blind" or not turn.met_before:
            return turn
        change = self._changes[turn.at]
        own = {unit_eid(one.eid) for one in change.new if one.number == turn.new}
        asked = [number for one in change.old if one.number == turn.old for number in one.met_by]
        became = [self._became[number] for number in asked if number in self._became]
        stand = [
            one
            for answer in became
            for one in answer.new
            if one.label == "responsive" and unit_eid(one.eid) not in own
        ]
        if not stand or not all(answer.new for answer in became):
            return turn
        return replace(turn, kind="answer-moved", answers=tuple(one.number for one in stand))


def sure_turns(comparison: LawComparison, least: float) -> LawComparison:
    """A comparison that tells of what changed in terms of gender only what is so sure, 0 to 1."""
    kept = tuple(one for one in comparison.turns if one.confidence >= least)
    return replace(comparison, turns=kept)


def _is_left(
    turn: Turn, change: ClauseChange, added: Sequence[AbstractSet[tuple[str, str]]]
) -> bool:
    """Whether what was to mend stands in a clause of its own now, and was only parted from it.

    Added clauses are given by their pairs of words.
    """
    pairs = {
        pair
        for one in change.old
        if one.number == turn.old
        for pair in pairwise(words_of(one.text))
    }
    return any(own and len(own & pairs) >= _PART * len(own) for own in added)


def _turns(at: int, change: ClauseChange) -> Iterator[Turn]:
    old = [one for one in change.old if not one.is_lead_in]
    new = [one for one in change.new if not one.is_lead_in]
    for clause in new:
        if kind := _newly(clause, old):
            yield _turn(kind, at, _likest(clause, old), clause)
    for clause in old:
        became = _became(clause, new)
        if became:
            yield _turn(became, at, clause, _likest(clause, new))
    if change.kind != "unchanged" and not (change.marks_only or change.numbers_only):
        yield from _reworded(at, old, new)


def _reworded(
    at: int, old: Sequence[ComparedClause], new: Sequence[ComparedClause]
) -> Iterator[Turn]:
    """What keeps its label in other words: of a list the first of its items that does."""
    for label in _READ_AGAIN:
        before = [one for one in old if one.label == label]
        after = [one for one in new if one.label == label]
        if not (before and after) or _words(before) == _words(after):
            continue
        was = next((one for one in before if not _words([one]) <= _words(after)), before[0])
        now = next((one for one in after if not _words([one]) <= _words(before)), after[0])
        yield _turn("reworded", at, was, now)


def _words(clauses: Sequence[ComparedClause]) -> set[str]:
    return {folded(unwrapped(one.text)) for one in clauses}


def _newly(clause: ComparedClause, old: Sequence[ComparedClause]) -> TurnKind | None:
    """What a clause of the new version is that nothing was of which it was made."""
    if clause.label == "regressive":
        return None if _has(old, "regressive") else "new-regressive"
    if clause.label == "blind" and clause.is_to_mend:
        return None if any(one.is_to_mend for one in old) else "new-blind"
    if clause.label == "responsive":
        # That a clause which needed amending is responsive now is told of that clause.
        told = any(one.is_to_mend or one.label == "responsive" for one in old)
        return None if told else "new-responsive"
    return None


def _became(clause: ComparedClause, new: Sequence[ComparedClause]) -> TurnKind | None:
    """What a clause of the old version was that nothing is which was made of it."""
    if clause.is_to_mend and not new:
        return "gone"
    if clause.label == "regressive":
        return None if _has(new, "regressive") else "mended"
    if clause.is_to_mend:
        return None if any(one.is_to_mend for one in new) else "mended"
    if clause.label == "responsive":
        return None if _has(new, "responsive") else "lost-responsive"
    return None


def _has(clauses: Sequence[ComparedClause], label: str) -> bool:
    return any(one.label == label for one in clauses)


def _likest(clause: ComparedClause, others: Sequence[ComparedClause]) -> ComparedClause | None:
    """Of the clauses on the other side the one that is named with it: a flagged one first."""
    return min(others, key=lambda one: (one.label == "neutral", one.start), default=None)


def _turn(kind: TurnKind, at: int, old: ComparedClause | None, new: ComparedClause | None) -> Turn:
    both = [one for one in (old, new) if one is not None]
    told = new if kind.startswith("new-") else old
    return Turn(
        kind=kind,
        at=at,
        old=old.number if old else "",
        new=new.number if new else "",
        before=old.label if old else None,
        after=new.label if new else None,
        issues=told.issues if told else (),
        confidence=min(one.confidence for one in both),
        review=any(one.review for one in both),
        in_part=kind == "mended" and new is not None and new.is_to_mend,
        met_before=old is not None and old.met,
        met=new is not None and new.met,
    )
