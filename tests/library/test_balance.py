"""What is asked of the members of a body is what a body of its size, and of its seats, can have."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.library import load_library
from annotator.proposer.fitting import fit_template
from annotator.reading import Reading
from annotator.segmenter import segment
from tests.proposer.laws import clauses_of

LIBRARY = load_library()
WORDS = {
    2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
    10: "ten", 12: "twelve",
}  # fmt: skip
SHARE, ONE_OF_EACH, REGARD = "forty per cent", "one woman and at least one man", "regard"


def asked(body: str, name: str = "governance-body-balanced") -> str:
    """What is proposed for a body, or nothing."""
    law = f"9. (1) {body}\n(2) It shall meet each month.\n"
    first, _ = clauses_of(law)
    reading = Reading.of(law, clauses_of(law), segment(law).provisions, LIBRARY)
    template = next(one for one in LIBRARY.templates if one.id == name)
    fit = fit_template(reading, first, template, template.issues, LIBRARY)
    return fit.proposal.instruction if fit else ""


@settings(max_examples=60, deadline=None)
@given(
    size=st.sampled_from(sorted(WORDS)),
    seats=st.sampled_from(["members", "legal officers", "persons appointed by the Minister"]),
    printed=st.booleans(),
)
def test_no_share_is_asked_that_the_members_cannot_make_up(
    size: int, seats: str, printed: bool
) -> None:
    number = str(size) if printed else WORDS[size]
    words = asked(f"The Ferry Board shall consist of {number} {seats}.")
    assert words
    assert SHARE not in words or 2 * math.ceil(0.4 * size) <= size
    assert (ONE_OF_EACH in words) == (size < 7)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("The Tribunal shall consist of a chairman and two other members.", ONE_OF_EACH),
        ("The Board shall consist of members, not being less than two or more than six.",
         ONE_OF_EACH),
        ("The Council consists of a chairperson and six other members.", SHARE),
        ("The Council consists of such members as the Minister may appoint.", REGARD),
        ("The Board consists of the Director of Ports, the Director of Works and a person "
         "nominated by the towns.", REGARD),
        ("The Board consists of the Director of Ports, the Director of Works and two other "
         "persons appointed by the Minister.", "by virtue of an office"),
        ("The Committee consists of the heads of harbours or their delegated representatives.",
         REGARD),
        ("The Committee consists of— (a) the Minister; (b) the Cabinet members for roads and "
         "for ports; and (c) any other Cabinet member appointed by the President.", REGARD),
        ("The Committee consists of the Director of Ports and the Director of Works.", ""),
        ("The Board shall consist of: (a) Permanent Secretary, Ports; (b) Solicitor-General; (c) "
         "Auditor-General.", ""),
    ],
)  # fmt: skip
def test_what_is_asked_fits_the_seats(body: str, words: str) -> None:
    assert words in asked(body)
    assert bool(words) == bool(asked(body))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("The committee consists of: (a) the Minister; and (b) a representative of the towns.",
         "migrant women"),
        ("The refugee committee consists of: (a) the Minister; and (b) a representative of towns.",
         "refugee women"),
        ("The inter-ministerial committee consists of: (a) the Minister; and (b) a person whom "
         "the Cabinet members name.", ""),
        ("The committee consists of: (a) the Director of Ports; and (b) the Director of Works.",
         ""),
        ("The service board consists of: (a) the Minister; and (b) two persons; for the prisons.",
         ""),
    ],
)  # fmt: skip
def test_a_seat_is_added_where_outsiders_sit(body: str, words: str) -> None:
    found = asked(body, "governance-equality-seat-item")
    assert words in found
    assert bool(words) == bool(found)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("There is established a Commission on Ferries (“the Commission”).", "in the Commission,"),
        ("There is established a council of ferries, which shall advise.", "this section"),
        ("There is established an appeal board, which consists of three lawyers.", ""),
    ],
)
def test_a_focal_point_stands_where_somebody_directs(body: str, words: str) -> None:
    found = asked(body, "governance-focal-point")
    assert words in found
    assert bool(words) == bool(found)
    assert "head of the institution" not in found
