"""What must hold of every file whatever, each a function that raises :class:`Broken`.

They are asked of the public face (:func:`annotator.read`, :func:`annotator.annotate`, the writers)
and of the spaCy document behind it.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import msgspec
import openpyxl
from rich.console import Console

import annotator
from annotator.request import View
from annotator.schema import LABELS, Annotation, Edit, Finding, from_json, json_schema, to_json
from annotator.source import Source
from annotator.word.package import Package
from annotator.word.view import WordView
from annotator.writers import write
from annotator.writers.akoma_ntoso.elements import xml_safe
from annotator.writers.terminal import report
from tests.fuzz import dice
from tests.fuzz.files import File
from tests.writers.akoma_ntoso.made import valid, words_kept, words_of, written

_ALL = View(labels=LABELS, style="all")
_JSON = View(labels=LABELS, style="all", format="json", one_line=True)
#: The variable that says in one file of how many the network reads the clauses, not dice.
NETWORK = "FUZZ_NETWORK"
#: In one file of so many, the network reads the clauses; the report is printed, once plain and once
#: in colours; and what takes longest is asked.
_NETWORK = int(os.environ.get(NETWORK, "10"))
_PRINTED = 6
_SELDOM = 16
# Begins and ends with a word, and has one that is neither a label nor a number.
_IS_A_PHRASE = re.compile(r"(?s)(?=.*[^\W\d_]{3})[^\W_](?:.*[^\W_])?")
_LINE_ENDS = re.compile("\r\n|\r|\n")
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: Added beside the clause, not within it.
_BESIDE = "insert_subsection"


class Broken(AssertionError):
    """A promise that did not hold; the message says of what."""


class Outcome(NamedTuple):
    """What became of one file: refused with a sentence, or annotated."""

    refused: bool
    clauses: int = 0
    proposals: int = 0
    gaps: int = 0
    notes: int = 0


def examine(file: File) -> Outcome:
    """Annotate a file, the network asked in one of ten, and see that all holds.

    Raises:
        Broken: something does not.
        Exception: whatever else the program let through.
    """
    turn = zlib.crc32(file.data)
    with nullcontext() if turn % _NETWORK == 0 else dice.thrown():
        return _examined(file, turn)


def _examined(file: File, turn: int) -> Outcome:
    try:
        source = annotator.read(file.data, name=file.name)
        annotation = annotator.annotate(source)
    except annotator.AnnotatorError as error:
        _one_sentence(str(error), file.name)
        return Outcome(refused=True)
    _all_holds(annotation, source, file)
    if turn // 16 % _PRINTED < 2:
        _terminal_is_clean(annotation, colours=turn // 16 % _PRINTED == 1)
    if turn // 16 % _PRINTED == 2:
        _tables_can_be_read(annotation, source)
    if turn // 256 % _SELDOM == 0:
        _schema_admits(annotation)
        _proposals_change_no_finding(annotation, source)
        _every_proposal_applies(source)
    return Outcome(
        refused=False,
        clauses=len(annotation.findings),
        proposals=sum(len(one.proposals) for one in annotation.findings),
        gaps=len(annotation.gaps),
        notes=len(annotation.style),
    )


def _all_holds(annotation: Annotation, source: Source, file: File) -> None:
    _clauses_are_slices(annotation, source.text)
    _findings_are_sound(annotation)
    _proposals_apply(annotation, source.text)
    _gaps_apply(annotation, source.text)
    _style_applies(annotation, source.text)
    _ways_back_are_sound(annotation, source, file)
    _json_is_whole(annotation, source)
    _akoma_ntoso_is_whole(annotation, source)
    _every_character_stands_once(source.text)


def _hold(that: object, *what: object) -> None:
    if not that:
        raise Broken(" ".join(map(str, what)))


def _one_sentence(message: str, name: str) -> None:
    _hold("\n" not in message and message.endswith("."), "no sentence:", repr(message))
    _hold(name in message, "does not name the file:", repr(message))
    _hold(not re.search("[\x00-\x1f\x7f]", message), "steers the terminal:", repr(message))


def _clauses_are_slices(annotation: Annotation, text: str) -> None:
    clauses = [found.clause for found in annotation.findings]
    _hold(clauses, "a law without clauses was not refused")
    for clause in clauses:
        _hold(text[clause.start : clause.end] == clause.text, "clause is no slice", clause.number)
        _hold(clause.text.strip() == clause.text != "", "blanks around clause", clause.number)
    for earlier, later in itertools.pairwise(clauses):
        _hold(earlier.end <= later.start, "clauses overlap:", earlier.number, later.number)
    for eid, count in Counter(clause.eid for clause in clauses).items():
        _hold(count == 1, "eId given twice:", eid)


def _findings_are_sound(annotation: Annotation) -> None:
    for found in annotation.findings:
        clause = found.clause
        _hold(set(found.scores) == set(LABELS), "scores of", clause.number)
        _hold(abs(sum(found.scores.values()) - 1) < 0.002, "scores do not sum to 1", clause.number)
        _hold(found.confidence == found.scores[found.label], "confidence", clause.number)
        likelier = [label for label, score in found.scores.items() if score > found.confidence]
        # A clause may be flagged though neutral be likelier, and is not called regressive where
        # that is likelier than all but neutral.
        spared = found.label == "blind" and {"regressive", "neutral"} <= set(likelier)
        _hold(likelier in ([], ["neutral"]) or spared, "likelier than its label", clause.number)
        for mark in found.evidence:
            inside = clause.start <= mark.start < mark.end <= clause.end
            _hold(inside, "evidence outside clause", clause.number)
            _hold(0 <= mark.weight < float("inf"), "evidence weighs", mark.weight)
            words = clause.text[mark.start - clause.start : mark.end - clause.start]
            _hold(_IS_A_PHRASE.fullmatch(words) is not None, "no phrase is marked:", words)
        for earlier, later in itertools.pairwise(found.evidence):
            _hold(earlier.end <= later.start, "evidence overlaps in", clause.number)
    card = annotation.scorecard
    counted = [found for found in annotation.findings if found.clause.kind != "lead_in"]
    labels = Counter(found.label for found in counted)
    _hold(card.clauses == len(counted), "scorecard counts other clauses")
    _hold(all(card.labels[label] == labels[label] for label in LABELS), "scorecard's labels")


def _proposals_apply(annotation: Annotation, text: str) -> None:
    for found in annotation.findings:
        for proposal in found.proposals:
            _proposal_applies(found, proposal, text)


def _proposal_applies(found: Finding, proposal: Any, text: str) -> None:
    where = f"{proposal.template} at {found.clause.number}"
    _hold(proposal.edits and proposal.instruction, "nothing proposed:", where)
    amended = _apply_and_revert(text, proposal.edits, where)
    if proposal.operation == _BESIDE:
        _hold(proposal.amended in amended[found.clause.start :], "not what was added:", where)
        return
    end = found.clause.end + len(amended) - len(text)
    _hold(amended[found.clause.start : end] == proposal.amended, "not the clause amended:", where)


def _gaps_apply(annotation: Annotation, text: str) -> None:
    for gap in annotation.gaps:
        amended = _apply_and_revert(text, gap.edits, gap.need)
        _hold(not gap.edits or gap.text in amended, "a new section is not inserted:", gap.need)


def _style_applies(annotation: Annotation, text: str) -> None:
    for note in annotation.style:
        _hold(text[note.start : note.end] == note.words, "a note on other words:", note.words)
    _apply_and_revert(text, [edit for note in annotation.style for edit in note.rewrite], "style")


def _apply_and_revert(text: str, edits: Sequence[Edit], where: str) -> str:
    """The text after the edits, which must take it back when they are inverted."""
    amended, inverse = _applied(text, edits, where)
    again, _ = _applied(amended, inverse, where)
    _hold(again == text, "edits do not revert:", where)
    return amended


def _applied(text: str, edits: Iterable[Edit], where: str) -> tuple[str, list[Edit]]:
    parts: list[str] = []
    inverse: list[Edit] = []
    at = length = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        _hold(at <= edit.start <= edit.end <= len(text), "edits overlap or leave the text:", where)
        parts += [text[at : edit.start], edit.text]
        length += edit.start - at
        restored = text[edit.start : edit.end]
        inverse.append(Edit(start=length, end=length + len(edit.text), text=restored))
        length += len(edit.text)
        at = edit.end
    return "".join(parts) + text[at:], inverse


def _ways_back_are_sound(annotation: Annotation, source: Source, file: File) -> None:
    """Lines and columns lie in the file and in order; they are the very place, where it has lines.

    Of plain text an editor shows them, of a Word document they are its paragraphs.
    """
    _hold(annotation.text == source.text, "the text carried is another")
    lines = _lines(file, source.format)
    for place in _places(annotation):
        region = place.region
        _hold(region is not None, "no region for", place)
        start, end = (region.start_line, region.start_column), (region.end_line, region.end_column)
        _hold((1, 1) <= start <= end and min(end) >= 1, "region runs backwards:", region)
        if lines is None or place.start == place.end:
            continue
        _hold(region.end_line <= len(lines), "region leaves the file:", region)
        if _put_in(source, place.start) or _put_in(source, place.end - 1):
            continue
        first = lines[region.start_line - 1][region.start_column - 1 :][:1]
        _hold(_same(first, source.text[place.start]), "region is elsewhere:", region, repr(first))
        last = lines[region.end_line - 1][: region.end_column - 1][-1:]
        _hold(_same(last, source.text[place.end - 1]), "region ends elsewhere:", region, repr(last))


def _put_in(source: Source, at: int) -> bool:
    """Whether the file does not say the character: a number that Word counts."""
    first, last = source.origins.runs.back(at, at + 1)
    return source.format == "docx" and first == last


def _lines(file: File, format_: str) -> list[str] | None:
    """The lines of a file that regions count; None where they are not those of its text.

    A file with NUL in it that was read is UTF-16 without its mark, which is not decoded here.
    """
    if format_ == "docx":
        return WordView(Package(file.data, file.name)).text.split("\n")
    try:
        plain = format_ == "txt" and b"\0" not in file.data
        return _LINE_ENDS.split(file.data.decode("utf-8-sig")) if plain else None
    except UnicodeDecodeError:
        return None


def _same(printed: str, read: str) -> bool:
    """Whether a character is what was read: blanks of every kind are one, a line's end is none."""
    return printed == read or (read.isspace() and (printed.isspace() or not printed))


