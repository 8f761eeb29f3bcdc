"""One view of the text of a document, that of Final, and the way back to its elements."""

import pytest

from annotator.word.names import MAIN
from annotator.word.package import Package
from annotator.word.paragraphs import offset_in_element
from annotator.word.view import WordView
from tests.word.building import (
    BY,
    GONE_MARK,
    field,
    files,
    gone,
    ins,
    lines,
    p,
    packed,
    paragraphs,
    row,
    t,
    table,
    view,
)

VANISH = "<w:rPr><w:vanish/></w:rPr>"


def test_insertions_are_in_and_deletions_are_out() -> None:
    body = p(t("An officer may, ") + gone("at once") + ins(t("within a day")) + t(", search."))
    assert lines(body) == ["An officer may, within a day, search."]
    assert lines(p(ins(t("her ") + gone("or his ") + t("home")))) == ["her home"]
    moved = f"<w:moveFrom {BY}>{t('here')}</w:moveFrom><w:moveTo {BY}>{t('there')}</w:moveTo>"
    assert lines(p(moved)) == ["there"]


def test_paragraphs_are_counted_as_the_editor_counts_them() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('Note.')}</w:txbxContent></w:pict></w:r>"
    inside = table(row(p("Fee"), p("50") + table(row(p("low")))))
    found = view(p(t("One") + box) + inside + f"<w:del {BY}>{p('Two')}</w:del>" + p("Three"))
    assert [(one.text, one.indices) for one in found.paragraphs] == [
        ("One", (1,)),
        ("Fee", (2,)),
        ("50", (3,)),
        ("low", (4,)),
        ("Three", (6,)),
    ]
    assert found.boxes == 1
    assert [one.start for one in found.paragraphs] == [0, 4, 8, 11, 15]


def test_a_deleted_mark_joins_two_paragraphs_and_the_second_gives_its_properties() -> None:
    styled = '<w:pStyle w:val="Two"/>'
    joined, last = paragraphs(
        p(t("A permit ") + gone("lapses."), GONE_MARK) + p(t("ends."), styled) + p("Last.")
    )
    assert joined.text == "A permit ends."
    assert (joined.indices, joined.index, joined.style) == ((1, 2), 1, "two")
    assert [piece.index for piece in joined.pieces] == [1, 2]
    piece, at = joined.place(joined.text.index("nds"))
    assert (piece.index, piece.element.text, at) == (2, "ends.", 1)
    assert last.indices == (3,)


def test_of_joined_paragraphs_the_one_with_words_gives_its_properties() -> None:
    head = f'<w:pStyle w:val="Head"/>{GONE_MARK}'
    (one,) = paragraphs(p("PART I", head) + p(gone("Words."), '<w:pStyle w:val="Body"/>'))
    assert (one.text, one.style, one.indices) == ("PART I", "head", (1, 2))
    (one,) = paragraphs(p(gone("PART I"), head) + p("Words.", '<w:pStyle w:val="Body"/>'))
    assert (one.text, one.style) == ("Words.", "body")


def test_a_paragraph_that_is_deleted_whole_is_no_line() -> None:
    assert lines(p("One.") + p(gone("Two."), GONE_MARK) + p("Three.")) == ["One.", "Three."]
    assert lines(p("One.") + p(gone("Two."), GONE_MARK)) == ["One."]
    before_table = p(gone("Two."), GONE_MARK) + table(row(p("Fee")))
    assert lines(before_table + p("Three.", GONE_MARK)) == ["Fee", "Three."]


def test_rows_and_cells_that_are_deleted_are_out() -> None:
    cut = "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + p("cut") + "</w:tc>"
    body = table(
        row(p("Entry"), p("10")),
        row(p("Exit"), p("20"), properties=f"<w:del {BY}/>"),
        row(p("Stay"), p("30"), properties=f"<w:ins {BY}/>").replace("</w:tr>", cut + "</w:tr>"),
    )
    found = paragraphs(body)
    assert [one.text for one in found] == ["Entry", "10", "Stay", "30"]
    assert [(one.cell.row, one.cell.column) for one in found if one.cell] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
    ]


def test_columns_count_the_grid() -> None:
    wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("wide") + "</w:tc>"
    body = table(f"<w:tr>{wide}<w:tc>{p('next')}</w:tc></w:tr>")
    assert [one.cell.column for one in paragraphs(body) if one.cell] == [1, 3]


def test_containers_of_all_kinds_are_gone_through() -> None:
    body = (
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{p('One.')}</w:sdtContent>"
        f"</w:sdt><w:customXml>{p('Two.')}</w:customXml><w:ins {BY}>{p('Three.')}</w:ins>"
    )
    assert lines(body) == ["One.", "Two.", "Three."]
    inline = (
        f"<w:hyperlink>{t('a ')}</w:hyperlink><w:smartTag>{t('b ')}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{t('c ')}</w:sdtContent></w:sdt><w:dir>{t('d ')}</w:dir>"
        f"<w:fldSimple w:instr='REF x'>{t('12')}</w:fldSimple><w:bookmarkStart w:id='1'/>"
    )
    assert lines(p(inline)) == ["a b c d 12"]


