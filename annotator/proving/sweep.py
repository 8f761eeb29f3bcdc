"""Fills the texts of a template with the words of many laws, and looks at the English that results.

Laws call the foreigner a national, an alien or a member of something, command by *shall*, *must*
or *is to*, and cite themselves as sections, Articles or Schedules. A text that is right with one
word may be wrong with the next: *a {{ person }}* with *applicant*, *{{ person.plural }} is* with
any. Each text is filled with every sample of the slots (:mod:`annotator.library.slots`) in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotator.lang.en.inflection import Noun, Verb, capitalised
from annotator.library.model import Template
from annotator.library.slots import SLOTS
from annotator.library.texts import rendered as fill
from annotator.library.texts import slots_of, texts_of
from annotator.proposer.rendering import set_in_print
from annotator.proving.grammar import disagreements, faults
from annotator.reading import Style

#: What a cue may have found in the clause: it stands where the author of the pattern has seen it.
_FOUND = tuple(map(Noun, ("permit", "application", "order", "plan")))
#: As many rows as the longest of the lists of samples has words.
_ROWS = max(len(slot.samples) for slot in SLOTS.values())


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
    for row in range(_ROWS if names else 1):
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


def _row(row: int, names: Iterable[str], template: Template) -> dict[str, str]:
    """The words of one law for the slots that a text uses."""
    return {name: _of(_samples(name, template), row) for name in names}


def _samples(name: str, template: Template) -> Sequence[str]:
    if name == "action":
        verbs = template.when.action or tuple(v for f in template.forms for v in f.when.action)
        return tuple(map(Verb, verbs)) or SLOTS[name].samples
    return SLOTS[name].samples if name in SLOTS else _FOUND


def _of(words: Sequence[str], row: int) -> str:
    return words[row % len(words)]


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:87]}..."
