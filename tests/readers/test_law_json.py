"""Laws as the databases of laws keep them in JSON."""

import json

import pytest

from annotator.errors import InputError
from annotator.readers import read, unread_json
from annotator.readers.intake import Intake
from annotator.readers.json_file import BREAK
from annotator.readers.law_json import claims
from annotator.segmenter import segment
from tests.readers.laws import texts

ACT = {
    "id": "xx-1",
    "title": "Ports Act, 1990",
    "description": "An Act to provide for the ports of the Republic and the persons in them.",
    "provisions": [
        {
            "provision_ref": "s1",
            "chapter": "Part I",
            "section": "1",
            "title": "Short title",
            "content": "This Act may be cited as the Ports Act. Part II – Officers of the ports",
        },
        {
            "provision_ref": "s2",
            "chapter": "Part II",
            "section": "2",
            "title": "Search",
            "content": "2. Search (1) An officer may search any person. (2) It is recorded.",
        },
        {
            "provision_ref": "s2A",
            "chapter": "Part II",
            "section": "2A",
            "title": "Section 2A. Women",
            "content": "12 officers at the least are women\u2014\nat every port.",
        },
    ],
}


def law(act=ACT, **options):
    return read(json.dumps(act, **options).encode(), name="act.json")


def test_the_law_is_printed_a_paragraph_for_each_title_and_content():
    source = law()
    assert (source.format, source.title) == ("json", "Ports Act")
    assert source.text.split("\n\n") == [
        "Ports Act, 1990",
        ACT["description"],
        "Part I",
        "1. Short title",
        "This Act may be cited as the Ports Act.",
        "Part II – Officers of the ports",
        "2. Search",
        "(1) An officer may search any person. (2) It is recorded.",
        "Section 2A. Women",
        "12 officers at the least are women\u2014\nat every port.",
    ]


def test_it_is_cut_into_its_clauses():
    rows = [
        {"section": "1", "title": "Short title", "content": "This Act may be cited as the Act."},
        {
            "section": "2",
            "title": "Search",
            "content": "(1) A guard may search. (2) It is noted.",
        },
        {"section": "3", "title": "Fees", "content": "A fee is due for every search."},
    ]
    assert texts(law(ACT | {"provisions": rows})) == {
        "1": "This Act may be cited as the Act.",
        "2(1)": "A guard may search.",
        "2(2)": "It is noted.",
        "3": "A fee is due for every search.",
    }


@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_word_is_found_again_where_it_stands_in_the_file(ascii_only):
    source = law(ensure_ascii=ascii_only, indent=1)
    data = json.dumps(ACT, ensure_ascii=ascii_only, indent=1).encode()
    for words, on_disk in (
        ("any person.", b"any person."),
        ("women\u2014\nat", b"women\\u2014\\nat" if ascii_only else "women\u2014\\nat".encode()),
    ):
        start = source.text.index(words)
        region = source.region(start, start + len(words))
        line = data.splitlines()[region.start_line - 1].decode()
        assert line[region.start_column - 1 : region.end_column - 1] == on_disk.decode()


def test_entities_are_the_characters_that_they_stand_for():
    act = ACT | {
        "provisions": [ACT["provisions"][0] | {"content": "Bed &amp; board &#x2014; free."}]
    }
    assert "Bed & board \u2014 free." in law(act).text


def test_a_title_of_a_division_leaves_the_provision_that_it_ran_into():
    act = ACT | {
        "provisions": [
            {"section": "1", "title": "Fees", "content": "A fee is due. Division 2 — Of ships"},
            {"section": "2", "title": "Ships", "content": "The master of a ship pays."},
        ]
    }
    assert texts(law(act)) == {"1": "A fee is due.", "2": "The master of a ship pays."}


def test_what_a_site_has_behind_the_law_is_none_of_its_clauses():
    last = ACT["provisions"][1] | {
        "content": "An officer may search. History of this document 26 December 2016 "
        "this version Read this Act. Documents citing this one 3 Judgment"
    }
    assert texts(law(ACT | {"provisions": [last]})) == {"2": "An officer may search."}


def test_what_a_provision_lacks_is_left_out():
    act = {
        "title": None,
        "provisions": [{"section": 1, "content": "1. A fee is due."}, {"section": ""}],
    }
    assert texts(law(act)) == {"1": "A fee is due."}


