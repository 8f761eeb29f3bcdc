"""Each operation made real: a form and a clause in, edits and an instruction out.

One function an operation, chosen by :func:`draft`. Each renders the form's words, finds their
place, and returns None where a slot is empty or the place is not sure. Those that change the
clause's own sentence stand here; those that add an item, a sentence or a subsection in
:mod:`.additions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from annotator.expressions import expression
from annotator.lang.en.agreeing import Change
from annotator.lang.en.equal_words import Sexed, equal_words
from annotator.lang.en.grants import ACTED_BY, FORBIDS, NAMES_WHO_ACTS, NARROWS
from annotator.lang.en.residues import residues
from annotator.library.model import Form
from annotator.library.patterns import compiled
from annotator.library.texts import with_slots
from annotator.proposer.additions import add_sentence, add_subsection, add_to_list
from annotator.proposer.anchors import find_point, insertion_text, quoted_anchor
from annotator.proposer.drafting_case import Case, Draft, within
from annotator.proposer.quoted_pairs import pairs_of
from annotator.proposer.rendering import curled, render
from annotator.proposer.substitution import replace_sentences
from annotator.proposer.unwrapped import unwrapped
from annotator.reading import Style, folded
from annotator.schema import Edit

#: So many characters behind who acts say whether it is forbidden.
_SHALL_NOT = len(" shall not ")
_FORBIDS = expression(FORBIDS, re.IGNORECASE)
_NARROWS = expression(NARROWS, re.IGNORECASE)
_ACTED_BY = expression(ACTED_BY, re.IGNORECASE)
_NAMES_WHO_ACTS = expression(NAMES_WHO_ACTS, re.IGNORECASE)
_LIMB_END = expression(r"[.;:]\s|, (?:and|or|but)\b")
_SENTENCE_START = expression(r"[.]\s+(?=[A-Z])")


def draft(form: Form, case: Case) -> Draft | None:
    """Carry out a form on a clause, or None where it does not fit."""
    return _OPERATIONS[form.operation](form, case)


def _insert(form: Form, case: Case) -> Draft | None:
    clause = unwrapped(case.clause.text)
    text = clause.text
    point = find_point(form, text, clause.action(case.action))
    words = render(form.text, case, **point.groups) if point else None
    if point is None or not words or _narrows_what_is_forbidden(words, text, point.offset):
        return None
    if form.at == "action" and _names_another_actor(words, text, point.offset):
        return None
    inserted = insertion_text(text, point.offset, point.side, words)
    anchor = quoted_anchor(text, point)
    instruction = case.wording.insertion(
        case.place, inserted.strip(), anchor, point.side, case.style.kind
    )
    edit = Edit(start=point.offset, end=point.offset, text=inserted)
    return within(form, case, clause.in_print([edit]), instruction)


def _narrows_what_is_forbidden(words: str, text: str, offset: int) -> bool:
    """Whether words would leave open what they do not name: *no search by a man is made*."""
    sentence = _SENTENCE_START.split(text[:offset])[-1] + text[offset : offset + _SHALL_NOT]
    return _NARROWS.match(words) is not None and _FORBIDS.search(sentence) is not None


def _names_another_actor(words: str, text: str, offset: int) -> bool:
    """Whether words say who acts where the clause does: *searched by a guard by an officer*."""
    limb = _LIMB_END.split(text[offset:], maxsplit=1)[0]
    return _NAMES_WHO_ACTS.match(words) is not None and _ACTED_BY.search(limb) is not None


def _replace(form: Form, case: Case) -> Draft | None:
    clause = unwrapped(case.clause.text)
    text = clause.text
    edits = _evened(form.equal, text) if form.equal else _replaced(form, text, case)
    if not edits:
        return None
    edits = _completed(edits, text, case.style)
    pairs = pairs_of(text, edits) if form.equal else _pairs(text, edits)
    instruction = case.wording.replacement(case.place, pairs, case.style.kind)
    return within(form, case, clause.in_print(edits), instruction)


def _evened(sexed: Sexed, text: str) -> list[Edit]:
    return _edits(equal_words(text, sexed))


def _completed(edits: Sequence[Edit], text: str, style: Style) -> list[Edit]:
    """With those by which the rest of the clause follows them, in their order."""
    more = [
        (start, end, curled(words, style))
        for start, end, words in residues(text, [(one.start, one.end, one.text) for one in edits])
    ]
    apart = [one for one in edits if not any(start <= one.start < end for start, end, _ in more)]
    return sorted([*apart, *_edits(more)], key=lambda edit: edit.start)


def _edits(changes: Sequence[Change]) -> list[Edit]:
    return [Edit(start=start, end=end, text=words) for start, end, words in changes]


def _pairs(text: str, edits: Sequence[Edit]) -> list[tuple[str, str]]:
    pairs = {folded(text[edit.start : edit.end]): edit.text for edit in edits}
    return sorted(pairs.items(), key=lambda pair: not pair[1])


def _replaced(form: Form, text: str, case: Case) -> list[Edit]:
    """The edits of a form's replacements in the clause; none where a slot of one is empty."""
    edits: list[Edit] = []
    for replacement in form.replace:
        for match in compiled(replacement.from_).finditer(text):
            if any(edit.start < match.end() and match.start() < edit.end for edit in edits):
                continue
            words = render(with_slots(replacement.to), case, **_groups(match))
            if words is None:
                return []
            words = case.inflection.capitalised(words) if match[0][:1].isupper() else words
            edits.append(Edit(start=match.start(), end=match.end(), text=words))
    return edits


def _groups(match: re.Match[str]) -> dict[str, str]:
    numbered = {str(number): words for number, words in enumerate(match.groups(""), start=1)}
    return {f"group_{name}": words for name, words in {**numbered, **match.groupdict("")}.items()}


def _delete(form: Form, case: Case) -> Draft | None:
    text = case.clause.text
    if form.extent == "clause":
        whole = Edit(start=0, end=len(text), text="")
        return within(form, case, [whole], case.wording.repeal(case.place, case.style.kind))
    clause = unwrapped(text)
    match = compiled(form.after).search(clause.text)
    if match is None:
        return None
    extent = _sentence_around(match) if form.extent == "sentence" else match.span()
    if extent is None:
        return None
    start, end = extent
    struck = folded(clause.text[start:end])
    instruction = case.wording.omission(case.place, struck, case.style.kind)
    edits = clause.in_print([Edit(start=start, end=end, text="")])
    return within(form, case, edits, instruction)


def _sentence_around(match: re.Match[str]) -> tuple[int, int] | None:
    """The sentence that a match stands in, with a blank beside it; None if it is the first."""
    text = match.string
    starts = [0, *(found.end() for found in _SENTENCE_START.finditer(text))]
    start = max(start for start in starts if start <= match.start())
    if start == 0:
        return None
    following = [later for later in starts if later > match.start()]
    if following:
        return start, following[0]
    return len(text[:start].rstrip()), len(text.rstrip())


_OPERATIONS: dict[str, Callable[[Form, Case], Draft | None]] = {
    "insert_phrase": _insert,
    "add_ground": _insert,
    "replace_term": _replace,
    "add_list_item": add_to_list,
    "insert_sentence": add_sentence,
    "insert_subsection": add_subsection,
    "replace_sentence": replace_sentences,
    "delete": _delete,
}
