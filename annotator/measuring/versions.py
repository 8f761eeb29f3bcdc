"""How well clauses of two versions of a law are aligned: ``versions-eval``.

``corpora/versions.yaml`` names pairs of versions and says which clause is which: of two real
versions by their numbers, as they were read; of a real law and one that is made of it by the edits
that made it. The laws lie elsewhere.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from msgspec.structs import replace

from annotator.aligning import align
from annotator.eids import unit_eid
from annotator.errors import CorpusError
from annotator.expressions import expression
from annotator.readers import read
from annotator.schema import Clause, Struct
from annotator.segmenter import segment

#: What is thinned loses each such word.
_THINNED = 4

#: A clause of the old version and one of the new, by their places.
_Pair = tuple[int, int]


class Versions(NamedTuple):
    """Two versions of a law, and the pairs of clauses, by their places, that are the same."""

    name: str
    old: tuple[Clause, ...]
    new: tuple[Clause, ...]
    true: frozenset[_Pair]


class AlignmentScore(Struct, frozen=True):
    """How one pair was aligned.

    ``true`` are the pairs of clauses that are the same, ``found`` those that were held to be,
    ``right`` those in both; ``seconds`` is what the alignment took.
    """

    name: str
    old: int
    new: int
    true: int
    found: int
    right: int
    seconds: float

    @property
    def precision(self) -> float:
        """How many of those found are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """How many of the true ones were found."""
        return self.right / self.true if self.true else 1.0


def versions_eval(table: Path, folder: Path) -> list[AlignmentScore]:
    """The scores of every pair that a table names.

    Args:
        table: as ``corpora/versions.yaml``.
        folder: in which, or in whose folders, the laws lie under the names that the table gives.

    Raises:
        CorpusError: a law is not there, or a clause that is to be edited.
    """
    return [score(versions) for versions in read_versions(table, folder)]


def score(versions: Versions) -> AlignmentScore:
    """Align two versions and hold that against what is true."""
    start = time.perf_counter()
    links = align(versions.old, versions.new)
    seconds = time.perf_counter() - start
    found = {(old, new) for link in links for old in link.old for new in link.new}
    return AlignmentScore(
        name=versions.name,
        old=len(versions.old),
        new=len(versions.new),
        true=len(versions.true),
        found=len(found),
        right=len(found & versions.true),
        seconds=seconds,
    )


def read_versions(table: Path, folder: Path) -> Iterator[Versions]:
    """The pairs of versions that a table names; see :func:`versions_eval`."""
    for row in yaml.safe_load(table.read_text(encoding="utf-8"))["pairs"]:
        if "law" in row:
            yield _edited(row["law"], _clauses(row["law"], folder), row["edits"])
        else:
            old, new = (_clauses(row[side], folder) for side in ("old", "new"))
            yield Versions(row["new"], old, new, _by_number(old, new, row.get("links", {})))


def table_of(scores: Sequence[AlignmentScore]) -> str:
    """A line a pair, and one for all."""
    lines = [f"{'':<46}{'clauses':>12}{'same':>7}{'precision':>11}{'recall':>8}{'seconds':>9}"]
    total = AlignmentScore(
        name="all",
        **{
            key: sum(getattr(one, key) for one in scores)
            for key in ("old", "new", "true", "found", "right", "seconds")
        },
    )
    lines += [
        f"{one.name:<46}{f'{one.old} / {one.new}':>12}{one.true:>7}{one.precision:>11.3f}"
        f"{one.recall:>8.3f}{one.seconds:>9.2f}"
        for one in (*scores, total)
    ]
    return "\n".join(lines)


def _clauses(name: str, folder: Path) -> tuple[Clause, ...]:
    found = sorted(path for path in folder.rglob(f"{name}.*") if path.suffix in (".txt", ".md"))
    if not found:
        raise CorpusError(f"{folder} has no law {name}: name the folder that has it.")
    source = read(found[-1])
    return tuple(segment(source.text, source.language, source.markup).clauses)


def _by_number(
    old: Sequence[Clause], new: Sequence[Clause], links: Mapping[str, Sequence[str]]
) -> frozenset[_Pair]:
    places = {clause.number: at for at, clause in enumerate(new)}
    wanted = {clause.number: [clause.number] for clause in old} | dict(links)
    return frozenset(
        (at, places[number])
        for at, clause in enumerate(old)
        for number in wanted[clause.number]
        if number in places
    )


class _Made(NamedTuple):
    """A clause of the version that is made, and the places of those of which it was made."""

    clause: Clause
    of: frozenset[int]


