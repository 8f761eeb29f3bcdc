"""Whether a law is on migration: some amendments speak of migrants, and of nobody else."""

from annotator.library import load_library
from annotator.reading import Reading
from annotator.segmenter import segment
from tests.proposer.laws import clauses_of

LIBRARY = load_library()
RULE = "1. A clerk may complain to the Court.\n"


def reading(law: str) -> Reading:
    return Reading.of(law, clauses_of(law), segment(law).provisions, LIBRARY)


def is_on_migration(law: str) -> bool:
    return reading(law).is_on_migration


def test_a_law_on_clerks_is_not() -> None:
    assert not is_on_migration(RULE)
    assert is_on_migration(RULE + "2. A foreigner shall carry a card.\n")


def test_a_long_law_may_have_a_word_of_it() -> None:
    long = "".join(f"{n}. A clerk shall keep the books of the Court.\n" for n in range(1, 301))
    law = long + "301. A clerk shall not be refused a post as a refugee.\n"
    assert not is_on_migration(law)
    assert is_on_migration(law + "302. Visas, and passports, are kept for migrants.\n")


def test_a_very_long_law_may_have_several() -> None:
    many = "".join(f"{n}. A clerk shall keep the books of the Court.\n" for n in range(1, 1001))
    law = many + "1001. Visas, and passports, are kept for migrants.\n"
    assert not is_on_migration(law)
    assert reading(law).is_on_another_matter
    assert not reading(RULE).is_on_another_matter
