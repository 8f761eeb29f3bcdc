"""The review page as bytes: what is in it, and what cannot get out of its place."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from annotator.cli import main
from annotator.decisions import clause_hash
from annotator.lang import language
from annotator.request import View
from annotator.schema import Annotation, Source
from annotator.writers.review import page as joining
from annotator.writers.review.gathering import gathered
from tests.writers.golden import check
from tests.writers.review.law import TEXT, VIEW, annotation, many, page

ROOM = Path(joining.__file__).parent
WORDS = language("en").review.WORDS
HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> \u2028 \u202e &amp;"


def data(html: bytes) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html.decode())
    assert found
    return json.loads(found[1])


def hostile() -> Annotation:
    """The law with markup wherever a law or a file can have words."""
    law = annotation(TEXT.replace("a record of the search", f"a record of {HOSTILE}"))
    first, *others = law.findings
    first = replace(first, clause=replace(first.clause, heading=HOSTILE, eid=HOSTILE, number="1"))
    named = replace(law.law, title=HOSTILE, source=f"/x/{HOSTILE}", notes=(HOSTILE,))
    return replace(law, law=named, findings=(first, *others))


def test_the_same_law_gives_the_same_bytes() -> None:
    assert page() == page()


def test_what_the_page_knows_of_a_law() -> None:
    law = annotation()
    known = gathered(law, Source(text=law.text, name="b", title="B", format="txt", sha256=""), VIEW)
    check("review.json", msgspec.json.format(msgspec.json.encode(known), indent=1) + b"\n")


def test_the_policy_lets_only_our_script_and_style_run() -> None:
    html = page().decode().replace("&#39;", "'")
    policy = re.search(r'Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for name, element in (("script", '<script type="module">'), ("style", "<style>")):
        source = html.split(element)[1].split(f"</{name}>")[0]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy[1]
    assert "unsafe" not in policy[1]


def test_a_hostile_law_stays_words() -> None:
    html = page(hostile()).decode()
    assert html.count("<script") == html.count("</script>") == 2
    assert "<img" not in html
    assert "<!--" not in html.removeprefix("<!doctype")
    assert not re.search("[\u2028\u2029\u202a-\u202e\u2066-\u2069]", html)
    assert HOSTILE in data(html.encode())["text"]


def test_nothing_of_the_machine_is_in_it() -> None:
    assert b"/home/ada" not in page()


def test_offsets_count_as_javascript_does() -> None:
    known = data(page())
    wide = known["text"].encode("utf-16-le")
    for clause in known["clauses"]:
        words = wide[2 * clause["start"] : 2 * clause["end"]].decode("utf-16-le")
        assert clause_hash(words) == clause["sha256"]


def test_a_thousand_clauses_are_under_three_megabytes() -> None:
    law = many(1000)
    assert len(law.findings) >= 1000
    assert len(page(law)) < 3_000_000


def test_only_what_the_view_admits_is_in_it() -> None:
    only = data(page(view=replace(VIEW, labels=("regressive",))))
    assert [one["number"] for one in only["clauses"]] == ["3"]
    assert {one["template"] for one in only["amendments"]} == {"spouse", "repeal"}
    assert "gaps" not in only or only["gaps"] == []


@pytest.mark.parametrize("path", sorted(ROOM.glob("s*/*.*s")), ids=lambda path: path.name)
def test_files_are_short_and_make_no_markup_of_strings(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") < 400
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b", source)


def test_physical_sides_are_named_nowhere_for_laws_may_run_from_right_to_left() -> None:
    physical = r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)|[\s;{](?:left|right):"
    assert re.findall(physical, joining.styles()) == []


def test_every_phrase_is_there_and_used() -> None:
    sources = joining.scripts() + (ROOM / "page.html.j2").read_text(encoding="utf-8")
    asked = set(re.findall(r'say\((?:\w+ \? )?"([\w-]+)"', sources))
    asked |= set(re.findall(r"say\.([a-z_]+)", sources))
    asked -= {"dismiss"} - set(WORDS)
    assert asked <= set(WORDS)
    named = set(re.findall(r'"([\w-]+)"', sources)) | asked
    prefixes = ("did_", "state_")
    assert {key for key in WORDS if key not in named and not key.startswith(prefixes)} == set()


def test_what_stands_in_braces_is_the_same_in_all_plurals() -> None:
    for words in WORDS.values():
        if not isinstance(words, str):
            places = [set(re.findall(r"\{(\w+)\}", one)) - {"n", "at"} for one in words.values()]
            assert all(one == places[0] for one in places)


def test_a_file_that_is_no_page_of_ours_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    law = tmp_path / "law.txt"
    law.write_text("1. An officer may search any person who arrives.\n")
    theirs, ours = tmp_path / "law.html", tmp_path / "review.html"
    theirs.write_text("<html><body><p>1. An officer may search.</p></body></html>")
    assert main([str(law), "-o", str(theirs)]) == 2
    assert "choose another name" in capsys.readouterr().err
    assert main([str(law), "-o", str(ours)]) == 0
    before = ours.read_bytes()
    assert main([str(law), "-o", str(ours)]) == 0
    assert ours.read_bytes() == before


def test_a_view_of_a_part_has_no_summary() -> None:
    assert "changes" not in data(page(view=View(format="review", issues=("search",))))["summary"]
