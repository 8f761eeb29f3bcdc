"""What stands together on the page is what the program makes of it, whatever is shown of a law."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from annotator.request import without_proposals
from annotator.rulings import Decisions, from_json
from annotator.schedule import adopted, schedule
from annotator.schema import Annotation
from tests.writers.review.acting import brought, go, law_of, saved, text
from tests.writers.review.conftest import Open
from tests.writers.review.law import ACT, BILL, VIEW, annotation, page, real


def mended(law: Annotation, numbers: list[int]) -> str:
    """The law with those amendments, as Python makes it; without white space."""
    said, at = "", 0
    edits = [edit for one in adopted(schedule(law), law, numbers) for edit in one.edits]
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        said += law.text[at : edit.start] + edit.text
        at = edit.end
    return "".join((said + law.text[at:]).split())


@pytest.mark.parametrize("path", [BILL, ACT], ids=["bill", "act"])
@pytest.mark.parametrize("each", [1, 2, 3])
def test_what_stands_together_says_what_the_program_makes_of_it(
    show: Open, each: int, path: Path
) -> None:
    """All amendments of a law, every second, every third: the same words and instructions."""
    if not path.is_file():
        pytest.skip("the laws of the world are not here")
    law, source = real(path)
    tab = show(page(law, source=source))
    tab.click("#all-accept")
    tab.click("#ask .first")
    told = from_json(saved(tab))
    taken = [one.number for one in told.decisions if one.decision == "accepted"][::each]
    kept = Decisions(
        law=told.law, decisions=tuple(one for one in told.decisions if one.number in taken)
    )
    other = show(page(law, source=source))
    brought(other, kept)
    other.click("label[for=view-clean]")
    if path == BILL:  # the notes of editors that the other has are not shown
        assert "".join(law_of(other, "p, h2, h3, h4").split()) == mended(law, taken)
    other.click("label[for=view-schedule]")
    said = [" ".join(one.split()) for one in other.locator("#schedule li").all_inner_texts()]
    made = [" ".join(one.instruction.split()) for one in adopted(schedule(law), law, taken)]
    assert said == made


@pytest.mark.parametrize("law", ["empty", "bare"])
def test_a_law_of_which_there_is_little_to_show(show: Open, law: str) -> None:
    whole = annotation()
    bare = without_proposals(whole)
    little = replace(whole, findings=(), gaps=(), provisions=(), headings=(), text="")
    tab = show(page(bare if law == "bare" else little))
    assert text(tab, "#counts") == ("0 of 0 amendments decided")
    for key in "jarefucvvvi":
        tab.keyboard.press(key)


def test_what_a_page_of_a_part_does_not_show_is_not_lost(show: Open) -> None:
    tab = show()
    go(tab, "Section 3")
    tab.keyboard.press("r")
    data = saved(tab)
    part = show(page(view=replace(VIEW, labels=("blind",))))
    assert "1 is on an amendment that is not proposed here: 3." in brought(part, data)
    assert [
        one.number for one in from_json(saved(part)).decisions if one.decision == "rejected"
    ] == [4]
