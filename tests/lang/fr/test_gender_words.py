"""What names gender or a role in French: the same as in English."""

import pytest

from annotator.lang import classifier_words


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Une femme fouille les femmes.", "gender"),
        ("l’égalité entre les genres", "gender"),
        ("l’identité ou l’expression de genre", "gender"),
        ("son nom, son genre et sa date de naissance", "gender"),
        ("la travailleuse enceinte ou allaitante", "gender"),
        ("le congé de maternité", "gender"),
        ("la traite aux fins d’exploitation sexuelle", "gender"),
        ("les jeunes filles", "gender"),
        ("la mère du demandeur", "gender"),
        ("coupable de viol", "gender"),
        ("victime de violence conjugale", "gender"),
        ("afin d’atteindre l’équité salariale", "gender"),
        ("les soins prénataux", "gender"),
        ("l’épouse du titulaire", "role"),
        ("la veuve", "role"),
        ("un fils ou une fille à charge", "role"),
        ("fils ou fille", "role"),
        ("ses parents", "role"),
        ("son père ou mère", "role"),
        ("son état matrimonial", "role"),
        ("son époux ou conjoint de fait", "plain"),
        ("tout autre document du même genre", "plain"),
        ("l’enceinte du port", "plain"),
        ("la langue maternelle", "plain"),
        ("la société mère et sa filiale", "plain"),
        ("les droits de l’homme", "plain"),
        ("l’agent a violé la loi", "plain"),
        ("il allait partir", "plain"),
        ("un proche parent", "plain"),
        ("le parent pauvre", "role"),
        ("l’état civil", "plain"),
    ],
)
def test_a_text_names_gender_a_role_or_neither(text, named):
    assert classifier_words("fr").naming(text) == named


def test_a_word_counts_whole_and_in_either_case():
    naming = classifier_words("fr").naming
    assert naming("FEMMES DÉTENUES") == "gender"
    assert naming("le bonhommet et la commère") == "plain"
