"""The report in short, as words for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import BinaryIO

from annotator.corpus.ours import TEXT
from annotator.corpus.report.figures import CorpusFigures
from annotator.corpus.report.telling import in_short, profile, title
from annotator.one_line import one_line

_WIDTH, _INDENT = 96, "  "


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as a report does that was written here."""
    return file.read(len(TEXT)) == TEXT


def write(figures: CorpusFigures, out: BinaryIO, encoding: str = "utf-8") -> None:
    """Write what a page says in short, and of several countries a few sentences on each."""
    out.write("\n".join((*_lines(figures), "")).encode(encoding, errors="replace"))


def _lines(figures: CorpusFigures) -> Iterator[str]:
    yield one_line(title(figures))
    for one in in_short(figures):
        yield f"\n{one.heading}"
        yield from _set(one.words)
        for at, item in enumerate(one.items, 1):
            yield from _set(f"{at}. {item}")
    if len(figures.countries) > 1:
        for country in figures.countries:
            yield f"\n{country.label}"
            yield from _set(" ".join(profile(country)))


def _set(words: str) -> list[str]:
    return textwrap.wrap(one_line(words), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
