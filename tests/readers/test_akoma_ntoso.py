"""Akoma Ntoso: the structure is what the file marks."""

import pytest

from annotator.errors import InputError
from annotator.readers import read
from annotator.segmenter import segment
from tests.readers.marked import AKN_3, FERRY_ACT, akn, clauses, cut, numbered, text


def test_an_act_is_laid_out_as_it_is_printed() -> None:
    source = read(FERRY_ACT.encode(), name="law.txt")
    assert source.text == (
        "An Act about wardens\n"
        "1. WHEREAS passengers hunger;\n"
        "\n"
        "PART I\n"
        "WARDENS\n"
        "\n"
        "Interpretation\n"
        "1. In this Act—\n"
        "“ferry” means a boat that carries passengers;\n"
        "“warden” means a person appointed under section 2.\n"
        "\n"
        "Duties of wardens\n"
        "2. (1) A warden shall—\n"
        "    (a) feed any passenger; and\n"
        "    (b) keep the lamps lit,\n"
        "  on every crossing.\n"
        "  (2) In the Harbour Act after section 8 insert—\n"
        "    “9. Lamps\n"
        "    “A lamp shall burn.”.\n"
        "\n"
        "3. 7. These words open with a number.\n"
        "Signed by the Speaker\n"
        "\n"
        "Schedule 1\n"
        "Fees\n"
        "\n"
        "1. A fee of one coin is due.\n"
    )


def test_its_metadata_are_read() -> None:
    source = read(FERRY_ACT.encode())
    assert (source.title, source.jurisdiction, source.date, source.format) == (
        "Ferry Wardens Act, 2031",
        "KE",
        "2031-04-05",
        "akoma-ntoso",
    )


def test_its_clauses_are_those_that_it_marks() -> None:
    found = cut(read(FERRY_ACT.encode())).clauses
    assert [(one.number, one.eid, one.kind, one.heading, one.path) for one in found] == [
        ("1", "sec_1", "lead_in", "Interpretation", ("PART I WARDENS",)),
        ("1 “ferry”", "sec_1__def_1", "definition", "Interpretation", ("PART I WARDENS",)),
        ("1 “warden”", "sec_1__def_2", "definition", "Interpretation", ("PART I WARDENS",)),
        ("2(1)", "sec_2__subsec_1", "provision", "Duties of wardens", ("PART I WARDENS",)),
        ("2(2)", "sec_2__subsec_2", "provision", "Duties of wardens", ("PART I WARDENS",)),
        ("3", "sec_3", "provision", "", ()),
        ("Schedule 1, 1", "att_1__para_1", "provision", "", ("Schedule 1 Fees",)),
    ]
    assert found[3].text.endswith("on every crossing.")
    assert found[4].text.endswith("A lamp shall burn.”.")


def test_the_tree_holds_the_items_of_lists() -> None:
    part, _, schedule = cut(read(FERRY_ACT.encode())).provisions
    assert (part.word, part.number, part.heading) == ("Part", "Part I", "WARDENS")
    assert [one.number for one in part.walk()] == [
        "Part I",
        "1",
        "1 “ferry”",
        "1 “warden”",
        "2",
        "2(1)",
        "2(1)(a)",
        "2(1)(b)",
        "2(2)",
    ]
    assert (schedule.word, schedule.number, schedule.eid) == ("Schedule", "Schedule 1", "att_1")
    assert schedule.items[0].word == "paragraph"


@pytest.mark.parametrize(
    "namespace",
    [
        "",
        "http://www.akomantoso.org/1.0",
        "http://www.akomantoso.org/2.0",
        "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13",
    ],
)
def test_every_version_is_read(namespace: str) -> None:
    older = FERRY_ACT.replace(f'xmlns="{AKN_3}"', f'xmlns="{namespace}"' if namespace else "")
    assert clauses(older) == clauses(FERRY_ACT)


