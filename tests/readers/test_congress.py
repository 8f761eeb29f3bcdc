"""Bills of Congress in the XML before USLM: the structure is what the file marks."""

from annotator.readers import read
from tests.readers.marked import clauses, cut


def bill(body: str) -> str:
    """A bill as the House of Representatives prints it."""
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE bill PUBLIC "-//US Congress//DTDs/x//EN" "bill.dtd">\n'
        "<bill bill-stage='Introduced-in-House'><metadata xmlns:dc='http://purl.org/dc/elements/'>"
        "<dublinCore><dc:title>9 HR 12 IH: Ferry Wardens Act</dc:title></dublinCore></metadata>"
        "<form><congress>9th CONGRESS</congress><official-title>To feed passengers."
        f"</official-title></form><legis-body>{body}</legis-body></bill>"
    )


BILL = bill(
    "<section><enum>1.</enum><header>Short title</header><text>This Act may be cited as the "
    "<quote><short-title>Ferry Wardens Act</short-title></quote>.</text></section>"
    "<title><enum>I</enum><header>Duties</header><toc><toc-entry>Sec. 2</toc-entry></toc>"
    "<section><enum>2.</enum><header>Wardens</header><subsection><enum>(a)</enum><header>In general"
    "</header><text>A warden shall—</text><paragraph><enum>(1)</enum><text>feed <deleted-phrase>a "
    "man</deleted-phrase><added-phrase>any passenger</added-phrase>; and</text></paragraph>"
    "<paragraph><enum>(2)</enum><text>rest,</text></paragraph><continuation-text>on each crossing."
    "</continuation-text></subsection><subsection><enum>(b)</enum><text>The Harbor Act is amended "
    "by adding the following:</text><quoted-block><section><enum>9.</enum><header>Lamps</header>"
    "<text>A lamp burns.</text></section><after-quoted-block>.</after-quoted-block></quoted-block>"
    "</subsection></section></title>"
)


def test_a_bill_is_laid_out_as_it_is_printed() -> None:
    source = read(BILL.encode(), name="bill.xml")
    assert source.text == (
        "9th CONGRESS\n"
        "To feed passengers.\n"
        "\n"
        "Short title\n"
        "1. This Act may be cited as the “Ferry Wardens Act”.\n"
        "\n"
        "I\n"
        "Duties\n"
        "\n"
        "Wardens\n"
        "2. (a) In general A warden shall—\n"
        "    (1) feed any passenger; and\n"
        "    (2) rest,\n"
        "  on each crossing.\n"
        "  (b) The Harbor Act is amended by adding the following:\n"
        "    “9. Lamps\n"
        "    “A lamp burns.”.\n"
    )
    assert (source.title, source.jurisdiction, source.format) == (
        "Ferry Wardens Act",
        "US",
        "congress-xml",
    )


def test_its_clauses_are_those_that_it_marks() -> None:
    found = cut(read(BILL.encode())).clauses
    assert [(one.number, one.eid, one.heading, one.path[:1]) for one in found] == [
        ("1", "sec_1", "Short title", ()),
        ("2(a)", "sec_2__subsec_a", "In general", ("I Duties",)),
        ("2(b)", "sec_2__subsec_b", "Wardens", ("I Duties",)),
    ]


def test_what_a_committee_struck_out_is_no_law() -> None:
    law = bill(
        "<section changed='deleted'><enum>1.</enum><text>No ferry sails.</text></section>"
        "<section changed='added'><enum>1.</enum><text>A ferry sails.</text></section>"
    )
    assert clauses(law) == {"1": "A ferry sails."}
