"""How well the segmenter does: ``make segment-eval``.

The truth is a folder of ``NAME.txt`` (a law's text) and ``NAME.jsonl`` beside it: every numbered
provision with ``number``, ``level`` and its own ``words``, made from the law's published XML. A
provision counts as found where number and words are those of the truth, to the last letter: white
space and punctuation alone are folded. Each text is scored as it is, hard-wrapped at 72 columns
with its indentation and blank lines gone, with each section run on in one line as web pages paste
it, and with both done to it. A heading on the line of a provision is none of its words, nor of the
words of the clause in which that provision stands. The truth has numbered provisions alone: what a
part or schedule says without a number (a form, a table) counts on neither side, nor does the label
of an item that says nothing.
"""

from __future__ import annotations

import itertools
import re
import textwrap
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from annotator.eids import CONTAINERS
from annotator.errors import CorpusError
from annotator.expressions import expression
from annotator.schema import Provision, Struct
from annotator.segmenter import Segmentation, segment
from annotator.source import Markup

_WRAP = 72
#: The speed given is that of the best of so many runs, in processor time: other work disturbs.
_RUNS = 3
_MAX_WORDS = 300
_UNITS = ("section", "subsection")
#: How many labels a provision has beyond that of its section or subsection.
_BELOW = {"paragraph": 1, "subparagraph": 2, "clause": 3, "subclause": 4, "item": 5}
_LABELS = expression(r"\([^()]*\)(?: (?:and|to) \([^()]*\))?")
#: What F1 shall reach: of provisions as printed and otherwise, and of clauses.
GOAL, GOAL_OTHERWISE, GOAL_CLAUSES = 0.99, 0.97, 0.98


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

    @property
    def reached(self) -> bool:
        """Whether both F1 are what they shall be."""
        goal = GOAL if self.name.endswith(", as it is") else GOAL_OTHERWISE
        return self.provisions[2] >= goal and self.clauses[2] >= GOAL_CLAUSES


