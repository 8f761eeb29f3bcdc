"""A browser, and pages of the small law in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.writers.review.law import page

#: The names under which systems have one; CHROMIUM names another.
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SIZES = {"wide": (1440, 900), "middle": (820, 1100), "narrow": (360, 740)}

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    with api.sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except api.Error:
            pytest.skip("there is no Chromium here (CHROMIUM names one)")
        yield opened
        opened.close()


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
        tab.set_default_timeout(10_000)
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        tab.on("request", lambda asked: faults.append(asked.url) if _is_far(asked.url) else None)
        tab.goto(path.as_uri())
        tab.wait_for_function("document.querySelector('#counts').textContent !== ''")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def _is_far(url: str) -> bool:
    """Whether a page asks for something that is not itself."""
    return not url.startswith(("file:", "blob:"))
