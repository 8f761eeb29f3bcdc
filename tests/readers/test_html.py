"""Web pages of laws: what of them is law, and how it is laid out.

``pages/`` holds a made-up page of each kind of site; beside each stands what is read of it: its
title, what is said of how it was read, its text, and the clauses that it is cut into.
"""

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.readers import html, read
from annotator.readers.html import tree
from annotator.readers.intake import Intake
from annotator.segmenter import segment
from annotator.source import Source
from tests.readers.laws import texts

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
#: A folder with laws as sites print them; another may be named while the program is developed.
WORLD = Path(os.environ.get("ANNOTATE_WORLD", Path(__file__).parents[3] / "shared/world")) / "raw"
ENGLISH = [*WORLD.glob("ZW-*.html"), *WORLD.glob("TZ-*.html")]
FOREIGN = [*WORLD.glob("AE-*.html"), *WORLD.glob("RU-*.html")]

DUTY = "The master of a ferry shall count the passengers and keep a list of them."


def page(body: str, head: str = "") -> Source:
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), name="act.html")


def told(source: Source) -> str:
    """What is read of a page, as a golden file has it."""
    notes = (f"note: {note}" for note in source.notes)
    clauses = (
        f"{clause.number} [{clause.heading}] {' '.join(clause.text.split())}"
        for clause in segment(source.text, source.language, source.markup).clauses
    )
    above = "\n".join((f"title: {source.title}", *notes))
    return "\n\n--\n".join((above, source.text, "\n".join(clauses))) + "\n"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_each_kind_of_site_is_read_as_its_law(path: Path) -> None:
    source = read(path.read_bytes(), name=path.name)
    assert source.format == "html"
    assert told(source) == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.skipif(not ENGLISH, reason="needs the laws of the world")
@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_a_real_page_is_cut_into_all_its_sections(path: Path) -> None:
    source = read(path)
    assert "Act" in source.title.title()
    numbers = (re.match(r"\d+", clause.number) for clause in segment(source.text).clauses)
    sections = list(dict.fromkeys(int(number[0]) for number in numbers if number))
    assert sections == list(range(1, len(sections) + 1))
    assert len(sections) > 80


@pytest.mark.skipif(not FOREIGN, reason="needs the laws of the world")
@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_a_real_page_in_another_language_is_refused_by_its_name(path: Path) -> None:
    with pytest.raises(InputError, match=r"is in (Arabic|Russian).*: only English is"):
        read(path)


@pytest.mark.parametrize(
    "beginning",
    [
        "<!DOCTYPE html>",
        "<HTML>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html>',
        "\ufeff<!-- saved from url=(0022)http://x.example/ -->\n<html>",
        "<p>",
        '<section class="akn-section">',
        "Ferries Act<br>of 1990<br/>in force<br>",
    ],
)
def test_a_page_is_known_by_how_it_begins(beginning: str) -> None:
    for name in ("law.html", "law.txt", "law"):
        assert html.claims(Intake(name, f"{beginning}1. {DUTY}".encode()))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("law.html", "Ferries Act\n\n1. The fare is <5 crowns.\n"),
        ("law.xml", "<akomaNtoso><act/></akomaNtoso>"),
        ("law.xml", '<?xml version="1.0"?><section class="x"><p>1</p></section>'),
        ("law.xml", "<Statute><Body/></Statute>"),
        ("law.xml", "<section><num>1</num></section>"),
        ("law.md", '<div align="center">\n\n# Ferries Act\n'),
        ("law", "# Ferries Act\n\n<br>\n\n## Part 1\n<br>\n### Part 2\n<br>\n"),
    ],
)
def test_other_files_are_no_pages(name: str, text: str) -> None:
    assert not html.claims(Intake(name, text.encode()))


