"""The tree of a law: it holds every clause, and with headings and furniture every printed word."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings

from annotator.schema import Provision
from annotator.segmenter import Segmentation, segment
from tests.segmenter.test_properties import LAWS, nlp
from tests.segmenter.test_traditions import COMMONWEALTH, EUROPEAN, TRANSLATED

MADE = [COMMONWEALTH, EUROPEAN, TRANSLATED]


def walked(found: Segmentation) -> Iterator[Provision]:
    for outermost in found.provisions:
        yield from outermost.walk()


def rendered(text: str, provisions: tuple[Provision, ...]) -> str:
    """The law as a writer would set it: label and heading, own words, items, and what follows."""
    parts = []
    for one in provisions:
        parts.append(text[one.start : one.body] + text[one.body : one.own_end])
        ends = [item.start for item in one.items[1:]] + [one.end]
        for item, end in zip(one.items, ends, strict=False):
            parts += [rendered(text, (item,)), text[item.end : end]]
    return "".join(parts)


@given(LAWS)
@settings(max_examples=200, deadline=None)
def test_every_clause_lies_in_the_provision_whose_eid_it_bears(text: str) -> None:
    found = segment(text)
    by_eid = {one.eid: one for one in walked(found)}
    for clause in found.clauses:
        provision = by_eid[clause.eid]
        assert provision.start <= provision.body <= clause.start <= clause.end <= provision.end
        assert clause.number == provision.number


@given(LAWS)
@settings(max_examples=200, deadline=None)
def test_items_lie_in_their_provision_in_order(text: str) -> None:
    found = segment(text)
    provisions = list(walked(found))
    assert len({one.eid for one in provisions}) == len(provisions)
    for one in provisions:
        assert 0 <= one.start <= one.body <= one.own_end <= one.end <= len(text)
        for item in one.items:
            assert one.start <= item.start <= item.end <= one.end
            assert item.eid.startswith(f"{one.eid}__") or one.word[0].isupper()
    for held in (found.provisions, *(one.items for one in provisions)):
        for earlier, later in itertools.pairwise(held):
            assert earlier.end <= later.start


@example("“1. A person may go.\n2. An officer may search.\n”")
@example("The law is made known.\n“1. \n”")
@given(LAWS)
@settings(max_examples=200, deadline=None)
def test_tree_headings_and_furniture_account_for_every_printed_character(text: str) -> None:
    doc = nlp(text)
    held = set()
    for one in doc._.provisions:
        held |= set(range(one.start, one.end))
    for key in ("headings", "furniture"):
        for span in doc.spans[key]:
            held |= set(range(span.start_char, span.end_char))
    for i, character in enumerate(text):
        assert i in held or character.isspace(), (i, text[max(0, i - 20) : i + 20])


@given(LAWS)
@settings(max_examples=200, deadline=None)
def test_a_law_rendered_from_its_tree_has_the_same_words(text: str) -> None:
    for one in segment(text).provisions:
        assert rendered(text, (one,)) == text[one.start : one.end]


@pytest.mark.parametrize("law", MADE)
def test_labels_are_as_printed(law: str) -> None:
    for one in walked(segment(law)):
        assert one.label in law[one.start : one.body]


def test_parts_and_schedules_hold_their_sections() -> None:
    text = """PART 1
GENERAL

1. This Act may be cited as the Frontier Act.

PART 2
POWERS OF OFFICERS

2. An officer may search any person.

SCHEDULE 1
FEES

1. A fee is due on entry.
"""
    provisions = segment(text).provisions
    assert [(one.word, one.number, one.label, one.heading) for one in provisions] == [
        ("Part", "Part 1", "PART 1", "GENERAL"),
        ("Part", "Part 2", "PART 2", "POWERS OF OFFICERS"),
        ("Schedule", "Schedule 1", "SCHEDULE 1", "FEES"),
    ]
    assert [item.number for one in provisions for item in one.items] == ["1", "2", "Schedule 1, 1"]
    assert text[provisions[1].start : provisions[1].end].endswith("any person.")


def test_a_schedule_without_numbers_keeps_its_words() -> None:
    text = "1. A fee is due.\n2. A form is used.\n\nSCHEDULE 2\nFees\n\nThe fee is twelve crowns.\n"
    found = segment(text)
    schedule = found.provisions[-1]
    assert text[schedule.body : schedule.end] == "The fee is twelve crowns."
    assert found.clauses[-1].eid == schedule.eid == "att_2"


def test_what_an_item_is_called_depends_on_what_it_stands_in() -> None:
    section = segment("1. It holds:\n(a) food;\n(i) warm.\n").provisions[0]
    article = segment("Article 1\nIt holds:\n(a) food;\n– warm.\n").provisions[0]
    assert [one.word for one in section.walk()] == ["section", "paragraph", "subparagraph"]
    assert [one.word for one in article.walk()] == ["Article", "point", "indent"]


def test_an_item_that_begins_in_a_later_definition_lies_in_it() -> None:
    text = """2. (1) In this Act—
(a) “port” includes
“pier” means
(i) a jetty; and
(ii) a quay;
“ship” means a vessel.
"""
    provisions = list(walked(segment(text)))
    for one in provisions:
        assert all(one.start <= item.start <= item.end <= one.end for item in one.items)


def test_a_wrapped_heading_is_one_heading() -> None:
    filler = "".join(
        f"{n}. An officer who has reason to believe that a person has entered the\n"
        "country at a place that is no port of entry may stop that person and\n"
        "ask for the documents which this Act requires of those who enter.\n\n"
        for n in range(1, 6)
    )
    heading = "Powers of officers of the frontier guard who serve at one of the\nports of entry\n"
    doc = nlp(filler + heading + "6. An officer may search a person.\n")
    assert [" ".join(span.text.split()) for span in doc.spans["headings"]] == [
        " ".join(heading.split())
    ]
