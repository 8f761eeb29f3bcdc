"""Which amendments of a law decisions are on; of another version of it, which of them still hold.

The review page goes by the same rules (``script/carry.js``): decisions on this very file hold by
the clause, its words and the template; those on another version where the words are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from annotator.decisions import clause_hash
from annotator.errors import InputError
from annotator.rulings import Decisions, Ruling
from annotator.schedule import Amendment
from annotator.schema import Annotation, Struct

#: What is to be made.
_TAKEN = ("accepted", "edited")
#: So many characters of a hash tell two files apart.
_TOLD = 12


class Matched(Struct, frozen=True):
    """What decisions are on.

    ``taken`` are the rulings that accept an amendment, or edit it, by its number; ``stale`` those
    on clauses whose words are others now, ``unmade`` those on amendments that are not proposed any
    more, ``others`` those on what is no amendment of the schedule: rewrites of gendered drafting.
    ``is_same`` says that they are on this very file.
    """

    is_same: bool
    taken: dict[int, Ruling]
    stale: tuple[Ruling, ...] = ()
    unmade: tuple[Ruling, ...] = ()
    others: tuple[Ruling, ...] = ()


def matched(
    decisions: Decisions, annotation: Annotation, amendments: Sequence[Amendment], name: str
) -> Matched:
    """The amendments of a law that decisions accept or edit.

    Args:
        decisions: from the file ``name``.
        annotation: of the law.
        amendments: of the law, as :func:`annotator.schedule.schedule` gives them.

    Raises:
        InputError: the decisions are on another law, or on a version of which nothing is left.
    """
    law = annotation.law
    is_same = bool(law.sha256) and decisions.law.sha256 == law.sha256
    known = _Known(annotation, amendments, decisions, is_same)
    taken: dict[int, Ruling] = {}
    held = 0
    stale: list[Ruling] = []
    unmade: list[Ruling] = []
    others: list[Ruling] = []
    for one in decisions.decisions:
        if one.decision in ("pending", "unknown", "lost"):
            continue
        found = known.amendment(one)
        held += found is not None
        if found is not None and one.decision in _TAKEN:
            taken[found.number] = one
        elif found is not None:
            taken.pop(found.number, None)
        elif one.decision in _TAKEN:
            gone = not is_same and (known.proposes(one) or not known.has(one))
            left = stale if gone else unmade if one.number else others
            left.append(one)
    if not is_same and not held:
        raise InputError(
            f"{name} was made for another version of {law.source}, or another law (its SHA-256 is "
            f"{_told(decisions.law.sha256)}, the law's {_told(law.sha256)}), and no clause that it "
            "decides on is the same: give the law that was reviewed."
        )
    return Matched(is_same, taken, tuple(stale), tuple(unmade), tuple(others))


def of_another_version(found: Matched, name: str, law: str) -> str:
    """What is said where decisions are on another version of the law; else nothing."""
    if found.is_same:
        return ""
    said = (
        f"{name} was made for another version of {law}: of what it accepts {len(found.taken)} "
        "hold, on clauses of the same words"
    )
    if not found.stale:
        return f"{said}."
    places = ", ".join(dict.fromkeys(one.clause or "a new section" for one in found.stale))
    return f"{said}, and {len(found.stale)} are refused, of {places}: decide them anew."


class _Known:
    """Finds the amendments of a law by what decisions say of them."""

    def __init__(
        self,
        annotation: Annotation,
        amendments: Iterable[Amendment],
        decisions: Decisions,
        is_same: bool,
    ) -> None:
        self._is_same = is_same
        self._hashes = {clause_hash(one.clause.text) for one in annotation.findings}
        self._by_template: dict[tuple[str, str], list[Amendment]] = {}
        for one in sorted(amendments, key=attrgetter("number")):
            self._by_template.setdefault(_key_of(one), []).append(one)
        #: The places, in the file, of clauses of the same words for which the same is proposed.
        self._places: dict[tuple[str, str], dict[str, None]] = {}
        for ruling in sorted(decisions.decisions, key=attrgetter("number")):
            key = ruling.template, ruling.clause_sha256
            self._places.setdefault(key, {})[ruling.eid] = None

    def has(self, ruling: Ruling) -> bool:
        """Whether the law has a clause of those words."""
        return ruling.clause_sha256 in self._hashes

    def proposes(self, ruling: Ruling) -> bool:
        """Whether the same amendment is proposed at some clause of the same words."""
        key = ruling.template, ruling.clause_sha256
        return bool(ruling.clause_sha256) and key in self._by_template

    def amendment(self, ruling: Ruling) -> Amendment | None:
        """The amendment that a ruling is on.

        Of several alike in another version the first is the first, if there are as many as there
        were; else only that at the same place is known.
        """
        if not self._is_same and not ruling.clause_sha256:
            return None  # a new section has no clause by which it could be known
        key = ruling.template, ruling.clause_sha256
        found, places = self._by_template.get(key, []), [*self._places[key]]
        if not self._is_same and len(found) == len(places):
            return found[places.index(ruling.eid)]
        at_place = [one for one in found if _eid(one) == ruling.eid]
        numbered = [one for one in at_place if one.number == ruling.number]
        return next(iter([*numbered, *at_place]), None)


def _key_of(one: Amendment) -> tuple[str, str]:
    if one.finding and one.proposal:
        return one.proposal.template, clause_hash(one.finding.clause.text)
    return one.gap.need if one.gap else "", ""


def _eid(one: Amendment) -> str:
    return one.finding.clause.eid if one.finding else ""


def _told(sha256: str) -> str:
    return f"{sha256[:_TOLD]}…" if sha256 else "not known"
