"""Laws as Word documents, with what befalls those: changes of others, lists, tables, fields."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.fuzz.files import File
from tests.fuzz.statutes import anything, statutes
from tests.word.building import BY, GONE_MARK, docx, field, gone, ins, p, row, t, table
from tests.word.numbered import definition, in_list, lvl, num

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LISTS = (
    definition(
        1,
        lvl(0, "decimal", "%1."),
        lvl(1, "decimal", "(%2)"),
        lvl(2, "lowerLetter", "(%3)"),
        lvl(3, "bullet", "•"),
    )
    + num(1, 1)
    + num(2, 1, {0: 7})
)
_STYLES = (
    '<w:style w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    "</w:style>"
)
_VANISH = "<w:rPr><w:vanish/></w:rPr>"


@st.composite
def word_document(draw: st.DrawFn) -> File:
    """A document of the lines of a law."""
    text = draw(st.one_of(statutes(), statutes(), anything))
    lines = [_NO_XML.sub("", line) for line in text.split("\n")[:60]]
    body: list[str] = []
    for line in lines:
        block = draw(_paragraph(line))
        if not draw(st.integers(0, 19)):
            block = table(row(p("(a)"), block + p()), row(block, block, properties=_gone(draw)))
        body.append(block)
    data = docx("".join(body), numbering=_LISTS, styles=_STYLES)
    if not draw(st.integers(0, 9)):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=4)) + data[at + draw(st.integers(0, 9)) :]
    return File(draw(st.sampled_from(("law.docx", "law.docm", "law.txt"))), data)


def _gone(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(("", f"<w:del {BY}/>", f"<w:ins {BY}/>")))


@st.composite
def _paragraph(draw: st.DrawFn, line: str) -> str:
    """A line in runs, one of them changed, hidden or the result of a field."""
    at = draw(st.integers(0, len(line)))
    first, second = t(escape(line[:at])), t(escape(line[at:]))
    middle = draw(
        st.sampled_from(
            ("", "", "", gone("no "), ins(t("no ")), "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>",
             field(" REF a ", t("12")), f"<w:r>{_VANISH}<w:t>x</w:t></w:r>",
             '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
             '<w:r><w:br w:type="page"/><w:noBreakHyphen/><w:softHyphen/></w:r>',
             "<w:r><w:footnoteReference w:id='2'/></w:r>")
        )
    )  # fmt: skip
    mark = draw(st.sampled_from(("", "", "", "", "", GONE_MARK, _VANISH)))
    kind = draw(st.integers(0, 9))
    if kind < 3:
        level, of = draw(st.integers(0, 3)), draw(st.integers(1, 2))
        return in_list(first + middle + second, level, of, more=mark)
    style = '<w:pStyle w:val="H"/>' if kind == 3 else ""
    return p(first + middle + second, style + mark)
