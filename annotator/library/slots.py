"""The slots that a template's text may name, in one table.

It is what the documentation lists (``docs/templates.md``), what ``annotate templates show``
explains, with which words the texts are proved (:mod:`annotator.proving.sweep`), and for which of
them a country may have a word. How each is filled is the proposer's business
(:mod:`annotator.proposer.rendering`), a floor above; a test sees to it that the two agree.

Beside these a text may use the named groups of the template's patterns, and roles that a country
has added. Nouns have ``.a``, ``.the`` and ``.plural``; ``must`` has ``.plural``, ``.negative`` and
``.negative_plural``; ``action`` and ``removal`` have ``.participle``. A slot that is not filled
makes the form abstain.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.lang.en.inflection import Modal, Noun, Verb
from annotator.lang.en.removal import REMOVALS, Removal


@dataclass(frozen=True)
class Slot:
    """A slot of the texts of templates.

    Attributes:
        name: as a text writes it between braces.
        says: what it is filled with, in a phrase.
        samples: words that laws may fill it with, in the forms that bend. Those of one place in
            ``here``, ``unit``, ``despite`` and ``despite_all`` belong to one law.
        from_clause: whether each clause fills it, so that a country can have no word for it.
    """

    name: str
    says: str
    samples: tuple[str, ...]
    from_clause: bool = False


def _nouns(*words: str) -> tuple[Noun, ...]:
    return tuple(map(Noun, words))


#: Not the words of the roles, but words that try a text: with a vowel first and with a consonant,
#: by sound too; of two words; with *of* and *in*.
_PEOPLE = _nouns(
    "person", "applicant", "asylum seeker", "foreign national", "EU citizen", "honorary resident",
    "European", "unaccompanied minor", "beneficiary", "victim of trafficking",
    "person in need of protection", "member of the family", "child",
)  # fmt: skip
_OFFICERS = _nouns("officer", "immigration officer", "border guard", "member of the Border Force")
#: Persons and bodies.
_AUTHORITIES = _nouns(
    "Minister", "Agency", "Immigration Service", "competent authority", "Minister of the Interior",
    "Office for Foreigners",
)  # fmt: skip

#: Every slot, by its name.
SLOTS: dict[str, Slot] = {
    slot.name: slot
    for slot in (
        Slot(
            "person",
            "the clause's word for whom it concerns; person where it has several",
            _PEOPLE,
            from_clause=True,
        ),
        Slot("foreigner", "the law's word for a foreigner", _PEOPLE),
        Slot("officer", "the law's word for those who enforce it", _OFFICERS),
        Slot("applicant", "the law's word for who asks for protection or a permit", _PEOPLE),
        Slot("detainee", "the law's word for who is detained", _PEOPLE),
        Slot("employer", "the law's word for an employer", _PEOPLE),
        Slot("worker", "the law's word for a worker", _PEOPLE),
        Slot("sponsor", "the law's word for a sponsor", _PEOPLE),
        Slot(
            "authority",
            "who decides, as the clause or its section names it",
            _AUTHORITIES,
        ),
        Slot(
            "must",
            "the verb of duty of the section, else of the law",
            (Modal("shall"), Modal("must"), Modal("is to")),
            from_clause=True,
        ),
        Slot(
            "account",
            "account shall be taken, or who takes it, where the clause says who acts",
            ("account shall be taken", "the Minister shall take account"),
            from_clause=True,
        ),
        Slot(
            "interview",
            "personal interview, where the clause says so",
            ("interview", "personal interview"),
            from_clause=True,
        ),
        Slot(
            "spouse",
            "the law's words for a spouse or partner",
            _nouns("spouse or partner", "spouse or civil partner"),
            from_clause=True,
        ),
        Slot(
            "practitioner",
            "the law's words for a medical practitioner",
            _nouns("medical practitioner", "physician"),
            from_clause=True,
        ),
        Slot(
            "power",
            "under what the law detains: this section, this Division, this Act",
            ("this section", "this Division", "this Act"),
            from_clause=True,
        ),
        Slot(
            "detaining",
            "power, but nothing where the provision itself detains nobody and names no power",
            ("this section", "this Division", "this Act"),
            from_clause=True,
        ),
        Slot(
            "here",
            "the clause, as its own provision cites it",
            ("subsection (1)", "this section", "paragraph 1", "paragraph (2)"),
            from_clause=True,
        ),
        Slot(
            "unit",
            "the provision: this section, this Article",
            ("this section", "this section", "this Article", "this Schedule"),
            from_clause=True,
        ),
        Slot(
            "law",
            "what the law calls itself: this Act, these Regulations",
            ("this Act", "these Regulations", "this Law"),
            from_clause=True,
        ),
        Slot(
            "despite",
            "Notwithstanding subsection (1), ; nothing for a whole section",
            (
                "Notwithstanding subsection (1), ",
                "",
                "Despite paragraph 1, ",
                "Despite paragraph (2), ",
            ),
            from_clause=True,
        ),
        Slot(
            "despite_all",
            "Notwithstanding anything in this section, ; in this Article, in an article",
            (
                "Notwithstanding anything in this section, ",
                "Notwithstanding anything in this section, ",
                "Despite anything in this Article, ",
                "Despite anything in this Schedule, ",
            ),
            from_clause=True,
        ),
        Slot(
            "action",
            "the verb that the clause uses, of those that somebody may do",
            (Verb("search"),),
            from_clause=True,
        ),
        Slot(
            "removal",
            "the clause's noun for removal, else the law's",
            tuple(map(Removal, sorted(REMOVALS))),
            from_clause=True,
        ),
    )
}
