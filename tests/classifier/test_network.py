"""Many lines at once, a core each, or one after another: the numbers are the same."""

import numpy as np
import pytest

from annotator.classifier.encoding import ClauseLine
from annotator.classifier.network import Network


@pytest.fixture(scope="module")
def networks(classifier) -> tuple[Network, Network]:
    """The shipped one, on one core and on two."""
    own = classifier.network
    return tuple(
        Network(own.graph, own.vocabulary, max_pieces=own.max_pieces, threads=threads)
        for threads in (1, 2)
    )


def test_the_cores_do_not_change_what_is_read(networks) -> None:
    lines = [ClauseLine.of(f"No visa {'shall ' * (n % 9)}be issued.") for n in range(150)]
    told: list[tuple[int, int]] = []
    (alone, one), (shared, two) = (
        network.read(lines, lambda *done: told.append(done)) for network in networks
    )
    assert np.array_equal(alone.labels, shared.labels)
    assert np.array_equal(alone.issues, shared.issues)
    assert all(np.array_equal(*both) for both in zip(one, two, strict=True))
    assert told[-1] == (150, 150)
    assert told[: len(told) // 2] == told[len(told) // 2 :]


def test_what_stands_beside_a_line_does_not_change_what_is_read(networks) -> None:
    words = "An officer may search any person who arrives, and {}shall record the search."
    lines = [ClauseLine.of(words.format("the officer " * n)) for n in (0, 1, 7, 40)]
    alone = [networks[0]([line]).labels[0] for line in lines]
    for some in (lines, lines[:0:-1], lines * 5):
        for line, read in zip(some, networks[1](some).labels, strict=True):
            assert np.array_equal(read, alone[lines.index(line)])


def test_nothing_is_read_of_no_lines(networks) -> None:
    for network in networks:
        logits, shares = network.read([])
        assert (logits.labels.size, shares) == (0, [])
