"""Lists: which letter is a numeral, where a list belongs, what only looks like one."""

import pytest

from annotator.segmenter import segment
from tests.segmenter.outline import numbers, outline


def test_i_after_h_is_a_letter_when_j_follows() -> None:
    items = "".join(f"({letter}) ground {letter};\n" for letter in "abcdefghijk")
    found = numbers(f"1. A person may appeal on the grounds of—\n{items}2. Costs lie.\n")
    assert found == ["1", *(f"1({letter})" for letter in "abcdefghijk"), "2"]


def test_i_after_h_is_a_numeral_when_ii_follows() -> None:
    items = "".join(f"({letter}) ground {letter};\n" for letter in "abcdefg")
    text = (
        f"1. The grounds are—\n{items}(h) that the person—\n"
        "(i) is ill; or\n(ii) is a minor; and\n(i) others.\n"
    )
    assert numbers(text)[-4:] == ["1(h)", "1(h)(i)", "1(h)(ii)", "1(i)"]


@pytest.mark.parametrize("letter", ["v", "x", "l", "c", "d", "m"])
def test_letters_that_are_numerals_elsewhere_stay_letters_in_their_place(letter: str) -> None:
    letters = [chr(code) for code in range(ord("a"), ord(letter) + 2)]
    items = "".join(f"({mark}) ground;\n" for mark in letters)
    assert numbers(f"1. The grounds are—\n{items}")[1:] == [f"1({mark})" for mark in letters]


def test_roman_items_to_twelve_under_a_letter() -> None:
    romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    items = "".join(f"({roman}) item;\n" for roman in romans)
    text = f"1. (1) The list is—\n(a) first—\n{items}(b) second.\n(2) End.\n"
    assert numbers(text)[3:-2] == [f"1(1)(a)({roman})" for roman in romans]


def test_three_levels_and_inserted_items() -> None:
    text = """14 (1) A person—
(a) shall
(i) appear, where
(A) summoned, or
(B) arrested; and
(ii) answer;
(a.1) may be heard; and
(b) shall pay.
(1.1) Fees are set.
(2) Nothing else applies.
"""
    assert numbers(text) == [
        "14", "14(1)", "14(1)(a)", "14(1)(a)(i)", "14(1)(a)(i)(A)", "14(1)(a)(i)(B)",
        "14(1)(a)(ii)", "14(1)(a.1)", "14(1)(b)", "14(1.1)", "14(2)",
    ]  # fmt: skip


def test_a_list_run_on_in_one_line() -> None:
    text = (
        "1. An applicant shall: (a) appear in person; (b) produce a passport; and (c) pay.\n"
        "2. End.\n"
    )
    assert numbers(text) == ["1", "1(a)", "1(b)", "1(c)", "2"]


def test_cross_references_are_not_items() -> None:
    text = (
        "1. A person referred to in paragraph (a) or (b) of section 4, or in subsections (1)\n"
        "and (2), shall pay, subject to section 14(3)(c).\n2. End.\n"
    )
    assert numbers(text) == ["1", "2"]


def test_repealed_ranges_keep_their_label() -> None:
    text = "1 (1) First.\n(2) Second.\n(3) to (5) [Repealed, 2015]\n(6) Sixth.\n"
    assert numbers(text) == ["1", "1(1)", "1(2)", "1(3) to (5)", "1(6)"]


def test_numbers_may_skip_repeat_and_restart_in_a_schedule() -> None:
    text = """1. First.
2. Second.
7. Seventh, the others being repealed.
7. Seventh, as amended.
8. Eighth.
SCHEDULE 1
1. One.
2. Two.
SCHEDULE 2
1. Again one.
"""
    clauses = segment(text).clauses
    assert [clause.number for clause in clauses] == [
        "1", "2", "7", "7", "8", "Schedule 1, 1", "Schedule 1, 2", "Schedule 2, 1",
    ]  # fmt: skip
    assert len({clause.eid for clause in clauses}) == len(clauses)


def test_long_lists_fall_into_items_read_with_their_lead_in() -> None:
    item = "a person who " + "has entered the territory by land or by sea and " * 12 + "stays"
    text = (
        f"5. (1) The Minister shall remove—\n(a) {item};\n"
        f"(b) {item}; and\n(c) {item}.\n(2) Short.\n"
    )
    clauses = segment(text).clauses
    assert [(clause.number, clause.kind) for clause in clauses] == [
        ("5(1)", "lead_in"), ("5(1)(a)", "item"), ("5(1)(b)", "item"), ("5(1)(c)", "item"),
        ("5(2)", "provision"),
    ]  # fmt: skip
    assert clauses[1].lead_in == "The Minister shall remove—"


