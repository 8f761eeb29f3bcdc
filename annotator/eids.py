"""eIds: the names of provisions by the Akoma Ntoso Naming Convention 1.0 (OASIS, 2019), part 5.4.

An eId is ``[prefix "__"] element_ref ["_" number]``: ``sec_11__subsec_2__para_a``.

*element_ref* (5.4.2) is the element's full name, save where the convention lists an abbreviation:
``sec``, ``art``, ``chp``, ``att`` ... are on its list; ``part``, ``rule``, ``point`` and ``indent``
have none. A regulation is no element of Akoma Ntoso; its name stands in full. A definition bears
the name of the element that marks a defined term, ``def``.

*number* (5.4.3) is what is printed without final punctuation, meaningless separations and redundant
characters; case counts. So white space goes (``14 bis`` is ``14bis``), brackets and marks at either
end go, and a mark inside becomes a hyphen (``20.1`` is ``20-1``). What bears no number is counted
among its like within its context, in Arabic numbers: the dashes of a list, definitions, a schedule.

*prefix* (5.4.1) is the whole eId of the context, the element that makes the rest unique. Whatever
stands in a section has the section as its context, a schedule is the context of all that is in it,
and a chapter has the part in which it stands. Sections that are numbered through the law are unique
without their part, ``sec_5`` and not ``part_2__sec_5``, as they are cited. Only where articles are
numbered anew in every chapter is the chapter their context: ``chp_2__art_1``.

The convention has no rule for two provisions that bear one number; the second has a count behind
it, ``sec_5_2``. To it, a full stop and a hyphen within a number are one: where paragraph 3.1 of
Article 3 and the inserted Article 3-1 both stand in a law they are ``art_3-1`` and ``art_3-1_2``,
and only their numbers, which are as printed, tell which is which.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from annotator.expressions import expression

#: The convention's element_ref of each provision, by the word for it in the segmenter.
ELEMENTS = {
    "section": "sec",
    "Article": "art",
    "regulation": "regulation",
    "rule": "rule",
    "clause": "cl",
    "subclause": "subcl",
    "subsection": "subsec",
    "paragraph": "para",
    "subparagraph": "subpara",
    "point": "point",
    "indent": "indent",
    "item": "item",
    "definition": "def",
    "Part": "part",
    "Subpart": "subpart",
    "Chapter": "chp",
    "Subchapter": "subchp",
    "Title": "title",
    "Subtitle": "subtitle",
    "Book": "book",
    "Division": "dvs",
    "Subdivision": "subdvs",
    "Section": "sec",
    "Schedule": "att",
    "Annex": "att",
    "Annexe": "att",
    "Annexure": "att",
    "Appendix": "att",
    "Supplement": "att",
    "Exhibit": "att",
    "Attachment": "att",
    "Addendum": "att",
    "Form": "form",
}

#: The namespace of what our own files say that Akoma Ntoso has no place for: in ``number`` how a
#: provision is cited, whatever its ``num`` prints.
OWN_NAMESPACE = "urn:annotate:akn:1"
#: Their classes of a heading that runs on into the words behind it, and of a section that is none
#: of those numbered through a law, but holds articles.
RUN_IN, CONTAINER = "runIn", "container"
#: The country of a law of which nobody knows it: a code that ISO 3166 keeps free.
NO_COUNTRY = "xx"

#: What is numbered through the whole law and cited by itself; "clause" is a section of a bill.
UNITS = ("section", "Article", "regulation", "rule", "clause")
_UNIT_WORDS = {ELEMENTS[word]: word for word in ("section", "Article", "regulation", "rule")}
_UNIT_WORDS["para"] = "paragraph"  # of a schedule
#: What holds units: parts, chapters, schedules.
CONTAINERS = tuple(word for word in ELEMENTS if word[0].isupper() and word not in UNITS)
_ABOVE_UNITS = {ELEMENTS[word] for word in CONTAINERS} - {"sec"}


def subdivision(word: str) -> str:
    """What the first level below a unit is called, by the unit's word.

    >>> subdivision("section"), subdivision("Article"), subdivision("paragraph")
    ('subsection', 'paragraph', 'subparagraph')
    """
    return {"Article": "paragraph", "paragraph": "subparagraph"}.get(word, "subsection")


#: Raised digits stand in no XML identifier.
_RAISED = expression(r"[⁰¹²³⁴-⁹]+")


@lru_cache(maxsize=4096)  # a law has few different labels
def eid_number(printed: str) -> str:
    """A printed number as an eId has it.

    >>> eid_number("(b.1)"), eid_number("20.1"), eid_number("14 bis")
    ('b-1', '20-1', '14bis')
    >>> eid_number("3¹")
    '3-1'
    """
    printed = _RAISED.sub(lambda raised: f".{unicodedata.normalize('NFKC', raised[0])}", printed)
    shown = (mark for mark in unicodedata.normalize("NFC", printed) if not mark.isspace())
    # Letters with their accents, and digits, of any script.
    kept = "".join(mark if unicodedata.category(mark)[0] in "LMN" else " " for mark in shown)
    return "-".join(kept.split())


def unit_eid(eid: str) -> str:
    """The eId of the unit (section, article, regulation, rule) that a provision is, or is part of.

    One that is above all units, or part of none, is its own.

    >>> unit_eid("sec_11__subsec_2__para_a"), unit_eid("att_1__part_2__sec_3__subsec_1")
    ('sec_11', 'att_1__part_2__sec_3')
    """
    parts = eid.split("__")
    elements = [part.partition("_")[0] for part in parts]
    for position, element in enumerate(elements):
        # A heading over articles may be called "Section 2".
        over_articles = elements[position + 1 : position + 2] == ["art"]
        if element not in _ABOVE_UNITS and not over_articles:
            return "__".join(parts[: position + 1])
    return eid


def above_units(eid: str) -> str:
    """The eId of the innermost part or schedule that a provision is, or stands in; else empty.

    >>> above_units("att_1__part_2__para_3"), above_units("att_1"), above_units("sec_4")
    ('att_1__part_2', 'att_1', '')
    """
    unit = unit_eid(eid)
    outer, _, own = unit.rpartition("__")
    return unit if own.partition("_")[0] in _ABOVE_UNITS else outer


def unit_word(eid: str) -> str:
    """What the unit of a provision is called: ``section``, ``Article``; empty where it has none.

    >>> unit_word("att_1__sec_2__subsec_1"), unit_word("att_1")
    ('section', '')
    """
    own = unit_eid(eid).rpartition("__")[2]
    return _UNIT_WORDS.get(own.partition("_")[0], "")


def attachment_eid(eid: str) -> str:
    """The eId of the schedule that a provision is, or stands in; empty where it stands in none.

    >>> attachment_eid("att_1__sec_2"), attachment_eid("sec_2")
    ('att_1', '')
    """
    first = eid.partition("__")[0]
    return first if first.startswith("att_") else ""


class EidRegister:
    """Hands out the eIds of one law, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._unnumbered: Counter[str] = Counter()
        #: How often a number was met again; the next such is looked for behind the last.
        self._again: Counter[str] = Counter()

    def keep(self, eid: str) -> bool:
        """Take an eId that a file gives; false where another bears it."""
        fresh = eid not in self._taken
        self._taken.add(eid)
        return fresh

    def take(self, context: str, element: str, printed: str = "") -> str:
        """The eId of a provision.

        Args:
            context: the eId of the provision that makes it unique, or an empty string.
            element: the convention's element_ref (``sec``, ``para``).
            printed: the number as printed; where it has none, it is counted among its like.
        """
        name = f"{context}__{element}" if context else element
        number = eid_number(printed)
        if not number:
            self._unnumbered[name] += 1
            number = str(self._unnumbered[name])
        first = eid = f"{name}_{number}"
        while eid in self._taken:
            self._again[first] += 1
            eid = f"{first}_{self._again[first] + 1}"
        self._taken.add(eid)
        return eid
