"""What became of each amendment: by what stands where it stood."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from annotator.commands.views.verdicts import listing
from annotator.returned.examples import decided
from annotator.word.names import W
from annotator.writers.docx.amending import Amending
from tests.returned.drafters import (
    BASE,
    LINES,
    all_accepted,
    all_refused,
    anonymous,
    made,
    renumbered,
    returned,
    settled,
    typed,
    verdicts,
    with_body,
)
from tests.word.building import BY, docx, ins, p, t
from tests.writers.docx import bills
from tests.writers.docx.laws import (
    cut,
    finding,
    proposal,
    read,
    redline,
    repealed,
    source_of,
    written,
)
from tests.writers.docx.office import MISSING, OFFICE, Office
from tests.writers.docx.oracle import accepted, body, comments, refused

NAMES = ("one", "two", "three", "privacy")


def all_are(verdict: str) -> dict[str, str]:
    return dict.fromkeys(NAMES, verdict)


@pytest.mark.parametrize("saved", [bytes, renumbered, anonymous])
def test_what_nobody_decided_is_pending(saved, tmp_path: Path) -> None:
    assert verdicts(saved(made()), tmp_path) == all_are("pending")


@pytest.mark.parametrize("saved", [bytes, renumbered, anonymous])
def test_what_was_decided_is_told_whatever_else_was_not(saved, tmp_path: Path) -> None:
    assert verdicts(saved(all_accepted(made())), tmp_path) == all_are("accepted")
    assert verdicts(saved(all_refused(made())), tmp_path) == all_are("rejected")
    mixed = saved(settled(made(), ("spouse", "wife"), ("in private",)))
    assert verdicts(mixed, tmp_path) == {
        "one": "rejected",
        "two": "accepted",
        "three": "pending",
        "privacy": "pending",
    }


def test_what_is_told_of_each_is_what_was_written(tmp_path: Path) -> None:
    found = returned(made(), tmp_path)
    assert found.law.title == "BILL"
    assert [one.number for one in found.decisions] == [1, 2, 3, 4]
    first = found.decisions[0]
    assert (first.clause, first.eid, first.label, first.issue) == ("1", "sec_1", "blind", "search")
    assert len(first.clause_sha256) == 64
    assert (first.words, first.who, first.when) == ("", "", "")


def test_other_words_in_its_place_are_given(tmp_path: Path) -> None:
    data = typed(all_accepted(made()), " in private", " in private and quietly")
    data = typed(data, "A search is private.", "A search is done with care.")
    found = {one.template: one for one in returned(data, tmp_path).decisions}
    assert found["one"].decision == "edited"
    assert found["one"].words == "in private and quietly"
    assert found["privacy"].decision == "edited"
    assert found["privacy"].words == (
        "Privacy 1A. (1) A search is done with care. (2) Nobody else is there."
    )
    assert (found["two"].decision, found["three"].decision) == ("accepted", "accepted")


def test_words_changed_near_it_do_not_hide_it(tmp_path: Path) -> None:
    data = typed(made(), "who lands", "who comes to a port or a border")
    data = typed(data, "An officer", "A member of the service")
    data = typed(data, "for the time of a year", "for a year")
    assert verdicts(data, tmp_path) == all_are("pending")
    assert verdicts(all_accepted(data), tmp_path) == all_are("accepted")
    assert verdicts(all_refused(data), tmp_path) == all_are("rejected")


def test_the_word_beside_it_may_be_another(tmp_path: Path) -> None:
    data = typed(all_accepted(made()), "may search", "may examine")
    assert verdicts(data, tmp_path)["one"] == "accepted"


def test_a_drafters_own_tracked_words_are_an_edit_that_names_them(tmp_path: Path) -> None:
    root = body(made())
    ours = next(
        one for one in root.iter(W + "ins") if "private" in "".join(one.itertext()) and len(one)
    )
    run = ours[0]
    run.find(W + "t").text = " alone"
    ours.set(W + "author", "Ada")
    ours.set(W + "date", "2026-01-05T10:00:00Z")
    one = returned(with_body(made(), root), tmp_path).decisions[0]
    assert (one.decision, one.words) == ("edited", "alone")
    assert (one.who, one.when) == ("Ada", "2026-01-05T10:00:00Z")


def test_an_amendment_whose_clause_was_taken_out_is_lost(tmp_path: Path) -> None:
    root = accepted(made())
    for paragraph in list(root.iter(W + "p")):
        if "officer" in "".join(paragraph.itertext()):
            paragraph.getparent().remove(paragraph)
    assert verdicts(with_body(made(), root), tmp_path) == {**all_are("accepted"), "one": "lost"}


@pytest.mark.parametrize("settle", [bytes, all_accepted, all_refused])
@pytest.mark.parametrize("gone", LINES[1:4])
def test_so_is_one_of_a_short_clause_between_others(settle, gone: str, tmp_path: Path) -> None:
    base = docx("".join(map(p, LINES)))
    text = source_of(base).text
    out = proposal(text, (gone[:-12], gone[-12:-6], ""), name="out")
    into = proposal(text, (gone[:15], "", " always"), name="in")
    data = settle(redline(base, [finding(text, gone, out), finding(text, gone, into)]))
    root = body(data)
    paragraph = next(one for one in root.iter(W + "p") if gone[:15] in "".join(one.itertext()))
    paragraph.getparent().remove(paragraph)
    data = with_body(data, root)
    assert verdicts(data, tmp_path) == {"out": "lost", "in": "lost"}
    assert decided(returned(data, tmp_path)) == []


def test_words_edited_to_nothing_confirm_no_label(tmp_path: Path) -> None:
    data = typed(all_accepted(made()), "spouse", "")
    found = returned(data, tmp_path)
    assert found.decisions[1].decision == "edited"
    assert "1(2)" not in [one.clause for one in decided(found)]


@pytest.mark.parametrize("saved", [bytes, anonymous])
def test_changes_of_an_earlier_run_are_told_with_those_of_the_last(saved, tmp_path: Path) -> None:
    base = docx("".join(map(p, LINES)))
    text = source_of(base).text
    old = proposal(text, ("of the ", "wife", "spouse"), name="old")
    once = saved(redline(base, [finding(text, LINES[2][4:], old)]))
    text = source_of(once).text
    new = proposal(text, ("with the employment", "", " or before"), name="new")
    again = redline(once, [finding(text, "It ends with the employment.", new, number="3")])
    # Who accepts what is ours does not know what is of a person without a name.
    then = "accepted" if saved is bytes else "pending"
    cases = ((again, "pending", "pending"), (all_accepted(again), "accepted", then))
    for data, last, first in cases:
        found = returned(data, tmp_path)
        told = [(one.template, one.earlier, one.decision) for one in found.decisions]
        assert told == [("new", 0, last), ("old", 1, first)]
    assert [one.clause_sha256 for one in found.clauses] == list(
        dict.fromkeys(one.clause_sha256 for one in found.clauses)
    )
    assert "Put in one run before" in listing(found)


def test_what_a_later_run_puts_beside_is_no_edit_of_the_earlier(tmp_path: Path) -> None:
    base = docx("".join(map(p, LINES)))
    text, kept = source_of(base).text, LINES[2][4:]
    first = "\n(3) A search is out of the sight of persons of another sex."
    line = proposal(text, ("of a year.", "", first), adds=True, name="old")
    once = redline(base, [finding(text, kept, line)])
    text = source_of(once).text
    lines = [
        proposal(text, (first[-12:], "", words), adds=True, name=name)
        for words, name in (
            ("\n(4) A search is done by persons who were trained for it.", "new"),
            (f"\n(4){first[4:]}", "same"),
        )
    ]
    found = [
        finding(text, kept, lines[0]),
        finding(text, LINES[1][7:], lines[1], number="2"),
    ]
    again = written(cut(source_of(once), found), source_of(once))
    told = returned(again, tmp_path).decisions
    assert [(one.template, one.decision) for one in told] == [
        ("new", "pending"),
        ("old", "pending"),
    ]
    assert "the same change stands in the text already" in "".join(comments(again))


def test_of_clauses_that_say_the_same_each_is_told_for_itself(tmp_path: Path) -> None:
    line = "An officer may search a person who lands, and a note is made of it by the chief."
    numbered = [f"{at}. {line}" for at in range(1, 7)]
    base = docx("".join(map(p, numbered)))
    text = source_of(base).text
    found = [
        finding(text, one, proposal(text, (one[:24], "", " in private"), name=f"n{at}"))
        for at, one in enumerate(numbered, 1)
    ]
    root = body(redline(base, found))
    for at, one in enumerate(list(root.iter(W + "ins")), 1):
        one.set(W + "author", "taken" if at in (2, 5) else "annotate")
    data = with_body(redline(base, found), root)
    data = all_refused(with_body(data, accepted(data, "taken")))
    told = verdicts(data, tmp_path)
    assert [told[f"n{at}"] for at in range(1, 7)] == [
        "rejected", "accepted", "rejected", "rejected", "accepted", "rejected",
    ]  # fmt: skip


def test_changes_near_each_other_are_told_apart(tmp_path: Path) -> None:
    line = "1. An officer may search a person and his wife or her husband at the gate."
    base = docx(p(line) + p("2. It ends."))
    text = source_of(base).text
    found = [
        finding(text, line, proposal(text, ("An officer", "", " of the same sex"), name="a")),
        finding(
            text, line, proposal(text, ("and ", "his wife or her husband", "a spouse"), name="b")
        ),
        finding(text, line, proposal(text, ("at the gate", "", " in private"), name="c")),
    ]
    data = redline(base, found)
    assert verdicts(data, tmp_path) == dict.fromkeys("abc", "pending")
    data = settled(data, ("a spouse", "his wife"), ("of the same sex",))
    assert verdicts(data, tmp_path) == {"a": "rejected", "b": "accepted", "c": "pending"}


def test_at_the_very_end_of_a_document_too(tmp_path: Path) -> None:
    base = docx(p("1. It ends."))
    text = source_of(base).text
    new = proposal(text, ("It ends.", "", "\n(2) It is told."), name="end", adds=True)
    data = redline(base, [finding(text, "It ends.", new)])
    assert verdicts(data, tmp_path) == {"end": "pending"}
    assert verdicts(all_accepted(data), tmp_path) == {"end": "accepted"}
    assert verdicts(all_refused(data), tmp_path) == {"end": "rejected"}
    (one,) = returned(typed(all_accepted(data), "told", "said aloud"), tmp_path).decisions
    assert (one.decision, one.words) == ("edited", "(2) It is said aloud.")


def test_words_taken_out_and_none_put_in(tmp_path: Path) -> None:
    base = docx(p("1. A woman may not drive at night.") + p("2. It ends."))
    text = source_of(base).text
    gone = proposal(text, ("1. ", "A woman may not drive at night.", ""), name="gone")
    data = redline(base, [finding(text, "A woman may not drive at night.", gone)])
    assert verdicts(data, tmp_path) == {"gone": "pending"}
    assert verdicts(all_accepted(data), tmp_path) == {"gone": "accepted"}
    assert verdicts(all_refused(data), tmp_path) == {"gone": "rejected"}


LONG = (
    "Despite anything in this section, instruments of restraint must not be used on a person who "
    "is pregnant or has given birth in the eight weeks before, and whoever orders it says why."
)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_decided_of_amendments_that_say_the_same_is_told_of_each(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long new subsections, the same ones in many sections that are much alike."""
    lines = [
        line
        for at in range(1, 13)
        for line in (
            f"{at}. (1) An officer may stop and search a person whom the officer suspects.",
            "(2) A person who is stopped or searched may ask for the reason, and is told it.",
        )
    ]
    base = docx("".join(map(p, lines)))
    text = source_of(base).text
    ends = [at + len(lines[1]) for at in range(len(text)) if text.startswith(lines[1], at)]
    found = []
    for number, end in enumerate(ends, 1):
        one = proposal(text, ("told it.", "", f"\n(3) {LONG}"), name=f"n{number}", adds=True)
        moved = replace(one.edits[0], start=end, end=end)
        clause = finding(text, lines[2 * number - 2], replace(one, edits=(moved,)))
        found.append(replace(clause, clause=replace(clause.clause, eid=f"sec_{number}")))
    put = Amending._put

    def by_number(self: Amending, edits, outcome, heading="") -> None:
        of = next(number for number, one in self.outcomes.items() if one is outcome)
        self._writer._author = f"A{of}"
        put(self, edits, outcome, heading)

    monkeypatch.setattr(Amending, "_put", by_number)
    data = redline(base, found)
    chosen = Random(seed)  # noqa: S311  # no secret
    wanted = {}
    for number in range(1, 13):
        wanted[f"n{number}"] = chosen.choice(["accepted", "rejected", "pending"])
        if wanted[f"n{number}"] != "pending":
            settle = accepted if wanted[f"n{number}"] == "accepted" else refused
            data = with_body(data, settle(data, f"A{number}"))
    assert verdicts(data, tmp_path) == wanted


