"""The pages of EUR-Lex: acts as the Official Journal has them, and consolidated ones."""

from __future__ import annotations

import re

from lxml import etree

from annotator.expressions import expression
from annotator.readers.html.flat import (
    ANNEX,
    CROSS,
    DIVISION,
    END,
    ITEM,
    TITLE,
    UNIT,
    UNIT_TITLE,
    FlatLaw,
    Opens,
    patterns,
)
from annotator.readers.html.site import classes
from annotator.readers.traced import Piece

#: What the heading over articles begins with, and what it opens.
_DIVISIONS = {
    "part": (2, "part"),
    "title": (3, "title"),
    "chapter": (4, "chapter"),
    "section": (5, "division"),
}
_COUNTED = expression(r"(\d{1,3})[a-z]{0,2}\.(?=\s|\Z)")
#: So many paragraphs may have been taken out in a row.
_MOST_SKIPPED = 3
_QUOTES = "‘“'\""
_QUOTE_ENDS = expression(r"[’”'\"][.;,]?\Z")
#: How EUR-Lex marks what an act was changed by.
_CHANGED = expression(r"[▼►] ?[ABCM]\d{0,3}\b ?| ?◄")
#: What stands in place of what an act was rid of.
_GONE = expression("[—–_]{3,}")
#: What the page calls the articles, divisions, annexes and the end of the act itself.
_OWN = expression(r"(?:art|anx|fnp|prt|tis|cpt|sct)_")
_CHANGER = expression(r"[ABCM]\d{0,3}")
_OPENS = patterns(
    {
        r"(?:oj-)?ti-art|title-article-norm": Opens("article", UNIT),
        r"(?:oj-)?sti-art|stitle-article-norm": UNIT_TITLE,
        r"(?:oj-)?ti-section-1|title-division-1": DIVISION,
        r"(?:oj-)?ti-section-2|title-division-2|stitle-division-[12]|title-annex-[2-9]": TITLE,
        r"title-annex-1": ANNEX,
        r"(?:oj-)?ti-grseq-\d|title-gr-seq-level-\d": CROSS,
        r"no-parag": Opens("paragraph", ITEM),
        r"(?:oj-)?(?:final|signatory)": END,
    }
)


class EurLex(FlatLaw):
    """The law on a page of EUR-Lex: as the Official Journal has it, or consolidated."""

    opens = _OPENS
    _quoting = False
    _article = _counted = 0  # the numbers of the article and the paragraph that are open
    _marked = False  # whether an arrow was read, behind which the mark itself stands
    _annex = ""  # the annex whose number was read last

    def _one(self, element: etree._Element) -> None:
        said = self._said(element, 12) if element.tag in ("span", "a", "p") else ""
        if element.tag == "div" and _OWN.match(element.get("id") or ""):
            self._quoting = False  # also where the mark at its end is missing
        marked, self._marked = self._marked, said in ("▼", "►")
        changer = marked and _CHANGER.fullmatch(said)
        gone = element.tag == "p" and _GONE.fullmatch(said)
        if changer or self._marked or gone or _CHANGED.fullmatch(said):
            self.leave_out()
        else:
            super()._one(element)

    def _words(self, pieces: list[Piece]) -> None:
        """Words without the marks of what they were changed by: "►M2 the words ◄"."""
        kept: list[Piece] = []
        for words, first, last in pieces:
            done = 0
            for match in _CHANGED.finditer(words) if last - first == len(words) else ():
                kept.append((words[done : match.start()], first + done, first + match.start()))
                done = match.end()
            kept.append((words[done:], first + done if done else first, last))
        super()._words(kept)

    def _opens(self, element: etree._Element) -> Opens | None:
        opens = super()._opens(element)
        name = (element.get("id") or "").partition("_")[0]
        if opens is None and name == "fnp" and element.tag == "div":
            return END
        if _is_doc_title(element) and self._top.tag != "preface":
            annex = _annex_of(element)
            named = self._said(element, 12).casefold().startswith("annex")
            begins = annex != self._annex if annex else named
            return ANNEX if begins else TITLE
        if opens is None or self._in_point:
            return None
        if opens is DIVISION:
            words = re.findall(r"\w+", self._said(element, 30).casefold())
            rank, tag = _DIVISIONS.get(words[0] if words else "", (0, ""))
            return Opens(tag, rank) if rank else CROSS
        return opens

    def _begin(self, element: etree._Element, opens: Opens) -> None:
        super()._begin(element, opens)
        if opens.rank == UNIT or opens in (ANNEX, CROSS):
            self._counted = 0
        if opens.rank == UNIT and (number := re.search(r"\d+", self._said(element, 12))):
            self._article = int(number[0][:4])
        if opens is ANNEX:
            self._annex = _annex_of(element)

    def _block(self, element: etree._Element) -> None:
        said = self._said(element, 12)
        counted = _COUNTED.match(said) if element.tag == "p" else None
        rank, top = self._open[-1]
        annexed = top.tag == "attachment" or (rank == UNIT and top.tag == "paragraph")
        if counted and (annexed or rank in (UNIT, ITEM)):
            number = int(counted[1])
            if self._counted <= number <= self._counted + _MOST_SKIPPED:
                self._counted = number
                self._push(Opens("paragraph", UNIT if annexed else ITEM))
                self._splits = True
        super()._block(element)

    def _is_quoted(self, element: etree._Element) -> bool:
        """Whether an article that is to be put into another law begins, or goes on."""
        if self._in_point or element.tag not in ("p", "table"):
            return False
        opens = super()._opens(element)
        if opens is not None and opens.rank in (UNIT, 1):
            said = self._said(element, 12)
            follows = re.findall(r"\d+", said)[:1] == [str(self._article + 1)]
            self._quoting = said[:1] in _QUOTES or (self._quoting and not follows)
        return self._quoting

    def _quoted(self, element: etree._Element) -> None:
        super()._quoted(element)
        self._quoting = not _QUOTE_ENDS.search(self._said(element, 100_000))


def _annex_of(element: etree._Element) -> str:
    """The name of the annex that an element stands in; empty where it stands in none."""
    names = (one.get("id") or "" for one in element.iterancestors("div"))
    return next((name for name in names if name.startswith("anx_")), "")


def _is_doc_title(element: etree._Element) -> bool:
    return not {"oj-doc-ti", "doc-ti"}.isdisjoint(classes(element))
