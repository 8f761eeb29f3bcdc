"""How many of a law's words the classifier has met."""

import pytest

from annotator.classifier.encoding import encode
from annotator.classifier.familiarity import ENOUGH_WORDS, known_share

KNOWN = {"visa", "person", "border"}


def test_the_share_counts_words_of_four_letters_whatever_their_case():
    clause = encode("Quokkas", "", "A Person at the quay, of 1998, has a VISA.")
    lines = [clause] * ENOUGH_WORDS
    assert known_share(lines, KNOWN) == pytest.approx(2 / 3)


def test_of_few_words_nothing_is_said():
    assert known_share([encode("", "", "Quokkas graze.")], KNOWN) is None
    assert known_share([], KNOWN) is None
