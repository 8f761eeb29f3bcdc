"""The segmenter without spaCy: canonical text in, clauses and provisions out."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.schema import Clause, Provision
from annotator.segmenter.clauses import make_clauses
from annotator.segmenter.furniture import mark_furniture
from annotator.segmenter.lines import Line, read_lines
from annotator.segmenter.tree import build_tree
from annotator.segmenter.units import find_skeleton


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What the segmenter found in a text.

    ``clauses`` in text order; ``provisions`` the tree: the outermost parts and schedules, and the
    sections and articles that stand in none; ``lines`` every line, with headings and furniture
    marked.
    """

    clauses: tuple[Clause, ...]
    provisions: tuple[Provision, ...]
    lines: tuple[Line, ...]


def segment(text: str) -> Segmentation:
    """Segment a law.

    Args:
        text: the canonical text. Any text is taken; one without numbered provisions has no
            clauses.

    Returns:
        Clauses, provisions and lines, with offsets into ``text``.
    """
    lines = read_lines(text)
    mark_furniture(lines)
    skeleton = find_skeleton(lines)
    tree = build_tree(lines, skeleton)
    provisions = tuple(node.frozen() for node in tree)
    return Segmentation(tuple(make_clauses(text, tree)), provisions, tuple(lines))
