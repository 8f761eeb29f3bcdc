"""What a report cannot say, and how sure it is of the rest."""

from __future__ import annotations

from annotator.corpus.report.certainty import Measured, measured
from annotator.corpus.report.figures import CorpusFigures
from annotator.corpus.report.telling import Statement
from annotator.corpus.report.wording import counted, joined, percent
from annotator.lang.en.inflection import capitalised


def limits(figures: CorpusFigures) -> list[Statement]:
    """What the report cannot say, and how sure the rest is."""
    return [
        Statement("Who read the laws", _reader(figures)),
        *(_card(found) for found in [measured(figures.models)] if found),
        Statement(
            "For review",
            "Where the classifier is not sure of a label, the clause is for review. Such clauses "
            "are counted apart wherever clauses are counted: the second figure of two. Before a "
            "figure is quoted, read them.",
        ),
        Statement(
            "Levels",
            "The level of a law is counted from its clauses: one that surely discriminates puts it "
            "at level 1, else the share decides of the clauses in which gender matters that take "
            "it into account. WHO's scale is a judgement of aims and effects, to which counts come "
            "near and no more.",
        ),
        Statement(
            "No law provides",
            "A safeguard is lacking where clauses of a law call for it and none was found to say "
            "it. “No law provides it” says besides that no other law of the country read here "
            "takes gender into account on the same matter. A law that was not read may provide it, "
            "and so may a constitution, a regulation or a practice.",
        ),
        Statement(
            "What binds",
            "Who is party to a treaty was taken from lists of certain days, which “annotate "
            "commitments COUNTRY” names. That an amendment rests on an article says that the "
            "article calls for it in our reading; no court or committee has found a breach. "
            "Reservations that states have made were not read, save those that are named above.",
        ),
        Statement("Which laws", _which(figures)),
    ]


def _reader(figures: CorpusFigures) -> str:
    names = joined(figures.models)
    return (
        f"The laws were read by {names} under annotate {figures.program}: a classifier that was "
        "trained on labels made with language models under written guidelines. No gender expert "
        "has decided these labels yet. What it finds is where a review of a law begins, and no "
        "review."
    )


def _card(found: Measured) -> Statement:
    def told(bounds: tuple[float, float, float]) -> str:
        value, low, high = bounds
        return f"{percent(value)} ({round(100 * low)} to {round(100 * high)})"

    return Statement(
        "What was measured",
        f"On {found.laws} laws of {counted(found.countries, 'country', 'countries')} that it had "
        f"never seen, of the clauses that it flags {told(found.asserted)} are labelled rightly "
        f"where it is sure, and {told(found.reviewed)} where they are for review. It finds "
        f"{told(found.found)} of the gender-blind clauses, and flags {told(found.wrongly)} of the "
        "neutral ones. In brackets is what each lies between with 95 % confidence. All of it "
        f"stands in the model card of {found.model}: models/en_gender_clause/README.md in the "
        "program's repository.",
    )


def _which(figures: CorpusFigures) -> str:
    told = (
        "The report is on the laws that it was given, and these may be a chance selection: a "
        "country with few laws here may have others that say what these do not. Countries stand "
        "beside each other and are not ranked; their laws are on different matters."
    )
    doubted = sum(bool(law.warnings) for law in figures.laws)
    if doubted:
        were = "was" if doubted == 1 else "were"
        told += f" {capitalised(counted(doubted, 'law'))} {were} read with doubt in places."
    if figures.unread:
        were = "was" if len(figures.unread) == 1 else "were"
        told += f" {capitalised(counted(len(figures.unread), 'file'))} {were} not read at all."
    return told
