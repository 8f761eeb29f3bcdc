"""The report's section on gendered drafting: how much, of what, and in how few lines."""

from msgspec.structs import replace
from rich.console import Console

from annotator.request import Extent, View
from annotator.schema import Annotation, Edit, StyleNote
from annotator.writers.terminal.report import render
from tests.writers.conftest import TEXT


def note(words: str, new: str = "", after: str = "") -> StyleNote:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    edit = Edit(start=start, end=start + len(words), text=new)
    return StyleNote(
        number="10(1)",
        eid="sec_10__subsec_1",
        start=start,
        end=start + len(words),
        words=words,
        rewrite=(edit,) if new else (),
        reason=f"“{words}” is a word.",
    )


NOTES = (
    note("An officer", "A guard"),
    note("person", "individual"),
    note("person", "individual", after="about\nthe person"),
    note("husband"),
)


def section(annotation: Annotation, extent: Extent = "brief", width: int = 80) -> str:
    console = Console(width=width, color_system=None, force_terminal=False)
    report = render(replace(annotation, style=NOTES), View(style=extent), console)
    return report.partition("Drafting style\n")[2].partition("\n━")[0]


BRIEF = """\
4 places speak of people in the masculine or by their sex (person 2, an officer
1, husband 1). A neutral rewrite that keeps the sense is offered for 3.

Section 10(1)
    [-An officer-]{+A guard+} may, at a port of entry or … has reasonable
    grounds to suspect that a [-person-]{+individual+} has about the person
    anything in contravention …

Article 11
    A married woman follows the nationality of her «husband».
    “husband” is a word.

1 more: --style shows all, --no-style none.
"""


def test_a_few_are_shown_one_of_each_kind(annotation: Annotation) -> None:
    assert section(annotation) == BRIEF


def test_all_are_shown_on_request_each_clause_once(annotation: Annotation) -> None:
    whole = section(annotation, "all")
    assert whole.count("[-person-]{+individual+}") == 2
    assert whole.count("Section 10(1)") == 1
    assert "more:" not in whole


def test_none_is_shown_where_none_is_wanted_or_noted(annotation: Annotation) -> None:
    assert section(annotation, "none") == ""
    console = Console(width=80, color_system=None)
    assert "Drafting style" not in render(annotation, View(), console)


def test_no_line_is_wider_than_asked(annotation: Annotation) -> None:
    for width in (50, 80):
        assert all(len(line) <= width for line in section(annotation, "all", width).split("\n"))
