"""Characters of the fonts of symbols, which stand for others than their codes say."""

from __future__ import annotations

from annotator.expressions import expression

#: Of the fonts that Windows brings, those that stand in laws: bullets, boxes to tick, signs.
_SYMBOLS = {
    "symbol": {0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
               0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
               0xE2: "®", 0xE3: "©", 0xE4: "™"},
    "wingdings": {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "☐",
                  0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}  # fmt: skip
#: Fonts of symbols keep their characters here, 256 of them.
_PRIVATE = range(0xF000, 0xF100)
_IN_PRIVATE = expression("[\uf000-\uf0ff]")


def of_symbol(font: str, code: str) -> str:
    """What a character is that is given by the code that it has in a font, in hexadecimal."""
    try:
        at = int(code, 16)
    except ValueError:
        return ""
    if at in _PRIVATE:
        return spelt(font, chr(at))
    known = _SYMBOLS.get(font.lower(), {})
    return known.get(at) or (chr(at) if 0x20 <= at < 0xD800 or 0xE000 <= at < 0x110000 else "")


def is_private(words: str) -> bool:
    """Whether there are characters among them that mean something in a font of symbols alone."""
    return bool(_IN_PRIVATE.search(words))


def spelt(font: str, words: str) -> str:
    """Words in a font of symbols; what is not known in it is a bullet, as most of that is."""
    known = _SYMBOLS.get(font.lower(), {})
    return "".join(
        (known.get(ord(one) - 0xF000) or _plain(font, one)) if ord(one) in _PRIVATE else one
        for one in words
    )


def _plain(font: str, one: str) -> str:
    """Symbol has the figures, brackets and stops of others at their own places."""
    plain = chr(ord(one) - 0xF000)
    return plain if font.lower() == "symbol" and plain.isascii() and not plain.isalpha() else "•"
