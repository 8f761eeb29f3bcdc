"""Lists inside a clause: when one is plainly read, and how another item joins it."""

from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.proposer.drafting_case import applied
from annotator.proposer.lists import Addition, add_item, find_list
from annotator.schema import Clause, Provision
from annotator.segmenter import segment_clause
from tests.proposer.laws import TEXTS, undone


def read(text: str) -> tuple[Clause, tuple[Provision, ...]]:
    """A section that says this, and the items of its list."""
    clause = Clause(
        eid="sec_1", number="1", heading="", path=(), lead_in="", text=text, start=0, end=len(text)
    )
    return clause, segment_clause(text, clause).items


def added(text: str) -> Addition | None:
    return add_item(*read(text), "care")


def with_item(text: str) -> str | None:
    addition = added(text)
    return addition and applied(text, addition.edits)


GOLDEN = {
    "a mark that only looks like a semicolon is not doubled": (
        "Leave is given to (a) a pupil\u037e and (b) a nurse.",
        "Leave is given to (a) a pupil\u037e (b) a nurse\u037e and (c) care.",
    ),
    "the and moves before the new item": (
        "The centre shall provide—\n(a) food;\n(b) water; and\n(c) a bed.",
        "The centre shall provide—\n(a) food;\n(b) water;\n(c) a bed; and\n(d) care.",
    ),
    "the or moves too": (
        "Leave is given to (a) a pupil, or (b) a nurse.",
        "Leave is given to (a) a pupil, (b) a nurse, or (c) care.",
    ),
    "two items without a mark between them": (
        "It holds: (a) food and (b) water.",
        "It holds: (a) food; (b) water; and (c) care.",
    ),
    "a list that goes on in another clause keeps its semicolon": (
        "It holds:\n(a) food;\n(b) water;",
        "It holds:\n(a) food;\n(b) water;\n(c) care;",
    ),
    "numbers in brackets": (
        "It holds: (1) food; (2) water.",
        "It holds: (1) food; (2) water; (3) care.",
    ),
    "letters with one bracket": (
        "It holds:\na) food;\nb) water.",
        "It holds:\na) food;\nb) water;\nc) care.",
    ),
    "small numerals": (
        "It holds: (i) food; (ii) water; and (iii) a bed.",
        "It holds: (i) food; (ii) water; (iii) a bed; and (iv) care.",
    ),
    "a list within the last item": (
        "It holds—\n(a) food; and\n(b) water—\n(i) hot, and\n(ii) cold.",
        "It holds—\n(a) food;\n(b) water—\n(i) hot, and\n(ii) cold; and\n(c) care.",
    ),
    "an item that refers to other paragraphs": (
        "It holds: (a) food; (b) what is named in section 3, paragraph (a) or (c); and (c) a bed.",
        "It holds: (a) food; (b) what is named in section 3, paragraph (a) or (c); (c) a bed; "
        "and (d) care.",
    ),
    "numerals under the item before i": (
        "It holds: " + " ".join(f"({c}) x;" for c in "abcdefg") + " (h) y: (i) hot; and (ii) cold.",
        "It holds: " + " ".join(f"({c}) x;" for c in "abcdefg") + " (h) y: (i) hot; and (ii) cold; "
        "(i) care.",
    ),
    "an item after a reference to a subsection": (
        "It holds:\n(a) food;\n(b) what is named in section 16(3), and\n(c) a bed.",
        "It holds:\n(a) food;\n(b) what is named in section 16(3),\n(c) a bed, and\n(d) care.",
    ),
    "words on a line of their own after the list": (
        "An officer may—\n(a) stop a car;\n(b) open it;\n\nif there is cause.",
        "An officer may—\n(a) stop a car;\n(b) open it;\n(c) care;\n\nif there is cause.",
    ),
}


@pytest.mark.parametrize("golden", GOLDEN)
def test_an_item_joins_a_list(golden: str) -> None:
    text, amended = GOLDEN[golden]
    assert with_item(text) == amended


ABSTAINS = {
    "no list": "The centre shall provide food.",
    "one item": "The centre shall provide (a) food.",
    "a list that does not begin at the beginning": "It holds: (c) food; (d) water.",
    "a reference to paragraphs": "A person described in paragraph (a) or (b) may be held.",
    "a reference to three": "Under paragraphs (a), (b) and (c) of section 4 a person may be held.",
    "words that belong to all items": "He may (a) enter, or (b) stay, if the Agency agrees.",
    "a sentence after the last item": "It holds: (a) food; (b) water. It is open by day.",
    "a letter that stands further on": "It holds: (a) x; (b) y [see (ii)]; (e) z; paragraph (c).",
    "the end of the alphabet": "It holds: " + "; ".join(f"({c}) x" for c in ascii_lowercase),
}