def _edited(name: str, old: tuple[Clause, ...], edits: Sequence[Mapping[str, Any]]) -> Versions:
    made = [_Made(clause, frozenset({at})) for at, clause in enumerate(old)]
    for edit in edits:
        for kind, wanted in edit.items():
            made = _EDITS[kind](made, wanted)
    true = {(at, place) for place, one in enumerate(made) for at in one.of}
    return Versions(f"{name}, edited", old, tuple(one.clause for one in made), frozenset(true))


def _drop(made: list[_Made], section: str) -> list[_Made]:
    _place_of(made, section)
    return [one for one in made if unit_eid(one.clause.eid) != section]


def _move(made: list[_Made], wanted: Mapping[str, str]) -> list[_Made]:
    moved = [one for one in made if unit_eid(one.clause.eid) == wanted["section"]]
    left = _drop(made, wanted["section"])
    at = _end_of(left, wanted["after"])
    return left[:at] + moved + left[at:]


def _add(made: list[_Made], wanted: Mapping[str, Any]) -> list[_Made]:
    at = _end_of(made, wanted["after"])
    eid = f"{wanted['after']}X"
    new = [
        _Made(
            replace(
                made[at - 1].clause,
                eid=f"{eid}__subsec_{number}",
                number=f"{eid.rpartition('_')[2]}({number})",
                heading="Added",
                lead_in="",
                text=text,
                kind="provision",
            ),
            frozenset(),
        )
        for number, text in enumerate(wanted["clauses"], start=1)
    ]
    return made[:at] + new + made[at:]


def _split(made: list[_Made], eid: str) -> list[_Made]:
    at = _place_of(made, eid)
    clause, of = made[at]
    words = clause.text.split()
    halves = words[: len(words) // 2], words[len(words) // 2 :]
    parts = [
        _Made(
            replace(
                clause,
                eid=f"{clause.eid}{mark}",
                number=f"{clause.number}{mark}",
                text=" ".join(half),
            ),
            of,
        )
        for mark, half in zip(("", "A"), halves, strict=True)
    ]
    return made[:at] + parts + made[at + 1 :]


def _merge(made: list[_Made], eid: str) -> list[_Made]:
    at = _place_of(made, eid)
    one, other = made[at : at + 2]
    clause = replace(one.clause, text=f"{one.clause.text} {other.clause.text}")
    return [*made[:at], _Made(clause, one.of | other.of), *made[at + 2 :]]


def _thin(made: list[_Made], eids: str | Sequence[str]) -> list[_Made]:
    for eid in () if eids == "all" else eids:
        _place_of(made, eid)
    return [
        _with_text(
            one,
            " ".join(
                word for at, word in enumerate(one.clause.text.split(), start=1) if at % _THINNED
            ),
        )
        if eids == "all" or one.clause.eid in eids
        else one
        for one in made
    ]


def _swap(made: list[_Made], words: Mapping[str, str]) -> list[_Made]:
    pattern = expression("|".join(rf"\b{re.escape(word)}\b" for word in words))
    return [
        _with_text(one, pattern.sub(lambda found: words[found[0]], one.clause.text)) for one in made
    ]


def _with_text(one: _Made, text: str) -> _Made:
    return _Made(replace(one.clause, text=text), one.of)


def _renumber(made: list[_Made], wanted: bool) -> list[_Made]:
    """Sections, but those of schedules, count from 1; references are left as they are."""
    numbers: dict[str, int] = {}
    found = []
    for one in made:
        clause = one.clause
        unit = unit_eid(clause.eid)
        if not unit.startswith("sec_") or "__" in unit:
            found.append(one)
            continue
        number = numbers.setdefault(unit, len(numbers) + 1)
        eid = f"sec_{number}{clause.eid.removeprefix(unit)}"
        cited = re.sub(r"^\w+", str(number), clause.number, count=1)
        found.append(_Made(replace(clause, eid=eid, number=cited), one.of))
    return found


def _place_of(made: Sequence[_Made], eid: str) -> int:
    """The place of a clause, or of the first of a section.

    Raises:
        CorpusError: there is none.
    """
    places = [at for at, one in enumerate(made) if one.clause.eid == eid]
    places += [at for at, one in enumerate(made) if unit_eid(one.clause.eid) == eid]
    if not places:
        raise CorpusError(f"{eid} is to be edited, and there is no such clause in the law.")
    return places[0]


def _end_of(made: Sequence[_Made], section: str) -> int:
    _place_of(made, section)
    return 1 + max(at for at, one in enumerate(made) if unit_eid(one.clause.eid) == section)


_EDITS: dict[str, Any] = {
    "drop": _drop,
    "move": _move,
    "add": _add,
    "split": _split,
    "merge": _merge,
    "thin": _thin,
    "swap": _swap,
    "renumber": _renumber,
}
