"""Pages whose classes are their structure: it is taken from them."""

from annotator.readers import read
from annotator.source import Source
from tests.readers.marked import cut

_SECTION = (
    "<section class='akn-section' id='sec_{n}' data-eid='sec_{n}'><h3>{n}. {title}</h3>"
    "<span class='akn-content'><span class='akn-p'>{words}</span></span></section>"
)


def section(n: int, title: str, words: str) -> str:
    return _SECTION.format(n=n, title=title, words=words)


def page(body: str, behind: str = "") -> Source:
    """What is read of a page of Laws.Africa."""
    html = (
        "<!DOCTYPE html><html><body><la-akoma-ntoso><div class='akn-akomaNtoso'>"
        "<div class='akn-act'><div class='akn-preface'><p>1. An Act for ferries.</p></div>"
        f"<div class='akn-body'>{body}</div>{behind}</div></div></la-akoma-ntoso></body></html>"
    )
    return read(html.encode(), name="act.html")


def told(source: Source) -> list[tuple[str, str, str, str]]:
    return [
        (one.eid, one.number, one.heading, " ".join(one.text.split()))
        for one in cut(source).clauses
    ]


def test_words_that_look_like_a_number_or_a_heading_are_what_the_page_marks() -> None:
    source = page(
        section(1, "Fees", "3. These words open with a number.")
        + section(2, "A warden may board", "A fee of 2. is due.")
    )
    assert told(source) == [
        ("sec_1", "1", "Fees", "3. These words open with a number."),
        ("sec_2", "2", "A warden may board", "A fee of 2. is due."),
    ]


def test_items_parts_and_schedules_are_those_that_it_marks() -> None:
    source = page(
        "<section class='akn-part' data-eid='part_A'><h2>Part A – Boats</h2>"
        "<section class='akn-section' data-eid='sec_1A'><h3>1A Search</h3>"
        "<section class='akn-subsection' data-eid='sec_1A__subsec_1'><span class='akn-num'>(1)"
        "</span> <span class='akn-intro'><span class='akn-p'>A warden <b>may</b>—</span></span>"
        "<section class='akn-paragraph'><span class='akn-num'>(a)</span><span class='akn-content'>"
        "<span class='akn-p'>rest; <span class='akn-remark'>[so printed]</span>and</span></span>"
        "</section><section class='akn-paragraph'><span class='akn-num'>(b)</span>"
        "<span class='akn-content'><span class='akn-p'>eat.</span></span></section></section>"
        "</section></section>",
        "<div class='akn-attachments'><div class='akn-attachment' id='att_1'>"
        "<h2 class='akn-heading'>Schedule 1</h2><h3 class='akn-subheading'>Coins</h3>"
        "<div class='akn-doc'><div class='akn-mainBody'><section class='akn-paragraph'>"
        "<span class='akn-num'>1.</span><span class='akn-content'><span class='akn-p'>One coin is "
        "due.</span><table class='akn-table'><tr><td>Ferry</td><td>Coin</td></tr></table></span>"
        "</section></div></div></div></div>",
    )
    assert told(source) == [
        ("sec_1A__subsec_1", "1A(1)", "Search", "A warden may— (a) rest; and (b) eat."),
        ("att_1__para_1", "Schedule 1, 1", "", "One coin is due. | Ferry | Coin |"),
    ]
    part, schedule = cut(source).provisions
    assert (part.number, part.heading, schedule.heading) == ("Part A", "Boats", "Coins")


def test_a_table_whose_cells_hold_words_with_names_keeps_its_rows() -> None:
    cell = "<td><span class='akn-p'>{}</span></td>"
    rows = (f"<tr>{cell.format(ferry)}{cell.format(fare)}</tr>" for ferry, fare in ("AB", "CD"))
    source = page(
        "<section class='akn-section' data-eid='sec_1'><h3>1. Fares</h3><span class='akn-content'>"
        f"<span class='akn-p'>Fares are due.</span><table class='akn-table'>{''.join(rows)}</table>"
        "</span></section>"
    )
    assert source.text.endswith("| A | B |\n| C | D |\n")


def test_numbers_and_headings_that_have_names_of_their_own_are_taken() -> None:
    source = page(
        "<div class='akn-article' data-eid='art_4'><h3><span class='akn-num'>Article 4</span> "
        "<span class='akn-heading'>Lamps</span></h3><div class='akn-content'><p>A lamp<br>burns."
        "</p><ol type='a'><li>by night;<li>by day.</ol></div></div>"
    )
    assert told(source) == [("art_4", "4", "Lamps", "A lamp burns. a. by night; b. by day.")]


def test_every_word_leads_back_to_its_place_on_the_page() -> None:
    source = page(section(1, "Fees", "A fee &amp; a coin\n are due."))
    at = source.text.index("coin are")
    region = source.region(at, at + len("coin are"))
    assert region is not None
    assert (region.start_line, region.end_line) == (1, 2)


def test_a_page_that_marks_no_section_is_read_by_its_words() -> None:
    source = page("<p>1. A ferry sails.</p><p>2. A lamp burns.</p>")
    assert source.markup is None
