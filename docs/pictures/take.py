"""Takes the pictures of docs/rounds.md and docs/annotators.md from a running doccano.

    .venv/bin/pip install -e '.[docs]' && .venv/bin/python docs/pictures/take.py

It starts a server of its own with the sample bill as the experts' round of the guide, labels its
clauses in the experts' names, and writes the pictures beside itself, by headless Chromium: those of
doccano's pages as on a laptop, and one as on a tablet. CHROMIUM names the browser
(/usr/bin/chromium by default), DOCCANO_PYTHON the Python of the server's environment.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from small import save

from annotator.cli import main
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import LocalServer
from annotator.rounds.manifest import Project, Round
from annotator.rounds.store import Store

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BILL = ROOT / "examples" / "border-management-bill.txt"
COUNTRIES = {"KE": ("ana", "ben"), "TN": ("cleo", "emil")}
EXPERTS = tuple(name for names in COUNTRIES.values() for name in names)
PYTHON = Path(os.environ.get("DOCCANO_PYTHON", ROOT / ".venv-doccano" / "bin" / "python"))
SIZE = {"width": 1280, "height": 800}
#: A tablet held upright.
NARROW = {"width": 820, "height": 1180}
#: Which of her clauses Ana labels in the picture.
OPEN = 5
#: Which disagreement Dora has before her: three against one, who says why.
DIVIDED = 5


def take(folder: Path) -> None:
    """Start the server, open a round, and take all pictures."""
    server = LocalServer(folder / "doccano", PYTHON, 8321)
    server.start()
    try:
        accounts = server.add_accounts([*EXPERTS, "dora"])
        os.environ.update(server.environment())
        os.chdir(folder)
        guidelines = ("--guidelines", str(ROOT / "corpora" / "GUIDELINES.md"))
        experts = [f"--country={code}={','.join(names)}" for code, names in COUNTRIES.items()]
        run("open", str(BILL), "--name", "2026-12", "--size", "20", *experts,
            "--overlap", "0.5", "--votes", "2", *guidelines)  # fmt: skip
        store = Store(folder / "rounds")
        round_ = store.read("2026-12")
        for project in round_.annotating:
            (name,) = project.members
            judge(Server(server.url, token=accounts[name].token), round_, project, name)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                args=["--no-sandbox"],
            )
            annotating(log_in(browser, server.url, "ana", accounts["ana"].password),
                       server.url, round_.annotating[0])  # fmt: skip
            run("pull", "2026-12")
            run("adjudicate", "2026-12", "--to", "dora", *guidelines)
            run("report", "2026-12")
            second = store.read("2026-12").adjudicating
            page = log_in(browser, server.url, "dora", accounts["dora"].password)
            annotation(page, server.url, second.id if second else 0, DIVIDED)
            shot(page, "adjudication", {**SIZE, "height": 1000})  # so that the votes are seen
            report(browser, folder / "rounds" / "2026-12" / "report.html")
            browser.close()
    finally:
        server.stop()


def run(*arguments: str) -> None:
    """One command of `annotate rounds`."""
    if status := main(["rounds", *arguments]):
        sys.exit(status)


def judge(member: Server, round_: Round, project: Project, name: str) -> None:
    """Judge as the classifier does, and now and then not so, or not at all."""
    types = member.label_types(project.id)
    clauses = round_.by_id()
    for place, row in enumerate(sorted(member.rows(project.id)), 1):
        if name == "ana" and place == OPEN:
            continue
        suggestion = clauses[row.clause].suggestion
        said = [suggestion.label, *suggestion.issues]
        if name in COUNTRIES["TN"] and place % 4 == 1:
            said = ["neutral"] if suggestion.label != "neutral" else ["blind", "procedure"]
            member.comment(project.id, row.id, "I read its trigger differently.")
        elif name == "cleo" and place % 4 == 2:
            said = ["unsure", "blind", "neutral"]
        elif name == "ben" and place % 6 == 3:
            said = ["skip"]
        for label in said:
            member.set_label(project.id, row.id, types[label])
        member.confirm(project.id, row.id)


def annotating(page: Page, url: str, project: Project) -> None:
    """A clause as Ana labels it, and her last page."""
    annotation(page, url, project.id, OPEN)
    for key in ("2", "m", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(1500)
    shot(page, "labelled-narrow", NARROW)
    shot(page, "labelled")
    annotation(page, url, project.id, len(project.clauses) + 1)
    page.keyboard.press("Enter")
    page.wait_for_timeout(1500)
    shot(page, "finished")


def shot(page: Page, name: str, size: dict[str, int] = SIZE) -> None:
    """The page as it stands, in a window of that size."""
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.wait_for_timeout(700)
    save(page, HERE / f"{name}.png")


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
    """The round's report: how far experts agree, and what it says by country."""
    page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    for name, first, last in (
        ("report", "h1", "text=Two by two"),
        ("countries", "text=By country", "text=The hardest clauses"),
    ):
        top, end = (page.locator(one).first.bounding_box() for one in (first, last))
        if top and end:
            height = min(end["y"] - top["y"], 1500)
            clip = {"x": 90, "y": top["y"] - 15, "width": 1100, "height": height}
            page.screenshot(path=HERE / f"{name}.png", full_page=True, clip=clip)  # type: ignore[arg-type]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        take(Path(folder))