def _places(annotation: Annotation) -> Iterator[Any]:
    for found in annotation.findings:
        yield found.clause
        yield from found.evidence
        yield from (edit for proposal in found.proposals for edit in proposal.edits)
    yield from (edit for gap in annotation.gaps for edit in gap.edits)


def _json_is_whole(annotation: Annotation, source: Source) -> None:
    _hold(from_json(to_json(annotation)) == annotation, "JSON does not give the annotation back")
    printed = io.BytesIO()
    write(annotation, source, printed, _JSON)
    text = printed.getvalue().decode()
    _hold(text.count("\n") == 1 and text.endswith("\n"), "a law in JSON is no one line")
    _hold(from_json(printed.getvalue()) == annotation, "JSON in a line is another annotation")


def _akoma_ntoso_is_whole(annotation: Annotation, source: Source) -> None:
    law = valid(written(annotation, source, labels=LABELS, style="all"))
    kept = "".join(xml_safe(words_kept(annotation, source)).split())
    _hold(sorted(words_of(law)) == sorted(kept), "words are lost or invented in Akoma Ntoso")
    for format in ("akn-bill", "akn-amendments"):
        valid(written(annotation, source, format))


@cache
def _validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema())


def _schema_admits(annotation: Annotation) -> None:
    error = next(_validator().iter_errors(json.loads(to_json(annotation))), None)
    _hold(error is None, "the JSON Schema refuses:", error)


