"""What is known of a web page before it is set: its law, what is none of it, its title."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from lxml import etree

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.lang import language
from annotator.readers.finishing import in_lines, stated_country
from annotator.readers.html.columns import in_other_tongues
from annotator.readers.html.fringe import fringe
from annotator.readers.html.notes import Notes
from annotator.readers.html.numbers import markers
from annotator.readers.html.repeated import repeated_heads
from annotator.readers.html.site import Site, classes, says_anything, text_of
from annotator.readers.html.tree import WAY_OUT, Tree, place_of
from annotator.readers.intake import Intake
from annotator.readers.traced import words_in

_AKN_COUNTRY = expression(r"/akn/([a-z]{2})(?:-[a-z0-9]+)?/")
#: Between the title of a law and the name of the site.
_PARTED = expression(r"\s+(?:[|–—·-]|::)\s+")
#: What legislation.gov.uk has in place of the law on a page of contents.
_CONTENTS_ALONE = "LegContents"
#: Blocks that are set apart from the words around them, and how much of one tells whose it is.
_APART, _FIRST_WORDS = ("blockquote", "aside"), 60


class Page(NamedTuple):
    """The tree, the element ``law`` without those ``away``, and what is shown before items.

    ``title`` is what the page is called, ``jurisdiction`` the country that it states; both may be
    empty.
    """

    tree: Tree
    law: etree._Element
    away: frozenset[etree._Element]
    markers: dict[etree._Element, str]
    title: str
    jurisdiction: str
    notes: tuple[str, ...]


def law_on(intake: Intake) -> Page:
    """The page of a file.

    Raises:
        InputError: it is damaged, or shows no text.
    """
    tree = Tree(intake.decoded.text, intake.name)
    site = Site(tree)
    if not site.is_marked and any(_CONTENTS_ALONE in classes(one) for one in tree.body.iter("div")):
        raise InputError(
            f"{intake.name} is the table of contents of a law: save the page of the whole law, "
            "which its site has beside it."
        )
    notes = Notes(tree, site).found
    unseen = {one for one in site.hidden if site.away.isdisjoint(one.iterancestors())}
    asides = _asides(tree, site)
    away = frozenset({*site.away, *notes, *asides})
    away |= fringe(tree, site.law, away)
    foreign = in_other_tongues(tree, site.law, away)
    away |= foreign
    again = repeated_heads(tree, site.law, away)
    shown = _shown_struck(site, away)
    away |= again
    if not says_anything(tree, site.law, away):
        raise InputError(f"{intake.name} is a web page without text of its own: {WAY_OUT}")
    country, of_country = _country(tree, intake.name)
    return Page(
        tree,
        site.law,
        away,
        markers(tree, site),
        _title(tree),
        country,
        (
            *_of_unclosed(tree, intake),
            *_of_left_out(tree, site, shown, "are struck out", intake),
            *_of_left_out(tree, site, foreign, "stand in columns in other languages", intake),
            *_of_left_out(tree, site, again, "repeat the head of a table", intake),
            *_of_left_out(tree, site, unseen, "its style sheet hides", intake),
            *_of_left_out(tree, site, asides, "the site's editor set beside the law", intake),
            *_of_notes(notes, intake),
            *of_country,
        ),
    )


def _shown_struck(site: Site, away: Collection[etree._Element]) -> set[etree._Element]:
    """The words of the law that are struck out; not those of what is none of it anyway."""
    return {one for one in site.struck if not any(up in away for up in one.iterancestors())}


def _asides(tree: Tree, site: Site) -> set[etree._Element]:
    """What is set apart on the page, and is by its first words an editor's."""
    opens = language("en").structure.notes.opens_an_aside
    apart = (one for one in site.law.iter(*_APART) if one is not site.law and one not in site.away)
    return {one for one in apart if opens.match(text_of(tree, one, site.away, _FIRST_WORDS))}


def _title(tree: Tree) -> str:
    """What the page is called, without the name of the site."""
    title = " ".join(words_in(tree.title).split())
    parts = _PARTED.split(title)
    names_a_law = language("en").titles.names_a_law
    return next((part for part in parts if names_a_law.search(part)), title)


def _country(tree: Tree, name: str) -> tuple[str, tuple[str, ...]]:
    """The country that a page of Laws.Africa says the law is of, and a note if it is none."""
    laws = tree.body.iter("la-akoma-ntoso")
    found = (_AKN_COUNTRY.match(law.get("frbr-expression-uri", "")) for law in laws)
    stated = next(filter(None, found), None)
    return stated_country(stated[1] if stated else None, name)


def _of_unclosed(tree: Tree, intake: Intake) -> tuple[str, ...]:
    if tree.unclosed is None:
        return ()
    what, at = tree.unclosed
    return (
        f"{intake.name} opens {what} in {in_lines([at], intake)} that is never closed: no browser "
        "shows what follows, and it is not read.",
    )


def _of_left_out(
    tree: Tree, site: Site, elements: Collection[etree._Element], why: str, intake: Intake
) -> tuple[str, ...]:
    """A note of words of the law that a browser shows as no part of it, or does not show."""
    inside = (one for one in site.law.iter() if one in elements) if elements else ()
    told = [one for one in inside if says_anything(tree, one)]
    if not told:
        return ()
    where = in_lines(map(place_of, told), intake)
    return (f"{intake.name} has words that {why} ({where}): they are left out.",)


def _of_notes(notes: list[etree._Element], intake: Intake) -> tuple[str, ...]:
    if not notes:
        return ()
    where = in_lines(map(place_of, notes), intake)
    return (f"{intake.name} has footnotes and their marks ({where}): they are left out.",)
