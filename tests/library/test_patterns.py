"""The pattern language of the templates: what it forgives, and what its names stand for."""

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.library import patterns
from annotator.library.patterns import Guarded, SlowPatternError, compiled


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("body search", "a body\n  search"),
        ("body search", "a BODY Search"),
        ("person's right", "a person’s right"),
        ("person's right", "a person's right"),
        ("{person} may", "an asylum-seeker may"),
        ("{person} may", "third-country nationals may"),
        ("^a {officer}$", "a border guard"),
        ("^an? {officer}$", "an authorised immigration officer"),
        ("^a {officer}$", "a member of the Frontier Corps"),
        ("{permit} of", "leave to remain of"),
        ("{must} pay", "is to pay"),
        ("a ?b", "ab"),
        ("x{2} y", "xx y"),
    ],
)
def test_a_pattern_is_found(pattern: str, text: str) -> None:
    assert compiled(pattern).search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("body search", "a bodysearch"),
        ("^{person}$", "a vehicle"),
        ("{must} pay", "will pay"),
        (r"\bsearch\b", "research"),
    ],
)
def test_a_pattern_is_not_found(pattern: str, text: str) -> None:
    assert not compiled(pattern).search(text)


def test_the_longest_word_for_a_person_is_taken() -> None:
    match = compiled("{person}").search("a foreign national")
    assert match is not None
    assert match[0] == "foreign national"


@pytest.mark.parametrize("pattern", ["{persons} may", "(open", "[a", "*"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(re.error):
        compiled(pattern)


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(re.error, match=r"\{minister\} stands for nothing"):
        compiled("the {minister} may")


@settings(deadline=None)
@given(st.lists(st.sampled_from(["search", "of", "persons", "may", "be"]), min_size=1), st.data())
def test_blanks_stand_for_any_white_space(words: list[str], data: st.DataObject) -> None:
    blanks = st.text(alphabet=" \n\t\u00a0", min_size=1, max_size=3)
    wrapped = words[0] + "".join(data.draw(blanks) + word for word in words[1:])
    assert compiled(" ".join(words)).fullmatch(wrapped)


def test_a_guarded_pattern_finds_what_a_plain_one_does() -> None:
    text = "An officer may search\n any person’s luggage. An officer may wait."
    for pattern in ("{officer} may (?P<verb>\\w+) any", "person's", "{must} wait"):
        plain, strange = compiled(pattern).search(text), compiled(Guarded(pattern)).search(text)
        assert plain is not None
        assert strange is not None
        assert (plain.span(), plain.groupdict()) == (strange.span(), strange.groupdict())
    found = compiled(Guarded("{officer}")).finditer(text, 5)
    assert [match.start() for match in found] == [45]


def test_what_is_done_with_a_find_is_none_of_the_time_of_a_guarded_pattern() -> None:
    found = compiled(Guarded("an? {officer}")).finditer("an officer and an officer")
    assert next(found).start() == 0
    done = process_time() + 2 * patterns._PATIENCE
    while process_time() < done:
        pass
    assert next(found).start() == 15


def test_a_guarded_pattern_that_backtracks_without_end_is_given_up() -> None:
    slow = Guarded("(a|a)*$")
    for search in (compiled(slow).search, lambda text: list(compiled(slow).finditer(text))):
        with pytest.raises(SlowPatternError) as error:
            search("a" * 60 + "!")
        assert error.value.pattern == slow


@pytest.mark.parametrize("pattern", ["{persons} may", "(open", "[a", "*", r"\p{Lu}", "(?R)"])
def test_what_is_no_pattern_is_refused_guarded_too(pattern: str) -> None:
    with pytest.raises(re.error):
        compiled(Guarded(pattern))


def test_the_rest_of_a_sentence_ends_after_two_thousand_characters() -> None:
    pattern = compiled(r"\bwoman\b[^.]*\bpermit")
    assert pattern.search(f"a woman {'who enters ' * 150}has a permit")
    assert not pattern.search(f"a woman {'who enters ' * 250}has a permit")
    assert not pattern.search("A woman leaves. A man has a permit")
