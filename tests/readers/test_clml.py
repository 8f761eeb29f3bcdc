"""CLML, as legislation.gov.uk has it: the structure is what the file marks."""

from annotator.readers import read
from tests.readers.marked import clauses, clml, cut

DUTIES = (
    "<Pblock><Title>Wardens</Title><P1group><Title>Duties</Title><P1 id='section-1'>"
    "<Pnumber>1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>A warden shall—</Text>"
    "<P3><Pnumber>a</Pnumber><P3para><Text>feed <Repeal>a man</Repeal>"
    "<Addition>any passenger</Addition>, and<CommentaryRef Ref='c1'/></Text></P3para></P3>"
    "<P3><Pnumber>b</Pnumber><P3para><Text>keep the lamps lit,</Text></P3para></P3>"
    "<Text>on every crossing.</Text></P2para></P2>"
    "<P2><Pnumber>2</Pnumber><P2para><Text>In the Harbour Act, after section 8 insert—</Text>"
    "<BlockAmendment><P1group><Title>Lamps</Title><P1><Pnumber>9</Pnumber><P1para><P2>"
    "<Pnumber>1</Pnumber><P2para><Text>A lamp shall burn.</Text></P2para></P2></P1para></P1>"
    "</P1group></BlockAmendment>\n<AppendText>.</AppendText></P2para></P2></P1para></P1></P1group>"
    "</Pblock><SignedSection><Signatory>A. Warden</Signatory></SignedSection>"
)
FEES = (
    "<Schedules><Schedule><Number>Schedule 2</Number><TitleBlock><Title>Fees</Title></TitleBlock>"
    "<Reference>Section 1</Reference><ScheduleBody><P1group><Title>Coins</Title><P1>"
    "<Pnumber>1</Pnumber><P1para><Text>A fee is—</Text>"
    "<OrderedList Type='romanupper' Decoration='parens'>"
    "<ListItem><Para><Text>one coin, or</Text></Para></ListItem>"
    "<ListItem NumberOverride='(IA)'><Para><Text>two coins.</Text></Para></ListItem>"
    "</OrderedList></P1para></P1></P1group></ScheduleBody></Schedule></Schedules>"
)


def test_an_act_is_laid_out_as_it_is_printed() -> None:
    source = read(clml(DUTIES, schedules=FEES).encode(), name="act")
    assert source.text == (
        "Ferry Wardens Act 2031\n"
        "An Act about wardens.\n"
        "\n"
        "Wardens\n"
        "\n"
        "Duties\n"
        "1 (1) A warden shall—\n"
        "    (a) feed any passenger, and\n"
        "    (b) keep the lamps lit,\n"
        "  on every crossing.\n"
        "  (2) In the Harbour Act, after section 8 insert—\n"
        "    “Lamps\n"
        "    “9 (1) A lamp shall burn.”.\n"
        "A. Warden\n"
        "\n"
        "Schedule 2\n"
        "Fees\n"
        "\n"
        "Section 1\n"
        "\n"
        "Coins\n"
        "1 A fee is—\n"
        "  (I) one coin, or\n"
        "  (IA) two coins.\n"
    )
    assert (source.title, source.jurisdiction, source.date, source.format) == (
        "Ferry Wardens Act 2031",
        "GB",
        "2031-04-05",
        "clml",
    )


def test_its_clauses_are_those_that_it_marks() -> None:
    found = cut(read(clml(DUTIES, schedules=FEES).encode())).clauses
    assert [(one.number, one.eid, one.heading, one.path) for one in found] == [
        ("1(1)", "sec_1__subsec_1", "Duties", ("Wardens",)),
        ("1(2)", "sec_1__subsec_2", "Duties", ("Wardens",)),
        ("Schedule 2, 1", "att_2__para_1", "Coins", ("Schedule 2 Fees",)),
    ]


def test_an_instrument_has_regulations_or_articles() -> None:
    one = "<P1><Pnumber>1</Pnumber><P1para><Text>A ferry sails.</Text></P1para></P1>"
    for minor, word in (("regulation", "regulation"), ("order", "Article"), ("", "section")):
        (provision,) = cut(read(clml(one, minor=minor).encode())).provisions
        assert provision.word == word


def test_definitions_are_those_of_the_list_that_is_called_so() -> None:
    law = clml(
        "<P1><Pnumber>1</Pnumber><P1para><Text>In this Act—</Text>"
        "<UnorderedList Class='Definition'>"
        "<ListItem><Para><Text>“lamp” is—</Text><OrderedList Type='alpha' Decoration='parens'>"
        "<ListItem><Para><Text>a light; or</Text></Para></ListItem>"
        "<ListItem><Para><Text>a torch;</Text></Para></ListItem></OrderedList></Para></ListItem>"
        "<ListItem><Para><Text>“oil” is what burns.</Text></Para></ListItem>"
        "</UnorderedList></P1para></P1>"
    )
    assert clauses(law) == {
        "1": "In this Act—",
        "1 “lamp”": "“lamp” is— (a) a light; or (b) a torch;",
        "1 “oil”": "“oil” is what burns.",
    }


def test_a_group_of_several_sections_bears_its_title_over_them() -> None:
    sections = "".join(
        f"<P1><Pnumber>{n}</Pnumber><P1para><Text>A ferry sails.</Text></P1para></P1>"
        for n in (1, 2)
    )
    law = clml(f"<P1group><Title>Sailing</Title>{sections}</P1group>")
    found = cut(read(law.encode())).clauses
    assert [(one.heading, one.path) for one in found] == [("", ("Sailing",))] * 2


def test_a_list_counts_beyond_its_last_letter() -> None:
    items = "".join(
        "<ListItem><Para><Text>the boat of the town;</Text></Para></ListItem>" for _ in range(28)
    )
    law = clml(
        "<P1><Pnumber>1</Pnumber><P1para><Text>The boats are—</Text>"
        f"<OrderedList Type='alphaupper' Decoration='parens'>{items}</OrderedList></P1para></P1>"
    )
    assert "(Z) the boat of the town; (AA) the boat of the town; (AB) the boat" in clauses(law)["1"]


def test_words_in_a_group_without_a_number_are_law() -> None:
    section = (
        "<P1><Pnumber>1</Pnumber><P1para><Text>A ferry sails to the town.</Text></P1para></P1>"
    )
    law = clml(
        f"<P1group><Title>Sailing</Title>{section}</P1group>"
        "<P1group><Title>Rest</Title><P><Text>A warden may rest.</Text></P></P1group>"
    )
    assert clauses(law)["unnumbered"] == "A warden may rest."


def test_what_never_came_into_force_is_no_law() -> None:
    law = clml(
        "<P1 Status='Dead'><Pnumber>1</Pnumber><P1para><Text>No.</Text></P1para></P1>"
        "<P1><Pnumber>2</Pnumber><P1para><Text>A ferry sails.</Text></P1para></P1>"
    )
    assert clauses(law) == {"2": "A ferry sails."}


def test_what_is_repealed_in_part_is_law_still_and_that_is_said() -> None:
    words = (
        "A warden may <Repeal RetainText='true' Extent='E+W'>search</Repeal> and "
        "<Repeal RetainText='false'>arrest</Repeal><Repeal>. . .</Repeal> detain."
    )
    body = f"<P1><Pnumber>1</Pnumber><P1para><Text>{words}</Text></P1para></P1>"
    source = read(clml(body).encode(), name="act.xml")
    assert source.text.endswith("\n1 A warden may search and detain.\n")
    assert source.notes == (
        "act.xml keeps words that are repealed in part, for some places or with savings: they are "
        "read as law.",
    )
