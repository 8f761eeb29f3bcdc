"""The equal rule in a clause's own words: nouns of a sex, and the pronouns that agree."""

import pytest

from annotator.lang.en.equal_words import equal_words


def evened(text: str, sexed) -> str:
    for start, end, words in reversed(equal_words(text, sexed)):
        text = text[:start] + words + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "sexed", "after"),
    [
        (
            "A pass shall include, besides the settler himself, his wife, unless his marriage with "
            "her has ended, and any child of his living with him.",
            "spouse",
            "A pass shall include, besides the settler himself or herself, his or her spouse, "
            "unless his or her marriage with that spouse has ended, and any child of his or hers "
            "living with him or her.",
        ),
        (
            "The wife of a consul may enter if she has her card.",
            "spouse",
            "The spouse of a consul may enter if that spouse has that spouse’s card.",
        ),
        (
            "Within a year of her marriage the wife of a settler may make a declaration.",
            "spouse",
            "Within a year of his or her marriage the spouse of a settler may make a declaration.",
        ),
        (
            "A pension is paid to his widow.",
            "spouse",
            "A pension is paid to his or her surviving spouse.",
        ),
        (
            "An alien woman who is married to a native may be registered, if she asks for it "
            "herself.",
            "person",
            "An alien who is married to a native may be registered, if he or she asks for it "
            "himself or herself.",
        ),
        (
            "A woman married to one who, but for his absence, would be a native is entitled to "
            "land, whether or not she has her own.",
            "person",
            "A person married to one who, but for his or her absence, would be a native is "
            "entitled to land, whether or not he or she has his or her own.",
        ),
        (
            "A woman may enter with her husband if he has a card.",
            "person",
            "A person may enter with his or her spouse if that spouse has a card.",
        ),
        (
            "A man may bring his wife if he has room for her.",
            "person",
            "A person may bring his or her spouse if he or she has room for that spouse.",
        ),
        (
            "A female alien may receive land.",
            "person",
            "An alien may receive land.",
        ),
        (
            "In a joint adoption the male adopter shall be a native.",
            "person",
            "In a joint adoption either adopter shall be a native.",
        ),
        (
            "One whose father, or whose father's father, was born here is a native.",
            "parent",
            "One whose father or mother, or whose grandfather or grandmother, was born here is a "
            "native.",
        ),
        (
            "A child is a native if at his birth his father was one.",
            "parent",
            "A child is a native if at his or her birth his or her father or mother was one.",
        ),
        (
            "The wife of a settler may be given a pass; but a husband shall not be given one.",
            "both limbs",
            "The spouse of a settler may be given a pass.",
        ),
        (
            "A man may bring his wife. A woman may bring her husband only if he has work.",
            "both limbs",
            "A person may bring his or her spouse.",
        ),
        (
            "One is not a native if his father is a consul.",
            "each parent",
            "One is not a native if each of his or her parents is a consul.",
        ),
    ],
)
def test_a_rule_on_one_sex_is_put_for_both(text: str, sexed, after: str) -> None:
    assert evened(text, sexed) == after


@pytest.mark.parametrize(
    ("text", "sexed"),
    [
        ("A pregnant woman may rest.", "person"),
        ("A woman may be searched by a woman.", "person"),
        ("A woman officer may enter.", "person"),
        ("A man may bring his wife and his mother.", "person"),
        ("A woman who on her marriage in 1931 became a subject is entitled to a card.", "person"),
        ("A man and a woman may enter; he shall carry her bag and she shall carry his.", "spouse"),
        ("A child born in wedlock is a native if his father is.", "parent"),
        ("A child is a native if its mother is, and bears the name of its father.", "parent"),
        ("A child is no native if its father is a consul and he lives here.", "each parent"),
        ("A person may enter.", "spouse"),
        ("A man may bring his wife; but a woman shall not bring her children.", "both limbs"),
        ("A man may bring his wife; but she shall not be kept waiting.", "both limbs"),
    ],
)
def test_what_is_not_plain_or_protects_one_sex_is_left_alone(text: str, sexed) -> None:
    assert equal_words(text, sexed) == []


def test_what_is_an_officers_stays_his_and_what_names_both_sexes_stays() -> None:
    text = "A pass may name his wife, if an officer in his discretion allows; he or she may land."
    assert evened(text, "spouse") == text.replace("his wife", "his or her spouse")


def test_what_is_said_in_another_sentence_of_a_man_is_left_alone() -> None:
    text = "A settler shall keep his card. A woman who is a settler may lend her card."
    after = "A settler shall keep his card. A person who is a settler may lend his or her card."
    assert evened(text, "person") == after
