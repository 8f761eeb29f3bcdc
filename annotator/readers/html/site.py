"""Which part of a web page is the law, and what of it is the site's around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from annotator.expressions import expression
from annotator.lang.words import word_set
from annotator.readers.html.styles import styled
from annotator.readers.html.tree import GONE, Tree, is_words
from annotator.readers.traced import words_in

# Where the sites of laws have the law: Laws.Africa and the institutes that use its pages,
# legislation.gov.uk, EUR-Lex, Justia.
_LAW_TAGS = ("la-akoma-ntoso",)
_LAW_CLASSES = word_set("akoma-ntoso akn-akomaNtoso akn-act akn-bill LegSnippet")
_LAW_IDS = word_set("viewLegSnippet docHtml document1 TexteOnly codes-content")
_MAIN_TAGS = ("main", "article")

# What those sites print within the law and is none of it: notes of editors and their marks.
_EDITORS = expression(
    r"Leg(?:CommentaryLink|ChangeDelimiter|(?:Associated)?Annotations?|ExtentRestriction|ExtentContainer|"
    r"Commentaries|CommentaryItem|ExpNote\w*|EarlierOrders\w*|Navigation|SnippetMenu|OutstandingRef)|"
    r"Mso(?:Comment(?:Reference|Text|Subject)|Annotation(?:Reference|Text))|msocom(?:txt|anchor)|"
    r"source-credit|note-(?:head|body)(?:-\w+)?|"
    r"(?:c?oj-)?hd-\w+|c?oj-note|modref|akn-(?:authorialNote|noteRef|meta)|"
    r"(?:hist(?:ory|orical)?-?notes?|HistoricalNote\w*|amend(?:ment)?-?notes?)"
)
_SITE_TAGS = ("nav", "search", "footer")
_EDGES = ("header", "aside")
_SITE_ROLES = word_set(
    "navigation search banner contentinfo complementary menu menubar toolbar dialog alertdialog"
)
# What a class says of what can be pressed; and what it says of that which is mostly links. The law
# has headers, contents and social matters, too.
_SURELY_SITE = word_set(
    "breadcrumb breadcrumbs cookie cookies consent gdpr navbar pagination pager skiplink toc "
    "tableofcontents newsletter timeline sidebar related citing"
)
_MAYBE_SITE = word_set(
    "nav navigation menu sidebar crumbs toolbar share sharing social contents skip footer header "
    "masthead banner login widget popup modal feedback search language languages lang switcher "
    "addthis addtoany sharethis socials actions downloads tags"
)
#: What blogs, as which ministries print laws, call what stands around an entry.
_BLOG = word_set("wp-block-file entry-footer comment-respond comments-area entry-meta sharedaddy")
#: Words of which two in one name tell a banner, also without anything to press.
_BANNERS = (word_set("cookie cookies consent gdpr"), word_set("banner notice bar popup consent"))
_ALERT = expression(r"alert-(?:info|warning|danger|success|primary|secondary)")
_PARTS = expression(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = expression(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]))",
    re.IGNORECASE,
)
#: What sites call words for those who hear the page and do not see it.
_UNSEEN = word_set(
    "sr-only visually-hidden visuallyhidden screen-reader-text element-invisible wb-inv "
    "wb-invisible"
)
#: What they call words that nobody sees, unless another class says on which screens they are seen.
_NOT_SHOWN = word_set("d-none hidden is-hidden invisible")
_SHOWN_ON = expression(r".*(?::|-)(?:block|flex|inline|grid|table|visible|inline-\w+|table-\w+)")
# The heads and feet of the pages that LibreOffice and Word had, and the comments of Word, in what
# they save for the web.
_RUNS = expression(r"^(?:header|footer);|mso-element\s*:\s*(?:header|footer|comment)\b")
_ANCHOR = expression(
    r"[¶#↑^🔗§]|(?:(?:go |back )?to )?(?:the )?top(?: of (?:the )?page)?", re.IGNORECASE
)
_STRUCK = expression(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_DELETED = ("del", "s", "strike")
#: What Laws.Africa, Word and common style sheets call words that are struck out.
_DELETED_CLASSES = word_set(
    "akn-del msoDel line-through text-decoration-line-through strikethrough"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CONTROLS = ("input", "x-button", "x-select")
_BOXES = ("div", "section", "ul", "ol", "dl", "p", "table", "form", "dir", "menu", "center")
_CONTENTS = expression(r"\W*(?:(?:table of )?contents|on this page)\W*", re.IGNORECASE)

#: The part of the words of a page that its law has at the least; and where the site marks it.
_MOST, _LEAST_MARKED = 0.5, 0.1
#: So many links, and such a part of the words in them, make a list of contents.
_LINKS, _IN_LINKS = 3, 0.9
#: What stands between two links of a bar: "[Next] [Index]".
_BETWEEN_LINKS = expression(r"[\s|\[\]›»>·•/–-]*")


class Site:
    """What of a page is law: the element ``law`` without the elements ``away``.

    ``struck`` are those of these whose words the page shows as taken out of the law, ``hidden``
    those that a style sheet on the page hides.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.away: set[etree._Element] = set()
        self.struck: list[etree._Element] = []
        #: Whether the site says where the law is.
        self.is_marked = False
        for element in tree.elements:
            if not is_words(element):
                self._look_at(tree, element)
        by_sheets = styled(tree.sheets, tree.elements)
        self.struck += by_sheets.struck - self.away
        self.away.update(by_sheets.struck)
        #: How the style sheets on the page number lists and items.
        self.numbered = by_sheets.numbered
        self.hidden = self._hidden(tree, by_sheets.hidden - self.away)
        self.away.update(self.hidden)
        self._measures = _measures(tree, self.away)
        self.law = self._law(tree)
        inside = [one for one in self.law.iter() if not is_words(one)]
        self.away.update(one for one in inside[1:] if self._is_site(one))
        self._measures = _measures(tree, self.away)
        for box in inside[1:]:
            if box not in self.away and self._is_contents(box):
                self.away.add(box)
                self.away.update(self._heading_of(tree, box))

    def _look_at(self, tree: Tree, element: etree._Element) -> None:
        style = element.get("style", "")
        called = classes(element)
        struck = element.tag in _DELETED or not _DELETED_CLASSES.isdisjoint(called)
        if struck or _STRUCK.search(style):
            self.struck.append(element)
            self.away.add(element)
        elif (
            element.tag in GONE
            or element.get("hidden") is not None
            or _HIDDEN.search(style)
            or any(map(_EDITORS.fullmatch, called))
            or _is_unseen(called)
            or (element.get("aria-hidden") == "true" and self._is_icon(tree, element))
            or (element.tag == "div" and _RUNS.search(f"{element.get('title')};{style}"))
            or (element.tag == "a" and self._is_anchor(tree, element))
        ):
            self.away.add(element)

    def _hidden(self, tree: Tree, found: set[etree._Element]) -> set[etree._Element]:
        """What a style sheet on the page hides; most of the page only waits for its scripts."""
        if not found:
            return found
        measures = _measures(tree, self.away)
        outermost = (one for one in found if found.isdisjoint(one.iterancestors()))
        letters = sum(measures[one].letters for one in outermost)
        return found if letters <= _MOST * measures[tree.body].letters else set()

    def _is_icon(self, tree: Tree, element: etree._Element) -> bool:
        """Whether what those who hear the page are spared says nothing to those who see it."""
        return not any(map(str.isalnum, text_of(tree, element, most=30)))

    def _is_anchor(self, tree: Tree, element: etree._Element) -> bool:
        """Whether a link is only there to be followed: to its own heading, to the top."""
        to_page = tree.target(element) or element.get("href") == "#"
        return bool(to_page and _ANCHOR.fullmatch(text_of(tree, element, most=30)))

    def _law(self, tree: Tree) -> etree._Element:
        """The element that holds the law: the site's own for it, else the page's for its matter."""
        whole = self._measures[tree.body].letters
        for is_of_it, least in ((_is_marked, _LEAST_MARKED), (_is_main, _MOST)):
            found = [one for one in tree.elements if not is_words(one) and is_of_it(one)]
            holder = _holder(found) if found else tree.body
            if found and self._measures[holder].letters >= least * whole:
                self.is_marked = is_of_it is _is_marked
                return holder
        return tree.body

    def is_least(self, element: etree._Element) -> bool:
        """Whether an element has no more than a small part of the words of the law."""
        return self._measures[element].letters <= (1 - _MOST) * self._whole

    def _is_site(self, element: etree._Element) -> bool:
        measure = self._measures[element]
        if element.tag in _HEADINGS or measure.letters > (1 - _MOST) * self._whole:
            return False
        if element.get("role") in _SITE_ROLES:
            return True
        if element.tag in _SITE_TAGS:
            return element.tag != "footer" or not _within_article(element)
        if not _BLOG.isdisjoint(classes(element)):
            return True
        of_class = _parts(element.get("class", ""))
        told = {*of_class, *_parts(element.get("id", ""))}
        cookies, banner = (told & words for words in _BANNERS)
        if len(cookies | banner) > 1 and cookies and banner:
            return True
        if element.tag == "div" and any(map(_ALERT.fullmatch, classes(element))):
            return True
        if not measure.controls:
            return False
        if not _SURELY_SITE.isdisjoint(of_class) or self._is_bar(element):
            return True
        may_be = element.tag in _EDGES and not _within_article(element)
        may_be = may_be or not told.isdisjoint(_SURELY_SITE | _MAYBE_SITE)
        return may_be and measure.linked >= _MOST * measure.letters

    def _is_bar(self, element: etree._Element) -> bool:
        """Whether an element is a row of links with no more than marks between them."""
        if element.tag not in ("p", "div", "td", "center") or element.find(".//div") is not None:
            return False
        if sum(1 for _ in element.iter("a")) < _LINKS:
            return False
        between = (
            words_in(self._tree.words(one))
            for one in shown(element, self.away)
            if next(one.iterancestors("a"), None) is None
        )
        return all(map(_BETWEEN_LINKS.fullmatch, between))

    @property
    def _whole(self) -> int:
        return self._measures[self.law].letters

    def _is_contents(self, box: etree._Element) -> bool:
        """Whether all that an element says are links to places on the page."""
        measure = self._measures[box]
        if box.tag not in _BOXES or measure.letters > (1 - _MOST) * self._whole:
            return False
        return measure.inner >= _LINKS and measure.to_page >= _IN_LINKS * measure.letters > 0

    def _heading_of(self, tree: Tree, box: etree._Element) -> Iterator[etree._Element]:
        """The heading above a list of contents that calls it so."""
        above = box.getprevious()
        while above is not None and (is_words(above) or not self._measures[above].letters):
            above = above.getprevious()
        if above is not None and _CONTENTS.fullmatch(text_of(tree, above, self.away)):
            yield above


