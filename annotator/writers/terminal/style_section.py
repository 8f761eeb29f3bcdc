"""The report's last section: where the law speaks of people in the masculine or by their sex.

An old law does so hundreds of times, and it is a matter of style: so the section counts, shows one
place of each kind, and all of them only when asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from rich.console import Console
from rich.text import Text

from annotator.lang import LanguageData, language
from annotator.lang.report_phrases import ReportPhrases
from annotator.request import Extent
from annotator.schema import Annotation, Clause, Evidence, StyleNote
from annotator.writers.terminal.layout import hang, printable, provision_name, set_runs
from annotator.writers.terminal.marks import Run, abridged, redline, with_evidence

_FEW = 5
_INDENT = 4
_WORDS_AROUND = 7


def style_section(annotation: Annotation, console: Console, extent: Extent) -> Iterator[Text]:
    """The lines of the section; none where there is nothing to note."""
    notes = annotation.style
    spoken = language(annotation.law.language)
    if not notes or extent == "none":
        return
    yield Text("\n" + "─" * console.width, "dim")
    yield Text(spoken.phrases.STYLE, "bold")
    yield from hang(Text(_summary(notes, spoken.phrases)), console)
    shown = list(notes) if extent == "all" else _one_of_each(notes)
    clauses = [finding.clause for finding in annotation.findings]
    for clause, some in groupby(shown, key=lambda note: clause_of(note, clauses)):
        yield Text()
        yield from _in_clause(clause, list(some), spoken, console)
    if left := len(notes) - len(shown):
        yield Text()
        yield from hang(Text(spoken.phrases.more_notes(left), "dim"), console)


def _summary(notes: Sequence[StyleNote], say: ReportPhrases) -> str:
    counts = Counter(_word(note) for note in notes)
    words = ", ".join(f"{word} {count}" for word, count in counts.most_common())
    return say.gendered(len(notes), words, sum(bool(note.rewrite) for note in notes))


def _one_of_each(notes: Sequence[StyleNote]) -> list[StyleNote]:
    """The first place of each word, the commonest words first, those with a rewrite before."""
    counts = Counter(_word(note) for note in notes)
    first: dict[str, StyleNote] = {}
    for note in sorted(notes, key=lambda note: not note.rewrite):
        first.setdefault(_word(note), note)
    common = [word for word, _ in counts.most_common(_FEW)]
    return sorted((first[word] for word in common), key=lambda note: note.start)


def _in_clause(
    clause: Clause, notes: Sequence[StyleNote], spoken: LanguageData, console: Console
) -> Iterator[Text]:
    """The clause with all its rewrites; then why the others have none."""
    yield Text(provision_name(clause.eid, clause.number, spoken), "bold")
    yield from set_runs(in_context(clause, notes), console, indent=_INDENT)
    for reason in dict.fromkeys(note.reason for note in notes if not note.rewrite):
        yield from hang(Text(printable(reason), "dim"), console, indent=_INDENT)


def in_context(clause: Clause, notes: Sequence[StyleNote]) -> list[Run]:
    """The words around what is noted, on one line, with the rewrites that there are."""
    edits = [edit for note in notes for edit in note.rewrite]
    marks = [Evidence(start=note.start, end=note.end, weight=0) for note in notes]
    runs = redline(clause, edits) if edits else with_evidence(clause, marks)
    one_line = [Run(re.sub(r"\s+", " ", run.words), run.role) for run in runs]
    return abridged(one_line, _WORDS_AROUND)


def clause_of(note: StyleNote, clauses: Sequence[Clause]) -> Clause:
    """The clause in which something is noted, of all in their order."""
    return clauses[bisect_right(clauses, note.start, key=attrgetter("start")) - 1]


def _word(note: StyleNote) -> str:
    return " ".join(note.words.split()).lower()