def test_a_file_with_a_prefix_or_one_undeclared_is_read() -> None:
    prefixed = akn(numbered("section", "1", "A ferry sails."))
    prefixed = prefixed.replace("<", "<a:").replace("<a:/", "</a:").replace("<a:?", "<?")
    assert clauses(prefixed.replace("xmlns=", "xmlns:a=")) == {"1": "A ferry sails."}
    slip = FERRY_ACT.replace("<meta>", "<meta><my:tag>a note</my:tag>")
    assert clauses(slip) == clauses(FERRY_ACT)


def test_articles_are_divided_into_paragraphs_and_points() -> None:
    law = akn(
        "<chapter><num>Chapter One</num><article><num>Article 5</num><heading>Lamps</heading>"
        "<clause><num>(1)</num><intro><p>A lamp is—</p></intro>"
        + numbered("point", "(a)", "lit; or")
        + numbered("point", "(b)", "not lit.")
        + "</clause>"
        + numbered("clause", "(2)", "Lamps burn oil.")
        + "</article></chapter>"
    )
    (chapter,) = cut(read(law.encode())).provisions
    assert [(one.eid, one.word, one.number) for one in chapter.walk()] == [
        ("chp_1", "Chapter", "Chapter 1"),
        ("art_5", "Article", "5"),
        ("art_5__para_1", "paragraph", "5(1)"),
        ("art_5__para_1__point_a", "point", "5(1)(a)"),
        ("art_5__para_1__point_b", "point", "5(1)(b)"),
        ("art_5__para_2", "paragraph", "5(2)"),
    ]


def test_a_list_behind_a_lead_in_is_no_row_of_subsections() -> None:
    law = akn(
        "<section><num>1</num><intro><p>A warden may—</p></intro>"
        + numbered("paragraph", "(a)", "rest;")
        + numbered("paragraph", "(b)", "eat.")
        + "</section>"
    )
    assert clauses(law) == {"1": "A warden may— (a) rest; (b) eat."}


def test_what_is_called_a_definition_is_one_whatever_its_words() -> None:
    law = akn(
        "<section><num>1</num>"
        + numbered("subsection", "(1)", "Lamps burn.")
        + "<subsection><num>(2)</num><intro><p>Here—</p></intro></subsection>"
        "<hcontainer name='definition'>" + text("“oil” is what burns;") + "</hcontainer>"
        "<hcontainer name='definition'>" + text("wick, a thread.") + "</hcontainer></section>"
    )
    assert clauses(law) == {
        "1(1)": "Lamps burn.",
        "1(2)": "Here—",
        "1(2) “oil”": "“oil” is what burns;",
        "1(2) “wick, a thread.”": "wick, a thread.",
    }


def test_schedules_of_the_older_laws_of_africa_are_components() -> None:
    law = akn(numbered("section", "1", "Fees are due.")).replace(
        "</akomaNtoso>",
        "<components><component id='c1'><doc name='schedule'><mainBody><article id='s1'>"
        "<heading>First Schedule</heading><subheading>Fees</subheading>"
        "<paragraph><num>1.</num>"
        + text("One coin.")
        + "</paragraph></article></mainBody></doc></component></components></akomaNtoso>",
    )
    assert clauses(law) == {"1": "Fees are due.", "Schedule 1, 1": "One coin."}


def test_sections_that_begin_anew_in_every_chapter_bear_it_in_their_eid() -> None:
    chapters = (
        f"<chapter><num>Chapter {n}</num><section><num>1</num>{text('A ferry sails.')}</section>"
        f"<section><num>2</num>{text('A ferry lands.')}</section></chapter>"
        for n in (1, 2)
    )
    found = cut(read(akn("".join(chapters)).encode())).clauses
    assert [one.eid for one in found] == [
        "chp_1__sec_1",
        "chp_1__sec_2",
        "chp_2__sec_1",
        "chp_2__sec_2",
    ]


def test_a_section_without_a_number_loses_no_word_and_takes_no_other_ones_number() -> None:
    law = akn(
        "<section>"
        + text("A ferry sails.")
        + "</section>"
        + numbered("section", "1", "A ferry lands.")
    )
    found = cut(read(law.encode())).clauses
    assert [(one.eid, one.number, one.text) for one in found] == [
        ("sec_unnumbered", "unnumbered", "A ferry sails."),
        ("sec_1", "1", "A ferry lands."),
    ]


