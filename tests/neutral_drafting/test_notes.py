"""What is noted of a law's drafting, and the law with every rewrite made."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.neutral_drafting import style_notes
from tests.neutral_drafting.laws import findings, noted, notes, rewritten
from tests.proposer.laws import undone

REWRITTEN = {
    "the noun is repeated": (
        "1. The Minister may appoint such officers as he thinks fit.\n",
        "1. The Minister may appoint such officers as the Minister thinks fit.\n",
    ),
    "with what names it more closely": (
        "1. An authorised officer shall produce his card if he is asked.\n",
        "1. An authorised officer shall produce the authorised officer’s card if the authorised "
        "officer is asked.\n",
    ),
    "with the apostrophe of the law": (
        "1. A person’s bag is searched. The Agency keeps his money.\n",
        "1. A person’s bag is searched. The Agency keeps the person’s money.\n",
    ),
    "at the head of a sentence": (
        "1. The Minister decides. He shall give reasons.\n",
        "1. The Minister decides. The Minister shall give reasons.\n",
    ),
    "as the law says it": (
        "1. A person waits if that person asks, and that person is heard when he comes.\n",
        "1. A person waits if that person asks, and that person is heard when that person comes.\n",
    ),
    "an office": (
        "1. The chairman and the vice-chairman of the board are paid; so are chairmen elsewhere.\n",
        "1. The chairperson and the vice-chairperson of the board are paid; so are chairpersons "
        "elsewhere.\n",
    ),
    "an office as the law names it elsewhere": (
        "1. The chairman is paid.\n2. The chair may resign.\n",
        "1. The chair is paid.\n2. The chair may resign.\n",
    ),
    "an article goes along": (
        "1. Whoever pays a middleman pays twice.\n",
        "1. Whoever pays an intermediary pays twice.\n",
    ),
    "both spouses": (
        "1. The husband or wife of a citizen may stay, and husbands and wives may work.\n",
        "1. The spouse of a citizen may stay, and spouses may work.\n",
    ),
    "a defined term with its uses": (
        "1. In this Act—\n“seaman” means a person on a ship.\n2. A seaman may land.\n",
        "1. In this Act—\n“seafarer” means a person on a ship.\n2. A seafarer may land.\n",
    ),
    "people who are called men": (
        "1. No man shall be held. Workmen and seamen are persons.\n",
        "1. No person shall be held. Workers and seafarers are persons.\n",
    ),
    "he or she, where the law says so and the noun is not plain": (
        "1. A person tells an officer what he or she owns, and his or her name.\n"
        "2. He or she waits.\n3. An officer asks a person what he has about himself.\n",
        "1. A person tells an officer what he or she owns, and his or her name.\n"
        "2. He or she waits.\n3. An officer asks a person what he or she has about himself or "
        "herself.\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REWRITTEN)
def test_a_rewrite_says_the_same_of_everybody(what: str) -> None:
    law, after = REWRITTEN[what]
    assert rewritten(law) == after


NOT_SURE = {
    "two persons were named": "1. An officer may detain a person where he suspects crime.\n",
    "either of two": "1. An officer or servant who is hurt shall have his pay.\n",
    "nobody was named": "1. Where he is satisfied, the Minister may act.\n",
    "another of the same name": "1. A person shall not hide another person from his family.\n",
    "two Ministers": "1. The Minister, if the Minister for Finance agrees, may do as he wishes.\n",
    "somebody whom the list does not hold": "1. A broker shall tell the officer his name.\n",
    "an unknown office": "1. The Taoiseach shall tell the officer his name.\n",
    "one of several": "1. Any of the officers may show his card.\n",
    "a person or a body": "1. A person may sell what he or it owns.\n",
    "no noun can take its place": "1. A person shall present himself.\n",
    "nothing follows": "1. A person may bring a child of his.\n",
    "one spouse alone": "1. A worker may bring in the wife and children.\n",
    "an office of another law": "1. The Ombudsman may tell the Chairman of the Labour Court.\n",
    "a word that the law uses for others": "1. A workman is paid.\n2. A worker is not.\n",
}


@pytest.mark.parametrize("what", NOT_SURE)
def test_where_a_rewrite_may_change_the_sense_there_is_a_note_and_none(what: str) -> None:
    law = NOT_SURE[what]
    assert noted(law)
    assert rewritten(law) == law
    assert all(note.reason.endswith(".") for note in notes(law))


LEFT_ALONE = {
    "both are named": "1. A person may say what he or she owns, his/her name, and him or her.\n",
    "a man is meant": "1. A man may not bring his father.\n",
    "a woman's husband": "1. A woman may bring in her husband.\n",
    "men beside women": "1. Men and women are searched apart. No man shall search a woman.\n",
    "titles of laws": "1. The Workmen's Compensation Act, 1934, and the Merchant Seamen Order "
    "apply.\n",
    "words that are quoted": "1. Section 5 of the Ports Act is amended by the substitution of “he "
    "or she may ask the chairperson” for “he may ask the chairman”.\n",
    "titles of honour": "1. His Excellency the Ambassador is exempt.\n",
    "names": "1. The Isle of Man and Freeman Island are ports.\n",
}


@pytest.mark.parametrize("what", LEFT_ALONE)
def test_what_is_not_gendered_drafting_or_not_the_laws_own_is_left_alone(what: str) -> None:
    assert noted(LEFT_ALONE[what]) == []


def test_a_quotation_of_several_paragraphs_is_left_alone_to_its_end() -> None:
    law = (
        "1. The following is inserted in the Ports Act:\n“5. (1) An officer shall show his card.\n"
        "“(2) He shall say his name.”.\n2. An officer shall keep his card.\n"
    )
    assert noted(law) == ["his"]
    assert notes(law)[0].start > law.index("2. An officer shall keep")


def test_a_treaty_that_a_schedule_sets_out_is_left_alone() -> None:
    law = (
        "1. An officer shall keep his card.\n\nSCHEDULE\n\nArticle 1\n\n"
        "1. No Contracting Party shall expel a refugee from his home.\n"
    )
    assert noted(law) == ["his"]


def test_the_sex_for_which_a_clause_is_regressive_is_no_matter_of_style() -> None:
    law = "1. A citizen may pass his nationality on to his wife, if the chairman agrees.\n"
    assert [note.words for note in notes(law)] == ["his", "his", "wife", "chairman"]
    regressive = notes(law, "regressive", weighed="his wife")
    assert [note.words for note in regressive] == ["his", "chairman"]


def test_a_note_names_its_clause_and_its_words() -> None:
    law = "3. (1) A fee is due.\n(2) An officer shall keep his card.\n"
    (note,) = notes(law)
    assert (note.number, note.eid) == ("3(2)", "sec_3__subsec_2")
    assert law[note.start : note.end] == note.words == "his"


def test_a_lead_in_names_the_person() -> None:
    law = "1. The Minister—\n(a) shall say what he decides; and\n(b) may ask for advice.\n"
    assert "what the Minister decides" in rewritten(law)


PIECES = st.sampled_from(
    ["1. ", "2. ", "(1) ", "(a) ", "\n", "\n\n", "An officer ", "a person ", "the Minister ", "he ",
     "his ", "him ", "himself ", "He ", "she ", "or ", "and ", "chairman ", "a middleman ", "men ",
     "no man ", "wife ", "husband ", "husband or wife ", "a ", "“", "”", "‘", "’", '"', "may ",
     "Ports Act ", "workmen", ", ", ". ", "; ", "—", "Article 3\n", "SCHEDULE\n", "s/he "]
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80))
def test_rewrites_of_any_text_can_be_made_together_and_undone(law: str) -> None:
    found = style_notes(law, findings(law))
    edits = sorted((e for note in found for e in note.rewrite), key=lambda edit: edit.start)
    assert all(one.end <= other.start for one, other in pairwise(edits))
    assert undone(law, edits) == law
    for note in found:
        assert law[note.start : note.end] == note.words
        assert all(e.start <= note.start < note.end <= e.end for e in note.rewrite)