def test_asking_for_a_page_does_not_bring_lxml() -> None:
    code = (
        "import sys; from annotator.readers import html; from annotator.readers.intake import *;"
        "html.claims(Intake('a', b'<p>')); print('lxml' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout == b"False\n"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1250", "cp1250"),
        ("macintosh", "mac_roman"),
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("utf-16", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_characters_that_it_declares(declared: str, encoding: str) -> None:
    text = f'<html><head><meta charset="{declared}"></head><p>The master’s duty – daily. {DUTY}'
    source = read(text.encode(encoding), name="act.html")
    assert source.text == f"The master’s duty – daily. {DUTY}"
    assert source.notes == ()


@pytest.mark.parametrize(
    ("list_", "shown"),
    [
        ("<ol><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ol start=9><li>x<li value=12>y<li>z</ol>", ["9. x", "12. y", "13. z"]),
        ("<ol type=a start=26><li>x<li>y</ol>", ["z. x", "aa. y"]),
        ("<ol type=A><li>x</ol>", ["A. x"]),
        ("<ol type=i start=4><li>x</ol>", ["iv. x"]),
        ("<ol style='list-style: inside upper-roman'><li>x<li>y</ol>", ["I. x", "II. y"]),
        ("<ol reversed><li>x<li>y</ol>", ["2. x", "1. y"]),
        ("<ol style='list-style-type:none'><li>x</ol>", ["x"]),
        ("<ol start=-1><li>x<li>y</ol>", ["-1. x", "0. y"]),
        ("<ol start=5000 type=I><li>x</ol>", ["5000. x"]),
        ("<ol start=two><li value=''>x</ol>", ["1. x"]),
        ("<ol><li>(a) x<li>(b) y</ol>", ["(a) x", "(b) y"]),
        ("<ol><li>(1) x<li>(1) y</ol>", ["1. (1) x", "2. (1) y"]),
        ("<ol><li><ol type=a><li>x</ol></ol>", ["1. a. x"]),
        ("<ol><li>x<ol><li>y<li>z</ol></ol>", ["1. x", "", "(1) y", "(2) z"]),
        ("<ol type=a><li>x<ol><li>y</ol></ol>", ["a. x", "", "1. y"]),
        ("<ol><li></li><li><br>x</ol>", ["2. x"]),
        ("<ul><li>x<li>(b) y</ul>", ["• x", "(b) y"]),
        ("<ul class='list-unstyled'><li>x</ul>", ["x"]),
        ("<dl><dt>x<dd>means y;</dl>", ["x means y;"]),
    ],
)
def test_items_bear_the_numbers_that_a_browser_shows(list_: str, shown: list[str]) -> None:
    assert page(list_).text.split("\n") == shown


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>one\n  two<p>three", "one two\n\nthree"),
        ("<p>one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<b>one</b>two <i>three</i>", "onetwo three"),
        ("one&nbsp;&nbsp; &amp; &lt;two&gt; &#8212; &eacute &copy2 R&D", "one & <two> — é ©2 R&D"),
        ("so<wbr>me&shy;thing", "something"),
        ("<pre>one\n   two  three</pre>", "one\n   two  three"),
        ("<p>fewer than <5, a<b>b</b>", "fewer than <5, ab"),
        ("<p>H<sub>2</sub>O, 9 m<sup>2</sup>, 1<sup>st</sup>", "H2O, 9 m2, 1st"),
        ("<q>one</q>", "“one”"),
        ("<select><option>no</select><textarea><p>no</textarea><p>one", "one"),
        ("<![if !x]>one<![endif]></p><?php no ?></ >two", "onetwo"),
        ("<p title='a > b' class=x>one</p><p title=\"it's\">two", "one\n\ntwo"),
        ('<p class=x">one</p><a href="x>two</a>">three', "one\n\nthree"),
        ("<p>one<p hidden>no<p style='DISPLAY : none'>no<template>no</template>", "one"),
        ("<p>an <del>old</del> <ins>new</ins> <s>x</s><strike>y</strike>, law", "an new, law"),
        ("<p>one</body></html><p>two", "one\n\ntwo"),
        ("<p style='position:absolute;top:9px'>one<p style='position:absolute'>two", "one\ntwo"),
        ("►M2 one ◄ two", "one two"),
        (
            "<span class=akn-p>Insert:</span><span class=akn-embeddedStructure data-startQuote='“' "
            "data-endQuote='”'><span class=akn-section><h3>4. Fees</h3><span class=akn-p>None."
            "</span></span></span><span class=akn-p>So.</span>",
            "Insert:\n\n“4. Fees\n\nNone.”\n\nSo.",
        ),
        ("<p><span class=label>(1)</span>a<p><span class=label>So</span>: b", "(1) a\n\nSo: b"),
        (
            "<section><span class=akn-num>(3)</span></section>"
            "<section><span class=akn-num>(4)</span><span class=akn-p>one</span></section>",
            "(3)\n\n(4) one",
        ),
        ("<div title=header><p>no</div><div style='mso-element:footer'>no</div>one", "one"),
        ("<span class=akn-p>an <span class=akn-del>old</span> fee</span>", "an fee"),
        (
            "<p><span class=LegSP1No>2</span><span class=LegRHS>Fees</span>"
            "<p><span class='LegDS LegP2NoC1Amend'>“(1A)</span><span>a fee</span>",
            "2 Fees\n\n“(1A) a fee",
        ),
        ("<h2>one <a href=#x>¶</a></h2>two <a href=#>Back to top</a>", "one\n\ntwo"),
        ("<p>see <a href=#x><span class=sr-only>no</span>one</a>", "see one"),
    ],
)
def test_words_are_read_as_a_browser_shows_them(body: str, text: str) -> None:
    assert page(body).text == text