def test_words_behind_a_list_define_nothing() -> None:
    law = akn(
        "<section><num>1</num><intro><p>In this Act, “halt” means—</p></intro>"
        + numbered("paragraph", "(a)", "a stop,")
        + numbered("paragraph", "(b)", "a rest,")
        + "<wrapUp><p>made as a means to land.</p></wrapUp></section>"
    )
    words = "In this Act, “halt” means— (a) a stop, (b) a rest, made as a means to land."
    assert clauses(law) == {"1": words}


def test_of_a_folder_the_bill_is_the_law_and_a_report_is_none() -> None:
    bill = akn(numbered("section", "1", "A ferry sails."))
    fees = "<mainBody>" + numbered("paragraph", "1.", "One coin.") + "</mainBody>"
    report = "<mainBody>" + numbered("section", "9", "We agree.") + "</mainBody>"
    head, act = bill.split("<act", 1)
    act = "<act" + act.removesuffix("</akomaNtoso>")
    held = f"<component>{act}</component><component><doc name='schedule'>{fees}</doc></component>"
    beside = f"{act}<doc name='report'>{report}</doc>"
    for body, number in ((held, "Schedule, 1"), (beside, "")):
        folder = f"<documentCollection><collectionBody>{body}</collectionBody></documentCollection>"
        found = clauses(f"{head}{folder}</akomaNtoso>")
        assert found.pop("1") == "A ferry sails."
        assert found == ({number: "One coin."} if number else {})


def test_what_has_no_words_is_kept_by_its_number_and_by_nothing_else() -> None:
    law = akn(
        "<part/><hcontainer name='definition'/>"
        "<section><num>1</num><hcontainer name='definition'/>"
        "<paragraph><num>(a)</num></paragraph><paragraph><num>(b)</num>"
        + text("\u200b")
        + "</paragraph></section><section/>"
    )
    source = read(law.encode())
    assert source.text == "1 (a)\n  (b)\n"
    (section,) = cut(source).provisions
    assert [one.number for one in section.walk()] == ["1", "1(a)", "1(b)"]


def test_the_words_of_a_part_begin_behind_its_own_headings_and_not_those_of_its_chapters() -> None:
    law = akn(
        "<part><num>Part I</num><heading>Wardens</heading>"
        "<chapter><num>Chapter 1</num><heading>Duties</heading>"
        "<section><num>1.</num><heading>Watch</heading>"
        + text("A warden watches the gate.")
        + "</section></chapter></part>"
    )
    source = read(law.encode())
    assert source.markup is not None
    headed = [source.text[one.start : one.body] for one in source.markup.provisions]
    assert headed == ["Part I\nWardens", "Chapter 1\nDuties", "1. "]
    assert len({one.end for one in source.markup.provisions}) == 1


def test_signatures_of_a_schedule_are_none_of_its_words_and_its_front_is_none() -> None:
    law = akn(
        numbered("section", "1.", "A ferry sails."),
        behind="<attachments><attachment><heading>Schedule 1</heading><doc name='schedule'>"
        "<preface><p>Printed by the town</p></preface>"
        "<mainBody>"
        + numbered("paragraph", "1.", "One coin is due.")
        + "</mainBody><conclusions><p>Signed by the Speaker</p></conclusions></doc></attachment>"
        "</attachments>",
    )
    assert clauses(law) == {"1": "A ferry sails.", "Schedule 1, 1": "One coin is due."}
    source = read(law.encode())
    assert source.markup is not None
    schedule = next(one for one in source.markup.provisions if one.kind == "container")
    assert source.text[schedule.body : schedule.end].strip() == "1. One coin is due."


def test_a_heading_that_crosses_a_part_stands_over_what_follows_it_up_to_the_next() -> None:
    law = akn(
        "<part><num>Part 1</num><crossHeading>Boats</crossHeading>"
        + numbered("section", "1.", "A ferry sails.")
        + "<crossHeading>Lamps</crossHeading>"
        + numbered("section", "2.", "A lamp burns.")
        + "</part>"
        + numbered("section", "3.", "A rope holds.")
    )
    found = cut(read(law.encode())).clauses
    assert [one.path for one in found] == [("Part 1", "Boats"), ("Part 1", "Lamps"), ()]


