"""The whole document of a law: its comments, its bytes, and where it may go."""

from __future__ import annotations

import io

import pytest

from annotator.errors import UsageError
from annotator.request import View
from annotator.schema import Annotation, Source
from annotator.writers import write
from tests.word.building import docx, p
from tests.writers.docx.laws import annotation as law_of
from tests.writers.docx.laws import finding, gap, proposal, redline, source_of
from tests.writers.docx.oracle import accepted, body, comments, judge, parts, texts

LINES = ("Search", "1. (1) An officer may search a person.", "(2) A record is kept.", "2. It ends.")
BASE = docx("".join(map(p, LINES)))
TEXT = source_of(BASE).text


def written(annotation: Annotation, source: Source, view: View) -> bytes:
    out = io.BytesIO()
    write(annotation, source, out, view)
    return out.getvalue()


def test_of_several_amendments_of_a_clause_the_best_is_in_the_text() -> None:
    first = proposal(TEXT, ("officer", "", " of the same sex"), name="first")
    second = proposal(TEXT, ("a person", "", " in private"), name="second")
    made = redline(BASE, [finding(TEXT, "An officer may search a person.", first, second)])
    judge(BASE, made)
    assert texts(accepted(made))[1] == "1. (1) An officer of the same sex may search a person."
    told = comments(made)[1]
    assert "Amendment 1, search or biometrics: tracked in the text" in told
    assert "Amendment 2, search or biometrics: not in the text" in told
    assert "Amend as second says." in told
    assert "Amend as first says." not in told


def test_those_that_are_accepted_are_in_the_text_and_no_others() -> None:
    first = proposal(TEXT, ("officer", "", " of the same sex"), name="first")
    second = proposal(TEXT, ("a person", "", " in private"), name="second")
    third = proposal(TEXT, ("is kept", "", " for a year"), name="third")
    found = [
        finding(TEXT, "An officer may search a person.", first, second),
        finding(TEXT, "A record is kept.", third, number="2"),
    ]
    source = source_of(BASE)
    made = written(law_of(source, found), source, View(format="docx", accept=(1, 2)))
    judge(BASE, made)
    assert texts(accepted(made))[1:3] == [
        "1. (1) An officer of the same sex may search a person in private.",
        "(2) A record is kept.",
    ]


def test_a_number_that_no_amendment_has_is_told() -> None:
    source = source_of(BASE)
    law = law_of(source, [finding(TEXT, "A record is kept.")])
    with pytest.raises(UsageError, match="There is no amendment 7"):
        written(law, source, View(format="docx", accept=(7,)))


def test_new_subsections_bear_the_numbers_that_follow_whichever_go_in() -> None:
    words = "An officer may search a person."
    phrase = proposal(TEXT, ("officer", "", " of the same sex"), name="phrase")
    third = proposal(TEXT, ("is kept.", "", "\n(3) It is private."), name="third", adds=True)
    fourth = proposal(TEXT, ("is kept.", "", "\n(4) It is reviewed."), name="fourth", adds=True)
    made = redline(
        BASE,
        [
            finding(TEXT, words, phrase, third, number="1"),
            finding(TEXT, "A record is kept.", fourth, number="1"),
        ],
    )
    judge(BASE, made)
    assert texts(accepted(made))[3] == "(3) It is reviewed."


def test_amendments_of_the_same_words_do_not_both_go_in() -> None:
    words = "An officer may search a person."
    one = proposal(TEXT, ("An officer ", "may search", "may examine"), name="one")
    other = proposal(TEXT, ("may ", "search a person", "stop a person"), name="other")
    made = redline(BASE, [finding(TEXT, words, one), finding(TEXT, words, other)])
    judge(BASE, made)
    assert "since another amendment changes the same words" in comments(made)[2]
    assert "Amend as other says." in comments(made)[2]


def test_a_sentence_and_a_subsection_at_the_same_place_both_go_in() -> None:
    sentence = proposal(TEXT, ("is kept.", "", " It is private."), name="one", adds=True)
    line = proposal(TEXT, ("is kept.", "", "\n(3) It is noted."), name="two", adds=True)
    made = redline(
        BASE,
        [finding(TEXT, "A record is kept.", sentence), finding(TEXT, "An officer may", line)],
    )
    judge(BASE, made)
    assert texts(accepted(made))[2:4] == [
        "(2) A record is kept. It is private.",
        "(3) It is noted.",
    ]


def test_what_is_lacking_comes_as_new_paragraphs_with_a_comment() -> None:
    words = "Privacy\n1A. (1) A search is private.\n(2) It is noted."
    made = redline(BASE, [], [gap(TEXT, "A record is kept.", words)])
    judge(BASE, made)
    assert texts(accepted(made))[3:6] == words.split("\n")
    assert "Searches are private" in comments(made)[1]


def test_a_comment_ends_behind_what_is_put_in_at_the_end_of_its_clause() -> None:
    sentence = proposal(TEXT, ("is kept.", "", " It is private."), adds=True)
    made = redline(BASE, [finding(TEXT, "A record is kept.", sentence)])
    order = [one.tag.rpartition("}")[2] for one in body(made)[0][2]]
    assert order == ["pPr", "r", "commentRangeStart", "r", "ins", "commentRangeEnd", "r"]


def test_what_is_shown_is_commented_and_no_more() -> None:
    source = source_of(BASE)
    found = [
        finding(TEXT, "An officer may search a person.", label="regressive"),
        finding(TEXT, "A record is kept.", label="blind"),
    ]
    made = written(law_of(source, found), source, View(format="docx", labels=("blind",)))
    assert [said.split()[0] for said in comments(made)] == ["Gender", "blind"]


def test_the_comments_that_are_there_stay() -> None:
    there = (
        '<w:comment xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'w:id="4" w:author="Ada"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    )
    marked = p(
        '<w:commentRangeStart w:id="4"/><w:r><w:t>1. An officer may search.</w:t></w:r>'
        '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    )
    base = docx(marked + p("2. It ends."), comments=there)
    text = source_of(base).text
    amendment = proposal(text, ("may search", "", " in private"))
    made = redline(base, [finding(text, "An officer may search.", amendment)])
    judge(base, made)
    assert comments(made)[0] == "Why?"
    assert len(comments(made)) == 3


def test_the_same_law_gives_the_same_bytes_on_the_same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [finding(TEXT, "A record is kept.", proposal(TEXT, ("is kept", "", " for long")))]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert redline(BASE, found) == redline(BASE, found)
    assert b'w:date="1970-01-02T00:00:00Z"' in parts(redline(BASE, found))["word/document.xml"]
