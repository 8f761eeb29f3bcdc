"""What a French law could be recognised by is taken out."""

import pytest

from annotator.classifier.masking import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("l’étranger visé au paragraphe 27.1(2)", "l’étranger visé au paragraphe"),
        ("aux alinéas (1)a), b) et c.1) de la loi", "aux alinéas de la loi"),
        ("le sous-alinéa 12a)(ii) et l’annexe IV", "le sous-alinéa et l’annexe"),
        ("articles 3 à 5 ou 9", "articles"),
        ("l’article premier", "l’article premier"),
        ("la partie qui perd", "la partie qui perd"),
        ("la section (autre que la première)", "la section (autre que la première)"),
        ("la Loi de 1985", "la Loi de"),
        ("dans les 15 jours", "dans les 15 jours"),
        ("s’il : a) est tard; (ii) est tôt", "s’il : est tard; est tôt"),
        ("(voir la règle) et le port", "(voir la règle) et le port"),
    ],
)
def test_numbers_of_provisions_years_and_enumerators_go(text, masked):
    assert mask(text, "fr").text == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("au Canada et en France", "à l’État et dans l’État"),
        ("du Canada, de la France et d’Haïti", "de l’État, de l’État et de l’État"),
        ("le Pérou et les États-Unis d’Amérique", "l’État et l’État"),
        ("vers la Nouvelle-Zélande", "vers l’État"),
        ("un citoyen canadien", "un citoyen national"),
        ("la loi norvégienne", "la loi nationale"),
        ("des Espagnols et des lois turques", "des nationaux et des lois nationales"),
        ("les régions européennes", "les régions européennes"),
        ("le port de France-Ville", "le port de France-Ville"),
    ],
)
def test_states_and_their_people_go_with_the_article_before_them(text, masked):
    assert mask(text, "fr").text == masked


def test_what_stands_for_a_name_stands_where_the_name_and_its_article_stood():
    text = "Le gouvernement du Canada décide."
    masked = mask(text, "fr")
    at = masked.text.index("État")
    assert text[slice(*masked.place(at, at + 4))] == "du Canada"
