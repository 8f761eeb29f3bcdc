"""The trained spaCy pipeline as one ONNX graph, then as a smaller one.

The graph pools as spaCy does: word pieces into tokens, tokens into the clause, both by their mean.
Which piece weighs how much comes in as an input, so that the graph is three matrix steps after the
encoder: a weighted sum, and the two heads.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from spacy.language import Language
from torch import Tensor, nn
from transformers import AutoModel

from annotator.classifier.encoding import ClauseLine
from annotator.classifier.network import Network
from annotator.training.fit.heads import HEADS, encoder_of, folded, head_of
from annotator.training.ship import eight_bits

_OPSET = 17
#: Tensors of so many numbers are worth keeping small.
_LARGE = 1024


class Classifier(nn.Module):
    """Encoder, weighted mean of its states, label head and issue head."""

    def __init__(self, encoder: nn.Module, label_head: nn.Linear, issue_head: nn.Linear) -> None:
        super().__init__()
        self.encoder = encoder
        self.label_head = label_head
        self.issue_head = issue_head

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, weights: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits of labels and of issues, a row a clause; each piece's share of the former; states.

        The head is linear and the pooling a mean, so that a label's logit is the sum over the
        pieces of what the head makes of each, and a constant. The pooled states place clauses that
        are alike near each other, which annotation rounds choose by.
        """
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
        pooled = torch.bmm(weights.unsqueeze(1), states).squeeze(1)
        shares = weights.unsqueeze(2) * torch.matmul(states, self.label_head.weight.t())
        return self.label_head(pooled), self.issue_head(pooled), shares, pooled


def classifier_of(nlp: Language) -> Classifier:
    """The trained parts of the spaCy pipeline, as one torch module."""
    trained = encoder_of(nlp)
    # The plain form of attention: the fused one does not export to operators that quantise.
    from_config: Any = AutoModel.from_config
    encoder = from_config(trained.config, attn_implementation="eager")
    encoder.load_state_dict(trained.state_dict())
    heads = [_linear(head_of(nlp, name)) for name in HEADS]
    return Classifier(encoder, *heads).eval()


def vocabulary_of(nlp: Language) -> bytes:
    """The encoder's tokenizer as ``tokenizers`` reads it."""
    vocabulary: str = _tokenizer(nlp).backend_tokenizer.to_str()
    return vocabulary.encode()


def max_pieces_of(nlp: Language) -> int:
    """After how many word pieces a line is cut in training, as ``tokenizer_config`` says."""
    return int(_tokenizer(nlp).model_max_length)


def _tokenizer(nlp: Language) -> Any:
    return nlp.get_pipe("transformer").model.layers[0].shims[0]._hfmodel.tokenizer  # type: ignore[attr-defined]


def write_graph(model: Classifier, path: Path) -> None:
    """Export ``model`` to ``path`` in full precision, batch and length left open."""
    path.parent.mkdir(parents=True, exist_ok=True)
    ids = torch.tensor([[1, 2, 3], [3, 2, 1]])  # any would do: only shapes are traced
    sample = (ids, torch.ones_like(ids), torch.full(ids.shape, 1 / 3))
    inputs = ["input_ids", "attention_mask", "weights"]
    outputs = ["labels", "issues", "shares", "pooled"]
    axes = {name: {0: "clauses", 1: "pieces"} for name in [*inputs, "shares"]}
    axes |= {name: {0: "clauses"} for name in ("labels", "issues", "pooled")}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            sample,
            str(path),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def quantised(graph: Path, cut: Network, lines: Sequence[ClauseLine]) -> Iterator[Path]:
    """Ever more careful versions of ``graph``, all of a size.

    The first multiplies every matrix of the layers in eight bits. The next spares the one behind
    the activation of each layer, since what goes into it spreads so wide. The last multiplies in
    full. All keep their weights in half precision.

    Args:
        graph: in full precision.
        cut: how it is fed.
        lines: clauses of training, by which it is known what goes into the matrices.
    """
    half = graph.with_name("half.onnx")
    _halve(graph, half)
    given = eight_bits.channels(graph, cut, lines)
    for place, spared in enumerate((None, eight_bits.BEHIND_ACTIVATION)):
        path = graph.with_name(f"int8-{place}.onnx")
        eight_bits.in_eight_bits(half, path, given, spared)
        yield path
    yield half


def _halve(graph: Path, path: Path) -> None:
    """Write ``graph`` with its large tensors in sixteen bits, which are widened as it is loaded."""
    model = onnx.load(str(graph))
    widened = []
    for tensor in model.graph.initializer:
        if tensor.data_type != onnx.TensorProto.FLOAT or np.prod(tensor.dims) < _LARGE:
            continue
        values, name = onnx.numpy_helper.to_array(tensor), tensor.name
        tensor.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        widened.append(
            onnx.helper.make_node("Cast", [tensor.name], [name], to=onnx.TensorProto.FLOAT)
        )
    for place, node in enumerate(widened):
        model.graph.node.insert(place, node)
    onnx.save(model, str(path))


def _linear(head: Any) -> nn.Linear:
    weights, biases = (torch.tensor(part) for part in folded(head))
    linear = nn.Linear(weights.shape[1], weights.shape[0])
    with torch.no_grad():
        linear.weight.copy_(weights)
        linear.bias.copy_(biases)
    return linear