@pytest.mark.parametrize("reason", ABSTAINS)
def test_what_is_not_plainly_a_list_is_left_alone(reason: str) -> None:
    assert with_item(ABSTAINS[reason]) is None


def test_items_run_to_the_next_item() -> None:
    clause, items = read("It holds: (a) food; (b) water.")
    found = find_list(clause, items)
    assert [item.label for item in found] == ["(a)", "(b)"]
    assert [clause.text[one.start : one.end] for one in found] == ["(a) food; ", "(b) water."]


FOLLOWING = {
    "capital letters": ("(A) x;\n(B) y.", "(C)"),
    "capital numerals": ("(I) x;\n(II) y.", "(III)"),
    "full stops": ("1. x;\n2. y.", "3."),
    "an item inserted since": ("(a) x;\n(a.1) y;\n(b) z.", "(c)"),
    "an item inserted last": ("(a) x;\n(b) y;\n(b.1) z.", "(c)"),
    "a letter after h": (
        "\n".join(f"({mark}) x;" for mark in "abcdefg") + "\n(h) y:\n(i) hot;\n(ii) cold.", "(i)",
    ),
    "a letter after i": ("\n".join(f"({mark}) x;" for mark in "abcdefghi"), "(j)"),
    "a numeral after viii": (
        "(i) a;\n(ii) b;\n(iii) c;\n(iv) d;\n(v) e;\n(vi) f;\n(vii) g;\n(viii) h.", "(ix)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FOLLOWING)
def test_a_new_item_bears_the_label_that_follows(case: str) -> None:
    items, label = FOLLOWING[case]
    addition = added(f"It holds:\n{items}")
    assert addition is not None
    assert addition.label == label


def test_no_letter_is_given_twice() -> None:
    items = "\n".join(f"({mark}) x;" for mark in "abcdefgh")
    assert added(f"It holds:\n{items}\nSee paragraph (i) of section 3") is None
    assert added("It holds:\n(a) x;\n(b) y;\n(d) z.") is None


def test_the_addition_says_which_item_it_follows_and_where_the_joint_stood() -> None:
    addition = added("It holds: (a) food; (b) water; and (c) a bed.")
    assert addition is not None
    assert (addition.label, addition.after, addition.joint) == ("(d)", "(c)", ("and", "(b)"))


WORDS = st.text(alphabet="abcdefgh ij", min_size=1, max_size=12).map(str.strip).filter(bool)
JOINTS = st.sampled_from(["; and ", ", or ", " and ", "; ", ";\n", ", and\n"])


@settings(deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=6), JOINTS, st.sampled_from([".", ";", ""]))
def test_a_new_item_loses_no_word_and_stands_last(
    items: list[str], joint: str, closing: str
) -> None:
    labelled = [f"({chr(97 + i)}) item {words}" for i, words in enumerate(items)]
    text = "It holds—\n" + ";\n".join(labelled[:-1]) + joint + labelled[-1] + closing
    addition = added(text)
    assert addition is not None
    amended = applied(text, addition.edits)
    assert sorted(kept(text)) == sorted(set_aside(kept(amended), addition.label, "care"))
    assert amended.rstrip(closing).endswith(f"{addition.label} care")
    assert undone(text, addition.edits) == text


def kept(text: str) -> list[str]:
    return [word.strip(".,;") for word in text.split()]


def set_aside(words: list[str], *new: str) -> list[str]:
    return words[: -len(new)] if tuple(words[-len(new) :]) == new else words


@settings(deadline=None)
@given(TEXTS)
def test_any_text_can_be_asked_for_its_list(text: str) -> None:
    addition = added(text)
    if addition is not None:
        assert undone(text, addition.edits) == text
        amended = kept(applied(text, addition.edits))
        missing = [word for word in kept(text) if word and word not in amended]
        assert not set(missing) - {"and", "or"}


@pytest.mark.parametrize(
    "text",
    [
        "Surrender of a card\n(1) The Registrar may ask for it. A notice is given.\n(2) The notice "
        "names the reason.\n(3) Who keeps the card commits an offence.",
        "The office (1) Each settler is heard. (2) Each settler is told why. (3) It keeps a book.",
    ],
)
def test_sentences_of_their_own_are_no_list(text: str) -> None:
    assert added(text) is None
