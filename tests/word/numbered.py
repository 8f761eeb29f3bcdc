"""Lists that number themselves, for documents of tests."""

from __future__ import annotations

from tests.word.building import p


def lvl(at: int, kind: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def definition(at: int, *levels: str, more: str = "") -> str:
    """The definition of lists."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{at}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(at: int, of: int, starts: dict[int, int] | None = None) -> str:
    """A list of a definition; it begins its levels where it says."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for level, start in (starts or {}).items()
    )
    return f'<w:num w:numId="{at}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def in_list(words: str, level: int = 0, of: int = 1, more: str = "") -> str:
    """A paragraph in a list."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    return p(words, numbered + more)


#: Article 1 / 1.1 / (a) / (i), and lists of other kinds.
LAW = definition(
    1,
    lvl(0, "decimal", "Article %1"),
    lvl(1, "decimal", "%1.%2"),
    lvl(2, "lowerLetter", "(%3)"),
    lvl(3, "lowerRoman", "(%4)"),
)
