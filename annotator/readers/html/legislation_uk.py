"""The pages of legislation.gov.uk."""

from __future__ import annotations

import re

from lxml import etree

from annotator.expressions import expression
from annotator.readers.flow import DASHES
from annotator.readers.html.flat import (
    CROSS,
    END,
    REFERENCE,
    TITLE,
    UNIT,
    UNIT_TITLE,
    FlatLaw,
    Opens,
    patterns,
)
from annotator.readers.html.page import Page
from annotator.readers.html.site import classes
from annotator.readers.html.tree import BLOCKS
from annotator.readers.traced import Piece, words_in

_LEVELS = ("section", "subsection", "paragraph", "subparagraph", "point", "indent")
#: The heading over all schedules.
SCHEDULES = Opens("crossHeading", 1)
_OPENS = patterns(
    {
        r"Leg(?:EU)?PartNo": Opens("part", 2),
        r"LegEUTitleNo": Opens("title", 3),
        r"Leg(?:EU)?ChapterNo": Opens("chapter", 4),
        r"LegEUSectionNo": Opens("division", 5),
        r"LegScheduleNo": Opens("attachment", 1),
        r"Leg(?:EU)?(?:Part|Title|Chapter|Section|Schedule)Title": TITLE,
        r"LegS?P1GroupTitle\w*": UNIT_TITLE,
        r"LegP(?:sub)?[Bb]lockTitle": CROSS,
        r"LegSchedulesTitle": SCHEDULES,
        r"Leg(?:Article|Schedule)Ref(?:erence)?": REFERENCE,
        r"LegSig\w*": END,
        # The numbers of two levels on one line: of a section and its first item, and so on.
        "LegSN1N3No": Opens("paragraph", UNIT + 2),
        "LegN4N5No": Opens("subparagraph", UNIT + 3),
        **{rf"Leg(?:SP|SN|P|N){n}No": Opens(tag, UNIT + n - 1) for n, tag in enumerate(_LEVELS, 1)},
    }
)
#: What stands before the items of lists that the site calls so.
_MARKS = {"LegBulleted": "•", "LegDashed": "—"}
#: What the site calls the number of an item of a list.
_NUMBER = "LegListItemNo"
#: Words of another law; and those of a level behind what it holds.
_AMENDS = expression(r"Leg\w*Amend")
_WORDS_OF_LEVEL = expression(r"LegS?P(\d)(?:Para)?Text")
_INSTRUMENT = expression(r"\b(regulations|order|rules)\b[^.]*\b\d{4}", re.IGNORECASE)
_UNITS = {"regulations": "regulation", "order": "article", "rules": "rule"}


class LegislationUk(FlatLaw):
    """The law on a page of legislation.gov.uk."""

    opens = _OPENS

    def __init__(self, page: Page) -> None:
        kind = _INSTRUMENT.search(page.title)
        self._unit = _UNITS[kind[1].lower()] if kind else "section"
        super().__init__(page)

    def _opens(self, element: etree._Element) -> Opens | None:
        opens = super()._opens(element)
        if opens is None or opens.rank != UNIT:
            return opens
        scheduled = any(one.tag == "attachment" for _, one in self._open)
        return Opens("paragraph" if scheduled else self._unit, UNIT)

    def _begin(self, element: etree._Element, opens: Opens) -> None:
        if opens is SCHEDULES:
            self._close(SCHEDULES.rank)
            opens = CROSS
        super()._begin(element, opens)

    def _push(self, opens: Opens) -> None:
        if opens.tag == "regulation":
            super()._push(opens._replace(tag="hcontainer"))
            self._top.set("name", "regulation")
        else:
            super()._push(opens)

    def _block(self, element: etree._Element) -> None:
        of = next(filter(None, map(_WORDS_OF_LEVEL.fullmatch, classes(element))), None)
        if of is not None and not any(self._opens(one) for one in element.iter("span")):
            self._close(UNIT + int(of[1]))
        super()._block(element)

    def _mark_of(self, element: etree._Element) -> str:
        """In the site's own lists what their names say: mostly none, as items say their numbers."""
        above = element.getparent()
        own = [one for one in classes(above) if one.startswith("Leg")] if above is not None else []
        if not own:
            return super()._mark_of(element)
        marks = (mark for name, mark in _MARKS.items() if any(one.startswith(name) for one in own))
        return next(marks, "")

    def _is_number(self, element: etree._Element) -> bool:
        return _NUMBER in classes(element)

    def _words(self, pieces: list[Piece]) -> None:
        """Words without the dash between the numbers of a section and of its first subsection."""
        rank, top = self._open[-1]
        between = rank == UNIT and not self._in_line and words_in(pieces).strip() in DASHES
        if not between or self._said_in(top):
            super()._words(pieces)

    def _is_quoted(self, element: etree._Element) -> bool:
        return element.tag in BLOCKS and any(map(_AMENDS.search, classes(element)))