def test_one_of_several_forms_of_the_same_is_read() -> None:
    forms = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:A>"
    forms = forms.replace("mc:A>", "mc:AlternateContent>")
    assert lines(p(forms.format(t("new"), t("old")))) == ["new"]
    found = paragraphs(forms.format(p("new"), p("old")) + p("next"))
    assert [(one.text, one.index) for one in found] == [("new", 1), ("next", 3)]


def test_the_result_of_a_field_is_text_and_its_instruction_is_not() -> None:
    inner = field(" PAGE ", t("9"))
    assert lines(p(t("See section ") + field(" REF a ", t("12"), start=inner) + t("."))) == [
        "See section 12."
    ]
    assert lines(p(field(" IF x ", t("yes ") + field(" REF b ", t("3"))))) == ["yes 3"]
    # One that never ends is passed over, and swallows nothing.
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert lines(p(begun + t("All of this stays.")) + p("And this.")) == [
        "All of this stays.",
        "And this.",
    ]


def test_a_table_of_contents_is_known() -> None:
    begin, end = field(" TOC \\o ", "|").split("|")
    body = p(begin + t("1. Title")) + p(t("2. Powers") + end) + p("1. Title")
    assert [one.contents for one in paragraphs(body)] == [True, True, False]
    styles = '<w:style w:styleId="x1"><w:name w:val="TOC 1"/></w:style>'
    assert paragraphs(p("1. Title", '<w:pStyle w:val="x1"/>'), styles=styles)[0].contents
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    listed = p("Contents") + table(row(p("1. Title")))
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{listed}</w:sdtContent></w:sdt>"
    found = paragraphs(control + p("1. Title") + control.replace("of Contents", "of Fees"))
    assert [one.contents for one in found] == [True, True, False, False, False]


def test_characters_that_are_elements() -> None:
    run = (
        "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>citizen</w:t><w:tab/><w:t>a</w:t><w:br/>"
        '<w:t>b</w:t><w:br w:type="page"/><w:sym w:font="Symbol" w:char="F0B3"/><w:softHyphen/>'
        "<w:ptab/><w:cr/></w:r>"
    )
    assert view(p(run)).text == "non-citizen\ta\vb\f≥\u00ad\t\v\n"
    bullets = "<w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>\uf0b7 \uf028</w:t></w:r>"
    assert lines(p(bullets)) == ["• ("]


def test_hidden_text_is_out() -> None:
    hidden = f"<w:r>{VANISH}<w:t>secret</w:t></w:r>"
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r>"
    assert lines(p(t("All ") + hidden + shown)) == ["All shown"]
    styles = (
        '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    assert lines(p("Gone.", f'<w:pStyle w:val="b"/>{VANISH}') + p("Here."), styles=styles) == [
        "Here."
    ]


def test_a_heading_runs_into_its_section_where_its_mark_is_hidden() -> None:
    head = '<w:pStyle w:val="H"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>'
    (one,) = paragraphs(p("Short title. ", head) + p("This Act is the Ports Act."))
    assert one.text == "Short title. This Act is the Ports Act."
    assert (one.style, one.indices) == ("h", (1, 2))


@pytest.mark.parametrize("how", ["drop", "margin"])
def test_a_first_letter_that_is_dropped_is_that_of_the_paragraph_behind_it(how: str) -> None:
    frame = f'<w:framePr w:dropCap="{how}" w:lines="3"/>'
    (one,) = paragraphs(p("T", frame) + p("he Minister may.", '<w:pStyle w:val="Body"/>'))
    assert (one.text, one.style, one.indices) == ("The Minister may.", "body", (1, 2))


def test_marks_of_notes_are_dropped_and_counted() -> None:
    noted = p(t("A visa") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + t(" is free."))
    found = view(noted)
    assert (found.text, found.note_marks) == ("A visa is free.\n", 1)
    own = "<w:r><w:endnoteReference w:customMarkFollows='1' w:id='2'/><w:t>*</w:t></w:r>"
    assert lines(p(t("A visa") + own + t(" is free."))) == ["A visa is free."]


def test_the_editor_counts_words_and_tabs_alone() -> None:
    body = p(
        gone("x") + t("One ") + f"<w:r>{VANISH}<w:t>hid</w:t><w:br/><w:tab/></w:r>" + ins(t("two"))
    )
    (one,) = paragraphs(body)
    piece, at = one.place(one.text.index("wo"))
    assert (one.text, offset_in_element(piece, at)) == ("One two", 4 + 3 + 1 + 1)


def test_files_of_the_strict_dialect_and_in_utf_16_are_the_same() -> None:
    parts = files(p("A visa is free."))
    strict = {
        name: content.replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, content in parts.items()
    }
    document = '<?xml version="1.0" encoding="UTF-16"?>' + parts["word/document.xml"]
    wide: dict[str, str | bytes] = {**parts, "word/document.xml": document.encode("utf-16")}
    for data in (packed(strict), packed(wide)):
        assert WordView(Package(data, "bill.docx")).text == "A visa is free.\n"