def test_an_entry_of_the_contents_is_no_law_wherever_it_stands() -> None:
    law = akn(
        "<tocItem level='1'>1. Sailing</tocItem>" + numbered("section", "1.", "A ferry sails.")
    )
    assert read(law.encode()).text == "1. A ferry sails.\n"


@pytest.mark.parametrize(
    ("marked", "read_"),
    [
        ("for <quotedText>man</quotedText>, put", "for “man”, put"),
        ("for “<quotedText>man</quotedText>”, put", "for “man”, put"),
        ("for <quotedText>“man”</quotedText>, put", "for “man”, put"),
        ("for <quotedText startQuote='‘' endQuote='’'>man</quotedText>, put", "for ‘man’, put"),
    ],
)
def test_words_of_another_law_in_a_line_stand_between_marks(marked: str, read_: str) -> None:
    law = akn(numbered("section", "1.", f"In the Harbour Act <mod>{marked} person</mod>."))
    assert clauses(law) == {"1": f"In the Harbour Act {read_} person."}


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ("judgment", "a judgment"),
        ("debate", "a record of debates"),
        ("amendmentList", "a list of amendments"),
    ],
)
def test_what_is_no_law_is_refused_by_what_it_is(document: str, what: str) -> None:
    xml = f"<akomaNtoso xmlns='{AKN_3}'><{document}><p>A ferry sails.</p></{document}></akomaNtoso>"
    with pytest.raises(InputError, match=rf"^law.xml is {what}, and no law: "):
        read(xml.encode(), name="law.xml")


def test_a_portion_and_a_law_without_its_wrapper_are_read() -> None:
    section = numbered("section", "5.", "A fee is due.")
    portion = f"<portion><meta/><portionBody>{section}</portionBody></portion>"
    wrapped = f"<akomaNtoso xmlns='{AKN_3}'>{portion}</akomaNtoso>"
    bare = f"<act xmlns='{AKN_3}'><meta/><body>{section}</body></act>"
    for xml in (wrapped, bare, wrapped.replace("akomaNtoso", "AkomaNtoso")):
        assert clauses(xml) == {"5": "A fee is due."}


def test_words_that_nothing_marks_as_a_provision_are_law_all_the_same() -> None:
    law = akn(
        numbered("section", "1.", "A ferry sails to the town and back on each day of the week.")
        + "<hcontainer name='hcontainer'>"
        + text("A warden may rest.")
        + text("So may a cook.")
        + "</hcontainer>"
        + numbered("section", "2.", "A lamp burns.")
    )
    found = clauses(law)
    assert found["unnumbered"] == "A warden may rest. So may a cook."
    assert found["2"] == "A lamp burns."


def test_a_law_whose_file_marks_its_paragraphs_alone_is_cut_by_its_words() -> None:
    law = akn(
        "<hcontainer name='hcontainer'><content><p>1. A ferry sails to the town.</p>"
        "<p>2. A warden feeds—</p><p>(a) any passenger; and</p><p>(b) any guest.</p></content>"
        "</hcontainer>"
    )
    source = read(law.encode())
    assert source.markup is None
    assert [(one.number, " ".join(one.text.split())) for one in segment(source.text).clauses] == [
        ("1", "A ferry sails to the town."),
        ("2", "A warden feeds— (a) any passenger; and (b) any guest."),
    ]


def test_a_number_that_stands_in_a_heading_is_one() -> None:
    law = akn(
        "<part><heading>Part 2 – Boats</heading><section><heading>4. Fees</heading>"
        + text("A fee is due.")
        + "</section><section><heading>Section 5 – Lamps</heading>"
        + text("A lamp burns.")
        + "</section></part>"
    )
    found = cut(read(law.encode())).clauses
    assert [(one.number, one.heading, one.path) for one in found] == [
        ("4", "Fees", ("Part 2 Boats",)),
        ("5", "Lamps", ("Part 2 Boats",)),
    ]


