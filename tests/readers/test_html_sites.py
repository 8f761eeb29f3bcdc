"""The pages of EUR-Lex and of legislation.gov.uk, whose classes say what opens a provision."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.readers import read
from annotator.readers.html import layout, page
from annotator.readers.html.marked import marked_law
from annotator.readers.intake import Intake
from annotator.source import Source
from tests.readers.marked import cut

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def words(text: str) -> str:
    return f"<p class='oj-normal'>{text}</p>"


def point(number: str, text: str) -> str:
    return (
        f"<table>\n <tbody>\n <tr><td><p class='oj-normal'>{number}</p></td>\n"
        f"<td><p class='oj-normal'>{text}</p></td></tr></tbody></table>"
    )


def article(number: str, title: str, body: str) -> str:
    return (
        f"<div class='eli-subdivision' id='art_{number}'><p class='oj-ti-art'>Article {number}</p>"
        f"<div class='eli-title'><p class='oj-sti-art'>{title}</p></div>{body}</div>"
    )


def eur_lex(body: str, annexes: str = "") -> Source:
    """An act as the Official Journal has it."""
    html = (
        "<!DOCTYPE html><html><body><p class='oj-doc-ti'>REGULATION 9/1990 ON FERRIES</p>"
        f"<div id='pbl_1'>{words('THE COUNCIL,')}{point('(1)', 'Ferries carry persons.')}</div>"
        f"<div id='enc_1'>{body}</div><div id='fnp_1'>{words('It is binding.')}"
        f"<div class='oj-final'><p class='oj-signatory'>The President</p></div></div>"
        f"{annexes}<p>ISSN 1234</p></body></html>"
    )
    return read(html.encode(), name="act.html")


def uk(body: str, title: str = "Ferries Act 1990") -> Source:
    """A law on legislation.gov.uk."""
    html = (
        f"<!DOCTYPE html><html><head><title>{title} - legislation</title></head><body>"
        f"<div id='viewLegSnippet'><div class='LegSnippet'>{body}</div></div></body></html>"
    )
    return read(html.encode(), name="act.html")


def told(source: Source) -> list[tuple[str, str, str]]:
    return [(one.number, one.heading, " ".join(one.text.split())) for one in cut(source).clauses]


def level(n: int, number: str, text: str) -> str:
    return (
        f"<p class='LegClearFix LegP{n}Container'><span class='LegDS LegLHS LegP{n}No'>{number}"
        f"</span><span class='LegDS LegRHS LegP{n}Text'>{text}</span></p>"
    )


def section(number: str, title: str) -> str:
    return (
        f"<h3 class='LegP1Container'><span class='LegDS LegP1No'>{number}</span>"
        f"<span class='LegDS LegP1GroupTitle'>{title}</span></h3>"
    )


def test_articles_paragraphs_and_points_are_those_that_the_journal_marks() -> None:
    source = eur_lex(
        "<p class='oj-ti-section-1'>CHAPTER I</p><p class='oj-ti-section-2'>General</p>"
        + article("1", "Definitions", words("Here:") + point("(1)", "‘ferry’ is a boat;"))
        + article(
            "2a",
            "Duties",
            "<div id='002.001'>"
            + words("1.&nbsp;&nbsp;&nbsp;The master shall:")
            + point("(a)", f"count:</p>{point('—', 'men,')}{point('—', 'women;')}<p>")
            + point("(b)", "rest.")
            + words("A cook may rest, too.")
            + "</div>"
            + words("2.&nbsp;&nbsp;&nbsp;The list is kept in")
            + words("12. That is all."),
        )
        + article("3", "Force", words("It enters into force."))
    )
    assert told(source) == [
        ("1", "Definitions", "Here: (1) ‘ferry’ is a boat;"),
        ("2a(1)", "Duties",
         "The master shall: (a) count: — men, — women; (b) rest. A cook may rest, too."),
        ("2a(2)", "Duties", "The list is kept in 12. That is all."),
        ("3", "Force", "It enters into force."),
    ]  # fmt: skip
    chapter = cut(source).provisions[0]
    assert (chapter.number, chapter.heading) == ("Chapter I", "General")
    assert [one.number for one in chapter.items] == ["1", "2a", "3"]


def test_an_article_of_another_act_opens_none() -> None:
    quoted = (
        "<p class='oj-ti-art'>‘Article 9</p><p class='oj-sti-art'>Fees</p>"
        + words("1.&nbsp;&nbsp;&nbsp;No fee is due.")
        + words("2.&nbsp;&nbsp;&nbsp;No coin is due.’;")
    )
    inside = point("(1)", f"it is replaced:</p>{quoted}<p>")
    source = eur_lex(
        article("1", "Change", words("Article 9 is replaced by the following:") + quoted)
        + article("2", "More", words("Regulation 8 is amended:") + inside)
        + article("3", "Force", words("It enters into force."))
    )
    assert [(number, title) for number, title, _ in told(source)] == [
        ("1", "Change"),
        ("2", "More"),
        ("3", "Force"),
    ]


def test_a_quotation_that_is_not_closed_ends_with_the_article_that_holds_it() -> None:
    quoted = "<p class='oj-ti-art'>‘Article 4a</p><p class='oj-sti-art'>Lists</p>"
    source = eur_lex(
        article("1", "Change", words("This is inserted:") + quoted + words("Keep a list."))
        + article("5", "Search", words("A warden may search."))  # 2 to 4 were taken out
    )
    assert [number for number, _, _ in told(source)] == ["1", "5"]
    assert told(source)[1][2] == "A warden may search."


def test_a_quotation_that_is_not_closed_ends_where_the_act_goes_on() -> None:
    quoted = "<p class='oj-ti-art'>‘Article 9</p>" + words("No fee is due.")
    source = eur_lex(
        article("1", "Change", words("This is inserted:") + quoted + words("So it is."))
        + article("2", "Force", words("It enters into force."))
    )
    assert [number for number, _, _ in told(source)] == ["1", "2"]


def test_annexes_are_read_and_what_stands_behind_the_signature_is_not() -> None:
    source = eur_lex(
        article("1", "Fees", words("The fees are in the Annexes.")),
        "<div id='anx_I'><p class='oj-doc-ti'>ANNEX I</p><p class='oj-doc-ti'>Fees</p>"
        "<p class='oj-ti-grseq-1'>Coins</p>"
        + words("A fee is one coin.")
        + "<table><tr><td>Ferry</td><td>Fee</td><td>Day</td></tr></table></div>"
        "<div id='anx_II'><p class='oj-doc-ti'>ANNEX II</p>"
        + words("1.&nbsp;&nbsp;A lamp.")
        + words("2.&nbsp;&nbsp;A rope.")
        + "</div>",
    )
    assert told(source)[1:] == [
        ("Annex I", "", "A fee is one coin. | Ferry | Fee | Day |"),
        ("Annex II, 1", "", "A lamp."),
        ("Annex II, 2", "", "A rope."),
    ]
    alone = eur_lex(article("1", "Fees", words("The fees are in the Annexes.")))
    assert told(alone) == [("1", "Fees", "The fees are in the Annexes.")]


def test_marks_of_changes_are_left_out_of_what_is_consolidated() -> None:
    html = (
        "<html><body><p class='modref'><a href='#M1'>▼M1</a></p>"
        "<p class='title-article-norm'>Article 1<span>a</span></p>"
        "<div class='eli-title'><p class='stitle-article-norm'>Masters</p></div>"
        "<div class='norm'><span class='no-parag'>1. </span><div class='norm inline-element'>The "
        "►M1 master and the crew ◄ are <span>►</span><a href='#M2'>M2</a> persons <span>◄</span>:"
        "</div></div><div class='grid-container grid-list'><div class='grid-list-column-1'>"
        "<span>(a) </span></div><div class='grid-list-column-2'><p class='norm'>free; and</p></div>"
        "</div><div class='grid-container grid-list'><div class='grid-list-column-1'>(b)</div>"
        "<div class='grid-list-column-2'><p class='norm'>safe.</p></div></div>"
        "<p class='title-annex-1'>ANNEX</p><p class='title-annex-2'>FEES</p><p class='norm'>One "
        "coin.</p></body></html>"
    )
    source = read(html.encode(), name="act.html")
    assert told(source) == [
        ("1a(1)", "Masters", "The master and the crew are persons: (a) free; and (b) safe."),
        ("Annex", "", "One coin."),
    ]


def test_a_line_in_place_of_what_an_act_was_rid_of_is_none_of_it() -> None:
    html = (
        "<html><body><p class='title-article-norm'>Article 1</p><div class='norm'><span "
        "class='no-parag'>1. </span><div class='norm inline-element'>A master rests.</div></div>"
        "<p class='modref'>▼M1</p><p class='norm'>—————</p><p class='modref'>▼B</p>"
        "<div class='norm'><span class='no-parag'>3. </span><div class='norm inline-element'>A "
        "cook rests.</div></div><p class='title-article-norm'>Article 2</p><p class='modref'>▼M1"
        "</p><p class='norm'>—————</p></body></html>"
    )
    source = read(html.encode(), name="act.html")
    assert told(source) == [("1(1)", "", "A master rests."), ("1(3)", "", "A cook rests.")]
    assert cut(source).provisions[-1].number == "2"


def test_the_address_and_the_number_of_the_journal_below_an_act_are_none_of_it() -> None:
    annex = (
        "<div id='anx_I'><p class='oj-doc-ti'>ANNEX</p>" + words("A fee is one coin.") + "</div>"
    )
    journal = words("ELI: http://data.europa.eu/eli/reg/1990/9/oj") + words(
        "ISSN 1977-0677 (electronic edition)"
    )
    source = eur_lex(article("1", "Fees", words("A fee is due.")), annex + journal)
    assert told(source)[-1] == ("Annex", "", "A fee is one coin.")


def test_points_may_stand_behind_a_column_without_words() -> None:
    indented = point("(a)", "the sick;").replace(
        "<tr>", "<tr><td><p class='oj-normal'>&nbsp;</p></td>"
    )
    source = eur_lex(article("1", "Help", words("Assist:") + indented + point("(b)", "the old.")))
    assert told(source) == [("1", "Help", "Assist: (a) the sick; (b) the old.")]
    assert [one.number for one in cut(source).provisions[-1].items] == ["1(a)", "1(b)"]


def test_sections_of_an_act_are_those_that_the_site_marks() -> None:
    source = uk(
        "<h2 class='LegPart'><span class='LegPartNo'>Part 1</span>"
        "<span class='LegPartTitle'>Boats</span></h2><p class='LegPblockTitle'>Masters</p>"
        + section("1", "Duties")
        + level(2, "(1)", "A master must—")
        + level(3, "(a)", "rest, <span class='LegChangeDelimiter'>[</span><a href='#c' "
                "class='LegCommentaryLink'>F1</a>or eat,<span class='LegChangeDelimiter'>]</span>")
        + "<p class='LegP2ParaText'>on each crossing.</p>"
        + level(2, "(2)", "After section 8 insert—")
        + "<h4 class='LegP1ContainerC1Amend LegAmend'><span class='LegDS LegP1NoC1Amend'>“9</span>"
        "<span class='LegDS LegP1GroupTitleC1Amend'>Lamps</span></h4>"
        "<p class='LegP2ContainerC1Amend LegAmend'><span class='LegDS LegP2NoC1Amend'>(1)</span>"
        "<span class='LegDS LegP2TextC1Amend'>A lamp burns.”</span></p>"
        + section("2", "Fares")
        + "<p class='LegRHS LegP1Text'>A fare is due.</p>"
    )  # fmt: skip
    assert told(source) == [
        ("1(1)", "Duties", "A master must— (a) rest, or eat, on each crossing."),
        ("1(2)", "Duties", "After section 8 insert— “9 Lamps “(1) A lamp burns.”"),
        ("2", "Fares", "A fare is due."),
    ]
    assert cut(source).clauses[0].path == ("Part 1 Boats", "Masters")


def test_definitions_and_their_items_are_lines_without_bullets_behind_their_numbers() -> None:
    def item(number: str, text: str) -> str:
        return (
            f"<div class='LegListItem'><div class='LegLevel4No LegListItemNo'>{number}</div>"
            f"\n<p class='LegListTextStandard LegLevel4'>{text}</p></div>"
        )

    def defined(text: str) -> str:
        return f"<li>\n<p class='LegListTextStandard LegLevel3'>{text}</p>"

    source = uk(
        section("1", "Interpretation")
        + "<p class='LegP1ParaText'>In this Act—</p><ul class='LegTabbedDef LegUnorderedList'>"
        + defined("“boat” means a ship;</li>")
        + defined("“master” means—")
        + f"<div class='LegAlphaList'>{item('(a)', 'a captain, or')}{item('(b)', 'a mate.')}</div>"
        + "</li></ul><h1 class='LegSchedulesTitle'>SCHEDULES</h1><h1 class='LegScheduleFirst'>"
        "<span class='LegScheduleNo'>SCHEDULE 1</span></h1>"
        "<p class='LegSP1Container'><span class='LegDS LegSP1No'>1</span>"
        "<span class='LegDS LegSP1Text'>The Old Act is repealed.</span></p>"
    )
    assert told(source) == [
        ("1", "Interpretation", "In this Act—"),
        ("1 “boat”", "Interpretation", "“boat” means a ship;"),
        ("1 “master”", "Interpretation", "“master” means— (a) a captain, or (b) a mate."),
        ("Schedule 1, 1", "", "The Old Act is repealed."),
    ]
    lines = [line.strip() for line in source.text.splitlines()]
    assert "(a) a captain, or" in lines
    assert "SCHEDULES" in lines


@pytest.mark.parametrize(
    ("called", "mark"),
    [("LegTabbed", ""), ("LegBulleted", "• "), ("LegDashedC1", "— "), ("LegUnorderedList", "")],
)
def test_items_have_the_marks_that_the_name_of_their_list_says(called: str, mark: str) -> None:
    items = "<li><p class='LegListTextStandard'>rest;</p></li><li><p>eat.</p></li>"
    source = uk(
        section("1", "Duties")
        + f"<p class='LegP1ParaText'>Masters—</p><ul class='{called}'>{items}</ul>"
    )
    assert told(source) == [("1", "Duties", f"Masters— {mark}rest; {mark}eat.")]


def test_the_number_of_a_section_and_of_its_first_item_may_stand_on_one_line() -> None:
    source = uk(
        section("1", "Duties") + "<p class='LegP1ParaText'>A master rests.</p>"
        "<p class='LegClearFix LegP3Container'><span class='LegDS LegP1No'>2</span>"
        "<span class='LegDS LegSN1N3No'>(a)</span>"
        "<span class='LegDS LegRHS LegP3Text'>A cook rests,</span></p>"
        + level(3, "(b)", "a mate rests—")
        + level(4, "(i)", "at night.")
    )
    assert told(source)[1:] == [
        ("2(a)", "", "A cook rests,"),
        ("2(b)", "", "a mate rests— (i) at night."),
    ]


def test_an_instrument_has_regulations_schedules_and_a_note_that_is_none_of_it() -> None:
    source = uk(
        "<p class='LegText'>The ministers make these Regulations.</p>"
        "<h3 class='LegP1GroupTitleFirst'>Citation</h3><p class='LegP1ParaText'>"
        "<span class='LegP1No'>1.</span>—<span class='LegP2No'>(1)</span>&nbsp;They are cited.</p>"
        + level(2, "(2)", "They apply to boats.")
        + "<h3 class='LegP1GroupTitle'>Fees</h3><p class='LegP1ParaText'>"
        "<span class='LegP1No'>2.</span> A fee is due.</p><p class='LegSigSignee'>A. Warden</p>"
        "<h2 class='LegSchedule'><span class='LegScheduleNo'>SCHEDULE 1</span>"
        "<span class='LegScheduleTitle'>Coins</span></h2><p class='LegArticleRef'>Regulation 2</p>"
        "<p class='LegP1ParaText'><span class='LegP1No'>1.</span> One coin.</p>"
        "<h2 class='LegExpNoteTitle'>NOTE</h2><p class='LegExpNoteText'>No part of it.</p>",
        "The Ferries Regulations 1990",
    )
    assert told(source) == [
        ("1(1)", "Citation", "They are cited."),
        ("1(2)", "Citation", "They apply to boats."),
        ("2", "Fees", "A fee is due."),
        ("Schedule 1, 1", "", "One coin."),
    ]
    assert [one.word for one in cut(source).provisions][:2] == ["regulation", "regulation"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_word_of_a_page_is_lost_whoever_reads_it(path: Path) -> None:
    intake = Intake(path.name, path.read_bytes())
    plain = layout.laid_out(page.law_on(intake)).text
    said = read(path.read_bytes(), name=path.name).text
    assert sorted(re.findall(r"\w+", said)) == sorted(re.findall(r"\w+", plain))


#: What pages of the sites are made of, in any order and however deep.
PIECES = [
    "<p class='oj-ti-art'>Article {n}</p>",
    "<p class='oj-sti-art'>{w}</p>",
    "<p class='oj-ti-section-1'>CHAPTER {n}</p>",
    "<p class='oj-ti-section-2'>{w}</p>",
    "<p class='oj-normal'>{n}.&nbsp;&nbsp;{w}</p>",
    "<p class='oj-normal'>{w} ►M1 {w} ◄</p>",
    "<p class='oj-ti-art'>‘Article {n}</p>",
    "<p>{w}’;</p>",
    "<div id='anx_{n}'><p class='oj-doc-ti'>ANNEX</p>{more}</div>",
    "<div id='art_{n}' class='eli-subdivision'>{more}</div>",
    "<table><tr><td>({n})</td><td>{w}{more}</td></tr></table>",
    "<table><tr><td>{w}</td><td>{more}</td><td>{w}</td></tr></table>",
    "<div class='oj-final'>{w}{more}</div>",
    "<h2><span class='LegPartNo'>Part {n}</span> <span class='LegPartTitle'>{w}</span></h2>",
    "<h3 class='LegP1GroupTitle'>{w}</h3>",
    "<h3><span class='LegP1No'>{n}</span> <span class='LegP1GroupTitle'>{w}</span></h3>",
    "<p><span class='LegP2No'>({n})</span> <span class='LegP2Text'>{w}</span></p>",
    "<p><span class='LegP3No'>(a)</span> {w}{more}</p>",
    "<p class='LegP2ParaText'>{w}</p>",
    "<p class='LegP2TextC1Amend'>{w}</p>",
    "<h2><span class='LegScheduleNo'>Schedule {n}</span><p class='LegArticleRef'>{w}</p></h2>",
    "<ul><li>{w}{more}</li></ul>",
    "{w}<br>{w}",
    "<section class='akn-section' data-eid='sec_{n}'><h3>{n}. {w}</h3>{more}</section>",
    "<span class='akn-num'>({n})</span>",
    "<span class='akn-content'><span class='akn-p'>{w}</span>{more}</span>",
]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of one of the sites, whose words are English and each its own."""
    count = 0

    def filled(depth: int) -> str:
        nonlocal count
        made = ""
        for piece in draw(st.lists(st.sampled_from(PIECES), max_size=5)):
            more = filled(depth + 1) if "{more}" in piece and depth < 3 else ""
            while "{w}" in piece:
                count += 1
                piece = piece.replace("{w}", f"the warden of it w{count}x has any", 1)
            made += piece.replace("{n}", str(draw(st.integers(1, 4)))).replace("{more}", more)
        return made

    kind = draw(st.sampled_from(("<p class='oj-ti-art'>Article 1</p>", "<i class='LegP1No'>1</i>",
                                 "<section class='akn-section'>1</section>")))  # fmt: skip
    return f"<!DOCTYPE html><html><body><p>An Act.</p>{kind}{filled(0)}</body></html>"


@given(pages())
@settings(max_examples=150, deadline=None)
def test_whatever_a_page_is_made_of_none_of_its_words_is_lost(html: str) -> None:
    intake = Intake("act.html", html.encode())
    law = page.law_on(intake)
    plain = re.findall(r"w\d+x", layout.laid_out(law).text)
    marked = marked_law(law)
    said = re.findall(r"w\d+x", marked[0].text) if marked else plain
    assert sorted(said) == sorted(plain)


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr>Beside the cells <td>(a)</td><td>a visa is valid;</td></tr></table>",
        "<table><tr>Beside the cells <td>Form</td><td>Fee</td><td>10</td></tr></table>",
        "<div class='grid-container'>Beside the cells <div>(a)</div><div>a visa;</div></div>",
    ],
)
def test_words_beside_the_cells_of_a_row_are_not_lost(table: str) -> None:
    assert "Beside the cells" in eur_lex(article("1", "Visas", words("Here:") + table)).text


def test_dashes_without_end_take_no_time() -> None:
    uk(section("1", "Visas") + "<p>—</p>" * 15_000 + "<p>The visa of a person is valid.</p>")
