"""New paragraphs among those that Word numbers by itself."""

from __future__ import annotations

import msgspec

from tests.word.building import docx, p
from tests.word.numbered import definition, in_list, lvl, num
from tests.writers.docx.laws import finding, gap, proposal, redline, source_of
from tests.writers.docx.oracle import W, accepted, body, comments, decided, judge, texts
from tests.writers.docx.shown import printed

#: A list of two levels: ``1.`` and ``(1)``.
LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%2)"/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
)


def numbered(words: str, level: int) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>')


SEARCH = numbered("Search", 0)
ONE, TWO = numbered("An officer may search.", 1), numbered("A record is kept.", 1)
NEXT = numbered("Permits", 0) + numbered("A permit is in writing.", 1)
ONE_SAYS, KEPT = "An officer may search.", "A record is kept."


def made(body: str, words: str) -> tuple[bytes, bytes]:
    """A law, and the same with lines put in behind what is kept."""
    base = docx(body, numbering=LISTS, styles=STYLES)
    text = source_of(base).text
    line = proposal(text, (KEPT, "", f"\n{words}"), adds=True)
    return base, redline(base, [finding(text, KEPT, line)])


def number_of(data: bytes, words: str) -> tuple[str | None, str | None]:
    """The list and the level of the paragraph that says these words."""
    for paragraph in accepted(data).iter(W + "p"):
        if "".join(text.text or "" for text in paragraph.iter(W + "t")) == words:
            found = paragraph.find(f"{W}pPr/{W}numPr")
            assert found is not None
            listed, level = found.find(W + "numId"), found.find(W + "ilvl")
            return listed.get(W + "val"), level.get(W + "val")
    raise AssertionError(words)


def test_the_next_number_of_a_list_is_left_to_word() -> None:
    base, after = made(SEARCH + ONE + TWO + NEXT, "(3) It is private.")
    judge(base, after)
    assert number_of(after, "It is private.") == ("3", "1")
    assert "The automatic numbering of the document prints (3)." in comments(after)[1]


def test_a_number_that_would_count_others_anew_is_typed() -> None:
    base, after = made(SEARCH + ONE + TWO + numbered("It ends.", 1) + NEXT, "(2A) It is private.")
    judge(base, after)
    assert number_of(after, "(2A)It is private.") == ("0", "0")
    assert "(2A)\tIt is private." in texts(accepted(after))
    (indent,) = [
        one.find(f"{W}pPr/{W}ind")
        for one in accepted(after).iter(W + "p")
        if "".join(one.itertext()).endswith("It is private.")
    ]
    assert (indent.get(W + "left"), indent.get(W + "hanging")) == ("720", "360")


def test_a_number_that_another_paragraph_bears_is_typed() -> None:
    base, after = made(SEARCH + ONE + TWO + numbered("It ends.", 1) + NEXT, "(3) It is private.")
    judge(base, after)
    assert "(3)\tIt is private." in texts(accepted(after))


def test_a_number_that_a_style_counts_is_left_to_it() -> None:
    style = '<w:pStyle w:val="Sub"/>'
    base, after = made(
        SEARCH + p("An officer may search.", style) + p(KEPT, style) + NEXT, "(3) It is private."
    )
    judge(base, after)
    assert "It is private." in texts(accepted(after))


def test_a_new_section_types_its_number_and_so_do_its_subsections() -> None:
    base = docx(SEARCH + ONE + TWO + NEXT, numbering=LISTS, styles=STYLES)
    text = source_of(base).text
    lacking = gap(text, KEPT, "Privacy\n1A. (1) A search is private.\n(2) It is noted.")
    after = redline(base, [], [lacking])
    judge(base, after)
    said = texts(accepted(after))
    assert said[3:6] == ["Privacy", "1A.\t(1) A search is private.", "(2)\tIt is noted."]


def test_new_sections_stand_in_the_order_of_their_numbers() -> None:
    base = docx(SEARCH + ONE + TWO + NEXT, numbering=LISTS, styles=STYLES)
    text = source_of(base).text
    gaps = [
        msgspec.structs.replace(gap(text, KEPT, f"One\n{number}. A rule."), number=number)
        for number in ("1B", "1A")
    ]
    after = redline(base, [], gaps)
    judge(base, after)
    said = [line for line in texts(accepted(after)) if "A rule" in line]
    assert said == ["1A.\tA rule.", "1B.\tA rule."]


