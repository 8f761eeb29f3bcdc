"""Automatic numbering: the labels that Word prints and that no text says."""

import shutil
import subprocess
from pathlib import Path

import pytest

from annotator.word.numerals import numeral
from tests.word.building import BY, GONE_MARK, docx, gone, p, paragraphs, row, table
from tests.word.numbered import LAW, definition, in_list, lvl, num

A_LIST = definition(1, lvl(0, "decimal", "%1.")) + num(1, 1)


def labels(body: str, numbering: str = A_LIST, styles: str = "") -> list[str]:
    return [one.label for one in paragraphs(body, numbering=numbering, styles=styles)]


def test_levels_count_below_one_another() -> None:
    levels = [0, 1, 2, 2, 3, 3, 1, 2, 0, 1]
    body = "".join(in_list("words", level) for level in levels)
    assert labels(body, LAW + num(1, 1)) == [
        "Article 1", "1.1", "(a)", "(b)", "(i)", "(ii)", "1.2", "(a)", "Article 2", "2.1",
    ]  # fmt: skip


def test_lists_of_one_definition_count_on_and_begin_again_once() -> None:
    lists = LAW + num(1, 1) + num(2, 1, {0: 20, 1: 5}) + num(3, 1)
    body = "".join(in_list("x", level, of) for level, of in [(0, 1), (0, 3), (0, 2), (1, 2)])
    more = "".join(in_list("x", level, of) for level, of in [(0, 2), (1, 2), (0, 1)])
    assert labels(body + more, lists) == [
        "Article 1", "Article 2", "Article 20", "20.5", "Article 21", "21.5", "Article 22",
    ]  # fmt: skip


def test_a_level_that_is_passed_over_counts_as_met() -> None:
    body = in_list("x", 1) + in_list("x", 1) + in_list("x", 0)
    assert labels(body, LAW + num(1, 1)) == ["1.1", "1.2", "Article 2"]


def test_a_level_may_go_on_counting_below_another() -> None:
    on = '<w:lvlRestart w:val="0"/>'
    lists = definition(1, lvl(0, "upperRoman", "Part %1"), lvl(1, "decimal", "%2.", on)) + num(1, 1)
    body = "".join(in_list("x", level) for level in (0, 1, 1, 0, 1))
    assert labels(body, lists) == ["Part I", "1.", "2.", "Part II", "3."]
    below_parts = (
        lvl(0, "upperRoman", "%1"),
        lvl(1, "decimal", "%2"),
        lvl(2, "lowerLetter", "%3", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(in_list("x", level) for level in (0, 1, 2, 1, 2, 0, 2))
    assert labels(body, definition(1, *below_parts) + num(1, 1)) == [
        "I", "1", "a", "2", "b", "II", "a",
    ]  # fmt: skip


def test_legal_numbering_is_in_figures() -> None:
    legal = lvl(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = in_list("x") + in_list("x", 1)
    numbering = definition(1, lvl(0, "upperRoman", "Chapter %1"), legal) + num(1, 1)
    assert labels(body, numbering) == ["Chapter I", "1.1"]


def test_a_list_may_change_a_level_of_its_definition() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "lowerLetter", "%1)")}</w:lvlOverride></w:num>'
    numbering = definition(1, lvl(0, "decimal", "%1.")) + num(1, 1).replace("</w:num>", own)
    assert labels(in_list("x") + in_list("x"), numbering) == ["a)", "b)"]


def test_styles_number_their_paragraphs() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Sec"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:styleId="Sub"><w:basedOn w:val="Sec"/><w:pPr><w:numPr>'
        '<w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Sec"/></w:style>'
        '<w:style w:styleId="Para"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Off"><w:basedOn w:val="Sec"/><w:pPr><w:numPr><w:numId w:val="0"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbering = definition(
        1,
        lvl(0, "decimal", "%1."),
        lvl(1, "decimal", "(%2)"),
        lvl(2, "lowerLetter", "(%3)", '<w:pStyle w:val="Para"/>'),
    ) + num(1, 1)
    styled = [f'<w:pStyle w:val="{name}"/>' for name in ("Sec", "Sub", "Para", "Own", "Off")]
    off = styled[0] + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    deeper = styled[0] + '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = "".join(p("x", one) for one in (*styled, off, deeper))
    assert labels(body, numbering, styles) == ["1.", "(1)", "(a)", "2.", "", "", "(1)"]