_BELOW_A_SCHEDULE = """BORDER ACT

1. An officer may search any person.

SCHEDULE 1

2 A person who
(a) goes{stop}
(b) “officer” means an immigration officer{stop}
(c) “port” means a place of entry{stop}

Interpretation

Article 3
An officer may stop any person.
"""


def test_an_article_below_the_definitions_of_a_schedule_is_cut_once() -> None:
    assert outline(_BELOW_A_SCHEDULE.format(stop=","))[1:] == [
        "[Schedule 1: 2 A person who]",
        "Schedule 1(a): goes,",
        "Schedule 1(b): “officer” means an immigration",
        "Schedule 1(c): “port” means a place",
        "Schedule 1, 3: An officer may stop",
    ]


def test_a_list_of_a_schedule_is_not_lost_to_the_heading_below_it() -> None:
    text = _BELOW_A_SCHEDULE.format(stop=";")
    assert any("place of entry;" in clause.text for clause in segment(text).clauses)


def test_items_put_in_before_the_first() -> None:
    text = (
        "5 (1) A keeper may sell—\n(zza) an oil lamp,\n(za) a gas lamp,\n(a) a lamp of glass,\n"
        "(aza) a lamp of paper,\n(aa) a lamp of tin, if—\n(ai) it is sound,\n(i) it is clean, and\n"
        "(ii) it is lit.\n(1YA) A keeper of two lamps may sell one.\n(1A) One is enough.\n"
    )
    assert numbers(text)[1:] == [
        "5(1)", "5(1)(zza)", "5(1)(za)", "5(1)(a)", "5(1)(aza)", "5(1)(aa)", "5(1)(aa)(ai)",
        "5(1)(aa)(i)", "5(1)(aa)(ii)", "5(1YA)", "5(1A)",
    ]  # fmt: skip


def test_za_goes_on_with_a_long_list() -> None:
    letters = [*map(chr, range(ord("a"), ord("z") + 1)), "za", "zb"]
    items = "".join(f"({letter}) ground {letter};\n" for letter in letters)
    found = numbers(f"1. A person may appeal on the grounds of—\n{items}")
    assert found[1:] == [f"1({letter})" for letter in letters]


def test_an_item_behind_a_reference_and_a_comma() -> None:
    text = (
        "4. The fee is (a) with respect to a lamp named in paragraph 5(2)(c), (i) a half where it "
        "is of tin, and (ii) the full fee, under section 6 (waivers), (iii) section 7 apart; "
        "and (b) with respect to paragraphs 8(a), (b) and (d), (c) or (e), none.\n"
    )
    assert numbers(text) == ["4", "4(a)", "4(a)(i)", "4(a)(ii)", "4(a)(iii)", "4(b)"]


@pytest.mark.parametrize("opens", ["An officer may—\n", "An officer may— "])
@pytest.mark.parametrize("ends", [";\nand", ",\nor", "; and\n", "\nof entry; and"])
def test_the_edge_of_a_line_may_stand_before_the_word_that_joins_an_item(
    opens: str, ends: str
) -> None:
    text = f"4. {opens}(a) stop a person at a port{ends} (b) keep a lamp.\n5. No lamp burns.\n"
    assert numbers(text) == ["4", "4(a)", "4(b)", "5"]


def test_a_line_that_opens_with_a_reference_opens_no_item() -> None:
    text = (
        "4. A keeper must clean the lamp, as section 3(1) says,\nand (2) with it.\n5. None burns.\n"
    )
    assert numbers(text) == ["4", "5"]


def test_an_item_behind_one_that_is_repealed() -> None:
    text = "4. A keeper must (a) clean the lamp; (b) [Repealed, 2012] (c) report what was done.\n"
    assert numbers(text) == ["4", "4(a)", "4(b)", "4(c)"]


@pytest.mark.parametrize("one", ["(1)", "1)", "1.", "1°"])
def test_the_edge_of_a_line_may_stand_behind_a_label(one: str) -> None:
    two, three = one.replace("1", "2"), one.replace("1", "3")
    text = (
        "Article 3\nThe wish for a lamp that burns by night at the gates of a house or of an\n"
        f"inn shall name: {one} the house; {two} the keeper of the lamp, and the inn; {three}\n"
        "the oil that is burnt in it.\nArticle 4\nNo lamp burns by day. The council of the place "
        "may allow one that\nburns by day.\n"
    )
    assert numbers(text) == ["3", "3(1)", "3(2)", "3(3)", "4"]


