"""The fields of forms in schedules: what somebody is to fill in, and not what the law provides.

A schedule, or a part of one, is a form where it is called so or most of what it numbers asks for
something; what says nothing there is a field, whether or not its blank was printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from annotator.eids import ELEMENTS, above_units, attachment_eid
from annotator.lang.forms import asks, speaks
from annotator.lang.structure_words import StructureWords
from annotator.provisions import Clause, Provision

_FORM = f"{ELEMENTS['Form']}_"
_FIELDS = ("provision", "item")
#: So many fields make a form, and so great a part of what it numbers.
_FEWEST, _SHARE = 2, 0.5


def with_fields(
    text: str, clauses: Sequence[Clause], provisions: Iterable[Provision], words: StructureWords
) -> tuple[Clause, ...]:
    """The clauses of a law, those of the kind ``field`` that are fields of its forms.

    Args:
        text: that of the law.
        clauses: all of them, in the order of the text.
        provisions: its tree.
        words: those of its language.
    """
    regions: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        if attachment_eid(clause.eid):
            regions[above_units(clause.eid)].append(clause)
    if not regions:
        return tuple(clauses)
    starts = {one.eid: one.start for root in provisions for one in root.walk()}
    fields: set[str] = set()
    for region, inside in regions.items():
        # With its number, and the heading behind that.
        printed = {one.eid: text[starts[one.eid] : one.end].split("\n") for one in inside}
        asking = sum(any(asks(line, words) for line in lines) for lines in printed.values())
        called = region.rpartition("__")[2].startswith(_FORM)
        if asking if called else asking >= max(_FEWEST, _SHARE * len(inside)):
            fields |= {
                one.eid
                for one in inside
                if one.kind in _FIELDS
                and all(asks(line, words) or not speaks(line, words) for line in printed[one.eid])
            }
    return tuple(
        msgspec.structs.replace(one, kind="field") if one.eid in fields else one for one in clauses
    )
