"""What a page sets into the middle of a clause: it leaves the text, and the way back stays."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import annotator
from annotator.cli import main
from annotator.readers import read
from annotator.schema import Annotation
from annotator.segmenter import segment
from tests.readers.laws import law, texts
from tests.readers.on_disk import OnDisk, has_origin

GAZETTE = """\
                    THE BORDER CONTROL ACT, 2019

1. This Act may be cited as the Border Control Act, 2019.

Search
2. (1) An immigration officer may, where he has reasonable

12              The Border Control Act, 2019

\fgrounds, search any person who enters the Republic and immi-

Border Control Act              No. 7 of 2019                13

\fgration papers of that person.

(2) A person who is searched may ask that the reasons be
recorded; and
(a) the officer shall record them;

14              The Border Control Act, 2019

\f(b) the person shall have a copy.

Detention
3. A person who is refused entry may be detained in a
detention centre until the person is removed.
"""


def test_heads_of_pages_leave_the_clauses_in_whose_middle_they_stand() -> None:
    assert texts(law(GAZETTE)) == {
        "1": "This Act may be cited as the Border Control Act, 2019.",
        "2(1)": "An immigration officer may, where he has reasonable grounds, search any person "
        "who enters the Republic and immigration papers of that person.",
        "2(2)": "A person who is searched may ask that the reasons be recorded; and (a) the "
        "officer shall record them; (b) the person shall have a copy.",
        "3": "A person who is refused entry may be detained in a detention centre until the "
        "person is removed.",
    }


def test_what_was_left_out_is_told_with_its_lines() -> None:
    (note,) = law(GAZETTE).notes
    assert note == (
        "law.txt has heads or feet of pages, numbers of lines, notes or editors' marks within its "
        "clauses (lines 8, 12, 20): they are left out."
    )


def test_a_law_that_nothing_interrupts_is_read_as_it_is() -> None:
    printed = "1. An officer may search any person.\n\n12\n\n2. A search shall be recorded.\n"
    source = law(printed)
    assert (source.text, source.notes, len(source.origins)) == (printed, (), 1)


def test_a_text_without_clauses_stays_as_it_is() -> None:
    printed = "an officer\n\n[Inserted by Act 3 of 1999.]\n\nmay search the person and the law\n"
    assert law(printed).text == printed


def test_a_clause_that_gets_a_heading_without_what_stood_in_it_keeps_it() -> None:
    printed = "".join(
        f"{n}. (1) An officer may detain a person who is in the coun-\n\n{1890 + n}          The "
        "Border Act\n\ntry without leave.\n\n(2) The person shall be told the grounds.\n\n"
        for n in range(1, 20)
    )
    clauses = texts(law(f"The Border Act\n\n{printed}"))
    assert clauses["1(1)"] == "An officer may detain a person who is in the country without leave."
    assert len(clauses) == 38


def test_a_paragraph_that_ends_with_its_page_ends_without_it() -> None:
    text = law(GAZETTE).text
    assert "reasonable\ngrounds" in text
    assert "record them;\n\n(b) the person" in text


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the place of deten-", "tion", "the place of detention"),
        ("a self-", "employed person", "a self-employed person"),
        ("the rule of non-", "refoulement", "the rule of non-refoulement"),
        ("a long-", "term visa", "a long-term visa"),
        ("a short-", "term visa", "a shortterm visa"),
        ("the visa -", "or permit", "the visa -\nor permit"),
    ],
)
def test_a_word_that_goes_on_behind_a_page_is_one_word(above: str, below: str, joined: str) -> None:
    printed = (
        "The Visa Act\n\n1. This Act may be cited as the Visa Act.\n\n"
        f"2. The officer shall consider {above}\n\nThe Visa Act          7\n\n{below} of a guest.\n"
        "\n3. A long-term visa is a visa for a year.\n"
    )
    assert f"consider {joined} of a guest." in law(printed).text


BILL = """\
A BILL
for an Act to govern borders.

Short title                                                 5
1. This Act may be cited as the Border
Act, 2020.
Search of a person                                         10
2. (1) An officer may search a person who
enters the country, if the officer has good
reason, and shall                                          15
record the search.
(2) The person may have a copy of
the record, and may                                        20
keep it.
"""


def test_the_numbers_of_a_bills_lines_leave_it_all_together() -> None:
    source = law(BILL)
    assert texts(source)["2(1)"].endswith("and shall record the search.")
    assert texts(source)["2(2)"].endswith("and may keep it.")
    assert not any(number in source.text for number in ("5\n", "10\n", "15\n"))


def test_line_numbers_in_front_leave_it_too() -> None:
    words = [
        "SECTION 1. SHORT TITLE.",
        "    This Act may be cited as the Border Search",
        "and Record Act.",
        "SEC. 2. SEARCH OF PERSONS.",
        "    (a) IN GENERAL.—An officer may search a person",
        "who enters the country, if the officer has good",
        "reason to do so.",
        "    (b) RECORD.—The officer shall record a search",
        "within a day.",
    ]
    source = law("\n".join(f"{n:<3}{line}" for n, line in enumerate(words, 1)) + "\n")
    assert texts(source) == {
        "1": "This Act may be cited as the Border Search and Record Act.",
        "2(a)": "An officer may search a person who enters the country, if the officer has good "
        "reason to do so.",
        "2(b)": "The officer shall record a search within a day.",
    }


RIGHT = """\
1. This Act may be cited as the Border Act.          Short title.

