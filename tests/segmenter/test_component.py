"""The spaCy component: its span group, its settings, a stream with a law that it cannot read."""

import pickle
from dataclasses import replace

import pytest
import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc

import annotator.tokenizer  # noqa: F401 -- registers the tokenizer where no entry point does
from annotator.schema import ReadingWarning
from annotator.segmenter import ClauseSegmenter, Segmentation, component, segment

LAW = "1. (1) An officer may search any person.\n(2) A search shall be recorded.\n"
CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "annotator.LegalTokenizer.v1"}}}


def pipeline(**settings: object) -> Language:
    nlp = spacy.blank("en", config=CONFIG)
    nlp.add_pipe("clause_segmenter", config=settings)
    return nlp


def numbers(doc: Doc, key: str = "clauses") -> list[str]:
    return [span._.clause.number for span in doc.spans[key]]


def test_it_fills_the_span_group_that_it_is_given() -> None:
    doc = pipeline(spans_key="mine")(LAW)
    assert numbers(doc, "mine") == ["1(1)", "1(2)"]
    assert "clauses" not in doc.spans


def test_its_settings_come_back_with_the_pipeline(tmp_path) -> None:
    nlp = pipeline(spans_key="mine")
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path).get_pipe("clause_segmenter").spans_key == "mine"
    again = spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert numbers(again(LAW), "mine") == ["1(1)", "1(2)"]


def test_a_setting_given_at_loading_wins(tmp_path) -> None:
    pipeline(spans_key="mine").to_disk(tmp_path)
    config = {"components": {"clause_segmenter": {"spans_key": "yours"}}}
    assert numbers(spacy.load(tmp_path, config=config)(LAW), "yours") == ["1(1)", "1(2)"]


def test_a_doc_is_bytes_and_a_doc_again() -> None:
    doc = pipeline()(LAW)
    back = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert numbers(back) == ["1(1)", "1(2)"]
    assert [span.text for span in back.spans["numbers"]] == ["1. (1)", "(2)"]
    # spaCy has lists for tuples here, whatever they hold.
    assert tuple(back._.provisions) == doc._.provisions


def test_the_tree_can_be_written_as_json() -> None:
    data = pipeline()(LAW).to_json(underscore=["provisions", "clause"])
    (section,) = srsly.json_loads(srsly.json_dumps(data))["_"]["provisions"]
    assert [item["number"] for item in section["items"]] == ["1(1)", "1(2)"]
    assert [row["value"].number for row in data["underscore_span"]["clause"]] == ["1(1)", "1(2)"]


def test_it_is_pickled_and_works_again() -> None:
    nlp = pipeline()
    nlp(LAW)
    assert numbers(pickle.loads(pickle.dumps(nlp))(LAW)) == ["1(1)", "1(2)"]


@pytest.fixture
def unreadable(monkeypatch: pytest.MonkeyPatch) -> str:
    """A law at which the segmenter fails."""
    law = "1. Unreadable.\n"
    segment = component.segment

    def fail(text: str, code: str) -> object:
        if text == law:
            raise ValueError(text)
        return segment(text)

    monkeypatch.setattr(component, "segment", fail)
    return law


def test_a_law_that_fails_is_told_to_the_error_handler_and_the_stream_goes_on(
    unreadable: str,
) -> None:
    nlp, told = pipeline(), []
    nlp.set_error_handler(lambda *what: told.append(what))
    docs = list(nlp.pipe([LAW, unreadable, LAW]))
    assert [numbers(doc) for doc in docs] == [["1(1)", "1(2)"]] * 2
    ((name, pipe, failed, error),) = told
    assert (name, pipe) == ("clause_segmenter", nlp.get_pipe("clause_segmenter"))
    assert [doc.text for doc in failed] == [unreadable]
    assert isinstance(error, ValueError)


def test_without_an_error_handler_it_raises(unreadable: str) -> None:
    with pytest.raises(ValueError, match="Unreadable"):
        list(ClauseSegmenter().pipe([spacy.blank("en")(unreadable)]))


def test_a_stretch_in_another_language_is_told() -> None:
    french = "\n\n".join(
        [
            "Les étrangers sont munis des documents que la loi exige pour entrer "
            "dans le pays, et ceux qui ne le sont pas sont renvoyés par les agents."
        ]
        * 3
    )
    warnings = pipeline()(f"{LAW}\n{french}\n\n9. An Act is law.")._.warnings
    (warning,) = warnings
    assert warning.where == "lines 4 to 8"
    assert warning.what == "This stretch is in French; annotate reads English."


def test_what_was_read_with_doubt_goes_with_the_doc(monkeypatch: pytest.MonkeyPatch) -> None:
    doubt = ReadingWarning(what="Two columns.", where="line 1", advice="Look.", start=0, end=9)

    def doubtful(text: str, code: str) -> Segmentation:
        return replace(segment(text, code), warnings=(doubt,))

    monkeypatch.setattr(component, "segment", doubtful)
    doc = pipeline()(LAW)
    assert doc._.warnings == (doubt,)
    assert tuple(Doc(doc.vocab).from_bytes(doc.to_bytes())._.warnings) == (doubt,)
