"""What a section says that words added to it would contradict."""

import pytest

from annotator.lang.en.denials import is_denied

CONSENT = "An examination under this section shall be carried out with informed consent."


@pytest.mark.parametrize(
    ("added", "section", "denied"),
    [
        (CONSENT, "A settler may be compelled to undergo a medical examination.", True),
        (CONSENT, "Whoever refuses to submit to it commits an offence.", True),
        (CONSENT, "The doctor may use reasonable force.", True),
        (CONSENT, "A settler may be examined by a doctor.", False),
        ("The holder may work.", "The holder of a pass shall not engage in employment.", True),
        ("A search is made in private.", "A search may be made in a public place.", True),
        ("A search is made in private.", "A search is made in the public interest.", False),
        ("by an officer of the same sex", "An officer may search, irrespective of sex.", True),
    ],
)
def test_what_a_section_says_to_the_contrary_denies(added: str, section: str, denied: bool) -> None:
    assert is_denied(added, section) == denied
