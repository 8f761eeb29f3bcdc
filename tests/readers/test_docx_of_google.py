"""Documents as Google Docs writes them: no styles that count, all looks on the runs themselves.

What it suggests stands in content controls of its own (``goog_rdk_0``), every run says that it is
not from right to left, and numbers are those of lists that nothing but the paragraph names.
"""

from __future__ import annotations

from msgspec.structs import replace

from annotator.readers import read
from annotator.request import View
from annotator.schema import Edit
from annotator.source import Source
from annotator.writers.docx.document import Document
from annotator.writers.docx.drafted import Drafted
from tests.readers.laws import texts
from tests.word.building import BY, docx, p
from tests.writers.docx.laws import annotation, finding, proposal
from tests.writers.docx.oracle import accepted, body, judge, paragraphs
from tests.writers.docx.oracle import texts as words_of

_LOOK = '<w:rPr>{bold}<w:sz w:val="24"/><w:szCs w:val="24"/><w:rtl w:val="0"/></w:rPr>'
_FORMATS = (("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."))
LISTS = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:rPr><w:u w:val="none"/></w:rPr></w:lvl>'
        for level, (format_, text) in enumerate(formats)
    )
    + "</w:abstractNum>"
    for number, formats in ((1, _FORMATS), (2, (("bullet", "●"), ("bullet", "○"))))
) + "".join(
    f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2)
)


def run(words: str, bold: bool = False) -> str:
    """A run, with all of its looks."""
    look = _LOOK.format(bold='<w:b w:val="1"/><w:bCs w:val="1"/>' if bold else "")
    return (
        '<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000">'
        f'{look}<w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def suggested(tag: str, inside: str) -> str:
    """What somebody suggests."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="-3"/><w:tag w:val="goog_rdk_{tag}"/></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def listed(content: str, level: int = 0, of: int = 1) -> str:
    """A paragraph of a list."""
    properties = (
        f'<w:pageBreakBefore w:val="0"/><w:numPr><w:ilvl w:val="{level}"/>'
        f'<w:numId w:val="{of}"/></w:numPr><w:ind w:left="{720 * (level + 1)}" w:hanging="360"/>'
        '<w:rPr><w:u w:val="none"/></w:rPr>'
    )
    return p(content if "<" in content else run(content), properties)


_PUT_IN = f"<w:ins {BY}>{run('sixty')}</w:ins>"
_TAKEN_OUT = f"<w:del {BY}><w:r><w:delText>thirty</w:delText></w:r></w:del>"
COUNTED = docx(
    p(run("PORTS BILL, 2026", bold=True), '<w:jc w:val="center"/>')
    + p(run("PART I — PRELIMINARY", bold=True))
    + listed(run("Short title. ", bold=True) + run("This Act may be cited as the Ports Act."))
    + listed(run("Search. ", bold=True) + run("An officer may search a person who—"))
    + listed("carries a parcel; or", 1)
    + listed("crosses the harbour.", 1)
    + listed(
        run("Detention. ", bold=True)
        + run("The keeper may detain a person for ")
        + suggested("0", _PUT_IN)
        + suggested("1", _TAKEN_OUT)
        + run(" days.")
    )
    + listed(run("Rules. ", bold=True) + run("The keeper may make rules as to—"))
    + listed("forms;", of=2)
    + listed("fees.", of=2),
    numbering=LISTS,
)
TYPED = docx(
    p(run("PORTS (AMENDMENT) BILL", bold=True), '<w:jc w:val="center"/>')
    + p(run("1. ", bold=True) + run("Short title", bold=True))
    + p(run("This Act may be cited as the Ports (Amendment) Act."))
    + p(run("2.", bold=True) + "<w:r><w:tab/></w:r>" + run("Search", bold=True))
    + p(run("(1)") + "<w:r><w:tab/></w:r>" + run("An officer may search a person."))
    + p(run("(2)\u00a0 \u00a0") + run("A search is recorded.")),
)


def law(data: bytes) -> Source:
    return read(data, name="bill.docx")


def test_numbers_of_its_lists_are_those_of_sections_and_items() -> None:
    found = texts(law(COUNTED))
    assert found == {
        "1": "This Act may be cited as the Ports Act.",
        "2": "An officer may search a person who— a. carries a parcel; or b. crosses the harbour.",
        "3": "The keeper may detain a person for sixty days.",
        "4": "The keeper may make rules as to— ● forms; ● fees.",
    }


def test_a_copy_whose_numbers_are_typed_is_cut_as_any_other() -> None:
    assert texts(law(TYPED)) == {
        "1": "This Act may be cited as the Ports (Amendment) Act.",
        "2(1)": "An officer may search a person.",
        "2(2)": "A search is recorded.",
    }


def test_its_redline_is_refused_to_the_document_and_accepted_to_the_amended_law() -> None:
    source = law(COUNTED)
    one = proposal(source.text, ("detain a person", "", ""), name="n1")
    at = source.text.index("sixty")
    edit = Edit(start=at, end=at + len("sixty days"), text="ten days, and in private")
    found = finding(source.text, "The keeper may detain", replace(one, edits=(edit,)), number="3")
    document = Document(COUNTED, source.name, source.text, source.origins.runs)
    view = View(format="docx")
    made = Drafted(
        document, annotation(source, [found]), view, "", "2026-01-05T10:00:00Z"
    ).redlined()
    judge(COUNTED, made)
    assert "Detention. The keeper may detain a person for ten days, and in private." in "\n".join(
        words_of(accepted(made))
    )
    assert len(paragraphs(body(made))) == len(paragraphs(body(COUNTED)))
