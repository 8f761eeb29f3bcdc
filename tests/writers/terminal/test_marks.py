"""Evidence and edits as runs of words."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.schema import Clause, Edit, Evidence
from annotator.writers.terminal.marks import Run, abridged, redline, with_evidence

BASE = 100


def clause(text: str) -> Clause:
    return Clause(
        eid="sec_1",
        number="1",
        heading="",
        path=(),
        lead_in="",
        text=text,
        start=BASE,
        end=BASE + len(text),
    )


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(start=BASE + start, end=BASE + end, text=text)


def test_an_insertion_stands_where_it_goes() -> None:
    runs = redline(clause("may search him"), [edit(10, 10, " in private")])
    assert runs == [Run("may search"), Run(" in private", "inserted"), Run(" him")]


def test_a_replacement_shows_the_old_words_before_the_new() -> None:
    runs = redline(clause("the wife shall"), [edit(4, 8, "spouse")])
    assert runs == [
        Run("the "),
        Run("wife", "deleted"),
        Run("spouse", "inserted"),
        Run(" shall"),
    ]


def test_each_line_of_an_insertion_is_marked_by_itself() -> None:
    runs = redline(clause("x."), [edit(2, 2, "\n(a) y;\n(b) z.")])
    assert [run.words for run in runs if run.role == "inserted"] == ["(a) y;", "(b) z."]


def test_evidence_that_touches_is_one_stretch() -> None:
    marks = [Evidence(start=104, end=110, weight=0.1), Evidence(start=111, end=114, weight=0.2)]
    runs = with_evidence(clause("may search him."), marks)
    assert runs == [Run("may "), Run("search him", "evidence"), Run(".")]


def test_evidence_ends_before_its_punctuation() -> None:
    runs = with_evidence(clause("by a man, or"), [Evidence(start=100, end=109, weight=0.1)])
    assert runs == [Run("by a man", "evidence"), Run(", or")]


def test_far_words_are_left_out_around_a_change() -> None:
    words = " ".join(str(number) for number in range(100))
    runs = abridged([Run(words + " "), Run("new", "inserted"), Run(" " + words)], around=2)
    assert "".join(run.words for run in runs) == "… 98 99 new 0 1 …"


TEXTS = st.text(alphabet="ab \n", min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_a_redline_holds_the_text_as_it_stands_and_as_it_would(
    text: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    edits = [edit(cuts[0], cuts[1], "X"), edit(cuts[2], cuts[3], "Y\nZ")]
    if cuts[1] == cuts[2]:
        return
    runs = redline(clause(text), edits)
    new = text[: cuts[0]] + "X" + text[cuts[1] : cuts[2]] + "Y\nZ" + text[cuts[3] :]
    everything = "".join(run.words for run in runs)
    assert everything.replace("X", "").replace("Y\nZ", "") == text
    kept = "".join(run.words for run in runs if run.role != "deleted")
    assert "".join(kept.split()) == "".join(new.split())


@given(TEXTS, st.lists(st.tuples(st.integers(90, 150), st.integers(90, 150)), max_size=5))
def test_evidence_never_changes_the_words(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Evidence(start=min(span), end=max(span), weight=0.1) for span in spans]
    assert "".join(run.words for run in with_evidence(clause(text), marks)) == text


def test_of_a_long_deletion_the_ends_are_shown() -> None:
    words = " ".join(str(number) for number in range(100))
    runs = redline(clause(words), [edit(0, len(words), "")], most=4)
    assert [run.words for run in runs] == ["0 1 […] 98 99"]
    assert redline(clause(words), [edit(0, len(words), "")]) == [Run(words, "deleted")]
