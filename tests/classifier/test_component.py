"""The trained component on clauses: what it says, what it explains, what it keeps on disk."""

import numpy as np
import pytest

from annotator.classifier import ClauseClassifier
from annotator.classifier.encoding import Line
from annotator.errors import ModelError
from annotator.schema import ISSUES, LABELS

SAME_SEX = "A search of the person shall be carried out only by an officer of the same sex."
HELD = "A person detained under this Act shall be held in a place approved by the Minister."
HUSBAND = "A married woman shall be deemed to have the domicile and the nationality of her husband."
TITLE = "This Act may be cited as the Harbour Dues Act."


def labels(doc):
    return [span.label_ for span in doc.spans["clauses"]]


def test_clear_clauses_get_their_label(classifier, make_law):
    doc = classifier(make_law(SAME_SEX, HELD, HUSBAND, TITLE))
    assert labels(doc) == ["responsive", "blind", "regressive", "neutral"]


def test_clear_clauses_get_their_issue(classifier, make_law):
    same_sex, held, _, title = classifier(make_law(SAME_SEX, HELD, HUSBAND, TITLE)).spans["clauses"]
    assert same_sex._.issues[0].issue == "search"
    assert held._.issues[0].issue == "detention"
    assert title._.issues == ()


def test_scores_are_probabilities_and_the_label_has_the_highest(classifier, make_law):
    for span in classifier(make_law(SAME_SEX, HELD, HUSBAND, TITLE)).spans["clauses"]:
        assert sum(span._.scores.values()) == pytest.approx(1)
        assert set(span._.scores) == set(LABELS)
        assert span._.confidence == max(span._.scores.values()) == span._.scores[span.label_]
        assert all(issue.issue in ISSUES and 0 < issue.score <= 1 for issue in span._.issues)


def test_words_that_introduce_a_list_are_neutral_unread(classifier, make_law):
    (span,) = classifier(make_law((HELD, {"kind": "lead_in"}))).spans["clauses"]
    assert span.label_ == "neutral"
    assert span._.confidence == 1


@pytest.mark.parametrize("marks", ["F1[…]", "F12[...]", "[Repealed]", "(deleted)", "* * *", "…."])
def test_a_provision_of_which_nothing_is_left_is_neutral_unread(classifier, make_law, marks):
    headed = {"heading": "Trafficking in illegal immigrants"}
    gone, stays = classifier(make_law((marks, headed), (HELD, headed))).spans["clauses"]
    assert (gone.label_, gone._.confidence, gone._.issues) == ("neutral", 1, ())
    assert stays.label_ == "blind"


def test_a_clause_reads_the_same_alone_and_among_others(classifier, make_law):
    among = classifier(make_law(*[SAME_SEX, HELD, HUSBAND, TITLE] * 20)).spans["clauses"]
    for span, text in zip(among, [SAME_SEX, HELD, HUSBAND, TITLE], strict=False):
        (alone,) = classifier(make_law(text)).spans["clauses"]
        assert alone.label_ == span.label_
        # Eight-bit activations are scaled by the batch: the last digits may differ.
        assert alone._.confidence == pytest.approx(span._.confidence, abs=0.05)


def test_a_law_without_clauses_stays_as_it_is(classifier, make_law):
    assert list(classifier(make_law()).spans["clauses"]) == []


def test_evidence_lies_in_the_clause_and_names_what_makes_it_responsive(classifier, make_law):
    doc = classifier(make_law(TITLE, SAME_SEX))
    span = doc.spans["clauses"][1]
    shown = [doc.text[found.start : found.end] for found in span._.evidence]
    assert any("sex" in words for words in shown)
    assert all(
        span.start_char <= found.start < found.end <= span.end_char for found in span._.evidence
    )
    assert 1 <= len(shown) <= 3


def test_saved_and_read_again_it_says_the_same(classifier, make_law, tmp_path):
    classifier.to_disk(tmp_path / "classifier")
    again = ClauseClassifier().from_disk(tmp_path / "classifier")
    assert again.settings == classifier.settings
    law = [SAME_SEX, HELD, HUSBAND, TITLE]
    assert labels(again(make_law(*law))) == labels(classifier(make_law(*law)))


def test_lines_are_read_in_any_order(classifier):
    lines = [Line.of(text) for text in (SAME_SEX, TITLE, HELD * 9, HUSBAND)]
    forth, back = classifier.network(lines), classifier.network(lines[::-1])
    np.testing.assert_allclose(forth.labels, back.labels[::-1], atol=1e-4)


def test_an_untrained_component_says_how_to_train_it(make_law):
    with pytest.raises(ModelError, match="make train"):
        ClauseClassifier()(make_law(HELD))


def test_an_incomplete_model_is_named(classifier, tmp_path):
    classifier.to_disk(tmp_path)
    (tmp_path / "model.onnx").unlink()
    with pytest.raises(ModelError, match=r"model\.onnx"):
        ClauseClassifier().from_disk(tmp_path)


def test_a_model_for_other_labels_is_refused(classifier, tmp_path):
    classifier.to_disk(tmp_path)
    settings = tmp_path / "classifier.json"
    settings.write_text(settings.read_text().replace('"regressive"', '"unequal"'))
    with pytest.raises(ModelError, match="other labels"):
        ClauseClassifier().from_disk(tmp_path)
