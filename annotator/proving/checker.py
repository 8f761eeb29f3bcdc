"""Proves the library: every template on its own examples, and what can be seen without one.

How a template is put into a clause is the proposer's knowledge, a floor above this one; it comes in
as ``try_out`` and ``sweep``, and the classifier's as ``annotate_again``. ``annotate templates
check`` runs it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotator.library.flaws import flaws
from annotator.library.model import Library, Template, TemplateExample
from annotator.library.patterns import SlowPatternError
from annotator.proving.grammar import faults
from annotator.schema import Proposal

#: A template and one of its examples in; the text of the example and what was proposed for it out.
TryOut = Callable[[Template, TemplateExample], tuple[str, Proposal | None]]
#: A template, an example and its proposal in; what the amended example is still flagged for out.
AnnotateAgain = Callable[[Template, TemplateExample, Proposal], Iterator[str]]
#: A template in; what is wrong with its texts, filled with the words of many laws, out.
Sweep = Callable[[Template], Iterator[str]]


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
        annotate_again: where given, every amended example must no longer be flagged for its issue;
            one that is listed as misread must still be.
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


def _static(template: Template, library: Library) -> Iterator[str]:
    if not template.cites:
        yield "cites no commitment"
    if not re.search(r"[.]\s*$", template.reason):
        yield "should give its reason in sentences that end with a full stop"
    if not (template.forms and len(template.examples) > 1 and template.counter_examples):
        yield "needs at least one form, two examples and one counter-example"
    yield from flaws(template, library.instruments)


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
            yield from _read_again(example, list(annotate_again(template, example, proposal)))
    for example in template.counter_examples:
        if try_out(template, example)[1] is not None:
            yield f"does not abstain on its counter-example “{_short(example.text)}”"


def _read_again(example: TemplateExample, still: list[str]) -> Iterator[str]:
    """What the amended example is still flagged for, unless it is listed as misread."""
    if not example.misread:
        yield from still
    elif not still:
        yield f"lists as misread what is read right: “{_short(example.text)}”; take `misread` out"


def misread(library: Library) -> Iterator[str]:
    """A sentence for each example that is listed as misread by the trained pipeline."""
    for template in library.templates:
        for example in template.examples:
            if example.misread:
                yield f"{template.where} lists as misread “{_short(example.text)}”."


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
