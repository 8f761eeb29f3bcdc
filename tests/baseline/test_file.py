"""The file of a baseline: what git shows of it, what the schema says, what is no such file."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from annotator.baseline import (
    Comparison,
    as_json,
    is_baseline,
    json_schema,
    known_of,
    read_baseline,
)
from annotator.errors import InputError
from tests.baseline.laws import DETAIN, MODEL, SEARCH, finding, gap, law

DOCS = Path(__file__).parents[2] / "docs"
LAW = law(finding(SEARCH, "blind", "1"), finding(DETAIN, "blind", "2"), gaps=(gap("b"), gap("a")))
OTHER = law(finding("A wife follows\x1b[31m her husband.", "regressive"), title="ALIENS ACT")


def test_it_comes_back_as_it_went(tmp_path: Path) -> None:
    known = known_of([LAW, OTHER])
    path = tmp_path / "known.json"
    path.write_bytes(as_json(known))
    assert read_baseline(path) == known
    with path.open("rb") as file:
        assert is_baseline(file)
    path.write_bytes(b"\xef\xbb\xbf" + as_json(known))
    assert read_baseline(path) == known


def test_the_schema_that_is_published_describes_it() -> None:
    published = json.loads((DOCS / "baseline.schema.json").read_text(encoding="utf-8"))
    assert published == json.loads(msgspec.json.encode(json_schema())), "run `make schema`"
    for known in (known_of([LAW, OTHER]), known_of([law()]), known_of([])):
        jsonschema.validate(json.loads(as_json(known)), published)


def test_a_line_is_a_finding_and_one_more_is_one_line_more() -> None:
    before = as_json(known_of([LAW])).decode().splitlines()
    more = law(LAW.findings[0], finding("No fee is due."), LAW.findings[1], gaps=LAW.gaps)
    after = as_json(known_of([more])).decode().splitlines()
    assert [line for line in after if "No fee" in line] == [after[6]]
    assert after[:6] + after[7:] == before


def test_the_order_in_which_laws_are_named_changes_nothing() -> None:
    assert as_json(known_of([LAW, OTHER])) == as_json(known_of([OTHER, LAW]))


def test_numbers_of_sections_are_not_in_it_and_the_first_words_are() -> None:
    renumbered = law(finding(SEARCH, "blind", "1"), finding(DETAIN, "blind", "2"), gaps=LAW.gaps)
    assert as_json(known_of([renumbered])) == as_json(known_of([LAW]))
    said = as_json(known_of([LAW, OTHER])).decode()
    assert '"words": "An officer may search any person who arrives, if the officer has…"' in said
    assert "\x1b" not in said
    assert "wife follows" in said


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no baseline: name a file that `annotate baseline` wrote, or an earlier .sarif"),
        (b"[1]", "is no baseline"),
        (b"\xff\xfe", "is no baseline"),
        (b"[" * 100_000, "is no baseline"),
        (b'{"law": {}, "findings": []}', "is no baseline"),
        (b'{"baseline": 2, "laws": []}', "is a baseline of another version of annotate"),
        (b'{"baseline": 1, "model": null, "laws": [{}]}', "is a damaged baseline (Object missing"),
        (b'{"version": "2.1.0", "runs": 3}', "is no SARIF log"),
        (b'{"version": "2.1.0", "runs": [{"results": [{}]}]}', "of another program, or of a"),
        (None, "cannot be read (No such file or directory)"),
    ],
)
def test_what_is_no_baseline_is_told(data: bytes | None, told: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError) as error:
        read_baseline(path)
    assert told in str(error.value)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)


def test_it_says_which_pipeline_read_the_laws() -> None:
    assert Comparison(known_of([LAW])).model == MODEL
