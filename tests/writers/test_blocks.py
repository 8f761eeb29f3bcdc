"""The paragraphs of a law, as documents and pages set them."""

from __future__ import annotations

from annotator.schema import Annotation, Heading, Law, Model, Provision, Scorecard
from annotator.writers.blocks import blocks

TEXT = """\
Contents

Article 1
Scope

(1) This Law is on boats.
7
(2) It is not on rafts.
"""


def law(text: str) -> Annotation:
    end = len(text)
    items = tuple(
        Provision(f"art_1__para_{at}", "paragraph", f"1({at})", f"({at})", "",
                  text.index(f"({at})"), text.index(f"({at})") + 4, end)
        for at in (1, 2) if text
    )  # fmt: skip
    article = Provision("art_1", "Article", "1", "Article 1", "Scope", 10, 27, end, items)
    seven = text.find("7\n")
    return Annotation(
        law=Law("BOATS", "b.txt", "", "en", "txt"),
        model=Model("m", "1"),
        findings=(),
        scorecard=Scorecard(0, {}, {}, 0),
        provisions=(article,) if text else (),
        headings=(Heading(20, 25, "Scope"),) if text else (),
        furniture=((10, 19), (seven, seven + 1)) if text else (),
        text=text,
    )


def test_a_number_is_shown_whatever_it_was_taken_for_and_a_page_number_is_not() -> None:
    said = [(TEXT[one.start : one.end], one.kind) for one in blocks(law(TEXT), TEXT)]
    assert said == [
        ("Contents", "front"),
        ("Article 1", "words"),
        ("Scope", "heading"),
        ("(1) This Law is on boats.", "words"),
        ("(2) It is not on rafts.", "words"),
    ]


def test_an_empty_law_has_none() -> None:
    assert list(blocks(law(""), "")) == []