def test_items_that_run_on_are_no_part_of_the_title_behind_them() -> None:
    text = (
        "SEC. 5. LAMPS.\n(a) Oil.—(1) In general.—This subsection applies to oil for (A) lamps of "
        "the night; (B) Restricted lamps; or (C) any other lamp. (2) Annual report.—Each keeper "
        "shall report.\n(b) Gas.—No lamp burns gas.\n"
    )
    titles = [
        (provision.number, provision.heading)
        for outermost in segment(text).provisions
        for provision in outermost.walk()
    ]
    assert titles[1:] == [
        ("5(a)", "Oil"), ("5(a)(1)", "In general"), ("5(a)(1)(A)", ""), ("5(a)(1)(B)", ""),
        ("5(a)(1)(C)", ""), ("5(a)(2)", "Annual report"), ("5(b)", "Gas"),
    ]  # fmt: skip


def test_an_item_behind_dots_for_others() -> None:
    text = "4. A keeper must (a) clean the lamp, . . . (c) light it, . . . (d) put it out.\n"
    assert numbers(text) == ["4", "4(a)", "4(c)", "4(d)"]


def test_a_label_behind_a_reference_whose_number_opens_a_wrapped_line() -> None:
    text = (
        "60 (1) A keeper may go to the council that gave the licence if his\nmaster— (a) has not "
        "let him light a lamp as is asked of him in any year\nby section 58, or (b) has not paid "
        "him in full in accordance with section\n59. (2) The council shall hear no keeper under "
        "this section unless he is\nthere— (a) before the end of three months, or (b) within a "
        "further month.\n61 A lamp burns oil, and no other thing that burns with a flame at all,\n"
        "by day or by night.\n"
    )
    assert numbers(text) == [
        "60", "60(1)", "60(1)(a)", "60(1)(b)", "60(2)", "60(2)(a)", "60(2)(b)", "61",
    ]  # fmt: skip


def test_dots_are_no_words_of_a_long_clause() -> None:
    dots = ". " * 300
    text = f"5. (1) A keeper shall—\n(a) light a lamp,\n(b) {dots}\n(c) put it out.\n(2) Short.\n"
    assert [clause.number for clause in segment(text).clauses] == ["5(1)", "5(2)"]


def test_a_sentence_that_begins_with_a_schedule_opens_none() -> None:
    text = (
        "241 Lamps that were lit before this Act, and the keepers who had lit each\nof them\n"
        "Schedule 2 (lamps lit before the bell, and the oil that they had burnt)\nis to be read "
        "with this section, as is any other that stands behind it.\n242 Lamps\nA lamp burns "
        "oil, and no other thing that burns with a flame at all, by\nday or by night.\n"
    )
    assert numbers(text) == ["241", "242"]
    assert [clause.number for clause in segment(text).clauses] == ["241", "242"]


def test_a_section_over_closing_provisions_does_not_double_them() -> None:
    text = (
        "ARTICLE 1\nThis law regulates lamps.\n\nARTICLE 2\nA keeper holds a licence.\n\n"
        "SECTION VI\nFINAL PROVISIONS\n\n1. This law enters into force in May.\n"
        "2. The Council sees to its execution.\n"
    )
    assert numbers(text) == ["1", "2", "Final Provisions, 1", "Final Provisions, 2"]


def test_items_behind_full_stops_and_in_capitals_behind_a_reference() -> None:
    text = (
        "4. (1) This section includes a reference to (a) the Lamp Rules 2003. (b) the Oil Rules "
        "2004. (c) the Wick Rules 2008. (2) It applies to (a) in Part IX, sections 92 and 93 where "
        "they apply by section 92(4), (b) Part X, and (c) Part XI. (3) Nothing else applies.\n"
    )
    assert numbers(text) == [
        "4", "4(1)", "4(1)(a)", "4(1)(b)", "4(1)(c)", "4(2)", "4(2)(a)", "4(2)(b)", "4(2)(c)",
        "4(3)",
    ]  # fmt: skip


def test_dots_behind_a_label_may_go_on_below() -> None:
    text = (
        "5 (1) A keeper must hold a licence that the council of the place gives. (2) .\n"
        ". . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . (3) A keeper\nof two "
        "lamps must hold two, and must show them to any person who asks.\n6 A lamp burns oil, and "
        "no other thing that burns with a flame at all, by\nday or by night.\n"
    )
    assert numbers(text) == ["5", "5(1)", "5(2)", "5(3)", "6"]
