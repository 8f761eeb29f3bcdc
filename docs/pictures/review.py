"""Takes the picture of docs/review.md: the sample bill on the review page, in headless Chromium.

    .venv/bin/pip install -e '.[docs]' && .venv/bin/python docs/pictures/review.py

CHROMIUM names the browser (/usr/bin/chromium by default).
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from annotator.cli import main

HERE = Path(__file__).parent
BILL = HERE.parents[1] / "examples" / "border-management-bill.txt"
SIZE = {"width": 1440, "height": 900}


def take(folder: Path) -> None:
    """Write the page, decide a little on it, and take the picture."""
    page = folder / "review.html"
    main([str(BILL), "-o", str(page), "--jurisdiction", "Kenya"])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        tab = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        tab.goto(page.as_uri())
        tab.click("#list button:has(b:text-is('Section 10(1)'))")
        tab.keyboard.press("a")
        tab.keyboard.press("j")
        tab.keyboard.press("r")
        tab.keyboard.press("k")
        tab.mouse.move(0, 0)
        tab.screenshot(path=HERE / "review.png")
        browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        take(Path(name))
