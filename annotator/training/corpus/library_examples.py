"""The amendment library's own examples as labelled clauses.

Each example of a template is a clause as it stands and as it would stand: a pair that differs in
little but what makes the one blind or regressive and the other responsive. They are written by
whoever writes the template, and only ever train.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.lang.en.gender_words import naming
from annotator.library import Library, Template
from annotator.schema import Label
from annotator.training.corpus.examples import Example

TRADITION = "amendment-library"


def library_examples(library: Library) -> list[Example]:
    """Both sides of each pair whose label and issue the template leaves in no doubt.

    A template for several labels or several issues says nothing sure of an example; nor does an
    amended clause that no longer names gender, which may be neutral or still blind.
    """
    return [
        example
        for template in library.templates
        if len(template.labels) == 1 and len(template.issues) == 1
        for example in _pairs(template)
    ]


def _pairs(template: Template) -> Iterator[Example]:
    (label,), issues = template.labels, template.issues
    for example in template.examples:
        names = naming(f"{example.lead_in}\n{example.text}")
        # What a clause may be called depends on the words that it names (classifier/lexicon.py).
        if (label == "blind") == (names != "gender"):
            yield _example(label, issues, example.text, example.lead_in)
        if example.after and naming(example.after) == "gender":
            yield _example("responsive", issues, example.after, example.lead_in)


def _example(label: Label, issues: Iterable[str], text: str, lead_in: str) -> Example:
    return Example(
        text=text.strip(),
        label=label,
        issues=tuple(issues),
        lead_in=lead_in,
        tradition=TRADITION,
    )