2. (1) An officer may search any person who          Search of
enters the country at a port, if the officer         persons at
has good reason to do so.                            ports.
(2) A search shall be recorded.

3. A person who is refused entry may be              Detention.
detained at the port until the person is             12 of 1950.
removed.
"""
LEFT = """\
Short         1. This Act may be cited as the Border Act.
title.
Search of     2. (1) An officer may search any person who
per-          enters the country at a port, if the officer
sons.         has good reason to do so.
              (2) A search shall be recorded.

Detention.    3. A person who is refused entry may be
              detained at the port until the person is
              removed.
"""


@pytest.mark.parametrize(
    ("printed", "search"), [(RIGHT, "Search of persons at ports."), (LEFT, "Search of persons.")]
)
def test_a_marginal_note_stands_above_its_section(printed: str, search: str) -> None:
    clauses = segment(law(printed).text).clauses
    assert [(c.number, c.heading, " ".join(c.text.split())) for c in clauses] == [
        ("1", "Short title.", "This Act may be cited as the Border Act."),
        (
            "2(1)",
            search,
            "An officer may search any person who enters the country at a port, if the officer "
            "has good reason to do so.",
        ),
        ("2(2)", search, "A search shall be recorded."),
        (
            "3",
            "Detention.",
            "A person who is refused entry may be detained at the port until the person is "
            "removed.",
        ),
    ]


def test_footnotes_at_the_foot_of_a_page_leave_it() -> None:
    printed = (
        "1. No person shall enter the country without a permit of the\n"
        "1\nSubs. by Act 4 of 1962, s. 3, for “visa”.\n2\nIns. by Act 7 of 1971, s. 2.\n"
        "Minister, who may set terms.\n\n2. A permit is for a year.\n"
    )
    assert texts(law(printed))["1"].endswith("a permit of the Minister, who may set terms.")


def test_a_label_that_stands_alone_is_no_number_of_a_page() -> None:
    section = "\n\n5\n\n(2)\n\nThe officer shall record the search.\n\n"
    printed = "".join(
        f"{n}.—(1) An officer may search a person.{section.replace('5', str(n + 4))}"
        for n in range(1, 6)
    )
    assert law(printed).text.count("(2)") == 5


HEADS = [
    "\n\n{page}              The Border Control Act, 2019\n\n\f",
    "\nThe Border Control Act, 2019          {page}\n",
    "\n\nPage {page} of 40\n\n",
    "\r\n\r\n- {page} -\r\n\r\n",
    "\n\nDownloaded from https://laws.example/{page}\n\n",
]
WORDS = st.sampled_from(
    ["an officer", "é “sie”", "may", "immi-", "search", "\U0001f6c2", "(a)", ","]
)
LINES = st.lists(WORDS, min_size=3, max_size=8).map(" ".join)
BREAKS = st.one_of(st.just("\n"), st.just(" "), st.sampled_from(HEADS))


@settings(deadline=None)  # on a busy machine or a cold start a first law takes long
@given(
    st.lists(st.lists(st.tuples(LINES, BREAKS), min_size=1, max_size=5), min_size=1, max_size=5),
    st.sampled_from(["utf-8", "utf-16"]),
)
def test_every_character_is_the_one_at_its_region(
    sections: list[list[tuple[str, str]]], codec: str
) -> None:
    text, page = "The Border Control Act, 2019\n\n", 1
    for number, lines in enumerate(sections, 1):
        text += f"{number}. The person and the law shall be "
        for words, break_ in lines:
            page += "{page}" in break_
            text += words + break_.format(page=page)
        text += "the end.\n\n"
    source = read(text.encode(codec), name="law.txt")
    disk = OnDisk(text)
    for at, character in enumerate(source.text):
        region = source.region(at, at + 1)
        assert region is not None
        if has_origin(source, at):
            assert disk.at(region).replace("\r\n", "\n") == character
        else:
            assert character in " \n"
    for clause in segment(source.text).clauses:
        region = source.region(clause.start, clause.end)
        assert region is not None
        assert disk.at(region)[0] == clause.text[0]
        assert disk.at(region)[-1] == clause.text[-1]


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Annotation, Path]:
    path = tmp_path_factory.mktemp("gazette") / "gazette.txt"
    path.write_text(GAZETTE, encoding="utf-8", newline="")
    return annotator.annotate(path), path


def test_json_has_no_head_of_a_page_in_a_clause_and_its_lines_are_the_files(
    annotated: tuple[Annotation, Path], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    _, path = annotated
    assert main([str(path), "--format", "json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    clauses = {row["clause"]["number"]: row["clause"] for row in found["findings"]}
    assert not any("Control Act" in c["text"] for number, c in clauses.items() if number != "1")
    lines = {
        number: (clause["region"]["start_line"], clause["region"]["end_line"])
        for number, clause in clauses.items()
    }
    assert lines == {"1": (3, 3), "2(1)": (6, 14), "2(2)": (16, 22), "3": (25, 26)}
    for clause in clauses.values():
        assert found["text"][clause["start"] : clause["end"]] == clause["text"]


def test_an_edit_behind_the_head_of_a_page_stands_at_its_place_in_the_file(
    annotated: tuple[Annotation, Path],
) -> None:
    annotation, _ = annotated
    disk = OnDisk(GAZETTE)
    edits = [
        edit
        for finding in annotation.findings
        for proposal in finding.proposals
        for edit in proposal.edits
    ]
    assert edits
    for edit in edits:
        assert edit.region is not None
        assert disk.at(edit.region) == annotation.text[edit.start : edit.end]
        before = annotation.text[max(0, edit.start - 12) : edit.start]
        place = edit.region
        line = disk.lines[place.start_line - 1][: place.start_column - 1]
        assert line.endswith(before.rpartition("\n")[2])


def test_what_was_cut_by_the_reader_is_not_cut_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.segmenter import component, segmentation

    nlp = annotator.load()
    text = law(GAZETTE).text
    times = []

    def counted(text: str, code: str) -> segmentation.Segmentation:
        times.append(text)
        return segment(text, code)

    monkeypatch.setattr(component, "segment", counted)
    first = nlp(text)
    assert times == []
    second = nlp(text)
    assert times == [text]
    assert [span.text for span in first.spans["clauses"]] == [
        span.text for span in second.spans["clauses"]
    ]


@pytest.mark.parametrize(
    "edge",
    [
        "\n          5\n\nAct 12        Inn Wardens Act            2011\n\n",
        "[Issue 2]              7\n\nCAP. 88B            [Rev. 2019]\n      Inn Wardens\n\n",
        "14          LEGAL NOTICES          Friday, 3 May 2013 / The Herald\n",
        "The Herald / Friday, 3 May 2013 LEGAL NOTICES 15\n",
        "          - 4 -\nNo. 7 of 1988               Inns and Taverns\n\n",
        "A 112           2015 No. 4           Immigration Act, 2015\n\n",
        "\n          6\n\nAct No. 2, 2020          ROADS AND INNS ACT, 2020\n\n",
        "L 77/5           Official Journal of the European Union           23.3.2016\n\n",
        "\fOfficial Gazette No. 17/2015\tLaw on Inns\n\n",
        "_________\n1 This law follows the Rules of the League of Inns,\nof 2011.\n\n          3\n",
        "______\n* See the Rules of a League.\n\n   3\nLaw No. 9/2015   Official Gazette No. 17\n",
    ],
)
def test_the_edges_of_two_pages_part_no_sentence_though_they_come_but_once(edge: str) -> None:
    printed = (
        "1. This Act may be cited as the Inn Wardens Act.\n\n2. A warden searches a guest who came "
        f"in breach of\n{edge}section 40 of the Roads Act.\n\n3. A warden keeps the lamps.\n"
    )
    assert texts(law(printed))["2"] == (
        "A warden searches a guest who came in breach of section 40 of the Roads Act."
    )


@pytest.mark.parametrize("left", [True, False])
def test_the_law_in_another_language_beside_it_leaves_it(left: bool) -> None:
    ours = [
        "SECTION 1: This law governs the",
        "work of porters in markets.",
        "SECTION 2: (1) A porter shall hold",
        "a badge.",
        "(2) The badge shall be issued by",
        "the council.",
        "SECTION 3: The badge shall be valid",
        "for two years.",
    ]
    theirs = [
        "ARTICLE 1er : La présente loi régit",
        "le travail des porteurs de marché.",
        "ARTICLE 2 : (1) Le porteur est",
        "titulaire d'un badge.",
        "(2) Le badge est délivré par",
        "la commune où il exerce.",
        "ARTICLE 3 : Le badge est valable",
        "pour deux ans.",
    ]
    pairs = zip(ours, theirs, strict=True)
    printed = "\n".join(f"{b:<40}{a}" if left else f"{a:<40}{b}" for a, b in pairs)
    assert texts(law(f"{printed}\n")) == {
        "1": "This law governs the work of porters in markets.",
        "2(1)": "A porter shall hold a badge.",
        "2(2)": "The badge shall be issued by the council.",
        "3": "The badge shall be valid for two years.",
    }
