"""What is printed, and the eId that the naming convention of Akoma Ntoso 1.0 makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.eids import EidRegister, attachment_eid, eid_number, unit_eid, unit_word
from annotator.segmenter import segment

NUMBERS = {
    "11": "11",
    "11.": "11",
    "11.—": "11",
    "(2)": "2",
    "[16]": "16",
    "a)": "a",
    "(A)": "A",  # case counts
    "(i)": "i",
    "IV": "IV",
    "14A": "14A",
    "14 A": "14A",
    "14 bis": "14bis",
    "3a bis": "3abis",
    "20.1": "20-1",
    "209.21": "209-21",
    "1.2.": "1-2",
    "(b.1)": "b-1",
    "(3.01)": "3-01",
    "2-a": "2-a",
    "2–a": "2-a",
    "2,3": "2-3",
    "“2.3": "2-3",
    " -3a--4,9": "3a-4-9",
    "312_32_7": "312-32-7",
    "(2) to (4)": "2-to-4",
    "4 to 6": "4to6",
    "3é": "3é",
    "3e\u0301": "3é",  # the same letter, written as two characters
    "(א)": "א",
    "(三)": "三",
    "FIRST": "FIRST",
    "": "",
    "( )": "",
    "–": "",
}


@pytest.mark.parametrize("printed", NUMBERS)
def test_a_printed_number_loses_what_is_no_part_of_it(printed: str) -> None:
    assert eid_number(printed) == NUMBERS[printed]


LAWS = {
    "a section": ("1. An officer may enter.\n2. A guard may stay.\n", ["sec_1", "sec_2"]),
    "subsections": (
        "1. (1) An officer may enter.\n(2) A guard may stay.\n",
        ["sec_1__subsec_1", "sec_1__subsec_2"],
    ),
    "an inserted section": (
        "14. An officer may enter.\n14A. A guard may stay.\n15. A fee is due.\n",
        ["sec_14", "sec_14A", "sec_15"],
    ),
    "an article in Latin": (
        "Article 14\nAn officer may enter.\nArticle 14 bis\nA guard may stay.\n",
        ["art_14", "art_14bis"],
    ),
    "paragraphs of an article": (
        "Article 6\n1. An officer may enter.\n2. A guard may stay.\n",
        ["art_6__para_1", "art_6__para_2"],
    ),
    "regulations": (
        "Regulation 5. An officer may enter.\nRegulation 6. A guard may stay.\n",
        ["regulation_5", "regulation_6"],
    ),
    "rules": ("Rule 1. An officer may enter.\nRule 2. A guard may stay.\n", ["rule_1", "rule_2"]),
    "the clauses of a bill": (
        "Clause 1. An officer may enter.\nClause 2. A guard may stay.\n",
        ["cl_1", "cl_2"],
    ),
    "definitions": (
        "2. In this Act—\n“port” means a port;\n“ship” means a ship.\n",
        ["sec_2", "sec_2__def_1", "sec_2__def_2"],
    ),
    "sections that run through parts": (
        "PART 1\nGeneral\n1. An officer may enter.\nPART 2\nPowers\n2. A guard may stay.\n",
        ["sec_1", "sec_2"],
    ),
    "articles that begin anew in every chapter": (
        "CHAPTER 1\nArticle 1\nAn officer may enter.\nArticle 2\nA guard may stay.\n"
        "CHAPTER 2\nArticle 1\nA fee is due.\n",
        ["chp_1__art_1", "chp_1__art_2", "chp_2__art_1"],
    ),
    "chapters that begin anew in every book": (
        "BOOK I\nCHAPTER 1\nArticle 1\nAn officer may enter.\n"
        "BOOK II\nCHAPTER 1\nArticle 1\nA guard may stay.\n",
        ["book_I__art_1", "book_II__art_1"],
    ),
    "a schedule": (
        "1. An officer may enter.\n2. A guard may stay.\n"
        "SCHEDULE\n1. A fee is due.\n2. A form is used.\n",
        ["sec_1", "sec_2", "att_1__para_1", "att_1__para_2"],
    ),
    "a numbered annex": (
        "1. An officer may enter.\n2. A guard may stay.\nANNEX II\n1. A fee is due.\n",
        ["sec_1", "sec_2", "att_II__para_1"],
    ),
    "two schedules without a number": (
        "1. An officer may enter.\n2. A guard may stay.\n"
        "SCHEDULE\nA fee shall be paid.\nSCHEDULE\nA form shall be used.\n",
        ["sec_1", "sec_2", "att_1", "att_2"],
    ),
    "a paragraph, and an inserted article that the convention numbers alike": (
        "Article 3. Search\n3.1. An officer may enter.\n3.2. A guard may stay.\n"
        "Article 3-1. Fees\n3-1.1. A fee is due.\n3-1.2. A form is used.\n"
        "Article 3-2. Copies\nA copy is free.\n",
        ["art_3-1", "art_3-2", "art_3-1-1", "art_3-1-2", "art_3-2_2"],
    ),
    "a number that stands twice": (
        "1. An officer may enter.\n5. A guard may stay.\n5. A fee is due.\n",
        ["sec_1", "sec_5", "sec_5_2"],
    ),
}


@pytest.mark.parametrize("case", LAWS)
def test_the_clauses_of_a_law_bear_the_eids_of_the_convention(case: str) -> None:
    text, eids = LAWS[case]
    assert [clause.eid for clause in segment(text).clauses] == eids


TREES = {
    "items": (
        "1. It holds:\n(a) x;\n(i) y.\n",
        ["sec_1", "sec_1__para_a", "sec_1__para_a__subpara_i"],
    ),
    "points of an article": (
        "Article 1\nIt holds:\n(a) x;\n(b) y.\n",
        ["art_1", "art_1__point_a", "art_1__point_b"],
    ),
    "dashes are counted": (
        "1. It holds:\n– x;\n– y.\n",
        ["sec_1", "sec_1__indent_1", "sec_1__indent_2"],
    ),
    "a part and its chapter": (
        "PART I\nPowers\nCHAPTER 2\nSearch\n1. An officer may enter.\n",
        ["part_I", "part_I__chp_2", "sec_1"],
    ),
    "a division": ("DIVISION 3\nFees\n1. An officer may enter.\n", ["dvs_3", "sec_1"]),
    "a part of a schedule": (
        "1. An officer may enter.\n2. A guard may stay.\n"
        "SCHEDULE 1\nPART 2\nFees\n1. A fee is due.\n",
        ["sec_1", "sec_2", "att_1", "att_1__part_2", "att_1__para_1"],
    ),
}


@pytest.mark.parametrize("case", TREES)
def test_parts_and_items_bear_eids_too(case: str) -> None:
    text, eids = TREES[case]
    assert [p.eid for outermost in segment(text).provisions for p in outermost.walk()] == eids


UNITS = {
    "sec_11": ("sec_11", "section"),
    "sec_11__subsec_2__para_a": ("sec_11", "section"),
    "art_6__para_1": ("art_6", "Article"),
    "regulation_5__subsec_1": ("regulation_5", "regulation"),
    "chp_2__art_1__para_3": ("chp_2__art_1", "Article"),
    "chp_2__sec_1__art_1__para_3": ("chp_2__sec_1__art_1", "Article"),
    "att_1__sec_2__subsec_1": ("att_1__sec_2", "section"),
    "att_1__para_2__subpara_1": ("att_1__para_2", "paragraph"),
    "att_1": ("att_1", ""),
    "part_2": ("part_2", ""),
}


@pytest.mark.parametrize("eid", UNITS)
def test_an_eid_tells_the_section_or_article_that_it_is_part_of(eid: str) -> None:
    assert (unit_eid(eid), unit_word(eid)) == UNITS[eid]


def test_an_eid_tells_the_schedule_that_it_stands_in() -> None:
    assert attachment_eid("att_II__part_1__sec_2") == "att_II"
    assert attachment_eid("sec_2") == ""


def test_eids_of_repeated_provisions_are_kept_apart() -> None:
    eids = EidRegister()
    taken = [eids.take("sec_5", "subsec", "(2)") for _ in range(3)]
    assert taken == ["sec_5__subsec_2", "sec_5__subsec_2_2", "sec_5__subsec_2_3"]


@given(st.text(max_size=12))
def test_an_eid_holds_no_white_space_and_no_brackets(printed: str) -> None:
    number = eid_number(printed)
    assert not any(mark.isspace() or mark in "()[]._" for mark in number)
    assert eid_number(number) == number


@given(st.lists(st.tuples(st.sampled_from(["", "sec_1"]), st.sampled_from(["para", "def"]),
                          st.text("12ab._ ", max_size=3))))  # fmt: skip
def test_no_eid_is_handed_out_twice(asked: list[tuple[str, str, str]]) -> None:
    eids = EidRegister()
    taken = [eids.take(*one) for one in asked]
    assert len(set(taken)) == len(taken)
