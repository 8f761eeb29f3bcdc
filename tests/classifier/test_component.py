"""The trained component on clauses: what it says, what it explains, what it keeps on disk."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import msgspec
import numpy as np
import pytest
import spacy
from spacy.tokens import DocBin

from annotator.classifier import ClauseClassifier
from annotator.classifier.encoding import ClauseLine, encode
from annotator.classifier.evidence import added_by
from annotator.classifier.groups import groups
from annotator.errors import ModelError
from annotator.schema import ISSUES, LABELS

SAME_SEX = "A search of the person shall be carried out only by an officer of the same sex."
HELD = "A person detained under this Act shall be held in a place approved by the Minister."
HUSBAND = "A married woman shall be deemed to have the domicile and the nationality of her husband."
TITLE = "This Act may be cited as the Harbour Dues Act."


def labels(doc):
    return [span.label_ for span in doc.spans["clauses"]]


@pytest.mark.model
def test_clear_clauses_get_their_label(classifier, make_law):
    doc = classifier(make_law(SAME_SEX, HELD, HUSBAND, TITLE))
    assert labels(doc) == ["responsive", "blind", "regressive", "neutral"]


@pytest.mark.model
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


def test_clauses_are_looked_at_once_for_their_scores_and_states(classifier, make_law):
    exact = ClauseClassifier(exact=True).from_bytes(classifier.to_bytes())
    spans = exact(make_law(SAME_SEX, HELD, TITLE)).spans["clauses"]
    clauses = [span._.clause for span in spans]
    scores, states = exact.look(clauses)
    for span, own in zip(spans, scores, strict=True):
        assert own == pytest.approx(span._.scores, abs=1e-3)
    assert np.allclose(states, exact.embed(clauses))
    assert classifier.look([])[0] == []


def test_words_that_introduce_a_list_are_neutral_unread(classifier, make_law):
    (span,) = classifier(make_law((HELD, {"kind": "lead_in"}))).spans["clauses"]
    assert span.label_ == "neutral"
    assert span._.confidence == 1


@pytest.mark.parametrize("marks", ["F1[…]", "F12[...]", "[Repealed]", "(deleted)", "* * *", "…."])
def test_a_provision_of_which_nothing_is_left_is_neutral_unread(classifier, make_law, marks):
    headed = {"heading": "Trafficking in illegal immigrants"}
    gone, stays = classifier(make_law((marks, headed), (HELD, headed))).spans["clauses"]
    assert (gone.label_, gone._.confidence, gone._.issues) == ("neutral", 1, ())
    assert stays._.confidence < 1  # it was read


def test_a_clause_reads_the_same_alone_and_among_others(classifier, make_law):
    among = classifier(make_law(*[SAME_SEX, HELD, HUSBAND, TITLE] * 20)).spans["clauses"]
    for span, text in zip(among, [SAME_SEX, HELD, HUSBAND, TITLE], strict=False):
        (alone,) = classifier(make_law(text)).spans["clauses"]
        assert alone.label_ == span.label_
        # Eight-bit activations are scaled by the batch: the last digits may differ.
        assert alone._.confidence == pytest.approx(span._.confidence, abs=0.05)


def _settling(classifier, **settings):
    """The same classifier, to whose bag of words everything that names no sex is neutral."""
    other = ClauseClassifier(**settings).from_bytes(classifier.to_bytes())
    calibration = msgspec.structs.replace(other.settings.calibration, settled_from=0.0)
    other.settings = msgspec.structs.replace(other.settings, calibration=calibration)
    return other


def test_what_the_bag_of_words_settles_is_not_shown_to_the_network(classifier, make_law):
    quick = _settling(classifier)
    law = make_law(HELD, SAME_SEX, TITLE, HUSBAND)
    seen = []
    quick(law, progress=lambda done, total: seen.append(total))
    held, same_sex, title, husband = law.spans["clauses"]
    assert set(seen) == {2}  # those that name a sex
    assert title.label_ == "neutral"
    assert held._.scores["blind"] != pytest.approx(_scores(classifier, make_law, HELD)["blind"])
    for span, text in ((same_sex, SAME_SEX), (husband, HUSBAND)):
        assert span._.scores == pytest.approx(_scores(classifier, make_law, text), abs=0.01)


def test_a_law_of_which_all_is_settled_needs_no_network(classifier, make_law):
    assert labels(_settling(classifier)(make_law(TITLE, TITLE))) == ["neutral", "neutral"]


def test_an_exact_classifier_shows_it_everything(classifier, make_law):
    exact = _settling(classifier, exact=True)
    law = [HELD, SAME_SEX, TITLE, HUSBAND]
    assert labels(exact(make_law(*law))) == labels(classifier(make_law(*law)))


def _scores(classifier, make_law, text):
    law = classifier(make_law(text))
    return law.spans["clauses"][0]._.scores


def test_a_law_without_clauses_stays_as_it_is(classifier, make_law):
    assert list(classifier(make_law()).spans["clauses"]) == []


@pytest.mark.model
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
    lines = [ClauseLine.of(text) for text in (SAME_SEX, TITLE, HELD * 9, HUSBAND)]
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


LAW = [SAME_SEX, HELD, HUSBAND, TITLE]


def test_from_its_bytes_it_says_the_same(classifier, make_law):
    again = ClauseClassifier().from_bytes(classifier.to_bytes())
    assert again.settings == classifier.settings
    assert again.network.graph == classifier.network.graph
    assert again.network.vocabulary == classifier.network.vocabulary
    assert again.bow.terms == classifier.bow.terms
    assert labels(again(make_law(*LAW))) == labels(classifier(make_law(*LAW)))


def test_what_it_has_learnt_is_in_the_bytes_of_the_pipeline(classifier, make_law):
    nlp = spacy.blank("en")
    nlp.add_pipe("clause_classifier").from_bytes(classifier.to_bytes())
    again = spacy.blank("en")
    again.add_pipe("clause_classifier")
    again.from_bytes(nlp.to_bytes())
    doc = again.get_pipe("clause_classifier")(make_law(*LAW))
    assert labels(doc) == labels(classifier(make_law(*LAW)))


@pytest.mark.parametrize(
    ("exclude", "name"),
    [("model", "model.onnx"), ("bow", "bow.npz"), ("tokenizer", "tokenizer.json")],
)
def test_what_is_excluded_is_left_out(classifier, exclude, name, tmp_path):
    classifier.to_disk(tmp_path, exclude=[exclude])
    assert not (tmp_path / name).exists()
    with pytest.raises(ModelError, match=name):
        ClauseClassifier().from_disk(tmp_path)
    with pytest.raises(ModelError, match=name):
        ClauseClassifier().from_bytes(classifier.to_bytes(exclude=[exclude]))


def test_what_is_excluded_stays_as_it_was(classifier, make_law, tmp_path):
    other = ClauseClassifier().from_bytes(classifier.to_bytes())
    classifier.to_disk(tmp_path, exclude=["model", "bow"])
    words = other.bow
    other.from_disk(tmp_path, exclude=["model", "bow"])
    assert other.bow is words
    assert labels(other(make_law(*LAW))) == labels(classifier(make_law(*LAW)))


def test_without_its_bag_of_words_the_network_still_reads(classifier, make_law, tmp_path):
    classifier.to_disk(tmp_path)
    bare = ClauseClassifier().from_disk(tmp_path, exclude=["bow"])
    assert bare.bow is None
    assert set(labels(bare(make_law(*LAW)))) <= set(LABELS)


def test_an_untrained_component_is_saved_and_read_like_any_other(tmp_path):
    nothing = ClauseClassifier()
    nothing.to_disk(tmp_path)
    assert ClauseClassifier().from_disk(tmp_path).network is None
    assert ClauseClassifier().from_bytes(nothing.to_bytes()).network is None


@pytest.mark.parametrize("data", [b"", b"junk", b"\xc0", b"\x81\xa1a\x01"])
def test_bytes_that_are_no_model_are_refused(data):
    with pytest.raises(ModelError):
        ClauseClassifier().from_bytes(data)


def test_it_is_pickled_after_use(classifier, make_law):
    classifier(make_law(*LAW))
    again = pickle.loads(pickle.dumps(classifier))
    assert labels(again(make_law(*LAW))) == labels(classifier(make_law(*LAW)))


def test_it_reads_and_labels_the_span_group_that_it_is_given(classifier, make_law):
    own = ClauseClassifier(spans_key="mine").from_bytes(classifier.to_bytes())
    doc = make_law(*LAW)
    doc.spans["mine"] = list(doc.spans.pop("clauses"))
    own(doc)
    assert [span.label_ for span in doc.spans["mine"]] == labels(classifier(make_law(*LAW)))
    assert "clauses" not in doc.spans


def test_its_settings_come_back_with_the_pipeline(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("clause_classifier", config={"spans_key": "mine", "threads": 1})
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path).get_pipe("clause_classifier")
    assert (again.spans_key, again.threads) == ("mine", 1)
    assert again.labels == LABELS


def test_what_it_says_comes_back_with_the_doc(classifier, make_law):
    doc = classifier(make_law(*LAW))
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(spacy.blank("en").vocab)
    assert labels(back) == labels(doc)
    for one, other in zip(doc.spans["clauses"], back.spans["clauses"], strict=True):
        for name in ("clause", "scores", "confidence", "review", "issues", "evidence"):
            assert one._.get(name) == other._.get(name), name


def test_a_law_that_fails_is_told_to_the_error_handler_and_the_stream_goes_on(classifier, make_law):
    reader = pickle.loads(pickle.dumps(classifier))
    good, bad = make_law(HELD), make_law(HELD)
    bad.spans["clauses"][0]._.clause = None
    told = []
    reader.set_error_handler(lambda *what: told.append(what))
    assert list(reader.pipe([bad, good])) == [good]
    ((name, pipe, failed, error),) = told
    assert (name, pipe, failed) == ("clause_classifier", reader, [bad])
    assert isinstance(error, AttributeError)


def test_without_an_error_handler_a_stream_raises(classifier, make_law):
    bad = make_law(HELD)
    bad.spans["clauses"][0]._.clause = None
    with pytest.raises(AttributeError):
        list(classifier.pipe([bad]))


def test_each_caller_is_told_of_its_own_law_however_many_there_are(classifier, make_law):
    laws = {count: make_law(*[HELD] * count) for count in (40, 70)}

    def follow(count):
        told = []
        classifier(laws[count], progress=lambda done, of: told.append((done, of)))
        return told

    with ThreadPoolExecutor(2) as pool:
        for count, told in zip(laws, pool.map(follow, laws), strict=True):
            assert {of for _, of in told} == {count}
            assert told[-1] == (count, count)


LISTED = [
    "",
    "Subject to this Act, ",
    "Subject to sections 14, 15 and 16, ",
    "Subject to sections 14, 15 and 16 and to sections 21 and 22 and 23 and 24 and 25 and 26, ",
    "Under Articles 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10 and paragraphs (a), (b), (c) and (d), ",
    "Notwithstanding the Aliens Act, 1935, the Aliens Act, 1936, and the Acts of New Zealand, ",
]


@pytest.mark.parametrize("before", LISTED)
def test_what_is_masked_before_them_does_not_move_the_words_that_carry_a_decision(
    classifier, make_law, before
):
    text = (
        f"{before}a search of the person shall be carried out in private by an officer of the "
        "same sex as the person."
    )
    doc = classifier(make_law(text))
    (span,) = doc.spans["clauses"]
    strongest = max(span._.evidence, key=lambda found: found.weight)
    assert "same sex" in doc.text[strongest.start : strongest.end]
    assert strongest.weight > 0


def test_evidence_sums_to_the_margin_of_the_clause_s_words(classifier):
    text = f"{LISTED[3]}a woman shall be searched by a woman, and by no man."
    line = encode("Search", "", text)
    _, (shares,) = classifier.read([line])
    margins = shares[:, 0] - shares[:, 1]
    placed = [word.place is not None and word.text[0].isalpha() for word in line.words]
    added = added_by(groups(text), line.words, margins)
    assert sum(added) == pytest.approx(float(margins[placed].sum()), rel=1e-4)
