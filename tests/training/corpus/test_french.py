"""A label of an English clause holds of the French one under the same number, or of none."""

import hashlib

import pytest

from annotator.published import PublishedLaw, PublishedText, read_laws
from annotator.training.corpus.examples import Example
from annotator.training.corpus.french import Bilingual, InBoth, in_french
from annotator.training.corpus.numbered_xml import NumberedLaw
from tests.training.corpus.bilingual_law import ENGLISH, FRENCH


@pytest.fixture(scope="module")
def act():
    return Bilingual(NumberedLaw(ENGLISH.encode(), "en"), NumberedLaw(FRENCH.encode(), "fr"))


def clause(text, label="neutral", **kwargs):
    return Example(text=text, label=label, law="A-1", **kwargs)


SEARCH = "An officer may search a traveller under section 9 of the Act if"
ITEM = clause(
    "the traveller lands from a boat at night; or",
    "blind",
    issues=("search",),
    heading="Search of a traveller",
    lead_in=SEARCH,
    path=("PART 1 Entry", "Search"),
)


def test_an_item_comes_with_heading_lead_in_path_and_label(act):
    found = act.pair(ITEM)
    assert found.number == "2(1)(a)"
    assert found.english is ITEM
    french = found.french
    assert french.text == "il débarque d’un bateau la nuit;"
    assert french.heading == "Fouille du voyageur"
    assert french.lead_in.startswith("L’agent peut fouiller le voyageur")
    assert french.path == ("PARTIE 1 Entrée", "Fouille")
    assert (french.label, french.issues, french.law) == ("blind", ("search",), "A-1")
    assert (french.language, french.split) == ("fr", ITEM.split)


def test_the_encoder_reads_it_in_the_form_of_an_english_clause(act):
    assert act.pair(ITEM).french.line.text == (
        "plain . Fouille du voyageur: L’agent peut fouiller le voyageur en vertu de l’article "
        "de la Loi dans les cas suivants : il débarque d’un bateau la nuit;"
    )


def test_a_clause_with_all_its_items_gets_all_the_french_ones(act):
    whole = f"{SEARCH}\n  (a) the traveller lands from a boat at night; or\n  (b) the traveller "
    found = act.pair(clause(f"{whole}hides a parcel from the officer."))
    assert found.french.text.splitlines()[1:] == [
        "a) il débarque d’un bateau la nuit;",
        "b) il cache un colis à l’agent.",
    ]


def test_of_words_that_a_law_has_twice_those_are_taken_that_stand_under_the_same_heading(act):
    text = "The search ends when it is done."
    assert act.pair(clause(text, heading="Again")).number == "6"
    assert act.pair(clause(text, heading="Search of a traveller")).number == "2(3)"


def test_a_heading_of_a_part_is_translated_too(act):
    fee = clause("A woman shall be searched by a woman.", "responsive", heading="Search")
    assert act.pair(fee).french.heading == "Fouille"


@pytest.mark.parametrize(
    ("example", "why"),
    [
        (clause("An officer may arrest a traveller."), "not found in the English XML"),
        (clause("…"), "not found in the English XML"),
        (
            clause("boats without any flag.", lead_in="No port opens at night to"),
            "without that number in French",
        ),
        (
            clause("boats without a lamp on the mast;", lead_in="No port opens at night to"),
            "in a list that French draws otherwise",
        ),
        (
            clause("The fee for a boat is due on the day on which it leaves."),
            "of another length in French",
        ),
        (
            clause("eat at noon with the others.", lead_in="Words from elsewhere"),
            "without words that introduce it in French",
        ),
        (
            clause(
                "rest on every seventh day of the voyage; and",
                "responsive",
                lead_in="A pregnant sailor shall",
            ),
            "whose French names nothing that its label needs",
        ),
    ],
)
def test_a_clause_is_refused_where_it_is_not_sure(act, example, why):
    assert act.pair(example) == why


def test_a_neutral_clause_needs_no_words_for_its_label(act):
    item = clause("rest on every seventh day of the voyage; and", lead_in="A pregnant sailor shall")
    assert isinstance(act.pair(item), InBoth)


@pytest.fixture
def laws(tmp_path, monkeypatch):
    """The Act as published in both languages, another in English alone, a third that is lost."""
    monkeypatch.setenv("CORPORA_MIRROR", str(tmp_path))

    def text(file, data):
        (tmp_path / file).write_text(data, encoding="utf-8")
        sha256 = hashlib.sha256(data.encode()).hexdigest()
        return {"url": f"https://example.org/{file}", "file": file, "sha256": sha256}

    own = {"title": "Act", "jurisdiction": "CA", "licence": "none"}
    english = text("a.xml", ENGLISH)
    french = PublishedText(**text("a.fr.xml", FRENCH))
    lost = PublishedText(url="https://example.org/c.fr.xml", file="c.fr.xml", sha256="0" * 64)
    return {
        "A-1": PublishedLaw(law="A-1", **own, **english, french=french),
        "B-2": PublishedLaw(law="B-2", **own, **english),
        "C-3": PublishedLaw(law="C-3", **own, **english, french=lost),
    }


def test_clauses_of_laws_with_a_french_text_join_and_the_others_are_told(laws, tmp_path):
    examples = [
        ITEM,
        clause("Words that it does not have."),
        Example(text=ITEM.text, label="blind", law="B-2"),
        Example(text=ITEM.text, label="blind", law="C-3"),
        Example(text=ITEM.text, label="blind", tradition="treaty-compact"),
    ]
    found = in_french(examples, laws, tmp_path)
    assert [pair.english for pair in found.pairs] == [ITEM]
    assert found.refused == {"not found in the English XML": 1}
    assert list(found.missing) == ["C-3"]
    assert found.summary.startswith(
        "1 of 2 clauses joined their French text (1 not found in the English XML). "
        "1 French texts could not be had; C-3: "
    )


def test_where_no_law_has_a_french_text_nothing_is_said(laws, tmp_path):
    assert in_french([ITEM], {"A-1": laws["B-2"]}, tmp_path).summary == ""


def test_the_french_text_of_a_law_is_read_from_the_list_of_laws(tmp_path):
    path = tmp_path / "laws.yaml"
    path.write_text(
        "- {law: A-1, title: T, jurisdiction: CA, url: 'https://e.org/a', file: a, sha256: s, "
        "licence: l, french: {url: 'https://e.org/f', file: f, sha256: t}}\n"
        "- {law: B-2, title: T, jurisdiction: IE, url: 'https://e.org/b', file: b, sha256: s, "
        "licence: l}\n"
    )
    first, second = read_laws(path).values()
    french = first.in_french()
    assert (french.url, french.file, french.sha256) == ("https://e.org/f", "f", "t")
    assert (french.law, french.title, french.in_french()) == ("A-1", "T", None)
    assert second.in_french() is None
