"""Pages of the small law in a browser; and any page that runs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.writers.review.acting import laid_out
from tests.writers.review.law import page

SIZES = {"wide": (1440, 900), "middle": (820, 1100), "narrow": (360, 740)}

Open = Callable[..., Any]


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from the disk; at the end of the test nothing may have gone wrong in any."""
    faults: list[str] = []
    contexts = []

    def opened(data: bytes | None = None, *, size: str = "wide", **more: Any) -> Any:
        width, height = SIZES[size]
        path = tmp_path / f"review-{len(contexts)}.html"
        path.write_bytes(page() if data is None else data)
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        tab.on("request", lambda asked: faults.append(asked.url) if _is_far(asked.url) else None)
        tab.goto(path.as_uri())
        tab.locator("#counts:not(:empty)").wait_for(state="attached")
        laid_out(tab)
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@contextmanager
def opened_alone(browser: Any, path: Path, data: bytes, size: str = "wide") -> Iterator[Any]:
    """A page in a browser, in which nothing may go wrong and nothing but itself be fetched."""
    width, height = SIZES[size]
    path.write_bytes(data)
    faults: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": height})
    tab = context.new_page()
    tab.on("console", lambda told: faults.append(told.text))
    tab.on("request", lambda asked: faults.append(asked.url))
    tab.goto(path.as_uri())
    yield tab
    context.close()
    assert faults == [path.as_uri()]


def _is_far(url: str) -> bool:
    """Whether a page asks for something that is not itself."""
    return not url.startswith(("file:", "blob:"))
