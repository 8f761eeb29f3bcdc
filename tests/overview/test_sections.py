"""The words of a new section, in the law's terms and layout."""

import pytest
from msgspec.structs import replace

from annotator.library import Library
from annotator.library.model import Section
from annotator.library.patterns import compiled
from annotator.library.tables import load_sections
from annotator.overview.gaps import find_gaps
from annotator.overview.needs import Ground
from annotator.overview.sections import Printer
from annotator.reading import Reading, folded
from annotator.segmenter import segment
from tests.overview.laws import Said, findings, library, standing, text_of

TWO = Section(
    need="n",
    lacks="l",
    heading="Rights in {{ law }}",
    text=("{{ authority.the|cap }} {{ must }} act.", "It {{ must.negative }} wait."),
)
ONE = Section(need="n", lacks="l", heading="Rights", text=("It {{ must }} act under {{ law }}.",))


def printed(law: str, section: Section, number: str = "2A") -> str:
    found = segment(law)
    reading = Reading.of(law, found.clauses, found.provisions, library())
    after = list(reading.law.provisions.values())[-1]
    made = Printer(reading).printed(section, after.clauses[-1], after, number)
    return made.text if made else ""


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("2. (1) ", "2A. (1) The Agency shall act.\n(2) It shall not wait."),
        ("2 (1) ", "2A (1) The Agency shall act.\n(2) It shall not wait."),
        ("2.—(1) ", "2A.—(1) The Agency shall act.\n(2) It shall not wait."),
    ],
)
def test_a_section_is_numbered_as_the_law_prints_its_own(opening: str, expected: str) -> None:
    law = f"1. The Agency shall rest.\n{opening}An alien shall go.\n(2) An alien shall stay.\n"
    assert printed(law, TWO) == expected


def test_subsections_are_letters_where_those_of_the_law_are() -> None:
    law = "§ 1. Rest\n\n(a) Day\n\nThe Agency shall rest.\n\n(b) Night\n\nAn alien shall go.\n"
    assert printed(law, TWO).endswith("2A. (a) The Agency shall act.\n(b) It shall not wait.")


def test_one_subsection_bears_no_number() -> None:
    law = "Rest\n1. The Agency must rest.\nStay\n2. (1) An alien must stay.\n(2) All must go.\n"
    assert printed(law, ONE) == "Rights\n2A. It must act under this Act."


def test_an_article_stands_under_its_number_and_heading() -> None:
    assert printed(text_of("labour"), TWO, "3a") == (
        "Article 3a\nRights in this Law\n1. The Agency must act.\n2. It must not wait."
    )


def test_regulations_speak_of_themselves_in_the_plural() -> None:
    law = "1. These Regulations apply to aliens.\n2. An alien shall go.\n"
    assert "under these Regulations." in printed(law, ONE)


def test_a_section_that_nobody_has_written_has_no_words() -> None:
    assert printed("1. An alien shall go.\n", Section(need="n", lacks="l")) == ""


WRITTEN = [section for section in load_sections().values() if section.text]


@pytest.mark.parametrize("section", WRITTEN, ids=lambda section: section.need)
@pytest.mark.parametrize("law", ["detention", "labour"])
def test_every_section_of_the_library_can_be_printed_in_any_law(law: str, section: Section) -> None:
    text = printed(text_of(law), section)
    assert text
    assert "  " not in text
    assert "{" not in text


@pytest.mark.parametrize("section", WRITTEN, ids=lambda section: section.need)
def test_a_law_that_says_what_the_section_says_has_met_its_need(section: Section) -> None:
    text = folded(printed(text_of("detention"), section))
    templates = [one for one in library().templates if one.need == section.need]
    patterns = section.met or [pattern for one in templates for pattern in one.unless]
    assert any(compiled(pattern).search(text) for pattern in patterns)


def test_a_new_section_speaks_a_country_s_words_as_an_amendment_does() -> None:
    # The overview reads the law again: what the country calls its authorities must not be lost.
    law = (
        "1. Every landing is entered in a book.\n2. A child may be placed in a home for a month.\n"
    )
    said: Said = {"2": ("blind", ("children",))}
    country = replace(library(), terms={"authority": ("Aliens Board",)})
    assert any("the Aliens Board" in text for text in sections_of(law, said, country))


def test_a_section_in_which_somebody_acts_has_no_words_where_the_law_names_nobody() -> None:
    law = "1. Every landing is entered in a book.\n2. An alien may be kept in port.\n"
    assert printed(law, TWO) == ""
    assert printed(law, ONE)


def sections_of(law: str, said: Said, words: Library) -> list[str]:
    ground = Ground.of(law, findings(law, said), segment(law).provisions, words)
    return [gap.text for gap in find_gaps(ground, standing(), "")]


def test_who_acts_under_a_section_is_who_decides_at_the_clause_that_calls_for_it() -> None:
    law = (
        "1. The Governor may order it.\n2. A magistrate may hear it.\n3. An alien shall go.\n"
        "4. The Governor shall keep a book.\n"
    )
    found = segment(law)
    reading = Reading.of(law, found.clauses, found.provisions, library())
    *_, after = reading.law.provisions.values()
    made = [Printer(reading).printed(TWO, clause, after, "5") for clause in found.clauses]
    actors = [one.text.split("(1) The ")[1].split(" shall")[0] for one in made if one]
    assert actors == ["Governor", "magistrate", "Governor", "Governor"]


BARRED = """1. (1) The Agency may issue a permit to a settler.
(2) A dependant shall not take up employment under the permit of another.
2. No settler shall be employed without a permit.
"""


def test_a_section_names_the_clauses_that_say_the_contrary_and_sets_them_aside() -> None:
    section = replace(
        ONE,
        text=("{{ over }}a dependant may work.",),
        despite=(r"\b(?:not|no)\b[^.]*\bemploy",),
    )
    made = printed(BARRED, section)
    assert made == "2A. Notwithstanding section 1(2) and section 2, a dependant may work."
    assert printed("1. The Agency may issue a permit.\n", section) == "2A. A dependant may work."


def test_a_section_that_would_set_aside_what_most_of_the_law_says_is_not_put_into_words() -> None:
    section = replace(ONE, text=("{{ over }}it may work.",), despite=("no boat",))
    law = "".join(f"{n}. Here no boat may land.\n" for n in range(1, 6))
    assert not printed(law, section)
