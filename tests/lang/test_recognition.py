"""Languages told by their little words and their scripts."""

import pytest

from annotator.lang.recognition import foreign_stretches, other_language, words_of

TEXTS = {
    "French": "Les étrangers qui entrent dans le pays sont munis des documents que la loi exige.",
    "Spanish": "Los extranjeros que entran en el país llevarán los documentos que exige la ley.",
    "Portuguese": "O estrangeiro que entra no país deve trazer os documentos que a lei exige, e "
    "não pode ser expulso sem uma decisão do juiz.",
    "Italian": "Lo straniero che entra nel paese è munito dei documenti che sono richiesti.",
    "German": "Ein Ausländer, der in das Land einreist, muss die Papiere mit sich führen.",
    "Dutch": "De vreemdeling die het land binnenkomt is in het bezit van een geldig document.",
    "Afrikaans": "ʼn Vreemdeling wat die land binnekom, moet die dokumente wat nodig is vir die "
    "toelating by hom hê en dit op versoek aan die beampte toon.",
    "Turkish": "Yabancılar için bu kanun ile verilen izin bir yıl olarak uygulanır ve uzatılır.",
    "Maltese": "Kull barrani li jidħol fil pajjiż għandu jkun fil pussess ta dokument li jkun "
    "meħtieġ minn din il liġi.",
    "Russian": "Иностранцы, которые въезжают в страну, должны иметь документы и не могут без них "
    "оставаться; что нужно для въезда или выезда, указано в приложении к правилам.",
    "Greek": "Ο αλλοδαπός που εισέρχεται στη χώρα φέρει τα έγγραφα που ορίζει ο νόμος για την.",
    "Chinese": "第一条 外国人入境应当持有效护照或者其他国际旅行证件以及签证。",
    "Japanese": "第一条　外国人は、有効な旅券を所持しなければ、本邦に入ってはならない。",
    "Korean": "제1조 외국인은 유효한 여권과 사증을 가지고 입국하여야 한다.",
    "Arabic": "لا يجوز دخول الأجانب إلى البلاد أو الخروج منها إلا من الأماكن التي تحدد في هذا",
    "Amharic": "ማንኛውም የውጭ አገር ሰው ወደ አገር ለመግባት የጸና ፓስፖርት ሊኖረው ይገባል።",
}
ENGLISH = (
    "1. A person who enters the country shall have the documents that this Act requires, and an "
    "officer may ask the person to show them at any time."
)


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_told_from_a_sentence(language: str) -> None:
    assert other_language(words_of(TEXTS[language])) == language


@pytest.mark.parametrize(
    "words",
    ["C:\\E\\I\\A\\C\\E\\O.DOC e c o a i e c", "A B C D E F G H I J", "x = a + b", "12 34 56", ""],
)
def test_letters_and_figures_are_no_language(words: str) -> None:
    assert other_language(words_of(words)) == ""


@pytest.mark.parametrize("language", ["French", "Afrikaans", "Chinese", "Arabic"])
def test_a_stretch_in_another_language_is_found_in_an_english_law(language: str) -> None:
    paragraph = TEXTS[language]
    foreign = "\n\n".join([paragraph, "2.", paragraph, paragraph, paragraph])
    before = f"{ENGLISH}\n\n{ENGLISH}\n\n"
    text = f"{before}{foreign}\n\n{ENGLISH}\n"
    (stretch,) = foreign_stretches(text)
    assert stretch == (len(before), len(before) + len(foreign), language)


def test_a_name_or_a_quotation_in_another_language_is_none() -> None:
    text = f"{ENGLISH}\n\n{TEXTS['French']}\n\n{ENGLISH}\n"
    assert not list(foreign_stretches(text))
