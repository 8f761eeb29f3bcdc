"""Laws invented for these tests, and what is noted in them."""

from annotator.neutral_drafting import style_notes
from annotator.proposer.drafting_case import applied
from annotator.schema import Evidence, Finding, Label, StyleNote
from annotator.segmenter import segment


def findings(law: str, label: Label = "neutral", weighed: str = "") -> list[Finding]:
    """A finding for each clause, labelled alike; ``weighed`` are the words that carried it."""
    at = law.find(weighed) if weighed else -1
    evidence = (Evidence(start=at, end=at + len(weighed), weight=1),) if at >= 0 else ()
    return [
        Finding(clause=clause, label=label, confidence=1, scores={}, evidence=evidence)
        for clause in segment(law).clauses
    ]


def notes(law: str, label: Label = "neutral", weighed: str = "") -> tuple[StyleNote, ...]:
    return style_notes(law, findings(law, label, weighed))


def noted(law: str) -> list[str]:
    """The words noted, in their order."""
    return [note.words for note in notes(law)]


def rewritten(law: str) -> str:
    """The law with every rewrite made."""
    return applied(law, [edit for note in notes(law) for edit in note.rewrite])