def _terminal_is_clean(annotation: Annotation, *, colours: bool) -> None:
    system: Any = "standard" if colours else None
    console = Console(file=io.StringIO(), width=80, force_terminal=colours, color_system=system)
    printed = _ESCAPE.sub("", report.render(annotation, _ALL, console))
    _hold(colours or "\x1b" not in printed, "colours where there are none")
    controls = {mark for mark in set(printed) if unicodedata.category(mark) == "Cc"} - {"\n"}
    _hold(not controls, "control characters in the report:", controls)
    _hold(not _STEERING.search(printed), "marks of direction in the report")


def _tables_can_be_read(annotation: Annotation, source: Source) -> None:
    made = {}
    for kind in ("csv", "xlsx", "sarif"):
        out = io.BytesIO()
        write(annotation, source, out, View(labels=LABELS, format=kind))
        made[kind] = out.getvalue()
    rows = sum(max(len(one.proposals), 1) for one in annotation.findings)
    table = csv.reader(io.StringIO(made["csv"].decode("utf-8-sig"), newline=""), strict=True)
    _hold(len(list(table)) == rows + 1, "a table has other rows than amendments")
    sheet = openpyxl.load_workbook(io.BytesIO(made["xlsx"]))["All clauses"]
    _hold(sheet.max_row == len(annotation.findings) + 1, "a sheet lacks clauses")
    (run,) = json.loads(made["sarif"])["runs"]
    _hold(len(run["results"]) >= len(annotation.findings), "a log lacks clauses")
    _hold(all(_starts_somewhere(one) for one in run["results"]), "an alert stands nowhere")


