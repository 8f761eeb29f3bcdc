"""``python -m annotator.measuring precedents-sheet``: amendments with precedents, to be judged.

Whether precedents are apt can only be read. The sheet has so many amendments of some laws, drawn at
random among those with a precedent, each with its clause, its precedents and an empty line for a
verdict, and tells a reader who knows nothing of the program how to judge.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import annotator
from annotator.lang import language
from annotator.schema import Annotation, Finding, Gap, Precedent, Proposal
from annotator.writers.terminal.marks import shortened
from annotator.writers.terminal.phrases import quoted

_MOST_WORDS = 120
_LETTERS = "abc"
_HOW = """\
A drafter is shown an amendment to one law and, below it, up to three provisions of *other
countries'* laws on the same matter, which a program offers as precedents. Please judge each
precedent by itself, by what stands here and nothing else. You need not know the program, and should
not ask how it chose. Judge alone; do not compare with another reader.

Write one word behind `verdict`, and a few words why unless it is `apt`:

- **apt**: it does the same thing as the amendment, or the heart of it, for persons or in a
  setting near enough that a drafter could cite it as an example: *Ireland has this, too*. The
  words may differ, and it may be from another field of law (a prison, a customs search) where the
  rule is the same.
- **partly**: it is about the same subject and does a part of what the amendment does, or
  something weaker or wider; worth a look, but not to be cited as the same.
- **not**: it does something else, or the words that are shown do not show that it does the same.

Do not judge whether the amendment is wise, whether the precedent is good law, or whether a better
one exists. `…` stands for words that were left out: where what is left does not let you see what
the provision does, that is `not`, with the reason *cut*.
"""


class _Item(NamedTuple):
    """An amendment with precedents: where it stands, and what it says."""

    law: str
    place: str
    clause: str
    name: str
    proposal: str
    precedents: tuple[Precedent, ...]


def sheet(laws: Sequence[Path], index: Path, *, count: int, seed: int) -> str:
    """The sheet for amendments of laws, in Markdown.

    Args:
        laws: their files.
        index: of precedents.
        count: how many amendments are drawn; fewer where fewer have precedents.
        seed: of the draw, which the sheet names.

    Raises:
        AnnotatorError: a law or the index cannot be read.
    """
    every: list[_Item] = []
    names = ""
    for law in laws:
        found = annotator.annotate(law, precedents=index)
        items = list(_items(found))
        every += items
        names += f"- {found.law.title} ({law.name}): {len(items)}\n"
    shown = [item for item in every if item.precedents]
    drawn = random.Random(seed).sample(range(len(shown)), min(count, len(shown)))  # noqa: S311
    chosen = [shown[at] for at in sorted(drawn)]
    intro = (
        f"# Precedents: are they apt?\n\n{_HOW}\n"
        f"{len(chosen)} amendments, drawn with seed {seed} from the {len(shown)} that have a "
        f"precedent, of {len(every)} that were proposed in these laws:\n\n{names}"
    )
    return intro + "".join(_told(number, item) for number, item in enumerate(chosen, 1))


def _items(found: Annotation) -> Iterator[_Item]:
    country = found.law.jurisdiction
    law = f"{found.law.title} ({country})" if country else found.law.title
    for finding in found.findings:
        for proposal in finding.proposals:
            yield _proposed(law, finding, proposal)
    for gap in found.gaps:
        if gap.text:
            yield _new(law, gap)


def _proposed(law: str, finding: Finding, proposal: Proposal) -> _Item:
    clause = finding.clause
    heading = f" ({clause.heading})" if clause.heading else ""
    return _Item(
        law=law,
        place=f"{clause.number or clause.eid}{heading}",
        clause=f"{clause.lead_in} {clause.text}",
        name=proposal.template,
        proposal=proposal.instruction,
        precedents=proposal.precedents,
    )


def _new(law: str, gap: Gap) -> _Item:
    return _Item(
        law=law,
        place=f"new section {gap.number}",
        clause=f"None: the law as a whole says nothing of it. {gap.lacks}",
        name=gap.need,
        proposal=gap.text,
        precedents=gap.precedents,
    )


def _told(number: int, item: _Item) -> str:
    spoken = language("en")
    clause = shortened(" ".join(item.clause.split()), _MOST_WORDS)
    lines = [
        f"\n## {number}. {item.law}, {item.place}",
        f"**The clause:** {clause}",
        f"**The amendment** ({item.name}): {' '.join(item.proposal.split())}",
    ]
    for letter, one, (cited, words) in zip(
        _LETTERS, item.precedents, quoted(item.precedents, spoken), strict=False
    ):
        heading = f" [{one.heading}]" if one.heading else ""
        lines.append(f"**{number}{letter}.** {cited}{heading}: “{words}”")
        lines.append(f"verdict {number}{letter}: ")
    return "\n\n".join(lines) + "\n"
