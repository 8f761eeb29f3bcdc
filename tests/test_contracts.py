"""What one floor hands to the next: faults lived between halves that were each well tested."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc, DocBin

import annotator
from annotator.cli import main
from annotator.doc_to_annotation import annotation
from annotator.library import load_library
from annotator.library.model import Template
from annotator.library.patterns import patterns_of
from annotator.library.slots import SLOTS
from annotator.library.texts import slots_of, texts_of
from annotator.segmenter import segment
from tests.segmenter.test_traditions import COMMONWEALTH, EUROPEAN, TRANSLATED

BILL = Path(__file__).parents[1] / "examples" / "border-management-bill.txt"
LAWS = {"Commonwealth": COMMONWEALTH, "European": EUROPEAN, "translated": TRANSLATED}
Change = Callable[[str], bytes]


# -- From reader to segmenter


def _outline(data: bytes) -> list[tuple[str, str, str]]:
    """Number, heading and words of each clause, as the segmenter cuts what the reader read."""
    text = annotator.read(data, name="law.txt").text
    return [(c.number, c.heading, " ".join(c.text.split())) for c in segment(text).clauses]


SAVED: dict[str, Change] = {
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "a byte-order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text).encode(),
    "line separators": lambda text: text.replace("\n", "\u2028").encode(),
}


@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)
@pytest.mark.parametrize("change", SAVED.values(), ids=SAVED)
def test_however_a_law_was_saved_it_is_cut_as_it_was(law: str, change: Change) -> None:
    assert _outline(change(law)) == _outline(law.encode())


@pytest.mark.parametrize("law", LAWS.values(), ids=LAWS)
def test_straight_marks_of_quotation_part_a_law_as_curly_ones_do(law: str) -> None:
    straight = law.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'")
    found = [
        number.replace('"', "“", 1).replace('"', "”") for number, *_ in _outline(straight.encode())
    ]
    assert found == [number for number, *_ in _outline(law.encode())]


_SECTIONS = [
    f"{at}. (1) An officer may in a case of group {at} hold a traveller who has come without\n"
    f"a permit of kind {at}.\n(2) A record of group {at} is kept by the officer in charge.\n"
    for at in range(1, 13)
]


@pytest.mark.parametrize("header", ["PORTS ACT OF ARDEN\n", "Ports Act 2019, Gazette No. 4\n", ""])
@pytest.mark.parametrize("number", ["", "{}\n", "- {} -\n", "Page {} of 4\n"])
def test_what_a_page_break_brings_with_it_is_no_part_of_the_law(header: str, number: str) -> None:
    pages = ["".join(_SECTIONS[at : at + 3]) for at in range(0, 12, 3)]
    printed = "\f".join(header + page + number.format(at) for at, page in enumerate(pages, 1))
    assert _outline(printed.encode()) == _outline("".join(_SECTIONS).encode())


def test_a_sentence_that_runs_over_a_page_is_one_clause() -> None:
    first, second = _SECTIONS[:2]
    broken = first.replace(" without\na", " without\n\fa") + second
    assert _outline(broken.encode()) == _outline((first + second).encode())


# -- From the library to whoever fills its texts


def _named(template: Template) -> set[str]:
    """The groups that the patterns of a template name."""
    return {
        name
        for pattern in patterns_of(template)
        for name in re.findall(r"\?P<(\w+)>", str(pattern))
    }


@pytest.mark.parametrize("template", load_library().templates, ids=lambda template: template.id)
def test_every_slot_of_a_text_is_one_that_something_fills(template: Template) -> None:
    used = {slot for form in template.forms for text in texts_of(form) for slot in slots_of(text)}
    unknown = {slot for slot in used - SLOTS.keys() if not slot.startswith("group_")}
    assert unknown <= _named(template)


# -- From the segmenter to the page: the word for a provision

_SENTENCES = [
    "A border guard may detain a foreigner who commits an offence in a centre for thirty days.",
    "A border guard may detain a foreigner who has no document in a centre for thirty days.",
    "A border guard may detain a foreigner who works without a permit in a centre for thirty days.",
]
_WORDS = {
    "section": ("{}. {}\n", "Section"),
    "Article": ("Article {}\n{}\n", "Article"),
    "regulation": ("Regulation {}. {}\n", "Regulation"),
    "rule": ("Rule {}. {}\n", "Rule"),
}


@pytest.mark.model
@pytest.mark.parametrize("word", _WORDS)
def test_a_laws_own_word_for_its_provisions_is_used_all_the_way(
    word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shape, printed = _WORDS[word]
    path = tmp_path / "law.txt"
    text = "\n".join(shape.format(at, words) for at, words in enumerate(_SENTENCES, 1))
    path.write_text(f"LAW ON FOREIGNERS\n\n{text}", encoding="utf-8")
    found = annotator.annotate(path)
    assert main([str(path)]) == 0
    report = " ".join(capsys.readouterr().out.split())
    for finding in found.findings:
        assert f"{printed} {finding.clause.number}" in report
    instructions = [proposal.instruction for one in found.findings for proposal in one.proposals]
    instructions += [gap.instruction for gap in found.gaps if gap.instruction]
    assert instructions
    others = "|".join(other for other in _WORDS if other != word)
    for instruction in instructions:
        place = re.split('[“"]', instruction)[0]
        assert word in place
        assert not re.search(rf"\b(?:{others})\b", place)
    assert all(gap.after.startswith(f"{word} ") for gap in found.gaps if gap.after)


# -- From component to component


def _through_bytes(doc: Doc) -> Doc:
    """The document as another process would read it."""
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    return next(iter(DocBin(store_user_data=True).from_bytes(data).get_docs(doc.vocab)))


def test_each_component_goes_on_from_a_document_that_lay_on_disk() -> None:
    nlp: Any = annotator.load()
    source = annotator.read(BILL)
    straight, stored = nlp.make_doc(source.text), nlp.make_doc(source.text)
    for _, component in nlp.pipeline:
        straight = component(straight)
        stored = _through_bytes(component(_through_bytes(stored)))
    assert annotation(stored, source, nlp.meta) == annotation(straight, source, nlp.meta)
