"""The segmenter without spaCy: canonical text in, clauses and provisions out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.eids import EidRegister, unit_eid, unit_word
from annotator.lang import language
from annotator.lang.recognition import Stretch, foreign_stretches, is_mostly_foreign
from annotator.numbering import unit_number
from annotator.schema import Clause, Provision, ReadingWarning
from annotator.segmenter.audit import find_doubts
from annotator.segmenter.furniture.asides import cut_asides
from annotator.segmenter.furniture.marking import mark_furniture
from annotator.segmenter.furniture.notes_behind import set_apart_notes_behind
from annotator.segmenter.furniture.references import set_aside_references
from annotator.segmenter.furniture.signatures import mark_signatures
from annotator.segmenter.inside.node import Node
from annotator.segmenter.inside.subdivisions import Grower
from annotator.segmenter.lines.columns import with_margin
from annotator.segmenter.lines.dashes import with_plain_dashes
from annotator.segmenter.lines.foreign_columns import part_foreign_column
from annotator.segmenter.lines.lines import Line, read_lines
from annotator.segmenter.lines.side_columns import part_side_columns
from annotator.segmenter.marked import read_markup
from annotator.segmenter.quoting.directions import mark_directions
from annotator.segmenter.quoting.quoted import mark_quotations
from annotator.segmenter.run_on.cutting import cut_run_on
from annotator.segmenter.sections.enacting import part_enacting_words
from annotator.segmenter.sections.units import find_skeleton
from annotator.segmenter.tree.building import build_tree
from annotator.segmenter.tree.clauses import make_clauses
from annotator.segmenter.tree.decimals import hang_decimals
from annotator.segmenter.tree.forms import with_fields
from annotator.source import Markup


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What the segmenter found in a text.

    ``clauses`` in text order; ``provisions`` the tree: the outermost parts and schedules, and the
    sections and articles that stand in none; ``lines`` every line, with headings and furniture
    marked; ``warnings`` what could not be cut with certainty.
    """

    clauses: tuple[Clause, ...]
    provisions: tuple[Provision, ...]
    lines: tuple[Line, ...]
    warnings: tuple[ReadingWarning, ...] = ()


def segment(text: str, code: str = "en", markup: Markup | None = None) -> Segmentation:
    """Segment a law.

    Args:
        text: the canonical text. Any text is taken; one without numbered provisions has no
            clauses.
        code: the ISO 639-1 code of the language that it is written in.
        markup: the structure that its file marks; without it the structure is told by the words.

    Returns:
        Clauses, provisions and lines, with offsets into ``text``.

    Raises:
        InputError: the language is not read.
    """
    words = language(code).structure
    if markup is not None:
        lines, tree = read_markup(text, markup, words)
        frozen = tuple(node.frozen() for node in tree)
        clauses = with_fields(text, make_clauses(text, tree), frozen, words)
        return Segmentation(clauses, frozen, tuple(lines))
    printed, text = text, with_plain_dashes(text)
    lines = read_lines(text, words)
    part_side_columns(lines)
    part_foreign_column(lines)
    lines = part_enacting_words(cut_run_on(lines, words), words)
    lines = cut_asides(set_aside_references(lines, words), words.notes)
    foreign = foreign_stretches(text)
    if not is_mostly_foreign(text, foreign):
        _set_aside(lines, foreign)
    mark_quotations(lines, words)
    mark_directions(lines, words)
    mark_furniture(lines, words)
    skeleton = find_skeleton(lines, words)
    set_apart_notes_behind(lines, skeleton, words)
    mark_signatures(lines, skeleton, words)
    tree = hang_decimals(build_tree(lines, skeleton, words), text)
    provisions = tuple(node.frozen() for node in tree)
    clauses = with_fields(printed, make_clauses(printed, tree), provisions, words)
    doubts = find_doubts(text, lines, provisions, clauses, foreign, words, language(code).doubts)
    return Segmentation(clauses, provisions, tuple(with_margin(text, lines)), doubts)


def _set_aside(lines: list[Line], stretches: Sequence[Stretch]) -> None:
    """Mark what is in another language: its articles are those of the English text once more."""
    i = 0
    for line in lines:
        while i < len(stretches) and stretches[i].end <= line.start:
            i += 1
        if i < len(stretches) and stretches[i].start <= line.start:
            line.furniture = True


def segment_clause(text: str, clause: Clause, code: str = "en") -> Provision:
    """The tree over one clause that was not cut out of its law: an example, a clause as quoted.

    Args:
        text: what it stands in, which it ends.
        clause: it; its words bear no number.
        code: the ISO 639-1 code of its language.

    Returns:
        its section, with the clause in it and its lists below.
    """
    words = language(code).structure
    read = read_lines(text)
    mark_quotations(read, words)
    lines = [line for line in read if line.end > clause.start]
    end = lines[-1].end if lines else clause.start
    eid = unit_eid(clause.eid)
    word, number = unit_word(eid) or "section", unit_number(clause.number)
    root = Node(word, number, number, eid, clause.start, clause.start, end)
    own = root
    if clause.eid != eid:
        level = "paragraph" if word == "Article" else "subsection"
        label = clause.number.removeprefix(number)
        own = Node(level, clause.number, label, clause.eid, root.start, root.body, root.end)
        root.children.append(own)
    Grower(lines, EidRegister(), words).grow(own, 0, len(lines))
    return root.frozen()