def test_numbers_lists_and_tags_are_read_as_their_words():
    rows = [
        {"section": 1, "title": "Fees", "content": ["A fee is due.", "It is a coin."]},
        {"section": "2", "title": None, "content": "<p>(1) A <b>boat</b> is free.</p>"
         "<p>(2) So is<br/>a cook &lt; 9.</p>"},
    ]  # fmt: skip
    found = texts(law(ACT | {"provisions": rows}))
    assert found == {
        "1": "A fee is due. It is a coin.",
        "2(1)": "A boat is free.",
        "2(2)": "So is a cook < 9.",
    }


def test_a_list_of_provisions_is_a_law_too():
    rows = [{"section": "1", "title": "Fees", "content": "A fee is due for every search."}]
    assert texts(law(rows)) == {"1": "A fee is due for every search."}


LAW = {"1": ("Fees", "A fee is due for a boat."), "2": ("Search", "An officer may search a boat.")}


@pytest.mark.parametrize(
    "act",
    [
        {"sections": [{"number": n, "heading": t, "text": c} for n, (t, c) in LAW.items()]},
        {"law": {"articles": [{"articleNumber": n, "articleTitle": t, "body": c}
                              for n, (t, c) in LAW.items()]}},
        [{"section_number": int(n), "section_title": t, "section_text": c}
         for n, (t, c) in LAW.items()],
        {"Parts": [{"Part": "I", "Title": "Boats", "Sections": [
            {"Section": f"{n}.", "Title": t, "Content": f"<p>{c}</p>"}
            for n, (t, c) in LAW.items()]}]},
        {"provisions": {n: {"title": t, "content": c} for n, (t, c) in LAW.items()}},
        {"name": "Boats Act", "content": "".join(
            f"<p>{n}. {t}</p><p>{c}</p>" for n, (t, c) in LAW.items())},
        {"title": "Boats Act", "text": "\n\n".join(
            f"{n}. {t}\n{c}" for n, (t, c) in LAW.items())},
    ],
)  # fmt: skip
def test_databases_call_the_same_by_other_names(act):
    assert texts(law(act)) == {n: words for n, (_, words) in LAW.items()}


def test_a_law_a_line_for_each_provision():
    lines = (json.dumps({"section": n, "title": t, "content": c}) for n, (t, c) in LAW.items())
    source = read("\n".join(lines).encode(), name="act.jsonl")
    assert texts(source) == {n: words for n, (_, words) in LAW.items()}


def test_what_stands_below_a_provision_is_labelled_as_it_is_printed():
    below = [
        {"number": "1", "text": "An officer may search", "paragraphs": [
            {"letter": "a", "text": "a boat; or"}, {"letter": "b", "text": "a bag."}]},
        {"number": "(2)", "text": "It is noted."},
    ]  # fmt: skip
    act = {
        "jurisdiction": "Zambia",
        "sections": [{"num": "7", "title": "Search", "subsections": below}],
    }
    source = law(act)
    assert source.jurisdiction == "ZM"
    assert texts(source) == {
        "7(1)": "An officer may search (a) a boat; or (b) a bag.",
        "7(2)": "It is noted.",
    }


def test_half_of_a_character_is_shown_as_none():
    text = json.dumps(ACT).replace("Search (1)", "Search \\ud83d (1)")
    assert "Search \ufffd (1)" in read(text.encode(), name="act.json").text


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (json.dumps(ACT)[:-40], "JSON that is damaged, in line 1: get it again, or save"),
        (json.dumps(ACT).replace('"2A",', '"2A"'), "JSON that is damaged, in line 1: get"),
        ('{"title": "Ports Act",\n"year": ', "JSON that is damaged, in line 2: get it"),
        ('{"a": ' + "9" * 5_000 + "}", "JSON that is damaged: get it again"),
        (
            '{"provisions": {"section": "content"}, "content": 1}',
            "its keys are provisions, content",
        ),
        ('{"provisions": [' + '["section", "content"' * 20_000, "JSON that is "),
        ('{"provisions": ["section", "content"]}', "JSON of a shape that is not read (its keys"),
        ('{"a": 1, "b": ["provisions", "section", "content"]}', "(its keys are a, b): bring it"),
        ('{"articles": [{"text": "A fee is due."}]}', "(its keys are articles): bring it into"),
        ('[{"who": "1", "text": "A fee is due."}]', "(its keys are who, text): bring it"),
        ('{"a": "1. A fee."}\n{"text": "A fee."}', "several pieces of JSON in one file"),
        ('{"findings": [], "title": "Act", "text": "1. A fee is due."}', "its keys are findings"),
        ('{"a":' * 200_000, "JSON that is nested thousands deep"),
        ('[{"section": 1, "content": ' + "[" * 900 + "]" * 900 + "}]", "JSON"),
        ('[{"section": 1, "content": [' + "9" * 5000 + "]}]", "JSON"),
    ],
)
@pytest.mark.parametrize("name", ["act.json", "standard input"])
def test_json_that_is_no_law_is_refused_in_a_sentence(broken, fault, name):
    with pytest.raises(InputError) as raised:
        read(broken.encode(), name=name)
    assert str(raised.value).startswith(f"{name} is ")
    assert fault in str(raised.value)


