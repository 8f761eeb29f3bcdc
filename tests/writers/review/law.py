"""A small annotated law with all that a review page must show; no network has read it."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from annotator import annotate
from annotator.readers import read
from annotator.request import View
from annotator.schema import (
    LABELS,
    Annotation,
    Citation,
    Clause,
    Edit,
    Evidence,
    Finding,
    Gap,
    Heading,
    IssueScore,
    Label,
    Law,
    Model,
    Proposal,
    Provision,
    ReadingWarning,
    Scorecard,
    Source,
)
from annotator.writers import write

TEXT = """\
CROSSING BILL

PART I POWERS
1. The emblem of the Service is an owl 🦉.

Search
2. (1) An officer may search a person who crosses.
(2) The officer shall keep a record of the search.

Family
3. A wife may cross with the consent of her husband, and the wife shall carry his letter.

Rest
4. A person who waits shall be given water.

Women
5. At least two women shall serve at each crossing.
"""
BILL = Path(__file__).parents[3] / "examples" / "border-management-bill.txt"
#: A folder with laws; another may be named while the program is developed.
WORLD = Path(os.environ.get("ANNOTATE_WORLD", Path(__file__).parents[4] / "shared" / "world"))
#: A law that a parliament has made, in parts, with schedules and notes of editors.
ACT = WORLD / "text" / "ZM-2010-immigration-and-deportation-act.txt"
VIEW = View(format="review", labels=LABELS, program="0.0.0")
BINDS = Citation(instrument="CEDAW", at="Art. 2", kind="treaty", binding=True, verified=True)


def page(law: Annotation | None = None, view: View = VIEW, source: Source | None = None) -> bytes:
    """The page of a law as it is written."""
    law = law or annotation()
    out = io.BytesIO()
    source = source or Source(text=law.text, name="bill.txt", title="B", format="txt", sha256="ab")
    write(law, source, out, view)
    return out.getvalue()


def annotation(text: str = TEXT, sha256: str = "ab" * 32) -> Annotation:
    """The law; another ``text`` must have the same clauses, more or less."""
    made = _Made(text)
    findings = tuple(made.findings())
    labels = {label: sum(one.label == label for one in findings) for label in LABELS}
    return Annotation(
        law=Law("CROSSING BILL", "/home/ada/bill.txt", sha256, "en", "txt"),
        model=Model("pipeline", "1.0"),
        findings=findings,
        scorecard=Scorecard(len(findings), labels, {}, review=1),
        gaps=(made.gap(), replace(made.gap(), need="other", by_section=False, edits=())),
        provisions=made.provisions(),
        headings=tuple(made.headings()),
        warnings=(ReadingWarning("It is odd.", "line 1", "Look at it.", 0, 4),),
        text=text,
    )


@cache
def real(path: Path = BILL) -> tuple[Annotation, Source]:
    """A law as the program reads it, whatever it finds there."""
    return annotate(path), read(str(path))


def many(clauses: int) -> Annotation:
    """A law of at least so many clauses: the small one, over and over."""
    law = annotation()
    times = -(-clauses // len(law.findings))
    return replace(
        law,
        findings=tuple(_moved(one, at) for at in range(times) for one in law.findings),
        headings=tuple(
            replace(one, start=one.start + at * len(TEXT), end=one.end + at * len(TEXT))
            for at in range(times)
            for one in law.headings
        ),
        provisions=(),
        text=TEXT * times,
    )


def _moved(finding: Finding, times: int) -> Finding:
    """A finding of a text that stands behind itself so many times."""
    by = times * len(TEXT)
    clause = finding.clause
    eid = clause.eid.replace("sec_", f"sec_{times}", 1)
    moved = [
        replace(one, edits=tuple(replace(edit, start=edit.start + by, end=edit.end + by)
                                 for edit in one.edits))
        for one in finding.proposals
    ]  # fmt: skip
    return replace(
        finding,
        clause=replace(clause, eid=eid, start=clause.start + by, end=clause.end + by),
        proposals=tuple(moved),
        evidence=(),
    )


class _Made:
    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str, within: str = "") -> tuple[int, int]:
        start = self.text.index(words, self.text.index(within) if within else 0)
        return start, start + len(words)

    def insert(self, after: str, words: str) -> Edit:
        end = self.span(after)[1]
        return Edit(end, end, words)

    def swap(self, words: str, others: str) -> Edit:
        return Edit(*self.span(words), others)

    def line(self, opening: str) -> tuple[int, int]:
        start = self.text.index(opening)
        return start, self.text.index("\n", start)

    def finding(
        self,
        eid: str,
        number: str,
        opening: str,
        label: Label,
        *proposals: Proposal,
        **more: object,
    ) -> Finding:
        start, end = self.line(opening)
        heading = str(more.pop("heading", ""))
        clause = Clause(eid, number, heading, (), "", self.text[start:end], start, end)
        issues = tuple(IssueScore(issue, 0.9) for issue in more.pop("issues", ()))  # type: ignore[attr-defined]
        return Finding(clause, label, 0.8, {}, proposals=proposals, issues=issues, **more)  # type: ignore[arg-type]

    def findings(self) -> list[Finding]:
        searched = self.span("search a person")
        return [
            self.finding("sec_1", "1", "The emblem", "neutral"),
            self.finding(
                "sec_2__subsec_1", "2(1)", "An officer may", "blind",
                self.phrase(), self.instead(), self.alone(),
                heading="Search", issues=("search", "procedure"), priority=60, review=True,
                evidence=(Evidence(*searched, 0.4),),
            ),
            self.finding(
                "sec_2__subsec_2", "2(2)", "The officer shall keep", "blind", self.private(),
                heading="Search", issues=("data",), priority=20,
            ),
            self.finding(
                "sec_3", "3", "A wife may", "regressive", self.spouse(), self.repeal(),
                heading="Family", issues=("family",), priority=90,
            ),
            self.finding("sec_4", "4", "A person who waits", "blind", heading="Rest",
                         issues=("reception",), priority=10),
            self.finding("sec_5", "5", "At least two", "responsive", heading="Women",
                         issues=("personnel",)),
        ]  # fmt: skip

    def phrase(self) -> Proposal:
        return _proposal(
            "same-sex", "search", (self.insert("search a person", " of the same sex"),),
            "In section 2(1), after “search a person” insert “of the same sex”.",
        )  # fmt: skip

    def instead(self) -> Proposal:
        return _proposal(
            "not-at-all", "search", (self.swap("may search", "may not search"),),
            "In section 2(1), for “may search” substitute “may not search”.",
            alternative_to=("same-sex",),
        )  # fmt: skip

    def subsection(self, template: str, words: str) -> Proposal:
        end = self.line("The officer shall keep")[1]
        return _proposal(
            template, "search", (Edit(end, end, f"\n{words}"),),
            f"After section 2(2) insert: “{words}”",
            operation="insert_subsection", amended=words, adds=True,
        )  # fmt: skip

    def alone(self) -> Proposal:
        return self.subsection("alone", "(3) No child shall be searched alone.")

    def private(self) -> Proposal:
        return self.subsection("private", "(3) A search shall be made in private.")

    def spouse(self) -> Proposal:
        edits = (self.swap("A wife", "A spouse"), self.swap("the wife", "the spouse"))
        return _proposal(
            "spouse", "family", edits,
            "In section 3, for “A wife” substitute “A spouse” and for “the wife” substitute "
            "“the spouse”.", operation="replace_term",
        )  # fmt: skip

    def repeal(self) -> Proposal:
        edit = Edit(*self.line("3. A wife"), "")
        return _proposal("repeal", "family", (edit,), "Section 3 is repealed.", operation="delete")

    def gap(self) -> Gap:
        end = self.line("A person who waits")[1]
        words = "Rest for mothers\n4A. A person who nurses a child shall be given a room."
        return Gap(
            need="nursing-room", lacks="Who nurses has a room", issue="reception",
            strength="minimum", clauses=("4",), proposed_at=(), by_section=True,
            reason="Waiting is long.", gcm=(), citations=(BINDS,), after="section 4", number="4A",
            heading="Rest for mothers", text=words, edits=(Edit(end, end, f"\n\n{words}"),),
            instruction=f"After section 4 insert: “{' '.join(words.split())}”",
        )  # fmt: skip

    def headings(self) -> list[Heading]:
        titles = ("PART I POWERS", "Search", "Family", "Rest", "Women")
        starts = [(self.text.index(f"\n{title}\n") + 1, title) for title in titles]
        return [Heading(start, start + len(title), title) for start, title in starts]

    def provisions(self) -> tuple[Provision, ...]:
        end = len(self.text)
        sections = tuple(
            self.section(number, title)
            for number, title in (("1", ""), ("2", "Search"), ("3", "Family"), ("4", "Rest"),
                                  ("5", "Women"))
        )  # fmt: skip
        start, body = self.span("PART I POWERS")
        return (
            Provision("part_I", "Part", "Part I", "PART I", "POWERS", start, body, end, sections),
        )

    def section(self, number: str, heading: str) -> Provision:
        start = self.text.index(f"\n{number}. ") + 1
        later = self.text.find(f"\n{int(number) + 1}. ")
        end = self.text.rfind("\n\n", 0, later) if later > 0 else len(self.text)
        items: tuple[Provision, ...] = ()
        if number == "2":
            second = self.text.index("(2)", start)
            items = (
                Provision("sec_2__subsec_1", "subsection", "2(1)", "(1)", "", start + 3,
                          start + 7, second - 1),
                Provision("sec_2__subsec_2", "subsection", "2(2)", "(2)", "", second,
                          second + 4, end),
            )  # fmt: skip
        eid = f"sec_{number}"
        return Provision(
            eid, "section", number, f"{number}.", heading, start, start + 3, end, items
        )


def _proposal(
    template: str, issue: str, edits: tuple[Edit, ...], instruction: str, **more: object
) -> Proposal:
    known = {"operation": "insert_phrase", "amended": "", "reason": "It matters.", **more}
    return Proposal(
        template=template, issue=issue, edits=edits, instruction=instruction, citations=(BINDS,),
        **known,  # type: ignore[arg-type]
    )  # fmt: skip