def test_a_style_may_say_its_level_alone_and_have_the_list_from_the_style_it_is_based_on() -> None:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    levelled = '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:styleId="Sec">{numbered}</w:style>'
        f'<w:style w:styleId="Sub"><w:basedOn w:val="Sec"/>{levelled}</w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Sub"/></w:style>'
    )
    numbering = definition(
        1,
        lvl(0, "upperRoman", "Part %1", '<w:pStyle w:val="Part"/>'),
        lvl(1, "decimal", "%2.", '<w:pStyle w:val="Sec"/>'),
        lvl(2, "lowerLetter", "(%3)", '<w:pStyle w:val="Sub"/>'),
    ) + num(1, 1)
    other = definition(2, *(lvl(at, "decimal", f"{at}-%{at + 1}") for at in range(3))) + num(2, 2)
    styled = [f'<w:pStyle w:val="{name}"/>' for name in ("Sec", "Sub", "Own")]
    body = "".join(p("x", one) for one in styled)
    in_other = p("x", styled[2] + '<w:numPr><w:numId w:val="2"/></w:numPr>')
    assert labels(body + in_other, numbering + other, styles) == ["1.", "(a)", "(b)", "2-1"]
    unlinked = numbering.replace('<w:pStyle w:val="Sub"/>', "")
    assert labels(body, unlinked, styles) == ["1.", "(a)", "(b)"]


def test_a_list_may_follow_the_list_of_a_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Law"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    numbering = (
        definition(1, lvl(0, "decimal", "§ %1"), more='<w:styleLink w:val="Law"/>')
        + definition(2, more='<w:numStyleLink w:val="Law"/>')
        + num(7, 1)
        + num(1, 2)
    )
    assert labels(in_list("x") + in_list("x"), numbering, styles) == ["§ 1", "§ 2"]
    assert labels(in_list("x"), numbering) == ["§ 1"]
    circle = definition(2, more='<w:numStyleLink w:val="No"/>') + num(1, 2)
    assert labels(in_list("x"), circle) == [""]


def test_what_is_not_shown_does_not_count() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        in_list("One")
        + in_list(gone("Two"), more=GONE_MARK)
        + p(f"<w:r>{hidden}<w:t>Three</w:t></w:r>", numbered + hidden)
        + table(row(in_list("Four"), properties=f"<w:del {BY}/>"))
        + p("", numbered + "<w:sectPr/>")
        + in_list("Five")
        + in_list("")
        + in_list("Six")
    )
    assert [(one.label, one.text) for one in paragraphs(body, numbering=A_LIST) if one.text] == [
        ("1.", "One"),
        ("2.", "Five"),
        ("4.", "Six"),
    ]


def test_bullets_are_characters() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'
    levels = [
        lvl(0, "bullet", "\uf0b7").replace("</w:lvl>", fonts.format("Symbol") + "</w:lvl>"),
        lvl(1, "bullet", "o").replace("</w:lvl>", fonts.format("Courier New") + "</w:lvl>"),
        lvl(2, "bullet", "\uf0a7").replace("</w:lvl>", fonts.format("Wingdings") + "</w:lvl>"),
        lvl(3, "bullet", "–"),
        lvl(4, "bullet", "➢"),
        lvl(5, "bullet", ""),
    ]
    body = "".join(in_list("x", level) for level in range(6))
    assert labels(body, definition(1, *levels) + num(1, 1)) == ["•", "◦", "▪", "–", "•", ""]


def test_a_number_may_be_hidden_and_counts() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    numbering = definition(1, lvl(0, "decimal", "%1.", hidden), lvl(1, "decimal", "%1.%2"))
    body = in_list("x") + in_list("x", 1) + in_list("x") + in_list("x", 1)
    assert labels(body, numbering + num(1, 1)) == ["", "1.1", "", "2.1"]


