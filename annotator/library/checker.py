"""Proves the library: every template on its own examples, and what can be seen without one.

How a template is put into a clause is the proposer's knowledge, a floor above this one; it comes in
as ``try_out``, and the classifier's as ``annotate_again``. ``annotate templates check`` runs it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from annotator.library.model import Cues, Example, Form, Library, Template
from annotator.library.patterns import compiled
from annotator.schema import ISSUES, Proposal

#: A template and one of its examples in; the text of the example and what was proposed for it out.
TryOut = Callable[[Template, Example], tuple[str, Proposal | None]]
#: A template, an example and its proposal in; what the amended example is still flagged for out.
AnnotateAgain = Callable[[Template, Example, Proposal], Iterator[str]]

_INSERTIONS = {"insert_phrase", "add_ground"}
_ADDITIONS = {"insert_sentence", "insert_subsection", "add_list_item", "replace_sentence"}


@dataclass(frozen=True)
class Problem:
    """What is wrong, and with which template."""

    template: Template
    what: str

    def __str__(self) -> str:
        return f"{self.template.file}: template {self.template.id} {self.what}."


def check(
    library: Library, try_out: TryOut, annotate_again: AnnotateAgain | None = None
) -> list[Problem]:
    """Everything that is wrong with a library.

    A template is tried on its examples once nothing else is wrong with it.

    Args:
        library: as loaded.
        try_out: puts a template into an example.
        annotate_again: where given, every amended example must no longer be flagged for its issue.

    Returns:
        no problem, if all is well.
    """
    problems = list(_duplicates(library.templates))
    for template in library.templates:
        wrong = list(_static(template, library))
        problems += [
            Problem(template, what) for what in wrong or _shown(template, try_out, annotate_again)
        ]
    return problems


def _duplicates(templates: Sequence[Template]) -> Iterator[Problem]:
    counts = Counter(template.id for template in templates)
    for template in templates:
        if counts[template.id] > 1:
            yield Problem(template, "shares its id with another")


# -- what can be seen without an example -----------------------------------------------------------


def _static(template: Template, library: Library) -> Iterator[str]:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", template.id):
        yield "should have an id of lower-case words joined by hyphens"
    if unknown := [issue for issue in template.issues if issue not in ISSUES]:
        yield f"names an unknown issue, {unknown[0]}"
    if unknown := [c.instrument for c in template.cites if c.instrument not in library.instruments]:
        yield f"cites {unknown[0]}, which commitments.yaml does not hold"
    if not template.cites:
        yield "cites no commitment"
    if not re.search(r"[.]\s*$", template.reason):
        yield "should give its reason in sentences that end with a full stop"
    if not (template.forms and len(template.examples) > 1 and template.counter_examples):
        yield "needs at least one form, two examples and one counter-example"
    for pattern in _patterns(template):
        try:
            compiled(pattern)
        except re.error as error:
            yield f"has a pattern that is no regular expression, {pattern!r}: {error}"
    for form in template.forms:
        yield from _form(form)


def _patterns(template: Template) -> Iterator[str]:
    for cues in (template.when, *(form.when for form in template.forms)):
        yield from _cue_patterns(cues)
    yield from template.unless
    for form in template.forms:
        yield from filter(None, (form.after, form.before))
        yield from (replacement.from_ for replacement in form.replace)


def _cue_patterns(cues: Cues) -> Iterator[str]:
    yield from (*cues.all, *cues.any, *cues.none)


def _form(form: Form) -> Iterator[str]:
    places = sum(bool(place) for place in (form.at, form.after, form.before))
    if form.operation in _INSERTIONS and places != 1:
        yield f"has an {form.operation} that needs exactly one of at, after and before"
    if form.operation in _INSERTIONS | _ADDITIONS and not form.text:
        yield f"has an {form.operation} without text"
    if form.operation == "replace_term" and not form.replace:
        yield "has a replace_term without replacements"
    try:
        # Parsed only, never rendered.
        SandboxedEnvironment(autoescape=False).parse(form.text)
    except TemplateSyntaxError as error:
        yield f"has a text that jinja cannot read ({error.message})"


# -- what the examples show ------------------------------------------------------------------------


def _shown(
    template: Template, try_out: TryOut, annotate_again: AnnotateAgain | None
) -> Iterator[str]:
    try:
        yield from _examples(template, try_out, annotate_again)
    except TemplateError as error:
        yield f"has a text that jinja refuses ({error.message})"


def _examples(
    template: Template, try_out: TryOut, annotate_again: AnnotateAgain | None
) -> Iterator[str]:
    for example in template.examples:
        text, proposal = try_out(template, example)
        if proposal is None:
            yield f"abstains on its own example “{_short(example.text)}”"
            continue
        if proposal.amended.strip() != example.after.strip():
            yield f"gives “{proposal.amended}” where its example says “{example.after.strip()}”"
        for what in wrong_with(text, proposal):
            yield f"{what} in its example “{_short(example.text)}”"
        if annotate_again:
            yield from annotate_again(template, example, proposal)
    for example in template.counter_examples:
        if try_out(template, example)[1] is not None:
            yield f"does not abstain on its counter-example “{_short(example.text)}”"


def wrong_with(text: str, proposal: Proposal) -> Iterator[str]:
    """What is plainly wrong with the words of a proposal.

    Args:
        text: the canonical text.
        proposal: made for one of its clauses.
    """
    new = " ".join(edit.text for edit in proposal.edits)
    amended = proposal.amended
    if re.search(r"\S  +\S", new) or re.search(r"\s[,;.](?:\s|$)|,,|;;|,;|[^.]\.\.(?!\.)", amended):
        yield "leaves a doubled blank, or punctuation astray,"
    if re.search(r"{{|{%|}}|%}", new):
        yield "leaves a slot unfilled"
    if re.search(r"\ba (?=[aeio])(?!one\b|eu)|\ban (?=[bcdfgjklmnpqrstvwz])", new):
        yield "takes the wrong article"
    if re.search(r"\b(\w+) \1\b", new, re.IGNORECASE):
        yield "says a word twice"
    if re.search(r"\b(?:he|him|his|himself|chairman)\b", new, re.IGNORECASE):
        yield "speaks of persons in the masculine"
    if amended and text.rstrip()[-1:] == "." and not re.search(r"[.][”’\"')]*\s*$", amended):
        yield "loses the full stop"
    if any(not 0 <= edit.start <= edit.end <= len(text) for edit in proposal.edits):
        yield "has an edit outside the text"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 70 else f"{text[:67]}..."
