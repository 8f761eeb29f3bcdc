"""What stands around a law on a web page, and is none of it."""

import time

import pytest

from annotator.readers.flow import Flow
from tests.readers.test_html import DUTY, page


@pytest.mark.parametrize(
    "site",
    [
        "<nav><a href=/>Home</a></nav>",
        "<div role=navigation>Home</div>",
        "<div class=siteNav><a href=/a>Acts</a> <a href=/b>Bills</a></div>",
        "<div class='cookie-banner'>We use cookies <button>Accept</button></div>",
        "<ul class=breadcrumb><li><a href=/>Home</a><li>This Act</ul>",
        "<header><a href=/>Laws of Arden</a></header>",
        "<footer>Contact us</footer>",
        "<form role=search><label>Search</label><input></form>",
        "<h2>Table of contents</h2><ul>"
        "<li><a href=#a>1. Fees</a><li><a href=#b>2. Ports</a><li><a href=#c>3. Ships</a></ul>",
        "<ul class=languages><li><a href=/a>English</a><li><a href=/b>Kiswahili</a></ul>",
        "<div class=addthis><a href=/m>Email</a></div>",
        "<div class=timeline><ol><li><a href=/1>1 May 1990</a> Commenced</ol></div>",
        "<div class=related-documents><h3>Related</h3><a href=/1>Boats Act</a></div>",
        "<div class='col-3 sidebar'><h4>Acts</h4><a href=/1>1990</a><p>Subscribe to us</p></div>",
        "<div class=cookie-consent><p>We use cookies.</p></div>",
        "<div id=cookieBanner>We use cookies.</div>",
        "<div class='alert alert-info'>This is the latest version.</div>",
        "<p>[<a href=/i>Index</a>] [<a href=/p>Previous</a>] [<a href=/n>Next</a>]</p>",
        "<p><a href=/a>Home</a> | <a href=/b>Databases</a> | <a href=/c>Search</a></p>",
        "<p class=d-none>No</p><p class=hidden>No</p><p style='font-size:0'>No</p>",
        "<span aria-hidden=true>▾</span>",
        "<noscript>Enable scripts</noscript><iframe>no</iframe><object>no</object>",
    ],
)
def test_the_site_around_a_law_is_none_of_it(site: str) -> None:
    law = f"<h1>Ferries Act</h1><p>1. {DUTY}</p><p>2. {DUTY}</p>"
    read_ = f"Ferries Act\n\n1. {DUTY}\n\n2. {DUTY}"
    assert page(site + law).text == read_
    assert page(law + site).text == read_


@pytest.mark.parametrize(
    ("law", "text"),
    [
        (
            "<section id=search><h2>Search</h2><p>See <a href=#x>2</a>.</section>",
            "Search\n\nSee 2.",
        ),
        ("<div class=section-header><h2>Ports</h2><a href=#x></a></div>", "Ports"),
        (
            "<div class=contents>A cargo under <a href=/a>the Act</a>.</div>",
            "A cargo under the Act.",
        ),
        ("<h2 class=navigation id=nav><a href=#x>Navigation</a></h2>", "Navigation"),
        ("<header><h1>Ferries Act</h1></header>", "Ferries Act"),
        (
            "<ul><li><a href=/1>Ports<li><a href=/2>Ships<li><a href=/3>Act</ul>",
            "• Ports\n• Ships\n• Act",
        ),
        ("<p class=cookie>A cookie is a cake.", "A cookie is a cake."),
        ("<p class='d-none d-md-block'>Ports", "Ports"),
        ("<p aria-hidden=true>Ports", "Ports"),
        (
            "<p><a href=/1>Act 1</a>, <a href=/2>Act 2</a>, <a href=/3>Act 3</a></p>",
            "Act 1, Act 2, Act 3",
        ),
    ],
)
def test_what_a_law_says_is_no_site_for_its_name(law: str, text: str) -> None:
    assert page(f"{law}<p>1. {DUTY}").text == f"{text}\n\n1. {DUTY}"


def test_a_title_without_an_end_takes_no_time() -> None:
    flow = Flow()
    flow.put([(words := "officers may " * 20_000 + "END.", 0, len(words))])
    start = time.monotonic()
    flow.without_stop()
    assert time.monotonic() - start < 2
