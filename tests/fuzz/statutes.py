"""Texts that are laws by their shape: a grammar of how statutes are set, with what befalls them.

Most words are those of the clauses written for the project, so that clauses are flagged and
amendments proposed; between them stands what forms, schedules and careless copying bring.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

_CLAUSES = Path(__file__).parents[2] / "corpora" / "clauses"

_SENTENCES = (
    "An officer may search any person who enters a port.",
    "He shall keep a record of it, and shall give a copy to the person.",
    "A search of a person shall be carried out in private by an officer of the same sex.",
    "An officer may detain a foreigner for thirty days in a place approved by the Minister.",
    "The chairman shall be a man of not less than thirty years of age.",
    "The wife of a permit holder may enter if her husband consents in writing.",
    "A residence permit may be withdrawn by the Minister if the holder divorces.",
    "Subject to sections 14, 15 and 16 and to sections 21 and 22, an officer may board a vessel.",
    "The Minister may by order provide that section 4(2)(b) applies.",
    "A pregnant woman shall not be detained.",
    "The employer shall pay the worker his wages each month; he shall give him a payslip.",
    "I, ________, of ____________, declare that I am the father of ________.",
    "Name: ____ Date: ……… Signature: .........",
    "F1[…]",
    "[Repealed, 1998, c. 4, s. 2]",
    "* * *",
    "The principal Act is amended by inserting after section 11 the following section:",
    "No. 4—“11A. (1) An officer may search any person.",
    "(2) An officer may detain a person.”",
    '"12B. (1) He may be searched."',
    "Any person who contravenes this section is liable to a fine of $1,000 or to both.",
)
_DEFINITIONS = (
    "“officer” means an immigration officer;",
    "“woman” means a female person;",
    '"spouse" means a husband or wife;',
    "“person with a disability” means a person so declared;",
    "foreigner: any person who is not a citizen",
    "‘child’ includes an adopted child",
)
_ODDITIES = (
    "_", "____", "入国管理", "難民", "لاجئ", "פליט", "беженец", "👩‍👩‍👧", "🏳️‍🌈", "e\u0301",
    "ﬁ", "ß", "İ", "ǅ",
    "\u0300\u0301\u0302", "𝔘𝔫𝔦", "\U0001f1e6", "\ud7ff", "\ufffd", "\u2028", "\u0085", "\x0b",
    "\f",
    "\t", "\u00a0", "\u00ad", "\u200b", "\u202e", "\u061c", "\ufeff", "\x1b[31m", "٣", "²", "½",
    "Ⅳ",
    "①", "…", "—", "’", "'", "{{ person }}", "{% for x in y %}", "[bold]", "[/]", "[-x-]",
    "{+y+}", "«",
    "<b>", "&amp;", "\\", "%s", "a" * 400, "x_y", "1_000", "section 14(1)", "(a)(i)(A)",
    "12 May 2004",
    "1998", "§ 5", "Art. 3", "....... 14", "|", "—(1)", "“", "”", '"', "((", "))",
)  # fmt: skip
_FURNITURE = (
    "12", "- 3 -", "Page 4 of 17", "BORDER ACT", "\f", "\fBORDER ACT 2019\n", "CONTENTS",
    "1. Title ........ 3\n2. Officers ..... 4", "F1 Words substituted by S.I. 2003/12",
    "2001, c. 27, s. 3.", "BE IT ENACTED by the Parliament as follows:", "* * *", "-----",
    "[1] As amended.", "¹ See section 4.", "| Fee | Amount |\n| --- | --- |\n| Visa | 30 |",
    "Column 1\tColumn 2\nEntry\t$30", "_______________", "(Section 4)", "FORM A", "“SCHEDULE”",
)  # fmt: skip
_HEADINGS = (
    "", "", "Search", "Detention of foreigners", "PART I", "PART II\nENTRY", "CHAPTER 2 — Stay",
    "Division 3", "Interpretation", "Offences and penalties", "Equal treatment", "Title IV",
    "SCHEDULE 1", "FIRST SCHEDULE\n(Section 4)", "ANNEX", "Form 3", "Final provisions",
)  # fmt: skip
_TITLES = ("BORDER ACT", "LAW ON FOREIGNERS", "IMMIGRATION ACT OF MALAWI", "An Act of 1927", "", "")
_UNITS = (
    "{n}. ", "{n}.—", "{n} ", "Section {n}. ", "Section {n}\n", "Article {n}\n", "Article {n}. ",
    "Art. {n} ", "Regulation {n} ", "Rule {n}\n", "§ {n} ", "{n}A. ", "{n} bis. ", "{n}.1 ",
    "[{n}. ",
)  # fmt: skip
_SUBSECTIONS = ("({n}) ", "{n}. ", "{n}) ", "—({n}) ", "{n}.{n} ")
_ITEMS = (
    ("(a) ", "(b) ", "(c) ", "(d) "), ("(i) ", "(ii) ", "(iii) ", "(iv) "),
    ("a) ", "b) ", "c) ", "d) "), ("1) ", "2) ", "3) ", "4) "), ("– ", "– ", "– ", "– "),
    ("(A) ", "(B) ", "(C) ", "(D) "), ("(aa) ", "(bb) ", "(cc) ", "(dd) "),
    ("• ", "• ", "• ", "• "), ("(a) ", "(c) ", "(a) ", "(zz) "),
    ("(a) (i) ", "(ii) ", "(b) ", "(c) "),
)  # fmt: skip
_JOINTS = ("\n", "\n", "\n", "\n\n", " ", "\r\n", "\n\n\n", "\f", "")


@cache
def _written() -> tuple[str, ...]:
    """The clauses written for the project."""
    files = (path.read_text(encoding="utf-8") for path in sorted(_CLAUSES.glob("*.jsonl")))
    lines = (line for text in files for line in text.split("\n") if line)
    return tuple(json.loads(line)["text"] for line in lines)


_any_words = st.text(max_size=12)
_written_words = st.deferred(lambda: st.sampled_from(_written()))
_sentence = st.one_of(
    st.sampled_from(_SENTENCES), _written_words, _written_words, st.sampled_from(_DEFINITIONS)
)


@cache
@st.composite
def _clause(draw: st.DrawFn) -> str:
    """A sentence, now and then with something in it that is no English."""
    words = draw(_sentence)
    if draw(st.integers(0, 4)):
        return words
    odd = draw(st.one_of(st.sampled_from(_ODDITIES), _any_words))
    at = draw(st.integers(0, len(words)))
    return words[:at] + odd + words[at:]


@cache
@st.composite
def _list(draw: st.DrawFn, depth: int = 0) -> str:
    """A lead-in with its items, some of which lead in others."""
    labels = draw(st.sampled_from(_ITEMS))
    items = []
    for label in labels[: draw(st.integers(1, 4))]:
        nested = depth < 2 and not draw(st.integers(0, 5))
        words = draw(_list(depth + 1)) if nested else draw(_clause()).rstrip(".") + ";"
        items.append("  " * depth + label + words)
    lead_in = draw(
        st.sampled_from(("A person who", "An officer may—", "In this Act:", "He shall", ""))
    )
    tail = draw(st.sampled_from(("", "", "\nis guilty of an offence.")))
    return f"{lead_in}\n" + "\n".join(items) + tail


#: A sentence or a list, as a section holds it.
provision = st.one_of(_clause(), _clause(), _clause(), _list())


@cache
@st.composite
def _unit(draw: st.DrawFn, number: int) -> str:
    """A section or article under its heading, with its subsections."""
    heading = draw(st.sampled_from(_HEADINGS))
    opening = draw(st.sampled_from(_UNITS)).format(n=number)
    count = draw(st.sampled_from((0, 0, 1, 2, 2, 3)))
    if not count:
        body = draw(provision)
    else:
        label = draw(st.sampled_from(_SUBSECTIONS))
        joint = draw(st.sampled_from(_JOINTS))
        body = joint.join(label.format(n=n) + draw(provision) for n in range(1, count + 1))
    return f"{heading}\n\n{opening}{body}" if heading else f"{opening}{body}"


@st.composite
def statutes(draw: st.DrawFn) -> str:
    """A small law of one to four sections, with page furniture between them."""
    blocks = [draw(st.sampled_from(_TITLES))]
    number = draw(st.sampled_from((1, 1, 1, 4, 19, 999)))
    for step in range(draw(st.sampled_from((1, 1, 2, 2, 3, 4)))):
        if not draw(st.integers(0, 4)):
            blocks.append(draw(st.sampled_from(_FURNITURE)))
        blocks.append(draw(_unit(number + step)))
    text = draw(st.sampled_from(("\n\n", "\n\n", "\n", "\r\n", "\f"))).join(blocks) + "\n"
    return draw(st.sampled_from(_CHANGES))(text)


#: What a text goes through on its way to us.
_CHANGES = (
    str,
    str,
    str,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\r"),
    lambda text: "\ufeff" + text,
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace("tion", "\u00adtion"),
    lambda text: text.replace("“", '"').replace("”", '"'),
    lambda text: text.replace(" the ", "\nthe "),
    lambda text: text.upper(),
    lambda text: text.rstrip("\n."),
    lambda text: text.replace("\n", "\n\n"),
    lambda text: "> " + text.replace("\n", "\n> "),
)

_PIECES = st.sampled_from(
    ["1. ", "2. ", "14 ", "(1) ", "(2) ", "(a) ", "(b) ", "(i) ", "(ii) ", "Article 3\n",
     "Section 4 ",
     "PART I\n", "SCHEDULE\n", "An officer may search any person", "In this Act—",
     "“port” means a port",
     "—", "–", ";", ".", ":", "\n", "\n\n", "\t", " ", "F1[", "]", "12", "…", "shall", "and",
     "or",
     "of section", "“", "”", '"', "1998", "_", "he", "his wife", "chairman", *_ODDITIES]
)  # fmt: skip

#: Control characters would have the whole file refused as no text; the rest of Unicode is let in.
written_marks = st.characters(exclude_categories=("Cs", "Cc"))
_text = st.text(written_marks, max_size=40)
_pieces = st.lists(_PIECES, min_size=1, max_size=25).map("".join)


def _sections(words: list[str]) -> str:
    return "".join(f"{at}. An officer shall {line}\n" for at, line in enumerate(words, 1))


#: Any Unicode, where a law's words could stand, or in place of a law.
anything = st.one_of(
    st.lists(_text | _pieces, min_size=1, max_size=3).map(_sections),
    st.lists(_text | _pieces, min_size=1, max_size=3).map(_sections),
    _pieces.map(lambda words: f"Article 1\n{words}"),
    st.tuples(_text, _text).map(lambda pair: f"14 ({pair[0]}) {pair[1]} person\n15 It ends.\n"),
    st.text(max_size=120).map(lambda words: f"1. {words}\n"),
)
