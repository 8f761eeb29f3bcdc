"""docs/drafters.md holds: its commands run as they stand, its steps are taken on the real page."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import main
from annotator.lang import language
from annotator.rulings import from_json
from tests.word.building import docx, p
from tests.writers.review.acting import go, saved, text

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "drafters.md"
GUIDE = PAGE.read_text(encoding="utf-8")
BILL = ROOT / "examples" / "border-management-bill.txt"
PICTURES = ROOT / "docs" / "pictures"
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL)
    for line in block.splitlines()
]
WORDS = language("en").review.WORDS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A drafter's folder, with the sample and a bill of their own in Word."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").mkdir()
    shutil.copy(BILL, tmp_path / "examples")
    lines = BILL.read_text(encoding="utf-8").splitlines()
    (tmp_path / "bill.docx").write_bytes(docx("".join(map(p, lines))))
    return tmp_path


@pytest.mark.model
def test_every_command_runs_and_every_step_can_be_taken(
    folder: Path, browser: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in COMMANDS:
        if command == "annotate decisions decisions.json":
            (folder / "decisions.json").write_bytes(decided(browser, folder / "review.html"))
        if command == "annotate decisions returned.docx":
            shutil.copy("bill.annotated.docx", "returned.docx")
        assert main(shlex.split(command)[1:]) == 0, f"{command}: {capsys.readouterr().err}"
    amended = " ".join((folder / "bill.new.txt").read_text(encoding="utf-8").split())
    assert "An immigration officer of the same sex as the person to be searched may" in amended
    assert "consent of her husband" not in amended
    assert "religion, nationality, sex, membership of a particular" in amended
    schedule = (folder / "schedule.txt").read_text(encoding="utf-8")
    assert "1.  In section 10(1), after “immigration officer” insert" in schedule
    assert (
        "2.  In section 14(3), for “married woman” substitute “married person” and omit" in schedule
    )
    out, err = capsys.readouterr()
    assert "bill.new.docx has 3 amendments (" in err
    assert re.search(r"findings? (?:is|are) new|No finding is new", " ".join(out.split()))


def decided(browser: Any, page: Path) -> bytes:
    """What step 3 says, done."""
    tab = browser.new_page(viewport={"width": 1280, "height": 760})
    tab.goto(page.as_uri())
    tab.click("#menu summary")
    tab.fill("#who", "Ada")
    tab.keyboard.press("Escape")
    go(tab, "Section 14(3)")
    tab.keyboard.press("a")
    go(tab, "Section 10(1)")
    for key in ("a", "j", "r"):
        tab.keyboard.press(key)
    go(tab, "Section 16")
    tab.keyboard.press("e")
    tab.fill("[data-act=words-0]", "sex,")
    tab.click("[data-act=save]")
    tab.click("label[for=view-schedule]")
    assert "In section 10(1), after “immigration officer” insert" in text(tab, "#schedule")
    told = saved(tab)
    tab.close()
    verdicts = [one.decision for one in from_json(told).decisions]
    assert sorted(one for one in verdicts if one != "pending") == [
        "accepted",
        "accepted",
        "edited",
        "rejected",
    ]
    return told


def test_every_button_and_every_choice_that_it_names_is_on_the_page() -> None:
    said = {words for words in WORDS.values() if isinstance(words, str)}
    for name in ("More", "Accept", "Filters", "Schedule", "Clean", "False alarm"):
        assert name in said
        assert f"*{name}*" in GUIDE
    for name in ("Save and accept", "Copy the schedule", "Export decisions"):
        assert name in said
        assert f"*{name}*" in GUIDE
    assert f"*{WORDS['order_weight']}*" in GUIDE


def test_every_label_and_mark_is_explained() -> None:
    script = (ROOT / "annotator/writers/review/script/marks.js").read_text(encoding="utf-8")
    for mark in re.findall(r'"([▲○✚–□✓✎✗⊘])"', script):
        assert mark in GUIDE, mark
    for label in language("en").phrases.MEANINGS:
        assert f"| `{label}` |" in GUIDE


def test_no_link_and_no_picture_leads_nowhere() -> None:
    for page in (PAGE, ROOT / "docs" / "baseline.md", ROOT / "docs" / "review.md"):
        links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
        wrong = [link for link in links if "://" not in link and not (page.parent / link).exists()]
        assert wrong == [], page.name


@pytest.mark.usefixtures("browser")
def test_its_pictures_are_taken_by_their_script_and_are_small(tmp_path: Path) -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    done = subprocess.run(
        [sys.executable, PICTURES / "review.py", tmp_path],
        env={**os.environ, "PYTHONPATH": str(ROOT), "CHROMIUM": chromium},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    taken = {path.name for path in tmp_path.iterdir()}
    assert taken == {path.name for path in PICTURES.glob("review*.png")}
    for folder in (tmp_path, PICTURES):
        for name in taken:
            picture = (folder / name).read_bytes()
            assert picture.startswith(b"\x89PNG")
            assert len(picture) < 120_000
