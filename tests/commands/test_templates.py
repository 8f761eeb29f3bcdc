"""`annotate templates`, and a country's own library beside ours, from the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.library.model import TemplateExample
from annotator.proving import proof

Streams = pytest.CaptureFixture[str]


def run(*arguments: str) -> int:
    return main(["templates", *arguments])


def test_templates_are_listed_by_issue_and_label(capsys: Streams) -> None:
    assert run("list", "--issue", "search", "--label", "blind") == 0
    out, err = capsys.readouterr()
    assert "search-same-sex-officer" in out
    assert "penalties" not in out
    assert err == ""


def test_the_list_is_json_for_programs(capsys: Streams) -> None:
    assert run("list", "--format", "json", "--issue", "search") == 0
    listed = json.loads(capsys.readouterr().out)
    assert {"search-same-sex-officer"} <= {one["id"] for one in listed}


def test_one_template_is_shown_whole(capsys: Streams) -> None:
    assert run("show", "search-same-sex-officer") == 0
    assert "Example 3 of " in capsys.readouterr().out
    assert run("show", "search-same-sex-officer", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["need"] == "same-sex-search"


def test_a_template_that_does_not_exist_is_named(capsys: Streams) -> None:
    assert run("show", "nothing") == 2
    assert "no template file named nothing" in capsys.readouterr().err


@pytest.mark.model
def test_a_countrys_templates_are_listed_shown_and_proved(country: Path, capsys: Streams) -> None:
    assert run("list", "--library", str(country)) == 0
    assert capsys.readouterr().out.startswith(f"search.yaml of {country}\n  own-search-recorded")
    assert run("show", "own-search-recorded", "--library", str(country)) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Ports Code, section 4 (guidance; to be checked)" in out
    assert "A constable of the same sex shall" in out
    assert run("check", "--library", str(country)) == 0
    assert capsys.readouterr().out == "1 template for 1 need, no problem.\n"


def test_a_broken_template_of_a_country_fails_the_check_and_is_said_elsewhere(
    country: Path, capsys: Streams
) -> None:
    with (country / "templates" / "search.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: own-broken\n  colour: red\n")
    assert run("check", "--library", str(country)) == 1
    out, err = capsys.readouterr()
    assert "search.yaml line 20: template own-broken is not as expected" in out
    assert out.endswith("1 template for 1 need, 1 problem.\n")
    assert err == ""
    assert run("list", "--library", str(country)) == 0
    assert "template own-broken is not as expected" in capsys.readouterr().err


@pytest.fixture
def misread(country: Path) -> Path:
    """The country's library with an example that is listed as misread."""
    path = country / "templates" / "search.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "any person.\n", "any person.\n      misread: true\n", 1
    )
    path.write_text(text, encoding="utf-8")
    return country


def test_an_example_that_the_pipeline_misreads_as_listed_is_told_and_passes(
    misread: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def still_flagged(_: object, example: TemplateExample, *__: object) -> Iterator[str]:
        return iter(["leaves it blind"] if example.misread else [])

    monkeypatch.setattr(proof, "still_flagged", still_flagged)
    assert run("check", "--library", str(misread)) == 0
    told, summary = capsys.readouterr().out.splitlines()
    assert "own-search-recorded lists as misread “An officer may search any person.”" in told
    assert summary == "1 template for 1 need, no problem."


def test_an_example_that_is_listed_as_misread_and_is_not_fails_the_check(
    misread: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "still_flagged", lambda *_: iter(()))
    assert run("check", "--library", str(misread)) == 1
    assert "lists as misread what is read right" in capsys.readouterr().out


def test_a_text_that_would_never_end_fails_the_check(country: Path, capsys: Streams) -> None:
    path = country / "templates" / "search.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{{ must }}", "{{ 'x' * 10**9 }}"), encoding="utf-8")
    assert run("check", "--library", str(country)) == 1
    assert "template own-search-recorded has a text that may" in capsys.readouterr().out


LAW = "PORTS ACT\n\nSearch\n\n1. (1) An officer may search any person who seeks to enter.\n"


@pytest.fixture
def law(tmp_path: Path) -> str:
    path = tmp_path / "law.txt"
    path.write_text(LAW, encoding="utf-8")
    return str(path)


def proposed(streams: Streams, *arguments: str) -> list[str]:
    assert main([*arguments, "--format", "json"]) == 0
    out, err = streams.readouterr()
    assert err == ""
    (finding,) = json.loads(out)["findings"]
    return [proposal["template"] for proposal in finding["proposals"]]


@pytest.mark.model
def test_a_countrys_template_comes_before_ours_for_the_same_need(
    law: str, country: Path, capsys: Streams
) -> None:
    ours = "search-same-sex-officer"
    assert ours in proposed(capsys, law)
    theirs = proposed(capsys, law, "--library", str(country))
    assert "own-search-recorded" in theirs
    assert ours not in theirs
    every = proposed(capsys, law, "--library", str(country), "--all-proposals")
    assert every.index("own-search-recorded") < every.index(ours)


def test_three_amendments_are_proposed_and_all_on_request(law: str, capsys: Streams) -> None:
    best, every = proposed(capsys, law), proposed(capsys, law, "--all-proposals")
    assert len(best) <= 3
    assert every[: len(best)] == best
    assert len(every) >= len(best)


def test_no_proposals_and_all_of_them_exclude_each_other(law: str, capsys: Streams) -> None:
    assert main([law, "--no-proposals", "--all-proposals"]) == 2
    assert "exclude each other" in capsys.readouterr().err


@pytest.mark.model
def test_a_pattern_that_would_never_end_is_given_up_and_the_rest_goes_on(
    law: str, country: Path, capsys: Streams
) -> None:
    path = country / "templates" / "search.yaml"
    text = path.read_text(encoding="utf-8")
    slow = text.replace("own-search-recorded", "own-slow").replace(
        "'\\bsearch'", "'(?:.|\\s|\\w)*[#@]'"
    )
    path.write_text(slow + text, encoding="utf-8")
    assert main([law, "--library", str(country)]) == 0
    out, err = capsys.readouterr()
    assert "A constable of the same sex shall carry out the search." in " ".join(out.split())
    assert err.count("\n") == 1
    assert "template own-slow has a pattern that takes too long" in err
    assert run("check", "--library", str(country)) == 1
    assert "template own-slow has a pattern that takes too long" in capsys.readouterr().out


def test_a_slow_pattern_is_given_up_where_only_the_law_as_a_whole_meets_it(
    tmp_path: Path, country: Path, capsys: Streams
) -> None:
    path = country / "templates" / "search.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("'same sex'", "'(?:.|\\s|\\w)*[#@]'"), encoding="utf-8")
    law = tmp_path / "responsive.txt"
    law.write_text(
        "PORTS ACT\n\n1. A search of a person shall be carried out by a woman if the person is a "
        "woman, and every search shall be recorded.\n",
        encoding="utf-8",
    )
    assert main([str(law), "--library", str(country)]) == 0
    assert capsys.readouterr().err.count("takes too long") <= 1


def test_a_folder_without_a_library_is_told_in_one_sentence(law: str, capsys: Streams) -> None:
    folder = Path(law).parent / "nothing"
    assert main([law, law, "--library", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "is no folder; --library names one" in err
