"""The amendment library with the whole pipeline: amended and annotated again."""

import pytest

import annotator
from annotator.errors import UsageError
from annotator.library import load_library
from annotator.library.model import TemplateExample
from annotator.proving.proof import amended_law, chosen, prove
from annotator.schema import Edit, Proposal


def insertion(at: int, words: str) -> Proposal:
    return Proposal(
        template="t",
        issue="search",
        operation="insert_phrase",
        edits=(Edit(start=at, end=at, text=words),),
        amended="",
        instruction="",
        reason="",
        citations=(),
    )


@pytest.mark.model
def test_every_amended_example_is_mended_when_it_is_annotated_again() -> None:
    problems = prove(load_library(), annotator.load())
    assert problems == [], "\n".join(map(str, problems))


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("11(2)", "11. (2) A b c.\n"),
        ("7", "7. A b c.\n"),
        ("Article 6(1)", "Article 6\n(1) A b c.\n"),
        ("regulation 5", "5. A b c.\n"),
        ("2(1) “officer”", "2. (1) In this Act—\nA b c.\n"),
    ],
)
def test_an_amended_example_is_printed_with_its_number(number: str, printed: str) -> None:
    text, start = amended_law(TemplateExample(text="A c.", number=number), insertion(1, " b"))
    assert (text, start) == (printed, 0)


def test_the_rest_of_the_law_stands_before_it() -> None:
    example = TemplateExample(text="A c.", law="An officer shall wait.", number="3")
    text, start = amended_law(example, insertion(24, " b"))
    assert text[start:] == "3. A b c.\n"
    assert text.startswith("An officer shall wait.\n\n")


def test_templates_are_chosen_by_id_or_file() -> None:
    library = load_library()
    one = chosen(library, ["search-same-sex-officer"]).templates
    assert [template.id for template in one] == ["search-same-sex-officer"]
    assert {t.file for t in chosen(library, ["search"]).templates} == {"search.yaml"}
    assert chosen(library, []).templates == library.templates
    with pytest.raises(UsageError, match="no template file named seach"):
        chosen(library, ["seach"])