def test_a_title_that_is_a_reference_is_what_it_refers_to_where_that_names_a_law() -> None:
    for meant, title in (
        ("Ferry Wardens Bill", "Ferry Wardens Bill"),
        ("Test data", "Ferry Act 9"),
    ):
        law = akn(numbered("section", "1.", "This Act may be cited as the Ferry Act 9."))
        law = law.replace(
            "<FRBRalias value='Ferry Wardens Act, 2031' name='title'/>",
            f"<FRBRname value='#t'/><TLCConcept eId='t' showAs='{meant}'/>",
        )
        assert read(law.encode()).title == title


def test_a_row_of_a_table_leads_back_to_the_table() -> None:
    law = akn(
        "<section><num>1.</num><content>\n<table><tr><td/><td>Ferry</td></tr></table></content>"
        "</section>"
    )
    source = read(law.encode())
    at = source.text.index("|")
    region = source.region(at, at + 1)
    assert region is not None
    assert region.start_line == 3


def test_words_that_an_editor_put_into_a_number_are_the_provisions() -> None:
    told = "In this Act a ferry is any boat that carries passengers from one bank to the other."
    law = akn(
        f"<section><num>2. {told}</num><content><p>A raft is none.</p></content></section>"
        + numbered("section", "3.", "A lamp burns.")
    )
    assert clauses(law) == {"2": f"{told} A raft is none.", "3": "A lamp burns."}


def test_a_definition_that_ends_in_a_colon_leads_to_no_other() -> None:
    terms = "".join(
        f"<item><p>“{term}” means a boat{end}</p></item>"
        for term, end in (("ferry", ":"), (" raft ", ";"), ("punt", "."))
    )
    listed = f"<blockList><listIntroduction>In this Act—</listIntroduction>{terms}</blockList>"
    found = clauses(akn(f"<section><num>1.</num><content>{listed}</content></section>"))
    assert list(found) == ["1", "1 “ferry”", "1 “raft”", "1 “punt”"]


def test_a_heading_below_the_words_of_a_schedule_is_none_of_them() -> None:
    schedule = (
        "<attachments><attachment eId='att_1'><num>Schedule 1</num><doc name='schedule'><meta/>"
        "<mainBody><p>The fees are these.</p><hcontainer name='crossheading'>"
        "<heading>Fees</heading></hcontainer></mainBody></doc></attachment></attachments>"
    )
    found = clauses(akn(numbered("section", "1.", "A ferry sails."), behind=schedule))
    assert found == {"1": "A ferry sails.", "Schedule 1": "The fees are these."}


def test_a_heading_over_the_words_of_a_schedule_is_none_of_them() -> None:
    schedule = (
        "<attachments><attachment eId='att_1'><num>Schedule 1</num><doc name='schedule'><meta/>"
        "<mainBody><hcontainer name='crossheading'><heading>Fees</heading></hcontainer>"
        "<p>The fees are these.</p></mainBody></doc></attachment></attachments>"
    )
    found = clauses(akn(numbered("section", "1.", "A ferry sails."), behind=schedule))
    assert found["Schedule 1"] == "The fees are these."


def test_a_schedule_that_holds_a_heading_alone_has_no_words() -> None:
    schedule = (
        "<attachments><attachment><num>Schedule 1</num><doc name='schedule'><meta/><mainBody>"
        "<hcontainer name='crossheading'><heading>Fees</heading></hcontainer></mainBody></doc>"
        "</attachment></attachments>"
    )
    source = read(akn(numbered("section", "1.", "A ferry sails."), behind=schedule).encode())
    assert source.markup is not None
    held = next(one for one in source.markup.provisions if one.kind == "container")
    assert source.text[held.start : held.body] == "Schedule 1\n\nFees"
    assert held.body == held.end


def test_where_a_file_says_that_no_marks_are_put_none_are() -> None:
    quoted = (
        "<p>After section 8 insert—<mod><quotedStructure startQuote='' endQuote=''>"
        "<p>“9. A lamp shall burn</p><p>on each ferry.”</p></quotedStructure></mod></p>"
    )
    found = clauses(akn(f"<section><num>1.</num><content>{quoted}</content></section>"))
    assert found["1"] == "After section 8 insert— “9. A lamp shall burn on each ferry.”"


