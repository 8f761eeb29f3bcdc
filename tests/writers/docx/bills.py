"""A bill as offices set it: numbers typed, counted by Word, or in cells of a table."""

from __future__ import annotations

from tests.word.building import docx, p, row, t, table
from tests.word.numbered import definition, in_list, lvl, num

#: Of each section the heading, and its subsections with the level and the number of each.
BILL = (
    ("Short title", ((1, "(1)", "This Act may be cited as the Visits Act."),)),
    (
        "Nationality",
        (
            (1, "(1)", "A bride takes the nationality of her groom."),
            (1, "(2)", "A child born abroad is a citizen."),
        ),
    ),
    (
        "Removal",
        (
            (1, "(1)", "The Minister may order the removal of a person who—"),
            (2, "(a)", "has no permit;"),
            (2, "(b)", "lives with a soldier out of wedlock;"),
            (2, "(c)", "begs."),
            (1, "(2)", "An order is in writing."),
        ),
    ),
    ("Permits", ((1, "(1)", "A permit is in writing."),)),
)
NUMBERING = definition(
    1, lvl(0, "decimal", "%1."), lvl(1, "decimal", "(%2)"), lvl(2, "lowerLetter", "(%3)")
) + num(1, 1)
_TAB = "<w:r><w:tab/></w:r>"


def bold(words: str) -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def hanging(left: int, by: int = 500) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{by}"/>'


def counted() -> bytes:
    """All numbers are those of a list of several levels."""
    body = p(bold("VISITS BILL"))
    for heading, subsections in BILL:
        body += in_list(bold(heading), 0)
        body += "".join(in_list(words, level) for level, _, words in subsections)
    return docx(body, numbering=NUMBERING)


def typed() -> bytes:
    """All numbers are typed; that of a section stands before its first subsection."""
    body = p(bold("VISITS BILL"))
    for number, (heading, subsections) in enumerate(BILL, start=1):
        body += p(bold(heading), "<w:keepNext/>")
        for at, (level, label, words) in enumerate(subsections):
            head = "" if at else t(f"{number}.") + _TAB
            look = hanging(500 + 500 * level) if at else hanging(1000, 1000)
            body += p(head + t(label) + _TAB + t(words), look)
    return docx(body)


def rows(note: str = "") -> bytes:
    """A table with a row a provision: its number, its words, and room for notes."""
    made = []
    for number, (heading, subsections) in enumerate(BILL, start=1):
        made.append(row(p(bold(f"{number}.")), p(bold(heading)), p()))
        made += [row(p(label), p(words), p(note)) for _, label, words in subsections]
    return docx(p(bold("VISITS BILL")) + table(*made) + p())


def cells() -> bytes:
    """A table with a row a section: number, heading, and the subsections in one cell."""
    made = []
    for number, (heading, subsections) in enumerate(BILL, start=1):
        words = "".join(
            p(t(label) + _TAB + t(words), hanging(500 * level))
            for level, label, words in subsections
        )
        made.append(row(p(bold(f"{number}.")), p(bold(heading)), words))
    return docx(p(bold("VISITS BILL")) + table(*made) + p())


def runs_in() -> bytes:
    """A table with a row a provision, whose number stands before its words."""
    made = []
    for number, (heading, subsections) in enumerate(BILL, start=1):
        made.append(row(p(bold(f"{number}. {heading}")), p()))
        made += [row(p(f"{label} {words}"), p()) for _, label, words in subsections]
    return docx(p(bold("VISITS BILL")) + table(*made) + p())


def runs_on() -> bytes:
    """Headings run on, in bold, before the words of their sections."""
    body = p(bold("VISITS BILL"))
    for number, (heading, subsections) in enumerate(BILL, start=1):
        for at, (level, label, words) in enumerate(subsections):
            look = f'<w:ind w:left="{400 * level}" w:firstLine="300"/>'
            first = bold(f"{number}. {heading}.") + t(f"—{label} {words}")
            body += p(t(f"{label} {words}") if at else first, look)
    return docx(body)


def styled() -> bytes:
    """Styles of an office number all: Heading 2 has *Section 1*, List Number *(1)*."""
    style = (
        '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{1}"/>'
        "<w:pPr>{2}</w:pPr></w:style>"
    )
    listed = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    styles = style.format("Heading2", "heading 2", listed.format(0) + '<w:outlineLvl w:val="1"/>')
    styles += style.format("ListNumber", "List Number", listed.format(1))
    styles += style.format("ListNumber2", "List Number 2", listed.format(2))
    names = ("Heading2", "ListNumber", "ListNumber2")
    levels = (
        lvl(0, "decimal", "Section %1", '<w:pStyle w:val="Heading2"/>'),
        lvl(1, "decimal", "(%2)", '<w:pStyle w:val="ListNumber"/>'),
        lvl(2, "lowerLetter", "(%3)", '<w:pStyle w:val="ListNumber2"/>'),
    )
    body = p(bold("VISITS BILL"))
    for heading, subsections in BILL:
        for level, words in ((0, heading), *((level, words) for level, _, words in subsections)):
            body += p(words, f'<w:pStyle w:val="{names[level]}"/>')
    return docx(body, styles=styles, numbering=definition(1, *levels) + num(1, 1))
