"""How the law at hand is drafted, and how it names its provisions.

Laws in sections say *In section 11(1), after "x" insert "y"*; laws in articles *In Article 6(1),
the words "y" are inserted after the words "x"*; those whose subsections are letters *Section 11(a)
is amended by inserting "y" after "x"*. Some name a provision by its section
(``section 11(1)``), some by its own level (``subsection 11(1)``).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec

from annotator.eids import CONTAINERS
from annotator.expressions import expression
from annotator.lang import language
from annotator.lang.contract import Instructions
from annotator.lang.words import LawWords
from annotator.library.model import DraftingStyle
from annotator.reading.law import LawText, WholeProvision
from annotator.schema import Clause, Provision

_LABELS = expression(r"\([^)]*\)")


@dataclass(frozen=True)
class Style:
    """The drafting style of one law.

    ``kind`` is ``article``, ``section`` or ``lettered``; ``by_level`` says that a subsection is
    cited as ``subsection 11(1)``; ``curly`` that the text has typographic quotation marks;
    ``despite`` is the word with which it sets another provision aside; ``zed`` that it spells
    ``organization``, ``american`` that it writes ``offense``.
    ``parts`` says, by what a section or an article is called, what the law calls a part of it,
    where that is not the usual word. ``language`` is the code of the language that the law is
    written in.
    """

    kind: DraftingStyle
    by_level: bool = False
    curly: bool = True
    despite: str = "Notwithstanding"
    zed: bool = False
    american: bool = False
    language: str = "en"
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def units(self) -> DraftingStyle:
        """Of which kind its provisions are, however their parts are numbered."""
        return "article" if self.kind == "article" else "section"

    @property
    def wording(self) -> Instructions:
        """How its language words an instruction."""
        return language(self.language).instructions


def read_style(law: LawText, code: str = "en") -> Style:
    """Tell the style of a law from its eIds and its words."""
    kind, written = _kind(law), _written(law.text, code)
    return replace(written, kind=kind, by_level=written.by_level and kind == "section")


def _kind(law: LawText) -> DraftingStyle:
    provisions = law.provisions.values()
    if sum(provision.word == "Article" for provision in provisions) * 2 > len(provisions):
        return "article"
    divided = [provision for provision in provisions if provision.last_subsection]
    lettered = sum(bool(provision.letters) for provision in divided)
    return "lettered" if lettered * 2 > len(divided) else "section"


@lru_cache(maxsize=1)
def _written(text: str, code: str) -> Style:
    """What the words of a law tell of its style.

    Kept, since a law is read for its amendments and once more for what is said of it as a whole.
    """
    say = language(code).law_words
    by_level = len(say.by_level.findall(text)) > len(say.by_section.findall(text))
    straight = text.count("'") + text.count('"')
    curly = sum(text.count(mark) for mark in "‘’“”")
    despite = max(language(code).instructions.DESPITE, key=text.count)
    # Laws that take over words of treaties have both: only a plain majority tells.
    zed = len(say.zed_written.findall(text)) > 2 * len(say.ess_written.findall(text))
    parts = _own_parts(text, say)
    american = len(say.american_written.findall(text)) > len(say.british_written.findall(text))
    return Style("section", by_level, curly >= straight, despite, zed, american, code, parts)


def _own_parts(text: str, say: LawWords) -> tuple[tuple[str, str], ...]:
    """What a law calls the parts of its sections, where it is not the usual word."""
    cited_ones = Counter(say.numbered_part.findall(text.lower()))
    best = {whole: max(words, key=cited_ones.__getitem__) for whole, words in say.parts.items()}
    return tuple((whole, word) for whole, word in best.items() if word != say.parts[whole][0])


def spelled(words: str, style: Style) -> str:
    """The words of a template, written as in Britain, as the law spells them.

    >>> spelled("organisations that are recognised", Style("section", zed=True))
    'organizations that are recognized'
    >>> spelled("an offence in a centre", Style("section", american=True))
    'an offense in a center'
    """
    say = language(style.language).law_words
    words = say.ess.sub(say.zed, words) if style.zed else words
    for british, american in say.american.items() if style.american else ():
        words = words.replace(british, american)
    return words


def cited(clause: Clause, provision: WholeProvision, style: Style) -> str:
    """The clause as an instruction names it.

    ``section 11(1)``, ``subsection 11(1)``, ``Article 6(1)``, ``section 2(1), in the definition of
    “spouse”``, ``paragraph 3 of Part A of the Third Schedule``, ``Article 1 of Chapter 2`` where
    each chapter begins anew, ``Chapter 2`` where it says something under no number.
    """
    number, _, definition = clause.number.partition(" “")
    number = re.sub(r"\[\d+\]$", "", number)
    say = style.wording
    own = number.rpartition(", ")[2]
    word = provision.word
    holding = _holding(provision)
    if word in CONTAINERS:
        labels = "".join(_LABELS.findall(number))
        named = say.container(provision.tree.number, provision.tree.label)
        place = say.part_of(f"{say.name('paragraph')} {labels}", named) if labels else named
    else:
        levels = len(_LABELS.findall(own))
        if style.by_level and word == "section" and levels:
            word = "subsection" if re.search(r"\(\d", own) and levels == 1 else "paragraph"
        place = f"{say.name(word)} {own}"
    for one in reversed(holding):
        place = say.part_of(place, say.container(one.number, one.label))
    return say.in_definition(place, f"“{definition}") if definition else place


def cited_whole(provision: WholeProvision, style: Style) -> str:
    """The section or article that a provision is, as an instruction names it."""
    whole = msgspec.structs.replace(provision.clauses[0], number=provision.number)
    return cited(whole, provision, style)


def _holding(provision: WholeProvision) -> tuple[Provision, ...]:
    """The schedule, and its part, or the chapter without which the number would be another's."""
    eids = provision.eid.split("__")
    numbers = provision.number.split(", ")[:-1]
    return tuple(
        one
        for one in provision.within
        if one.number in numbers or one.eid.split("__")[-1] in eids[:-1]
    )


def here(clause: Clause, provision: WholeProvision, law: LawText, style: Style) -> str:
    """The clause as another subsection of its provision would cite it."""
    word = below(provision, style)
    if provision.letters and (labels := _LABELS.findall(clause.number)):
        return f"{style.wording.name(word)} {''.join(labels)}"
    label = re.match(r"^[^(]*\((\d[^)]*)\)", clause.number)
    if not label:
        return unit(provision, style)
    # A paragraph printed as "1." is cited without brackets, one printed as "(1)" with them.
    start = law.text.rfind("\n", 0, provision.clauses[0].start) + 1
    printed = law.text[start : clause.start]
    bracketed = f"({label[1]})" in printed or clause.text.lstrip().startswith("(")
    bracketed = bracketed or provision.word != "Article"
    number = f"({label[1]})" if bracketed else label[1]
    return f"{style.wording.name(word)} {number}"


def below(provision: WholeProvision, style: Style) -> str:
    """What a part of the provision is called: ``subsection``, of a rule ``paragraph``."""
    whole = provision.word
    usual = language(style.language).law_words.parts.get(whole, ("paragraph",))[0]
    return dict(style.parts).get(whole, usual)


def unit(provision: WholeProvision, style: Style) -> str:
    """The provision as it speaks of itself: ``this section``, ``this Article``."""
    return style.wording.this(provision.word)
