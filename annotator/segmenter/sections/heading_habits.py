"""What the habit of a law says of the headings found above its sections."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import unit_key
from annotator.segmenter.lines.headings import HeadingLines, leads_in_list, looks_like_heading
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.openers import Container, Unit

#: A title that is counted through the law: "1. Scope", above the sections below it.
_COUNTED = expression(r"(\d{1,3})\. [A-Z][^.;:]{2,120}")
#: Where no more of so many articles stand under a heading with a full stop, it is a sentence.
_ONE_OF = 3
#: So many sections show a habit, if so many of a hundred of them have it.
_FEW, _NEARLY_ALL = 6, 80
_LONGEST = 160
_FIRST = unit_key("1")
_ENDS = '.;:”")]'


def drop_sentences(
    lines: list[Line], openers: Sequence[Unit | Container], above: list[list[HeadingLines]]
) -> None:
    """Give back to an article its last words, which were taken for a heading of the next one.

    A short sentence looks like the marginal note of an old Act, full stop and all. But few laws
    have such notes, and one that does has them above most of its articles.

    Args:
        lines: the law's lines; those that are no headings lose their mark.
        openers: what opens provisions, in order.
        above: the headings above each of them, outermost first; sentences are taken out.
    """
    named = [
        k for k, opener in enumerate(openers) if k and isinstance(opener, Unit) and opener.named
    ]
    last = {k: lines[above[k][-1].last].text for k in named if above[k]}
    stopped = [k for k, text in last.items() if text[-1] == "." and not text.isupper()]
    if not stopped or _ONE_OF * len(stopped) > len(named):
        return
    for k in stopped:
        for heading in above[k]:
            for line in lines[heading.first : heading.last + 1]:
                line.heading = False
        above[k].clear()


def drop_lists(
    lines: list[Line],
    openers: Sequence[Unit | Container],
    above: list[list[HeadingLines]],
    words: StructureWords,
) -> None:
    """Give back to a section the list that its last words lead in, taken for several headings.

    Args:
        lines: the law's lines; those that are no headings lose their mark.
        openers: what opens provisions, in order.
        above: the headings above each of them, outermost first; those of a list are taken out.
        words: those of the law's language.
    """
    for opener, group in zip(openers, above[1:], strict=False):
        if len(group) < 2 or not isinstance(opener, Unit) or opener.key == _FIRST:
            continue  # before article 1 stands the title of the law that a decree issues
        said = lines[group[0].first - 1]
        if said.heading or said.furniture or not leads_in_list(said.text, words):
            continue
        behind = (k for k, heading in enumerate(group) if k and lines[heading.first].gap)
        stop = next(behind, len(group))
        if stop == 1:
            continue
        for heading in group[:stop]:
            for line in lines[heading.first : heading.last + 1]:
                line.heading = False
        del group[:stop]


def counted_titles(lines: list[Line], openers: Sequence[Unit | Container]) -> frozenset[int]:
    """The lines above sections with a title and a number that counts up from 1 through the law.

    One alone may be the last item of a list.
    """
    found: list[int] = []
    for opener in openers:
        if not (isinstance(opener, Unit) and opener.named and opener.line):
            continue
        match = _COUNTED.fullmatch(lines[opener.line - 1].text)
        if match and int(match[1]) == len(found) + 1:
            found.append(opener.line - 1)
    return frozenset(found if len(found) > 1 else ())


def titles_by_habit(
    lines: list[Line], openers: Sequence[Unit | Container], words: StructureWords
) -> frozenset[int]:
    """The lines above sections that stand where nearly all sections of the law have their heading.

    So a heading is known that says something: "Officer may give instructions to a master".
    """
    units = [opener.line for opener in openers if isinstance(opener, Unit) and opener.line]
    alone = [at - 1 for at in units if _stands_alone(lines, at)]
    if len(alone) < _FEW or 100 * len(alone) < _NEARLY_ALL * len(units):
        return frozenset()
    saying = [i for i in alone if not looks_like_heading(lines[i].text, words)]
    if 100 * (len(alone) - len(saying)) < _NEARLY_ALL * len(alone):
        return frozenset()
    return frozenset(i for i in saying if lines[i - 1].text[-1] in _ENDS)


def _stands_alone(lines: list[Line], at: int) -> bool:
    """Whether a paragraph of one line without a stop stands between blanks above a section."""
    line = lines[at - 1]
    return (
        line.gap
        and lines[at].gap
        and not (line.soft or line.furniture or line.quoted)
        and line.text[0].isupper()
        and line.text[-1] not in ".;:,—–-"
        and len(line.text) <= _LONGEST
    )
