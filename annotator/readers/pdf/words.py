"""The words that a page of a PDF shows: where they stand, how large they are, how they are set.

Pages are read character by character. What is not set as the page is (a stamp across it, a note
along its edge) is no part of its text; neither is what nobody sees, save on the picture of a page
under which a program that recognises letters has put its words.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from annotator.expressions import expression

#: What pdfium says of a hyphen at the end of a line.
_HYPHENS = frozenset((0x2, 0xFFFE))
_BLANKS = frozenset(
    map(ord, " \t\r\n\f\v\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\u200b\ufeff")
)
#: Bullets of fonts of symbols, which have no letters of Unicode.
_BULLETS = frozenset((0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076, 0xF0A8, 0xF06E, 0xF06F, 0xF0D2))
#: What programs write for a letter that the font does not tell.
_NUMBERED = expression(r"\(cid:\d+\)")
_LIGATURES = range(0xFB00, 0xFB07)
_PRIVATE = range(0xE000, 0xF900)
#: A gap so wide, in parts of the size, parts words; so far from its line a letter is raised.
_GAP, _RAISED = 0.18, 0.09
#: A blank that leaves so little room behind a ligature, and begins so far within it, is none;
#: neither is what leaves so little between what is drawn, as fonts tell its width wrongly.
_NONE, _WITHIN, _DRAWN = 0.06, 0.2, 0.08
_SURROGATES, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
#: So far from a right angle a line still stands upright.
_SLANT = 0.05
_INVISIBLE = 3
_BOLD = 600
#: The most letters of a page that are read.
MOST_LETTERS = 40_000


class _Set(NamedTuple):
    """How a run of letters is set: its size, its direction in quarters of a turn, and its looks."""

    size: float
    turn: int
    seen: bool
    bold: bool


@dataclass(slots=True)
class PrintedWord:
    """A word; ``base`` is the height of the line that it stands on, counted downwards."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False


class Words(NamedTuple):
    """The words of a page in the order of its file, and what is known of it as a whole."""

    words: list[PrintedWord]
    #: How many letters it has, how many of them no font tells, and how many nobody sees.
    letters: int
    unknown: int
    unseen: int
    #: Whether it has more letters than are read.
    cut: bool = False
    #: By how many quarters of a turn its lines are turned.
    turn: int = 0


class _Letter(NamedTuple):
    """A letter, or a blank that the file has; ``at`` is its place in the page."""

    text: str
    x0: float
    x1: float
    base: float
    set: _Set
    at: int = -1


def words_of(page: Any, text_page: Any) -> Words:
    """The words of a page, upright, those outside of what it shows left out."""
    import pypdfium2.raw as pdfium

    count = text_page.count_chars()
    # Not the crop box: pdfium does not look for one that all pages have in common.
    characters = _Characters(pdfium, text_page.raw, page.get_bbox())
    letters = list(characters.read(min(count, MOST_LETTERS)))
    told = [one for one in letters if one is not None and one.text != " "]
    unseen = sum(not one.set.seen for one in told)
    # Under the picture of a page all its words are unseen; else they hide behind it.
    shown = 2 * unseen > len(told)
    turns = Counter(one.set.turn for one in told if one.set.seen or shown)
    turn = turns.most_common(1)[0][0] if turns else 0
    unknown = max(sum("\ufffd" in one.text for one in told), characters.untold)
    kept = [
        one if one is None or (one.set.turn == turn and (one.set.seen or shown)) else None
        for one in letters
    ]
    words = list(_joined(kept, characters.drawn))
    unknown += sum(len(one.text) for one in words if _NUMBERED.search(one.text))
    cut, turned = count > MOST_LETTERS, max(turn, 0)
    return Words(words, len(told), unknown, unseen if shown else 0, cut, turned)


