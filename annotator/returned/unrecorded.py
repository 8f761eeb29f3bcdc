"""A document of ours that has lost the record of what was written into it, as Google Docs drops it.

Our comments still name the amendments that were in the text; of those beside which a change by the
author of the comments is not decided it is known that they are pending, of others nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.lang import language
from annotator.returned.remarks import Remark
from annotator.returned.text import LATE, ReturnedText
from annotator.rulings import Decisions, RuledLaw, Ruling, Verdict
from annotator.schema import ISSUES, LABELS


def without_record(name: str, said: Sequence[Remark], text: ReturnedText) -> Decisions | None:
    """What can still be told of the amendments; None of a document that is not ours.

    Args:
        name: of the document.
        said: its comments.
        text: what it says.
    """
    ours = [one for one in said if _numbers(one)]
    if not ours:
        return None
    rulings = tuple(_rulings(ours, text))
    unknown = sum(one.decision == "unknown" for one in rulings)
    note = (
        f"{name} has lost what annotate left in it, as Google Docs drops it: the "
        f"{len(rulings) - unknown} amendments still tracked are told by their author, and what was "
        f"decided on the other {unknown} cannot be told."
    )
    law = RuledLaw(title="", sha256="")
    return Decisions(law=law, decisions=rulings, notes=(note,))


def _rulings(ours: Sequence[Remark], text: ReturnedText) -> Iterator[Ruling]:
    authors = {one.author for one in ours}
    tracked = [one.order for one in text.gone if one.revision.author in authors]
    tracked += [one.first for one in text.spots if one.added and one.added.author in authors]
    ends = [*(one.first for one in ours[1:]), LATE]
    for one, end in zip(ours, ends, strict=True):
        here = any(one.first < order < max(end, one.last) for order in tracked)
        decision: Verdict = "pending" if here else "unknown"
        label = one.words.split(maxsplit=1)[0]
        for number, issue in _numbers(one):
            yield Ruling(
                number=number,
                clause="",
                eid="",
                clause_sha256="",
                template="",
                issue=issue,
                label=label if label in LABELS else "",
                decision=decision,
            )


def _numbers(remark: Remark) -> list[tuple[int, str]]:
    """The amendments of which a comment says that they are in the text, with their issues."""
    spoken = language("en")
    issues = {spoken.phrases.issue(one): one for one in ISSUES}
    before, behind = spoken.margin.amendment(0, "").split("0")
    title = rf"{re.escape(before)}(\d+){re.escape(behind)}(.+?)"
    found = re.finditer(f"{title}: {re.escape(spoken.margin.IN_TEXT)}", remark.words)
    return [(int(one[1]), issues.get(one[2], "")) for one in found]