LONG = "x" * 300


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", "| a | b |\n| c | d |"),
        ("<tr><td>(a)<td>words;<tr><td>(b)<td><p>more<p>words", "(a) words;\n\n(b) more\n\nwords"),
        ("<tr><td>1.<td>Ports<td>5", "| 1. | Ports | 5 |"),
        ("<tr><td>1<td>Ports", "| 1 | Ports |"),
        ("<tr><td>1<td>A port is open.", "1 A port is open."),
        ("<tr><td>Section 4.<td>Ports", "Section 4. Ports"),
        ("<tr><td><td>one<td>&nbsp;", "one"),
        (f"<tr><td>one<td>{LONG}", f"one\n\n{LONG}"),
        ("<tr><td>(a)<td>x<table><tr><td>(i)<td>y</table>", "(a) x\n\n(i) y"),
        ("<td>one", "one"),
        ("<tr><td>No.<td>Ports.", "| No. | Ports. |"),
        ("<tr><td>Civil.<td>Ports.", "| Civil. | Ports. |"),
        # a note in the margin, on either side, is the heading of its provision
        ("<tr><td>Fees.<td>4. A fee is due.", "Fees.\n\n4. A fee is due."),
        ("<tr><td>4.—(1) A fee is due.<td>Fees.", "Fees.\n\n4.—(1) A fee is due."),
        ("<tr><td>Meaning<td>4. In this Act—", "Meaning\n\n4. In this Act—"),
        ("<tr><td>Meaning<td>4. In this Act, a port:", "Meaning\n\n4. In this Act, a port:"),
        ("<tr><td>Powers<td>4. A master—<p>(a) may land", "Powers\n\n4. A master—\n\n(a) may land"),
        ("<tr><td>Powers<td>4. A master—", "Powers\n\n4. A master—"),
        ("<tr><td>By day<td>4. Landing: a ship", "| By day | 4. Landing: a ship |"),
        ("<tr><td>1. Landing by night<td>Ten crowns", "| 1. Landing by night | Ten crowns |"),
        ("<tr><td>1. Who is late<td>10 crowns", "| 1. Who is late | 10 crowns |"),
        ("one<tr>two<td>three", "one\ntwo\nthree"),
    ],
)
def test_tables_are_read_row_by_row(rows: str, text: str) -> None:
    assert page(f"<table>{rows}</table>").text == text


