"""How much of an amendment a clause says."""

from __future__ import annotations

from annotator.precedents.wording import Vocabulary

CLAUSES = [f"The Minister appoints members of the Board {n}." for n in range(20)]
BALANCED = "Women and men hold no less than forty per cent of the seats."


def test_words_that_few_clauses_have_count_most() -> None:
    wording = Vocabulary([*CLAUSES, BALANCED])
    own = "The Board has forty per cent of women."
    assert wording.likeness(own, BALANCED) > wording.likeness(own, CLAUSES[0])


def test_forms_and_words_of_one_sense_are_one_word() -> None:
    wording = Vocabulary([*CLAUSES, BALANCED])
    assert wording.likeness("pregnancy of females", "pregnant women") == 1.0
    assert wording.likeness("It is deported.", "a removal") == 1.0


def test_nothing_is_said_of_no_words() -> None:
    assert Vocabulary([]).likeness("", "A woman.") == 0.0
    assert Vocabulary(CLAUSES).likeness("of the", "of the") == 0.0
