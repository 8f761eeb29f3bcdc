"""The corpora of this repository, gathered; laws that cannot be had are only noted."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from annotator.decisions import read_decisions
from annotator.errors import CorpusError
from annotator.published import read_laws
from annotator.schema import ISSUES
from annotator.training.corpus.corpus_files import enough, gather
from annotator.training.corpus.datasheet import datasheet
from annotator.training.corpus.examples import SPLITS, of_split, read_examples

CORPORA = Path(__file__).parents[3] / "corpora"
SHARED = Path(__file__).parents[4] / "shared"
MIRRORS = [SHARED / "laws" / "raw", SHARED / "laws" / "raw-fr", SHARED / "world" / "raw"]


def test_written_clauses_carry_the_corpus_where_no_law_can_be_had(tmp_path, monkeypatch):
    monkeypatch.setenv("CORPORA_MIRROR", str(tmp_path))
    gathered = gather(CORPORA, tmp_path)
    assert gathered.joined == 0
    assert "laws could not be had" in gathered.summary
    assert len(gathered.examples) >= 800
    assert not any(example.law for example in gathered.examples)


@pytest.mark.skipif(
    not all(map(Path.is_dir, MIRRORS)), reason="the real laws are not on this machine"
)
def test_nearly_every_label_of_a_real_law_meets_its_clause(tmp_path, monkeypatch):
    monkeypatch.setenv("CORPORA_MIRROR", os.pathsep.join(map(str, MIRRORS)))
    labels = len(read_decisions(CORPORA / "annotations"))
    gathered = gather(CORPORA, tmp_path)
    assert gathered.labels == labels
    assert enough(gathered) is gathered
    assert all(of_split(gathered.examples, split) for split in SPLITS)


def test_every_labelled_law_says_where_it_is_published():
    laws = read_laws(CORPORA / "laws.yaml")
    labelled = {annotation.law for annotation in read_decisions(CORPORA / "annotations")}
    assert labelled <= set(laws)
    assert all(law.url.startswith("https://") and len(law.sha256) == 64 for law in laws.values())


def test_every_canadian_law_says_where_its_french_text_is_published():
    laws = read_laws(CORPORA / "laws.yaml")
    labelled = {annotation.law for annotation in read_decisions(CORPORA / "annotations")}
    for name in labelled:
        french = laws[name].in_french()
        assert (french is not None) == (laws[name].jurisdiction == "CA")
        assert french is None or french.url.startswith("https://")


def test_labels_of_real_laws_hold_no_word_of_them():
    allowed = {"law", "number", "sha256", "label", "issues", "annotators", "round", "votes"}
    for path in (CORPORA / "annotations").glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert set(row) <= allowed, path
            # A defined term is part of a clause's number; nothing longer is.
            assert len(row["number"]) < 160, row["number"]


def written():
    for path in sorted((CORPORA / "clauses").glob("*.jsonl")):
        for example in read_examples(path):
            yield path.name, example


def test_no_two_written_clauses_are_alike():
    """More than half of the shorter one's runs of four words in the longer one is too much."""
    runs = []
    for name, example in written():
        words = example.text.lower().split()
        runs.append((name, example, {tuple(words[i : i + 4]) for i in range(len(words) - 3)}))
    holders: dict[tuple[str, ...], list[int]] = {}
    for place, (_, _, own) in enumerate(runs):
        for run in own:
            holders.setdefault(run, []).append(place)
    for place, (name, example, own) in enumerate(runs):
        shared = Counter(other for run in own for other in holders[run] if other > place)
        for other, count in shared.items():
            shorter = min(len(own), len(runs[other][2]))
            told = f"{name} and {runs[other][0]}: {example.text[:80]}"
            assert shorter < 8 or count <= shorter / 2, told


def test_every_issue_has_written_clauses_enough_to_learn_from():
    counts = Counter((issue, one.label) for _, one in written() for issue in one.issues)
    for issue in ISSUES:
        assert counts[issue, "blind"] >= 15, issue
        assert counts[issue, "responsive"] >= 15, issue
    labels = Counter(one.label for _, one in written())
    assert labels["regressive"] >= 200
    assert labels["neutral"] >= 250
    assert labels.total() >= 1200


def test_the_data_sheet_is_that_of_the_corpora():
    page = (CORPORA / "README.md").read_text(encoding="utf-8")
    assert page == datasheet(CORPORA), "run `make datasheet`"


def test_a_decided_round_joins_the_corpora(tmp_path, monkeypatch):
    monkeypatch.setenv("CORPORA_MIRROR", str(tmp_path))
    decided = tmp_path / "round.jsonl"
    rows = [
        {"text": "A woman shall be told so.", "label": "responsive", "issues": ["information"]},
        {"law": "X-1", "number": "1", "sha256": "0" * 64, "label": "neutral", "issues": []},
    ]
    decided.write_text("\n".join(map(json.dumps, rows)))
    before, after = gather(CORPORA, tmp_path), gather(CORPORA, tmp_path, [decided])
    assert len(after.examples) == len(before.examples) + 1
    assert after.labels == before.labels + 1


def test_too_few_joined_is_an_error_that_says_why_and_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("CORPORA_MIRROR", str(tmp_path))
    with pytest.raises(CorpusError, match=r"0 of \d+ labels .* 97% .* CORPORA_MIRROR, or go on"):
        enough(gather(CORPORA, tmp_path))


def test_a_line_of_a_round_that_is_broken_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("CORPORA_MIRROR", str(tmp_path))
    decided = tmp_path / "round.jsonl"
    decided.write_text('{"text": "A.", "label": "neutral"}\n{"text": "B.", "label": "good"}\n')
    with pytest.raises(CorpusError, match=r"round\.jsonl, line 2 is no labelled clause"):
        gather(CORPORA, tmp_path, [decided])