def _starts_somewhere(alert: dict[str, Any]) -> bool:
    region = alert["locations"][0]["physicalLocation"]["region"]
    return bool(region["startLine"] >= 1 and region.get("startColumn", 1) >= 1)


def _every_character_stands_once(text: str) -> None:
    nlp = annotator.load()
    doc: Any = nlp.get_pipe("clause_segmenter")(nlp.make_doc(text))
    _hold(doc.text == text, "the document has another text")
    places = bytearray(len(text))
    for key in ("clauses", "headings", "numbers", "furniture"):
        for span in doc.spans[key]:
            for at in range(span.start_char, span.end_char):
                places[at] = min(places[at] + 1, 9)
    for at, mark in enumerate(text):
        stands = places[at] == 1 or mark.isspace()
        _hold(stands, f"{mark!r} stands in {places[at]} groups")


def _proposals_change_no_finding(annotation: Annotation, source: Source) -> None:
    """What is found does not hang on whether amendments are asked for."""
    bare = annotator.annotate(source, proposals=False)
    found = [_without_proposals(one) for one in annotation.findings]
    _hold(
        found == [_without_proposals(one) for one in bare.findings],
        "other findings without proposals",
    )
    _hold(annotation.scorecard == bare.scorecard, "another scorecard without proposals")
    _hold(not any(one.proposals for one in bare.findings), "proposals where none were asked for")


def _without_proposals(found: Finding) -> Finding:
    """It, but for its amendments and what is told of where others are, or why there is none."""
    return msgspec.structs.replace(found, proposals=(), likes=(), policy=None)


def _every_proposal_applies(source: Source) -> None:
    _proposals_apply(annotator.annotate(source, all_proposals=True, overview=False), source.text)


def minimal(path: Path) -> Outcome:
    """Examine a file that a run has written: its name, a line break, its bytes."""
    name, _, data = path.read_bytes().partition(b"\n")
    return examine(File(name.decode(), data))
