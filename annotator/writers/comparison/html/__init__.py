"""The comparison as a page for a browser: one file, that works from the disk and runs no script.

What changed in terms of gender comes first, then proposals and all other changes, each with its
words, deleted and inserted; at the end stands the whole law, what did not change folded. The same
comparison gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from markupsafe import Markup

from annotator.comparison import LawComparison
from annotator.expressions import expression
from annotator.lang import language
from annotator.one_line import UNPRINTABLE
from annotator.schema import Struct
from annotator.writers.comparison.outline import ChangeEntry, entries_of, outlined
from annotator.writers.html_page import direction, policy, sheets, skeleton

_HERE = Path(__file__).parent
#: With what a page of ours begins, until a browser saves it in its own way.
_OURS = expression(
    rb'<!doctype html>\n<html [^>]*>\n<head>\n<meta charset="utf-8">\n'
    rb'<meta name="generator" content="annotate compare">'
)


class LawPart(Struct, frozen=True):
    """Clauses that follow each other: that changed, or that did not, folded under a title."""

    title: str
    entries: tuple[ChangeEntry, ...]
    is_folded: bool


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file is a page as it was written here: any other may be somebody's law."""
    return _OURS.match(file.read(500)) is not None


def write(comparison: LawComparison, out: BinaryIO, encoding: str) -> None:
    """Write the page, in UTF-8 whatever the encoding of the screen."""
    spoken = language(comparison.language)
    style = sheets(_HERE)
    html = skeleton(_HERE).render(
        outline=outlined(comparison),
        law=tuple(_stretches(comparison)),
        language=comparison.language,
        direction=direction(comparison.language),
        say=spoken.comparing,
        labels=spoken.phrases.LABELS,
        marks=spoken.review.WORDS,
        policy=policy(style),
        style=Markup(style),  # noqa: S704  # ours
    )
    out.write(UNPRINTABLE.sub("\ufffd", html).encode(errors="replace"))


def _stretches(comparison: LawComparison) -> Iterator[LawPart]:
    """The whole law, in the order of the new version."""

    def is_as_it_was(entry: ChangeEntry) -> bool:
        change = comparison.changes[entry.at]
        return change.kind == "unchanged" and not change.moved

    for is_folded, run in groupby(entries_of(comparison), key=is_as_it_was):
        entries = tuple(run)
        if is_folded:
            ends = dict.fromkeys((entries[0].title, entries[-1].title))
            yield LawPart(title=" – ".join(ends), entries=entries, is_folded=True)
        else:
            yield LawPart(title="", entries=entries, is_folded=False)
