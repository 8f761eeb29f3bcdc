"""What is added to a clause: an item of its list, a sentence, a new subsection.

A new subsection is the last of its section. A section without subsections takes a sentence; where
a list stands in the way, its text becomes subsection (1). An article takes a new paragraph. An item
that is a sentence of its own, as the paragraphs of American subsections are, is treated as the rule
that it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

import msgspec

from annotator.eids import CONTAINERS
from annotator.expressions import expression
from annotator.library.model import Form
from annotator.numbering import label_number
from annotator.proposer.drafting_case import Case, Draft, moved, within
from annotator.proposer.lists import add_item, find_list
from annotator.proposer.rendering import beyond_their_scope, despite_their_own, render
from annotator.reading import WholeProvision
from annotator.reading.law import folded
from annotator.reading.style import below, cited, cited_whole
from annotator.schema import Clause, Edit

#: Labels and provisions of which drafts ask, whose clauses come one after the other.
_REMEMBERED = 16
_FIRST_ITEM = expression(r"(?:^|\s)\((?:a|1|i)\)\s")
_FIRST_LETTER = expression(r"(?:^|\s)\(a\)\s")
# "11(2)" of "11(2)(b)", "14 bis(2)", "14(3) to (5)", "2(1)" of "2(1) “spouse”".
_SUBSECTION_NUMBER = expression(r"[^(“]*(?:\([^)]*\)(?: (?:to|and) \([^)]*\))?)?")

# A number that was not cut from the words before it: "(1) " or "(2) " within the text.
_NUMBERED = expression(r"(?:^|[\s—–-])\([12]\)\s")
# The same at the head of a line, "1. " or behind a bullet: subsections that were not cut either.
_NUMBERED_LINE = expression(r"(?:^|\n)[ \t]*(?:[*•·-][ \t]*)?(?:\(1\)|1\.)[ \t]")

_PLAIN_NUMBER = expression(r"[\w.]+")
_WITH_AN_ITEM = expression(r"(?<![\w.])([\w.]+)\([a-z]")


def add_to_list(form: Form, case: Case) -> Draft | None:
    """Add the last item of the clause's list; None where it has none, or none plainly read."""
    words = render(form.text, case)
    addition = add_item(case.clause, case.law.items_of(case.clause), words) if words else None
    if addition is None:
        return None
    inserted = folded(addition.edits[-1].text)
    instruction = case.wording.item(
        case.place, inserted, addition.after, addition.joint, case.style.kind, addition.closing
    )
    return within(form, case, addition.edits, instruction)


def add_sentence(form: Form, case: Case) -> Draft | None:
    """Add a sentence at the end of the clause; None where it ends in a list, or is a definition."""
    words = render(form.text, case)
    text = case.clause.text.rstrip()
    whole = case.clause.kind in ("provision", "item") and not case.is_part_of_a_list
    whole = whole and text.endswith((".", ".”", ".)"))
    if not words or not whole or _has_list(case):
        return None
    words = case.inflection.capitalised(words)
    edit = Edit(start=len(text), end=len(text), text=f" {words}")
    return within(form, case, [edit], case.wording.sentence(case.place, words, case.style.kind))


def add_subsection(form: Form, case: Case) -> Draft | None:
    """Add a subsection to the section, or what takes its place in one that has none."""
    if not case.law.is_plain(case.provision):
        return None
    if case.provision.last_subsection:
        return _next_subsection(form, case)
    uncut = _NUMBERED.search(case.clause.text) or _NUMBERED_LINE.search(case.clause.text)
    if len(case.provision.clauses) > 1 or case.clause.kind != "provision" or uncut:
        return None
    if case.style.kind == "article":
        return _new_paragraph(form, case)
    if _has_list(case):
        if case.style.kind == "lettered" and _FIRST_LETTER.search(case.clause.text):
            return _closing_sentence(form, case)
        return _second_subsection(form, case)
    return add_sentence(msgspec.structs.replace(form, operation="insert_sentence"), case)


def _next_subsection(form: Form, case: Case) -> Draft | None:
    words = render(form.text, case)
    # A new subsection speaks for the section, of which one item of a long list is no measure.
    part = case.clause.kind == "definition" or case.is_part_of_a_list
    if not words or part or beyond_their_scope(words, case) or case.provision.begins_late:
        return None
    provision, last = case.provision, case.provision.last
    place = provision.last_subsection + 1 + case.ahead
    indent, label = _label_like(case.law.text, provision, place)
    if not label or _is_uncut(label, case.provision, case.law.text):
        return None
    numbered = f"{label} {case.inflection.capitalised(despite_their_own(words, case))}"
    # The end of a clause may be the end of its line: what is new stands on the next one.
    end = last.start + len(last.text.rstrip())
    gap = _gap_before(case.law.text, provision)
    edit = Edit(start=end, end=end, text=f"{gap}{indent}{numbered}")
    whole = cited_whole(provision, case.style)
    # Whether those before it are adopted too is not known: only the first has one to stand after.
    after = "" if case.ahead else _place_of(last, case)
    instruction = case.wording.subsection(whole, after, numbered, case.style.kind)
    return Draft(form.operation, (edit,), numbered, instruction)


