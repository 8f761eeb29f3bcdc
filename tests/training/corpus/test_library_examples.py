"""The amendment library's examples as clauses to learn from."""

from annotator.lang.en.gender_words import naming
from annotator.library import load_library
from annotator.schema import ISSUES
from annotator.training.corpus.library_examples import TRADITION, library_examples


def test_each_label_agrees_with_the_words_that_the_clause_names():
    examples = library_examples(load_library())
    assert {example.label for example in examples} == {"blind", "regressive", "responsive"}
    for example in examples:
        named = naming(example.words)
        assert (named == "gender") or example.label != "responsive", example.text
        assert (named != "gender") or example.label != "blind", example.text


def test_they_train_and_are_never_measured_on():
    examples = library_examples(load_library())
    assert {(example.tradition, example.split) for example in examples} == {(TRADITION, "train")}
    assert all(len(example.issues) == 1 and example.issues[0] in ISSUES for example in examples)
