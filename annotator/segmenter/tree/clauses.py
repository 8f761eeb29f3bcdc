"""From the tree of provisions to clauses, as the annotation guidelines define them.

A clause is a subsection (an article's numbered paragraph), or a whole section without any; items of
a list belong to the clause that introduces them, unless clause and list together run over 300
words: then each first-level item is a clause of its own. Each defined term is a clause. What
introduces a list whose items are clauses, or a section's definitions, is a clause of kind
``lead_in``: it is read with each of them.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from annotator.eids import CONTAINERS, ELEMENTS, subdivision
from annotator.expressions import expression
from annotator.schema import Clause, ClauseKind
from annotator.segmenter.inside.node import Node

#: A clause with its list is split into the list's items beyond this many words.
MAX_CLAUSE_WORDS = 300

#: A label is a word of its own, whether or not white space stands behind it.
_WORD = expression(r"\(\w{1,5}\)(?=\w)|\S+")

#: What stands where words are left out; the dots are none.
_DOTS = " . "


def make_clauses(text: str, provisions: list[Node], schedule: str = "") -> list[Clause]:
    """The clauses of a law in the order of its text; empty ones are left out.

    Args:
        text: that of the law.
        provisions: its outermost, or those of a part or schedule.
        schedule: the number of the schedule in which they stand, with which a part of it is cited.
    """
    clauses: list[Clause] = []
    for provision in provisions:
        if provision.word in CONTAINERS:
            attached = ELEMENTS[provision.word] == "att"
            within = "" if attached else schedule
            clauses += [_cited(one, within) for one in _of_container(text, provision)]
            inner = [child for child in provision.children if child.word != "definition"]
            clauses += make_clauses(text, inner, provision.number if attached else schedule)
        else:
            clauses += _of_unit(text, provision)
    return [clause for clause in clauses if clause.start < clause.end]


def _of_container(text: str, container: Node) -> list[Clause]:
    """What a part or schedule says before its first section, or without any."""
    if _defines(container):
        # Sections behind its definitions are cut by themselves.
        parts = _split(text, container, "", container.path)
        return [clause for clause in parts if clause.kind != "item"]
    end = container.own_end()
    return [_clause(text, container, "", container.path, container.body, end, "provision")]


def _cited(clause: Clause, schedule: str) -> Clause:
    """A clause of a part, which is one of a schedule: ``Schedule 2, Part I``."""
    if not schedule:
        return clause
    return msgspec.structs.replace(clause, number=f"{schedule}, {clause.number}")


def _of_unit(text: str, unit: Node) -> list[Clause]:
    divided = [child for child in unit.children if _is_subdivision(unit, child)]
    if not divided:
        return _of_provision(text, unit, unit.heading, unit.path)
    clauses = []
    first = unit.children.index(divided[0])
    stop = divided[0].start if first else unit.own_end()
    if _folded(text, unit.body, stop):
        # A list of the article's own may stand above its paragraphs: I, II, then § 1.
        above = replace(unit, children=unit.children[:first], end=stop)
        clauses += _of_provision(text, above, unit.heading, unit.path)
    # A marginal note over a first subsection that has none of its own is that subsection's note.
    over_all = bool(unit.heading and divided[0].heading)
    inner = (*unit.path, unit.heading) if over_all else unit.path
    for child in unit.children[first:]:
        path = inner if child.heading else unit.path
        clauses += _of_provision(text, child, child.heading or unit.heading, path)
    return clauses


def _is_subdivision(unit: Node, child: Node) -> bool:
    """Whether the child is a subsection, or an article's numbered paragraph."""
    return child.word == subdivision(unit.word)


def _of_provision(text: str, provision: Node, heading: str, path: tuple[str, ...]) -> list[Clause]:
    """One clause, or the definitions or long items into which it falls."""
    if _defines(provision) or (len(provision.children) > 1 and _is_long(text, provision)):
        return _split(text, provision, heading, path)
    return [_clause(text, provision, heading, path, provision.body, provision.end, "provision")]


def _defines(provision: Node) -> bool:
    return any(child.word == "definition" for child in provision.children)


def _is_long(text: str, provision: Node) -> bool:
    if provision.end - provision.body <= 2 * MAX_CLAUSE_WORDS:  # even if each is a letter
        return False
    words = text[provision.body : provision.end]
    count = len(words.split())
    if count <= MAX_CLAUSE_WORDS < count + words.count("("):  # some of which may be labels
        count = len(_WORD.findall(words))
    if count > MAX_CLAUSE_WORDS and _DOTS in words:
        count = sum(any(map(str.isalnum, word)) for word in words.split())
    return count > MAX_CLAUSE_WORDS


def _split(text: str, provision: Node, heading: str, path: tuple[str, ...]) -> list[Clause]:
    stop = provision.own_end()
    lead_in = _folded(text, provision.body, stop)
    clauses = []
    if lead_in:
        clauses.append(_clause(text, provision, heading, path, provision.body, stop, "lead_in"))
    for child in provision.children:
        kind: ClauseKind = "definition" if child.word == "definition" else "item"
        clauses.append(_clause(text, child, heading, path, child.body, child.end, kind, lead_in))
    return clauses


def _folded(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _clause(
    text: str,
    provision: Node,
    heading: str,
    path: tuple[str, ...],
    start: int,
    end: int,
    kind: ClauseKind,
    lead_in: str = "",
) -> Clause:
    words = text[start:end]
    stripped = words.strip()
    start += len(words) - len(words.lstrip())
    return Clause(
        eid=provision.eid,
        number=provision.number,
        heading=heading,
        path=path,
        lead_in=lead_in,
        text=stripped,
        start=start,
        end=start + len(stripped),
        kind=kind,
    )
