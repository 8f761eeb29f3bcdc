"""`annotate commitments`: what binds a country."""

import json

import pytest

from annotator.cli import main
from annotator.library import load_commitments

Streams = pytest.CaptureFixture[str]


def test_what_binds_a_country_comes_first_with_its_dates(capsys: Streams) -> None:
    assert main(["commitments", "Albania"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("Albania (AL)\n\nTreaties that bind Albania\n")
    groups = [
        "Treaties that bind Albania",
        "Undertaken by Albania",
        "Guidance\n",
        "Lists that were",
    ]
    assert [out.index(group) for group in groups] == sorted(out.index(group) for group in groups)
    assert "(1979-12-18, in force 1981-09-03; list of" in " ".join(out.split())
    assert max(map(len, out.split("\n"))) <= 80


def test_json_holds_every_instrument(capsys: Streams) -> None:
    assert main(["commitments", "al", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["country"], told["name"]) == ("AL", "Albania")
    assert len(told["commitments"]) == len(load_commitments())
    assert {"instrument", "status", "date", "in_force", "as_of", "source"} <= set(
        told["commitments"][0]
    )


def test_a_reservation_is_told_below_its_treaty(capsys: Streams) -> None:
    from annotator.bindings.tables import load_parties

    reserved = [
        (country, words)
        for parties in load_parties().values()
        for country, words in parties.reservations.items()
    ]
    for country, words in reserved[:3]:
        assert main(["commitments", country]) == 0
        assert " ".join(words.split()) in " ".join(capsys.readouterr().out.split())


def test_a_country_that_does_not_exist_gets_a_sentence(capsys: Streams) -> None:
    assert main(["commitments", "Albanja"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "annotate: 'Albanja' is no country that is known here: give its name in English or its "
        "code; did you mean Albania (AL)?\n"
    )
