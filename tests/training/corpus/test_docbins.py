"""What `spacy train` is given."""

import spacy
from spacy.tokens import DocBin

from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.docbins import categories, write_docbins
from annotator.training.corpus.examples import Example

EXAMPLES = [
    *(Example(text=f"Fee {'i' * n} is due.", label="neutral", law="I-2.5") for n in range(90)),
    *(
        Example(text=f"Hold {'i' * n} here.", label="blind", issues=("detention",), law="I-2.5")
        for n in range(10)
    ),
    Example(text="A dev clause.", label="neutral", law="X-1", country="SG"),
    Example(text="A test clause.", label="neutral", law="X-2", country="ZW"),
]


def test_categories_hold_both_heads():
    cats = categories("blind", ["search"])
    assert set(cats) == {*LABELS, *ISSUES}
    assert [name for name, value in cats.items() if value] == ["blind", "search"]


def test_each_split_is_a_docbin_and_test_is_none(tmp_path):
    write_docbins(EXAMPLES, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dev.spacy", "train.spacy"]
    vocab = spacy.blank("en").vocab
    (doc,) = DocBin().from_disk(tmp_path / "dev.spacy").get_docs(vocab)
    assert doc.text == EXAMPLES[-2].line.text
    assert doc.cats["neutral"] == 1