def _is_unseen(called: list[str]) -> bool:
    if not _UNSEEN.isdisjoint(called):
        return True
    return not _NOT_SHOWN.isdisjoint(called) and not any(map(_SHOWN_ON.fullmatch, called))


def _is_marked(element: etree._Element) -> bool:
    return (
        element.tag in _LAW_TAGS
        or element.get("id") in _LAW_IDS
        or not _LAW_CLASSES.isdisjoint(classes(element))
    )


def _is_main(element: etree._Element) -> bool:
    return element.tag in _MAIN_TAGS or element.get("role") == "main"


def _holder(elements: list[etree._Element]) -> etree._Element:
    """The smallest element that holds all of these, which are in the order of the page."""
    around_last = [elements[-1], *elements[-1].iterancestors()]
    around_first = (elements[0], *elements[0].iterancestors())
    return next(one for one in around_first if one in around_last)


def classes(element: etree._Element) -> list[str]:
    """The classes of an element."""
    return element.get("class", "").split()


def text_of(
    tree: Tree, element: etree._Element, away: Collection[etree._Element] = (), most: int = 200
) -> str:
    """The first words of an element, without those of the elements away."""
    said: list[str] = []
    for one in shown(element, away):
        said += (words for words, _, _ in tree.words(one))
        if sum(map(len, said)) > most:
            break
    return " ".join("".join(said).split())