def evaluate_folder(folder: Path) -> list[Score]:
    """Score every text of the folder in each rendering.

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
        truth = read_truth(truth_path)
        for rendering, rendered in renderings(text).items():
            scores.append(evaluate(f"{text_path.stem}, {rendering}", rendered, truth))
    return scores


def read_truth(path: Path) -> list[TrueProvision]:
    """The true provisions of a law, a line each."""
    lines = path.read_bytes().splitlines()
    return [msgspec.json.decode(line, type=TrueProvision) for line in lines]


def renderings(text: str) -> dict[str, str]:
    """The text in every form in which it is scored, by what the form is called."""
    joined = run_on(text)
    found = {"as it is": text, "wrapped": hard_wrapped(text)}
    if joined != text:
        found |= {"run on": joined, "run on, wrapped": hard_wrapped(joined)}
    return found


def run_on(text: str) -> str:
    """The text with the words of each section on one line, behind its number and heading.

    Its sections are those that the segmenter itself finds: where it finds none, nothing is joined.
    """
    found = segment(text)
    lines = found.lines
    starts = [line.start for line in lines]
    parts: list[str] = []
    position = 0
    for unit in _units(found.provisions):
        first = max(0, bisect_right(starts, unit.body) - 1)
        kept = [
            line
            for line in lines[first : bisect_right(starts, max(unit.body, unit.end - 1))]
            if not (line.heading or line.furniture)
        ]
        for above, line in itertools.pairwise(kept):
            if position <= above.end and not text[above.end : line.start].strip():
                parts += [text[position : above.end], " "]
                position = line.start
    return "".join([*parts, text[position:]])


def _units(provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    for provision in provisions:
        if provision.word in CONTAINERS:
            yield from _units(provision.items)
        else:
            yield provision


def hard_wrapped(text: str) -> str:
    """The text wrapped at 72 columns, every line flush left, no line blank."""
    paragraphs = (line.strip() for line in text.split("\n"))
    return "\n".join(line for p in paragraphs if p for line in textwrap.wrap(p, _WRAP))


def evaluate(
    name: str, text: str, truth: list[TrueProvision], markup: Markup | None = None
) -> Score:
    """Segment ``text``, by its markup if it has one, and hold it against its true provisions."""
    seconds = []
    for _ in range(_RUNS):
        began = time.process_time()
        found = segment(text, markup=markup)
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
    return re.sub(r"[\Wº]+", "", text)


def _true_number(number: str) -> str:
    """The truth prints ``*(4)`` and ``a)`` as the source does; a citation does not."""
    return re.sub(r"\)([a-z])\)", r")(\1)", number.replace("*", ""))


def _true_provisions(truth: list[TrueProvision]) -> Counter[tuple[str, str]]:
    return Counter((_true_number(p.number), words) for p in truth if (words := _fold(p.words)))


def _true_clauses(truth: list[TrueProvision]) -> Counter[tuple[str, str]]:
    """Clauses by the rule of the guidelines, from the true provisions.

    A list of over 300 words falls into its first-level items; a definition is a clause.
    """
    clauses: Counter[tuple[str, str]] = Counter()
    for top, members in _groups(truth):
        number = _true_number(top.number)
        members = list(_with_listed_definitions(number, top, members))
        own = [p for p in members if p.level != "definition"]
        whole = "".join(_labelled(number, [top, *own]))
        if len(own) < len(members):
            clauses[number, _fold(whole)] += 1
            clauses.update((p.number, _fold(p.words)) for p in members if p.level == "definition")
        elif len(whole.split()) > _MAX_WORDS:
            clauses[number, _fold(top.words)] += 1
            for item, inner in _items(number, members):
                clauses[item, _fold("".join(_labelled(item, inner)))] += 1
        else:
            clauses[number, _fold(whole)] += 1
    return Counter({clause: count for clause, count in clauses.items() if clause[1]})


#: What announces definitions, and an item that is one: with its term between quotation marks, or,
#: where the words before speak of terms, without.
_SPEAKS_OF_TERMS = expression(r"\b(?:terms?|words|expressions|definitions?|meant)\b", re.IGNORECASE)
_ANNOUNCES = expression(
    rf"{_SPEAKS_OF_TERMS.pattern}|^(?:in|for (?:the )?purposes? of|as used in)\b.{{0,80}}[—–:,-]*$",
    re.IGNORECASE,
)
_QUOTED_TERM = expression(r"(?:the \w{4,10} |an? )?[“\"‘][^“”\"]{1,90}[”\"’]", re.IGNORECASE)
_BARE_TERM = expression(r"[^.;:“”\"]{2,60}(?::\s| means | includes | has the (?:same )?meaning )")
_MOST_DEFINE = 0.6


def _with_listed_definitions(
    number: str, top: TrueProvision, members: list[TrueProvision]
) -> Iterator[TrueProvision]:
    """The members of a group, items that define as definitions: each defined term is a clause.

    So are all items of a list that announces definitions, as most of its items are.
    """
    items = list(_items(number, members))
    announced = _ANNOUNCES.search(top.words)
    speaks = _SPEAKS_OF_TERMS.search(top.words)
    patterns = [_QUOTED_TERM, _BARE_TERM] if speaks else [_QUOTED_TERM]
    defining = sum(any(p.match(inner[0].words) for p in patterns) for _, inner in items)
    if len(items) < 2 or not announced or defining < _MOST_DEFINE * len(items):
        yield from members
        return
    for item, inner in items:
        yield TrueProvision(item, "definition", "".join(_labelled(item, inner)))


def _groups(truth: list[TrueProvision]) -> Iterator[tuple[TrueProvision, list[TrueProvision]]]:
    """Each section or subsection with the items and definitions below it.

    One that has a heading and no words of its own has no row; its items' numbers tell.
    """
    top: TrueProvision | None = None
    members: list[TrueProvision] = []
    for provision in truth:
        holder = _holder(provision)
        if top is not None and _is_listed(provision, top):
            members.append(provision)
        elif (
            top is None or provision.level in _UNITS or holder not in ("", _true_number(top.number))
        ):
            if top is not None:
                yield top, members
            own = provision.level in _UNITS or not holder
            top = provision if own else TrueProvision(holder, "subsection", "")
            members = [] if own else [provision]
        else:
            members.append(provision)
    if top is not None:
        yield top, members


def _is_listed(provision: TrueProvision, top: TrueProvision) -> bool:
    """Whether what a publisher calls a subsection is an item behind its section's lead-in."""
    number, above = _true_number(provision.number), _true_number(top.number)
    lettered = number.startswith(above) and re.fullmatch(r"\([a-z]{1,2}\)", number[len(above) :])
    return (
        provision.level == "subsection" and bool(lettered) and top.words.rstrip()[-1:] not in ".;"
    )


