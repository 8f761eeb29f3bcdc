"""What drafters answer to our comments: false alarms, other labels, and what else they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from annotator.returned.remarks import Remark
from annotator.rulings import Decisions, RuledClause
from annotator.word.names import W
from tests.returned.drafters import (
    BASE,
    all_accepted,
    all_refused,
    anonymous,
    made,
    returned,
    with_parts,
    without_record,
)
from tests.word.building import packed
from tests.writers.docx.laws import finding, redline, source_of
from tests.writers.docx.oracle import parts

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
KIND = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def comment_on(data: bytes, beginning: str) -> str:
    """The number of the comment that begins so."""
    root = etree.fromstring(parts(data)["word/comments.xml"])
    said = {one.get(W + "id"): "".join(one.itertext()) for one in root}
    return next(number for number, words in said.items() if beginning in words)


def answered(
    data: bytes, to: str, words: str, *, linked: bool = True, who: str = "Ada", when: str = "5"
) -> bytes:
    """The document with an answer to a comment: linked to it, or only hung on the same words."""
    files = parts(data)
    comments = etree.fromstring(files["word/comments.xml"])
    new = str(max(int(one.get(W + "id")) for one in comments) + 1)
    date = f"2026-01-0{when}T10:00:00Z"
    about = {W + "id": new, W + "author": who, W + "date": date}
    one = etree.SubElement(comments, W + "comment", about)
    line = etree.SubElement(one, W + "p")
    etree.SubElement(etree.SubElement(line, W + "r"), W + "t").text = words
    body = etree.fromstring(files["word/document.xml"])
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in [mark for mark in body.iter(W + kind) if mark.get(W + "id") == to]:
            mark.addnext(etree.Element(W + kind, {W + "id": new}))
    if linked:
        parent = next(one for one in comments if one.get(W + "id") == to)
        parent[-1].set(f"{{{W14}}}paraId", f"A{to}")
        line.set(f"{{{W14}}}paraId", f"B{new}")
        known = files.get("word/commentsExtended.xml", f'<x:commentsEx xmlns:x="{W15}"/>'.encode())
        extended = etree.fromstring(known)
        about = {f"{{{W15}}}paraId": f"B{new}", f"{{{W15}}}paraIdParent": f"A{to}"}
        etree.SubElement(extended, f"{{{W15}}}commentEx", about)
        files["word/commentsExtended.xml"] = etree.tostring(extended)
        relation = (
            f'<Relationship Id="x1" Type="{KIND}" Target="commentsExtended.xml"/></Relationships>'
        )
        rels = files["word/_rels/document.xml.rels"].decode()
        if "commentsExtended" not in rels:
            rels = rels.replace("</Relationships>", relation)
        files["word/_rels/document.xml.rels"] = rels.encode()
    files["word/comments.xml"] = etree.tostring(comments)
    files["word/document.xml"] = etree.tostring(body)
    return packed(files)


def clause(found: Decisions, number: str) -> RuledClause:
    return next(one for one in found.clauses if one.clause == number)


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("saved", [bytes, anonymous])
def test_a_false_alarm_is_one_whether_it_answers_or_stands_beside(
    saved, linked: bool, tmp_path: Path
) -> None:
    to = comment_on(made(), "Amendment 2")
    data = saved(answered(made(), to, "False alarm: a wife is meant.", linked=linked))
    found = returned(data, tmp_path)
    one = clause(found, "1(2)")
    assert (one.label, one.named, one.decision) == ("blind", "neutral", "false-alarm")
    assert one.comment == "False alarm: a wife is meant."
    assert {one.template: one.decision for one in found.decisions} == {
        "one": "pending",
        "two": "false-alarm",
        "three": "pending",
        "privacy": "pending",
    }
    assert clause(found, "1").named is None


def test_a_comment_that_was_there_before_is_no_answer(tmp_path: Path) -> None:
    to = comment_on(made(), "Amendment 2")
    before = answered(made(), to, "Neutral: the chief agrees.", linked=False)
    again = made(without_record(all_refused(before)))
    one = clause(returned(again, tmp_path), "1(2)")
    assert (one.named, one.comment) == (None, "")
    told = answered(again, comment_on(again, "Amendment 2"), "Neutral: the chief agrees.", when="7")
    assert clause(returned(told, tmp_path), "1(2)").named == "neutral"
    one = clause(returned(anonymous(told), tmp_path), "1(2)")
    assert one.named is None  # which of the two was there is not known


def test_an_answer_to_an_earlier_run_is_heard(tmp_path: Path) -> None:
    to = comment_on(made(), "Amendment 2")
    before = answered(made(), to, "Neutral: the chief agrees.", linked=False)
    found = returned(made(all_refused(before)), tmp_path)
    one = clause(found, "1(2)")
    assert (one.named, one.comment) == ("neutral", "Neutral: the chief agrees.")
    # Of what the later run says none is an answer to the earlier.
    assert [other.comment for other in found.clauses if other.comment] == [one.comment]


def test_who_said_it_and_when_is_told(tmp_path: Path) -> None:
    data = answered(made(), comment_on(made(), "Amendment 2"), "Regressive, as it names a wife.")
    one = clause(returned(data, tmp_path), "1(2)")
    assert (one.named, one.decision) == ("regressive", "pending")
    assert (one.who, one.when) == ("Ada", "2026-01-05T10:00:00Z")


def test_of_several_answers_the_last_that_names_a_label_counts(tmp_path: Path) -> None:
    to = comment_on(made(), "Amendment 2")
    data = answered(made(), to, "neutral", when="5")
    data = answered(data, to, "responsive.", when="7")
    data = answered(data, to, "I agree.", when="8")
    assert clause(returned(data, tmp_path), "1(2)").named == "responsive"


def test_what_an_amendment_says_stays_decided_whatever_is_said_of_the_label(tmp_path: Path) -> None:
    data = answered(made(), comment_on(made(), "Amendment 2"), "false alarm")
    told = {one.template: one.decision for one in returned(all_accepted(data), tmp_path).decisions}
    assert told["two"] == "accepted"
    told = {one.template: one.decision for one in returned(all_refused(data), tmp_path).decisions}
    assert told["two"] == "false-alarm"


def test_other_answers_are_told_as_they_are(tmp_path: Path) -> None:
    data = answered(made(), comment_on(made(), "Amendment 2"), "Blind people come here too.")
    one = clause(returned(data, tmp_path), "1(2)")
    assert (one.named, one.decision) == (None, "pending")
    assert one.comment == "Blind people come here too."


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("about", ["Amendment 2", "Searches are private"])
def test_all_that_is_answered_is_kept_with_the_amendment(
    about: str, linked: bool, tmp_path: Path
) -> None:
    to = comment_on(made(), about)
    data = answered(made(), to, "Rejected: agreed policy.", linked=linked, when="7")
    data = answered(data, to, "Please ask the chief first.", linked=linked, who="Ben", when="6")
    found = returned(data, tmp_path)
    number = "1A" if "private" in about else "1(2)"
    one = next(one for one in found.decisions if one.clause == number)
    said = "Rejected: agreed policy.\n(Ben: Please ask the chief first.)"
    assert (one.decision, one.comment, one.who) == ("pending", said, "Ada")
    others = [one for one in found.decisions if one.clause != number]
    assert {one.comment for one in others} == {""}


def test_a_new_section_may_be_a_false_alarm_too(tmp_path: Path) -> None:
    data = answered(
        made(), comment_on(made(), "Searches are private"), "False alarm, see section 9"
    )
    found = {one.template: one for one in returned(data, tmp_path).decisions}
    assert found["privacy"].decision == "false-alarm"
    assert found["privacy"].who == "Ada"


def test_comments_that_say_the_same_are_told_apart_by_their_clauses(tmp_path: Path) -> None:
    text = source_of(BASE).text
    found = [
        finding(text, "An officer may search a person who lands."),
        finding(text, "A permit of stay is issued in writing.", number="2"),
        finding(text, "It ends with the employment.", number="3"),
    ]
    data = redline(BASE, found)
    root = etree.fromstring(parts(data)["word/comments.xml"])
    first, second = [
        one.get(W + "id") for one in root if "".join(one.itertext()).startswith("blind")
    ][:2]

    def without(name: str, said: bytes) -> bytes:
        if name != "word/comments.xml":
            return said
        left = etree.fromstring(said)
        left.remove(next(one for one in left if one.get(W + "id") == first))
        return etree.tostring(left)

    data = with_parts(answered(data, second, "neutral"), without)
    named = {one.clause: one.named for one in returned(data, tmp_path).clauses}
    assert named == {"1": None, "2": "neutral", "3": None}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("false alarm", "neutral"),
        ("FALSE-ALARM!", "neutral"),
        ("Neutral: it is about goods", "neutral"),
        ("blind", "blind"),
        ("“Regressive” because it ties her to him", "regressive"),
        ("Neutral.", "neutral"),
        ("false alarm – see section 9", "neutral"),
        ("neutral\nIt is about goods", "neutral"),
        ("Neutral as to cost: the chief agrees.", None),
        ("Neutral because of goods", None),
        ("False alarms are many", None),
        ("False alarm bells", None),
        ("blind-folded people", None),
        ("neutral/blind", None),
        ("neutral?", None),
        ("Blind people", None),
        ("blind 90% · search", None),
        ("It is neutral", None),
        ("", None),
    ],
)
def test_how_an_answer_must_begin(words: str, label: str | None) -> None:
    assert Remark("1", "Ada", "", words, 0, 1, "").label == label
