"""The report as a page: what is in it, what cannot get out of its place, and for whom it is."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

from annotator.corpus.report.gathering import gather
from annotator.corpus.report.page import is_untouched, write
from annotator.corpus.rows import Rows
from tests.corpus.report.made import finding, gap, law, proposal, small, stored
from tests.writers.review.conftest import SIZES, opened_alone
from tests.writers.review.test_access import no_wider, violations
from tests.writers.review.test_page import HOSTILE


def page(tmp_path: Path, rows: Rows | None = None, *countries: str) -> bytes:
    out = io.BytesIO()
    write(gather(stored(tmp_path / "out", rows or small()), countries), out)
    return out.getvalue()


def tree(tmp_path: Path, rows: Rows | None = None, *countries: str) -> Any:
    return parser.fromstring(page(tmp_path, rows, *countries).decode())


def words(tree: Any) -> str:
    return " ".join(tree.text_content().split())


def hostile() -> Rows:
    """The small corpus with words everywhere that would be markup."""
    rows = small()
    rows["laws"][0] |= {"title": HOSTILE, "path": HOSTILE}
    for row in rows["findings"]:
        row |= {"text": HOSTILE, "heading": HOSTILE, "number": row["number"]}
    for row in rows["proposals"]:
        row |= {"instruction": HOSTILE, "reason": HOSTILE}
    for row in rows["gaps"]:
        row |= {"lacks": HOSTILE, "instruction": HOSTILE, "reason": HOSTILE}
    rows["refused"][0] |= {"reason": HOSTILE, "path": HOSTILE}
    return rows


def many() -> Rows:
    """More countries than have a column each, and laws with long titles."""
    rows = small()
    for code in ("AL", "AU", "BD", "BE", "CA", "DE", "FR", "GB", "IN", "JM", "NG", "PK", "SG"):
        name = f"law of {code} " + "concerning passage and stay " * 6
        rows["laws"].append(law(name, code, year=1900 + len(rows["laws"]) * 5, clauses=12345))
        rows["findings"] += [finding(name, str(at), priority=at) for at in range(30)]
        rows["proposals"].append(proposal(name, "3", "separate-accommodation"))
        rows["gaps"].append(gap(name, "separate-accommodation", ["1"]))
    return rows


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    assert page(tmp_path / "a") == page(tmp_path / "b")


def test_the_policy_lets_only_our_style_be_used_and_nothing_run(tmp_path: Path) -> None:
    text = page(tmp_path).decode()
    policy = unescape(re.search(r'Security-Policy" content="([^"]*)"', text)[1])
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert "script-src" not in policy
    found = parser.fromstring(text)
    assert found.xpath("//script | //img | //link | //iframe | //@onclick | //@style") == []
    assert found.xpath("//@href[not(starts-with(., '#'))] | //@src") == []


def test_a_hostile_corpus_stays_words(tmp_path: Path) -> None:
    found = tree(tmp_path, hostile())
    assert found.xpath("//script | //img") == []
    assert "</script><script>alert(1)</script>" in found.text_content()
    assert "\u202e" not in page(tmp_path / "again", hostile()).decode()


def test_every_link_leads_to_its_place_and_ids_are_borne_once(tmp_path: Path) -> None:
    found = tree(tmp_path)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found.xpath("//a/@href")} <= set(ids)


def test_of_several_countries_it_compares(tmp_path: Path) -> None:
    rows = small()
    rows["findings"].append(finding("ports", "1", "responsive"))
    found = tree(tmp_path, rows)
    assert found.findtext(".//h1") == "Gender in the laws of Kenya and Zambia"
    assert found.xpath("//section[@id='countries']//tbody//th")[1].text_content() == "Zambia"
    assert found.xpath("//section[@id='each']//article/@id") == ["country-KE", "country-ZM"]
    row = found.xpath("//table[@class='matrix']//tbody/tr[1]")[0]
    marks = [cell.xpath("string(.//@aria-label)") for cell in row.xpath("td")]
    assert marks == ["some laws", "no law", "no law"]


def test_of_one_country_it_says_where_that_stands(tmp_path: Path) -> None:
    found = tree(tmp_path, None, "ZM")
    assert found.findtext(".//h1") == "Gender in the laws of Zambia"
    assert found.xpath("//section[@id='countries' or @id='each' or @id='unread']") == []
    heading = found.xpath("//section[@id='lacking']//h3")[0].text
    assert heading == "No law provides: minimum"


def test_what_is_for_review_stands_apart_in_every_table(tmp_path: Path) -> None:
    found = tree(tmp_path, None, "ZM")
    row = found.xpath("//section[@id='levels']//tbody/tr")[0]
    cells = [" ".join(cell.text_content().split()) for cell in row.xpath("td")]
    assert cells == ["1", "20", "1 + 2 for review", "1", "0", "0 %"]


def test_a_change_shows_its_words_and_what_the_law_says_today(tmp_path: Path) -> None:
    first = tree(tmp_path).xpath("//ol[@class='changes']/li")[0]
    told = words(first)
    where = "Nationality Act, 1965, Zambia: Section 3 and Section 4 (1 of 2 clauses for review)"
    assert where in told
    assert "In section 3 insert: “so”." in told
    assert "Clause 3 of the nationality says so." in told
    assert "Rests on CEDAW, Art. 9(1) (binds)." in told
    assert "In section 4 insert: “so”." in told


def test_what_is_for_redrafting_by_hand_is_shown(tmp_path: Path) -> None:
    told = words(tree(tmp_path).xpath("//section[@id='changes']/ul")[0])
    assert told.startswith("Nationality Act, 1965, Zambia: Section 7 for review")
    assert "Clause 7 of the nationality says so." in told


def test_it_says_how_sure_it_is(tmp_path: Path) -> None:
    told = words(tree(tmp_path).xpath("//section[@id='limits']")[0])
    assert "labels made with language models under written guidelines" in told
    assert "no court or committee has found a breach" in told
    assert "1 file was not read at all." in told
    # What was measured of another pipeline than the one that read them says nothing of these laws.
    assert "What was measured" not in told


@pytest.mark.model
def test_what_the_card_measures_is_said_of_the_pipeline_that_was_measured(tmp_path: Path) -> None:
    rows = small()
    for row in rows["laws"]:
        row |= _shipped()
    told = words(tree(tmp_path, rows).xpath("//section[@id='limits']")[0])
    assert "models/en_gender_clause/README.md" in told
    assert re.search(r"It finds \d+ % \(\d+ to \d+\) of the gender-blind clauses", told)


def _shipped() -> dict[str, str]:
    from annotator.pipeline import pipeline_name

    name, _, version = pipeline_name().partition(" ")
    return {"model": name, "model_version": version}


def test_pictures_say_what_they_show(tmp_path: Path) -> None:
    found = tree(tmp_path)
    pictures = found.xpath("//svg[@class='picture']")
    assert len(pictures) == 5
    assert all(one.get("role") == "img" and one.get("aria-label") for one in pictures)


def test_it_is_known_again_until_somebody_changes_it(tmp_path: Path) -> None:
    made = page(tmp_path)
    assert is_untouched(io.BytesIO(made))
    assert not is_untouched(io.BytesIO(made.replace(b"<head>\n", b"<head>\n<base>")))


@pytest.fixture(params=["several", "one", "hostile", "many"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> bytes:
    rows = {"hostile": hostile, "many": many}.get(request.param, small)()
    return page(tmp_path, rows, *(["ZM"] if request.param == "one" else []))


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Any, made: bytes, size: str, tmp_path: Path
) -> None:
    with opened_alone(browser, tmp_path / "report.html", made, size) as tab:
        assert violations(tab) == []
        assert no_wider(tab)
        tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert violations(tab) == []
        assert no_wider(tab)
