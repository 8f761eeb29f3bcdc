"""English inflection, as far as amendments need it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.lang.en.inflection import (
    Modal,
    Noun,
    Verb,
    capitalised,
    forms_of,
    indefinite_article,
    participle,
    plural,
    singular,
    third_person,
)
from annotator.lang.en.irregular import PARTICIPLES, PLURALS
from annotator.lang.en.persons import IN_PAIRS, ROLES
from annotator.library import load_library
from annotator.library.slots import SLOTS

HERE = Path(__file__).parent
#: Checked by hand: a verb of the library, its third person and its participle on a line.
VERBS = [tuple(line.split()) for line in (HERE / "verbs.txt").read_text().splitlines()]
#: Checked by hand: a noun and its plural on a line.
NOUNS = [tuple(line.split(": ")) for line in (HERE / "nouns.txt").read_text().splitlines()]
#: What the cues of the library ask for where a verb is meant: "is liable to", "is available".
NO_VERBS = {
    "available",
    "eligible",
    "enforceable",
    "guilty",
    "identical",
    "lawful",
    "liable",
    "payable",
}


@pytest.mark.parametrize(
    ("noun", "a", "plural"),
    [
        ("foreigner", "a foreigner", "foreigners"),
        ("asylum seeker", "an asylum seeker", "asylum seekers"),
        ("immigration officer", "an immigration officer", "immigration officers"),
        ("authority", "an authority", "authorities"),
        ("holder of a permit", "a holder of a permit", "holders of a permit"),
        ("person in need of care", "a person in need of care", "persons in need of care"),
        ("child under age", "a child under age", "children under age"),
        ("European citizen", "a European citizen", "European citizens"),
        ("EU citizen", "an EU citizen", "EU citizens"),
        ("one-year permit", "a one-year permit", "one-year permits"),
        ("honest witness", "an honest witness", "honest witnesses"),
        ("user", "a user", "users"),
        ("day", "a day", "days"),
        ("staff", "a staff", "staff"),
    ],
)
def test_a_noun_knows_its_article_and_its_plural(noun: str, a: str, plural: str) -> None:
    assert (Noun(noun).a, Noun(noun).plural) == (a, plural)
    assert Noun(noun).the == f"the {noun}"


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("search", "searched"),
        ("examine", "examined"),
        ("carry", "carried"),
        ("stay", "stayed"),
        ("expel", "expelled"),
        ("transfer", "transferred"),
        ("hold", "held"),
        ("take", "taken"),
    ],
)
def test_a_verb_knows_its_participle(verb: str, form: str) -> None:
    assert Verb(verb).participle == participle(verb) == form


def test_every_verb_of_the_library_is_in_the_table_that_was_checked_by_hand() -> None:
    cues = [cue for t in load_library().templates for cue in (t.when, *(f.when for f in t.forms))]
    used = {verb for cue in cues for verb in (*cue.does, *cue.action)}
    assert used == {verb for verb, _, _ in VERBS} | NO_VERBS


@pytest.mark.parametrize(("verb", "third", "past"), VERBS, ids=lambda word: word)
def test_a_verb_of_the_library_is_bent_as_the_table_has_it(
    verb: str, third: str, past: str
) -> None:
    assert (third_person(verb), participle(verb)) == (third, past)
    assert {verb, past} <= forms_of(verb)


def test_every_noun_that_fills_a_slot_is_in_the_table_that_was_checked_by_hand() -> None:
    roles = {word for words in ROLES.values() for word in words}
    samples = {str(w) for slot in SLOTS.values() for w in slot.samples if isinstance(w, Noun)}
    assert roles | samples <= {noun for noun, _ in NOUNS}


@pytest.mark.parametrize(("noun", "many"), NOUNS, ids=lambda word: word)
def test_a_noun_has_the_plural_that_the_table_has_and_comes_back_from_it(
    noun: str, many: str
) -> None:
    assert plural(noun) == many
    assert singular(many) == noun
    assert singular(noun) == noun
    assert plural(noun.capitalize()) == many.capitalize()


@pytest.mark.parametrize("noun", PLURALS.keys() - {"people"})
def test_a_plural_by_no_rule_comes_back_to_its_singular(noun: str) -> None:
    assert singular(plural(noun)) == noun


@pytest.mark.parametrize(
    ("verb", "past"),
    [
        ("traffic", "trafficked"), ("offer", "offered"), ("limit", "limited"),
        ("visit", "visited"), ("benefit", "benefited"), ("open", "opened"), ("ban", "banned"),
        ("recur", "recurred"), ("label", "labelled"), ("appeal", "appealed"),
        ("acquit", "acquitted"), ("overstay", "overstayed"), ("free", "freed"),
        ("focus", "focused"), ("undertake", "undertaken"), ("relay", "relayed"),
    ],
)  # fmt: skip
def test_a_verb_that_the_library_does_not_have_yet_is_bent_too(verb: str, past: str) -> None:
    assert participle(verb) == past


def test_a_verb_is_known_in_either_spelling() -> None:
    assert {"travelled", "traveled", "travels"} <= forms_of("travel")
    assert {"proved", "proven"} <= forms_of("prove")


def test_a_helping_verb_is_no_deed_in_the_present() -> None:
    assert "is" not in forms_of("be")
    assert "has" not in forms_of("have")


def test_irregular_verbs_are_verbs_in_their_base_form() -> None:
    assert all(base == base.lower().strip() for base in PARTICIPLES)
    assert "withdrawed" not in PARTICIPLES.values()


@pytest.mark.parametrize(
    ("word", "article"),
    [("union", "a"), ("unidentified person", "an"), ("uninsured worker", "an"), ("unit", "a")],
)
def test_an_article_goes_by_the_sound(word: str, article: str) -> None:
    assert indefinite_article(word) == article


@pytest.mark.parametrize(
    ("modal", "negative", "plural", "negative_plural"),
    [
        ("shall", "shall not", "shall", "shall not"),
        ("must", "must not", "must", "must not"),
        ("is to", "is not to", "are to", "are not to"),
    ],
)
def test_a_verb_of_duty_knows_its_other_forms(
    modal: str, negative: str, plural: str, negative_plural: str
) -> None:
    verb = Modal(modal)
    assert (verb.negative, verb.plural, verb.negative_plural) == (negative, plural, negative_plural)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("people", "person"),
        ("beneficiaries", "beneficiary"),
        ("aliens", "alien"),
        ("alien", "alien"),
        ("witness", "witness"),
    ],
)
def test_a_plural_is_brought_back_to_one(plural: str, one: str) -> None:
    assert singular(plural) == one


@settings(deadline=None)
@given(st.sampled_from(["alien", "foreign national", "authority", "employee", "asylum-seeker"]))
def test_the_plural_of_a_word_for_a_person_is_undone_by_the_singular(noun: str) -> None:
    assert singular(Noun(noun).plural) == noun


@settings(deadline=None)
@given(st.text(max_size=20))
def test_only_the_first_letter_is_made_a_capital(text: str) -> None:
    assert capitalised(text)[len(text[:1].upper()) :] == text[1:]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("husband or wife", "husbands or wives"),
        ("person or body", "persons or bodies"),
        ("mother and child centre", "mother and child centres"),
        ("child and family support worker", "child and family support workers"),
        ("father and unmarried daughter", "fathers and unmarried daughters"),
        ("major general", "major generals"),
        ("mother and father", "mothers and fathers"),
        ("man or woman", "men or women"),
        ("husband, wife or child", "husbands, wives or children"),
        ("child or ward", "children or wards"),
        ("lady or gentleman", "ladies or gentlemen"),
        ("brother or sister-in-law", "brothers or sisters-in-law"),
        ("father or mother of a child", "fathers or mothers of a child"),
        ("health or social worker", "health or social workers"),
        ("male or female citizen", "male or female citizens"),
        ("adult or minor child", "adult or minor children"),
        ("Director-General", "Directors-General"),
        ("attorney general", "attorneys general"),
        ("general", "generals"),
        ("person other than a citizen", "persons other than a citizen"),
    ],
)
def test_each_head_of_a_pair_is_bent_and_nothing_else(one: str, many: str) -> None:
    assert (plural(one), singular(many), singular(one)) == (many, one, one)


PAIRED = st.sampled_from(sorted(IN_PAIRS))


@settings(deadline=None)
@given(st.lists(PAIRED, min_size=2, max_size=4, unique=True), st.sampled_from([" or ", " and "]))
def test_a_pair_is_bent_as_each_of_its_words_is(words: list[str], joint: str) -> None:
    def joined(words: list[str]) -> str:
        return joint.join([", ".join(words[:-1]), words[-1]])

    assert plural(joined(words)) == joined([plural(word) for word in words])
    assert singular(joined([plural(word) for word in words])) == joined(words)


#: Every word that fills a slot of the templates, with the forms that a text may ask of it.
FILLING = sorted({str(w) for slot in SLOTS.values() for w in slot.samples if isinstance(w, Noun)})


@settings(deadline=None)
@given(st.sampled_from([*FILLING, *sorted(IN_PAIRS)]))
def test_the_forms_of_a_word_keep_the_word(noun: str) -> None:
    word = Noun(noun)
    assert word.a in (f"a {noun}", f"an {noun}")
    assert word.the == f"the {noun}"
    assert singular(word.plural) == singular(noun) == noun
    assert word.plural != noun
    assert capitalised(capitalised(noun)) == capitalised(noun)
    assert capitalised(noun)[1:] == noun[1:]
    assert (word.a[:2] == "an") == (indefinite_article(noun) == "an")


@settings(deadline=None)
@given(st.sampled_from([verb for verb, _, _ in VERBS]))
def test_a_participle_of_the_library_is_one_word_and_a_form_of_its_verb(verb: str) -> None:
    bent = Verb(verb).participle
    assert re.fullmatch(r"[\w-]+", bent)
    assert bent in forms_of(verb)


def test_a_list_of_any_length_is_made_plural() -> None:
    assert plural("child, " * 1500 + "wife").endswith("children, wives")
