"""English is read; another language is refused, and named where that is plain."""

import pytest

from annotator.errors import InputError
from annotator.readers.language import language_of

ENGLISH = (
    "A person who has been detained under this section shall be told of the reasons for the "
    "detention and may apply to the court for release, and the court shall decide within two days. "
)
FRENCH = (
    "Toute personne qui est détenue en vertu de la présente loi est informée des motifs de la "
    "détention et peut demander sa mise en liberté au tribunal, qui statue dans les deux jours. "
)
GERMAN = (
    "Wer nach diesem Gesetz in Haft genommen wird, ist über die Gründe der Haft zu belehren und "
    "kann bei dem Gericht die Entlassung beantragen; das Gericht entscheidet nach zwei Tagen. "
)
POLISH = (
    "Osoba zatrzymana na podstawie ustawy jest informowana o przyczynach zatrzymania i może "
    "wystąpić do sądu o zwolnienie; sąd orzeka w terminie dwóch dni od dnia złożenia wniosku, "
    "chyba że przepisy stanowią inaczej lub sprawa nie należy do właściwości sądu. "
)


def test_english_passes() -> None:
    assert language_of(ENGLISH, "law.txt") == "en"


def test_english_with_terms_in_another_language_passes() -> None:
    language_of(ENGLISH * 2 + "(étranger désigné) (autorisation de séjour) " * 3, "law.txt")


def test_a_gazette_that_has_its_law_in_english_too_passes() -> None:
    pages = f"{POLISH}\n\n" * 40 + f"{ENGLISH}\n\n" * 20
    assert language_of(pages, "law.txt") == "en"
    with pytest.raises(InputError, match="is in Polish"):
        language_of(f"{POLISH}\n\n" * 200 + f"{ENGLISH}\n\n" * 2, "law.txt")


def test_a_few_words_that_are_plainly_of_another_language_are_enough() -> None:
    text = "Article 1\nLes étrangers entrent par les postes et sont munis des documents.\n"
    with pytest.raises(InputError, match=r"law.txt is in French"):
        language_of(text, "law.txt")


def test_too_few_words_to_tell_pass() -> None:
    assert language_of("Zakon o strancima", "law.txt") == "en"


@pytest.mark.parametrize(
    ("text", "language"), [(FRENCH, "French"), (GERMAN, "German"), (POLISH, "Polish")]
)
def test_another_language_is_refused_by_name(text: str, language: str) -> None:
    with pytest.raises(InputError, match=f"law.txt is in {language}: only English"):
        language_of(text, "law.txt")


def test_a_language_that_is_not_known_is_refused_without_a_name() -> None:
    with pytest.raises(InputError, match="does not seem to be in English"):
        language_of("sakon wetu ngani imbalo leso khona " * 10, "law.txt")
