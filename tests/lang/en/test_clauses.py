"""What a clause itself does, and what sort of clause it is."""

import pytest

from annotator.lang.en import clauses
from annotator.lang.en.clauses import amends, character, deeds, does
from annotator.library.model import Cues
from annotator.reading.cues import matched
from tests.counting import CountedPattern, lines_run

DOES = {
    "An officer may search and detain a person who may be removed.": {"search", "detain"},
    "A foreign national who must submit to an examination shall hold a certificate.": {"hold"},
    "A person who has been ordered to leave shall be removed.": {"removed"},
    "A foreigner who seeks protection shall declare so at once.": {"declare"},
    "Where an order is in force, the Agency must carry out the removal.": {"carry"},
    "An officer may, with a warrant, arrest him or her and bring the person in.": {
        "arrest",
        "bring",
    },
    "The officer shall— (a) search the person; and (b) keep a record.": {"search", "keep"},
    "The Minister may by order (in this Act “an order”) require a person to leave.": {"require"},
    "A foreigner is placed in a centre.": {"placed"},
    "A person may apply for naturalisation.": {"apply"},
}


@pytest.mark.parametrize("text", DOES)
def test_the_deeds_of_a_clause_are_the_verbs_of_its_own_sentences(text: str) -> None:
    assert DOES[text] <= deeds(text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("An officer may search a person who may be removed.", "remove"),
        ("If the order is enforced, a fee is due.", "enforce"),
        ("A person who must submit to an examination shall hold a certificate.", "submit"),
        ("The court decides whether the person shall be detained.", "search"),
    ],
)
def test_what_a_clause_only_mentions_is_none_of_its_deeds(text: str, verb: str) -> None:
    assert not does(text, [verb])


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("A person shall be removed.", "remove"),
        ("A person shall be sent to the frontier.", "send"),
        ("A person may be referred to a doctor.", "refer"),
        ("The officer on duty takes two photographs.", "take"),
        ("A residence permit may be withdrawn.", "withdraw"),
        ("A foreigner may be left at the port.", "leave"),
        ("A person may be put on a vessel.", "put"),
        ("The centre shall be run by the Agency.", "run"),
        ("The decision shall be written in two languages.", "write"),
        ("An examination shall be undergone by the applicant.", "undergo"),
        ("The carrier carries the cost.", "carry"),
    ],
)
def test_a_deed_is_known_by_its_base_form(text: str, verb: str) -> None:
    assert does(text, [verb])


CHARACTERS = {
    "The Minister may make regulations on the release of detainees.": "power",
    "The regulations may provide for the conditions of release.": "power",
    "The Minister shall make regulations providing for the treatment of detainees.": "rule",
    "The purpose of this Part is to implement the Agreement.": "purpose",
    "(2) This Division was enacted because settlers come without a pass.": "reasons",
    "Aims.— It is the sense of the Senate that ports should be open.": "reasons",
    "The following should be the policy of the Realm: open ports.": "reasons",
    "Congress makes the following findings: ports are closed.": "reasons",
    "This Part creates offences of those who hide settlers.": "reasons",
    "This section applies to a person who is under eighteen.": "application",
    "Subsections (1) and (2) do not apply to a minor.": "application",
    "Paragraph (1)(a) shall not apply in an emergency.": "application",
    "A person who escapes from custody commits an offence.": "offence",
    "This Act comes into force on the day of its publication.": "commencement",
    "When an order has come into force, the Agency must carry out the removal.": "rule",
    "A person may be detained.": "rule",
}


@pytest.mark.parametrize("text", CHARACTERS)
def test_the_character_of_a_clause(text: str) -> None:
    assert character(text) == CHARACTERS[text]


def test_a_cue_may_ask_for_what_the_clause_does() -> None:
    cue = Cues(does=("remove", "expel"))
    assert matched(cue, "A foreigner shall be expelled.")
    assert matched(cue, "An officer may search a foreigner who is to be expelled.") is None


@pytest.mark.parametrize(
    ("text", "amending"),
    [
        ("Section 4 is amended by the insertion of “guard” after “officer”.", True),
        (
            "in section 8, by the substitution of the following for subsection (2): “An officer",
            True,
        ),
        ("The following section is substituted for section 8 of the Ports Act: “8. None.”", True),
        ("The following new subsections are hereby inserted: “(2) No officer may stay.”", True),
        ("Paragraph (b) below shall be substituted for paragraph (b) of that Act.", True),
        ("The Minister may amend a list by order.", False),
        ("A guardian who is substituted for a parent shall stay with the child.", False),
        ("An officer may search a person.", False),
    ],
)
def test_words_are_not_put_beside_a_clause_that_amends_another_law(
    text: str, amending: bool
) -> None:
    assert amends(text) is amending


ENDLESS = {
    "modals": "and the Minister may give ",
    "relative clauses": "a person who may be removed, ",
    "will after will": "who will will ",
    "items": "shall— (a) search; ",
    "dashes": "shall— ",
    "asides": "may (in this Act) ",
}


@pytest.mark.parametrize("endless", ENDLESS.values(), ids=ENDLESS)
def test_a_clause_twice_as_long_is_twice_the_work(
    endless: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns = ("_BOUNDARY", "_OPENER", "_CLOSES", "_ITEM", "_AND")

    def work(count: int) -> int:
        counted = [CountedPattern(getattr(clauses, name)) for name in patterns]
        with monkeypatch.context() as patched:
            for name, pattern in zip(patterns, counted, strict=True):
                patched.setattr(clauses, name, pattern)
            lines = lines_run(lambda: deeds.__wrapped__(f"A guard {endless * count}"))
        return lines + sum(pattern.characters for pattern in counted)

    assert work(400) < 2.5 * work(200)


def test_the_verbs_of_a_list_are_found_behind_each_of_its_dashes() -> None:
    text = "A person who is held— (a) leaves; shall— (b) enter; and may— (c) be removed."
    assert {"enter", "removed"} <= deeds(text)


def test_a_word_that_does_not_end_closes_no_clause() -> None:
    assert "stay" not in deeds(f"A person who {'un' * 500}seeks will stay.")


@pytest.mark.parametrize(
    ("text", "does_it"),
    [
        ("An officer may detain a person who must leave.", "may detain"),
        ("Where a person who may stay has fled, the Board shall tell the police.", "shall tell"),
        ("Any person who (a) hides a man; or (b) says what may mislead, must pay.", "must pay"),
        ("Any person who— (a) may stay; (b) can go, shall be sent away.", "shall be sent"),
    ],
)
def test_the_verb_of_the_main_sentence_is_found(text: str, does_it: str) -> None:
    verb = clauses.rule(text)
    assert verb is not None
    assert text.startswith(does_it, verb)


def test_of_a_long_list_each_item_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = CountedPattern(clauses._ITEM_LABEL)
    monkeypatch.setattr(clauses, "_ITEM_LABEL", counted)
    items = "; ".join(f"({number}) may enter the port" for number in range(2000))
    assert clauses.rule(f"The guard— {items}") is not None
    assert counted.characters < len(items)


def test_a_clause_that_commands_nothing_has_none() -> None:
    assert clauses.rule("“officer” means a person who may detain;") is None