def test_a_list_in_the_first_section_of_a_list_is_its_subsections() -> None:
    source = page(
        "<h1>Ferries Act</h1><ol><li><b>Lists</b><ol><li>A master shall keep a list.<li>A mate "
        "may see it.</ol><li><b>Fares</b><p>A passenger shall pay.</ol>"
    )
    assert [one.number for one in segment(source.text).clauses] == ["1(1)", "1(2)", "2"]


PROVISIONS = [
    ("1", "Lists", "(1) A master shall keep a list.<br>(2) A mate may see it."),
    ("", "", "(3) The list is public."),
    ("2", "Fares", "A passenger shall pay the fare."),
    ("3", "Dogs", "A dog may travel."),
]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
@pytest.mark.parametrize("head", [("Section", "Title", "Provision"), ()])
def test_columns_of_numbers_headings_and_words_are_provisions_in_any_order(
    order: tuple[int, ...], head: tuple[str, ...]
) -> None:
    rows = [row for row in (head, *PROVISIONS) if row]
    told = "".join(f"<tr>{''.join(f'<td>{row[at]}</td>' for at in order)}</tr>" for row in rows)
    source = page(f"<h1>Ferries Act</h1><table>{told}</table>")
    assert [(one.number, one.heading) for one in segment(source.text).clauses] == [
        ("1(1)", "Lists"),
        ("1(2)", "Lists"),
        ("1(3)", "Lists"),
        ("2", "Fares"),
        ("3", "Dogs"),
    ]


def test_three_columns_of_data_are_rows() -> None:
    told = "<tr><td>1<td>Barge<td>Ten crowns<tr><td>2<td>Raft<td>Two crowns"
    assert page(f"<table>{told}</table>").text == (
        "| 1 | Barge | Ten crowns |\n| 2 | Raft | Two crowns |"
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>A fee<sup>1</sup>, if due<p><sup>1</sup> Now ten.", "A fee, if due"),
        ("<p>A fee<sup>1</sup>, if due", "A fee1, if due"),
        ("<p>A fee <a href=#f>(*)</a>.<div id=f>(*) No.</div>", "A fee (*).\n\n(*) No."),
        ("<p>A fee <a href=#note1>(*)</a>.<div id=note1>(*) No.</div>", "A fee."),
        ("<p>A fee<sup><a href=#a>a</a></sup><ol><li id=a><a href=#b>^</a> No.</ol>", "A fee"),
        # as a browser saves a page, with its own address; and as sites of laws have notes
        ("<p>A fee<a href=http://x/y#n1><sup>1</sup></a>.<p id=n1>1 Now ten.", "A fee."),
        (
            "<p>A fee (<a href=#E1>1</a>).<p class=footnote><a id=E1 href=#x>(1)</a> No.",
            "A fee ().",
        ),
        (
            "<p>A fee<sup><a href=#s1>1</a></sup>.<span class=akn-authorialNote id=s1>No.</span>",
            "A fee.",
        ),
        # a reference, and a word that is linked, call no note
        ("<p>See <a href=#s5>5</a>.<p id=s5>5 Fees.", "See 5.\n\n5 Fees."),
        # an editor's bracket is told by its digits
        (
            "<p>A fee<sup>1</sup>[of ten]<p><sup>1</sup> Now ten.",
            "A fee1[of ten]\n\n1 Now ten.",
        ),
        # paragraphs that are counted by raised numbers are law
        (
            "<p><sup>1</sup> Fees are due<sup>2</sup>.<p><sup>2</sup> Rise.<p><sup>3</sup> So.",
            "1 Fees are due2.\n\n2 Rise.\n\n3 So.",
        ),
    ],
)
def test_footnotes_and_their_marks_are_set_aside(body: str, text: str) -> None:
    assert page(body).text == text


def test_what_is_left_out_is_said_with_its_lines() -> None:
    source = page(
        "<p>1. A <del>big</del> fee<sup>1</sup>.\n<p>2. <del> </del>So.\n<p><sup>1</sup> No."
    )
    assert source.notes == (
        "act.html has words that are struck out (line 1): they are left out.",
        "act.html has footnotes and their marks (lines 1, 3): they are left out.",
    )


