"""A country's own library beside ours: what wins, and what becomes of what is broken in it."""

from pathlib import Path

import pytest

from annotator.errors import LibraryError
from annotator.library import Library, load_library
from annotator.library.patterns import Guarded, patterns_of
from annotator.library.slots import SLOTS
from tests.library.test_loader import COMMITMENT, TEMPLATE

OURS = load_library()
THEIRS = TEMPLATE.replace("  reason:", "  cites: [{instrument: cedaw, at: Art. 2}]\n  reason:")


@pytest.fixture
def country(tmp_path: Path):
    """Writes files into a country's folder, and reads it beside ours."""

    def read(**files: str) -> Library:
        for name, text in files.items():
            folder = tmp_path if name in ("terms", "commitments") else tmp_path / "templates"
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return load_library(country=tmp_path)

    return read


def test_a_template_is_read_beside_ours_and_comes_first(country, tmp_path: Path) -> None:
    library = country(search=THEIRS)
    assert library.templates[0].id == "search-in-private"
    assert library.templates[0].folder == str(tmp_path)
    assert library.broken == ()


def test_a_template_takes_the_place_of_ours_of_the_same_id(country) -> None:
    library = country(search=THEIRS.replace("search-in-private", OURS.templates[0].id))
    assert len(library.templates) == len(OURS.templates)
    (template,) = (t for t in library.templates if t.id == OURS.templates[0].id)
    assert template.reason == "Because."


def test_an_instrument_takes_the_place_of_ours_and_may_be_new(country) -> None:
    more = COMMITMENT.replace("cedaw:", "basic-law:").replace("CEDAW", "Basic Law")
    library = country(commitments=COMMITMENT + more)
    assert library.instruments["cedaw"].title == "The Convention"
    assert library.instruments["basic-law"].short == "Basic Law"
    assert set(library.instruments) == {*OURS.instruments, "basic-law"}


def test_a_template_may_cite_an_instrument_of_its_own_country(country) -> None:
    library = country(
        search=THEIRS.replace("instrument: cedaw", "instrument: basic-law"),
        commitments=COMMITMENT.replace("cedaw:", "basic-law:"),
    )
    assert library.broken == ()


def test_terms_are_a_word_or_several(country) -> None:
    library = country(terms="foreigner: non-citizen\nofficer: [constable, police  officer]\n")
    assert library.terms == {
        "foreigner": ("non-citizen",),
        "officer": ("constable", "police officer"),
    }


def test_the_patterns_of_a_country_are_guarded_and_ours_are_not(country) -> None:
    library = country(search=THEIRS)
    assert all(isinstance(pattern, Guarded) for pattern in patterns_of(library.templates[0]))
    assert not any(isinstance(pattern, Guarded) for pattern in patterns_of(library.templates[-1]))


BROKEN = {
    "no YAML": ("- id: [}\n", r"search\.yaml line 1: is not valid YAML"),
    "an unknown key, on its line": (
        THEIRS + "  colour: red\n",
        r"search\.yaml line 1: template search-in-private is not as expected: .*`colour`",
    ),
    "an unknown operation, on its line": (
        THEIRS.replace("insert_phrase", "insert_word"),
        r"search\.yaml line 4: template search-in-private .*'insert_word'",
    ),
    "a pattern that is none": (
        THEIRS.replace("[search]", "['(open']"),
        r"search\.yaml line 1: template search-in-private has a pattern that is no regular exp",
    ),
    "a pattern that is too long": (
        THEIRS.replace("[search]", f"['{'x' * 3000}']"),
        r"has a pattern of 3,000 characters; 2,000 are enough",
    ),
    "a pattern that is nested without end": (
        THEIRS.replace("[search]", f"['{'(' * 900}x{')' * 900}']"),
        r"has a pattern that is no regular expression",
    ),
    "a text that would not end": (
        THEIRS.replace("text: in private", "text: \"{{ 'x' * 10**9 }}\""),
        r"search-in-private has a text that may",
    ),
    "an instrument that nobody knows": (
        THEIRS.replace("instrument: cedaw", "instrument: magna-carta"),
        r"cites magna-carta, which commitments\.yaml does not hold",
    ),
    "an issue that there is not": (THEIRS + "  issues: [weather]\n", r"unknown issue, weather"),
    "the same id twice": (
        THEIRS + THEIRS,
        r"line (?!1:)\d+: template .* shares its id with another",
    ),
    "aliases of aliases": (
        "- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n",
        r"search\.yaml line 1: is not valid YAML",
    ),
    "a key twice": (
        THEIRS + "  issues: [search]\n  issues: [health]\n",
        r"search\.yaml line \d+: has issues twice",
    ),
    "brackets without end": ("[" * 5000, r"search\.yaml.*: is not valid YAML"),
    "a file without end": ("# x\n" * 300_000, r"search\.yaml: is larger than 1,000,000 bytes"),
    "a file of words": ("search", r"search\.yaml: should be a list of templates"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_named_with_file_and_line_and_left_out(what: str, country) -> None:
    text, message = BROKEN[what]
    sound = THEIRS.replace("search-in-private", "health-in-private")
    library = country(search=text, health=sound)
    assert "health-in-private" in {template.id for template in library.templates}
    (sentence,) = library.broken
    assert "is left out" in sentence
    with pytest.raises(AssertionError, match=message):
        raise AssertionError(sentence)


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ("- officer", "terms.yaml: should map each role"),
        ("officer: x\nmust: shall", "terms.yaml line 2: must is filled from each clause"),
        ("officer: []", "terms.yaml line 1: officer should have a word"),
        ("officer: 5", "terms.yaml line 1: officer should have a word"),
        ("Officer: x", "terms.yaml line 1: Officer is no name of a role"),
        ("officer: {a: b}", "terms.yaml line 1: officer should have a word"),
        ("officer: [", "is not valid YAML"),
    ],
)
def test_a_term_that_is_none_is_named_and_left_out(terms: str, message: str, country) -> None:
    (sentence,) = country(terms=terms).broken
    assert message in sentence


@pytest.mark.parametrize("slot", SLOTS)
def test_a_country_has_words_for_the_slots_that_no_clause_fills_and_for_no_others(
    slot: str, country
) -> None:
    library = country(terms=f"{slot}: word\n")
    if SLOTS[slot].from_clause:
        (sentence,) = library.broken
        assert f"terms.yaml line 1: {slot} is filled from each clause" in sentence
        assert library.terms == {}
    else:
        assert (library.terms, library.broken) == ({slot: ("word",)}, ())


@pytest.mark.parametrize(
    ("commitments", "message"),
    [
        ("- cedaw", "commitments.yaml: should map the key"),
        ("x: CEDAW", "commitments.yaml line 1: instrument x should be a mapping"),
    ],
)
def test_a_commitment_that_is_none_is_named_and_left_out(
    commitments: str, message: str, country
) -> None:
    library = country(commitments=commitments)
    (sentence,) = library.broken
    assert message in sentence
    assert library.instruments == OURS.instruments


def test_a_folder_that_is_none_or_holds_no_library_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is no folder"):
        load_library(country=tmp_path / "nowhere")
    with pytest.raises(LibraryError, match="holds no library"):
        load_library(country=tmp_path)
