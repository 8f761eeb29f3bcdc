"""What a law would say anew if it took up what is proposed for it: clauses that are then known."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.expressions import expression
from annotator.schedule import schedule
from annotator.schema import Annotation

#: The number of a provision at the beginning of its line, which is none of its clause's words.
_LABEL = expression(r"^\s*(?:\(\w{1,6}\)|\w{1,6}[.)])\s+")
#: A line of fewer words is the heading of a new section.
_RULE = 6


def proposed_clauses(annotation: Annotation) -> Iterator[str]:
    """The words of the clauses that amendments would put in, and of those that they would change.

    Without their numbers, each once for each amendment: of what is put in at two sections, two are
    known.
    """
    for one in schedule(annotation):
        said = one.added or (one.proposal.amended if one.proposal else "")
        rules = [_rule(line) for line in said.split("\n")]
        whole = _rule(said)
        for words in rules if whole in rules or one.added else [whole, *rules]:
            if len(words.split()) >= _RULE:
                yield words


def _rule(line: str) -> str:
    """A line without its number, and that of the subsection with which it may begin."""
    return _LABEL.sub("", _LABEL.sub("", line)).strip()
