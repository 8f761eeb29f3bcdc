"""What stands around a law on a web page, and is none of it."""

import pytest

from annotator.errors import InputError
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
        "<footer class=entry-footer>Posted in <a href=/l>Laws</a></footer>",
        "<ul class=footnote><li>1 Section 2 was substituted by section 3.</li></ul>",
        "<ul class=history-notes><li>Section 2: amended by section 4.</li></ul>",
        "<b style='display:none'>No</b><i hidden>No</i><em class=sr-only>No</em>",
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


def test_a_title_without_an_end_keeps_its_words() -> None:
    flow = Flow()
    flow.put([(words := "officers may " * 20_000 + "END.", 0, len(words))])
    flow.without_stop()
    assert flow.line


@pytest.mark.parametrize(
    ("sheet", "tag"),
    [
        ("p.old, .gone { display : NONE }", "p class='x gone'"),
        ("p.old{display:none}", "p class=old"),
        ("#z{visibility:hidden}", "p id=z"),
        ("p{color:red}.a.b{display:none!important}.a{display:block}", "p class='b a'"),
        (".a{display:block}.a{display:none}", "p class=a"),
        (".a{display:none}p{display:block}", "p class=a"),
        ("@media screen and (x:1){.b{display:none}}@media all{.a{display:none}}", "p class=a"),
        ("/* .a{ */ .a::before{content:'}{'} .a{display:none}", "p class=a"),
        ("@import 'x;y'; @font-face{src:x} div .w > p{} div .w .a{display:none}", "p class=a"),
        (".a{display:none !important}", "p class=a style=display:block"),
    ],
)
def test_what_the_style_sheet_on_the_page_hides_is_left_out_and_told(sheet: str, tag: str) -> None:
    law = f"<div><div class=w><p>1. {DUTY}<{tag}>2. No.<p>3. {DUTY}</div></div>"
    source = page(law, f"<style>{sheet}</style>")
    assert source.text == f"1. {DUTY}\n\n3. {DUTY}"
    assert source.notes == (
        "act.html has words that its style sheet hides (line 1): they are left out.",
    )


@pytest.mark.parametrize(
    ("sheet", "called"),
    [
        (".gone {text-decoration: line-through}", "gone"),
        ("span.a.b {text-decoration-line:underline line-through!important}", "a b"),
        (".w span {color: red; text-decoration: red solid line-through}", "c"),
        ("", "msoDel"),
        ("", "text-decoration-line-through"),
    ],
)
def test_what_a_style_sheet_or_its_class_strikes_out_is_left_out_and_told(
    sheet: str, called: str
) -> None:
    law = f"<p class=w>1. {DUTY}</p><p class=w>2. It is <span class='{called}'>not</span> so.</p>"
    source = page(law, f"<style>{sheet}</style>")
    assert source.text == f"1. {DUTY}\n\n2. It is so."
    assert source.notes == ("act.html has words that are struck out (line 1): they are left out.",)


@pytest.mark.parametrize(
    "sheet",
    [
        "a {text-decoration: none} .new {text-decoration: underline}",
        ".new:hover {text-decoration: line-through}",
        "@media print {.new {text-decoration: line-through}}",
        ".new {text-decoration: line-through} span.new {text-decoration: none}",
    ],
)
def test_what_a_style_sheet_does_not_surely_strike_out_is_read(sheet: str) -> None:
    law = "<p>1. It is <span class=new>so</span>.</p>"
    source = page(law, f"<style>{sheet}</style>")
    assert (source.text, source.notes) == ("1. It is so.", ())


def test_credits_and_notes_of_a_code_are_none_of_the_law() -> None:
    notes = (
        "<p class='source-credit'>(June 27, 1952, ch. 4.)</p><h4 class='note-head'>Amendments</h4>"
        "<p class='note-body'>2002—A wife may not board.</p><p class='note-body-1em'>So it was.</p>"
    )
    assert page(f"<p>1. {DUTY}</p>{notes}<p>2. {DUTY}</p>").text == f"1. {DUTY}\n\n2. {DUTY}"


@pytest.mark.parametrize(
    ("sheet", "marks"),
    [
        ("ol.l {list-style-type: lower-alpha}", "ab"),
        ("ol {list-style: none} .l{list-style: outside upper-roman}", ("I", "II")),
        (".w ol{list-style-type:lower-roman !important} .l{list-style-type:square}", ("i", "ii")),
        ("ol > li {list-style-type: lower-alpha}", "12"),
        ("ol.l {list-style-type: kannada}", "12"),
        ("li {list-style: decimal-leading-zero inside}", "12"),
    ],
)
def test_lists_are_numbered_as_the_style_sheet_on_the_page_says(sheet: str, marks: str) -> None:
    source = page(
        f"<div class=w><ol class=l><li>{DUTY}<li>So.</ol></div>", f"<style>{sheet}</style>"
    )
    assert source.text == f"{marks[0]}. {DUTY}\n{marks[1]}. So."


