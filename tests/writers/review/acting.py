"""What a reviewer does on a page, and what is then seen there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotator.rulings import Decisions, to_json

LAW = "#law"


def text(tab: Any, place: str) -> str:
    return " ".join(tab.inner_text(place).split())


def laid_out(tab: Any, frames: int = 2) -> None:
    """Wait for so many pictures of the page: rows have no inner text before the first of them."""
    tab.evaluate(
        """frames => new Promise(done => {
            const look = () => frames-- ? requestAnimationFrame(look) : done();
            look();
        })""",
        frames,
    )


def law_of(tab: Any, elements: str = "p") -> str:
    """The law as it is shown, without what is struck out."""
    words = tab.evaluate(
        """elements => [...document.querySelectorAll(`#law .words :is(${elements})`)].map(p => {
            const copy = p.cloneNode(true);
            copy.querySelectorAll('del').forEach(one => one.remove());
            return copy.textContent;
        }).join('\\n')""",
        elements,
    )
    return str(words)


def go(tab: Any, name: str) -> None:
    """Open a finding from the list."""
    if tab.is_visible("[data-act=back]"):
        tab.click("[data-act=back]")
    tab.click(f"#list button:has(b:text-is('{name}'))")


def card(tab: Any, number: int) -> Any:
    return tab.locator(f"#card-{number}")


def verdict(tab: Any, number: int) -> str:
    return str(card(tab, number).locator(".verdict").inner_text().split("  ")[0]).strip()


def saved(tab: Any) -> bytes:
    with tab.expect_download() as download:
        tab.click("#export")
    assert download.value.suggested_filename == "decisions.json"
    return Path(download.value.path()).read_bytes()


def brought(tab: Any, data: bytes | Decisions, name: str = "decisions.json") -> str:
    """What the page says of a file that is brought to it."""
    read = to_json(data) if isinstance(data, Decisions) else data
    notices = tab.locator(".notice").count()
    tab.set_input_files(
        "#import", {"name": name, "mimeType": "application/json", "buffer": read}
    )  # fmt: skip
    tab.locator(".notice").nth(notices).wait_for()
    return " ".join(tab.locator(".notice").nth(notices).locator("p").all_inner_texts())
