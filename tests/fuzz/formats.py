"""The same laws in every format and encoding that is read, whole and broken."""

from __future__ import annotations

import re
from functools import cache
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.fuzz.files import File
from tests.fuzz.statutes import anything, provision, statutes, written_marks

_ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman", "latin-1", "cp1250", "utf-7",
    "shift_jis", "utf-16-le",
)  # fmt: skip
_TEXTS = st.one_of(statutes(), statutes(), anything)


def as_text(texts: st.SearchStrategy[str]) -> st.SearchStrategy[File]:
    """Plain text in UTF-8."""
    return texts.map(lambda text: File("law.txt", text.encode(errors="replace")))


@st.composite
def encoded(draw: st.DrawFn) -> File:
    """Plain text in an encoding of its own, sometimes with bytes that are none of it."""
    data = draw(_TEXTS).encode(draw(st.sampled_from(_ENCODINGS)), errors="replace")
    if not draw(st.integers(0, 3)):
        data = draw(_broken(data))
    return File(draw(st.sampled_from(("law.txt", "law", "law.text", "Gesetz é.txt"))), data)


@st.composite
def _broken(draw: st.DrawFn, data: bytes) -> bytes:
    at = draw(st.integers(0, len(data)))
    end = at + draw(st.sampled_from((0, 1, 2, 40)))
    return data[:at] + draw(st.binary(max_size=4)) + data[end:]


# -- Markdown

_EMPHASIS = (
    "**{}**",
    "*{}*",
    "_{}_",
    "`{}`",
    "~~{}~~",
    "[{}](http://x.example/y)",
    "<b>{}</b>",
    "**{}",
    "{}^3^",
)
_ABOVE = (
    "", "", "# Border Act", "## Part I", "##### 1. **Search**", "---", "***", "```", "> ",
    "<!-- note -->",
    "<!-- never closed", "-->", "| a | b |\n|---|---|\n| 1 | 2 |", "![map](map.png)",
    "[^1]: A note.",
    "[ref]: http://x.example", "~~~", "1. ", "* ", "\\", "&nbsp;", "<div>",
    "Border Act\n==========",
)  # fmt: skip
_KEYS = ("title", "jurisdiction", "country", "date", "tags", "language", "a b", "title")
_VALUES = (
    "Border Act", "EU", "NO", "no", "ie", "UK", "[1, 2]", "{a: b}", "2019-05-01", "''", "12",
    "null",
    "!!python/object:os.system x", "&a [*a]", "*a", "|\n  many\n  lines", "\"x", "true", "XX",
    "Norway", "難民", "1e999",
)  # fmt: skip
_front_lines = st.builds("{}: {}".format, st.sampled_from(_KEYS), st.sampled_from(_VALUES))
_front_matter = st.lists(_front_lines, max_size=4).map(
    lambda lines: "---\n" + "".join(f"{line}\n" for line in lines) + "---\n"
)


@st.composite
def markdown(draw: st.DrawFn) -> File:
    """A law in Markdown, its numbers and some words marked up."""
    lines = draw(_TEXTS).split("\n")
    text = draw(_front_matter) if draw(st.booleans()) else ""
    for line in lines:
        kind = draw(st.integers(0, 5))
        if kind == 0:
            line = draw(_marked(line))
        elif kind == 1:
            line = f"{draw(st.sampled_from(_ABOVE))}\n{line}"
        elif kind == 2:
            line = re.sub(r"^(\d+[A-Z]?\.?)", r"**\1**", line)
        text += line + "\n"
    return File(draw(st.sampled_from(("law.md", "law.md", "law.markdown", "law"))), _bytes(text))


@st.composite
def _marked(draw: st.DrawFn, line: str) -> str:
    words = line.split(" ")
    at = draw(st.integers(0, len(words) - 1))
    words[at] = draw(st.sampled_from(_EMPHASIS)).format(words[at])
    return " ".join(words)


# -- Web pages

_AROUND = (
    "<p>{}</p>", "<p>{}", "<div>{}</div>", "{}<br>", "<h2>{}</h2>", "<li>{}", "<ol><li>{}</ol>",
    "<tr><td>{}<td>{}</tr>", "<table><tr><td>(a)</td><td>{}</td></tr></table>", "<pre>{}</pre>",
    "<p hidden>{}</p>", "<blockquote>{}</blockquote>", "<dt>{}<dd>{}", "<s>{}</s>", "<ins>{}</ins>",
    "<p>{}<sup>1</sup></p>", "<p><sup>1</sup>{}", "<a href='#n'><sup>1</sup></a>{}",
    "<span class=akn-num>(1)</span><span class=akn-p>{}</span>", "<section id=n>{}</section>",
    "<q>{}", "</div>{}", "<ol type=i start=4>{}", "</ol>{}", "<nav>{}</nav>", "<!-- {} -->",
    "<!-- {}", "<p style='position:absolute'>{}", "<script>{}</script>", "&nbsp; {}&bogus;",
    "<td {}",
)  # fmt: skip
_TOPS = (
    "<!DOCTYPE html>", "<html>", "<html><head><title>Border Act | Laws</title></head><body>",
    "<?xml version='1.0'?><html>", "<p>", '<html><meta charset="windows-1252">',
)  # fmt: skip