def test_the_page_names_a_law_that_does_not_name_itself() -> None:
    head = "<title>Ferries Act 1990 | Laws of Arden</title>"
    assert page(f"<h2>Masters</h2><p>1. {DUTY}", head).title == "Ferries Act 1990"
    assert page(f"<h1>Boats Act</h1><p>1. {DUTY}", head).title == "Boats Act"
    assert page(f"<p>1. {DUTY}", "<title>Ferries</title>").title == "Ferries"
    assert page(f"<h2>Masters</h2><p>1. {DUTY}", "<title>Ferries</title>").title == "Masters"
    assert page(f"<p>1. {DUTY}").title == "act"


def test_a_site_that_names_the_country_of_a_law_is_believed() -> None:
    law = '<la-akoma-ntoso frbr-expression-uri="/akn/{}/act/1990/1/eng">1. ' + DUTY
    assert page(law.format("zw-harare")).jurisdiction == "ZW"
    unknown = page(law.format("xx"))
    assert unknown.jurisdiction == ""
    assert unknown.notes == (
        "act.html states the jurisdiction xx, which is no country's code: it is passed over.",
    )


def test_a_title_that_reads_as_a_sentence_is_one() -> None:
    law = (
        f"<h2>Duties</h2><p>1. {DUTY}</p><h2>Lists are kept by the master.</h2><p>2. {DUTY}</p>"
        f"<h2>Fees</h2><p>3. {DUTY}</p>"
    )
    assert texts(page(law)) == {"1": DUTY, "2": DUTY, "3": DUTY}


def test_the_clauses_of_a_page_are_those_that_it_shows() -> None:
    law = (
        "<h3>1. Fees</h3><ol type=1><li value=1>A fee is due—<ol type=a><li>daily; or"
        "<li>weekly.</ol></ol><table><tr><td>2.</td><td>No ship may leave.</td></tr></table>"
    )
    assert texts(page(law))["2"] == "No ship may leave."


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("<!doctype html><title>Act</title><script>1</script>", "is a web page without text"),
        ("<html><frameset><frame src=a></frameset></html>", "is a web page without text"),
        ("<div>" * 9000 + DUTY, "is a damaged web page, its elements are set thousands deep"),
        ("<p>Der Kapitän hat die Zahl der Reisenden und das Gepäck zu prüfen und ist für die "
         "Sicherheit auf dem Schiff und in dem Hafen verantwortlich, wenn nicht ein anderes "
         "Gesetz es für den Fall der Not anders regelt.", "is in German: only English is read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(text: str, complaint: str) -> None:
    with pytest.raises(InputError) as error:
        read(text.encode(), name="act.html")
    assert str(error.value).startswith(f"act.html {complaint}")
    assert str(error.value).endswith(".")


def test_a_page_of_endless_tags_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MOST_TAGS", 50)
    with pytest.raises(InputError, match="is a web page of over 50 tags, more than any one law"):
        page("<p>" * 60 + DUTY)


@pytest.mark.parametrize(
    ("opened", "what"),
    [("<!-- x <p>y", "a comment"), ("<script>x <p>y", "<script>"), ("<a href='x", "a tag")],
)
def test_what_a_page_opens_and_never_closes_is_told(opened: str, what: str) -> None:
    source = read(f"<p>1. {DUTY}\n{opened}".encode(), name="act.html")
    assert source.text == f"1. {DUTY}"
    (note,) = source.notes
    assert what in note
    assert "in line 2 that is never closed: no browser shows what follows" in note


def test_nothing_that_a_page_names_is_fetched_or_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    text = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY own SYSTEM "{secret.as_uri()}">]>'
        f'<html><head><link rel="stylesheet" href="{secret.as_uri()}"/></head><body>'
        f'<iframe src="{secret.as_uri()}"/><p>1. {DUTY} &own;</p></body></html>'
    )
    source = read(text.encode(), name="act.html")
    assert "hidden" not in source.text
    assert source.text.endswith(f"1. {DUTY} &own;")
