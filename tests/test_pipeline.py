"""The trained pipeline as spaCy's users meet it: found, loaded once, copied, streamed, stored."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import annotator
from annotator import pipeline
from annotator.errors import ModelError

LAWS = [
    "1. (1) An officer may search any person.\n(2) A search shall be recorded.\n",
    "1. A married woman shall have the nationality of her husband.\n",
    "1. A fee is due.\n2. A person detained under this Act shall be held in a cell.\n",
]
SAID = ("clause", "scores", "confidence", "review", "issues", "evidence", "proposals")


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The pipeline, and used."""
    nlp = annotator.load()
    nlp(LAWS[0])
    return nlp


def said(doc: Doc) -> list[tuple[object, ...]]:
    """All that the components say of a law's clauses; sequences compare as tuples."""
    spans = doc.spans["clauses"]
    assert len(spans)
    values = [[span._.get(name) for name in SAID] for span in spans]
    return [
        (span.label_, *(tuple(v) if isinstance(v, list) else v for v in row))
        for span, row in zip(spans, values, strict=True)
    ]


def test_one_meaning_of_the_arguments_is_one_pipeline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "terms.yaml").write_text("officer: constable\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    own = annotator.load("lib")
    assert annotator.load(Path("lib")) is own
    assert annotator.load(tmp_path / "lib") is own
    assert annotator.load(library="lib/", all_proposals=False, threads=0) is own
    plain = annotator.load()
    assert plain is not own
    assert annotator.load(None, all_proposals=False) is plain
    assert annotator.load("") is plain
    every = annotator.load(all_proposals=True)
    assert every is not plain
    assert every.get_pipe("amendment_proposer").max_proposals == 0


def test_a_folder_is_another_library_from_another_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("here", "there"):
        (tmp_path / place / "lib").mkdir(parents=True)
        terms = tmp_path / place / "lib" / "terms.yaml"
        terms.write_text(f"officer: officer {place}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    one = annotator.load("lib")
    monkeypatch.chdir(tmp_path / "there")
    other = annotator.load("lib")
    assert one.get_pipe("amendment_proposer").library.terms["officer"] == ("officer here",)
    assert other.get_pipe("amendment_proposer").library.terms["officer"] == ("officer there",)


def test_the_cache_can_be_cleared() -> None:
    load = pipeline.Load()
    first = load()
    assert load() is first
    load.cache_clear()
    assert load() is not first


def test_threads_reach_the_classifier() -> None:
    load = pipeline.Load()
    classifier = load(threads=1).get_pipe("clause_classifier")
    assert (classifier.threads, classifier.network.threads) == (1, 1)
    assert load() is not load(threads=1)


def test_a_law_longer_than_spacys_guard_is_read() -> None:
    nlp = annotator.load()
    assert nlp.max_length == pipeline.LONGEST_TEXT
    assert len(nlp.make_doc("a " * 600_000).text) == 1_200_000


def test_it_is_named_with_its_version() -> None:
    meta = annotator.load().meta
    assert pipeline.pipeline_name() == f"en_gender_clause {meta['version']}"
    assert annotator.load().pipe_names == list(pipeline.COMPONENTS)


@pytest.mark.parametrize("layout", ["", "en_gender_clause-9.9.9"])
def test_an_installed_package_is_found_in_either_layout(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "en_gender_clause"
    data = package / layout
    data.mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('not to be imported')\n")
    meta = json.dumps({"lang": "en", "name": "gender_clause", "version": "9.9.9"})
    for folder in {package, data}:
        (folder / "meta.json").write_text(meta)
    (data / "config.cfg").write_text("")
    monkeypatch.setattr(pipeline, "_SOURCE_TREE", tmp_path / "none")
    monkeypatch.syspath_prepend(tmp_path)
    assert pipeline.pipeline_folder() == data
    assert pipeline.pipeline_name() == "en_gender_clause 9.9.9"


def test_a_pipeline_that_is_broken_is_a_model_error(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\n")
    with pytest.raises(ModelError, match="cannot be loaded"):
        pipeline.read_pipeline(tmp_path)


def test_its_bytes_hold_all_that_it_has_learnt(nlp: Language) -> None:
    again = spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes())
    assert [said(again(law)) for law in LAWS] == [said(nlp(law)) for law in LAWS]


def test_on_disk_it_is_what_it_was(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [said(again(law)) for law in LAWS] == [said(nlp(law)) for law in LAWS]
    again.to_disk(tmp_path / "again")
    for path in pipeline.pipeline_folder().glob("clause_classifier/*"):
        copy = tmp_path / "again" / "clause_classifier" / path.name
        # The bag of words is packed anew; what is in it, its own tests compare.
        assert copy.is_file() if path.suffix == ".npz" else copy.read_bytes() == path.read_bytes()


def test_a_component_can_be_left_out(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path, exclude=["clause_classifier"])
    assert not (tmp_path / "clause_classifier").exists()
    whole = pipeline.pipeline_folder()
    assert spacy.load(whole, exclude=["clause_classifier"]).pipe_names == [
        "clause_segmenter",
        "amendment_proposer",
    ]


def test_pickled_after_use_it_says_the_same(nlp: Language) -> None:
    again = pickle.loads(pickle.dumps(nlp))
    assert [said(again(law)) for law in LAWS] == [said(nlp(law)) for law in LAWS]


def test_several_processes_say_what_one_says(nlp: Language, capfd: pytest.CaptureFixture) -> None:
    docs = list(nlp.pipe(LAWS, n_process=2, batch_size=1))
    assert [said(doc) for doc in docs] == [said(nlp(law)) for law in LAWS]
    assert all(doc._.provisions for doc in docs)
    assert capfd.readouterr().err == ""


def test_a_doc_bin_on_disk_is_read_by_another_process(nlp: Language, tmp_path: Path) -> None:
    docs = [nlp(law) for law in LAWS]
    DocBin(store_user_data=True, docs=docs).to_disk(tmp_path / "laws.spacy")
    (tmp_path / "said").write_bytes(pickle.dumps([said(doc) for doc in docs]))
    code = """
import pickle, sys
import spacy
from spacy.tokens import DocBin
import annotator.classifier, annotator.proposer, annotator.segmenter
from tests.test_pipeline import said

folder = sys.argv[1]
docs = list(DocBin().from_disk(folder + "/laws.spacy").get_docs(spacy.blank("en").vocab))
with open(folder + "/said", "rb") as file:
    assert [said(doc) for doc in docs] == pickle.load(file)
"""
    root = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root, check=True)


def test_a_pickle_of_it_works_in_another_process(nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "nlp").write_bytes(pickle.dumps(nlp))
    code = """
import pickle, sys

with open(sys.argv[1], "rb") as file:
    nlp = pickle.load(file)
doc = nlp(sys.argv[2])
print([span._.clause.number for span in doc.spans["clauses"]])
"""
    root = Path(__file__).parents[1]
    run = [sys.executable, "-c", code, str(tmp_path / "nlp"), LAWS[0]]
    done = subprocess.run(run, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "['1(1)', '1(2)']\n"


def test_progress_is_asked_for_as_spacy_passes_settings(nlp: Language) -> None:
    told: list[tuple[int, int]] = []
    tell = {"progress": lambda done, of: told.append((done, of))}
    nlp(LAWS[0], component_cfg={"clause_classifier": tell})
    assert told[-1] == (2, 2)


def test_all_components_obey_the_span_group_that_is_asked_for() -> None:
    mine = {name: {"spans_key": "mine"} for name in pipeline.COMPONENTS}
    nlp = pipeline.read_pipeline(pipeline.pipeline_folder(), mine)
    doc = nlp(LAWS[0])
    assert "clauses" not in doc.spans
    usual = annotator.load()(LAWS[0])
    labels = [span.label_ for span in usual.spans["clauses"]]
    assert [span.label_ for span in doc.spans["mine"]] == labels
    assert any(span._.proposals for span in doc.spans["mine"])


@pytest.mark.parametrize("n_process", [1, 2])
def test_one_bad_law_does_not_end_the_stream(n_process: int) -> None:
    nlp = pipeline.read_pipeline(pipeline.pipeline_folder())
    told: list[object] = []
    nlp.set_error_handler(lambda name, pipe, docs, error: told.append(name))
    bad = nlp.make_doc("1. A fee is due.\n")
    # A clause that nobody has described, where the segmenter is not asked.
    bad.spans["clauses"] = [bad[2:5]]
    good = nlp.get_pipe("clause_segmenter")(nlp.make_doc(LAWS[0]))
    with nlp.select_pipes(disable=["clause_segmenter"]):
        docs = list(nlp.pipe([bad, good], n_process=n_process, batch_size=1))
    assert [doc.text for doc in docs] == [LAWS[0]]
    assert said(docs[0])
    # A worker keeps to itself what its handler was told.
    assert told == (["clause_classifier"] if n_process == 1 else [])
