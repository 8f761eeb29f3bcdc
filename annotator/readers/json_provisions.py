"""The provisions of a law in JSON, whatever the database that keeps it calls its keys.

A provision is an object with words and a number or a title (``section``, ``title``, ``content``;
``number``, ``heading``, ``text``), in a list or under its number; what is below it is its own list
(``subsections``), and parts hold such lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.words import word_set
from annotator.readers.json_file import JsonFile, plain
from annotator.readers.traced import Traced, joined


def _in_order(words: str) -> tuple[str, ...]:
    """The keys, of which the first counts."""
    return tuple(words.split())


_NUMBERS = _in_order(
    "section sectionnumber sectionno article articlenumber articleno number num no label "
    "regulation rule provisionnumber clausenumber clause"
)
_TITLES = _in_order(
    "title heading sectiontitle sectionheading articletitle articleheading provisiontitle "
    "headnote marginalnote sidenote caption name"
)
_CONTENTS = _in_order(
    "content contents text body sectiontext articletext provisiontext sectioncontent "
    "articlecontent fulltext html words value"
)
_CHAPTERS = ("chapter", "part")
#: What holds sections, by the list that it stands in; and all lists of provisions.
_CONTAINERS = {"parts": "Part", "chapters": "Chapter", "schedules": "Schedule", "titles": "Title"}
_SECTIONS = word_set("provisions sections articles regulations rules clauses")
_BELOW = word_set("subsections paragraphs subparagraphs points items children subclauses")
_LISTS = (*_CONTAINERS, *sorted(_SECTIONS), "items", "children", "elements", "body", "data")
_WRAPPERS = _in_order("law act bill document legislation statute data result content")
_LAW_TITLES = _in_order("title shorttitle longname name act law bill citation")
_COUNTRIES = ("country", "countrycode", "jurisdiction")
_DATES = ("issueddate", "enacteddate", "assentdate", "date")
#: What else numbers what stands below a provision.
_BELOW_LABELS = ("subsection", "paragraph", "subparagraph", "point", "item", "letter", "id")
#: What says of a provision that it is law no longer: a key with such a word, or one that is true.
_STATUSES = _in_order("status provisionstatus sectionstatus articlestatus state")
_GONE = word_set("repealed revoked removed deleted omitted")
#: What is another program's report, and no law, whatever else it holds.
_REPORTS = frozenset({"findings"})
_DEEPEST = 12
_BARE = expression(r"[0-9]{1,3}[A-Za-z]?|[A-Za-z]|[ivxlc]{1,6}")
_NOTHING = Traced.of(())


class JsonProvision(NamedTuple):
    """What is known of one, each as it stands in the file; empty where it is not."""

    chapter: Traced
    number: Traced
    title: Traced
    content: Traced


class JsonLaw(NamedTuple):
    """A law: its title, what is said of it, the country that it states, its provisions.

    ``text`` are its words where they stand in one piece; ``date`` is the day that it states, as it
    is written; ``gone`` is what it calls the provisions
    that it says are repealed, which are in none of the others.
    """

    title: Traced
    description: Traced
    country: str
    provisions: list[JsonProvision]
    text: Traced = _NOTHING
    gone: tuple[str, ...] = ()
    date: str = ""


def law_in(file: JsonFile) -> JsonLaw:
    """The law that a file holds.

    Raises:
        ValueError: it is broken, or holds none.
    """
    law = _law_in(file)
    return law._replace(gone=tuple(dict.fromkeys(file.gone)))


def _law_in(file: JsonFile) -> JsonLaw:
    starts = file.lines_at(0)
    if len(starts) > 1:
        provisions = [row for at in starts for row in _row(file, at, "", 0)]
        return _checked(JsonLaw(_NOTHING, _NOTHING, "", provisions))
    if file.kind(starts[0]) == "[":
        return _checked(JsonLaw(_NOTHING, _NOTHING, "", list(_rows(file, starts[0], "", 0))))
    return _law_at(file, starts[0], 0)


def _checked(law: JsonLaw) -> JsonLaw:
    told = (one for one in law.provisions if one.content and (one.number or one.title))
    numbered = (one for one in law.provisions if one.content and one.content.text[:1].isdigit())
    if next(told, None) is None and next(numbered, None) is None:
        raise ValueError("no provisions")
    return law


def _law_at(file: JsonFile, at: int, depth: int) -> JsonLaw:
    places = _by_plain_key(file, at)
    if not _REPORTS.isdisjoint(places) or depth > _DEEPEST:
        raise ValueError("no law")
    title = _first(file, places, _LAW_TITLES)
    description = _first(file, places, ("description", "longtitle"))
    country = _first(file, places, _COUNTRIES).text
    date = _first(file, places, _DATES).text
    rows = []
    for name in _LISTS:
        if name in places and file.kind(places[name]) in "[{":
            rows += list(_rows(file, places[name], name, depth + 1))
    if any(one.content for one in rows):
        return _checked(JsonLaw(title, description, country, rows, date=date))
    for name in _WRAPPERS:
        if name in places and file.kind(places[name]) == "{":
            inner = _law_at(file, places[name], depth + 1)
            return inner._replace(
                title=inner.title or title,
                country=inner.country or country,
                date=inner.date or date,
            )
    text = _first(file, places, _CONTENTS)
    if not text or not title:
        raise ValueError("no law")
    return JsonLaw(title, description, country, [], text, date=date)


def _rows(file: JsonFile, at: int, name: str, depth: int) -> Iterator[JsonProvision]:
    """The provisions of a list, or of an object of them by their numbers."""
    if depth > _DEEPEST:
        raise ValueError("too deep")
    for key, place in file.items_at(at):
        if file.kind(place) == "{":
            number = file.key(key, place) if key else _NOTHING
            yield from _row(file, place, name, depth, number)


def _row(
    file: JsonFile, at: int, name: str, depth: int, key: Traced = _NOTHING
) -> Iterator[JsonProvision]:
    """A provision, or those of a part."""
    if file.kind(at) != "{":
        return
    places = _by_plain_key(file, at)
    number = (_first(file, places, _NUMBERS) or key).strip(" .:")
    title, chapter = _first(file, places, _TITLES), _first(file, places, _CHAPTERS)
    if _is_gone(file, places):
        file.gone.append((number or title or chapter).text)
        return
    held = [one for one in _SECTIONS if one in places and file.kind(places[one]) in "[{"]
    if held or name in _CONTAINERS:
        heading = _of_part(number or chapter, title, _CONTAINERS.get(name, "Part"))
        words = _first(file, places, _CONTENTS)
        if words:
            yield JsonProvision(heading, _NOTHING, _NOTHING, words)
        for one in (*_CONTAINERS, *sorted(held)):
            if one in places and file.kind(places[one]) in "[{":
                for row in _rows(file, places[one], one, depth + 1):
                    yield row if row.chapter else row._replace(chapter=heading)
        return
    lines = [_first(file, places, _CONTENTS), *_below(file, places, depth)]
    yield JsonProvision(chapter, number, title, joined(filter(None, lines), "\n"))


def _is_gone(file: JsonFile, places: Mapping[str, int]) -> bool:
    """Whether it says of itself that it is repealed."""
    said = _first(file, places, _STATUSES).text.casefold()
    return said in _GONE or any(one in places and file.kind(places[one]) == "t" for one in _GONE)


def _of_part(number: Traced, title: Traced, word: str) -> Traced:
    named = number.text.casefold().startswith(word.casefold())
    parts = [number if named or not number else joined([f"{word} ", number]), title]
    return joined(filter(None, parts), " – ")


def _below(file: JsonFile, places: Mapping[str, int], depth: int) -> Iterator[Traced]:
    """What stands below a provision, a line for each: "(1) An officer may search"."""
    if depth > _DEEPEST:
        raise ValueError("too deep")
    for name, at in places.items():
        if name not in _BELOW and not (name in _CONTENTS and _holds_objects(file, at)):
            continue
        if file.kind(at) not in "[{":
            continue
        for key, place in file.items_at(at):
            if file.kind(place) != "{":
                if file.kind(at) == "{" or name in _BELOW:
                    yield _labelled(file.key(key, place) if key else _NOTHING, file.words(place))
                continue
            own = _by_plain_key(file, place)
            label = _first(file, own, _NUMBERS) or _first(file, own, _BELOW_LABELS)
            label = label or (file.key(key, place) if key else _NOTHING)
            if _is_gone(file, own):
                file.gone.append(_labelled(label, _NOTHING).text)
                continue
            words = _first(file, own, _CONTENTS)
            lines = [_labelled(label, words), *_below(file, own, depth + 1)]
            yield joined(filter(None, lines), "\n")


def _labelled(label: Traced, words: Traced) -> Traced:
    bare = _BARE.fullmatch(label.text.strip())
    printed = joined(["(", label.strip(), ")"]) if bare else label
    return joined(filter(None, [printed, words]), " ")


def _holds_objects(file: JsonFile, at: int) -> bool:
    return file.kind(at) == "[" and any(file.kind(one) == "{" for one in file.list_at(at))


def _by_plain_key(file: JsonFile, at: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, place in file.object_at(at).items():
        found.setdefault(plain(key), place)
    return found


def _first(file: JsonFile, places: Mapping[str, int], keys: tuple[str, ...]) -> Traced:
    """The words under the first of the keys that has any."""
    for key in keys:
        if key in places and (words := file.words(places[key])):
            return words
    return _NOTHING
