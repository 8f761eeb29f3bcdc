"""The writer's library counts paragraphs and characters as the view says that it does."""

from defusedxml import minidom
from docx_editor.xml_editor import body_paragraphs, build_text_map

from annotator.word.paragraphs import offset_in_element
from tests.word.building import BY, GONE_MARK, field, files, gone, ins, p, paragraphs, row, t, table

BOX = f"<w:r><w:pict><w:txbxContent>{p('Boxed.')}</w:txbxContent></w:pict></w:r>"
FORMS = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:{}>"
BODY = (
    p(t("An officer ") + gone("may ") + ins(t("shall ") + gone("not ")) + t("search.") + BOX)
    + p(t("One ") + gone("two"), GONE_MARK)
    + p("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>citizen</w:t><w:tab/><w:t>a</w:t><w:br/></w:r>")
    + p(gone("Away."), GONE_MARK)
    + table(row(p("Fee"), p(field(" REF x ", t("12")) + t(" days"))))
    + table(row(p("cut"), properties=f"<w:del {BY}/>"))
    + FORMS.format(p("new"), p("old"), "AlternateContent")
    + f"<w:sdt><w:sdtContent>{p('<w:hyperlink>' + t('linked') + '</w:hyperlink>')}</w:sdtContent>"
    "</w:sdt>"
    + p(f"<w:moveFrom {BY}>{t('from')}</w:moveFrom><w:moveTo {BY}>{t('to')}</w:moveTo>")
    + p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hid</w:t></w:r><w:r><w:t>den</w:t></w:r>")
)


def test_each_character_is_where_the_editor_has_it() -> None:
    document = minidom.parseString(files(BODY)["word/document.xml"])
    theirs = [build_text_map(one).text for one in body_paragraphs(document)]
    seen = set()
    for one in paragraphs(BODY):
        assert set(one.indices) <= set(range(1, len(theirs) + 1))
        for piece in one.pieces:
            seen.add(piece.index)
            for at, character in enumerate(piece.words):
                if piece.element.tag.rpartition("}")[2] in ("t", "tab"):
                    place = offset_in_element(piece, at)
                    assert theirs[piece.index - 1][place] == character
    assert len(seen) == 9