class _Characters:
    """The letters of a page and its blanks, turned upright each by its own direction.

    None stands for a blank that pdfium adds, and for what is not on the page.
    """

    def __init__(self, pdfium: Any, text: Any, box: tuple[float, float, float, float]) -> None:
        self._pdfium, self._text, self._box = pdfium, text, box
        self._sets: dict[int, _Set] = {}
        #: How many letters are guessed, as the font has no table of them.
        self.untold = 0
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def read(self, count: int) -> Iterator[_Letter | None]:
        unicode_of: Callable[[Any, int], int] = self._pdfium.FPDFText_GetUnicode
        high = 0
        for i in range(count):
            code = unicode_of(self._text, i)
            if code in _SURROGATES:
                high = code
                continue
            if code in _LOW and high:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            high = 0
            if code not in _BLANKS:
                yield self._letter(i, code)
            else:
                added = code < 0x20 or self._pdfium.FPDFText_IsGenerated(self._text, i)
                yield None if added else self._letter(i, 0x20)

    def _letter(self, i: int, code: int) -> _Letter | None:
        pdfium, text = self._pdfium, self._text
        self.untold += pdfium.FPDFText_HasUnicodeMapError(text, i) == 1
        pdfium.FPDFText_GetCharOrigin(text, i, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(text, i, self._rect)
        x, y, rect = self._x.value, self._y.value, self._rect
        left, bottom, right, top = self._box
        if not (left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1):
            return None
        looks = self._set(i)
        x0, x1 = upright((rect.left, rect.bottom, rect.right, rect.top), looks.turn)
        if not (math.isfinite(x0) and math.isfinite(x1) and math.isfinite(looks.size)):
            return None
        base = (-y, x, y, -x)[looks.turn]
        return _Letter(self._spelt(code), x0, x1, base, looks, i)

    def drawn(self, letter: _Letter) -> tuple[float, float]:
        """Where what is drawn of a letter begins and ends."""
        edges = [ctypes.c_double() for _ in range(4)]
        left, right, bottom, top = edges
        if not self._pdfium.FPDFText_GetCharBox(self._text, letter.at, *edges) or left == right:
            return letter.x0, letter.x1
        return upright((left.value, bottom.value, right.value, top.value), letter.set.turn)

    def _spelt(self, code: int) -> str:
        if 0x20 <= code < 0x7F:
            return chr(code)
        if code in _HYPHENS:
            return "-"
        if code in _BULLETS:
            return "•"
        if code in _LIGATURES:
            return unicodedata.normalize("NFKC", chr(code))
        if code < 0x20 or code in _PRIVATE or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            return "\ufffd"
        return chr(code)

    def _set(self, i: int) -> _Set:
        """How a letter is set; those of one run of the page are set alike."""
        pdfium = self._pdfium
        run = pdfium.FPDFText_GetTextObject(self._text, i)
        key = ctypes.addressof(run.contents) if run else -1
        known = self._sets.get(key)
        if known is not None:
            return known
        size = pdfium.FPDFText_GetFontSize(self._text, i)
        turn, matrix = 0, self._matrix
        if pdfium.FPDFText_GetMatrix(self._text, i, matrix):
            size *= math.hypot(matrix.c, matrix.d) or 1
            angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
            turn = round(angle) % 4 if abs(angle - round(angle)) < _SLANT else -1
        seen = not run or pdfium.FPDFTextObj_GetTextRenderMode(run) != _INVISIBLE
        found = _Set(abs(size) or 1, turn, seen, self._bold(i))
        self._sets[key] = found
        return found

    def _bold(self, i: int) -> bool:
        pdfium = self._pdfium
        if pdfium.FPDFText_GetFontWeight(self._text, i) >= _BOLD:
            return True
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._text, i, name, 128, flags)
        return b"bold" in name.value.lower()


def upright(box: tuple[float, float, float, float], turn: int) -> tuple[float, float]:
    """Where a box begins and ends along a line whose direction is so many quarters of a turn."""
    left, bottom, right, top = box
    return ((left, right), (bottom, top), (-right, -left), (-top, -bottom))[turn]


def _joined(
    letters: Sequence[_Letter | None], drawn: Callable[[_Letter], tuple[float, float]]
) -> Iterator[PrintedWord]:
    """The words that the letters make: up to a blank, a gap, or another line."""
    word: PrintedWord | None = None
    start, last = 0.0, -1
    for n, letter in enumerate(letters):
        if letter is None or letter.text == " ":
            continue
        if letter.set.turn < 0:
            if word:
                yield word
            word = None
            continue
        # The letters of a ligature all stand where it does.
        before, start = start, letter.x0
        previous, last = last, n
        if (
            word is not None
            and _follows(word, before, letter)
            and _is_near(word, letters, previous, n, drawn)
        ):
            word.text += letter.text
            word.x1 = max(word.x1, letter.x1)
            word.size = max(word.size, letter.set.size)
            word.bold = word.bold and letter.set.bold
            continue
        if word:
            yield word
        looks = letter.set
        word = PrintedWord(letter.text, letter.x0, letter.x1, letter.base, looks.size, looks.bold)
    if word:
        yield word


def _follows(word: PrintedWord, before: float, letter: _Letter) -> bool:
    """Whether a letter stands on the line of a word whose last letter begins at a place, behind."""
    size = max(word.size, letter.set.size)
    # Small capitals stand on the line of the great one before them.
    level = abs(letter.base - word.base) <= _RAISED * size
    return level and letter.x0 > min(before - 0.1 * size, word.x1 - 0.5 * size)


def _is_near(
    word: PrintedWord,
    letters: Sequence[_Letter | None],
    previous: int,
    n: int,
    drawn: Callable[[_Letter], tuple[float, float]],
) -> bool:
    """Whether so little room is left behind a word that the letter is one more of it."""
    letter, last = letters[n], letters[previous]
    if letter is None or last is None:
        return False
    size = max(word.size, letter.set.size)
    gap = (letter.x0 - word.x1) / size
    between = letters[previous + 1 : n]
    blanks = [one for one in between if one is not None]
    if not between and gap < _GAP:
        return True
    if blanks:
        within = len(between) == 1 and blanks[0].x0 < word.x1 - _WITHIN * size
        return within and -_NONE < gap < _NONE and _is_ligature(letters, previous)
    if _is_ligature(letters, previous) or _is_ligature(letters, n):
        return (drawn(letter)[0] - drawn(last)[1]) / size < _DRAWN
    return False


def _is_ligature(letters: Sequence[_Letter | None], n: int) -> bool:
    """Whether a letter is one of several that one sign stands for."""
    letter = letters[n]
    near = (letters[i] for i in (n - 1, n + 1) if 0 <= i < len(letters))
    return letter is not None and (
        len(letter.text) > 1
        or any(one is not None and (one.x0, one.x1) == (letter.x0, letter.x1) for one in near)
    )
