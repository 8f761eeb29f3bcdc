"""The tables of instruments, parties and membership: known keys, real dates, two-letter codes."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import annotator.bindings
import annotator.library
from annotator.library import load_commitments

FOLDER = Path(annotator.library.__file__).parent
BINDINGS = Path(annotator.bindings.__file__).parent
INSTRUMENTS = load_commitments()
PARTIES: dict[str, Any] = yaml.safe_load((BINDINGS / "parties.yaml").read_text("utf-8"))
EUROPE: dict[str, Any] = yaml.safe_load((BINDINGS / "europe.yaml").read_text("utf-8"))


def assert_codes(codes: list[str]) -> None:
    """Each is a two-letter code, none stands twice, and they are in order."""
    assert all(isinstance(code, str) and re.fullmatch("[A-Z]{2}", code) for code in codes), codes
    assert codes == sorted(set(codes))


def test_the_dates_of_the_instruments_are_dates() -> None:
    for instrument in INSTRUMENTS.values():
        year, month, day = [*instrument.date.split("-"), "01", "01"][:3]  # a year may stand alone
        adopted = date(int(year), int(month), int(day))
        if instrument.in_force:
            assert date.fromisoformat(instrument.in_force) >= adopted, instrument.key


def test_only_instruments_that_bind_are_in_force() -> None:
    assert [i.key for i in INSTRUMENTS.values() if i.in_force and not i.binding] == []


@pytest.mark.parametrize("key", PARTIES)
def test_an_entry_of_parties_is_of_a_treaty_and_says_what_was_read(key: str) -> None:
    entry = PARTIES[key]
    assert INSTRUMENTS[key].kind == "treaty"
    assert set(entry) <= {"as_of", "source", "complete", "states", "signatories", "reservations"}
    assert date.fromisoformat(entry["as_of"]) >= date.fromisoformat(INSTRUMENTS[key].date)
    assert entry["source"].strip()
    assert isinstance(entry["complete"], bool)
    assert_codes(entry["states"])
    assert_codes(entry.get("signatories", []))
    assert not set(entry["states"]) & set(entry.get("signatories", []))
    reservations = entry.get("reservations", {})
    assert set(reservations) <= set(entry["states"])
    assert all(isinstance(text, str) and text.strip() for text in reservations.values())


def test_membership_in_europe_is_in_codes_and_says_what_was_read() -> None:
    tables = {"members", "candidates", "schengen", "opt_outs", "bound"}
    assert set(EUROPE) == {"as_of", "source", *tables}
    assert date.fromisoformat(EUROPE["as_of"])
    assert EUROPE["source"].strip()
    for group in ("members", "candidates", "schengen"):
        assert_codes(EUROPE[group])
    assert len(EUROPE["members"]) == 27
    assert not set(EUROPE["members"]) & set(EUROPE["candidates"])


@pytest.mark.parametrize("table", ["opt_outs", "bound"])
def test_opt_outs_are_of_members_and_of_acts_of_the_union(table: str) -> None:
    for state, keys in EUROPE[table].items():
        assert state in EUROPE["members"]
        assert {INSTRUMENTS[key].kind for key in keys} == {"eu"}
        assert len(keys) == len(set(keys))