def test_our_own_files_say_how_a_provision_is_cited() -> None:
    number = "xmlns:an='urn:annotate:akn:1' an:number"
    found = clauses(
        akn(
            f"<article eId='art_8A' {number}='8A'><num>†† 8A (new)</num>"
            f"<point eId='art_8A__point_b' {number}='8A(b)'><num>• b)</num>{text('Lamps burn.')}"
            f"</point></article>"
        )
    )
    assert list(found) == ["8A"]
    tree = cut(
        read(
            akn(
                f"<article eId='art_8A' {number}='8A'><num>†† 8A</num>"
                f"{text('Lamps shall burn on each ferry.')}</article>"
            ).encode()
        )
    )
    assert [(one.eid, one.number, one.word) for one in tree.provisions] == [
        ("art_8A", "8A", "Article")
    ]


def test_a_definition_that_claims_to_be_ours_and_stands_nowhere_breaks_nothing() -> None:
    number = "xmlns:an='urn:annotate:akn:1' an:number"
    odd = (
        f"<hcontainer name='definition' {number}='x' eId='__'><num>(a)</num>"
        f"<hcontainer name='schedule' eId='__'><hcontainer name='item' {number}='y' eId='__'>"
        f"<num>1.</num>{text('A warden feeds the passengers of any ferry.')}</hcontainer>"
        "</hcontainer></hcontainer>"
    )
    found = cut(read(akn(odd).encode()))
    for one in (inner for root in found.provisions for inner in root.walk()):
        assert one.start <= one.body <= one.end


def test_a_definition_of_ours_in_a_schedule_holds_all_its_paragraphs() -> None:
    number = "xmlns:an='urn:annotate:akn:1' an:number"
    schedule = (
        f"<attachments><attachment {number}='Schedule 1'><num>Schedule 1</num>"
        f"<doc name='schedule'><meta/><mainBody><paragraph {number}='Schedule 1, 1'>"
        f"<num>1.</num>{text('One coin is due.')}</paragraph>"
        f"<hcontainer name='definition' {number}='Schedule 1 “raft”'><content>"
        "<p>“raft” means a boat,</p><p>and a punt.</p></content></hcontainer></mainBody></doc>"
        "</attachment></attachments>"
    )
    law = akn(numbered("section", "1.", "A ferry sails."), behind=schedule)
    assert clauses(law)["Schedule 1 “raft”"] == "“raft” means a boat, and a punt."
    _, held = cut(read(law.encode())).provisions
    assert [one.number for one in held.walk()] == [
        "Schedule 1",
        "Schedule 1, 1",
        "Schedule 1 “raft”",
    ]


def test_a_number_in_a_heading_of_ours_is_none_as_the_file_says_the_number() -> None:
    number = "xmlns:an='urn:annotate:akn:1' an:number"
    law = akn(
        f"<section eId='sec_unnumbered' {number}='unnumbered'><heading>4. Fees</heading>"
        f"{text('A fee is due.')}</section>"
    )
    source = read(law.encode())
    assert source.text == "4. Fees\nA fee is due.\n"
    assert [(one.number, one.heading) for one in cut(source).clauses] == [("unnumbered", "4. Fees")]


def test_a_law_of_version_two_is_called_by_its_alias_and_not_by_that_of_a_schedule() -> None:
    meta = "<meta><identification source='#us'><FRBRWork><FRBRalias value='{}'/></FRBRWork>"
    meta += "</identification></meta>"
    xml = (
        f'<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act>{meta.format("Ferry Act")}<body>'
        f"{numbered('section', '1.', 'A ferry sails.')}</body></act><components><component>"
        f"<doc name='schedule1'>{meta.format('First Schedule')}<mainBody><article id='schedule1'>"
        "<heading>First Schedule</heading><subheading>Forms</subheading>"
        f"<paragraph>{text('The form is blue.')}</paragraph><paragraph>{text('It is signed.')}"
        "</paragraph></article></mainBody></doc></component></components></akomaNtoso>"
    )
    assert read(xml.encode(), name="law.xml").title == "Ferry Act"
    for reference in ("#varName", "https://laws.example/act"):
        referring = xml.replace("value='Ferry Act'", f"value='{reference}'")
        assert read(referring.encode(), name="law.xml").title != reference
    found = clauses(xml)
    # What nothing numbers is counted, so that each can be cited.
    assert found["Schedule 1, 1"] == "The form is blue."
    assert found["Schedule 1, 2"] == "It is signed."


