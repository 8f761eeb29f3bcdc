"""What a law could be recognised by is taken out, and what stays knows where it stood."""

import pytest

from annotator.classifier.masking import mask


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