@pytest.mark.skipif(OFFICE is None, reason=MISSING)
def test_a_document_saved_by_libreoffice_tells_the_same(tmp_path: Path) -> None:
    office = Office(tmp_path)
    assert verdicts(office.settled(made()), tmp_path) == all_are("pending")
    taken = office.settled(made(), "AcceptAllTrackedChanges")
    assert verdicts(taken, tmp_path) == all_are("accepted")
    left = office.settled(made(), "RejectAllTrackedChanges")
    assert verdicts(left, tmp_path) == all_are("rejected")


def test_the_lines_of_the_law_are_those_that_the_cases_speak_of() -> None:
    assert source_of(BASE).text.splitlines() == list(LINES)


def test_of_two_subsections_at_one_place_that_one_is_edited_whose_words_are_there(
    tmp_path: Path,
) -> None:
    base = docx("".join(map(p, LINES)))
    text = source_of(base).text
    last = LINES[2][-12:]
    first = "\n(3) A search takes place in private and with respect for the person who is searched."
    second = "\n(4) Nobody who is pregnant or has given birth of late is held in restraints."
    made_of = [
        finding(text, LINES[1][7:], proposal(text, (last, "", first), name="first", adds=True)),
        finding(text, LINES[2][4:], proposal(text, (last, "", second), name="second", adds=True)),
    ]
    data = settled(redline(base, made_of), ("in private",), ("pregnant",))
    data = typed(data, "in private and with respect", "alone, with due respect")
    found = {one.template: one for one in returned(data, tmp_path).decisions}
    assert {name: one.decision for name, one in found.items()} == {
        "first": "edited",
        "second": "rejected",
    }
    assert found["first"].words.startswith("(3) A search takes place alone")
    data = settled(redline(base, made_of), ("pregnant",), ("in private",))
    data = typed(data, "of late is held", "is ever kept")
    assert verdicts(data, tmp_path) == {"first": "rejected", "second": "edited"}


