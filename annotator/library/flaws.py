"""What keeps a template from being used at all, seen without trying it on an example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from annotator.library.model import Form, Instrument, Template
from annotator.library.patterns import compiled, patterns_of
from annotator.library.texts import TextError, texts_of, written
from annotator.schema import ISSUES

_INSERTIONS = {"insert_phrase", "add_ground"}
_ADDITIONS = {"insert_sentence", "insert_subsection", "add_list_item", "replace_sentence"}


def flaws(template: Template, instruments: Mapping[str, Instrument]) -> Iterator[str]:
    """What keeps a template from being used at all.

    Args:
        template: as loaded.
        instruments: those that it may cite, by key.
    """
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", template.id):
        yield "should have an id of lower-case words joined by hyphens"
    if unknown := [issue for issue in template.issues if issue not in ISSUES]:
        yield f"names an unknown issue, {unknown[0]}"
    if unknown := [c.instrument for c in template.cites if c.instrument not in instruments]:
        yield f"cites {unknown[0]}, which commitments.yaml does not hold"
    for pattern in patterns_of(template):
        try:
            compiled(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            yield f"has a pattern that is no regular expression, {str(pattern)!r}: {error}"
    for form in template.forms:
        yield from _form(form)


def _form(form: Form) -> Iterator[str]:
    places = sum(bool(place) for place in (form.at, form.after, form.before))
    if form.operation in _INSERTIONS and places != 1:
        yield f"has an {form.operation} that needs exactly one of at, after and before"
    if form.operation in _INSERTIONS | _ADDITIONS and not form.text:
        yield f"has an {form.operation} without text"
    if form.operation == "replace_term" and not form.replace and not form.equal:
        yield "has a replace_term without replacements"
    if form.replace and form.equal:
        yield "has both replace and equal, of which it can do one"
    if form.operation == "delete" and form.extent != "clause" and not form.after:
        yield "has a delete that needs an after, which finds what is deleted"
    for text in texts_of(form):
        try:
            written(text)
        except TextError as error:
            yield f"has a text that {error}"
