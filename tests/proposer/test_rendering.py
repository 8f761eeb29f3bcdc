"""The words of a form: its slots filled from the clause, else from the law, else not at all."""

from dataclasses import replace

import msgspec
import pytest

from annotator.lang.en.persons import ROLES
from annotator.library.slots import SLOTS
from annotator.library.texts import FORMS
from annotator.proposer.rendering import FILLERS, render
from annotator.reading import Reading
from annotator.segmenter import segment
from tests.proposer.laws import ARTICLES, SECTIONS, case, clauses_of, library_of

FILLED = [
    ("{{ officer.a }} {{ must }} ask {{ foreigner.the }}", "an officer shall ask the foreigner",
     "a border guard must ask the foreigner"),
    ("{{ foreigner.plural | cap }} are told", "Foreigners are told", "Foreigners are told"),
    ("to be {{ action.participle }}", "to be searched", "to be searched"),
    ("{{ person }}", "person", "foreigner"),
    ("under {{ here }} of {{ unit }}", "under subsection (1) of this section",
     "under paragraph 1 of this Article"),
    ("{{ despite }}a person", "Notwithstanding subsection (1), a person",
     "Notwithstanding paragraph 1, a person"),
    ("{{ despite_all }}a person", "Notwithstanding anything in this section, a person",
     "Notwithstanding anything in this Article, a person"),
    ("  two\n lines ", "two lines", "two lines"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "in_section", "in_article"), FILLED)
def test_slots_are_filled(source: str, in_section: str, in_article: str) -> None:
    assert render(source, case(SECTIONS, "11(1)", ["search"])) == in_section
    assert render(source, case(ARTICLES, "6(1)", ["search"])) == in_article


@pytest.mark.parametrize(
    "source", ["{{ sponsor }}", "{{ sponsor.a }}", "{{ action }}", "{{ removal }}", "{{ must.a }}"]
)
def test_a_slot_that_stays_empty_is_no_words(source: str) -> None:
    assert render(source, case(SECTIONS, "12")) is None


def test_a_whole_section_sets_nothing_aside() -> None:
    assert render("{{ despite }}a person", case(SECTIONS, "12")) == "a person"


def test_a_minister_among_others_is_named_in_full_as_the_clause_names_that_one() -> None:
    law = (
        "7. The Minister for Children and Youth may open a centre.\n8. The Minister may close it.\n"
        "9. The Minister for Health may ask the Minister for Housing.\n"
    )
    report = "{{ authority.the }} shall report"
    assert render(report, case(law, "7")) == "the Minister for Children and Youth shall report"
    assert render(report, case(law, "8")) == "the Minister shall report"
    assert render(report, case(law, "9")) is None


def test_who_takes_account_is_who_alone_acts_in_the_section() -> None:
    law = (
        "7. The Minister may set a condition.\n"
        "8. (1) The Minister may set a condition.\n(2) An officer shall record it.\n"
        "9. A condition may be set.\n"
    )
    words = [render("{{ account }} of age", case(law, number)) for number in ("7", "8(1)", "9")]
    assert words == [
        "the Minister shall take account of age",
        *["account shall be taken of age"] * 2,
    ]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("An officer may detain a person.", "this section"),
        ("A person detained under this Division shall be fed.", "this Division"),
        ("A person in detention shall be fed.", "this Act"),
    ],
)
def test_what_is_detained_under_is_what_gives_the_power(clause: str, expected: str) -> None:
    law = f"7. {clause}\n8. This Act applies to ports.\n"
    assert render("{{ power }}", case(law, "7")) == expected


def test_an_interview_is_called_as_the_section_calls_it() -> None:
    law = "7. (1) An officer holds a personal interview.\n(2) An interview is recorded.\n8. End.\n"
    assert render("{{ interview }}s", case(law, "7(2)")) == "personal interviews"
    assert render("{{ interview }}s", case(law, "8")) == "interviews"


def test_trafficking_is_called_as_the_law_calls_it() -> None:
    law = "7. Human trafficking is an offence.\n8. A victim of human trafficking is heard.\n"
    assert render("a risk of trafficking", case(law, "7")) == "a risk of human trafficking"
    assert render("a risk of trafficking", case(SECTIONS, "12")) == "a risk of trafficking"


def test_an_authority_that_the_clause_names_comes_before_that_of_the_law() -> None:
    law = "7. A foreigner may be expelled by the Minister.\n8. The Agency is told.\n9. {}\n"
    assert render("{{ authority }}", case(law, "7")) == "Minister"
    named = law.format("A foreigner with a letter of the Minister is heard.")
    assert render("{{ authority }}", case(named, "9")) == "Minister"
    assert render("{{ authority }}", case(law.format("End."), "9")) is None


@pytest.mark.parametrize(
    ("section", "decider"),
    [
        (
            "(1) The Governor in Council may order it.\n(2) It may be carried out.",
            "Governor in Council",
        ),
        ("(1) It may be carried out.\n(2) A magistrate may order it.", "magistrate"),
        ("(1) The Minister of the Interior may order it.\n(2) End.", "Minister of the Interior"),
        ("(1) Any two Justices may order it, and the Board is told.\n(2) End.", None),
        ("(1) It may be carried out.\n(2) The Board or the Director may order it.", None),
        ("(1) The Board and the Director may order it together.\n(2) End.", None),
        ("(1) The Board, or a person whom it sends, may order it.\n(2) End.", None),
        ("(1) The Ministry of Ports shall, with the Ministry of Mines, order it.\n(2) End.", None),
        ("(1) The Ministry of Ports may order it.\n(2) End.", "Ministry of Ports"),
        ("(1) It may be carried out.\n(2) End.", None),
    ],
)
def test_who_decides_is_read_from_the_clause_then_its_section_or_is_not_certain(
    section: str, decider: str | None
) -> None:
    law = (
        f"7. {section}\n8. The Board shall keep minutes. The Board shall sit. A Director may see.\n"
    )
    law += "9. The Minister may speak. The Minister for Health may listen.\n"
    assert render("{{ authority }}", case(law, "7(1)")) == decider