def test_a_style_sheet_may_show_no_numbers_before_some_items() -> None:
    sheet = "<style>ul {list-style: none} .n {list-style-type: none}</style>"
    source = page(f"<ol><li>{DUTY}<li class=n>So.<li>No.</ol><ul><li>It is.</ul>", sheet)
    assert source.text == f"1. {DUTY}\nSo.\n3. No.\n\nIt is."


def test_lists_are_numbered_as_their_counters_say() -> None:
    def level(n: int, shown: str) -> str:
        return (
            f".k-{n} > li:before{{content:{shown}}}.k-{n}>li{{counter-increment:n-{n}}}"
            f"ol.k-{n}.start{{counter-reset:n-{n} 0}}"
        )

    sheet = "ol{list-style-type:none}" + level(0, '"" counter(n-0,decimal) ".  "')
    sheet += level(1, '"(" counter(n-1,lower-latin) ") "')
    sheet += level(2, 'counter(n-0) "." counter(n-1) "." counter(n-2, lower-roman) " "')
    source = page(
        f"<ol class='k-0 start' start=1><li>{DUTY}</ol><ol class='k-1 start' start=1><li>So.<li>No."
        f"</ol><ol class='k-0' start=2><li>{DUTY}</ol><ol class='k-1 start' start=3><li>It is.</ol>"
        "<ol class='k-2 start'><li>Or not.</ol>",
        f"<style>{sheet}</style>",
    )
    assert [line for line in source.text.split("\n") if line] == [
        f"1. {DUTY}", "(a) So.", "(b) No.", f"2. {DUTY}", "(c) It is.", "2.3.i Or not.",
    ]  # fmt: skip


def test_comments_that_word_saves_with_a_page_are_none_of_the_law() -> None:
    called = (
        "<span class=MsoCommentReference><span style='font-size:8pt'><a class=msocomanchor "
        "href='#_msocom_1'>[A1]</a><span style='mso-special-character:comment'>&nbsp;</span>"
        "</span></span>"
    )
    comment = (
        "<div style='mso-element:comment-list'><hr><div style='mso-element:comment'>"
        "<div id='_com_1' class=msocomtxt><p class=MsoCommentText>Is that so?</p></div></div></div>"
    )
    assert page(f"<p>1. {DUTY}{called}</p>{comment}").text == f"1. {DUTY}"


@pytest.mark.parametrize(
    "site",
    [
        "<p>Last updated: 3 May 2031</p><p>Copyright 2031 Arden. All rights reserved.</p>",
        "<h3>See also</h3><p><a href=/x>Boats Act</a></p><p>© Arden</p>",
        "<div><p>Print this page</p><p>Best viewed in 1024x768.</p></div>",
    ],
)
def test_words_of_the_site_below_a_law_are_none_of_it(site: str) -> None:
    law = f"<p>1. {DUTY}</p><h3>Schedule</h3><p>Copyright in this Act shall be free.</p>"
    assert page(law + site).text == f"1. {DUTY}\n\nSchedule\n\nCopyright in this Act shall be free."
    assert page(law + "<h3>Notes</h3>").text.endswith("free.\n\nNotes")


def test_what_only_changes_letters_is_hidden_too(  # a browser shows none of these
) -> None:
    source = page(
        "<style>.off, b.x, .y i {display: none}</style>"
        "<p>1. An officer <b class=x>never</b> shall <em class=off>not</em> board "
        "<strong style='display:none'>sink</strong> every ferry<i hidden>s</i> "
        "<span class=y><i>or boat</i></span>that <b>enters</b> <font class=z>the port</font>.</p>"
    )
    assert source.text == "1. An officer shall board every ferry that enters the port."


def test_what_changes_letters_and_is_not_closed_hides_no_law() -> None:
    source = page(
        "<p>1. An officer <b class=q>shall board.<p>2. An <i class=q>alien</b> may</i> go."
    )
    assert source.text == "1. An officer shall board.\n\n2. An alien may go."


