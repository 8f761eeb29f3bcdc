"""The tree of a web page; its words know their way back to the decoded file.

lxml makes the tree, as browsers do of pages that leave tags out or close them in the wrong order;
it does not say where in the file a word stands. So it is given the tags that matter and, for the
words, a comment with their number: it sees nothing else of the page, and fetches and runs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from lxml import etree

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.lang.words import word_set
from annotator.readers.html.styles import on_screen
from annotator.readers.html.tokens import Raw, Tag, Token, Unclosed, tokens
from annotator.readers.traced import Piece, words_in

BLOCKS = word_set(
    "p div h1 h2 h3 h4 h5 h6 ul ol dir menu li dl dt dd table caption thead tbody tfoot tr td th "
    "blockquote pre center address section article main header footer nav aside form fieldset "
    "legend figure figcaption details summary hr hgroup search"
)
_INLINE = word_set("span a sup sub s strike del ins q br img input")
_VOID = word_set("br hr img input")
#: What only changes how letters look: kept, under a name for which no parser has rules, where
#: something may hide it.
_LOOKS = word_set(
    "b i u em strong font small big tt code mark nobr cite abbr acronym dfn var samp kbd bdi bdo "
    "time data ruby rt rp rb blink marquee"
)
#: In place of a depth: what is hidden ends where it is said, whatever it holds.
_SURELY = -1_000_000
_MAY_HIDE = frozenset({"hidden", "class", "style", "aria-hidden"})
#: What no browser shows, or shows as something to press or to fill in.
GONE = frozenset(
    f"x-{name}"
    for name in word_set(
        "noscript template object applet svg canvas video audio select button label "
        "datalist dialog progress meter map"
    )
)
#: A style sheet in these is none of the page.
_INERT = ("noscript", "template")
_SPELT = {name.removeprefix("x-"): name for name in GONE} | {"xmp": "pre", "listing": "pre"}
#: What to do about a page that cannot be read.
WAY_OUT = "save the text that a browser shows of it as plain text (.txt)."
_KEPT = word_set(
    "id name title class style href type start value hidden role reversed frbr-expression-uri "
    "data-startquote data-endquote data-eid data-name aria-hidden"
)
#: No page of one law has so many tags: in memory each of them is a hundred times as long.
MOST_TAGS = 400_000
_ODD = expression(r"[^ -~\u00a0-\ud7ff]+")
_NAME = expression(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Tree:
    """The elements of a page, and the words between their tags.

    Args:
        text: the decoded file.
        name: what an error calls it.

    Raises:
        InputError: it has too many elements, or they are set too deep in one another.
    """

    def __init__(self, text: str, name: str) -> None:
        #: What is opened and never closed.
        self.unclosed: Unclosed | None = None
        #: The style sheets that stand on it and are of a screen.
        self.sheets: list[str] = []
        #: What the page calls itself.
        self.title: list[Piece] = []
        self._name = name
        self._words: list[list[Piece]] = []
        xml = text.lstrip().startswith("<?xml")
        skeleton = "".join(self._skeleton(tokens(text, xml=xml), xml))
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
        html = etree.fromstring(f"<html><body>{skeleton}</body></html>".encode(), parser)
        self.body: etree._Element = html[0]
        #: All of them, in the order of the page; held, so that each stays one and the same.
        self.elements: list[etree._Element] = list(self.body.iter())
        #: Those that links lead to, by their names.
        self.places: dict[str, etree._Element] = {}
        for one in self.elements:
            for called in filter(None, (one.get("id"), one.get("name"))):
                self.places.setdefault(called, one)
        if sum(is_words(one) for one in self.elements) != len(self._words):
            raise InputError(
                f"{name} is a damaged web page, its elements are set thousands deep in one "
                f"another: {WAY_OUT}"
            )

    def target(self, link: etree._Element) -> str:
        """The name of the place on the page that a link leads to; empty where it leads elsewhere.

        A page that a browser has saved has the page's own address before it.
        """
        before, _, name = link.get("href", "").partition("#")
        return name if not before or name in self.places else ""

    def words(self, element: etree._Element) -> list[Piece]:
        """The words for which a comment stands."""
        return self._words[int(element.text or "")]

    def _skeleton(self, found: Iterable[Token], xml: bool) -> Iterator[str]:
        tags = 0
        media = ""
        looks = _Looks()
        inert = 0  # within what a browser with scripts does not heed
        for token in found:
            if isinstance(token, Tag):
                tags += 1
                if token.name == "style":
                    media = token.values(frozenset({"media"})).get("media", "")
                elif token.name in _INERT:
                    inert = max(0, inert + (-1 if token.ends else 1))
                if tags > MOST_TAGS:
                    raise InputError(
                        f"{self._name} is a web page of over {MOST_TAGS:,} tags, more than any "
                        f"one law has: {WAY_OUT}"
                    )
                if token.name not in _LOOKS:
                    looks.passes(token)
                    yield _tag(token, xml)
                elif looks.keeps(token, styled=bool(self.sheets), ends_itself=xml and token.closed):
                    yield _tag(token._replace(name=f"x-{token.name}"), xml)
            elif isinstance(token, Unclosed):
                self.unclosed = token
            elif isinstance(token, Raw):
                if token.name == "title" and not self.title:
                    self.title = token.pieces
                elif token.name == "style" and not inert and on_screen(media):
                    self.sheets.append(words_in(token.pieces))
                elif token.name == "xmp":
                    yield self._mark(token.pieces)
            elif token:
                yield self._mark(token)

    def _mark(self, pieces: list[Piece]) -> str:
        self._words.append(pieces)
        return f"<!--{len(self._words) - 1}-->"


class _Looks:
    """Which tags that change the look of letters are kept: those of what may be hidden."""

    def __init__(self) -> None:
        self._depth = 0  # in how many blocks the next tag stands, if all of them are closed
        #: For each name those that are open: how deep, or nothing where one is not kept.
        self._open: dict[str, list[int | None]] = {name: [] for name in _LOOKS}

    def passes(self, tag: Tag) -> None:
        """Count a block that begins or ends."""
        if tag.name in BLOCKS and not tag.closed:
            self._depth += -1 if tag.ends else 1

    def keeps(self, tag: Tag, *, styled: bool, ends_itself: bool) -> bool:
        """Whether a tag is kept; one that ends in another block than it begins ends with that.

        Args:
            tag: it.
            styled: whether a style sheet stands on the page.
            ends_itself: whether nothing stands in it.
        """
        opened = self._open[tag.name]
        if tag.ends:
            depth = opened.pop() if opened else None
            return depth in (self._depth, _SURELY)
        values = tag.values(_MAY_HIDE)
        kept = bool(styled or values)
        if not ends_itself:
            surely = "hidden" in values or "none" in values.get("style", "").lower()
            opened.append((_SURELY if surely else self._depth) if kept else None)
        return kept


def is_words(element: etree._Element) -> bool:
    """Whether it is no element, but stands for words."""
    return isinstance(element, etree._Comment)


def place_of(element: etree._Element) -> int:
    """Where in the decoded file an element begins."""
    return int(element.get("at", ""))


def _tag(tag: Tag, xml: bool) -> str:
    """A tag as lxml is given it; those that say nothing of the page are left out."""
    name = _SPELT.get(tag.name, tag.name)
    own = "-" in name and _NAME.fullmatch(name)
    if not (own or name in BLOCKS or name in _INLINE):
        return ""
    if tag.ends:
        return "" if name in _VOID else f"</{name}>"
    values = {"at": str(tag.at), **tag.values(_KEPT)}
    attributes = "".join(f' {key}="{escape(_ODD.sub(" ", values[key]))}"' for key in values)
    closing = f"</{name}>" if xml and tag.closed and name not in _VOID else ""
    return f"<{name}{attributes}>{closing}"
