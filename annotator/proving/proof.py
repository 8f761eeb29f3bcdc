"""Proves the amendment library with the whole pipeline: examples amended, and annotated again.

``annotate templates check`` runs it. The checker (:mod:`annotator.proving.checker`) sees to the
form of templates and to what they give for their examples; here the amended example goes through
``clause_segmenter`` and ``clause_classifier`` like any law, and may no longer be flagged for the
issue that the template mends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from spacy.language import Language

from annotator.eids import unit_word
from annotator.errors import UsageError
from annotator.expressions import expression
from annotator.library import Library, Template
from annotator.library.model import TemplateExample
from annotator.numbering import unit_number
from annotator.proposer.drafting_case import applied
from annotator.proving.checker import Problem, check
from annotator.proving.sweep import sweep
from annotator.proving.trial import law_of, trial
from annotator.schema import TO_MEND, Clause, Proposal

_SUBSECTION = expression(r"\((\d+)\)")


def chosen(library: Library, names: Sequence[str], *, folder: str = "") -> Library:
    """The library with the templates named only; whole where none is named.

    Args:
        library: as loaded.
        names: ids of templates, or template files with or without ``.yaml``.
        folder: where no template is named, those of this country's library only.

    Raises:
        UsageError: there is no template and no file of a name.
    """
    known = {key for t in library.templates for key in (t.id, t.file, t.file.removesuffix(".yaml"))}
    for name in names:
        if name not in known:
            raise UsageError(f"The library has no template and no template file named {name}.")
    wanted = {*names, *(f"{name}.yaml" for name in names)}
    templates = [
        template
        for template in library.templates
        if (wanted & {template.file, template.id} if names else template.folder == folder)
        or not (names or folder)
    ]
    return msgspec.structs.replace(library, templates=tuple(templates))


def prove(library: Library, nlp: Language) -> list[Problem]:
    """Everything that is wrong with the templates of a library.

    Args:
        library: as loaded, or :func:`chosen` from it.
        nlp: the trained pipeline.
    """

    def left(template: Template, example: TemplateExample, proposal: Proposal) -> Iterator[str]:
        # Without its discrimination a clause may yet be blind: that is another template's matter.
        labels = TO_MEND if "blind" in template.labels else ("regressive",)
        return still_flagged(nlp, example, proposal, labels)

    return check(library, trial(library), left, sweep)


def still_flagged(
    nlp: Language, example: TemplateExample, proposal: Proposal, labels: Sequence[str]
) -> Iterator[str]:
    """What the amended example is flagged as on the proposal's issue, annotated again.

    Only ``labels`` count as flagged, and a blind clause not where another of its section meets the
    issue.
    """
    text, start = amended_law(example, proposal)
    with nlp.select_pipes(enable=["clause_segmenter", "clause_classifier"]):
        doc = nlp(text)
    for span in doc.spans["clauses"]:
        open_issues = [raised.issue for raised in span._.issues if not raised.met_by]
        if span.start_char < start or span.label_ not in labels:
            continue
        if proposal.issue in open_issues:
            yield f"leaves “{_short(span.text)}” {span.label_} on {proposal.issue}"


def amended_law(example: TemplateExample, proposal: Proposal) -> tuple[str, int]:
    """The law of an example after the amendment, numbered as printed, and where the clause begins.

    The template was tried on the clause without its number, as a component sees it.
    """
    text, clause = law_of(example)
    words = applied(text, proposal.edits)[clause.start :]
    before = f"{text[: clause.start].rstrip()}\n\n" if clause.start else ""
    return f"{before}{_printed_number(clause)}{words}\n", len(before)


def _printed_number(clause: Clause) -> str:
    """``Article 6`` and ``(1)``, ``11. (1)``, ``5.``; a lead-in stands before its item."""
    number, _, term = clause.number.partition(" “")
    top = unit_number(number) or "1"
    subsection = _SUBSECTION.search(number)
    head = f"Article {top}\n" if unit_word(clause.eid) == "Article" else f"{top}. "
    if term and not subsection:
        return f"{head}In this Act—\n"
    return (
        head
        + (f"({subsection[1]}) " if subsection else "")
        + ("In this Act—\n" if term else "")
        + (f"{clause.lead_in} " if clause.lead_in else "")
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 90 else f"{text[:87]}..."