@pytest.mark.parametrize(
    "sheet",
    [
        "<style>@media print{.a{display:none}}</style>",
        "<style media=print>.a{display:none}</style>",
        "<style>@media (max-width:600px){.a{display:none}}</style>",
        "<style>@media not screen{.a{display:none}}</style>",
        "<style>@page{.a{display:none}}</style>",
        "<style>.a:hover{display:none}.a:not(.b){display:none}.a[x]{display:none}</style>",
        "<style>.a + .a{display:none} .b .a{display:none} div.a{display:none}</style>",
        "<style>.a{display:none}.a:not(.b){display:block}</style>",
        "<style>.a{display:none}</style><style>p.a{display:block}</style>",
        "<style>.a{display:none}@media (min-width:9px){.a{display:block}}</style>",
        "<style>.w{visibility:hidden}.a{visibility:visible}</style>",
        "<style>/*.a{display:none}</style>",
        "<style>.c{display:none}</style>",
        "<style>.w{display:none}</style>",
        "<noscript><style>.a{display:none}</style></noscript>",
        "<template><style>.a{display:none}</style></template>",
        "<link rel=stylesheet href=a.css>",
    ],
)
def test_what_a_style_sheet_does_not_surely_hide_is_read(sheet: str) -> None:
    law = f"<div class=w><p>1. {DUTY}<p class=a>2. {DUTY}<p class=c style=display:block>3. {DUTY}"
    source = page(law, sheet)
    assert source.text == f"1. {DUTY}\n\n2. {DUTY}\n\n3. {DUTY}"
    assert source.notes == ()


@pytest.mark.parametrize(
    "sheet",
    [
        "{" * 300_000,
        "/*" * 200_000,
        '\\"' * 200_000,
        ".a{display:none;" * 30_000,
        "@media " + "(" * 300_000,
        ".a{display:none" + " " * 300_000 + "x}",
        ".a" + " " * 300_000 + "!{display:none}",
        ".a .a .a .a{display:none}" * 10_000,
        ".a" + ":x(" * 100_000 + "{display:none}",
    ],
)
def test_a_style_sheet_takes_no_long_time(sheet: str) -> None:
    law = "<div class=a>" * 60 + f"<p class=a>1. {DUTY}" * 300
    page(law, f"<style>{sheet}</style>")


@pytest.mark.parametrize(
    "said",
    [
        "<h1>404 Not found</h1><p>It may have been moved. You must not reload it.",
        "<h1>404</h1><h2>Page not found</h2><p>It may have been moved.",
        "<h1>Sorry, the page you requested could not be found.</h1><p>Try the search.",
        "<h1>Error 403: Forbidden</h1><p>You shall not enter.",
        "<h1>503 Service Temporarily Unavailable</h1><hr>server",
    ],
)
def test_what_a_site_shows_in_place_of_a_page_is_no_law(said: str) -> None:
    with pytest.raises(InputError, match="is no law but what a site shows in place of a page"):
        page(said)


@pytest.mark.parametrize(
    "law",
    [
        "<h1>Not found</h1><p>1. Property that is found is kept at the port.",
        "<h1>Lost Property Act</h1><p>Where the owner is not found the warden keeps it.",
    ],
)
def test_a_law_of_what_is_not_found_is_one(law: str) -> None:
    assert "found" in page(law).text


def test_what_the_editor_of_a_site_sets_beside_the_law_is_left_out_and_said() -> None:
    source = page(
        f"<p>1. {DUTY}</p><blockquote><p>Editor: see our page on lists.</p></blockquote>"
        "<blockquote><p>(2) The list is public.</p></blockquote>"
    )
    assert source.text == f"1. {DUTY}\n\n(2) The list is public."
    assert source.notes == (
        "act.html has words that the site's editor set beside the law (line 1): they are left out.",
    )


HEAD = "<tr><th>Permit</th><th>Fee</th></tr>"


def test_the_head_of_a_table_that_comes_again_is_none_of_the_law() -> None:
    rows = "".join(f"<tr><td>Permit {n}</td><td>{n}0 shillings</td></tr>" for n in range(1, 4))
    visas = rows.replace("Permit", "Visa")
    source = page(f"<p>1. {DUTY}</p><table>{HEAD}{rows}{HEAD}{visas}</table>")
    assert source.text.count("Permit | Fee") == 1
    assert source.text.count("shillings") == 6
    assert any("repeat the head of a table" in note for note in source.notes)


def test_rows_that_say_the_same_are_rows() -> None:
    row = "<tr><td>Nil</td><td>Nil</td></tr>"
    source = page(f"<p>1. {DUTY}</p><table>{row}{row}</table>")
    assert source.text.count("Nil | Nil") == 2


def test_what_is_struck_out_in_what_is_no_law_is_not_told() -> None:
    law = f"<p>1. {DUTY}</p><p>2. {DUTY}</p>"
    bar = "<nav><a href=/>Home</a> <s>Old</s></nav>"
    assert page(law + bar).notes == page(law).notes
    assert any("struck out" in one for one in page(f"{law}<p>3. {DUTY} <s>Not now.</s></p>").notes)
