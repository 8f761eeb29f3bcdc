"""What all tests share: patience, a browser, and a trained pipeline of other opinions, on request.

A machine that is busy with other things takes ten times as long, and breaks nothing thereby:
no example of Hypothesis has a deadline, and a browser is waited for as long as it may need.

``pytest --other-pipeline`` runs the suite as it would run after a training that changed everything:
the classifier gives other labels and issues. Tests marked ``model`` are left out, and whatever
else fails leans on the trained pipeline's opinions without saying so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from annotator.classifier.component import ClauseClassifier
from annotator.classifier.network import Floats, Logits

OPTION = "--other-pipeline"

Read = Callable[..., tuple[Logits, list[Floats]]]

#: Milliseconds in which what a browser is asked for is there.
PATIENCE = 300_000

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

#: The names under which systems have one; CHROMIUM names another.
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        OPTION, action="store_true", help="give clauses other labels; leave `model` tests out"
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium, one for all: a second one beside it cannot be started."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    with api.sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(
                executable_path=path, args=["--no-sandbox"], timeout=PATIENCE
            )
        except api.TimeoutError:
            raise
        except api.Error:
            pytest.skip("there is no Chromium here (CHROMIUM names one)")
        for name in ("new_context", "new_page"):
            setattr(opened, name, _patient(getattr(opened, name)))
        yield opened
        opened.close()


def _patient(make: Callable[..., Any]) -> Callable[..., Any]:
    """Makes contexts or pages in which all that is asked for is waited for."""

    def made(**options: Any) -> Any:
        one = make(**options)
        one.set_default_timeout(PATIENCE)
        return one

    return made


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
