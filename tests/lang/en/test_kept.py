"""What a clause gives and does, and what words in its place leave out."""

import pytest

from annotator.lang.en.kept import deeds, left_out, rights

MAXIM = (
    "Permits, occupations, conditions of work and pay are open to women and men on the same terms."
)


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("A male guest may be employed in any trade.", 1),
        ("A man may leave; a woman may leave.", 2),
        ("Any person who became a guest on that day if his father became a citizen.", 1),
        ("A wife shall on production of her papers be granted a pass.", 1),
        ("A woman who lost citizenship under the old Law reacquires it.", 1),
        ("This section extends to the wife of a guest.", 1),
        ("A labourer shall be entitled to a passage only if she travels with her husband.", 1),
        ("Whoever is born to a Rihabi shall be Rihabi, wherever that is.", 1),
        ("A husband may work; provided that a wife may take up work upon notice.", 2),
        ("A woman may be removed.", 0),
        ("A woman may be stopped and searched.", 0),
        ("The Board shall keep a list of guests.", 0),
        ("A woman shall not be granted a pass.", 0),
        ("A woman who may become a mother shall be refused.", 0),
        ("A woman may be received only if she is alone.", 0),
    ],
)
def test_a_right_is_what_is_given_to_somebody(words: str, given: int) -> None:
    assert len(rights(words)) == given


@pytest.mark.parametrize(
    ("old", "new", "is_kept"),
    [
        ("A man may be employed in any trade; a woman may be employed as a cook.", MAXIM, False),
        ("A woman shall not be employed in a mine.", MAXIM, True),
        ("No woman shall leave the country.", "A maid may leave her employer.", False),
        ("A wife shall not travel alone.", "Leave to travel is given to all adults alike.", True),
        ("A panel of men shall hear it; the eldest shall preside.", "Members are women and men.",
         False),
        ("A fine is set by income. That of a wife is set at the most.",
         "A fine is set by the conduct of each.", True),
    ],
)  # fmt: skip
def test_a_maxim_stands_for_a_bar_of_the_same_deed_and_for_no_right(
    old: str, new: str, is_kept: bool
) -> None:
    assert (left_out(old, new) == ()) == is_kept


def test_a_condition_is_no_deed() -> None:
    assert "work" not in deeds("A woman shall not travel unless she has a contract of work")
    assert "health" in deeds("Dancers who are women shall attend for inspection")
