"""What is made in a law: the amendments that were accepted, composed, in the reviewer's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from annotator.applying.wording import fits, label_of, worded
from annotator.colliding import collision
from annotator.errors import InputError
from annotator.rulings import Ruling
from annotator.schedule import Amendment, adopted, forms
from annotator.schema import Annotation, Struct


class Plan(Struct, frozen=True):
    """What is made in a law.

    ``made`` are the amendments, composed and worded, in the law's order; ``unclear`` those whose
    edited words have no place, and ``words`` gives one the reviewer's words, if it has any.
    """

    made: tuple[Amendment, ...]
    unclear: tuple[int, ...]
    words: Callable[[Amendment], Amendment]

    @property
    def numbers(self) -> list[int]:
        """Those of the amendments that are made."""
        return [one.number for one in self.made]


def planned(
    amendments: Sequence[Amendment], annotation: Annotation, taken: Mapping[int, Ruling], name: str
) -> Plan:
    """What is made of the amendments that rulings take.

    Args:
        amendments: of the law, as :func:`annotator.schedule.schedule` gives them.
        annotation: of the law.
        taken: rulings that accept an amendment, or edit it, by its number.
        name: of the file of decisions.

    Raises:
        InputError: two that are taken cannot stand together: nothing is to be made then.
    """
    said = {number: one.words for number, one in taken.items() if one.decision == "edited"}
    every = forms(amendments, annotation)
    text = annotation.text
    unclear = [number for number in said if not fits(every[number][0], said[number], text)]

    def words(one: Amendment) -> Amendment:
        if one.number not in said:
            return one
        labels = {label for form in every[one.number] if (label := label_of(form))}
        return worded(one, said[one.number], text, labels)

    wanted = [one for one in amendments if one.number in taken and one.number not in unclear]
    pairs = list(_instead(wanted))
    beside = {number for pair in pairs for number in pair[1:]}
    accept = [one.number for one in wanted if one.number not in beside]
    made = adopted(amendments, annotation, accept) if accept else ()
    made = tuple(map(words, made))
    pairs += _collisions(made)
    if pairs:
        told = ", ".join(f"{one} and {other}" for one, other in sorted(pairs))
        raise InputError(
            f"{name} accepts amendments that cannot stand together, as one stands instead of the "
            f"other or both change the same words ({told}): nothing was written; reject one of "
            "each two."
        )
    return Plan(made, tuple(sorted(unclear)), words)


def _instead(wanted: Sequence[Amendment]) -> Iterator[tuple[int, int]]:
    numbers = {one.number for one in wanted}
    found = {
        (min(one.number, other), max(one.number, other))
        for one in wanted
        for other in one.instead_of
        if other in numbers
    }
    yield from sorted(found)


def _collisions(made: Sequence[Amendment]) -> Iterator[tuple[int, int]]:
    for one, other in combinations(made, 2):
        if collision(one.edits, other.edits):
            yield min(one.number, other.number), max(one.number, other.number)