@pytest.mark.parametrize("base", [bills.rows(), bills.cells(), bills.counted(), bills.typed()])
def test_what_goes_and_comes_as_a_paragraph_or_a_row_is_known_again(
    base: bytes, tmp_path: Path
) -> None:
    source = read(base)
    said = "A child born abroad is a citizen."
    new = proposal(source.text, (said, "", "\n(3) A groom takes no name."), adds=True, name="new")
    gone = repealed(source, "A bride takes the nationality of her groom.", "gone")
    once = written(cut(source, [gone, finding(source.text, said, new)]), source)
    for data, verdict in (
        (once, "pending"),
        (all_accepted(once), "accepted"),
        (all_refused(once), "rejected"),
    ):
        assert verdicts(data, tmp_path) == {"gone": verdict, "new": verdict}


def test_a_repeal_of_what_another_has_put_in_is_pending_until_it_is_decided(
    tmp_path: Path,
) -> None:
    mark = f"<w:rPr><w:ins {BY}/></w:rPr>"
    base = docx(
        p("1. Of children")
        + p("(1) A child born here is a citizen.")
        + p(ins(t("(2) A bride takes the nationality of her groom.")), mark)
        + p("2. The Minister may make rules.")
    )
    source = read(base)
    gone = repealed(source, "A bride takes the nationality of her groom.", "gone")
    once = written(cut(source, [gone]), source)
    for data, verdict in (
        (once, "pending"),
        (all_accepted(once), "accepted"),
        (all_refused(once), "rejected"),
    ):
        assert verdicts(data, tmp_path) == {"gone": verdict}