def shown(
    element: etree._Element, away: Collection[etree._Element] = ()
) -> Iterator[etree._Element]:
    """The words of an element, in their order, without those of the elements away."""
    walk = etree.iterwalk(element, events=("start", "comment"))
    for event, one in walk:
        if event == "comment":
            yield one
        elif one in away and one is not element:
            walk.skip_subtree()


def says_anything(
    tree: Tree, element: etree._Element, away: Collection[etree._Element] = ()
) -> bool:
    """Whether an element shows any words, but for those of the elements away."""
    return any(words_in(tree.words(one)).strip() for one in shown(element, away))


class _Measure:
    """How many letters an element shows, blanks apart, and how many of them in links.

    ``inner`` and ``to_page`` are the links to places on the page and their letters; ``controls``
    are what can be pressed, followed or filled in.
    """

    __slots__ = ("controls", "inner", "letters", "linked", "to_page")

    def __init__(self) -> None:
        self.letters = self.linked = self.to_page = self.inner = self.controls = 0

    def take(self, part: _Measure, element: etree._Element, tree: Tree) -> None:
        """Count an element that stands in this one."""
        href = element.get("href") if element.tag == "a" else None
        to_page = href is not None and bool(tree.target(element))
        self.letters += part.letters
        self.linked += part.linked if href is None else part.letters
        self.to_page += part.letters if to_page else part.to_page
        self.inner += part.inner + (to_page and part.letters > 0)
        self.controls += part.controls + (href is not None or element.tag in _CONTROLS)


def _measures(tree: Tree, away: Collection[etree._Element]) -> dict[etree._Element, _Measure]:
    """The measure of each element, what is away not counted save for its controls."""
    measures: dict[etree._Element, _Measure] = {}
    within = [_Measure()]
    for event, one in etree.iterwalk(tree.body, events=("start", "end", "comment")):
        if event == "start":
            within.append(_Measure())
        elif event == "comment":
            within[-1].letters += sum(len("".join(said.split())) for said, _, _ in tree.words(one))
        else:
            measures[one] = within.pop()
            if one in away:
                measures[one].letters = measures[one].linked = measures[one].to_page = 0
            within[-1].take(measures[one], one, tree)
    return measures


def _parts(name: str) -> set[str]:
    """The words in a name: ``cookie-banner``, ``siteNav``."""
    return {part.casefold() for part in _PARTS.findall(name)}


def _within_article(element: etree._Element) -> bool:
    return next(element.iterancestors("article", "main"), None) is not None
