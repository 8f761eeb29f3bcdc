"""The amendments of a law as documents of their own, each with its reasons, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from annotator.lang import language
from annotator.request import View
from annotator.schedule import Amendment, schedule, shown
from annotator.schema import Annotation, Citation, Source
from annotator.writers.akoma_ntoso import is_untouched
from annotator.writers.akoma_ntoso.elements import add, make, to_bytes
from annotator.writers.akoma_ntoso.law import kind_of
from annotator.writers.akoma_ntoso.metadata import (
    add_meta,
    add_references,
    amending_work,
    work_of,
)
from annotator.writers.akoma_ntoso.modifying import Modifier
from annotator.writers.akoma_ntoso.names import COMPARED, PROGRAM
from annotator.writers.akoma_ntoso.places import place_of
from annotator.writers.terminal.phrases import country_name

__all__ = ["is_untouched", "write"]


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write every amendment that ``view`` admits, alternatives too, with what calls for it."""
    words = language(annotation.law.language).amending
    title = words.law(annotation.law.title)
    law = work_of(annotation, source, kind_of(annotation))
    work = amending_work(law, words.list_title.format(title=title), "amendmentList")
    document = make("amendmentList", {"name": "amendmentList", "contains": "originalVersion"})
    add_references(add_meta(document, work, law_is_ours=True), amended=law)
    body = add(document, "collectionBody")
    modifier = Modifier(annotation, law)
    single = amending_work(law, work.title, "amendment")
    for one in shown(schedule(annotation), annotation, view):
        number = one.number
        state = {COMPARED: one.baseline_state or ""}
        component = add(body, "component", {"eId": f"cmp_{number}"} | state)
        named = {"name": "amendment", "contains": "originalVersion"}
        amendment = add(component, "amendment", named)
        meta = add_meta(amendment, single, part=f"!amendment_{number}", law_is_ours=True)
        content = add(amendment, "amendmentBody")
        add(add(content, "amendmentHeading"), "p", words=f"{number}. {place_of(one, annotation)}")
        holder = add(add(content, "amendmentContent"), "p")
        made = modifier.add_mod(holder, one, f"cmp_{number}__mod_1")
        analysis = add(meta, "analysis", {"source": PROGRAM})
        modifier.add_textual_mod(add(analysis, "activeModifications"), made, number)
        justification = add(content, "amendmentJustification")
        for said in _reasons(one, annotation):
            add(justification, "p", words=said)
    if not len(body):
        component = add(body, "component", {"eId": "cmp_1"})
        add(add(component, "interstitial"), "p", words=words.nothing.format(title=title))
    out.write(to_bytes(document))


def _reasons(amendment: Amendment, annotation: Annotation) -> Iterator[str]:
    """What was found, why it is to be mended, and what calls for it."""
    spoken = language(annotation.law.language)
    words, say = spoken.amending, spoken.phrases
    citations: tuple[Citation, ...] = ()
    if amendment.gap is not None:
        yield amendment.gap.lacks
        yield amendment.gap.reason
        citations = amendment.gap.citations
    elif amendment.finding is not None and amendment.proposal is not None:
        finding, proposal = amendment.finding, amendment.proposal
        issues = "; ".join(say.issue(raised.issue) for raised in finding.issues)
        yield words.found.format(
            clause=place_of(amendment, annotation), label=finding.label, issues=issues
        )
        yield proposal.reason
        if amendment.instead_of:
            yield words.instead.format(others=", ".join(map(str, amendment.instead_of)))
        citations = proposal.citations
    if read := [one for one in citations if one.verified]:
        country = country_name(annotation)
        cited = "; ".join(say.cited(one, country) for one in read)
        yield words.calls_for.format(citations=cited)
