"""What a law could be recognised by is taken out, and what stays knows where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.classifier.masking import mask
from annotator.errors import InputError
from annotator.lang.en.country_names import STAND_INS


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("under section 14(2)(a) of the Act", "under section of the Act"),
        ("subsections (3) and (4) apply", "subsections apply"),
        ("pursuant to Article 9 or 10 and Annex IV", "pursuant to Article and Annex"),
        ("the Aliens Act, 1935", "the Aliens Act"),
        ("within 15 days", "within 15 days"),
        ("paragraph(b)", "paragraph"),
        ("the Government of New Zealand", "the Government of the State"),
        ("a Norwegian citizen", "a national citizen"),
        ("Part of the person's pay", "Part of the person's pay"),
    ],
)
def test_what_a_law_could_be_recognised_by_is_taken_out(text, masked):
    assert mask(text).text == masked


def test_enumerators_are_taken_out_and_their_items_stay():
    assert mask("if (a) it is late; or (ii) it is early").text == "if it is late; or it is early"


PIECES = """
a b the of section sections paragraph(b) 14 14(2)(a), (a) (ii) and or to 1999 Norway New Zealand
Norwegian South Africa Iran's , . ; ____ é 漢字 İ
"""
STATUTE = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=40).map(" ".join)


@given(st.one_of(STATUTE, st.text(max_size=200)))
def test_each_character_left_stands_where_it_stood(text):
    masked = mask(text)
    for place, character in enumerate(masked.text):
        start, end = masked.place(place, place + 1)
        assert text[start:end] == character or mask(text[start:end]).text in STAND_INS.values()
    starts = masked.starts.tolist()
    assert starts == sorted(starts)


PIECES_OF_FRENCH = """
a b la de l’ article articles alinéa b) 14 14(2)a) (1)a), a) (ii) et ou à 1999 Norvège du au en
norvégienne Nouvelle-Zélande États-Unis d’Amérique Iran , . ; ____ é 漢字 İ
"""
FRENCH = st.lists(st.sampled_from([*PIECES_OF_FRENCH.split(), "\n"]), max_size=40).map(" ".join)


@given(st.one_of(FRENCH, st.text(max_size=200)))
def test_so_does_each_character_left_of_french(text):
    masked = mask(text, "fr")
    for place, character in enumerate(masked.text):
        start, end = masked.place(place, place + 1)
        whole = mask(text[start:end], "fr").text
        assert text[start:end] == character or whole.endswith("l’État") or "national" in whole
    starts = masked.starts.tolist()
    assert starts == sorted(starts)
    assert masked.ends.tolist() == sorted(masked.ends.tolist())


def test_a_language_without_words_for_it_is_refused_in_a_sentence():
    with pytest.raises(InputError, match="'xx' cannot be learnt from: only en, fr"):
        mask("text", "xx")


def test_a_stand_in_stands_where_the_whole_name_stood():
    text = "the Government of New Zealand may"
    masked = mask(text)
    state = masked.text.index("State")
    assert text[slice(*masked.place(state, state + 5))] == "New Zealand"


def test_a_year_is_taken_out_with_the_blanks_and_the_comma_before_it():
    assert mask("the Act,  1935 and the Act \n 1936,1937").text == "the Act and the Act"
