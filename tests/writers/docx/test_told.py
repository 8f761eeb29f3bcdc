"""What is said on standard error of a Word document that is written, and its macros."""

from __future__ import annotations

import io

import pytest

from annotator.request import View
from annotator.word.package import is_word
from annotator.writers import write
from tests.word.building import docx, files, p, packed
from tests.writers.docx.laws import Wanted, annotation, finding, proposal, source_of
from tests.writers.docx.oracle import judge, parts

BODY = p("1. A bride is led.") + p("2. A visit is short.")
BASE = docx(BODY)
CHANGED = ("A ", "bride", "spouse")


def told(data: bytes, caplog: pytest.LogCaptureFixture, *wanted: Wanted) -> tuple[bytes, list[str]]:
    """The document with amendments of two clauses accepted, and what is said."""
    source = source_of(data)
    found = [
        finding(source.text, words, proposal(source.text, one, name=words), number=words)
        for words, one in zip(("A bride is led.", "A visit is short."), wanted, strict=False)
    ]
    out = io.BytesIO()
    accept = tuple(range(1, len(found) + 1))
    write(annotation(source, found), source, out, View(format="docx", accept=accept))
    return out.getvalue(), [record.getMessage() for record in caplog.records]


def test_nothing_is_said_where_all_is_tracked(caplog: pytest.LogCaptureFixture) -> None:
    assert told(BASE, caplog, CHANGED)[1] == []


def test_an_amendment_that_is_accepted_and_cannot_be_placed_is_named(
    caplog: pytest.LogCaptureFixture,
) -> None:
    field = (
        '<w:p><w:fldSimple w:instr="REF x"><w:r><w:t>1. A bride is led.</w:t></w:r></w:fldSimple>'
        "</w:p>"
    )
    base = docx(field + p("2. A visit is short."))
    made, said = told(base, caplog, CHANGED, ("A visit is ", "short", "long"))
    judge(base, made)
    assert said == [
        "Amendment 1 of bill.docx is not in the text, since a field of the document makes the "
        "words there: it stands in a comment."
    ]


@pytest.mark.parametrize("kind", ["readOnly", "trackedChanges", "forms", "comments"])
def test_that_a_document_is_protected_is_said(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    lock = f'<w:documentProtection w:edit="{kind}" w:enforcement="1"/>'
    base = docx(BODY, settings=lock)
    made, said = told(base, caplog, CHANGED)
    judge(base, made)
    assert [one for one in said if "stop the protection in Word" in one] == said != []


@pytest.mark.parametrize("lock", ['w:edit="none" w:enforcement="1"', 'w:edit="readOnly"'])
def test_what_is_not_enforced_is_not_said(lock: str, caplog: pytest.LogCaptureFixture) -> None:
    assert told(docx(BODY, settings=f"<w:documentProtection {lock}/>"), caplog, CHANGED)[1] == []


MACROS = "http://schemas.microsoft.com/office/2006/relationships"


def with_macros(body: str = BODY, **more: str) -> bytes:
    made: dict[str, str | bytes] = dict(files(body, **more))
    types, related = "[Content_Types].xml", "word/_rels/document.xml.rels"
    made[types] = (
        str(made[types])
        .replace(
            "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            "vnd.ms-word.document.macroEnabled.main",
        )
        .replace(
            "<Override",
            '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
            '<Override PartName="/word/vbaData.xml" '
            'ContentType="application/vnd.ms-word.vbaData+xml"/><Override',
            1,
        )
    )
    to = f'<Relationship Id="v1" Type="{MACROS}/vbaProject" Target="vbaProject.bin"/></R'
    made[related] = str(made[related]).replace("</R", to)
    data = f'<Relationship Id="v2" Type="{MACROS}/wordVbaData" Target="vbaData.xml"/>'
    made["word/_rels/vbaProject.bin.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{data}</Relationships>"
    )
    made["word/vbaData.xml"] = "<v/>"
    made["word/vbaProject.bin"] = b"Sub"
    return packed(made)


def test_macros_stay_out_and_that_is_said(caplog: pytest.LogCaptureFixture) -> None:
    made, said = told(with_macros(), caplog, CHANGED)
    now = parts(made)
    assert said == ["bill.docx has macros: the Word document that is written has none of them."]
    assert is_word(made)
    assert not [name for name in now if "vba" in name]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        assert b"vba" not in now[name]
        assert b"macro" not in now[name]
    judge(BASE, made)


def test_a_template_becomes_a_document(caplog: pytest.LogCaptureFixture) -> None:
    made = files(BODY)
    types = "[Content_Types].xml"
    made[types] = made[types].replace(".document.main", ".template.main")
    after, said = told(packed(made), caplog, CHANGED)
    assert said == []
    assert b"template" not in parts(after)[types]
    judge(BASE, after)
