"""Several subsections at one place, each of them edited, accepted or rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.returned.drafters import all_accepted, all_refused, returned, some, typed, with_body
from tests.word.building import docx, p
from tests.writers.docx.laws import finding, proposal, redline, source_of
from tests.writers.docx.oracle import accepted

LINES = (
    "Detention",
    "1. (1) An officer may hold a person who lands without a permit.",
    "(2) A person is held in a house of the Service.",
    "2. (1) A permit is in writing.",
)
HELD = "(3) A person who is pregnant may be held only as a last resort."
APART = "(4) Women who are held shall be kept apart from men."


def put() -> bytes:
    base = docx("".join(map(p, LINES)))
    text = source_of(base).text
    found = [
        finding(
            text,
            words,
            proposal(text, ("of the Service.", "", f"\n{line}"), adds=True, name=line[:3]),
            number=line[1],
        )
        for words, line in (("An officer may hold", HELD), ("A person is held", APART))
    ]
    return redline(base, found)


EDITED = {
    "a word in each": {"only as a last resort": "in the last resort", "apart from": "far from"},
    "most words of each": {HELD: "(3) No pregnant person is held.", APART: "(4) Men live apart."},
    "all words of each": {HELD: "Nobody with child is there.", APART: "Sexes live separately."},
}


@pytest.mark.parametrize("name", EDITED)
def test_each_that_was_edited_is_told_so_with_its_words(name: str, tmp_path: Path) -> None:
    data, then = all_accepted(put()), [HELD, APART]
    for old, new in EDITED[name].items():
        data = typed(data, old, new)
        then = [line.replace(old, new) for line in then]
    found = returned(data, tmp_path).decisions
    assert [(one.decision, one.words) for one in found] == [("edited", line) for line in then]


@pytest.mark.parametrize(
    ("own", "decided"), [(HELD, ["edited", "rejected"]), (APART, ["rejected", "edited"])]
)
def test_one_edited_and_one_rejected_are_told_apart(
    own: str, decided: list[str], tmp_path: Path
) -> None:
    data = some(put(), "taken", own)
    data = all_refused(with_body(data, accepted(data, "taken")))
    data = typed(data, own[4:24], "Everybody, of all persons,")
    assert [one.decision for one in returned(data, tmp_path).decisions] == decided
