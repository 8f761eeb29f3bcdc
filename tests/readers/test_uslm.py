"""USLM, as Congress has it: the structure is what the file marks."""

from annotator.readers import read
from tests.readers.marked import clauses, cut, uslm

BILL = uslm(
    "<longTitle><officialTitle>To feed passengers.</officialTitle></longTitle>"
    "<enactingFormula>Be it enacted,</enactingFormula>"
    "<toc><referenceItem>Sec. 1. Title.</referenceItem></toc>"
    "<title><num value='I'>TITLE I—</num><heading>FERRIES</heading>"
    "<section><num value='101'>SEC. 101. </num><heading>SHORT TITLE.</heading>"
    "<content>This Act may be cited as the “<shortTitle>Ferry Wardens Act</shortTitle>”.</content>"
    "<sourceCredit>(9 Stat. 1)</sourceCredit></section>"
    "<section><num value='102'>SEC. 102. </num><heading>DUTIES.</heading>"
    "<subsection><num>(a) </num><heading>In general.—</heading><chapeau>A warden shall—</chapeau>"
    "<paragraph><num>(1)<ref class='footnoteRef'>2</ref> </num><content>feed any passenger;"
    "<footnote><p>So printed.</p></footnote> and</content></paragraph>"
    "<paragraph><num>(2) </num><content>keep <deletedText>a</deletedText><addedText>the"
    "</addedText> lamps lit,</content></paragraph>"
    "<continuation>on every crossing.</continuation></subsection>"
    "<subsection><num>(b) </num><heading>Harbors.—</heading><content>The Harbor Act is amended by"
    " adding the following: <quotedContent><section><num>“<b>SEC. 9.</b> </num><heading>LAMPS."
    "</heading><content>A lamp shall burn.</content></section></quotedContent>.</content>"
    "</subsection></section></title>"
)


def test_a_bill_is_laid_out_as_it_is_printed() -> None:
    source = read(BILL.encode(), name="bill")
    assert source.text == (
        "A bill of the Ninth House.\n"
        "To feed passengers.\n"
        "Be it enacted,\n"
        "\n"
        "TITLE I—\n"
        "FERRIES\n"
        "\n"
        "SHORT TITLE.\n"
        "SEC. 101. This Act may be cited as the “Ferry Wardens Act”.\n"
        "\n"
        "DUTIES.\n"
        "SEC. 102. (a) In general.— A warden shall—\n"
        "    (1) feed any passenger; and\n"
        "    (2) keep the lamps lit,\n"
        "  on every crossing.\n"
        "  (b) Harbors.— The Harbor Act is amended by adding the following:\n"
        "    “SEC. 9. LAMPS.\n"
        "    “A lamp shall burn.”.\n"
    )
    assert (source.title, source.jurisdiction, source.date, source.format) == (
        "Ferry Wardens Act",
        "US",
        "2031-04-05",
        "uslm",
    )


def test_its_clauses_are_those_that_it_marks() -> None:
    found = cut(read(BILL.encode())).clauses
    path = ("TITLE I— FERRIES",)
    assert [(one.number, one.eid, one.heading, one.path) for one in found] == [
        ("101", "sec_101", "SHORT TITLE.", path),
        ("102(a)", "sec_102__subsec_a", "In general", (*path, "DUTIES.")),
        ("102(b)", "sec_102__subsec_b", "Harbors", (*path, "DUTIES.")),
    ]
    assert found[1].text.startswith("A warden shall—")


def test_a_level_that_is_nested_too_deep_stands_where_its_rank_says() -> None:
    law = uslm(
        "<section><num>1.</num><subsection><num>(a)</num><chapeau>A lamp—</chapeau>"
        "<paragraph><num>(1)</num><content>burns.</content>"
        "<subsection><num>(b)</num><content>Oil burns.</content></subsection>"
        "</paragraph></subsection></section>"
    )
    assert clauses(law) == {"1(a)": "A lamp— (1) burns.", "1(b)": "Oil burns."}


def test_the_namespace_of_the_code_is_read_too() -> None:
    code = BILL.replace("schemas.gpo.gov/xml/uslm", "xml.house.gov/schemas/uslm/1.0")
    assert clauses(code) == clauses(BILL)


def test_accounts_with_words_are_provisions_and_those_without_stand_over_them() -> None:
    law = uslm(
        "<title><num>TITLE I</num><heading>FERRIES</heading>"
        "<appropriations level='major'><heading>Wardens</heading></appropriations>"
        "<appropriations level='intermediate'><heading>Pay</heading><content><p>For pay, ten "
        "crowns: <proviso>Provided, That no cook is paid.</proviso></p></content></appropriations>"
        "<appropriations level='intermediate'><heading>Care</heading></appropriations>"
        "<appropriations level='small'><heading>Food</heading><content>For food, one crown."
        "</content></appropriations><appropriations level='major'><heading>General</heading>"
        "</appropriations><section><num>SEC. 101.</num><content>No fee is due.</content></section>"
        "</title>"
    )
    found = cut(read(law.encode())).clauses
    title = "TITLE I FERRIES"
    assert [(one.number, one.heading, one.path) for one in found] == [
        ("unnumbered", "Pay", (title, "Wardens")),
        ("unnumbered", "Food", (title, "Wardens", "Care")),
        ("101", "", (title, "General")),
    ]
    assert found[0].text == "For pay, ten crowns: Provided, That no cook is paid."


def test_what_a_committee_struck_out_is_no_law() -> None:
    law = uslm(
        "<section changed='deleted'><num>1.</num><content>No ferry sails.</content></section>"
        "<section changed='added'><num>1.</num><content>A ferry sails.</content></section>"
    )
    assert clauses(law) == {"1": "A ferry sails."}


def test_words_to_be_struck_stand_between_marks() -> None:
    law = uslm(
        "<section><num>1.</num><content>Section 2 is amended by striking <quotedText>man"
        "</quotedText> and inserting <quotedText>“person”</quotedText>.</content></section>"
    )
    assert clauses(law) == {"1": "Section 2 is amended by striking “man” and inserting “person”."}