@pytest.mark.parametrize("text", ["42", "null", "[1, 2]", "[]", '"1. A fee is due."'])
def test_json_of_no_words_is_told_by_the_name_of_the_file(text):
    with pytest.raises(InputError, match=r"act\.json is JSON of a shape that is not read: bring"):
        read(text.encode(), name="act.json")


@pytest.mark.parametrize(
    "text", ["[Act 5 of 1990] A fee is due.", "1. A fee is due.", "{Ports} 1. A fee is due."]
)
def test_a_text_is_no_json_for_its_first_letter(text):
    assert not unread_json.claims(Intake("act.txt", text.encode()))


@pytest.mark.parametrize("text", ['{"findings": []}', '1. The "provisions".', "[]"])
def test_other_files_are_not_claimed(text):
    assert not claims(Intake("act.json", text.encode()))


def test_blanks_without_end_take_no_time():
    assert BREAK.sub("|", "a" + " " * 60_000 + "b <br> <p> c") == "a" + " " * 60_000 + "b||c"


def test_the_title_that_a_content_repeats_is_its_heading_and_not_its_first_words():
    two = [
        {"section": "1", "title": "Short title", "content": "1. Short title This is an Act."},
        {"section": "2", "title": "Women", "content": "2. Women may be officers of a port."},
    ]
    printed = law({"title": "Ports Act, 1990", "provisions": two}).text.split("\n\n")
    assert printed[1:] == [
        "1. Short title",
        "This is an Act.",
        "2. Women may be officers of a port.",
    ]


@pytest.mark.parametrize("nothing", [{"content": None}, {"content": ""}, {}])
def test_a_title_without_words_is_none_of_the_law_and_said(nothing):
    rows = [
        {"section": "1", "title": "Short title", "content": "This is the Ports Act."},
        {"section": "2", "title": "Search", **nothing},
        {"section": "3", "title": "An officer may search.", **nothing},
        {"section": "4", "title": "Repealed", **nothing},
        {"section": "Part II", "title": "Officers", **nothing},
        {"section": "5", "title": None, "content": "An officer may rest."},
    ]
    source = law({"title": "Ports Act", "provisions": rows})
    assert [one.number for one in segment(source.text).clauses] == ["1", "3", "4", "5"]
    assert "Search" not in source.text.split("\n")
    assert "Part II. Officers" in source.text
    assert source.notes == ("act.json has provisions without words (2): left out.",)


@pytest.mark.parametrize("number", ["2", "2(1)", "2.1"])
def test_a_title_whose_words_are_the_next_provision_stays(number):
    rows = [
        {"section": "1", "title": "Short title", "content": "This is the Ports Act."},
        {"section": "2", "title": "Search of travellers", "content": ""},
        {"section": number, "title": "", "content": "An officer may search a bag at a port."},
        {"section": "3", "title": "Rest", "content": "An officer may rest."},
    ]
    source = law({"title": "Ports Act", "provisions": rows})
    assert "2. Search of travellers" in source.text
    assert source.notes == ()


@pytest.mark.parametrize("said", [{"status": "Repealed"}, {"repealed": True}])
def test_what_is_repealed_is_left_out_and_said(said):
    below = [{"number": "1", "text": "A bride may not enter.", **said}]
    three = [
        {"number": "1", "title": "Short title", "text": "This is the Act.", "status": "in_force"},
        {"number": "2", "title": "Wives", "text": "A wife shall obey.", **said},
        {"number": "3", "title": "Entry", "text": "A person may enter.", "subsections": below},
    ]
    source = law({"title": "Ports Act, 1990", "provisions": three})
    assert not {"wife", "bride"} & set(source.text.split())
    assert source.notes[-1] == (
        "act.json says of provisions that they are repealed (2, (1)): left out."
    )


@pytest.mark.parametrize(
    ("stated", "date"),
    [({"issued_date": "1955-12-30"}, "1955-12-30"), ({"issued_date": ""}, ""), ({}, "")],
)
def test_the_date_that_it_states_is_that_of_the_law(stated, date):
    rows = [{"number": "1", "title": "Entry", "text": "A person may enter."}]
    assert law({"title": "Ports Act", **stated, "provisions": rows}).date == date
