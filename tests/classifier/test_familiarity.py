"""How many of a law's words the classifier has met."""

import random
from pathlib import Path

import pytest

from annotator.classifier.encoding import encode
from annotator.classifier.familiarity import ENOUGH_WORDS, known_share
from annotator.pipeline import load

KNOWN = {"visa", "person", "border"}


@pytest.fixture(scope="module")
def nlp():
    return load()


def test_the_share_counts_words_of_four_letters_whatever_their_case():
    clause = encode("Quokkas", "", "A Person at the quay, of 1998, has a VISA.")
    lines = [clause] * ENOUGH_WORDS
    assert known_share(lines, KNOWN) == pytest.approx(2 / 3)


def test_of_few_words_nothing_is_said():
    assert known_share([encode("", "", "Quokkas graze.")], KNOWN) is None
    assert known_share([], KNOWN) is None


FISHERIES = """AQUACULTURE AND INLAND FISHERIES ACT, 2011
1. Mesh. (1) No gillnet of a mesh smaller than sixty millimetres when stretched shall be set in the
lagoon. (2) A beach seine shall not be hauled between dusk and dawn during the spawning of tilapia.
2. Broodstock. A hatchery shall keep fingerlings in ponds lined with clay, and shall not stock a
reservoir with catfish or with any exotic carp.
3. Trawling. A trawler whose engine exceeds two hundred horsepower shall not trawl within five
nautical miles of the reef, nor dredge for oysters or cockles.
4. Ice. The hold of a canoe that lands sardine, tuna or prawn shall carry crushed ice in the ratio
of one kilogram to two.
5. Closed season. The Director may declare a closed season for lobster, octopus and sea cucumber and
fix a quota of the catch by tonnage.
6. Weeds. A person shall not introduce hyacinth or algae into a lake, or discharge effluent,
fertiliser or pesticide into a wetland.
7. Mangroves. No mangrove shall be felled for charcoal or for the smoking of fish.
8. Lights. The skipper of a vessel shall not use sonar, explosives, cyanide or lamps of more than
one hundred watts to lure pelagic shoals.
9. Feed. Pellets of fishmeal shall be free of mould, and their protein stated on the sack.
"""


def test_a_law_on_another_matter_is_said_to_lie_far_from_what_was_learnt(nlp):
    warnings = nlp(FISHERIES)._.warnings
    assert any("the classifier has read" in warning.what for warning in warnings)


def test_a_migration_law_is_not(nlp):
    law = Path("examples/border-management-bill.txt").read_text()
    assert not any("the classifier has read" in one.what for one in nlp(law)._.warnings)


def test_a_misread_scan_of_it_is(nlp):
    dice = random.Random(5)  # noqa: S311
    law = Path("examples/border-management-bill.txt").read_text()
    misread = "".join(
        dice.choice("rnmcilo") if letter.islower() and dice.random() < 0.03 else letter
        for letter in law
    )
    assert any("the classifier has read" in one.what for one in nlp(misread)._.warnings)
