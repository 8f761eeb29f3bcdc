"""Tries a template out on an example of the library: a law of one clause, made for the purpose."""

from __future__ import annotations

from annotator.eids import ELEMENTS, EidRegister
from annotator.expressions import expression
from annotator.library import Library, Template
from annotator.library.model import TemplateExample
from annotator.proposer.fitting import fit_template
from annotator.proving.checker import TryOut
from annotator.reading import Reading
from annotator.schema import Clause, Proposal
from annotator.segmenter import segment_clause

# "Article 6(1)", "regulation 5", "11(2)", "2(1) “spouse”": how an example may be cited.
_NUMBER = expression(r"(?:(?P<word>Article|regulation) )?(?P<top>\w+)(?:\((?P<sub>\d+)\))?")


def trial(library: Library) -> TryOut:
    """A function that puts a template into an example, as the checker wants it."""

    def try_out(template: Template, example: TemplateExample) -> tuple[str, Proposal | None]:
        text, clause = law_of(example)
        reading = Reading.of(text, [clause], [segment_clause(text, clause)], library)
        fit = fit_template(reading, clause, template, template.issues, library)
        return text, fit.proposal if fit else None

    return try_out


def law_of(example: TemplateExample) -> tuple[str, Clause]:
    """The text of the example's law and its only clause, which ends it."""
    body = example.text.strip()
    text = f"{example.law.strip()}\n{body}".lstrip()
    # The number of a definition has a blank of its own: 2(1) “spouse”.
    word = example.number.partition(" “")[0].rpartition(" ")[0]
    number = example.number[len(word) + 1 :] if word else example.number
    clause = Clause(
        eid=_eid(example.number),
        number=number,
        heading="",
        path=(),
        lead_in=example.lead_in,
        text=body,
        start=len(text) - len(body),
        end=len(text),
        kind="definition" if "“" in example.number else "provision",
    )
    return text, clause


def _eid(number: str) -> str:
    match = _NUMBER.match(number)
    if match is None:
        return "sec_1"
    word = match["word"] or "section"
    eids = EidRegister()
    eid = eids.take("", ELEMENTS[word], match["top"])
    below = "paragraph" if word == "Article" else "subsection"
    return eids.take(eid, ELEMENTS[below], match["sub"]) if match["sub"] else eid
