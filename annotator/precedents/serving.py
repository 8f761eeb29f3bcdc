"""Whether a clause of another law provides on the matter of an amendment: by its words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from annotator.expressions import expression
from annotator.lang import language
from annotator.library.model import Cues
from annotator.library.patterns import compiled
from annotator.library.tables import load_precedents
from annotator.precedents.excerpt import excerpt, is_short
from annotator.precedents.kept import KeptClause
from annotator.reading.cues import matched
from annotator.writers.terminal.condensing import Span

#: So many words say one thing. What stands further apart in a clause is not said together.
_PASSAGE = 70
#: Of a lead-in the last words are enough to know what its items are about.
_LEAD_IN = 40
#: Where a passage may begin: behind a sentence, or at an item of a list.
_JOINTS = expression(r"(?<=[.;:—])\s+(?=\S)|(?:(?<=,)|(?<=\band)|(?<=\bor))\s+(?=\([a-z]{1,4}\)\s)")
#: Needs that a definition can meet; to any other, what a clause defines is no example.
_DEFINED = frozenset(
    (
        "domestic-workers-covered",
        "gender-as-ground",
        "gendered-forms-of-persecution",
        "neutral-family-definition",
        "non-state-actors-family",
        "serious-harm-gbv",
    )
)
#: Needs that the functions, objects or principles of a body can meet; others ask for what somebody
#: is owed.
_OF_BODIES = frozenset(
    (
        "balanced-bodies",
        "equality-body-seat",
        "focal-point",
        "gbv-and-safety-data",
        "gender-impact-assessment",
        "gender-in-evaluation",
        "gender-in-strategy",
        "gender-responsive-principle",
        "gender-training",
        "harassment-free-service",
        "inspection-by-women",
        "non-discriminating-requirements",
        "recruit-women-officers",
        "sex-disaggregation",
        "staff-data",
    )
)


class _Sentence(NamedTuple):
    start: int
    end: int
    words: int


class Passage(NamedTuple):
    """The words of a clause that are on what a need asks, those of its lead-in apart."""

    lead_in: str
    text: str


def needs_of(clause: KeptClause, code: str = "en") -> tuple[str, ...]:
    """The needs of the library that a clause meets by itself, in the library's order."""
    return tuple(need for need in load_precedents() if passage(clause, need, code))


def passage(clause: KeptClause, need: str, code: str = "en") -> Passage | None:
    """The words of a clause that are on what a need asks; None where none are.

    They are known by the cues of ``library/precedents.yaml``, all of which seventy words must
    show: a short clause is one passage, of a long one it is the tersest that does. Words that show
    none are left out of what is long, but never words within the sentences and items that do: where
    these are too long to be shown, what they provide could not be seen. What only changes another
    law, punishes, or tells what was found sets no example, whatever it speaks of, nor do a body's
    functions and principles of what somebody is owed.

    Args:
        clause: a responsive one.
        need: of the library, or of a country's own, which then has no cues.
        code: the ISO 639-1 code of the clause's language.
    """
    cues = load_precedents().get(need)
    # What speaks against it in another passage does not: only what must be shown is asked of all.
    if cues is None or not _shows(
        replace(cues, none=()), f"{clause.heading}. {clause.words}", code
    ):
        return None
    if not _sets_example(clause, need, code):
        return None
    return min(_shown(clause, cues, code), key=lambda one: len(one.text), default=None)


def _sets_example(clause: KeptClause, need: str, code: str) -> bool:
    """Whether what a clause does can meet a need, whatever it speaks of."""
    grammar, words = language(code).clauses, clause.words
    return not (
        grammar.amends(words)
        or grammar.character(words) == "offence"
        or grammar.finds(words)
        or (need not in _DEFINED and grammar.defines(clause.text))
        or (need not in _OF_BODIES and grammar.guides(words))
    )


def _shown(clause: KeptClause, cues: Cues, code: str) -> Iterator[Passage]:
    """The passages in which all cues stand, as far as what they provide can be seen."""
    text, lead_in = (" ".join(words.split()) for words in (clause.text, clause.lead_in))
    near = " ".join(lead_in.split()[-_LEAD_IN:])
    before = f"{clause.heading}. {near} "
    for start, end in _passages(text):
        if not _shows(cues, before + text[start:end], code):
            continue
        relied = list(_relied(cues, before + text[start:end]))
        here = _whole(text[start:end], _moved(relied, -len(before)))
        if here or is_short(text):
            above = _moved(relied, len(lead_in) + 1 - len(before))
            yield Passage(
                excerpt(lead_in, above), excerpt(text, _moved(here, start), opens=not lead_in)
            )


def _shows(cues: Cues, words: str, code: str) -> bool:
    return matched(cues, words, code=code) is not None


def _relied(cues: Cues, words: str) -> Iterator[Span]:
    """Where what the cues ask for is shown."""
    for cue in (*cues.all, *cues.any):
        if found := compiled(cue).search(words):
            yield found.span()


def _whole(passage: str, relied: Sequence[Span]) -> list[Span]:
    """From the first sentence or item in which words are relied on to the last.

    Empty where these are too long to be shown, or none of the words stand in the passage.
    """
    pieces = [
        piece
        for piece in _pieces(passage)
        if any(start < piece.end and piece.start < end for start, end in relied)
    ]
    if not pieces or len(passage[pieces[0].start : pieces[-1].end].split()) > _PASSAGE:
        return []
    return [(pieces[0].start, pieces[-1].end)]


def _moved(spans: Iterable[Span], by: int) -> list[Span]:
    return [(start + by, end + by) for start, end in spans]


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of whole sentences and items, of seventy words at most or of one piece."""
    pieces = _pieces(text)
    if sum(piece.words for piece in pieces) <= _PASSAGE:
        yield 0, len(text)
        return
    for at in range(len(pieces)):
        yield pieces[at].start, _end(pieces, at)


def _end(pieces: Sequence[_Sentence], at: int) -> int:
    words, end = 0, pieces[at].end
    for piece in pieces[at:]:
        words += piece.words
        if words > _PASSAGE:
            break
        end = piece.end
    return end


def _pieces(text: str) -> list[_Sentence]:
    places = [0, *(joint.end() for joint in _JOINTS.finditer(text)), len(text)]
    return [
        _Sentence(start, start + len(words), len(words.split()))
        for start, end in pairwise(places)
        if (words := text[start:end].rstrip())
    ]
