"""The labelled clauses of Canadian laws once more, in French.

Those laws are enacted in both languages, and a provision bears one number in both: what was decided
of the English clause holds of the French one. A clause is found in the XML of its English text, and
its words are taken from the French text under the same number, or it is refused.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from annotator.errors import AnnotatorError
from annotator.published import PublishedLaw
from annotator.schema import Struct
from annotator.training.corpus.download import NoRoom
from annotator.training.corpus.examples import Example
from annotator.training.corpus.laws import Shelf
from annotator.training.corpus.numbered_xml import NumberedLaw, NumberedProvision

#: How many letters of French a letter of English may become; outside, one of the texts says more.
_LEAST, _MOST = 0.33, 3.0
#: What a clause must name to have a label, as the guidelines decide it.
_NEEDED: dict[str, tuple[str, ...]] = {
    "responsive": ("gender",),
    "regressive": ("gender", "role"),
}


class InBoth(Struct, frozen=True):
    """One labelled clause in both languages, and its number in the law as cited."""

    number: str
    english: Example
    french: Example


class InFrench(Struct, frozen=True):
    """The clauses that have their French text; why others have not, with how many; lost laws."""

    pairs: tuple[InBoth, ...]
    refused: dict[str, int]
    missing: dict[str, str]

    @property
    def summary(self) -> str:
        """How many joined, and how many did not for which reason; empty where none was asked."""
        words = ""
        if asked := len(self.pairs) + sum(self.refused.values()):
            words = f"{len(self.pairs)} of {asked} clauses joined their French text"
            reasons = [f"{count} {why}" for why, count in sorted(self.refused.items())]
            words += f" ({', '.join(reasons)})." if reasons else "."
        if self.missing:
            first = min(self.missing)
            words += f" {len(self.missing)} French texts could not be had; {first}: "
            words += self.missing[first]
        return words.strip()


def in_french(
    examples: Iterable[Example], laws: Mapping[str, PublishedLaw], folder: Path
) -> InFrench:
    """The French clauses of all ``examples`` whose law is published in French, too.

    Args:
        examples: labelled clauses, in English, of any laws.
        laws: what :func:`~annotator.published.read_laws` gave.
        folder: where files that have to be fetched are kept.

    Raises:
        NoRoom: a file was fetched and cannot be kept.
    """
    both = {name: french for name, law in laws.items() if (french := law.in_french())}
    by_law: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        if example.law in both:
            by_law[example.law].append(example)
    shelves = Shelf(laws, folder), Shelf(both, folder)
    pairs: list[InBoth] = []
    refused: Counter[str] = Counter()
    missing: dict[str, str] = {}
    for name, own in by_law.items():
        try:
            texts = [NumberedLaw.read(shelf.path_of(name)) for shelf in shelves]
        except NoRoom:
            raise
        except AnnotatorError as error:
            missing[name] = str(error)
            continue
        bilingual = Bilingual(*texts)
        for example in own:
            found = bilingual.pair(example)
            if isinstance(found, InBoth):
                pairs.append(found)
            else:
                refused[found] += 1
    return InFrench(pairs=tuple(pairs), refused=dict(refused), missing=missing)


class _Standing(NamedTuple):
    """A provision whose words, or those with all its items, are the clause."""

    provision: NumberedProvision
    whole: bool


class Bilingual:
    """One law in both its languages."""

    def __init__(self, english: NumberedLaw, french: NumberedLaw) -> None:
        self._french = french
        self._standing: dict[str, list[_Standing]] = defaultdict(list)
        for provision in english.provisions:
            self._standing[_folded(provision.whole)].append(_Standing(provision, whole=True))
            if provision.following:
                self._standing[_folded(provision.words)].append(_Standing(provision, whole=False))

    def pair(self, example: Example) -> InBoth | str:
        """The clause with its French one; else why it has none, in words to follow a number."""
        places = self._standing.get(_folded(example.text), ())
        if not places or not _folded(example.text):
            return "not found in the English XML"
        provision, whole = max(places, key=lambda place: _fits(place.provision, example))
        other = self._french.counterpart(provision)
        if other is None:
            return "without that number in French"
        if _listed_otherwise(provision, other) or (not whole and not other.following):
            return "in a list that French draws otherwise"
        text = other.whole if whole else other.words
        if not _LEAST <= len(text) / len(example.text) <= _MOST:
            return "of another length in French"
        lead_in = _lead_in(provision, other, example.lead_in)
        if example.lead_in and not lead_in:
            return "without words that introduce it in French"
        heading = _heading(provision, other, example.heading)
        french = replace(
            example,
            text=text,
            heading=heading,
            lead_in=lead_in,
            path=tuple(title for title in other.headings if title != heading),
            language="fr",
        )
        if _names_less(french, example):
            return "whose French names nothing that its label needs"
        return InBoth(number=_cited(provision), english=example, french=french)


def _folded(text: str) -> str:
    """The letters and digits of a text, by which the same words in two files are the same."""
    return "".join(filter(str.isalnum, text.lower()))


def _fits(provision: NumberedProvision, example: Example) -> int:
    """How much of what stands over a clause stands over a provision, too."""
    lead_in, heading = _folded(example.lead_in), _folded(example.heading)
    over = [_folded(one.words) for one in provision.over]
    notes = [_folded(one.note) for one in (provision, *provision.over)]
    titles = [*notes, *map(_folded, provision.headings)]
    return sum(bool(words) and words in lead_in for words in over) + (heading in titles)


def _listed_otherwise(provision: NumberedProvision, other: NumberedProvision) -> bool:
    """Whether a provision is an item of a list that has other items in the other language."""
    if provision.parent is None or other.parent is None or not provision.label:
        return False
    own, others = (
        {item.keys[0][-1] for item in one.items if item.label}
        for one in (provision.parent, other.parent)
    )
    return own != others


def _lead_in(provision: NumberedProvision, other: NumberedProvision, lead_in: str) -> str:
    """The French of those words over a provision that the clause has as its lead-in."""
    folded = _folded(lead_in)
    return " ".join(
        french.words
        for english, french in zip(provision.over, other.over, strict=True)
        if english.words and _folded(english.words) in folded and french.words
    )


def _heading(provision: NumberedProvision, other: NumberedProvision, heading: str) -> str:
    """The French of that note or title over a provision which the clause has as its heading."""
    wanted = _folded(heading)
    for english, french in _titles(provision, other):
        if wanted and _folded(english) == wanted and french:
            return french
    return ""


def _titles(provision: NumberedProvision, other: NumberedProvision) -> Iterator[tuple[str, str]]:
    """What a provision may be headed by, in both languages, the nearest first."""
    chain = [(provision, other), *zip(provision.over[::-1], other.over[::-1], strict=True)]
    for english, french in chain:
        yield english.note, french.note
        # The note of a section without words of its own stands by its first subsection.
        for first, its in zip(english.items[:1], french.items[:1], strict=False):
            yield first.note, its.note
    if len(provision.headings) == len(other.headings):
        yield from zip(provision.headings[::-1], other.headings[::-1], strict=True)


def _names_less(french: Example, english: Example) -> bool:
    """Whether words to which the guidelines tie a label stand in the English clause alone."""
    needed = _NEEDED.get(english.label, ())
    return _marker(english) in needed and _marker(french) not in needed


def _marker(example: Example) -> str:
    """What the line of a clause says that it names."""
    return example.line.words[0].text


def _cited(provision: NumberedProvision) -> str:
    """``14(2)(a)``; a defined term stands behind the number of its section."""
    steps = [one.label or f" {one.keys[0][-1]}" for one in (*provision.over, provision)]
    return "".join(steps).strip()
