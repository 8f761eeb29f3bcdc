"""All clauses of an index at hand, read once for all laws of a run, and which of them serve."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

from annotator.classifier.network import Floats
from annotator.errors import PrecedentsError
from annotator.precedents.index import PrecedentIndex
from annotator.precedents.kept import Kept, Wanted
from annotator.precedents.serving import Passage, passage
from annotator.precedents.wording import Vocabulary


class PrecedentShelf:
    """The clauses of an index, with what each is good for, found when it is first asked.

    Args:
        index: which is read here and not needed afterwards.
        model: the name and version of the pipeline that must have read all its laws.

    Raises:
        PrecedentsError: another has read some, or the index is damaged.
    """

    def __init__(self, index: PrecedentIndex, model: str) -> None:
        refuse_others(index, model)
        self.kept: list[Kept]
        self.kept, states = index.clauses(Wanted())
        #: The classifier's states, each of length one.
        self.states = unit(states.astype(np.float32))
        self.wording = Vocabulary(clause.words for _, clause in self.kept)
        self._serving: dict[tuple[str, str], dict[int, Passage]] = {}

    def serving(self, need: str, language: str) -> dict[int, Passage]:
        """By their places, the words of the clauses that are on what a need asks."""
        asked = (need, language)
        if asked not in self._serving:
            said = ((at, passage(one, need, language)) for at, (_, one) in enumerate(self.kept))
            self._serving[asked] = {at: words for at, words in said if words}
        return self._serving[asked]


def shelf_at(path: Path, model: str) -> PrecedentShelf:
    """The clauses of the index in a file, read again only where the file has changed.

    Args:
        path: of the index.
        model: the name and version of the pipeline that must have read all its laws.

    Raises:
        PrecedentsError: it is not there, is no index, is damaged, or another pipeline's.
    """
    stamp = path.stat() if path.is_file() else None
    return _read(path, model, (stamp.st_mtime_ns, stamp.st_size) if stamp else None)


@lru_cache(maxsize=1)
def _read(path: Path, model: str, _stamp: tuple[int, int] | None) -> PrecedentShelf:
    with PrecedentIndex(path) as index:
        return PrecedentShelf(index, model)


def refuse_others(index: PrecedentIndex, model: str) -> None:
    """See to it that one pipeline has read all laws: states of two cannot be compared.

    Args:
        index: of the laws.
        model: the pipeline's name and version.

    Raises:
        PrecedentsError: another has read some.
    """
    others = [law for law in index.laws() if law.model != model]
    if others:
        raise PrecedentsError(
            f"{index.path} holds laws that {others[0].model} has read, and this is {model}: "
            "`annotate precedents add --refresh` reads them anew."
        )


def unit(states: Floats) -> Floats:
    """The states, each of length one."""
    lengths = np.linalg.norm(states, axis=-1, keepdims=True)
    scaled: Floats = states / np.maximum(lengths, 1e-9)
    return scaled
