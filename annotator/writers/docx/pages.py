"""New Word documents: their paragraphs and their styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from annotator.word.names import MAIN, W
from annotator.word.repacking import packed, serialised
from annotator.writers.docx.new import fill

MAIN_PART = "word/document.xml"
#: How far one level stands from the one above, in twentieths of a point.
INDENT = 720
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""{_DECLARED}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>"""
_TO_DOCUMENT = f"""{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>\
</Relationships>"""
_TO_STYLES = f"""{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/></Relationships>"""
#: Without it Word takes the document for one of an old version.
_SETTINGS = f"""{_DECLARED}<w:settings xmlns:w="{MAIN}"><w:compat><w:compatSetting \
w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
</w:compat></w:settings>"""
#: Styles by id: name, properties of paragraphs, properties of runs.
_STYLES = (
    ("Title", "Title", '<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>',
     '<w:b/><w:sz w:val="32"/>'),
    ("Front", "Front matter", '<w:spacing w:after="120"/><w:jc w:val="center"/>', ""),
    ("Provision", "Provision", '<w:spacing w:after="120"/>', ""),
    *(
        (f"Heading{level}", f"heading {level}",
         f'<w:keepNext/><w:spacing w:before="{before}" w:after="80"/>'
         f'<w:contextualSpacing/>{centred}<w:outlineLvl w:val="{level - 1}"/>',
         f'<w:b/><w:sz w:val="{size}"/>')
        for level, size, before, centred in (
            (1, 26, 360, '<w:jc w:val="center"/>'), (2, 24, 240, ""), (3, 23, 200, ""),
            (4, 22, 160, ""),
        )
    ),
)  # fmt: skip
#: A4, with margins of an inch.
_PAGE = {"w": "11906", "h": "16838"}
_MARGINS = {
    **dict.fromkeys(("top", "right", "bottom", "left"), "1440"),
    "header": "720", "footer": "720", "gutter": "0",
}  # fmt: skip


def paragraph(
    words: Iterable[tuple[str, bool]], style: str = "", *, left: int = 0, hanging: int = 0
) -> etree._Element:
    """A paragraph of words, bold or not, that hangs from its first line."""
    made = etree.Element(W + "p", nsmap={"w": MAIN})
    properties = etree.SubElement(made, W + "pPr")
    if style:
        etree.SubElement(properties, W + "pStyle", {W + "val": style})
    if hanging > INDENT:  # several numbers, each at its own stop
        stops = etree.SubElement(properties, W + "tabs")
        for at in range(left - hanging + INDENT, left, INDENT):
            etree.SubElement(stops, W + "tab", {W + "val": "left", W + "pos": str(at)})
    if left:
        around = {W + "left": str(left), W + "hanging": str(hanging)}
        etree.SubElement(properties, W + "ind", around)
    for text, bold in words:
        run = etree.SubElement(made, W + "r")
        if bold:
            etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
        fill(run, text)
    return made


def word_file(paragraphs: Sequence[etree._Element]) -> bytes:
    """A Word document of these paragraphs, the same bytes on any day."""
    root = etree.Element(W + "document", nsmap={"w": MAIN})
    body = etree.SubElement(root, W + "body")
    body.extend(paragraphs)
    section = etree.SubElement(body, W + "sectPr")
    etree.SubElement(section, W + "pgSz", {W + name: size for name, size in _PAGE.items()})
    etree.SubElement(section, W + "pgMar", {W + edge: far for edge, far in _MARGINS.items()})
    return packed(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _TO_DOCUMENT.encode(),
            MAIN_PART: serialised(root),
            "word/_rels/document.xml.rels": _TO_STYLES.encode(),
            "word/settings.xml": _SETTINGS.encode(),
            "word/styles.xml": _styles().encode(),
        }
    )


def _styles() -> str:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraphs}</w:pPr>'
        f"<w:rPr>{runs}</w:rPr></w:style>"
        for key, name, paragraphs, runs in _STYLES
    )
    return (
        f'{_DECLARED}<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"</w:style>{styles}</w:styles>"
    )
