"""What is shown of a long clause."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.lang import language
from annotator.writers.terminal.condensing import condensed
from annotator.writers.terminal.marks import LEFT_OUT, Run

RULE = language("en").clauses.rule
FILLING = "of a class that the Minister names in a list which hangs in every port of the realm "
ITEMS = "".join(f"\n({letter}) comes on a ship with goods {FILLING * 2};" for letter in "abc")


def shown(*runs: Run) -> str:
    return "".join(run.words for run in condensed(list(runs), RULE))


def test_a_long_clause_without_marks_shows_as_much_as_one_that_is_not_long() -> None:
    words = " ".join(f"w{n}" for n in range(40))
    (run,) = condensed([Run(words)], RULE, most=10)
    assert run.words.split() == [*(f"w{n}" for n in range(10)), "[…]"]


def test_a_short_clause_is_shown_whole() -> None:
    runs = [Run("An officer may search "), Run("a man", "evidence"), Run(".")]
    assert condensed(runs, RULE) == runs


def test_what_a_clause_does_is_shown_where_it_stands_behind_a_list() -> None:
    told = shown(
        Run(f"Any person who—{ITEMS} shall be sent away by the Governor. {FILLING * 3}"),
        Run("wives", "evidence"),
    )
    assert told.startswith("Any person who—")
    assert "shall be sent away by the Governor." in told
    assert told.endswith("wives")


def test_what_a_clause_does_is_shown_where_nothing_before_it_is_marked() -> None:
    told = shown(
        Run(f"Where a person of any age, {FILLING * 2}, who has come by sea, {FILLING * 2}, "),
        Run(f"an officer may detain the person in a gaol. {FILLING * 4}; "),
        Run("husbands", "evidence"),
        Run(" are told."),
    )
    assert "an officer may detain the person in a gaol." in told


def test_marked_words_are_shown_in_their_sentence() -> None:
    told = shown(
        Run(
            f"An officer may stop a ship.{ITEMS} A matron of the gaol who is present when it calls "
        ),
        Run("searches women", "evidence"),
        Run(f" in the shed by the quay, and writes it down. {FILLING * 3}"),
    )
    assert (
        "A matron of the gaol who is present when it calls searches women in the shed by the quay, "
        "and writes it down." in told
    )


def test_an_item_that_is_shown_stands_on_its_own_line() -> None:
    told = shown(
        Run(f"A person may come who—{ITEMS}{ITEMS}\n(d) is the "),
        Run("wife", "evidence"),
        Run(" of a sailor."),
    )
    assert f" {LEFT_OUT}\n(d) is the wife of a sailor." in told


@given(st.lists(st.tuples(st.text(alphabet="ab (;.\n", max_size=30), st.booleans()), min_size=1))
def test_what_is_shown_are_words_of_the_clause_in_their_order(
    parts: list[tuple[str, bool]],
) -> None:
    runs = [Run(words, "evidence" if marked else "plain") for words, marked in parts]
    rest = iter("".join(run.words for run in runs).split())
    told = condensed(runs, RULE, most=3)
    words = "".join(run.words for run in told).replace(LEFT_OUT, " ").split()
    assert all(word in rest for word in words)
    marked = [run.words for run in runs if run.role == "evidence" and run.words.strip()]
    kept = "".join(run.words for run in told if run.role == "evidence")
    assert "".join("".join(marked).split()) == "".join(kept.replace(LEFT_OUT, "").split())
