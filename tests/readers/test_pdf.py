"""Laws as PDF: pages made by hand, in which every way of setting a law stands for many files."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterable
from itertools import permutations

import pytest

from annotator.errors import InputError
from annotator.readers import read
from annotator.source import Source
from tests.readers.laws import texts
from tests.readers.sheets import Sheet, pdf

SEARCH = (
    "An immigration officer may, where he has reasonable grounds to suspect that a person who "
    "enters the Republic carries goods, search that person and any goods that the person carries."
)
RECORD = "The officer shall record the search, and give the person a copy of the record."
DETAIN = (
    "A person who is refused entry may be detained in a detention centre until the person is "
    "removed, but not for longer than the law allows."
)


def law(*sheets: Sheet, title: str = "") -> Source:
    return read(pdf(sheets, title=title), name="law.pdf")


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read(data, name="law.pdf")
    return str(error.value)


def short(*paragraphs: str, left: float = 72, top: float = 80) -> Sheet:
    sheet = Sheet()
    for paragraph in paragraphs:
        top = sheet.flow(left, top, paragraph) + 6
    return sheet


def sections(count: int, first: int = 1) -> list[str]:
    return [
        f"{n}. {SEARCH if n % 2 else DETAIN} This is rule {n}." for n in range(first, first + count)
    ]


def numbers(source: Source) -> list[str]:
    return list(texts(source))


def test_a_law_is_read_line_by_line_and_its_paragraphs_are_one() -> None:
    source = law(short("1. This Act may be cited as the Ports Act, 2019.", f"2. {SEARCH}"))
    assert source.format == "pdf"
    assert source.text.strip().split("\n\n")[1] == f"2. {SEARCH}"
    assert texts(source)["2"] == SEARCH


def test_what_was_read_leads_back_to_its_page_and_line() -> None:
    source = law(short(f"1. {RECORD}"), short(f"2. {SEARCH}"))
    at = source.text.index("enters the Republic")
    region = source.region(at, at + 6)
    assert region is not None
    assert (region.start_page, region.start_line) == (2, 2)
    assert source.place(region) == ("page", 2, 2)


def test_a_sentence_goes_on_over_the_page() -> None:
    words = f"1. {SEARCH}"
    above, below = Sheet(), Sheet()
    broken = words.rindex(" ", 0, 60)
    above.flow(72, 740, words[:broken])
    below.flow(72, 80, words[broken + 1 :])
    below.flow(72, 200, f"2. {DETAIN}")
    assert texts(law(above, below)) == {"1": SEARCH, "2": DETAIN}


def test_items_hang_behind_their_letters() -> None:
    sheet = Sheet()
    y = sheet.flow(72, 80, "1. A person may be searched where the person")
    for label in "ab":
        sheet.at(90, y, f"({label})")
        y = sheet.flow(114, y, f"{DETAIN[:-1]};", columns=50)
    found = law(sheet).text.strip().split("\n")
    assert [line[:4] for line in found] == ["1. A", "(a) ", "(b) "]


@pytest.mark.parametrize("seed", [1, 2])
def test_columns_are_read_one_after_the_other(seed: int) -> None:
    sheet = Sheet()
    sheet.at(180, 60, "BORDER CONTROL ACT, 2019", font="B")
    for x, first in ((50, 1), (310, 5)):
        y = 90.0 + (x > 300) * 4
        for words in sections(4, first):
            y = sheet.flow(x, y, words, columns=48, size=8, step=10) + 8
    random.Random(seed).shuffle(sheet.said)  # noqa: S311
    assert numbers(law(sheet)) == [str(n) for n in range(1, 9)]


def test_rows_of_a_table_are_no_columns() -> None:
    sheet = Sheet()
    y = sheet.flow(72, 80, "1. The fees are those of the table.") + 10
    for item, fee in (("Visa", "20"), ("Permit", "45"), ("Passport", "30"), ("Stamp", "5")):
        sheet.at(72, y, f"{item} of a person")
        sheet.at(300, y, f"{fee} dollars")
        y += 12
    assert "Permit of a person | 45 dollars\nPassport of a person | 30 dollars" in law(sheet).text


def paged(bodies: Iterable[str], *, foot: bool = True) -> list[Sheet]:
    sheets = []
    for number, words in enumerate(bodies, start=1):
        sheet = Sheet()
        even = number % 2 == 0
        sheet.at(72 if even else 380, 40, f"{number}   Ports Act" if even else "Act 7 of 2019")
        sheet.flow(72, 80, words)
        if foot:
            sheet.at(290, 810, f"- {number} -")
        sheets.append(sheet)
    return sheets


def test_heads_feet_and_numbers_of_pages_are_none_of_the_law() -> None:
    source = law(*paged(sections(8)))
    assert numbers(source) == [str(n) for n in range(1, 9)]
    assert "Act 7 of 2019" not in source.text
    assert "- 3 -" not in source.text
    assert source.notes == (
        "law.pdf has heads, feet or numbers of pages on pages 1 to 8 (“Act 7 of 2019”, “2 Ports "
        "Act”): they are left out.",
    )


def test_a_law_that_begins_alike_on_its_pages_keeps_its_words() -> None:
    source = law(*(short(f"{n}. {RECORD}") for n in range(1, 6)))
    assert list(texts(source).values()) == [RECORD] * 5


def test_marks_of_notes_and_the_notes_are_none_of_the_law() -> None:
    sheet = Sheet()
    sheet.at(72, 80, "1. A person")
    sheet.at(138, 76, "1", size=6)
    sheet.at(146, 80, "may be searched by an officer of the same sex.")
    y = sheet.flow(72, 100, f"2. {DETAIN}")
    sheet.at(72, 740, "1", size=5)
    sheet.at(76, 743, "Inserted by Act 3 of 2001.", size=7)
    source = law(sheet)
    assert y < 740
    assert texts(source) == {
        "1": "A person may be searched by an officer of the same sex.", "2": DETAIN
    }  # fmt: skip
    assert source.notes == ("law.pdf has footnotes on page 1: they are left out.",)


def test_a_browser_raises_marks_that_are_hardly_smaller_and_push_their_line_down() -> None:
    sheet = Sheet()
    lines = textwrap.wrap(f"1. {DETAIN} {RECORD}", 60)
    y = 80.0
    for n, line in enumerate(lines):
        y += 12 if n != 2 else 14.5
        sheet.at(72, y, line)
        if n == 2:
            sheet.at(72 + 6 * len(line), y - 3.6, "7", size=8.33)
    sheet.flow(72, y + 24, f"2. {DETAIN}")
    source = law(sheet)
    assert texts(source) == {"1": f"{DETAIN} {RECORD}", "2": DETAIN}
    assert len(source.text.splitlines()) == 3


def test_squares_and_ordinals_are_words() -> None:
    sheet = short("1. A cell has at least ten squares for each of those who are in it.")
    sheet.at(72, 120, "2. It has 6 m")
    sheet.at(151, 116, "2", size=6)
    sheet.at(160, 120, "from the 1")
    sheet.at(221, 116, "st", size=6)
    sheet.at(232, 120, "day on for each person.")
    assert "6 m² from the 1st day on" in " ".join(law(sheet).text.split())


def test_words_that_the_end_of_a_line_broke_are_joined() -> None:
    sheet = Sheet()
    for n, line in enumerate((
        "1. An immigration officer may search any person who immi-",
        "gration officers believe to be a re-entering person and sub-",
        "jected to an order; a full-time officer records the full-",
        "time search of the person and what the officer has found.",
    )):  # fmt: skip
        sheet.at(72, 80 + 12 * n, line)
    words = texts(read(pdf([sheet, short(f"2. No person is subjected to it. {RECORD}")])))["1"]
    assert "who immigration officers" in words
    assert "subjected to an order" in words
    assert "the full-time search" in words


def test_of_words_that_stand_nowhere_else_their_halves_tell() -> None:
    sheet = short("1. The first of them may be mentioned.", *sections(7, first=3))
    sheet.at(72, 700, "2. The requirement is such that the persons whom the first-")
    sheet.at(72, 712, "mentioned officer names are liable to a penalty that is pro-")
    sheet.at(72, 724, "portionate to the offence.")
    words = texts(law(sheet))
    assert "the first-mentioned officer" in " ".join(words.values())
    assert "that is proportionate to" in " ".join(words.values())


def turned(matrix: tuple[float, float, float, float], degrees: int) -> Sheet:
    sheet = Sheet(turned=degrees, width=842, height=595)
    b = matrix[1]
    for n, line in enumerate((
        "1. An officer may search a person who enters the", "Republic, and record the search.",
    )):  # fmt: skip
        x, y = (60 + 12 * n, 500) if b > 0 else (400 - 12 * n, 60)
        sheet.at(x, y, line, matrix=matrix)
    return sheet


def test_pages_are_read_as_they_are_turned() -> None:
    words = "An officer may search a person who enters the Republic, and record the search."
    assert texts(law(turned((0, 1, -1, 0), 90))) == {"1": words}
    assert texts(law(turned((0, -1, 1, 0), 270))) == {"1": words}


def test_a_stamp_across_the_page_is_none_of_the_law() -> None:
    sheet = short(f"1. {SEARCH}")
    sheet.at(150, 400, "DRAFT", size=90, matrix=(0.7, 0.7, -0.7, 0.7))
    assert "DRAFT" not in law(sheet).text


def test_great_letters_behind_the_words_are_none_of_the_law() -> None:
    sheet = short(f"1. {SEARCH}", f"2. {DETAIN}")
    sheet.at(100, 110, "COPY", size=60)
    assert texts(law(sheet)) == {"1": SEARCH, "2": DETAIN}


def test_a_scan_is_named() -> None:
    told = refused(pdf([Sheet().picture(), Sheet().picture()]))
    assert told.startswith("law.pdf is a scan: its pages are pictures without text;")
    assert "ocrmypdf" in told


def test_scanned_pages_among_others_are_named() -> None:
    source = law(short(f"1. {SEARCH}"), Sheet().picture(), short(f"2. {DETAIN}"))
    assert source.notes[0].startswith("law.pdf has pictures without text on page 2, which")


def test_words_that_were_recognised_under_a_picture_are_read() -> None:
    sheet = Sheet().picture()
    sheet.at(72, 80, "1. An officer may search a person.", mode=3)
    source = law(sheet)
    assert texts(source) == {"1": "An officer may search a person."}
    assert source.notes == (
        "law.pdf is a scan on page 1 whose words a program recognised: some may be wrong.",
    )


def test_words_that_nobody_sees_are_none_of_the_law() -> None:
    sheet = short(f"1. {SEARCH}", f"2. {DETAIN}")
    sheet.at(72, 400, "Hidden words of somebody", mode=3)
    assert "Hidden" not in law(sheet).text


def test_letters_that_no_font_tells_are_named() -> None:
    sheet = Sheet().at(72, 80, "".join(chr(1 + n % 26) for n in range(90)), font="U")
    assert refused(pdf([sheet])).startswith("law.pdf does not tell which letters its pages show")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf([short(f"1. {SEARCH}")], locked=True), "law.pdf is locked with a password: save"),
        (pdf([short(f"1. {SEARCH}")])[:500], "law.pdf is a damaged PDF: open it"),
        (b"%PDF-1.7 and no more", "law.pdf is a damaged PDF: open it"),
        (pdf([Sheet()]), "law.pdf shows no text: give"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data: bytes, told: str) -> None:
    assert refused(data).startswith(told)


def test_a_pdf_may_have_bytes_in_front() -> None:
    data = b"HTTP junk\r\n\r\n" + pdf([short(f"1. {SEARCH}")])
    assert read(data, name="law").format == "pdf"


def test_a_text_that_speaks_of_pdfs_is_none() -> None:
    assert read(b"1. A file that begins with %PDF- shall be kept.\n").format == "txt"


FRENCH = (
    "Un agent peut, dans les cas que la loi prévoit, fouiller une personne qui entre dans le pays "
    "et les biens que cette personne porte avec elle ou qui sont dans un autre lieu."
)


def test_of_columns_in_several_languages_the_english_ones_are_read() -> None:
    sheets = []
    for first in (1, 4):
        sheet = Sheet()
        for x, words in ((50, SEARCH), (310, FRENCH)):
            y = 80.0
            for n in range(first, first + 3):
                y = sheet.flow(x, y, f"{n}. {words}", columns=48, size=8, step=10) + 8
        sheets.append(sheet)
    source = law(*sheets)
    assert texts(source) == {str(n): SEARCH for n in range(1, 7)}
    assert source.notes == ("law.pdf is in French on pages 1, 2: that is set aside.",)


SWAHILI = (
    "Afisa wa uhamiaji anaweza, kwa sababu ya kutosha, kumpekua mtu ambaye anaingia katika nchi na "
    "mali za mtu huyo kama sheria hii ya mwaka huu inavyosema kwa ajili ya usalama wa nchi."
)


@pytest.mark.parametrize("order", list(permutations((SWAHILI, SEARCH, FRENCH))))
def test_articles_that_stand_beside_one_another_are_read_by_column(order: tuple[str, ...]) -> None:
    sheets = []
    for first in (1, 6):
        sheet, y = Sheet(), 80.0
        for n in range(first, first + 5):
            y = 8 + max(
                sheet.flow(x, y, f"{n}. {words}", columns=34, size=8, step=10)
                for x, words in zip((30, 210, 390), order, strict=True)
            )
        sheets.append(sheet)
    source = law(*sheets)
    assert texts(source) == {str(n): SEARCH for n in range(1, 11)}
    assert sorted(note[:24] for note in source.notes) == [
        "law.pdf is in French on ", "law.pdf is in Swahili on",
    ]  # fmt: skip


def test_of_facing_pages_the_english_ones_are_read() -> None:
    source = law(*(
        short(*(f"{n}. {words}" for n in (first, first + 1)))
        for first in (1, 3) for words in (SEARCH, FRENCH)
    ))  # fmt: skip
    assert numbers(source) == ["1", "2", "3", "4"]
    assert source.notes == ("law.pdf is in French on pages 2, 4: that is set aside.",)


def test_a_law_in_another_language_is_refused_by_its_name() -> None:
    words = [f"{n}. {FRENCH}" for n in range(1, 8)]
    assert refused(pdf([short(*words)])) == "law.pdf is in French: only English is read so far."


def test_letters_set_apart_are_words() -> None:
    sheet = short(f"1. {SEARCH}", top=140)
    for n, letter in enumerate("PART ONE"):
        if letter != " ":
            sheet.at(200 + 16 * n, 80, letter, font="B")
    assert law(sheet).text.strip().startswith("PART ONE\n")


def test_small_capitals_are_one_word() -> None:
    sheet = short(f"1. {SEARCH}", top=140)
    sheet.at(200, 80, "S", size=10).at(206, 80, "HORT", size=8)
    sheet.at(230, 80, "T", size=10).at(236, 80, "ITLE", size=8)
    assert law(sheet).text.strip().startswith("SHORT TITLE\n")


def test_letters_of_a_ligature_are_of_one_word() -> None:
    sheet = Sheet().at(72, 80, "1. An ofcer fnds the fle.", font="L")
    assert "1. An oficer finds the file." in law(sheet).text


def test_letters_that_are_guessed_are_no_other_language() -> None:
    # The number of each sign in the font, which has no table: it looks like letters.
    sheet = Sheet()
    for n in range(9):
        told = "".join(f"{ord(letter) - 29:04x}" for letter in RECORD).encode()
        sheet.said.append(b"BT /D 10 Tf 1 0 0 1 72 %d Tm <%s> Tj ET" % (700 - 12 * n, told))
    assert refused(pdf([sheet])).startswith("law.pdf does not tell which letters its pages show")


def test_letters_that_a_program_gave_numbers_are_named() -> None:
    words = " ".join(f"(cid:{n})(cid:{n + 3})" for n in range(40))
    told = refused(pdf([short(words)]))
    assert told.startswith("law.pdf does not tell which letters its pages show")


def test_bullets_of_symbol_fonts_are_bullets() -> None:
    sheet = short("1. A person has these rights:")
    sheet.at(80, 110, "·", font="S").at(95, 110, "to see a doctor;")
    assert "• to see a doctor;" in law(sheet).text


def test_the_title_in_the_data_is_the_last_resort() -> None:
    words = short("1. An officer may search a person.")
    assert law(words, title="Ports Ordinance").title == "Ports Ordinance"
    assert law(words, title="Microsoft Word - draft3.docx").title == "law"
    cited = short("1. This Act may be cited as the Ports Act, 2019.")
    assert law(cited, title="Ports Ordinance").title == "Ports Act, 2019"


@pytest.mark.usefixtures("in_process")
def test_a_document_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.readers.pdf import document

    monkeypatch.setattr(document, "MOST_PAGES", 2)
    told = refused(pdf([short(f"1. {SEARCH}")] * 3))
    assert told == "law.pdf has 3 pages, more than any one law: split it and annotate the parts."


def test_pages_may_be_as_large_as_the_file_says_for_all_of_them() -> None:
    sheet = short("1. This Act may be cited as the Ports Act, 2019.", f"2. {SEARCH}", top=20)
    source = read(pdf([sheet], shared=True), name="law.pdf")
    assert source.text == law(sheet).text
    assert "Ports Act" in source.text


@pytest.mark.usefixtures("in_process")
def test_a_page_of_too_many_letters_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.readers.pdf.words.MOST_LETTERS", 600)
    source = law(short(*sections(2)), short(*sections(8, 3)))
    assert numbers(source)[:2] == ["1", "2"]
    assert [note for note in source.notes if "letters on page 2" in note]


def test_a_page_that_cannot_be_opened_is_named() -> None:
    data = pdf([short(*sections(3)), short(*sections(3, 4))])
    # The second page is no page any more; nothing in the file moves.
    at = data.rindex(b"/Type /Page ")
    source = read(data[:at] + b"/Type /Pile " + data[at + 12 :], name="law.pdf")
    assert numbers(source) == ["1", "2", "3"]
    assert [note for note in source.notes if "damaged on page 2" in note]


def test_a_word_without_an_end_takes_no_time() -> None:
    sheet = short(f"1. {SEARCH}").at(60, 600, "a" * 39_000, size=0.02)
    law(sheet.at(60, 620, "and more of it"))
