"""Laws as the databases of laws keep them in JSON: a list of provisions.

An object with a ``title``, perhaps a ``description``, and ``provisions``: each with a ``section``
(its number), a ``title``, the ``content`` and perhaps the ``chapter`` that it stands in; or the
list of the provisions alone. Tags of a web page in them are none of their words. The text is what a
publisher would print of it: a paragraph for each, save what the content repeats.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from annotator.lang import language
from annotator.readers import unread_json
from annotator.readers.decoding import canonical
from annotator.readers.finishing import finished
from annotator.readers.intake import Intake
from annotator.readers.traced import Change, Traced, joined
from annotator.source import Source

_KEYS = ('"provisions"', '"section"', '"content"')
# Lenient towards line breaks within strings, which careless programs leave.
_DECODER = json.JSONDecoder(strict=False)
_BLANK = re.compile(r"[ \t\r\n]*")
# Several codes together, since a character beyond the first 65,536 is written as two.
_ESCAPE = re.compile(r"(?:\\u[0-9A-Fa-f]{4})+|\\.", re.DOTALL)
#: What a publisher's page had in the words: what parts lines, and all other tags.
_BREAK = re.compile(
    r"(?:(?<!\s)\s+)?<(?:br\s*/?|/?(?:p|div|li|ul|ol|tr|table|h[1-6])(?:\s[^<>]*)?)>\s*",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|sup|sub|a|font|small|td|th|tbody)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_NUMBER = re.compile(r"-?\d[\d.]*")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
#: The title of a part that has run into the provision before it is no longer.
_LONGEST_TITLE = 150
#: What is read of each provision.
_WORDS_OF = ("chapter", "section", "title", "content")


class _Provision(NamedTuple):
    """What is known of one, each as it stands in the file; empty where it is not."""

    chapter: Traced
    number: Traced
    title: Traced
    content: Traced


def claims(intake: Intake) -> bool:
    """Whether this is a JSON object of the kind: one that has provisions with their content."""
    text = intake.decoded.text
    opening = text.lstrip()[:1]
    return (opening == "{" and all(key in text for key in _KEYS)) or (
        opening == "[" and all(key in text for key in _KEYS[1:])
    )


def read(intake: Intake) -> Source:
    """Lay the provisions out as text.

    Raises:
        InputError: the JSON is broken, holds no provision, or is not in English.
    """
    file = _File(intake.decoded.text)
    try:
        alone = intake.decoded.text.lstrip().startswith("[")
        law = {"provisions": 0} if alone else file.object_at(0)
        rows = [file.object_at(at) for at in file.list_at(law["provisions"])]
        title, description = file.string(law, "title"), file.string(law, "description")
        provisions = [_Provision(*(file.string(row, key) for key in _WORDS_OF)) for row in rows]
    except (ValueError, LookupError, RecursionError):
        raise unread_json.refusal(intake) from None
    parts = [title, description, *_printed(provisions)]
    text = joined([part for part in parts if part], "\n\n")
    return finished(
        intake,
        canonical(text, pages=True),
        format="json",
        title=" ".join(title.text.split()) or None,
        printed=True,
    )


class _File:
    """A JSON file of which it is remembered where each value stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._whole = Traced.whole(text)

    def object_at(self, at: int) -> dict[str, int]:
        """Where the values of the object at an offset stand, by their keys.

        Raises:
            ValueError: it is no object, or is broken.
        """
        found = {}
        at = self._behind(at, "{")
        while self._text[at] != "}":
            key, at = _DECODER.raw_decode(self._text, at)
            found[str(key)] = at = self._behind(at, ":")
            at = self._next(at)
        return found

    def list_at(self, at: int) -> list[int]:
        """Where the items of the list at an offset stand.

        Raises:
            ValueError: it is no list, or is broken.
        """
        found = []
        at = self._behind(at, "[")
        while self._text[at] != "]":
            found.append(at)
            at = self._next(at)
        return found

    def string(self, places: dict[str, int], key: str) -> Traced:
        """The words under a key, without blanks around them; empty where it has none."""
        at = places.get(key)
        return Traced.of(()) if at is None else self._words(at).strip()

    def _words(self, at: int) -> Traced:
        """The words of a string, a number, or a list of them."""
        if self._text[at] == "[":
            return joined(filter(None, map(self._words, self.list_at(at))), "\n")
        if number := _NUMBER.match(self._text, at):
            return self._whole.cut(*number.span())
        if self._text[at] != '"':
            return Traced.of(())
        _, end = _DECODER.raw_decode(self._text, at)
        words = self._whole.cut(at + 1, end - 1)
        words = words.changed(_replaced(_ESCAPE, words.text, _unescaped))
        words = words.sub(_BREAK, "\n").without(_TAG)
        return words.changed(_replaced(_ENTITY, words.text, html.unescape))

    def _behind(self, at: int, mark: str) -> int:
        at = self._skipped(at)
        if self._text[at] != mark:
            raise ValueError(f"no {mark} at {at}")
        return self._skipped(at + 1)

    def _next(self, at: int) -> int:
        """Behind the value at an offset and the comma that follows it, if one does."""
        _, at = _DECODER.raw_decode(self._text, at)
        at = self._skipped(at)
        if self._text[at] not in ",]}":
            raise ValueError(f"no comma at {at}")
        return self._skipped(at + 1) if self._text[at] == "," else at

    def _skipped(self, at: int) -> int:
        blank = _BLANK.match(self._text, at)
        return blank.end() if blank else at


