"""The elements of Crown Legislation Markup Language, and what they are in a law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lxml import etree

from annotator.lang.words import word_set
from annotator.numbering import counted_letters, label_number
from annotator.readers.dates import date_in
from annotator.readers.dialect import Dialect, Level, children, holders
from annotator.readers.marked_law import Stated, named, words
from annotator.readers.xml_text import tag_of

#: What the provisions of an instrument are called, by its kind.
_UNITS = {"order": "Article", "regulation": "regulation", "rule": "rule"}
#: What a group of one provision has as its title is that of the provision.
_GROUPS = {"P1group": "P1", "P2group": "P2", "P3group": "P3"}
#: What stands around the numbers of lists, by their decoration.
_DECORATIONS = {
    "parens": ("(", ")"),
    "parenRight": ("", ")"),
    "brackets": ("[", "]"),
    "bracketRight": ("", "]"),
    "period": ("", "."),
    "colon": ("", ":"),
}
#: What a law's text does not hold, by the status of its element: what never came into force, too.
_GONE = ("Repealed", "Dead")
_SYSTEMS = {"alphaupper": "alpha", "romanupper": "roman"}


class Clml(Dialect):
    """The dialect as one document has it: its kind says what its provisions are called."""

    levels: ClassVar[Mapping[str, Level]] = {
        "Part": Level("container", "Part"),
        "EUPart": Level("container", "Part"),
        "EUTitle": Level("container", "Title"),
        "Chapter": Level("container", "Chapter"),
        "EUChapter": Level("container", "Chapter"),
        "EUSection": Level("container", "Section"),
        "Schedule": Level("container", "Schedule"),
        "Appendix": Level("container", "Appendix"),
        "Attachment": Level("container", "Attachment"),
        **dict.fromkeys(("Group", "Pblock", "PsubBlock", "EUSubsection", *_GROUPS), Level("group")),
        "P2": Level("item", divides=True),
        **dict.fromkeys(("P3", "P4", "P5", "P6", "P7"), Level("item")),
    }
    bodies = frozenset({"Body", "Schedules", "EUBody", "Attachments"})
    fronts = frozenset(
        {"PrimaryPrelims", "SecondaryPrelims", "EUPrelims", "EUPreamble", "SignedSection"}
    )
    numbers = frozenset({"Number", "Pnumber"})
    headings = frozenset({"Title", "Subtitle", "TitleBlock", "MultilineTitle"})
    cross_headings = frozenset({"Reference"})
    blocks = word_set(
        "Text Para P BlockText ListItem OrderedList UnorderedList KeyList KeyListItem P1para "
        "P2para P3para P4para P5para P6para P7para Body Schedules EUBody Attachments "
        "AttachmentGroup EURetained Primary Secondary PrimaryPrelims SecondaryPrelims EUPrelims "
        "EUPreamble PrimaryPreamble SecondaryPreamble EnactingText IntroductoryText LongTitle "
        "DateOfEnactment MadeDate LaidDate ComingIntoForce SubjectInformation Subject "
        "SignedSection Signatory Signee Tabular table Formula ScheduleBody AppendixBody Division "
        "Form Where"
    )
    quoted = frozenset({"BlockAmendment", "BlockExtract"})
    skipped = word_set(
        "Metadata Contents Commentaries CommentaryRef Footnotes FootnoteRef Footnote MarginNotes "
        "MarginNoteRef Versions Resources ExplanatoryNotes EarlierOrders Figure Image"
    )
    appended = frozenset({"AppendText"})

    def __init__(self, root: etree._Element) -> None:
        kinds = [one.get("Value") or "" for one in named(root, "DocumentMinorType")]
        europe = next(named(root, "EUBody"), None) is not None
        word = next((_UNITS[kind] for kind in kinds if kind in _UNITS), "section")
        self._unit = Level("unit", "Article" if europe else word)
        #: Of the items of lists that were asked for, their places.
        self._places: dict[etree._Element, int] = {}

    def level(self, element: etree._Element) -> Level | None:
        """What an element is, by its name and what it holds."""
        tag = tag_of(element)
        if tag == "P1":
            return self._unit
        if tag in _GROUPS:
            return None if self._one(element) is not None else self.levels[tag]
        if tag == "Division":
            return Level("item" if self.number_of(element) is not None else "group")
        if tag == "ListItem":
            above = element.getparent()
            if above is not None and above.get("Class") == "Definition":
                return Level("item", "definition")
            return Level("item") if self._counted(element) is not None else None
        return self.levels.get(tag)

    def _one(self, group: etree._Element) -> etree._Element | None:
        """The only provision of a group."""
        held = (child for child in group if tag_of(child) == _GROUPS[tag_of(group)])
        first = next(held, None)  # asked for each of its children: not all are looked at
        return first if next(held, None) is None else None

    def _group_of(self, element: etree._Element) -> etree._Element | None:
        """The group in which an element stands, if the group has one provision."""
        above = element.getparent()
        if above is None or tag_of(above) not in _GROUPS or self._one(above) is None:
            return None
        return above

    def is_skipped(self, element: etree._Element) -> bool:
        """Notes, contents, what was repealed, and the title of a provision beside it."""
        tag = tag_of(element)
        if tag == "Title" and self._group_of(element) is not None:
            return not holders(element, *self.quoted)  # it is its provision's
        if tag == "Repeal":
            return not is_kept(element)
        return tag in self.skipped or element.get("Status") in _GONE

    def headings_of(self, element: etree._Element) -> list[etree._Element]:
        """Its title, which may be that of its group."""
        group = self._group_of(element)
        if group is not None and self._one(group) is element:
            return children(group, "Title")
        return super().headings_of(element)

    def around_number(self, element: etree._Element, printed: str) -> tuple[str, str]:
        """A subsection's "1" is printed as "(1)"; an item's number is printed and not written."""
        if tag_of(element) == "ListItem":
            return self._counted(element) or "", ""
        number = self.number_of(element)
        if number is None or tag_of(number) != "Pnumber" or not printed or printed[0] in "([":
            return "", ""
        bare = tag_of(element) == "P1"
        before, behind = number.get("PuncBefore"), number.get("PuncAfter")
        return (
            ("" if bare else "(") if before is None else before,
            ("" if bare else ")") if behind is None else behind,
        )

    def _counted(self, item: etree._Element) -> str | None:
        """The number of an item that its list counts, as it is printed."""
        above = item.getparent()
        if above is None or tag_of(above) != "OrderedList":
            return None
        override = item.get("NumberOverride")
        if override is not None:
            return override
        kind = above.get("Type") or "arabic"
        if item not in self._places:
            self._places.update((one, at) for at, one in enumerate(children(above, "ListItem"), 1))
        place = self._places[item]
        system = _SYSTEMS.get(kind, kind)
        number = label_number(system, place) or (
            counted_letters(place) if system == "alpha" else str(place)
        )
        before, behind = _DECORATIONS.get(above.get("Decoration") or "", ("", ""))
        return f"{before}{number.upper() if kind.endswith('upper') else number}{behind}"


def is_kept(repeal: etree._Element) -> bool:
    """Whether what is repealed stays in the law: for some places, or with savings."""
    return repeal.get("RetainText") == "true"


def stated(root: etree._Element) -> Stated:
    """What the metadata state of a law."""
    kinds = [one.get("Value") or "" for one in named(root, "DocumentMainType")]
    europe = any(kind.startswith("EuropeanUnion") for kind in kinds)
    return Stated(
        next((words(one) for one in named(root, "title", "Title")), ""),
        "" if europe else "GB",
        date_in(one.get("Date") for one in named(root, "EnactmentDate", "Made", "ComingIntoForce")),
    )
