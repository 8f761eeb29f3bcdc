"""Takes the pictures of docs/review.md and docs/drafters.md: the sample bill on its review page.

    .venv/bin/pip install -e '.[docs]' && .venv/bin/python docs/pictures/review.py

CHROMIUM names the browser (/usr/bin/chromium by default). A folder may be named for the pictures;
else they go beside this script.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from small import save

from annotator.cli import main

HERE = Path(__file__).parent
BILL = HERE.parents[1] / "examples" / "border-management-bill.txt"
WIDTH, HEIGHT = 1280, 760
#: Milliseconds: the machine may be busy.
PATIENCE = 300_000


def take(page: Path, pictures: Path) -> None:
    """Go through a page as docs/drafters.md does, and take a picture at each step."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
        context.set_default_timeout(PATIENCE)
        tab = context.new_page()
        tab.goto(page.as_uri())
        save(tab, pictures / "review-open.png")
        decide(tab)
        save(tab, pictures / "review.png")
        tab.click("label[for=view-schedule]")
        tab.mouse.move(0, 0)
        save(tab, pictures / "review-schedule.png")
        browser.close()


def decide(tab: Page) -> None:
    """Accept two amendments and reject one; stay where the first is."""
    for place, key in (("Section 14(3)", "a"), ("Section 10(1)", "a")):
        if tab.is_visible("[data-act=back]"):
            tab.click("[data-act=back]")
        tab.click(f"#list button:has(b:text-is('{place}'))")
        tab.keyboard.press(key)
    for key in ("j", "r", "k"):
        tab.keyboard.press(key)
    tab.mouse.move(0, 0)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "review.html"
        if status := main([str(BILL), "-o", str(made), "--jurisdiction", "KE"]):
            sys.exit(status)
        take(made, Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
