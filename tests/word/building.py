"""Small Word documents, built of raw WordprocessingML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from annotator.word.names import COMPATIBILITY, FORMULA, MAIN
from annotator.word.package import Package
from annotator.word.paragraphs import WordParagraph
from annotator.word.view import WordView

_NAMESPACES = f'xmlns:w="{MAIN}" xmlns:mc="{COMPATIBILITY}" xmlns:m="{FORMULA}"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
BY = 'w:id="7" w:author="Ada" w:date="2026-01-05T10:00:00Z"'
#: The parts besides the document, and the element that each consists of.
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "settings": "settings",
    "header1": "hdr",
    "comments": "comments",
}


def docx(body: str, **parts: str) -> bytes:
    """A document with a body, and perhaps ``styles``, ``numbering``, ``footnotes``, ``settings``.

    All are what is within the element that the part consists of; the prefix is ``w``.
    """
    return packed(files(body, **parts))


def files(body: str, **parts: str) -> dict[str, str]:
    """The files in the package of such a document."""
    related = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATION}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
    )
    found = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            + "".join(
                f'<Override PartName="/word/{name}.xml" '
                f'ContentType="{_TYPE}.{name.rstrip("1")}+xml"/>'
                for name in parts
            )
            + "</Types>"
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
            f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'
        ),
        "word/document.xml": (
            f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
        ),
    }
    for name, content in parts.items():
        element = _PARTS[name]
        found[f"word/{name}.xml"] = f"<w:{element} {_NAMESPACES}>{content}</w:{element}>"
    return found


def packed(
    parts: Mapping[str, str] | Mapping[str, str | bytes], way: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """The parts in a package."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", way) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return data.getvalue()


def t(words: str) -> str:
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of runs; or of words, where there is no element among it."""
    inside = content if "<" in content or not content else t(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def ins(content: str) -> str:
    """What somebody has put in."""
    return f"<w:ins {BY}>{content}</w:ins>"


def gone(words: str) -> str:
    """Words that somebody has taken out."""
    return f"<w:del {BY}><w:r><w:delText>{words}</w:delText></w:r></w:del>"


#: Properties of a paragraph whose mark somebody has taken out.
GONE_MARK = f"<w:rPr><w:del {BY}/></w:rPr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row, each of its cells of paragraphs."""
    inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def field(instruction: str, result: str, *, start: str = "", end: str = "") -> str:
    """A field, in the runs that Word writes of it."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{start}"
        f"{mark.format('separate')}{result}{end}{mark.format('end')}"
    )


def view(body: str, **parts: str) -> WordView:
    """The view of such a document."""
    return WordView(Package(docx(body, **parts), "bill.docx"))


def paragraphs(body: str, **parts: str) -> tuple[WordParagraph, ...]:
    """Its paragraphs."""
    return view(body, **parts).paragraphs


def lines(body: str, **parts: str) -> list[str]:
    """Its text by lines."""
    return view(body, **parts).text.splitlines()
