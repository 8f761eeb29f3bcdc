"""Names and numbers masked."""

from annotator.training.corpus.masking import without_names


def test_names_and_numbers_are_masked_and_sentences_keep_their_capital() -> None:
    text = "An officer of the Garda Síochána may act for 14 days. A person may appeal."
    masked = "An officer of the Name Name may act for 0 days. A person may appeal."
    assert without_names(text) == masked
