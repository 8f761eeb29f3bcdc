import spacy
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.tokenizer import LegalTokenizer

tokenizer = LegalTokenizer(spacy.blank("en").vocab)


@given(st.text())
@example("  leading blanks")
@example("14.—(1) An officer\r\n\tmay")
@example(" \n ")
def test_the_text_comes_back_whole(text: str) -> None:
    assert tokenizer(text).text == text


def test_marks_never_share_a_token_with_words() -> None:
    words = [token.text for token in tokenizer("14.—(1) “officer”means(a)an")]
    assert words == [
        "14", ".", "—", "(", "1", ")", "“", "officer", "”", "means", "(", "a", ")", "an",
    ]  # fmt: skip
