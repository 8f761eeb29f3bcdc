"""Takes the pictures of docs/rounds.md from a running doccano, in headless Chromium.

    .venv/bin/pip install -e '.[docs]' && .venv/bin/python docs/pictures/take.py

It starts a server of its own with the sample bill as a round, labels a few clauses in ana's name,
and writes the pictures beside itself. CHROMIUM names the browser (/usr/bin/chromium by default).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from annotator.cli import main
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import LocalServer
from annotator.rounds.manifest import Round
from annotator.rounds.store import Store

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BILL = ROOT / "examples" / "border-management-bill.txt"
MEMBERS = ("ana", "ben", "cleo")
SIZE = {"width": 1280, "height": 800}
# How many clauses they have judged when the pictures are taken.
JUDGED = 6


def take(folder: Path) -> None:
    """Start the server, open a round, and take all pictures."""
    server = LocalServer(folder / "doccano", ROOT / ".venv-doccano" / "bin" / "python", 8321)
    server.start()
    try:
        accounts = server.add_accounts(MEMBERS)
        os.environ.update(server.environment())
        os.chdir(folder)
        guidelines = str(ROOT / "corpora" / "GUIDELINES.md")
        run("open", str(BILL), "--name", "2026-12", "--size", "16",
            "--annotators", ",".join(MEMBERS), "--guidelines", guidelines)  # fmt: skip
        store = Store(folder / "rounds")
        round_ = store.read("2026-12")
        project = round_.projects[0].id
        for name in MEMBERS:
            member = Server(server.url, token=accounts[name].token)
            judge(member, round_, dissents=name == "ben")
        run("pull", "2026-12")
        run("adjudicate", "2026-12", "--to", "cleo", "--guidelines", guidelines)
        second = store.read("2026-12").adjudicating
        run("report", "2026-12")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                args=["--no-sandbox"],
            )
            pages(browser, server.url, project, second.id if second else project,
                  {name: accounts[name].password for name in MEMBERS})  # fmt: skip
            report(browser, folder / "rounds" / "2026-12" / "report.html")
            browser.close()
    finally:
        server.stop()


def run(*arguments: str) -> None:
    """One command of `annotate rounds`."""
    if status := main(["rounds", *arguments]):
        sys.exit(status)


def judge(member: Server, round_: Round, dissents: bool) -> None:
    """Label the first clauses in the member's name, as the classifier does or, once, not so."""
    project = round_.projects[0].id
    types = member.label_types(project)
    clauses = round_.by_id()
    for place, row in enumerate(sorted(member.rows(project))[:JUDGED]):
        suggestion = clauses[row.clause].suggestion
        said = [suggestion.label, *suggestion.issues]
        if dissents and place == 0:
            said = ["neutral"] if suggestion.label != "neutral" else ["blind", "procedure"]
            member.comment(project, row.id, "I read its trigger differently: see the guidelines.")
        for name in said:
            member.set_label(project, row.id, types[name])
        member.confirm(project, row.id)


def pages(browser: Browser, url: str, project: int, second: int, passwords: dict[str, str]) -> None:
    """The annotation page as ana sees it, the guidelines on it, and the adjudicator's page."""
    page = log_in(browser, url, "ana", passwords["ana"])
    annotation(page, url, project, JUDGED + 1)
    page.screenshot(path=HERE / "annotation.png")
    page.keyboard.press("2")
    page.keyboard.press("b")
    page.wait_for_timeout(1500)
    page.screenshot(path=HERE / "labelled.png")
    page = log_in(browser, url, "cleo", passwords["cleo"])
    annotation(page, url, second, 1)
    page.screenshot(path=HERE / "adjudication.png")


def log_in(browser: Browser, url: str, name: str, password: str) -> Page:
    """A page of somebody who has just come in."""
    page = browser.new_context(viewport=SIZE).new_page()  # type: ignore[arg-type]
    page.goto(f"{url}/auth")
    page.locator("input").nth(0).fill(name)
    page.locator("input[type=password]").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects")
    return page


def annotation(page: Page, url: str, project: int, number: int) -> None:
    """Go to the ``number``-th clause of a project."""
    page.goto(f"{url}/projects/{project}/text-classification?page={number}")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)


def report(browser: Browser, path: Path) -> None:
    """The round's report."""
    page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    page.screenshot(path=HERE / "report.png", full_page=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        take(Path(folder))
