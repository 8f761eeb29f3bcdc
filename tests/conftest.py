"""What all tests share: a trained pipeline of other opinions, on request.

``pytest --other-pipeline`` runs the suite as it would run after a training that changed everything:
the classifier gives other labels and issues. Tests marked ``model`` are left out, and whatever
else fails leans on the trained pipeline's opinions without saying so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from annotator.classifier.component import ClauseClassifier
from annotator.classifier.network import Floats, Logits

OPTION = "--other-pipeline"

Read = Callable[..., tuple[Logits, list[Floats]]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        OPTION, action="store_true", help="give clauses other labels; leave `model` tests out"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption(OPTION):
        ClauseClassifier.read = otherwise(ClauseClassifier.read)  # type: ignore[method-assign]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption(OPTION):
        skipped = pytest.mark.skip(reason="leans on the trained pipeline's opinions")
        for item in items:
            if item.get_closest_marker("model"):
                item.add_marker(skipped)


def otherwise(read: Read) -> Read:
    """The classifier's reading with each label's and each issue's logit given to the next."""

    def other(self: ClauseClassifier, lines: Sequence[str], *more: object) -> object:
        logits, shares = read(self, lines, *more)
        moved = (np.roll(part, 1, axis=1) for part in logits)
        return Logits(*moved), [np.roll(own, 1, axis=1) for own in shares]

    return other  # type: ignore[return-value]