def test_a_countrys_word_for_the_authority_is_used_where_the_law_is_not_certain() -> None:
    law = "7. A person may be expelled.\n8. The Board shall sit.\n9. The Agency shall speak.\n"
    found = case(law, "7")
    assert render("{{ authority }}", found) is None
    countrys = msgspec.structs.replace(library_of(), terms={"authority": ("Office",)})
    whole = Reading.of(law, clauses_of(law), segment(law).provisions, countrys)
    assert render("{{ authority }}", replace(found, reading=whole)) == "Office"


@pytest.mark.parametrize("blank", [" ", "\n"], ids=["on one line", "over a line break"])
def test_the_words_of_the_clause_are_read_over_line_breaks(blank: str) -> None:
    law = f"7. The competent{blank}authority may hold a foreign{blank}national.\n8. End.\n"
    words = render("{{ authority.the }} tells {{ person.the }}", case(law, "7"))
    assert words == "the competent authority tells the foreign national"


def test_removal_is_called_what_the_law_calls_it() -> None:
    law = "7. The Minister may order that an alien be deported.\n8. A fee is due.\n"
    words = "after {{ removal }} of {{ person.plural }} {{ removal.participle }}"
    assert render(words, case(law, "7")) == "after deportation of aliens deported"
    assert render("{{ removal }}", case(law, "8")) == "deportation"


def test_named_groups_of_the_cues_fill_slots_as_they_stand_within_a_sentence() -> None:
    found = case(SECTIONS, "12", what="Labour\npermit", who="UN Agency")
    assert render("{{ what.a }} of the {{ who }}", found) == "a labour permit of the UN Agency"


def test_words_given_take_precedence() -> None:
    assert render("{{ here }}", case(SECTIONS, "11(1)"), here="section 5") == "section 5"


def test_apostrophes_are_those_of_the_law() -> None:
    assert render("the person's", case(SECTIONS, "12")) == "the person’s"
    straight = "7. The officer's card and the foreigner's card.\n8. End.\n"
    assert render("the person's", case(straight, "7")) == "the person's"


def test_every_slot_is_filled_from_the_clause_or_is_a_role_of_the_law() -> None:
    from_clause = {slot.name for slot in SLOTS.values() if slot.from_clause}
    # The authority is the clause's own, where it names one, else the law's or the country's.
    assert set(FILLERS) == from_clause | {"authority"}
    assert SLOTS.keys() - from_clause == ROLES.keys() | {"authority"}


@pytest.mark.parametrize("slot", SLOTS)
def test_a_slot_is_filled_with_a_word_that_bends_as_its_samples_do(slot: str) -> None:
    """A text that was proved with the samples can be filled with the word that a clause gives."""
    law = (
        "1. The Agency may order that an alien be deported.\n"
        "2. A sponsor, an employer, a worker, a detainee or an applicant may tell an officer.\n"
        "3. (1) An alien may be searched.\n(2) A fee is due to the Agency.\n"
    )
    filled = case(law, "3(1)", ["search"])
    assert render("{{ " + slot + " }}", filled) is not None
    for form in FORMS:
        bends = all(hasattr(sample, form) for sample in SLOTS[slot].samples)
        assert (render("{{ " + slot + "." + form + " }}", filled) is not None) == bends, form


def test_added_words_command_as_their_section_does() -> None:
    law = "1. A fee must be paid.\n2. A card shall be shown.\n3. A form shall be signed.\n"
    assert render("it {{ must }} be lit", case(law, "1")) == "it must be lit"
    assert render("it {{ must }} be lit", case(law, "2")) == "it shall be lit"


def test_what_shall_be_an_offence_is_no_duty() -> None:
    law = (
        "1. (1) A fee must be paid. Who does not pay shall be guilty of an offence, and shall on "
        "conviction be liable to a fine.\n(2) A card may be shown.\n2. A card may be asked for.\n"
    )
    assert render("it {{ must }} be lit", case(law, "1(1)")) == "it must be lit"
    assert render("it {{ must }} be lit", case(law, "2")) == "it must be lit"


def test_an_officer_keeps_the_whole_title() -> None:
    law = "1. The Director‑General of Ports must keep the gate.\n"
    assert render("{{ authority.the }}", case(law, "1")) == "the Director‑General of Ports"


@pytest.mark.parametrize(
    ("clause", "examiner"),
    [
        (
            "A person shall be examined by a Government medical officer.",
            "Government medical officer",
        ),
        ("A physician shall examine the person.", "physician"),
        ("A person shall be examined.", "registered medical practitioner"),
    ],
)
def test_who_examines_is_called_as_the_clause_calls_them(clause: str, examiner: str) -> None:
    law = f"1. {clause}\n2. A registered medical practitioner must hold a licence.\n"
    assert render("{{ practitioner }}", case(law, "1")) == examiner


@pytest.mark.parametrize(
    ("clause", "decider"),
    [
        ("The Director General may order the removal of a person.", "Director General"),
        ("The Secretary-General may order the removal of a person.", "Secretary-General"),
        ("With the consent of the Government of that country a person may be sent there.", None),
        ("The Government of the Republic may send a person there.", "Government"),
    ],
)
def test_who_decides_bears_the_whole_title_and_is_of_this_state(
    clause: str, decider: str | None
) -> None:
    assert render("{{ authority }}", case(f"1. {clause}\n", "1")) == decider
