"""The alignment of two versions of a law: what each clause of the one is in the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.aligning.bags import Bags
from annotator.aligning.order import moved
from annotator.aligning.pairing import paired
from annotator.aligning.parting import parted
from annotator.aligning.sections import SectionVotes
from annotator.aligning.units import AlignedUnit, units_of
from annotator.provisions import Clause, Struct
from annotator.same_words import folded


class Link(Struct, frozen=True):
    """Clauses of the old version, by their places, and what they are in the new one.

    There are none on one side where something was added or removed, and several where it was split
    or merged, or where a list is one clause in one version and several in the other (``is_list``).
    ``alike`` is how alike the words are, from 0 to 1. ``is_same`` says that they are the same but
    for how they are printed, ``moved`` that they stand elsewhere in the order of the law or in
    another section, ``renumbered`` that they bear another number, moved or not.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    alike: float = 0.0
    is_same: bool = False
    is_list: bool = False
    moved: bool = False
    renumbered: bool = False


def align(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Link, ...]:
    """What each clause of a law is in another version of it.

    Args:
        old: the clauses of the old version, in its order.
        new: those of the new one.

    Returns:
        a link for each clause of both, in the order of the new version; what was removed stands
        behind what it stood behind. Each clause is in one link.
    """
    units = units_of(old, new)
    bags = Bags(one.text for side in units for one in side)
    to = paired(*units, bags)
    groups = _groups(units, to, bags)
    return tuple(_in_order(_Linking(old, new, units, bags).links(groups)))


#: Places of units of the old version, and of the new one.
_Group = tuple[tuple[int, ...], tuple[int, ...]]


def _groups(
    units: tuple[Sequence[AlignedUnit], Sequence[AlignedUnit]], to: dict[int, int], bags: Bags
) -> list[_Group]:
    """Pairs, with what was split off or merged into them; and what has no counterpart."""
    many = len(units[0])
    olds, news = range(many), range(many, many + len(units[1]))
    onward = {old: many + new for old, new in to.items()}
    back = {new: old for old, new in onward.items()}
    split = parted(olds, [new for new in news if new not in back], onward, bags)
    merged = parted(news, [old for old in olds if old not in onward], back, bags)
    groups: list[_Group] = [
        ((old,), _with_counterpart(parts, onward.get(old))) for old, parts in split.items()
    ]
    for new, parts in merged.items():
        done = _in_any(groups)
        left = [old for old in parts if old not in done]
        if left and new not in done:
            groups.append((_with_counterpart(left, back.get(new)), (new,)))
    done = _in_any(groups)
    groups += [((old,), (new,)) for old, new in onward.items() if not {old, new} & done]
    done = _in_any(groups)
    groups += [((old,), ()) for old in olds if old not in done]
    groups += [((), (new,)) for new in news if new not in done]
    return [(own, tuple(new - many for new in others)) for own, others in groups]


def _with_counterpart(parts: Sequence[int], counterpart: int | None) -> tuple[int, ...]:
    """The parts of a clause, and what of it is left, in their order."""
    return tuple(sorted(parts if counterpart is None else {*parts, counterpart}))


def _in_any(groups: Iterable[_Group]) -> set[int]:
    return {one for group in groups for side in group for one in side}


class _Linking:
    """Makes links of groups of units."""

    def __init__(
        self,
        old: Sequence[Clause],
        new: Sequence[Clause],
        units: tuple[Sequence[AlignedUnit], Sequence[AlignedUnit]],
        bags: Bags,
    ) -> None:
        self._clauses = old, new
        self._units = units
        self._bags = bags

    def links(self, groups: Sequence[_Group]) -> list[Link]:
        """A link for each group, in their order."""
        kept = [group for group in groups if all(group)]
        kept.sort(key=lambda group: group[0])
        weights = [1 + self._words(group) for group in kept]
        strayed = moved([group[1][0] for group in kept], weights)
        elsewhere = {kept[at] for at in strayed} | self._in_other_sections(kept)
        return [self._link(group, group in elsewhere) for group in groups]

    def _in_other_sections(self, groups: Sequence[_Group]) -> set[_Group]:
        """Those whose section has gone on as another, in a section that was another."""
        sections = {group: self._sections(group) for group in groups}
        votes = SectionVotes((*sections[group], self._words(group)) for group in groups)
        return {group for group, both in sections.items() if votes.are_apart(*both)}

    def _words(self, group: _Group) -> int:
        return sum(len(self._bags.words[one]) for one in group[0])

    def _sections(self, group: _Group) -> tuple[str, str]:
        return self._units[0][group[0][0]].section, self._units[1][group[1][0]].section

    def _link(self, group: _Group, elsewhere: bool) -> Link:
        units = [[self._units[side][at] for at in group[side]] for side in (0, 1)]
        places = [tuple(at for unit in own for at in unit.clauses) for own in units]
        if not all(group):
            return Link(old=places[0], new=places[1])
        texts = ["\n".join(unit.text for unit in own) for own in units]
        numbers = [own[0].number for own in units]
        several = any(len(own) > 1 for own in group)
        return Link(
            old=places[0],
            new=places[1],
            alike=round(self._likeness(group, texts), 3),
            is_same=folded(texts[0]) == folded(texts[1]),
            is_list=not several and max(map(len, places)) > 1,
            moved=elsewhere,
            renumbered=numbers[0] != numbers[1],
        )

    def _likeness(self, group: _Group, texts: Sequence[str]) -> float:
        if len(group[0]) == len(group[1]) == 1:
            return self._bags.likeness(group[0][0], len(self._units[0]) + group[1][0])
        return Bags(texts).likeness(0, 1)


def _in_order(links: Iterable[Link]) -> list[Link]:
    """Links in the order of the new version; what was removed behind what it stood behind."""
    links = list(links)
    place: dict[int, int] = {}
    for link in links:
        for old in link.old:
            if link.new and not link.moved:
                place[old] = link.new[-1]
    behind = -1
    keys: dict[int, tuple[int, int, int]] = {}
    removed = {link.old[0]: link for link in links if not link.new}
    for old in sorted({*place, *removed}):
        behind = place.get(old, behind)
        if old in removed:
            keys[old] = (behind, 1, old)
    return sorted(links, key=lambda link: (link.new[0], 0, 0) if link.new else keys[link.old[0]])
