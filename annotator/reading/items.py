"""Items that are rules of their own: the paragraphs of an American subsection, under headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from annotator.expressions import expression
from annotator.lang import language
from annotator.reading.law import LawText, folded
from annotator.schema import Clause, Provision

# "(A) ", "(1) (A) ": labels before the first words.
_LABELS = expression(r"(?:\(\w{1,4}\)\s+)*")


def is_part_of_a_list(clause: Clause, code: str = "en") -> bool:
    """Whether a clause is an item that says something only with other words of its list.

    A paragraph of an American subsection is an item too, and a rule of its own: a sentence or more,
    with no words before it but a heading.

    Args:
        clause: any of a law.
        code: the ISO 639-1 code of its language.
    """
    if clause.kind != "item":
        return False
    lead_in = clause.lead_in.rstrip()
    if lead_in and (not lead_in[-1].isalnum() or language(code).clauses.deeds(lead_in)):
        return True
    first = _LABELS.match(clause.text.lstrip())
    text = clause.text.strip()[first.end() if first else 0 :]
    return not (text[:1].isupper() and text.endswith("."))


def own_words(clause: Clause, code: str = "en") -> str:
    """What a clause says, on one line: a heading that was read as its lead-in is no part of it."""
    if clause.kind == "item" and clause.lead_in and not is_part_of_a_list(clause, code):
        return folded(clause.text)
    return clause.words


def parts_of(clause: Clause, law: LawText, code: str = "en") -> tuple[Clause, ...]:
    """The rules that a clause is made of, each as a clause; itself, where it is one.

    Under one number, American laws put a page of paragraphs, subparagraphs and clauses, of which
    each is a rule: what one of them says is said of no other.

    Args:
        clause: any of the law.
        law: where it stands.
        code: the ISO 639-1 code of its language.
    """
    if clause.kind not in ("provision", "item") or is_part_of_a_list(clause, code):
        return (clause,)
    items = law.items_of(clause)
    return tuple(_parts(clause, items, law, code)) or (clause,)


def _parts(whole: Clause, items: Sequence[Provision], law: LawText, code: str) -> Iterator[Clause]:
    """The rules that items are; none where they are no rules, or words before them bind them."""
    parts = [_as_clause(item, whole, law) for item in items]
    opening = law.text[whole.start : items[0].start].strip() if items else ""
    bound = opening and (opening[-1:] in "—:–-," or language(code).clauses.deeds(opening))
    if len(parts) < 2 or (bound and not opening.endswith(".")):
        return
    if any(is_part_of_a_list(part, code) for part in parts):
        return
    if opening.endswith("."):
        yield msgspec.structs.replace(whole, text=opening, end=whole.start + len(opening))
    for part, item in zip(parts, items, strict=True):
        yield from tuple(_parts(part, item.items, law, code)) or (part,)


def _as_clause(item: Provision, whole: Clause, law: LawText) -> Clause:
    text = law.text[item.body : min(item.end, whole.end)].rstrip()
    return msgspec.structs.replace(
        whole,
        eid=item.eid,
        number=item.number,
        heading=item.heading or whole.heading,
        lead_in="",
        text=text,
        start=item.body,
        end=item.body + len(text),
        kind="item",
        region=None,
    )
