"""The encoder with its two heads, as one ONNX graph run by onnxruntime.

Lines go in, logits come out. Each token of the line weighs the same in the average that the heads
see, however many word pieces it was cut into, as spaCy pools them in training.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from annotator.classifier.encoding import ClauseLine
from annotator.classifier.forks import lay_aside, prepare_for_forks
from annotator.classifier.sessions import begun, session
from annotator.schema import ISSUES, LABELS

Floats = npt.NDArray[np.float32]

#: So many lines for each core are many.
_LINES_PER_CORE = 2
#: What the graph gives for a clause that is read.
_READ = ("labels", "issues", "shares")
#: And for one that is placed beside others.
_LOOKED = ("labels", "issues", "pooled")


class Logits(NamedTuple):
    """One row a line: what the heads say before calibration."""

    labels: Floats
    issues: Floats


class Pieces(NamedTuple):
    """A line as the graph takes it: word pieces, and the weight of each in the average.

    ``words`` tells to which of the line's words each piece belongs, -1 for the marks around the
    line.
    """

    ids: npt.NDArray[np.int64]
    weights: Floats
    words: npt.NDArray[np.int64]


class Network:
    """Runs the exported graph. Loading it is put off until the first line is to be read.

    Args:
        graph: the ONNX model.
        vocabulary: the tokenizer, as ``tokenizers`` writes it.
        max_pieces: word pieces after which a line is cut.
        threads: cores to use; 0 for all that this process may run on.
        exact: multiply in full precision where the graph can do it in eight bits too.
    """

    def __init__(
        self,
        graph: bytes,
        vocabulary: bytes,
        *,
        max_pieces: int = 256,
        threads: int = 0,
        exact: bool = False,
    ) -> None:
        self.graph = graph
        self.vocabulary = vocabulary
        self.max_pieces = max_pieces
        self.threads = threads
        self.exact = exact
        self._tokenizer: Any = None
        #: By the cores that share each run of the graph.
        self._sessions: dict[int, Any] = {}
        #: The process that made them: in a fork of it their threads are gone.
        self._loaded_in = 0

    def __call__(self, lines: Sequence[ClauseLine]) -> Logits:
        """The logits of ``lines``, in their order."""
        return self.read(lines)[0]

    def read(
        self, lines: Sequence[ClauseLine], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Logits, list[Floats]]:
        """The logits of ``lines``, and what each word of a line adds to its label logits.

        The label head is linear over the mean of the encoder's states, so that the shares (a row
        each of ``line.words``, a column a label) and a constant sum to the logits. Words behind
        the last piece that is read have none. ``progress`` is told how many lines are read, of how
        many.
        """
        rows = self._cut(lines)
        outputs: list[Logits] = []
        order: list[int] = []
        shares: dict[int, Floats] = {}
        for place, (labels, issues, of_pieces) in self._outputs(rows, _READ):
            outputs.append(Logits(labels, issues))
            order.append(place)
            shares[place] = _by_word(of_pieces[0], rows[place].words, len(lines[place].words))
            if progress:
                progress(len(order), len(rows))
        return _reordered(outputs, order), [shares[place] for place in range(len(rows))]

    def embed(self, lines: Sequence[ClauseLine]) -> Floats:
        """The encoder's states of each line, averaged over its words: a row a line."""
        return self.look(lines)[1]

    def look(self, lines: Sequence[ClauseLine]) -> tuple[Logits, Floats]:
        """The logits of ``lines`` and the states as :meth:`embed` gives them, in one reading."""
        rows = self._cut(lines)
        outputs: list[Logits] = []
        states: list[Floats] = []
        order: list[int] = []
        for place, (labels, issues, pooled) in self._outputs(rows, _LOOKED):
            outputs.append(Logits(labels, issues))
            states.append(pooled)
            order.append(place)
        pooled = np.concatenate(states)[np.argsort(order)] if states else np.zeros((0, 0), "f4")
        return _reordered(outputs, order), pooled

    def states(self, lines: Sequence[ClauseLine], wanted: Sequence[str]) -> Iterator[list[Floats]]:
        """What steps of the graph make of ``lines``, a line at a time, in any order.

        Args:
            lines: as :func:`~annotator.classifier.encoding.encode` makes them.
            wanted: names of outputs of the graph, each clauses by pieces by channels.

        Yields:
            Of each output the line's states, pieces by channels.
        """
        for _, states in self._outputs(self._cut(lines), wanted):
            yield [own[0] for own in states]

    def load(self, lines: int = 1) -> None:
        """Load the graph and the tokenizer, for so many lines, now rather than at the first."""
        self._load_tokenizer()
        self._session(self._shared_by(lines))

    def _load_tokenizer(self) -> None:
        if self._loaded_in != os.getpid():
            prepare_for_forks()
            for session in self._sessions.values():
                lay_aside(session)
            self._sessions = {}
            self._tokenizer = _tokenizer(self.vocabulary, self.max_pieces)
            self._loaded_in = os.getpid()

    def _session(self, threads: int) -> Any:
        if threads not in self._sessions:
            made = begun(self.graph, threads, exact=self.exact)
            self._sessions[threads] = made or session(self.graph, threads, exact=self.exact)
        return self._sessions[threads]

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: a session is not, it is made anew from the graph."""
        return vars(self) | {"_sessions": {}, "_tokenizer": None, "_loaded_in": 0}

    def _shared_by(self, lines: int) -> int:
        """How many cores share a run, of so many: of many rows each core runs its own."""
        cores = self.threads or own_cores()
        return 1 if lines >= _LINES_PER_CORE * cores else cores

    def _cut(self, lines: Sequence[ClauseLine]) -> list[Pieces]:
        self._load_tokenizer()
        cut = self._tokenizer.encode_batch([line.text for line in lines])
        return [_pieces(*both) for both in zip(cut, lines, strict=True)]

    def _outputs(
        self, rows: Sequence[Pieces], wanted: Sequence[str]
    ) -> Iterator[tuple[int, list[Floats]]]:
        """What the graph gives for each of ``rows``, with its place.

        Each is run by itself. Eight bits are dealt out by the largest number of a run, so that
        beside others a line would be read otherwise than alone, and what is said of a clause would
        hang on the rest of its law; and nothing is computed for padding. Of many rows each core
        runs its own, the longest first, so that the cores end together.
        """
        places = sorted(range(len(rows)), key=lambda place: -len(rows[place].ids))
        cores = self.threads or own_cores()
        each = self._shared_by(len(rows))
        session = self._session(each)
        run = partial(_run, session, wanted)
        inputs = (rows[place] for place in places)
        if each < cores:
            with ThreadPoolExecutor(cores) as pool:
                yield from zip(places, pool.map(run, inputs), strict=True)
        else:
            yield from zip(places, map(run, inputs), strict=True)


def _run(session: Any, wanted: Sequence[str], row: Pieces) -> list[Floats]:
    """The outputs ``wanted`` of one run of the graph, each with one row."""
    feed = {
        "input_ids": row.ids[None],
        "attention_mask": np.ones((1, len(row.ids)), dtype=np.int64),
        "weights": row.weights[None],
    }
    results: list[Floats] = session.run(list(wanted), feed)
    return results


def _pieces(encoding: Any, line: ClauseLine) -> Pieces:
    """What the tokenizer cut ``line`` into; to which word a piece belongs, its offset tells."""
    inside = np.array([word is not None for word in encoding.word_ids], dtype=np.bool_)
    begin, end = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2).T
    starts = np.array([word.start for word in line.words], dtype=np.int64)
    first = np.where(inside, np.searchsorted(starts, begin, side="right") - 1, -1)
    last = np.where(inside, np.searchsorted(starts, end, side="left") - 1, -2)
    ids = np.array(encoding.ids, dtype=np.int64)
    return Pieces(ids, _weights(first, np.maximum(last, first)), first)


def _weights(first: npt.NDArray[np.int64], last: npt.NDArray[np.int64]) -> Floats:
    """An equal share for each word, parted among its pieces; none for the marks around the line.

    The words are the line's, as in training, and not what the tokenizer takes for one: BERT's may
    make one piece of ``£50``, which then stands for both words, XLM-R's three of ``…``.

    Args:
        first: the first of the words that a piece has a part in, -1 for none.
        last: the last of them.
    """
    weights = np.zeros(len(first), dtype=np.float32)
    spans = np.where(first >= 0, last - first + 1, 0)
    pieces = np.repeat(np.arange(len(first)), spans)
    before = np.repeat(np.cumsum(spans) - spans, spans)
    words = first[pieces] + np.arange(len(pieces)) - before
    if len(words):
        counts = np.bincount(words)
        np.add.at(weights, pieces, 1.0 / (counts[words] * np.count_nonzero(counts)))
    return weights


def _by_word(of_pieces: Floats, words: npt.NDArray[np.int64], count: int) -> Floats:
    """The shares of ``count`` words: each the sum of its pieces'."""
    shares = np.zeros((count, of_pieces.shape[1]), dtype=np.float32)
    inside = np.flatnonzero(words >= 0)
    np.add.at(shares, words[inside], of_pieces[inside])
    return shares


def _reordered(outputs: list[Logits], order: list[int]) -> Logits:
    if not outputs:
        labels, issues = (np.zeros((0, len(names)), np.float32) for names in (LABELS, ISSUES))
        return Logits(labels, issues)
    places = np.argsort(order)
    return Logits(*(np.concatenate(parts)[places] for parts in zip(*outputs, strict=True)))


def _tokenizer(vocabulary: bytes, max_pieces: int) -> Any:
    from tokenizers import Tokenizer  # costs start-up only where something is classified

    tokenizer = Tokenizer.from_buffer(vocabulary)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_pieces)
    return tokenizer


def own_cores() -> int:
    """The cores that this process may run on, which in a container are fewer than the machine's."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
