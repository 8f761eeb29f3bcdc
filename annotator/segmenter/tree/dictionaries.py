"""Schedules that define the words of a law, as Australian states have them: a term, a clause."""

from __future__ import annotations

from annotator.eids import ELEMENTS
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.inside.node import Node
from annotator.segmenter.inside.subdivisions import Grower


def grow_dictionary(
    schedule: Node, first: int, end: int, grower: Grower, words: StructureWords
) -> None:
    """Hang definitions under a schedule that has nothing else and says so in its title.

    Args:
        schedule: it, with its own offsets set.
        first: index of the line in which its words begin.
        end: index of the line after its last.
        grower: what hangs lists and definitions under provisions.
        words: those of the law's language.
    """
    if ELEMENTS[schedule.word] != "att" or not words.definitions_heading.match(schedule.heading):
        return
    grower.grow(schedule, first, end)
    grower.definitions.split(schedule, schedule.heading, announced=True)
    if any(child.word != "definition" for child in schedule.children):
        schedule.children.clear()
    elif schedule.children:
        schedule.own_stop = schedule.children[0].start