@st.composite
def web_page(draw: st.DrawFn) -> File:
    """A law in the tags of a page, some of them left open."""
    lines = escape(draw(_TEXTS)).split("\n")
    blocks = (draw(st.sampled_from(_AROUND)).replace("{}", line) for line in lines)
    text = draw(st.sampled_from(_TOPS)) + "\n".join(blocks)
    encoding = draw(st.sampled_from(("utf-8", "utf-8", "cp1252", "utf-16")))
    name = draw(st.sampled_from(("law.html", "law.htm", "law.txt", "law")))
    return File(name, text.encode(encoding, errors="replace"))


# -- The XML of Justice Canada

_HOLDERS = (
    "Body", "Section", "Section", "Subsection", "Subsection", "Paragraph", "Subparagraph",
    "Clause", "Subclause",
    "Definition", "Schedule", "Heading", "GroupHeading", "Provision", "Item", "AmendedText",
    "ReadAsText",
    "FormulaGroup", "FormulaDefinition", "FormulaParagraph", "ContinuedSectionSubsection",
    "ContinuedParagraph", "TableGroup", "table", "tgroup", "row", "entry", "List",
    "HistoricalNote", "Footnote",
    "ScheduleFormHeading", "BilingualGroup", "Order", "Unknown",
)  # fmt: skip
_LEAVES = (
    "Label", "Label", "Text", "Text", "Text", "MarginalNote", "TitleText", "Caption", "title",
    "Repealed", "FormBlank",
    "Leader", "LineBreak", "FormulaTerm", "FormulaText", "DefinedTermEn", "XRefExternal",
    "OriginatingRef",
    "BilingualItemEn", "SignatureName", "Image", "Emphasis",
)  # fmt: skip
_LABELS = (
    "1",
    "2",
    "14.1",
    "14 bis",
    "(1)",
    "(2)",
    "(a)",
    "(b)",
    "(i)",
    "PART I",
    "SCHEDULE 2",
    "A",
    "",
    "難",
)
_ATTRIBUTES = (
    "",
    "",
    "",
    ' level="1"',
    ' id="RelatedProvs"',
    ' xml:lang="en"',
    ' lims:x="1"',
    " bad",
    ' level="1" level="2"',
)
_INSIDE = (
    "",
    "",
    "",
    "",
    "<!-- a note -->",
    "<?pi x?>",
    "<![CDATA[1 < 2]]>",
    "&amp;",
    "&#233;",
    "&eacute;",
    "&own;",
    "&#0;",
    "<br/>",
)
_HEADS = (
    "", "", "", '<?xml version="1.0" encoding="utf-8"?>',
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<!DOCTYPE Statute [<!ENTITY own "x">]>',
    '<!DOCTYPE Statute SYSTEM "http://x.example/y.dtd">', "\n", "<!-- note -->",
)  # fmt: skip
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_xml_words = st.one_of(
    st.sampled_from(_LABELS),
    st.sampled_from(
        ("An officer may search any person who enters.", "He may ____.", "A person who", "")
    ),
    st.text(written_marks, max_size=12),
).map(escape)


@cache
@st.composite
def _element(draw: st.DrawFn, depth: int) -> str:
    attributes = draw(st.sampled_from(_ATTRIBUTES[: 7 if draw(st.integers(0, 20)) else None]))
    if depth == 0 or draw(st.booleans()):
        tag = draw(st.sampled_from(_LEAVES))
        inside = draw(_xml_words) + draw(
            st.sampled_from(_INSIDE[: 8 if draw(st.integers(0, 9)) else None])
        )
    else:
        tag = draw(st.sampled_from(_HOLDERS))
        inside = "".join(draw(st.lists(_element(depth - 1), max_size=3)))
    return f"<{tag}{attributes}>{inside}</{tag}>"


@cache
@st.composite
def _section(draw: st.DrawFn, number: int) -> str:
    """A section as the publisher nests them, so that many laws have clauses."""
    words = escape(_NO_XML.sub("", draw(provision)))
    more = "".join(draw(st.lists(_element(2), max_size=2)))
    note = draw(st.sampled_from(("", "<MarginalNote>Search</MarginalNote>")))
    return f"<Section>{note}<Label>{number}</Label><Text>{words}</Text>{more}</Section>"


@st.composite
def justice_xml(draw: st.DrawFn) -> File:
    """A statute or regulation, well-formed save where it is cut."""
    root = draw(
        st.sampled_from(("Statute", "Statute", "Statute", "Regulation", "Regulation", "act"))
    )
    body = "".join(draw(_section(at)) for at in range(1, draw(st.integers(1, 4))))
    body += "".join(draw(st.lists(_element(3), max_size=2)))
    title = draw(
        st.sampled_from(
            ("", "<Identification><ShortTitle>Border Act</ShortTitle></Identification>")
        )
    )
    spaces = ' xmlns:lims="http://justice.gc.ca/lims"'
    text = f"{draw(st.sampled_from(_HEADS))}<{root}{spaces}>{title}<Body>{body}</Body></{root}>"
    if not draw(st.integers(0, 5)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + text[at + draw(st.integers(0, 30)) :]
    return File("law.xml", _bytes(text))


def _bytes(text: str) -> bytes:
    return text.encode(errors="replace")


#: Anything at all, under every name.
rubbish = st.builds(
    File,
    st.sampled_from(("law.txt", "law.md", "law.xml", "law", "law.pdf", "law.docx")),
    st.one_of(st.binary(max_size=200), st.text(max_size=80).map(_bytes)),
)
