"""How well the segmenter does: ``make segment-eval``.

The truth is a folder of ``NAME.txt`` (a law's text) and ``NAME.jsonl`` beside it: every numbered
provision with ``number``, ``level`` and its own ``words``, made from the law's published XML. A
provision counts as found where number and words are those of the truth, to the last letter: white
space and punctuation alone are folded. Each text is scored as it is, and hard-wrapped at 72
columns with its indentation and blank lines gone.
"""

from __future__ import annotations

import re
import textwrap
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from annotator.eids import CONTAINERS
from annotator.errors import CorpusError
from annotator.schema import Provision, Struct
from annotator.segmenter import Segmentation, segment

_WRAP = 72
#: The speed given is that of the best of so many runs, in processor time: other work disturbs.
_RUNS = 3
_MAX_WORDS = 300
_UNITS = ("section", "subsection")


class TrueProvision(Struct, frozen=True):
    """A numbered provision as the publisher's XML has it; ``words`` are its own, without items."""

    number: str
    level: str
    words: str
    heading: str = ""


class Score(Struct, frozen=True):
    """Precision, recall and F1 of one text, for provisions and for clauses, and the speed."""

    name: str
    provisions: tuple[float, float, float]
    clauses: tuple[float, float, float]
    megabytes_a_second: float


def evaluate_folder(folder: Path) -> list[Score]:
    """Score every text of the folder, as it is and wrapped.

    Raises:
        CorpusError: the folder holds no pair of ``.txt`` and ``.jsonl``.
    """
    pairs = [(path, path.with_suffix(".jsonl")) for path in sorted(folder.glob("*.txt"))]
    pairs = [(text, truth) for text, truth in pairs if truth.exists()]
    if not pairs:
        raise CorpusError(
            f"{folder} holds no law with its structure (NAME.txt beside NAME.jsonl); name the "
            "folder that does in STRUCTURE."
        )
    scores = []
    for text_path, truth_path in pairs:
        text = text_path.read_text(encoding="utf-8")
        truth = [
            msgspec.json.decode(line, type=TrueProvision)
            for line in truth_path.read_bytes().splitlines()
        ]
        scores.append(evaluate(f"{text_path.stem}, as it is", text, truth))
        scores.append(evaluate(f"{text_path.stem}, wrapped", hard_wrapped(text), truth))
    return scores


def hard_wrapped(text: str) -> str:
    """The text wrapped at 72 columns, every line flush left, no line blank."""
    paragraphs = (line.strip() for line in text.split("\n"))
    return "\n".join(line for p in paragraphs if p for line in textwrap.wrap(p, _WRAP))


def evaluate(name: str, text: str, truth: list[TrueProvision]) -> Score:
    """Segment ``text`` and hold it against its true provisions."""
    seconds = []
    for _ in range(_RUNS):
        began = time.process_time()
        found = segment(text)
        seconds.append(time.process_time() - began)
    return Score(
        name=name,
        provisions=_agreement(_true_provisions(truth), _found_provisions(text, found)),
        clauses=_agreement(_true_clauses(truth), _found_clauses(text, found)),
        megabytes_a_second=len(text.encode()) / 1e6 / min(seconds),
    )


def _agreement(
    truth: Counter[tuple[str, str]], found: Counter[tuple[str, str]]
) -> tuple[float, float, float]:
    both = (truth & found).total()
    precision = both / max(1, found.total())
    recall = both / max(1, truth.total())
    return precision, recall, 2 * both / max(1, found.total() + truth.total())


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _true_number(number: str) -> str:
    """The truth prints ``*(4)`` and ``a)`` as the source does; a citation does not."""
    return re.sub(r"\)([a-z])\)", r")(\1)", number.replace("*", ""))


def _true_provisions(truth: list[TrueProvision]) -> Counter[tuple[str, str]]:
    return Counter((_true_number(p.number), _fold(p.words)) for p in truth)


def _true_clauses(truth: list[TrueProvision]) -> Counter[tuple[str, str]]:
    """Clauses by the rule of the guidelines, from the true provisions.

    A list of over 300 words falls into its first-level items; a definition is a clause.
    """
    clauses: Counter[tuple[str, str]] = Counter()
    for top, members in _groups(truth):
        number = _true_number(top.number)
        if any(p.level == "definition" for p in members):
            own = [p for p in members if p.level != "definition"]
            clauses[number, _fold("".join(_labelled(p, number) for p in [top, *own]))] += 1
            clauses.update((number, _fold(p.words)) for p in members if p.level == "definition")
        elif sum(len(_labelled(p, number).split()) for p in [top, *members]) > _MAX_WORDS:
            clauses[number, _fold(top.words)] += 1
            for item, inner in _items(number, members):
                clauses[item, _fold("".join(inner))] += 1
        else:
            clauses[number, _fold("".join(_labelled(p, number) for p in [top, *members]))] += 1
    return clauses


def _groups(truth: list[TrueProvision]) -> Iterator[tuple[TrueProvision, list[TrueProvision]]]:
    """Each section or subsection with the items and definitions below it."""
    top: TrueProvision | None = None
    members: list[TrueProvision] = []
    for provision in truth:
        if provision.level in _UNITS:
            if top is not None:
                yield top, members
            top, members = provision, []
        else:
            members.append(provision)
    if top is not None:
        yield top, members


def _labelled(provision: TrueProvision, above: str) -> str:
    """A provision's words behind its last label, as they stand inside their clause."""
    number = _true_number(provision.number)
    label = re.search(r"\([^()]*\)(?: (?:and|to) \([^()]*\))?$", number)
    if number == above or label is None or provision.level == "definition":
        return provision.words + " "
    return f"{label[0]} {provision.words} "


def _items(number: str, members: list[TrueProvision]) -> Iterator[tuple[str, list[str]]]:
    """The first-level items of a long list, each with the words of what is below it."""
    item = ""
    words: list[str] = []
    for provision in members:
        if provision.level == "paragraph":
            if item:
                yield item, words
            item, words = _true_number(provision.number), [provision.words]
        else:
            words.append(_labelled(provision, number))
    if item:
        yield item, words


def _found_provisions(text: str, found: Segmentation) -> Counter[tuple[str, str]]:
    starts = [line.start for line in found.lines]

    def words(start: int, end: int) -> str:
        """The words between two offsets, headings and furniture left out."""
        parts = []
        for line in found.lines[max(0, bisect_right(starts, start) - 1) :]:
            if line.start >= end:
                break
            if not (line.heading or line.furniture):
                parts.append(text[max(start, line.start) : min(end, line.end)])
        return _fold("".join(parts))

    counted: Counter[tuple[str, str]] = Counter()
    for provision in _numbered(found.provisions):
        end = provision.end if provision.word == "definition" else provision.own_end
        own = words(provision.body, end)
        # A part that says nothing before its first section is a heading.
        if own or not (provision.items or provision.word in CONTAINERS):
            counted[_cited(provision.number), own] += 1
    return counted


def _numbered(provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    """Every provision; what a defined term has below it belongs to the term."""
    for provision in provisions:
        yield provision
        if provision.word != "definition":
            yield from _numbered(provision.items)


def _found_clauses(text: str, found: Segmentation) -> Counter[tuple[str, str]]:
    return Counter((_cited(c.number), _fold(c.text)) for c in found.clauses)


def _cited(number: str) -> str:
    """The truth numbers a definition as the provision that holds it."""
    return number.split(" “")[0]
