"""Which of e5's word pieces are kept, and how they were chosen.

``e5-small.pieces`` has a bit for each piece in the order of the packed file, the first in the
highest bit of the first byte: 1 where it is kept. A piece is kept where

- the laws that were at hand use it twice or more: the English ones of thirteen countries, and those
  of Canada in English and French;
- or one of the 10,000 commonest words of English, French or Spanish does, in small letters or with
  a capital, by the lists of the package ``wordfreq`` 3.1.1: the laws in Spanish that are still to
  come, and words that our laws happen not to use;
- or it is a single letter of the Latin script, or a digit or mark of ASCII: what is made of these
  can then always be cut, if into small pieces.

It was made by this command, which makes it anew (``pip install wordfreq==3.1.1`` first)::

    python -m annotator.training vocabulary ../shared/laws/raw ../shared/laws/raw-fr \\
        ../shared/world/text --words en --words fr --words es
"""

from __future__ import annotations

import html
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from annotator.errors import CorpusError, UsageError
from annotator.expressions import expression

PIECES = Path(__file__).with_name("e5-small.pieces")

COMMONEST = 10_000
_LEAST = 2
_TAG = expression(r"<[^>]*>")
_SPACE = "▁"


def kept_pieces(count: int, path: Path = PIECES) -> list[int]:
    """The places of the pieces that are kept, of ``count`` in all.

    Raises:
        CorpusError: the file is of a vocabulary of another size.
    """
    bits = path.read_bytes()
    if len(bits) != -(-count // 8):
        raise CorpusError(f"{path.name} does not choose among {count} pieces; make it anew.")
    kept: list[int] = np.flatnonzero(np.unpackbits(np.frombuffer(bits, np.uint8))[:count]).tolist()
    return kept


def write_pieces(kept: Iterable[int], count: int, path: Path = PIECES) -> None:
    """Write down which of ``count`` pieces are kept."""
    bits = np.zeros(count, dtype=np.uint8)
    bits[list(kept)] = 1
    path.write_bytes(np.packbits(bits).tobytes())


def choose(
    tokenizer: Any, pieces: Sequence[str], texts: Iterable[str], words: list[str]
) -> set[int]:
    """The places of the pieces to keep.

    Args:
        tokenizer: with all pieces.
        pieces: these, in their order.
        texts: pieces that these use twice or more are kept.
        words: and pieces that these use at all.
    """
    seen: Counter[int] = Counter()
    for text in texts:
        seen.update(_used(tokenizer, text.splitlines()))
    kept = {place for place, times in seen.items() if times >= _LEAST}
    kept.update(_used(tokenizer, words))
    kept.update(_used(tokenizer, [word.title() for word in words]))
    return kept | {place for place, piece in enumerate(pieces) if _is_simple(piece)}


def texts_of(folders: Iterable[Path]) -> Iterator[str]:
    """The files below ``folders`` that are text, without the tags of XML.

    Raises:
        UsageError: one is no folder.
    """
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"{folder} is no folder of texts.")
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".txt", ".md", ".xml"):
                text = path.read_text(encoding="utf-8", errors="replace")
                yield html.unescape(_TAG.sub(" ", text))


def common_words(languages: Sequence[str]) -> list[str]:
    """The commonest words of ``languages``, named by their codes.

    Raises:
        UsageError: the package with the lists is not installed, or has none of a language.
    """
    if not languages:
        return []
    try:
        from wordfreq import top_n_list
    except ImportError as error:
        raise UsageError("Lists of words need `pip install wordfreq==3.1.1`.") from error
    try:
        return [word for code in languages for word in top_n_list(code, COMMONEST)]
    except LookupError as error:
        raise UsageError(f"There is no list of words: {error}.") from error


def _used(tokenizer: Any, lines: list[str]) -> Iterator[int]:
    for encoding in tokenizer.encode_batch(lines, add_special_tokens=False):
        yield from encoding.ids


def _is_simple(piece: str) -> bool:
    bare = piece.removeprefix(_SPACE)
    if len(bare) != 1:
        return not bare
    return (not bare.isalpha() and bare.isascii()) or "LATIN" in unicodedata.name(bare, "")