def test_what_stands_behind_a_label() -> None:
    levels = [
        lvl(0, "decimal", "%1.", '<w:suff w:val="space"/>'),
        lvl(1, "decimal", "%2.", '<w:suff w:val="nothing"/>'),
        lvl(2, "decimal", "%3."),
    ]
    body = "".join(in_list("x", level) for level in range(3))
    found = paragraphs(body, numbering=definition(1, *levels) + num(1, 1))
    assert [(one.gap, one.level) for one in found] == [(" ", 0), ("", 1), ("\t", 2)]


def test_broken_lists_number_nothing() -> None:
    assert labels(in_list("x", of=9)) == [""]
    assert labels(in_list("x"), num(1, 5)) == [""]
    assert labels(in_list("x", level=40) + in_list("x", level=-1)) == ["1.", "2."]
    odd = lvl(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="first"')
    assert labels(in_list("x"), definition(1, odd) + num(1, 1)) == ["1."]


@pytest.mark.parametrize(
    ("number", "kind", "printed"),
    [
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (14, "lowerRoman", "xiv"),
        (4000, "upperRoman", "4000"),
        (7, "decimalZero", "07"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (21, "cardinalText", "Twenty-one"),
        (112, "ordinalText", "One hundred twelfth"),
        (30, "ordinalText", "Thirtieth"),
        (6, "chicago", "††"),
        (3, "numberInDash", "- 3 -"),
        (3, "none", ""),
        (12, "0001, 0002, 0003, ...", "0012"),
        (5, "russianLower", "5"),
        (-3, "lowerLetter", "-3"),
    ],
)
def test_formats_of_numbers(number: int, kind: str, printed: str) -> None:
    assert numeral(number, kind) == printed


def test_a_format_of_words_own_making_stands_first() -> None:
    own = (
        '<mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    level = lvl(0, "decimal", "%1").replace('<w:numFmt w:val="decimal"/>', own)
    assert labels(in_list("x"), definition(1, level) + num(1, 1)) == ["001"]


#: What LibreOffice numbers as Word does: it knows neither legal numbering nor levels that go on.
BESIDE = {
    "levels": (
        LAW + num(1, 1) + num(2, 1, {0: 20}),
        [(0, 1), (1, 1), (2, 1), (2, 1), (3, 1), (1, 1), (2, 1), (0, 1), (0, 2), (1, 2), (0, 2)],
    ),
    "formats": (
        definition(
            1,
            lvl(0, "upperRoman", "Part %1."),
            lvl(1, "decimal", "%1.%2."),
            lvl(2, "upperLetter", "%3)", start=26),
            lvl(3, "decimalZero", "%4", '<w:suff w:val="space"/>'),
            lvl(4, "ordinal", "%5:"),
        )
        + num(1, 1),
        [(0, 1), (1, 1), (2, 1), (2, 1), (3, 1), (3, 1), (4, 1), (4, 1), (0, 1), (1, 1), (2, 1)],
    ),
}


def test_a_file_may_say_what_it_likes_of_its_labels() -> None:
    numbering = definition(1, lvl(0, "decimal", "%1." * 200, start=9 * 10**4200)) + num(1, 1)
    one, two = paragraphs(in_list("a", 0, 1) + in_list("b", 0, 1), numbering=numbering)
    assert len(one.label) <= 255
    assert one.label.startswith("1.1.")
    assert two.label.startswith("2.2.")


@pytest.mark.parametrize("kind", BESIDE)
def test_labels_are_those_of_libreoffice(kind: str, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    numbering, levels = BESIDE[kind]
    body = "".join(in_list(f"words{at}", level, of) for at, (level, of) in enumerate(levels))
    (tmp_path / "law.docx").write_bytes(docx(body, numbering=numbering))
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), "law.docx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    printed = (tmp_path / "law.txt").read_text("utf-8-sig").split()
    ours = [
        word
        for one in paragraphs(body, numbering=numbering)
        for word in f"{one.label} {one.text}".split()
    ]
    assert ours == printed
