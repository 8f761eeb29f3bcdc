"""What became of each amendment that was put into a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.returned.placing import Between, Finder
from annotator.returned.sharing import shared
from annotator.returned.text import ReturnedText, Revision, tokens
from annotator.rulings import Ruling, Verdict
from annotator.schema import Struct
from annotator.word.record import Record, RecordedAmendment, RecordedChange

_Said = tuple[str, ...]


class _Fate(Struct, frozen=True):
    """What became of one change; ``by`` is whose change of it is not decided, if anybody's is."""

    verdict: Verdict
    by: Revision | None = None


def rulings(record: Record, text: ReturnedText) -> Iterator[Ruling]:
    """What became of each amendment, in the order of the schedule.

    Args:
        record: what was written into the document.
        text: what the document says now.
    """
    standing = _standing(record, text)
    for amendment in record.amendments:
        fates = [_fate(one, standing.get(one), text, record) for one in amendment.changes]
        verdict = _whole([one.verdict for one in fates])
        by = next((one.by for one in reversed(fates) if one.by), None)
        yield Ruling(
            number=amendment.number,
            clause=amendment.clause,
            eid=amendment.eid,
            clause_sha256=amendment.sha256,
            template=amendment.template,
            issue=amendment.issue,
            label=amendment.label,
            decision=verdict,
            words=_words(amendment, standing, text) if verdict == "edited" else "",
            who=by.author if by else "",
            when=by.date if by else "",
        )


def put_in(record: Record, text: ReturnedText) -> set[int]:
    """The places of the words that were put in where none were, and stand there still."""
    return {
        place
        for change, at in _standing(record, text).items()
        if not change.out and tuple(text.tokens[at.start : at.end]) == tokens(change.words)
        for place in range(at.start, at.end)
    }


def _standing(record: Record, text: ReturnedText) -> dict[RecordedChange, Between]:
    changes = [change for one in record.amendments for change in one.changes]
    return shared(Finder(text).of(changes), text)


def _fate(change: RecordedChange, at: Between | None, text: ReturnedText, record: Record) -> _Fate:
    """What stands there now: our words, those that were there before, or others."""
    if at is None:
        return _Fate("lost")
    out, words = tokens(change.out), tokens(change.words)
    said = tuple(text.tokens[at.start : at.end])
    added = [one.added for one in text.spots[at.start : at.end] if one.added]
    gone = text.gone_between(at.start, at.end)
    if said == words:
        # What somebody takes out of our words was not there before; another's words were.
        before = (one for one in gone if not one.within or one.within.author != record.author)
        taken_out = tokens(" ".join(one.words for one in before))
        ours = bool(added) or (bool(out) and _stands_in(out, taken_out))
        return _Fate("pending" if ours else "accepted")
    theirs = [one.revision for one in gone] + added
    by = next((one for one in reversed(theirs) if one.author != record.author), None)
    return _Fate("rejected" if said == out else "edited", by)


def _stands_in(words: _Said, others: _Said) -> bool:
    size = len(words)
    return any(others[at : at + size] == words for at in range(len(others) - size + 1))


def _whole(verdicts: Sequence[Verdict]) -> Verdict:
    """What became of an amendment, by what became of its changes."""
    met = set(verdicts)
    if len(met) == 1:
        return verdicts[0]
    if met == {"lost", "rejected"}:
        return "lost"
    if "edited" not in met and "pending" in met:
        return "pending"
    return "edited"


def _words(
    amendment: RecordedAmendment, standing: dict[RecordedChange, Between], text: ReturnedText
) -> str:
    """What stands in the place of an amendment now; where that is wide, what stands at each change.

    A part that was rejected is not among it, where nothing stood there before.
    """
    places = sorted(
        {(one.start, one.end) for change in amendment.changes if (one := standing.get(change))}
    )
    said = (text.words(*one).strip() for one in places)
    return " … ".join(" ".join(one.split()) for one in said if one)
