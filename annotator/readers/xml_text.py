"""The words of an XML file, element by element, with the place in the file at which they stand.

lxml makes the tree and refuses what is no law; it does not say where in the file a word stands.
Expat, which Python brings along, says it of every piece of text as it comes, and the pieces between
two tags are the text of one place in the tree.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from xml.parsers import expat

from lxml import etree

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.readers.intake import Intake
from annotator.readers.traced import Piece
from annotator.safe_xml import character, not_well_formed, parsed

#: In memory each is a hundred times as long; 20 MB of laws have no more than two thirds of them.
MOST_TAGS = 1_000_000
#: A declaration that does not stand at the start, as what was pasted has it: parsers refuse it.
_BEFORE = expression(rb"\A\s+<\?xml\s[^>]*\?>")


@lru_cache(maxsize=1024)
def _local_name(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]


def tag_of(element: etree._Element) -> str:
    """The name of an element without its namespace, or a prefix that none was given for."""
    return _local_name(str(element.tag))


class Worded:
    """A tree of elements whose words know their way back to the decoded file."""

    root: etree._Element

    def __init__(self) -> None:
        self._texts: dict[etree._Element, list[Piece]] = {}
        self._tails: dict[etree._Element, list[Piece]] = {}

    def text(self, element: etree._Element) -> Sequence[Piece]:
        """The words between an element's start and its first child, or its end."""
        return self._texts.get(element, ())

    def tail(self, element: etree._Element) -> Sequence[Piece]:
        """The words behind an element's end, up to the next tag."""
        return self._tails.get(element, ())


class XmlText(Worded):
    """The tree of an XML file.

    Args:
        intake: the file. Nothing that it names is fetched, and no entity of its own is expanded
            that is more than a character.

    Raises:
        InputError: it is not well-formed, leans on entities of its own, or has more tags than any
            law.
    """

    def __init__(self, intake: Intake) -> None:
        if intake.decoded.text.count("<") > MOST_TAGS:
            raise InputError(
                f"{intake.name} has over {MOST_TAGS:,} tags, more than any one law: fetch it again "
                "from its publisher, or give it in parts."
            )
        data = intake.decoded.text.encode("utf-8", "surrogateescape")
        data = _BEFORE.sub(lambda found: b" " * len(found[0]), data)
        self.root = parsed(data, intake.name)
        super().__init__()
        self._starts: list[int] = []
        self._owners: list[etree._Element | None] = []
        try:
            self._match(_Pieces(data).by_tag)
        except expat.ExpatError as error:
            raise not_well_formed(intake.name, str(error)) from None

    def element_at(self, offset: int) -> str:
        """The name of the element whose own words stand at an offset of the decoded file."""
        at = bisect_right(self._starts, offset) - 1
        owner = self._owners[at] if at >= 0 else None
        return "" if owner is None else tag_of(owner)

    def _match(self, by_tag: list[list[Piece]]) -> None:
        """Give each place in the tree the pieces that follow its tag, in the order of the file."""
        tags = etree.iterwalk(self.root, events=("start", "end"))
        for (event, element), pieces in zip(tags, by_tag, strict=True):
            if not pieces:
                continue
            opens = event == "start"
            (self._texts if opens else self._tails)[element] = pieces
            self._starts.append(pieces[0][1])
            self._owners.append(element if opens else element.getparent())


class _Pieces:
    """What expat says of the pieces of text in a file of UTF-8."""

    def __init__(self, data: bytes) -> None:
        #: The pieces that follow each tag, whether it opens or closes an element.
        self.by_tag: list[list[Piece]] = []
        self._data = data
        self._in_cdata = False
        self._at = self._offset = 0  # a byte, and how many characters stand before it
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._tag
        self._parser.EndElementHandler = self._tag
        self._parser.CharacterDataHandler = self._text
        self._parser.SkippedEntityHandler = self._skipped
        self._parser.StartCdataSectionHandler = lambda: self._cdata(True)
        self._parser.EndCdataSectionHandler = lambda: self._cdata(False)
        self._parser.Parse(data, True)

    def _tag(self, name: str, attributes: object = None) -> None:
        self.by_tag.append([])

    def _cdata(self, begins: bool) -> None:
        self._in_cdata = begins

    def _skipped(self, entity: str, is_parameter: bool) -> None:
        """An entity of a document type that is not fetched."""
        if not is_parameter and self.by_tag:
            self._text(character(entity))

    def _text(self, words: str) -> None:
        at = self._parser.CurrentByteIndex
        self._offset += len(self._data[self._at : at].decode("utf-8"))
        self._at = at
        length = len(words)
        if self._data[at] == ord("&") and not self._in_cdata:
            length = self._data.index(b";", at) + 1 - at
        elif words == "\n" and self._data.startswith(b"\r\n", at):
            length = 2
        self.by_tag[-1].append((words, self._offset, self._offset + length))
