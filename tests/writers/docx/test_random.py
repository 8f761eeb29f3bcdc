"""Edits thrown anywhere into a document of every kind of thing: refused, accepted, judged."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from annotator.request import View
from annotator.schema import Edit, Finding
from annotator.writers.docx.document import Document
from annotator.writers.docx.drafted import Drafted
from tests.word.building import GONE_MARK, docx, p
from tests.writers.docx.laws import annotation, finding, proposal, source_of
from tests.writers.docx.oracle import accepted, judge, texts
from tests.writers.docx.test_real import amended, letters
from tests.writers.docx.test_redline import CASES, NEXT, REFUSED

_BODIES = "".join(made_of for made_of, _, _ in (*CASES.values(), *REFUSED.values()))
BASE = docx(_BODIES + p("4. A word", GONE_MARK) + p(" joined.") + NEXT)
WORDS = ("women", " and men", "", " (persons)", "\n(9) New words.", "\n(9) A.\n(10) B.")
ROUNDS = 12


def thrown(dice: random.Random, text: str) -> Iterator[Finding]:
    for number in range(dice.randint(1, 3)):
        start = dice.randrange(len(text))
        end = min(len(text), start + dice.choice((0, 0, 1, 3, 12, 40, 120)))
        if not text[start:end].strip():
            end = start
        edit = Edit(start=start, end=end, text=dice.choice(WORDS[:2] if start == end else WORDS))
        one = replace(proposal(text, ("", "", ""), name=f"n{number}"), edits=(edit,))
        found = finding(text, text[start : end + 1], one, number=str(number + 1))
        yield replace(found, clause=replace(found.clause, start=start, end=end + 1))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_whatever_is_asked_the_document_holds(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    source = source_of(BASE)
    for _ in range(ROUNDS):
        law = annotation(source, list(thrown(dice, source.text)))
        document = Document(BASE, source.name, source.text, source.origins.runs)
        drafted = Drafted(document, law, View(format="docx"), "", "2026-01-05T10:00:00Z")
        made = drafted.redlined()
        judge(BASE, made)
        wanted = amended(source.text, drafted.amending.taken)
        assert letters("\n".join(texts(accepted(made)))) == letters(wanted)
