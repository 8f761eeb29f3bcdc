"""The words of a comparison of two versions in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.lang.comparison_phrases import ChangeKind, Outcome, TurnKind
from annotator.lang.en.counted import are, clauses
from annotator.schema import Label

TITLE = "Two versions compared"
OLD, NEW = "Old", "New"
GENDER = "What changed in terms of gender"
TURNS: dict[TurnKind, str] = {
    "new-regressive": "Discriminates now, and did not before",
    "new-blind": "Takes no account of gender now, where it matters, and is new in that",
    "lost-responsive": "Took account of gender, and does so no more",
    "answer-moved": "What answered it stands in another section now: read whether it still does",
    "reworded": "Reworded, and takes account of gender or discriminates: read it",
    "mended": "Mended",
    "gone": "Needed amending, and was taken out",
    "new-responsive": "Takes account of gender now, and did not before",
}
NO_TURNS = "Nothing changed in terms of gender, as far as the classifier tells."
UPTAKE = "What became of the amendments that were proposed"
OUTCOMES: dict[Outcome, str] = {
    "taken-up": "Taken up, in the words that were proposed",
    "in-other-words": "Taken up in other words",
    "open": "Still wanted",
    "gone": "The clause was taken out",
    "not-called-for": "Not called for any more, or not that the classifier could tell",
}
GAPS_OPENED = "Lacking now, and not before"
GAPS_PROVIDED = "Provided now"
GAPS_CLOSED = (
    "No longer found lacking, though no new words that provide it were found: read whether the law "
    "still calls for it"
)
CHANGES = "All other changes, in the order of the law"
NO_CHANGES = "No other words were changed."
RENUMBERED = "Renumbered, old number and new"
NUMBERS_ONLY = "Only the numbers changed of provisions cited, which bear these numbers now"
MARKS_ONLY = "Only capitals or punctuation changed"
UNCHANGED = "Unchanged"
WHOLE = "The whole law, old and new"
SAME_FILE = "The two files are the same, byte for byte."
SAME_WORDS = "Its words are the same: what stands around it changed, or what the law says of it."
SKIP = "Skip to the changes"
CONTENTS = "Contents"

_TURNED: dict[TurnKind, tuple[str, str]] = {
    "new-regressive": ("discriminates anew", "discriminate anew"),
    "new-blind": ("newly takes no account of gender", "newly take no account of gender"),
    "lost-responsive": ("took account of it and does no more", "took account of it and do no more"),
    "answer-moved": (
        "stands apart from what answered it",
        "stand apart from what answered them",
    ),
    "reworded": (
        "that takes account of gender or discriminates was reworded",
        "that take account of gender or discriminate were reworded",
    ),
    "mended": ("was mended", "were mended"),
    "gone": ("that needed amending was taken out", "that needed amending were taken out"),
    "new-responsive": ("newly takes account of it", "newly take account of it"),
}
_CHANGED: dict[str, str] = {
    "changed": "changed",
    "added": "added",
    "removed": "removed",
    "split": "split",
    "merged": "merged",
    "moved": "moved",
    "renumbered": "renumbered",
    "unchanged": "unchanged",
}


def little_in_common(share: float) -> str:
    """That the two are hardly versions of one law: how much of the shorter is in the other.

    >>> little_in_common(0.042)
    'These are hardly two versions of one law: of the words of the shorter one, 4 % stand in clauses of the other, so that nearly all is told as taken out or added. Name two versions of the same law; a law that amends another is no version of it.'
    """  # noqa: E501
    return (
        "These are hardly two versions of one law: of the words of the shorter one, "
        f"{100 * share:.0f} % stand in clauses of the other, so that nearly all is told as taken "
        "out or added. Name two versions of the same law; a law that amends another is no version "
        "of it."
    )


def other_countries(old: str, new: str) -> str:
    """That the two are held to be of different countries, each maybe unknown."""
    return (
        f"The country of the old version is {old or 'not known'}, that of the new one "
        f"{new or 'not known'}: name it with --jurisdiction, so that both are read alike."
    )


def read_with_doubt(name: str, what: str, more: int) -> str:
    """That a version was read with doubt: the first of the doubts, and how many more there are.

    >>> read_with_doubt(OLD, "Section 3 was not found.", 1)
    'The old version was read with doubt, so that changes may be told that are none. Section 3 was not found. (And 1 more: `annotate` tells them.)'
    """  # noqa: E501
    others = f" (And {more} more: `annotate` tells them.)" if more else ""
    return (
        f"The {name.lower()} version was read with doubt, so that changes may be told that are "
        f"none. {what}{others}"
    )


def version(source: str, date: str, count: int) -> str:
    """A version by its file, its date, if it has one, and its clauses."""
    return " · ".join(part for part in (source, date, clauses(count)) if part)


def summary(turns: Mapping[TurnKind, int], doubtful: int) -> str:
    """What changed in terms of gender, and how much of that is doubtful, in a sentence or two.

    >>> summary({"new-blind": 2, "mended": 1}, 1)
    '2 clauses newly take no account of gender; 1 was mended. 1 of these is for review.'
    """
    parts: list[str] = []
    for kind, (one, several) in _TURNED.items():
        if count := turns.get(kind, 0):
            name = str(count) if parts else clauses(count)
            parts.append(f"{name} {one if count == 1 else several}")
    if not parts:
        return NO_TURNS
    review = f" {doubtful} of these {are(doubtful)} for review." if doubtful else ""
    return f"{'; '.join(parts)}.{review}"


def counts(counts: Mapping[str, int]) -> str:
    """How many clauses were changed, added, removed ...

    >>> counts({"changed": 1, "added": 0, "moved": 2})
    'Of all clauses, lead-ins of lists among them: 1 changed, 2 moved.'
    """
    told = ", ".join(
        f"{counts[kind]} {word}" for kind, word in _CHANGED.items() if counts.get(kind)
    )
    return f"Of all clauses, lead-ins of lists among them: {told or 'none'}."


def now(old: str, new: str) -> str:
    """A provision of the old version by its name, and what it is now; either may be empty.

    >>> now("Section 5", "Section 6"), now("Section 5", "Section 5"), now("", "Section 7")
    ('Section 5, now Section 6', 'Section 5', 'Section 7')
    """
    if old == new or not (old and new):
        return new or old
    return f"{old}, now {new}"


def change(kind: ChangeKind, *, moved: bool, renumbered: bool) -> str:
    """What became of a clause, in a word or two.

    >>> change("changed", moved=True, renumbered=False)
    'moved, changed'
    """
    # That what moved bears another number, its name says.
    words = ["moved"] if moved else ["renumbered"] if renumbered else []
    if kind != "unchanged" or not words:
        words.append(_CHANGED[kind])
    return ", ".join(words)


def answer_moved(places: Sequence[str]) -> str:
    """Where the clauses stand now that answered a clause of another section.

    >>> answer_moved(["Section 9(2)"])
    'what answered it has moved to Section 9(2)'
    """
    return f"what answered it has moved to {', '.join(places)}"


def state(label: Label, *, met: bool) -> str:
    """A label; of a blind clause that its section makes up for it."""
    return f"{label}, answered by its section" if met and label == "blind" else label


def turn(before: str, after: str, *, in_part: bool) -> str:
    """What a clause was and is.

    >>> turn("blind", "responsive", in_part=False), turn("", "blind", in_part=False)
    ('was blind, is responsive', 'is blind')
    >>> turn("responsive", "responsive", in_part=False)
    'responsive, as before'
    """
    if before and before == after:
        return f"{after}, as before"
    now = f"is {after}{': mended in part' if in_part else ''}" if after else ""
    return ", ".join(part for part in (f"was {before}" if before else "", now) if part)


def sure(confidence: float, *, review: bool) -> str:
    """How sure the labels of a clause are."""
    return f"{confidence:.0%} sure{', for review' if review else ''}"


def proposal(number: int, place: str, issue: str) -> str:
    """A proposal by its number, where it was to be made (or nothing), and what it is on."""
    return f"{number}. {place or 'A new section'}, on {issue}"


def said_in(places: Sequence[str]) -> str:
    """Where the new version says it."""
    return f"see {', '.join(places)}" if places else ""


def still(now: int, places: Sequence[str]) -> str:
    """That it is proposed for the new version, too, under another number, and where."""
    if now:
        return f"now amendment {now}{f', at {places[0]}' if places else ''}"
    return f"at {', '.join(places)}" if places else ""


def series(old: str, new: str) -> str:
    """That provisions bear other numbers."""
    return f"{old} → {new}"
