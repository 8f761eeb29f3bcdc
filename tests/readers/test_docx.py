"""Laws as Word documents: laid out as they print, with the numbers that Word counts."""

import pytest

from annotator.errors import InputError
from annotator.readers import read
from annotator.readers.docx.layout import laid_out
from annotator.segmenter import segment
from annotator.source import Location, Source
from tests.word.building import (
    BY,
    docx,
    field,
    files,
    gone,
    ins,
    p,
    packed,
    paragraphs,
    row,
    t,
    table,
)
from tests.word.numbered import LAW, definition, in_list, lvl, num

TITLE = p("Harbours Act, 2031", '<w:pStyle w:val="Title"/>')
SECTIONS = definition(
    1, lvl(0, "decimal", "%1."), lvl(1, "decimal", "(%2)"), lvl(2, "lowerLetter", "(%3)")
) + num(1, 1)
STYLES = (
    '<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    "</w:style>"
)
HEADING = '<w:pStyle w:val="H1"/>'


def law(body: str, **parts: str) -> Source:
    parts = {"styles": STYLES, "numbering": SECTIONS, **parts}
    return read(docx(TITLE + body, **parts), name="bill.docx")


def test_numbers_that_word_counts_are_those_of_the_clauses() -> None:
    source = law(
        in_list("Short title")
        + p("This Act is the Harbours Act, 2031.")
        + in_list("Powers")
        + in_list("An officer may search any ship that enters the harbour.", 1)
        + in_list("An officer shall release a person who—", 1)
        + in_list("is a child; or", 2)
        + in_list("has no ship.", 2)
    )
    assert source.text.split("\n")[2:] == [
        "1. Short title",
        "This Act is the Harbours Act, 2031.",
        "2. Powers",
        "(1) An officer may search any ship that enters the harbour.",
        "(2) An officer shall release a person who—",
        "(a) is a child; or",
        "(b) has no ship.",
    ]
    cut = segment(source.text)
    assert [one.number for one in cut.clauses] == ["1", "2(1)", "2(2)"]


def test_an_offset_leads_back_to_the_paragraph_and_a_label_to_no_words() -> None:
    source = law(in_list("A ship may be searched.") + in_list("A master may be heard."))
    start = source.text.index("master")
    region = source.region(start, start + len("master"))
    assert region is not None
    assert (region.start_line, region.start_column, region.end_column) == (3, 3, 9)
    assert source.place(region) == Location("paragraph", 3, 3)
    label = source.text.index("2.")
    region = source.region(label, label + 2)
    assert region is not None
    assert region.start_column == region.end_column
    assert source.origins[0].paragraph == 1


def test_it_is_read_as_final_and_that_is_said() -> None:
    source = law(p(t("A ship may ") + gone("never ") + ins(t("always ")) + t("leave.")))
    assert source.text.endswith("A ship may always leave.")
    assert source.notes == (
        "bill.docx has tracked changes: it is read as if all of them were accepted.",
    )
    assert source.original.startswith(b"PK")
    assert source.format == "docx"


def test_headings_stand_apart_and_contents_are_left_out() -> None:
    begin, end = field(" TOC \\o ", "|").split("|")
    source = law(
        p(begin + t("Part I\t2") + end)
        + p("PART I", HEADING)
        + p("Entry", HEADING)
        + in_list("A ship may enter.")
    )
    assert source.text == "Harbours Act, 2031\n\nPART I\n\nEntry\n\n1. A ship may enter."


def test_lines_that_end_in_a_paragraph() -> None:
    broken = "<w:r><w:t>PART I</w:t><w:br/><w:t>Entry</w:t></w:r>"
    forced = "<w:r><w:t>1. A ship may</w:t><w:br/><w:t>enter.</w:t><w:br/><w:t>(a) x</w:t></w:r>"
    assert law(p(broken) + p(forced)).text.split("\n")[2:] == [
        "PART I",
        "Entry",
        "1. A ship may enter.",
        "(a) x",
    ]


def test_words_that_are_struck_out_by_hand_are_left_out() -> None:
    line = "<w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r>"
    source = law(
        p(t("1. A ship may ") + line.format("never ") + line.format("ever ") + t("enter."))
        + in_list(line.format("It may not."))
        + p(t("2. A ship may leave") + line.format(" in May") + t("."))
    )
    assert source.text.split("\n")[2:] == ["1. A ship may enter.", "", "2. A ship may leave."]
    assert source.notes == (
        "bill.docx has words that are struck out (paragraphs 2, 3, 4): they are left out.",
    )
    start = source.text.index("enter")
    region = source.region(start, start + 5)
    assert region is not None
    assert (region.start_line, region.start_column) == (2, 26)


def test_words_that_a_style_strikes_out_are_left_out() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Out"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Own"><w:basedOn w:val="Out"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:dstrike/></w:rPr></w:style>'
    )
    run = '<w:r><w:rPr><w:rStyle w:val="Own"/>{}</w:rPr><w:t>{}</w:t></w:r>'
    source = law(
        p(t("1. A ship may ") + run.format("", "never ") + t("enter."))
        + p(t("2. It may sink."), '<w:pStyle w:val="Gone"/>')
        + p(t("3. It may ") + run.format('<w:strike w:val="0"/>', "leave") + t(".")),
        styles=styles,
    )
    assert source.text.split("\n")[2:] == ["1. A ship may enter.", "", "3. It may leave."]
    assert source.notes == (
        "bill.docx has words that are struck out (paragraphs 2, 3): they are left out.",
    )


