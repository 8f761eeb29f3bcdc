"""The comparison as a page: what is in it, what cannot get out of its place, and for whom it is."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser

from annotator.comparison import LawComparison
from annotator.writers.comparison.html import is_untouched
from tests.writers.comparison.made import comparison, written
from tests.writers.review.conftest import SIZES, opened_alone
from tests.writers.review.test_access import no_wider, violations
from tests.writers.review.test_page import HOSTILE


def tree(one: LawComparison | None = None) -> Any:
    return parser.fromstring(written("html", one))


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert written("html") == written("html")


def test_the_policy_lets_only_our_style_be_used_and_nothing_run() -> None:
    page = written("html").decode()
    policy = unescape(re.search(r'Security-Policy" content="([^"]*)"', page)[1])
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; ")
    assert "script-src" not in policy
    assert tree().xpath("//script | //img | //link | //iframe | //@onclick | //@style") == []


def test_a_hostile_law_stays_words() -> None:
    page = tree(comparison(HOSTILE))
    assert page.xpath("//script | //img") == []
    assert "</script><script>alert(1)</script>" in page.text_content()
    assert "\u202e" not in written("html", comparison(HOSTILE)).decode()


def test_each_change_has_its_words_once_and_a_place_in_the_law() -> None:
    page = tree()
    for link in page.xpath("//main//article//a/@href"):
        assert len(page.xpath(f"//*[@id='{link[1:]}']")) == 1
    (same_sex,) = page.xpath("//section[@id='part-1']//ins[contains(., 'of the same sex')]")
    assert same_sex.text_content() == "Inserted:  of the same sex"


def test_what_did_not_change_is_folded() -> None:
    folded = tree().xpath("//section[@id='law']/details")
    assert [len(one.findall("article")) for one in folded] == [1, 1]
    assert folded[0].findtext("summary").startswith("Unchanged: Section 1(2)")


def test_ids_are_borne_once() -> None:
    ids = tree().xpath("//@id")
    assert len(ids) == len(set(ids))


def test_it_is_known_again_until_somebody_changes_it() -> None:
    page = written("html")
    assert is_untouched(io.BytesIO(page))
    assert not is_untouched(io.BytesIO(page.replace(b"<head>\n", b"<head>\n<base>")))


@pytest.fixture
def tab(browser: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    size = getattr(request, "param", "wide")
    with opened_alone(browser, tmp_path / "changes.html", written("html"), size) as page:
        yield page


@pytest.mark.parametrize("tab", SIZES, indirect=True)
def test_axe_finds_nothing_and_nothing_is_too_wide(tab: Any) -> None:
    assert violations(tab) == []
    assert no_wider(tab)


def test_a_name_leads_to_its_place_in_the_law_by_keyboard(tab: Any) -> None:
    tab.focus("main article a")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.querySelector('article:target') !== null")


def test_on_paper_it_is_the_report_without_the_whole_law(tab: Any) -> None:
    tab.emulate_media(media="print")
    assert not tab.is_visible("#law")
    assert not tab.is_visible("nav")
    assert tab.is_visible("#part-1 ins")
