"""One cutting into words, on which network, bag of words and evidence agree for any text."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.classifier.encoding import ClauseLine, encode
from annotator.classifier.masking import mask
from annotator.schema import LABELS

PIECES = """
An officer woman (a) (ii) section 14(2), 15 and 16 of the Act, 1999 Norway ___ _a_ 漢字 かな 한국
£50 50€ 🛂 👩🏽‍✈️ é e\u0301 a\u200bb \u202e \uf02d [SEP] [MASK] ½ x² ﬁ İ — “ ” ; .
"""
STATUTE = st.lists(st.sampled_from(PIECES.split()), max_size=60).map(" ".join)
TEXTS = st.one_of(STATUTE, st.text(max_size=200))
#: What BERT's tokenizer and ``\w+`` part differently.
ODD = {
    "a blank to fill in": "I, ____________, of ______, declare that the woman is detained.",
    "an underscore in a word": "The port_of_entry is where a woman may be detained by an officer.",
    "Chinese": "A woman named 王小明 may be detained by an officer at 香港.",
    "Japanese": "A woman may be detained (勾留する) by an officer.",
    "Korean": "A woman may be detained (구금) by an officer.",
    "emoji": "A woman 👩🏽‍✈️👩 may be detained🛂by an officer.",
    "combining marks": "A wóman may be detaine\u0323\u0301d by an o\u0308fficer, a woman too.",
    "nothing visible": "A wo\u200bman may be\u200d detained\ufeff by an officer, a woman too.",
    "private use": "A woman may be detained \uf02d by an officer.",
    "money": "A woman who pays £50 or 50€ may be detained at 20°C by an officer.",
    "marks of the network's own": "A woman [SEP] may be [MASK] detained [CLS] by an officer [PAD].",
}


@given(TEXTS, TEXTS, TEXTS)
def test_every_word_is_in_the_line_and_in_the_clause_where_it_says(heading, lead_in, text):
    line = encode(heading, lead_in, text)
    masked = mask(text)
    assert "".join(word.text for word in line.words) == "".join(line.text.split())
    for word in line.words:
        assert line.text.startswith(word.text, word.start)
        if word.place:
            start, end = word.place
            assert 0 <= start < end <= len(text)
            # Where something was taken out of its midst, or it stands for a name, else itself.
            assert text[start:end] == word.text or word.text in masked.text


@given(TEXTS, TEXTS)
def test_the_words_of_the_clause_are_the_last_and_in_its_order(lead_in, text):
    places = [word.place for word in encode("Search", lead_in, text).words]
    placed = [place for place in places if place]
    assert places == [None] * (len(places) - len(placed)) + placed
    assert placed == sorted(placed)


@given(STATUTE)
def test_no_word_of_a_clause_without_names_and_numbers_is_lost(text):
    plain = "".join(character for character in text if character.isalpha() or character == " ")
    if mask(plain).text == plain:
        line = encode("", "", plain)
        assert [word.text for word in line.words if word.place] == [
            plain[slice(*word.place)] for word in line.words if word.place
        ]
        assert len([word for word in line.words if word.place]) == len(ClauseLine.of(plain).words)


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_network_and_bag_of_words_give_a_share_to_each_word(classifier, texts):
    lines = [encode("", "", text) for text in texts]
    _, shares = classifier.read(lines)
    assert [own.shape for own in shares] == [(len(line.words), len(LABELS)) for line in lines]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_clause_of_odd_characters_is_read_and_explained(classifier, make_law, text):
    doc = classifier(make_law(text))
    (span,) = doc.spans["clauses"]
    assert sum(span._.scores.values()) == pytest.approx(1)
    assert all(span.start_char <= e.start < e.end <= span.end_char for e in span._.evidence)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_word_s_share_is_of_the_pieces_within_it(classifier, text):
    line = encode("", "", text)
    (pieces,) = classifier.network._cut([line])
    encoding = classifier.network._tokenizer.encode(line.text)
    for word, (start, _), token in zip(
        pieces.words, encoding.offsets, encoding.word_ids, strict=True
    ):
        if token is None:
            assert word == -1
        else:
            begin = line.words[word].start
            assert begin <= start < begin + len(line.words[word].text)
    np.testing.assert_allclose(pieces.weights.sum(), 1, rtol=1e-5)


def test_words_behind_what_the_network_reads_have_the_bag_of_words_share_alone(classifier):
    line = encode("", "", "antidisestablishmentarianism women " * 100)
    _, shares = classifier.network.read([line])
    assert len(shares[0]) == len(line.words)
    assert not shares[0][-1].any()


# The fixture only makes laws: what one example leaves behind is nothing to the next.
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=TEXTS)
def test_evidence_lies_on_words_of_the_clause(classifier, make_law, text):
    text = f"A woman detained {text} shall be searched by an officer of her own sex"
    text = " ".join(text.split())
    doc = classifier(make_law(text))
    (span,) = doc.spans["clauses"]
    starts = {word.place[0] for word in encode("", "", text).words if word.place}
    for found in span._.evidence:
        assert 0 <= found.start < found.end <= len(text)
        assert found.weight == 0 or any(found.start <= start < found.end for start in starts)