def _place_of(last: Clause, case: Case) -> str:
    """The subsection that a clause is, or is an item of, as an instruction names it."""
    number = _SUBSECTION_NUMBER.match(last.number)
    whole = msgspec.structs.replace(last, number=number[0].strip()) if number else last
    return cited(whole, case.provision, case.style)


def _new_paragraph(form: Form, case: Case) -> Draft | None:
    return _below(form, case, case.wording.paragraph)


def _closing_sentence(form: Form, case: Case) -> Draft | None:
    """Unlettered words at the end: the items bear the letters that subsections would."""
    return _below(form, case, partial(case.wording.sentence, kind=case.style.kind))


def _below(form: Form, case: Case, told: Callable[[str, str], str]) -> Draft | None:
    """Words on a line of their own below the clause's, and what is ``told`` of place and words."""
    words = render(form.text, case)
    if not words:
        return None
    words = case.inflection.capitalised(words)
    end = len(case.clause.text.rstrip())
    edits = moved([Edit(start=end, end=end, text=f"\n{words}")], case)
    return Draft(form.operation, edits, words, told(case.place, words))


def _second_subsection(form: Form, case: Case) -> Draft | None:
    # What was "this section" is now its first subsection, and the new words speak of that.
    word = case.wording.name(below(case.provision, case.style))
    one, two = ("(a)", "(b)") if case.style.kind == "lettered" else ("(1)", "(2)")
    here = f"{word} {one}"
    own = {"here": here, "despite": case.wording.despite(case.style.despite, here)}
    words = render(form.text, case, **({} if case.for_law else own))
    numbered = case.provision.word in ("section", "paragraph", "regulation", "clause")
    if not words or not numbered or _items_are_cited(case) or _NUMBERED.search(case.clause.text):
        return None
    end = len(case.clause.text.rstrip())
    second_text = f"{two} {case.inflection.capitalised(words)}"
    first = Edit(start=0, end=0, text=f"{one} ")
    second = Edit(start=end, end=end, text=f"\n{second_text}")
    instruction = case.wording.renumbering(case.place, here, second_text, case.style.kind)
    return Draft(form.operation, moved([first, second], case), second_text, instruction)


def _gap_before(text: str, provision: WholeProvision) -> str:
    """The line break that sets a subsection apart from the one before: with a blank line, or none.

    A section's first subsection stands beneath its heading, or behind its number, and tells less.
    """
    start = provision.last_undivided.start
    if provision.letters:  # whose headings stand on lines of their own
        start = provision.subsections[-1].start + 1
    line = text.rfind("\n", 0, start) + 1
    before = text[:line]
    return "\n\n" if before.endswith("\n\n") and line < start else "\n"


def _items_are_cited(case: Case) -> bool:
    """Whether the law cites an item of the section, "170(f)", which would be 170(1)(f)."""
    number = case.provision.number
    if _PLAIN_NUMBER.fullmatch(number):
        return number in _cited_with_an_item(case.law.text)
    return re.search(rf"(?<![\w.]){re.escape(number)}\([a-z]", case.law.text) is not None


@lru_cache(maxsize=4)
def _cited_with_an_item(text: str) -> frozenset[str]:
    """The numbers before "(a)", wherever in a law: looked for once for all its sections."""
    return frozenset(_WITH_AN_ITEM.findall(text))


def _label_like(text: str, provision: WholeProvision, place: int) -> tuple[str, str]:
    """The indentation and the number of the next subsection, printed as the last one is.

    Behind the last letter of the alphabet there is none.
    """
    if provision.letters:
        letter = label_number("alpha", place)
        return "", f"({letter})" if letter else ""
    last = provision.last_undivided
    line = text[text.rfind("\n", 0, last.start) + 1 : last.start + 12]
    printed = re.match(r"([ \t]*)(\(?)\d[\w.]*?([.)]*)\s", line)
    bracketed = re.search(r"\(\d+[A-Za-z.\d]*\)", line)
    if printed and not bracketed and printed[3] == ".":
        return printed[1], f"{place}."
    indent = printed[1] if printed and printed[2] else ""
    return indent, f"({place})"


@lru_cache(maxsize=_REMEMBERED)
def _is_uncut(label: str, provision: WholeProvision, text: str) -> bool:
    """Whether lines of the provision bear such numbers beyond its last subsection's.

    They were not cut from the rest, so that it is not sure which number is free. Kept, since each
    draft of each clause of a provision asks.
    """
    whole = provision.tree
    if provision.letters:
        read = {one.start for one in whole.walk()}
        first = text.rfind("\n", 0, whole.body) + 1
        line = expression(rf"^[ \t]*(?={re.escape(label)}\s)", re.MULTILINE)
        ends = (found.end() for found in line.finditer(text, first, whole.end + len(label)))
        return any(whole.body <= end < whole.end and end not in read for end in ends)
    shape = re.sub(r"\d+", r"(\\d{1,3})", re.escape(label))
    printed = re.findall(rf"(?m)^[ \t]*{shape}\s", text[whole.body : whole.end])
    return any(int(number) > provision.last_subsection for number in printed)


def _has_list(case: Case) -> bool:
    # What a schedule says under no number is one provision, lists and all.
    if case.provision.tree.word in CONTAINERS:
        return _FIRST_ITEM.search(case.clause.text) is not None
    return bool(find_list(case.clause, case.law.items_of(case.clause)))