def test_titled_parts_of_an_annex_are_paragraphs_of_it() -> None:
    part = "<hcontainer><heading>{}</heading><content><p>{}</p></content></hcontainer>"
    annex = (
        "<attachments><attachment><heading>Annex</heading><doc name='annex'><meta/><mainBody>"
        f"{part.format('Search', 'A warden may search.')}{part.format('Fees', 'A fee is due.')}"
        "</mainBody></doc></attachment></attachments>"
    )
    source = read(akn(numbered("section", "1.", "A ferry sails."), behind=annex).encode())
    told = [(one.number, one.heading, one.text) for one in cut(source).clauses][1:]
    assert told == [
        ("Annex, 1", "Search", "A warden may search."),
        ("Annex, 2", "Fees", "A fee is due."),
    ]


ENGLISH = "A warden shall board every ferry that is in the port."
FRENCH = "Le gardien monte à bord de chaque bac qui est dans le port."


def test_of_a_law_in_several_languages_the_english_is_read() -> None:
    beside = (
        "<section><num>1.</num><heading xml:lang='fr'>Gardiens</heading>"
        "<heading xml:lang='en'>Wardens</heading><content>"
        f"<p xml:lang='fr'>{FRENCH}</p><p xml:lang='en'>{ENGLISH}</p></content></section>"
    )
    source = read(akn(beside).encode(), name="law.xml")
    assert [(one.heading, one.text) for one in cut(source).clauses] == [("Wardens", ENGLISH)]
    assert source.notes == (
        "law.xml has the law in other languages too (fr): the English is read.",
    )


def test_of_several_acts_in_one_file_that_in_english_is_read() -> None:
    def act(code: str, words: str) -> str:
        said = f"<FRBRExpression><FRBRlanguage language='{code}'/></FRBRExpression>"
        meta = f"<meta><identification source='#us'>{said}</identification></meta>"
        section = numbered("section", "1.", words)
        return f"<component><act name='act'>{meta}<body>{section}</body></act></component>"

    acts = act("fra", FRENCH) + act("eng", ENGLISH)
    xml = (
        f'<akomaNtoso xmlns="{AKN_3}"><documentCollection name="laws"><collectionBody>{acts}'
        "</collectionBody></documentCollection></akomaNtoso>"
    )
    assert clauses(xml) == {"1": ENGLISH}


def test_foreign_words_within_a_sentence_are_the_laws() -> None:
    words = "A warden acts <i xml:lang='la'>ex officio</i> on <i xml:lang='en'>any</i> ferry."
    assert (
        clauses(akn(numbered("section", "1.", words)))["1"]
        == "A warden acts ex officio on any ferry."
    )


def test_what_a_holder_is_its_name_says() -> None:
    body = (
        "<hcontainer name='part'><num>Part 1</num><heading>Boats</heading>"
        f"{numbered('section', '1.', 'A ferry sails.')}</hcontainer>"
    )
    schedule = (
        "<components><component><doc name='schedule'><meta/><mainBody><hcontainer name='schedule'>"
        "<num>SCHEDULE 1</num><heading>Fees</heading><hcontainer name='part'><num>Part 1</num>"
        f"<heading>Boats</heading>{numbered('paragraph', '1.', 'A fee is due.')}</hcontainer>"
        "</hcontainer></mainBody></doc></component></components>"
    )
    found = cut(read(akn(body, behind=schedule).encode())).clauses
    assert [(one.number, one.path[-1]) for one in found] == [
        ("1", "Part 1 Boats"),
        ("Schedule 1, 1", "Part 1 Boats"),
    ]