def test_a_note_in_the_margin_may_be_set_with_tabs() -> None:
    tab = "<w:r><w:tab/></w:r>"
    note = t("Entry.") + tab + tab + t("1.") + tab + t("A ship may enter.")
    assert law(p(note)).text.split("\n")[2:] == ["Entry.", "1. A ship may enter."]
    assert law(p(t("Fee") + tab + t("1"))).text.endswith("\nFee 1")


def test_tabs_and_blanks_are_one_blank() -> None:
    run = "<w:r><w:t>1.</w:t><w:tab/><w:t>A  ship\u00a0may </w:t></w:r>" + t(" enter.")
    assert law(p(run)).text.endswith("\n1. A ship may enter.")


def test_tables_are_set_as_in_web_pages() -> None:
    source = law(
        table(row(p("(a)"), p("a ship that carries persons for a fee;")))
        + table(row(p("Ship"), p("Fee")), row(p("Barge"), p("50")))
        + table(row(p("1. A ship"), table(row(p("(a)"), p("may enter;") + p("and leave;")))))
    )
    assert [line for line in source.text.split("\n")[2:] if line] == [
        "(a) a ship that carries persons for a fee;",
        "| Ship | Fee |",
        "| Barge | 50 |",
        "1. A ship",
        "(a) may enter;",
        "and leave;",
    ]


def test_labels_in_a_table_number_its_cells() -> None:
    source = law(table(row(in_list(""), p("A ship may enter.")), row(in_list(""), p("It may go."))))
    assert source.text.split("\n")[2:] == ["1. A ship may enter.", "", "2. It may go."]


def test_an_empty_paragraph_prints_its_label_where_that_says_something() -> None:
    source = law(in_list("") + in_list("Entry", of=2) + p("x"), numbering=LAW + num(1, 1))
    assert source.text.split("\n")[2:4] == ["Article 1", "Entry"]
    assert "1." not in law(in_list("") + p("x")).text


def test_what_is_left_out_is_named() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('Note.')}</w:txbxContent></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    source = law(
        p(t("A ship may enter.") + note + note + box) + '<w:altChunk r:id="r9" xmlns:r="x"/>',
        header1=p("Draft of May"),
    )
    assert source.notes == (
        "bill.docx has words outside its text that are not read as law: 2 notes at the foot or the "
        "end, 1 text box, 1 file that is to be put in, the heads or feet of its pages.",
    )
    assert law(p("A ship may enter."), header1=p("7")).notes == ()


def test_numbers_that_fields_count_are_read_before_words_and_named_amid_them() -> None:
    counted = field(" AUTONUM ", "").replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "")
    source = law(p(counted + t(" A ship may enter.")))
    assert source.text.endswith("\n1. A ship may enter.")
    assert not source.notes
    source = law(p(t("A ship may ") + counted + t("enter.")))
    assert "has numbers amid its words that Word counts in fields" in source.notes[0]


def test_a_title_is_looked_for_in_the_text_and_then_in_the_properties() -> None:
    assert law(p("1. A ship may enter.")).title == "Harbours Act, 2031"
    untitled = files(p("1. A ship may enter the harbour, and the master shall be heard."))
    untitled["docProps/core.xml"] = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Ports Act, 2030</dc:title></cp:coreProperties>"
    )
    untitled["_rels/.rels"] = untitled["_rels/.rels"].replace(
        "</Relationships>",
        '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/'
        'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    )
    assert read(packed(untitled), name="x.docx").title == "Ports Act, 2030"
    untitled["docProps/core.xml"] = untitled["docProps/core.xml"].replace(
        "Ports Act, 2030", "Microsoft Word - draft7"
    )
    assert read(packed(untitled), name="x.docx").title == "x"


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(InputError, match="without words in its body: if it holds pictures"):
        read(docx(p("") + p(gone("All."))), name="bill.docx")
    box = f"<w:r><w:pict><w:txbxContent>{p('Note.')}</w:txbxContent></w:pict></w:r>"
    with pytest.raises(InputError, match="copy the words of its text boxes into the body"):
        read(docx(p(box)), name="bill.docx")
    with pytest.raises(InputError, match=r"puts in another file; open it .* and save it again"):
        read(docx("<w:altChunk/>"), name="bill.docx")


def test_a_document_in_another_language_is_refused() -> None:
    words = "El Estado reconoce que las personas tienen derecho a la familia y a una vida digna. "
    body = p(words * 6)
    with pytest.raises(InputError, match=r"^bill.docx is in Spanish"):
        read(docx(body), name="bill.docx")


def test_macros_are_not_run_and_the_name_does_not_matter() -> None:
    parts: dict[str, str | bytes] = {**files(p("1. A ship may enter."))}
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    assert read(packed(parts), name="bill.docm").text == "1. A ship may enter."
    assert read(packed(parts), name="bill").format == "docx"


def test_a_long_document_is_read_whole() -> None:
    runs = "".join(map(t, ("The master ", "of a", " ship", " may", " be ", "heard.")))
    body = "".join(in_list(runs, at % 3) for at in range(3000))
    ended = f"<w:ins {BY}>{p('The end.')}</w:ins>"
    source = law(body + ended)
    assert source.text.endswith("The end.")


def test_a_long_paragraph_is_read_whole() -> None:
    struck = (
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>no</w:t></w:r>" + t("A ship") + "<w:r><w:br/></w:r>"
    )
    begin, end = field(" REF a ", "|").split("|")
    text = laid_out(paragraphs(p(struck * 8000) + p(begin * 8000 + t("x") * 8000 + end * 8000)))
    assert text.text.count("A ship") == 8000
