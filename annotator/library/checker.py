"""Proves the library: every template on its own examples, and what can be seen without one.

How a template is put into a clause is the proposer's knowledge, a floor above this one; it comes in
as ``try_out`` and ``sweep``, and the classifier's as ``annotate_again``. ``annotate templates
check`` runs it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.library.grammar import faults
from annotator.library.model import Example, Form, Instrument, Library, Template
from annotator.library.patterns import SlowPatternError, compiled, patterns_of
from annotator.library.texts import TextError, texts_of, written
from annotator.schema import ISSUES, Proposal

#: A template and one of its examples in; the text of the example and what was proposed for it out.
TryOut = Callable[[Template, Example], tuple[str, Proposal | None]]
#: A template, an example and its proposal in; what the amended example is still flagged for out.
AnnotateAgain = Callable[[Template, Example, Proposal], Iterator[str]]
#: A template in; what is wrong with its texts, filled with the words of many laws, out.
Sweep = Callable[[Template], Iterator[str]]

_INSERTIONS = {"insert_phrase", "add_ground"}
_ADDITIONS = {"insert_sentence", "insert_subsection", "add_list_item", "replace_sentence"}


@dataclass(frozen=True)
class Problem:
    """What is wrong, and with which template."""

    template: Template
    what: str

    def __str__(self) -> str:
        return f"{self.template.where} {self.what}."


def check(
    library: Library,
    try_out: TryOut,
    annotate_again: AnnotateAgain | None = None,
    sweep: Sweep | None = None,
) -> list[Problem]:
    """Everything that is wrong with a library.

    A template is tried on its examples once nothing else is wrong with it.

    Args:
        library: as loaded.
        try_out: puts a template into an example.
        annotate_again: where given, every amended example must no longer be flagged for its issue.
        sweep: where given, the texts must be English whatever words the law has for its roles.

    Returns:
        no problem, if all is well.
    """
    problems = list(_duplicates(library.templates))
    for template in library.templates:
        wrong = list(_static(template, library))
        wrong = wrong or list(_shown(template, try_out, annotate_again))
        wrong = wrong or list(sweep(template) if sweep else ())
        problems += [Problem(template, what) for what in wrong]
    return problems


def _duplicates(templates: Sequence[Template]) -> Iterator[Problem]:
    counts = Counter(template.id for template in templates)
    for template in templates:
        if counts[template.id] > 1:
            yield Problem(template, "shares its id with another")


# -- what can be seen without an example -----------------------------------------------------------


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


def _static(template: Template, library: Library) -> Iterator[str]:
    if not template.cites:
        yield "cites no commitment"
    if not re.search(r"[.]\s*$", template.reason):
        yield "should give its reason in sentences that end with a full stop"
    if not (template.forms and len(template.examples) > 1 and template.counter_examples):
        yield "needs at least one form, two examples and one counter-example"
    yield from flaws(template, library.instruments)


def _form(form: Form) -> Iterator[str]:
    places = sum(bool(place) for place in (form.at, form.after, form.before))
    if form.operation in _INSERTIONS and places != 1:
        yield f"has an {form.operation} that needs exactly one of at, after and before"
    if form.operation in _INSERTIONS | _ADDITIONS and not form.text:
        yield f"has an {form.operation} without text"
    if form.operation == "replace_term" and not form.replace:
        yield "has a replace_term without replacements"
    if form.operation == "delete" and form.extent != "clause" and not form.after:
        yield "has a delete that needs an after, which finds what is deleted"
    for text in texts_of(form):
        try:
            written(text)
        except TextError as error:
            yield f"has a text that {error}"


# -- what the examples show ------------------------------------------------------------------------


def _shown(
    template: Template, try_out: TryOut, annotate_again: AnnotateAgain | None
) -> Iterator[str]:
    try:
        yield from _examples(template, try_out, annotate_again)
    except SlowPatternError as error:
        yield f"has a pattern that takes too long, {error.pattern!r}: let it repeat less"


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
    amended = proposal.amended
    if re.search(r"\s[,;.](?:\s|$)|,,|;;|,;|[^.]\.\.(?!\.)", amended):
        yield "leaves punctuation astray"
    yield from dict.fromkeys(what for edit in proposal.edits for what in faults(edit.text.strip()))
    if amended and text.rstrip()[-1:] == "." and not re.search(r"[.][”’\"')]*\s*$", amended):
        yield "loses the full stop"
    if any(not 0 <= edit.start <= edit.end <= len(text) for edit in proposal.edits):
        yield "has an edit outside the text"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 70 else f"{text[:67]}..."
