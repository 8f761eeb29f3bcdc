"""Tracked changes in documents of every make: refused, the document is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_editor import Document

from annotator.word.names import W
from tests.word.building import GONE_MARK, docx, field, gone, ins, p, row, t, table
from tests.writers.docx.laws import amended
from tests.writers.docx.oracle import accepted, body, comments, judge, paragraphs, texts

NEXT = p("2. A permit is issued in writing.")
BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
HELD = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"

#: Paragraphs, an edit of one, and what the paragraph says once it is accepted.
CASES = {
    "words put into a run": (
        p("1. An officer may search a person."),
        ("may search", "", " in private"),
        "1. An officer may search in private a person.",
    ),
    "words put in between two looks": (
        p(t("1. An officer may ") + BOLD.format("search") + t(" a person.")),
        ("search", "", " in private"),
        "1. An officer may search in private a person.",
    ),
    "words taken out over three looks": (
        p(t("1. The permit of a ") + BOLD.format("wife of a") + t(" worker ends.")),
        ("", "permit of a wife of a worker", "permit of a worker"),
        "1. The permit of a worker ends.",
    ),
    "words taken out of what another put in": (
        p(t("1. A victim ") + ins(t("who helps the police")) + t(" may stay.")),
        ("", " who helps the police", ""),
        "1. A victim may stay.",
    ),
    "words put into what another put in": (
        p(t("1. A victim ") + ins(t("who is found")) + t(" may stay.")),
        ("who", "", " at any time"),
        "1. A victim who at any time is found may stay.",
    ),
    "words over the edge of what another put in": (
        p(t("1. It lasts ") + ins(t("sixty")) + t(" days.")),
        ("", "sixty days", "ninety weeks"),
        "1. It lasts ninety weeks.",
    ),
    "words beside those that another took out": (
        p(t("1. It lasts ") + gone("thirty") + t("sixty days.")),
        ("lasts ", "", "at least "),
        "1. It lasts at least sixty days.",
    ),
    "words over those that another took out": (
        p(t("1. It lasts ten") + gone(" or more") + t(" days.")),
        ("", "ten days", "a month"),
        "1. It lasts a month.",
    ),
    "words in a link": (
        p(t("1. See ") + LINK.format(t("section nine of the Act")) + t(".")),
        ("", "nine", "ten"),
        "1. See section ten of the Act.",
    ),
    "words behind a link": (
        p(t("1. See ") + LINK.format(t("section nine")) + t(".")),
        ("section nine", "", " or ten"),
        "1. See section nine or ten.",
    ),
    "words behind a field": (
        p(t("1. See section ") + field("REF a", t("9")) + t(" first.")),
        ("section 9", "", " or 10"),
        "1. See section 9 or 10 first.",
    ),
    "words behind the call of a note": (
        p(t("1. A search is recorded.") + NOTE),
        ("recorded.", "", " It is private."),
        "1. A search is recorded. It is private.",
    ),
    "words with the call of a note": (
        p(t("1. A search") + NOTE + t(" is recorded by hand.")),
        ("", "search is recorded", "visit is noted"),
        "1. A visit is noted by hand.",
    ),
    "words behind a tab": (
        p(t("1.") + TAB + t("An officer may search.")),
        ("officer", "", " of the same sex"),
        "1.\tAn officer of the same sex may search.",
    ),
    "words over a tab": (
        p(t("1. The fee") + TAB + t("is due.")),
        ("", "fee\tis due", "fee falls away"),
        "1. The fee falls away.",
    ),
    "words in a control": (
        p(t("1. A search is ") + HELD.format("", t("recorded")) + t(" at once.")),
        ("record", "ed", "able"),
        "1. A search is recordable at once.",
    ),
    "words in a cell": (
        table(row(p("1. A woman follows her husband."), p("Remarks"))),
        ("", "A woman follows her husband", "Each spouse chooses"),
        "1. Each spouse chooses.",
    ),
    "lines in the place of words within a paragraph": (
        p("1. An officer may search a bag. A record is kept."),
        ("", "search a bag", "search—\n(a) a bag;\n(b) a car"),
        "1. An officer may search—\n(a) a bag;\n(b) a car. A record is kept.",
    ),
    "a line within a paragraph": (
        p(t("1. An officer may search.") + BREAK + t("2. A record is kept.")),
        ("search.", "", "\n(2) A search is private."),
        "1. An officer may search.\n(2) A search is private.\n2. A record is kept.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_tracked_where_its_words_stand(name: str) -> None:
    made_of, wanted, then = CASES[name]
    base = docx(made_of + NEXT)
    words = wanted[0] + wanted[1]
    made = amended(base, words, wanted)
    judge(base, made)
    assert then in texts(accepted(made))


REFUSED = {
    "a field": (
        p(t("1. See section ") + field("REF a", t("nine")) + t(" first.")),
        ("", "nine", "ten"),
        "a field of the document makes the words there",
    ),
    "a locked control": (
        p(t("1. See ") + HELD.format('<w:lock w:val="contentLocked"/>', t("nine")) + t(".")),
        ("", "nine", "ten"),
        "a content control that holds them fast",
    ),
    "a date to pick": (
        p(t("1. From ") + HELD.format("<w:date/>", t("1 May")) + t(".")),
        ("", "1 May", "June"),
        "a content control that holds them fast",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_placed_is_a_comment_with_the_words(name: str) -> None:
    made_of, wanted, why = REFUSED[name]
    base = docx(made_of + NEXT)
    made = amended(base, wanted[1], wanted)
    judge(base, made)
    assert texts(accepted(made)) == texts(accepted(base))
    (_, told) = comments(made)
    assert why in told
    assert "Amend as one says." in told


def test_a_new_paragraph_looks_like_its_neighbour() -> None:
    look = '<w:pStyle w:val="Clause"/><w:ind w:left="720"/>'
    base = docx(p("(1) An officer may search.", look) + NEXT)
    made = amended(
        base, "An officer may search.", ("search.", "", "\n(2) It is private."), adds=True
    )
    judge(base, made)
    assert texts(accepted(made))[1] == "(2) It is private."
    assert '<w:pStyle w:val="Clause"/><w:ind w:left="720"/>' in _look(made, 1)


def _look(made: bytes, at: int) -> str:
    return paragraphs(accepted(made))[at][0].replace(
        ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"', ""
    )


def test_a_new_subsection_looks_like_the_last_and_not_like_its_item() -> None:
    base = docx(
        p(t("1.") + TAB + t("(1)") + TAB + t("One rule.")).replace(
            "<w:pPr>", '<w:pPr><w:ind w:left="9"/>'
        )
        + p(t("(2)") + TAB + t("An officer may search—"), '<w:ind w:left="1"/>')
        + p("(a) a bag.", '<w:ind w:left="2"/>')
        + NEXT
    )
    made = amended(base, "(a) a bag.", ("a bag.", "", "\n(3) It is private."), adds=True)
    judge(base, made)
    assert texts(accepted(made))[3] == "(3)\tIt is private."
    assert '<w:ind w:left="1"/>' in _look(made, 3)


ENDS = {
    "the document": ("{}", p("1. An officer may search.", '<w:jc w:val="both"/>')),
    "a cell": (table(row("{}", p("Remarks"))), p("1. An officer may search.")),
    "a document whose last paragraph looks otherwise": (
        p("(1) An officer may stop.", '<w:pStyle w:val="One"/>') + "{}",
        p("An officer may search.", '<w:pStyle w:val="Two"/>'),
    ),
}


@pytest.mark.parametrize("name", ENDS)
def test_a_new_paragraph_at_the_end(name: str) -> None:
    around, last = ENDS[name]
    base = docx(around.format(last))
    words = "An officer may search."
    made = amended(
        base, words, ("search.", "", "\n(2) It is private.\n(3) It is noted."), adds=True
    )
    judge(base, made)
    said = texts(accepted(made))
    at = said.index("(2) It is private.")
    assert said[at + 1] == "(3) It is noted."
    assert words in said[at - 1]


def test_new_paragraphs_behind_one_follow_each_other() -> None:
    base = docx(p("1. An officer may search.") + p("2. It ends."))
    for last in (base, docx(p("1. An officer may search."))):
        made = amended(
            last,
            "An officer may search.",
            ("search.", "", "\n(2) It is private."),
            ("search.", "", "\n(3) It is noted."),
            adds=True,
        )
        judge(last, made)
        assert texts(accepted(made))[1:3] == ["(2) It is private.", "(3) It is noted."]


def test_a_paragraph_whose_mark_another_put_in_takes_one_behind_it() -> None:
    new = '<w:rPr><w:ins w:id="5" w:author="Ada" w:date="2026-01-05T10:00:00Z"/></w:rPr>'
    words = "1. An officer may search."
    base = docx(p(ins(t(words)), new) + NEXT)
    made = amended(base, words, ("search.", "", "\n(2) It is private."), adds=True)
    judge(base, made)
    assert texts(accepted(made))[1] == "(2) It is private."
    last = docx(p(ins(t(words)), new))
    made = amended(last, words, ("search.", "", "\n(2) It is private."), adds=True)
    judge(last, made)
    assert "another author’s change that is not decided" in comments(made)[1]


def test_a_clause_of_several_paragraphs_is_taken_out_with_their_marks() -> None:
    lines = ("1. A wife needs leave of—", "(a) her husband; or", "(b) her father.")
    base = docx("".join(map(p, lines)) + NEXT)
    made = amended(base, "\n".join(lines)[3:], ("", "\n".join(lines)[3:], ""))
    judge(base, made)
    assert texts(accepted(made)) == ["1. ", "2. A permit is issued in writing."]


def test_a_clause_of_several_paragraphs_is_replaced() -> None:
    lines = ("1. A wife needs leave of—", "(a) her husband; or", "(b) her father.")
    base = docx("".join(map(p, lines)) + NEXT)
    made = amended(base, "\n".join(lines)[3:], ("", "\n".join(lines)[3:], "No leave is needed."))
    judge(base, made)
    assert texts(accepted(made))[:2] == [
        "1. No leave is needed.",
        "2. A permit is issued in writing.",
    ]


def test_paragraphs_that_another_has_joined_are_one() -> None:
    base = docx(p("1. An officer ", GONE_MARK) + p("may search.") + NEXT)
    made = amended(base, "may search.", ("officer may", "", " in private"))
    judge(base, made)
    assert texts(accepted(made))[1] == "may in private search."


def test_only_the_words_that_differ_are_tracked() -> None:
    base = docx(p("1. A wife of a worker loses the permit when the worker leaves.") + NEXT)
    old = "A wife of a worker loses the permit when the worker leaves."
    new = "A wife of a worker keeps the permit when the worker leaves."
    made = amended(base, old, ("", old, new))
    judge(base, made)
    taken = ["".join(one.itertext()) for one in body(made).iter(W + "del")]
    assert taken == ["loses"]


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # docx-editor leaves files open
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", CASES)
def test_another_reader_of_tracked_changes_sees_the_same(name: str, tmp_path: Path) -> None:
    made_of, wanted, then = CASES[name]
    base = docx(made_of + NEXT)
    made = amended(base, wanted[0] + wanted[1], wanted)
    assert then.replace("\n", "") in settled(made, tmp_path, accept=True).replace("\n", "")
    assert settled(made, tmp_path, accept=False) == settled(base, tmp_path, accept=False)


def settled(data: bytes, folder: Path, *, accept: bool) -> str:
    """The words that docx-editor sees once our changes are accepted or refused."""
    file = folder / "bill.docx"
    file.write_bytes(data)
    with Document.open(file, author="judge", workspace_dir=folder / "work") as opened:
        resolve = opened.accept_all if accept else opened.reject_all
        resolve(author="annotate")
        text: str = opened.get_visible_text()
    return text


def test_what_is_left_of_the_last_of_several_paragraphs_goes_on_behind_the_first() -> None:
    look = '<w:ind w:left="300"/>'
    lines = (
        "1. A wife needs leave of her",
        "husband, or of some other man",
        "of her house, to sail.",
    )
    base = docx(p(lines[0], look) + p(lines[1]) + p(lines[2]) + NEXT)
    out = "\n".join(lines)[10:-9]
    made = amended(base, "\n".join(lines)[3:], (lines[0][:10], out, " may choose"))
    judge(base, made)
    assert texts(accepted(made))[:2] == ["1. A wife  may choose to sail.", texts(body(base))[-1]]
    assert look in _look(made, 0)


def test_where_nothing_is_left_of_the_first_the_last_stays_itself() -> None:
    lines = ("A wife needs leave.", "It is in writing.", "It may be withdrawn. A wife may sail.")
    base = docx("".join(map(p, ("1. Leave.", *lines))) + NEXT)
    out = "\n".join(lines)[: -len("A wife may sail.")]
    made = amended(base, out, ("", out, ""))
    judge(base, made)
    assert texts(accepted(made)) == ["1. Leave.", "A wife may sail.", texts(body(base))[-1]]
