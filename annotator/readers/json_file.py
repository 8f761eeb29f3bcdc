"""A file of JSON of which it is remembered where each value stands."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator

from annotator.expressions import expression
from annotator.readers.traced import Change, Traced, joined

# Lenient towards line breaks within strings, which careless programs leave.
_DECODER = json.JSONDecoder(strict=False)
_BLANK = expression(r"[ \t\r\n]*")
# Several codes together, since a character beyond the first 65,536 is written as two.
_ESCAPE = expression(r"(?:\\u[0-9A-Fa-f]{4})+|\\.", re.DOTALL)
#: What a publisher's page had in the words: what parts lines, and all other tags.
BREAK = expression(
    r"(?:(?<!\s)\s+)?<(?:br\s*/?|/?(?:p|div|li|ul|ol|tr|table|h[1-6])(?:\s[^<>]*)?)>\s*",
    re.IGNORECASE,
)
_TAG = expression(
    r"</?(?:b|i|u|em|strong|span|sup|sub|a|font|small|td|th|tbody)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_NUMBER = expression(r"-?\d[\d.]*")
_ENTITY = expression(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
_NO_LETTER = expression(r"[^a-z]+")


def plain(key: str) -> str:
    """A key without what programs part its words by.

    >>> plain("section_Number"), plain("sectionNumber")
    ('sectionnumber', 'sectionnumber')
    """
    return _NO_LETTER.sub("", key.lower())


class JsonFile:
    """The values of a file by the offsets at which they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._whole = Traced.whole(text)
        #: What the provisions are called that were found to be repealed, as they are read.
        self.gone: list[str] = []

    def object_at(self, at: int) -> dict[str, int]:
        """Where the values of the object at an offset stand, by their keys.

        Raises:
            ValueError: it is no object, or is broken.
        """
        found: dict[str, int] = {}
        at = self._behind(at, "{")
        while self._text[at] != "}":
            key, at = _DECODER.raw_decode(self._text, at)
            place = at = self._behind(at, ":")
            found[str(key)] = place
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

    def kind(self, at: int) -> str:
        """The character that a value begins with: ``{``, ``[``, ``"``."""
        return self._text[self._skipped(at)]

    def items_at(self, at: int) -> list[tuple[str, int]]:
        """The items of a list, or of an object in its stead, with their keys."""
        if self.kind(at) == "{":
            return list(self.object_at(at).items())
        return [("", one) for one in self.list_at(at)]

    def lines_at(self, at: int) -> list[int]:
        """Where values begin that stand one behind the other, as in JSON Lines."""
        found = []
        at = self._skipped(at)
        while at < len(self._text):
            found.append(at)
            _, at = _DECODER.raw_decode(self._text, at)
            at = self._skipped(at)
        return found

    def key(self, key: str, at: int) -> Traced:
        """A key as words, which stand before its value."""
        start = self._text.rfind(f'"{key}"', 0, at)
        return self._whole.cut(start + 1, start + 1 + len(key)) if start >= 0 else Traced.of(())

    def words(self, at: int) -> Traced:
        """The words of a value, without blanks around them; empty where it is an object."""
        return self._words(at).strip()

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
        words = words.sub(BREAK, "\n").without(_TAG)
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
