"""Laws that stand in a table, a column each language: the English one is read."""

from __future__ import annotations

import pytest

from annotator.readers import read
from annotator.source import Source
from tests.readers.laws import texts
from tests.word.building import docx, p, row, table

ENGLISH = (
    "An officer of the harbour may ask a person who crosses it for the permit, and shall give it "
    "back at once.",
    "The keeper may detain a person who has no permit, but not by night.",
)
FRENCH = (
    "Un agent du port peut demander à la personne qui le traverse son permis, et le rend sans "
    "délai à celle-ci.",
    "Le gardien peut retenir la personne qui n’a pas de permis, mais pas pendant la nuit.",
)
ROWS = [
    (f"{n}. {en}", f"{n}. {fr}") for n, (en, fr) in enumerate(zip(ENGLISH, FRENCH, strict=True), 1)
]


def word(*rows: tuple[str, ...]) -> Source:
    body = (
        p("PORTS BILL")
        + table(*(row(*map(p, cells)) for cells in rows))
        + p("3. A permit is free.")
    )
    return read(docx(body), name="bill.docx")


def page(*rows: tuple[str, ...]) -> Source:
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in cells)}</tr>" for cells in rows)
    law = f"<h1>Ports Bill</h1><table>{cells}</table><p>3. A permit is free.</p>"
    return read(f"<!doctype html><html><body>{law}</body></html>".encode(), name="bill.html")


@pytest.mark.parametrize("read_law", [word, page])
@pytest.mark.parametrize("swapped", [False, True])
def test_the_column_in_english_is_read_without_its_title(read_law, swapped: bool) -> None:  # type: ignore[no-untyped-def]
    rows = [("English", "Français"), *ROWS]
    source = read_law(*(cells[::-1] if swapped else cells for cells in rows))
    assert list(texts(source).values()) == [*ENGLISH, "A permit is free."]
    assert "English" not in source.text
    assert any("columns in other languages" in note for note in source.notes)


@pytest.mark.parametrize("read_law", [word, page])
def test_columns_of_one_language_all_stay(read_law) -> None:  # type: ignore[no-untyped-def]
    source = read_law(*((first, f"Note: {first}") for first, _ in ROWS))
    assert not source.notes
    assert source.text.count("harbour") == 2