def _holder(provision: TrueProvision) -> str:
    """The number of the section or subsection in which an item stands; empty for others."""
    below = _BELOW.get(provision.level, 0)
    number = _true_number(provision.number)
    labels = list(_LABELS.finditer(number))
    return number[: labels[-below].start()] if 0 < below <= len(labels) else ""


def _labelled(above: str, provisions: list[TrueProvision]) -> Iterator[str]:
    """The provisions' words behind their labels, as they stand inside the clause ``above``."""
    before: list[str] = []
    for provision in provisions:
        if not _fold(provision.words):
            continue
        number = _true_number(provision.number)
        if number == above or provision.level == "definition":
            yield f"{provision.words} "
            continue
        labels = [match[0] for match in _LABELS.finditer(number, len(above))]
        same = next(
            (k for k, pair in enumerate(zip(labels, before, strict=False)) if pair[0] != pair[1]),
            min(len(labels), len(before)),
        )
        yield f"{''.join(labels[min(same, len(labels) - 1) :])} {provision.words} "
        before = labels


def _items(number: str, members: list[TrueProvision]) -> Iterator[tuple[str, list[TrueProvision]]]:
    """The first-level items of a long list, each with itself and what is below it."""
    item = ""
    inner: list[TrueProvision] = []
    for provision in members:
        own = _true_number(provision.number)
        first = _LABELS.search(own, len(number))
        holder = own[: first.end()] if first else own
        if item and (holder != item or own == item):
            yield item, inner
            inner = []
        item = holder
        inner.append(provision)
    if item:
        yield item, inner


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
        if provision.word in CONTAINERS:
            continue
        end = provision.end if _is_unnumbered(provision) else provision.own_end
        own = words(provision.body, end)
        if own:  # the truth has no row for what has no words
            counted[_cited(provision.number), own] += 1
    return counted


def _numbered(provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    """Every provision; what a defined term has below it belongs to the term."""
    for provision in provisions:
        yield provision
        if not _is_unnumbered(provision):
            yield from _numbered(provision.items)


def _is_unnumbered(provision: Provision) -> bool:
    """Whether a provision is a definition without a number, which the truth has with its list."""
    return provision.word == "definition" and not provision.label


def _found_clauses(text: str, found: Segmentation) -> Counter[tuple[str, str]]:
    provisions = list(_numbered(found.provisions))
    left_out = [
        (provision.body - len(behind), provision.body)
        for provision in provisions
        if provision.heading and (behind := _behind_label(text, provision)).strip()
    ]
    left_out += [
        (provision.start, provision.end)
        for provision in provisions
        if provision.label and not (provision.items or _fold(text[provision.body : provision.end]))
    ]
    left_out.sort()
    containers = {provision.eid for provision in provisions if provision.word in CONTAINERS}
    counted: Counter[tuple[str, str]] = Counter()
    for clause in found.clauses:
        if clause.eid in containers:
            continue
        words, position = "", clause.start
        for start, end in left_out[bisect_left(left_out, (clause.start, 0)) :]:
            if start >= clause.end:
                break
            words, position = words + text[position:start], min(end, clause.end)
        if own := _fold(words + text[position : clause.end]):
            counted[_cited(clause.number), own] += 1
    return counted


def _behind_label(text: str, provision: Provision) -> str:
    """What stands between a provision's label and its words: a heading, or nothing."""
    head = text[provision.start : provision.body]
    return head.partition(provision.label)[2] if provision.label else ""


def _cited(number: str) -> str:
    """The truth numbers a definition as the provision that holds it."""
    return number.split(" “")[0]