def test_words_without_a_number_do_not_hang_from_one() -> None:
    hanging = '<w:ind w:left="720" w:hanging="360"/>'
    base = docx(p("(1) An officer may search.", hanging) + p("(2) A record is kept.", hanging))
    text = source_of(base).text
    line = proposal(text, (KEPT, "", "\nA search is private."), adds=True)
    after = redline(base, [finding(text, KEPT, line)])
    judge(base, after)
    (indent,) = accepted(after)[0][2].iter(W + "ind")
    assert (indent.get(W + "left"), indent.get(W + "hanging")) == ("720", None)


def test_each_new_subsection_of_a_place_is_left_to_word_whichever_is_accepted() -> None:
    base = docx(SEARCH + ONE + TWO + NEXT, numbering=LISTS, styles=STYLES)
    text = source_of(base).text
    lines = [
        proposal(text, (KEPT, "", f"\n{words}"), adds=True, name=words)
        for words in ("(3) It is private.", "(4) It is noted.")
    ]
    found = [finding(text, KEPT, lines[0]), finding(text, ONE_SAYS, lines[1], number="2")]
    after = redline(base, found)
    judge(base, after)
    assert printed(accepted(after), after)[3:5] == ["(3) It is private.", "(4) It is noted."]
    # Two that touch are decided one by one: a minute lies between them.
    first, second = sorted({one.get(W + "date") for one in body(after).iter(W + "ins")})
    assert printed(decided(after, first), after)[3:5] != printed(decided(after, second), after)[3:5]
    for one in (first, second):
        said = printed(decided(after, one), after)[3:5]
        assert said in (["(3) It is private.", "2. Permits"], ["(3) It is noted.", "2. Permits"]), (
            said
        )


#: Sections, subsections and items, each of a style of its own; numbers of sections are bold.
LEVELS = definition(
    1,
    lvl(0, "decimal", "%1.", "<w:rPr><w:b/></w:rPr>"),
    lvl(1, "decimal", "(%2)", '<w:pPr><w:ind w:left="1134" w:hanging="567"/></w:pPr>'),
    lvl(2, "lowerLetter", "(%3)", '<w:pPr><w:ind w:left="1701" w:hanging="567"/></w:pPr>'),
) + num(1, 1)
COUNCIL = (
    in_list("There is a council of—", 0)
    + in_list("a chair;", 2)
    + in_list("six members; and", 2)
    + in_list("the Director.", 2)
    + in_list("An officer may search.", 0)
)
SUBSECTION = in_list("A record is kept.", 1)


def test_a_new_item_is_a_paragraph_with_the_stop_of_the_last() -> None:
    base = docx(COUNCIL, numbering=LEVELS)
    text = source_of(base).text
    line = proposal(text, ("six members", "; and", ";"), ("the Director", "", "; and\n(d) a nurse"))
    after = redline(base, [finding(text, "the Director.", line)])
    judge(base, after)
    assert printed(accepted(after), after)[1:5] == [
        "(a) a chair;",
        "(b) six members;",
        "(c) the Director; and",
        "(d) a nurse.",
    ]
    assert number_of(after, "a nurse.") == ("1", "2")


def test_items_within_a_paragraph_stay_within_it() -> None:
    base = docx(p("1. A council has—") + p("a chair; a member."))
    text = source_of(base).text
    line = proposal(text, ("a member", "", "; and\n(d) a nurse"))
    after = redline(base, [finding(text, "a chair; a member.", line)])
    judge(base, after)
    assert "a chair; a member; and\n(d) a nurse." in texts(accepted(after))


def test_the_first_subsection_of_a_law_looks_as_those_behind_it() -> None:
    base = docx(COUNCIL + SUBSECTION, numbering=LEVELS)
    text = source_of(base).text
    line = proposal(
        text,
        ("", "There is", "(1) There is"),
        ("the Director.", "", "\n(2) Women are members."),
    )
    after = redline(base, [finding(text, "the Director.", line)])
    judge(base, after)
    (made,) = [one for one in accepted(after).iter(W + "p") if "Women" in "".join(one.itertext())]
    assert made.find(f"{W}pPr/{W}ind").get(W + "left") == "1134"
    assert "(2)\tWomen are members." in texts(accepted(after))


def test_the_typed_number_of_a_section_looks_as_those_that_word_counts() -> None:
    base = docx(COUNCIL + in_list("It ends.", 0), numbering=LEVELS)
    text = source_of(base).text
    lacking = gap(text, "An officer may search.", "Privacy\n2A. (1) A search is private.")
    after = redline(base, [], [lacking])
    judge(base, after)
    (made,) = [one for one in accepted(after).iter(W + "p") if "private" in "".join(one.itertext())]
    bold = [
        "".join(text.text or "" for text in run.iter(W + "t"))
        for run in made.iter(W + "r")
        if run.find(f"{W}rPr/{W}b") is not None
    ]
    assert bold == ["2A."]
