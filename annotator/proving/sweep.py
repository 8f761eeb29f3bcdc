"""Fills the texts of a template with the words of many laws, and looks at the English that results.

Laws call the foreigner a national, an alien or a member of something, command by *shall*, *must*
or *is to*, and cite themselves as sections, Articles or Schedules. A text that is right with one
word may be wrong with the next: *a {{ person }}* with *applicant*, *{{ person.plural }} is* with
any. Each text is filled with every row of a table of words in turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.lang.en.inflection import Modal, Noun, Verb, capitalised
from annotator.library.model import Template
from annotator.library.texts import SLOTS, slots_of, texts_of
from annotator.library.texts import rendered as fill
from annotator.proposer.rendering import set_in_print
from annotator.proving.grammar import disagreements, faults
from annotator.reading import Style
from annotator.reading.actors import Removal

#: People: with a vowel first and with a consonant, by sound too; of two words; with *of* and *in*.
PEOPLE = (
    "person", "applicant", "asylum seeker", "foreign national", "EU citizen", "honorary resident",
    "European", "unaccompanied minor", "beneficiary", "victim of trafficking",
    "person in need of protection", "member of the family", "child",
)  # fmt: skip
OFFICERS = ("officer", "immigration officer", "border guard", "member of the Border Force")
#: Authorities: persons and bodies.
AUTHORITIES = (
    "Minister", "Agency", "Immigration Service", "competent authority", "Minister of the Interior",
    "Office for Foreigners",
)  # fmt: skip
_MODALS = ("shall", "must", "is to")
_PLACES = (
    ("subsection (1)", "this section", "Notwithstanding subsection (1), "),
    ("this section", "this section", ""),
    ("paragraph 1", "this Article", "Despite paragraph 1, "),
    ("paragraph (2)", "this Schedule", "Despite paragraph (2), "),
)
_ACCOUNTS = ("account shall be taken", "the Minister shall take account")
_REMOVALS = ("removal", "deportation", "expulsion", "return", "repatriation")
#: What a cue may have found in the clause: it stands where the author of the pattern has seen it.
_FOUND = ("permit", "application", "order", "plan")


def sweep(template: Template) -> Iterator[str]:
    """What is wrong with the texts of a template, each with the words with which it is wrong."""
    seen: set[str] = set()
    for form in template.forms:
        # What a replacement takes over from the clause is the law's: its words are not swept.
        own = (text for text in texts_of(form) if "group_" not in text)
        for text in own:
            for wrong, words in _wrong_with(text, template):
                if wrong not in seen:
                    seen.add(wrong)
                    yield f"{wrong} where its text is filled as “{_short(words)}”"


def _wrong_with(text: str, template: Template) -> Iterator[tuple[str, str]]:
    names = slots_of(text)
    for row in range(len(PEOPLE) if names else 1):
        slots = _row(row, names, template)
        words = fill(text, slots)
        if words is None:
            # An attribute that the slot's word has not: it could never be filled.
            yield "has a slot that no word fills", text
            return
        for curly in (False, True):
            printed = capitalised(set_in_print(words, Style("section", curly=curly)))
            for wrong in faults(printed):
                yield wrong, printed
            for noun in (word for word in slots.values() if isinstance(word, Noun)):
                for wrong in disagreements(printed, noun, noun.plural):
                    yield wrong, printed


def _row(row: int, names: set[str], template: Template) -> dict[str, Any]:
    """The words of one law for the slots that a text uses."""
    here, unit, despite = _of(_PLACES, row)
    actions = template.when.action or tuple(v for f in template.forms for v in f.when.action)
    filled: dict[str, Any] = {
        "must": Modal(_of(_MODALS, row)),
        "here": here,
        "unit": unit,
        "despite": despite,
        "account": _of(_ACCOUNTS, row),
        "interview": _of(("interview", "personal interview"), row),
        "spouse": Noun(_of(("spouse or partner", "spouse or civil partner"), row)),
        "practitioner": Noun(_of(("medical practitioner", "physician"), row)),
        "power": _of(("this section", "this Division", "this Act"), row),
        "removal": Removal(_of(_REMOVALS, row)),
        "action": Verb(_of(actions or ("search",), row)),
        "officer": Noun(_of(OFFICERS, row)),
        "authority": Noun(_of(AUTHORITIES, row)),
    }
    for name in names - filled.keys():
        filled[name] = Noun(_of(PEOPLE if name in SLOTS else _FOUND, row))
    return {name: filled[name] for name in names}


def _of(words: tuple[Any, ...], row: int) -> Any:
    return words[row % len(words)]


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:87]}..."