def _replaced(
    pattern: re.Pattern[str], text: str, meaning: Callable[[str], str]
) -> Iterator[Change]:
    """What matches, by what it means."""
    return ((m.start(), m.end(), meaning(m[0])) for m in pattern.finditer(text))


def _unescaped(code: str) -> str:
    meant = str(_DECODER.decode(f'"{code}"'))
    # Half of a character that is written as two is none.
    return meant.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _printed(provisions: Iterable[_Provision]) -> Iterator[Traced]:
    """The paragraphs of the provisions, each part's title above the first that stands in it."""
    chapter, ran_on = "", ""
    for one in provisions:
        if one.chapter.text != chapter:
            chapter = one.chapter.text
            if not ran_on.startswith(chapter):
                yield one.chapter
        yield _heading(one)
        content, foot = _without_foot(one.content)
        content, title = _parted(content)
        ran_on = title.text
        yield content
        yield title
        yield from foot


def _heading(one: _Provision) -> Traced:
    """The title of a provision, under its number; empty where its content begins with it."""
    number = re.escape(one.number.text)
    content, title = one.content.text, one.title.text
    if not title and number and content and not re.match(rf"\W*{number}\W", content):
        return joined([one.number, "."])
    if content.startswith(title) or re.match(rf"\W*{number}\W*{re.escape(title)}", content):
        return Traced.of(())
    if re.match(rf"{number}\W", content) or re.match(rf"(?:\w+ )?{number}\b", title):
        return one.title
    return joined([one.number, ". ", one.title])


def _without_foot(content: Traced) -> tuple[Traced, tuple[Traced, ...]]:
    """A provision, and what the page of a site had behind the law: its title, and what it says."""
    title = language("en").structure.end.running_title.search(content.text)
    if not title:
        return content, ()
    heading = content.cut(title.start(), title.end())
    rest = content.cut(title.end(), len(content.text)).strip()
    return content.cut(0, title.start()).strip(), (heading, rest)


def _parted(content: Traced) -> tuple[Traced, Traced]:
    """A provision, and the title of the part that begins behind it and has run into its end."""
    length = len(content.text)
    start = max(0, length - _LONGEST_TITLE)
    title = _title_of_part().search(content.text, start)
    at = title.start() if title else length
    return content.cut(0, at), content.cut(at, length).strip()


@cache
def _title_of_part() -> re.Pattern[str]:
    words = "|".join(language("en").structure.containers.values())
    return re.compile(rf"\s(?:{words}) [IVXLC\d]+[A-Z]* [–—-] ?\S.*\Z", re.DOTALL)
