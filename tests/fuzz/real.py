"""Real laws, cut and spliced at random, with the slips of a hurried editor.

The repository's own sample laws always; those of a folder too where ``make fuzz`` is given one.
What is made of these stays on the machine, under ``work/``.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

import annotator

_ROOT = Path(__file__).parents[2]
_OURS = ("examples/*.txt", "tests/laws/*.txt")
#: Folders of laws, between colons; ``make fuzz`` sets it.
FOLDERS = "FUZZ_LAWS"
_LONGEST_FILE = 400_000
_MOST_LINES = 14
_FORMATS = (".txt", ".md", ".xml")

_SLIPS = (
    "", " ", "\n", "\n\n", "\f", "1. ", "(a) ", "(1) ", "14 bis ", "“", "”", '"', "_", "____",
    ".", ";", "—",
    "he ", "Article 5\n", "SCHEDULE 2\n", "[", "]", "F1", "\u00a0", "\u00ad", "難民", "\t",
    "section 4(2)",
)  # fmt: skip


@cache
def _paths() -> tuple[Path, ...]:
    paths = [path for pattern in _OURS for path in sorted(_ROOT.glob(pattern))]
    for folder in filter(None, os.environ.get(FOLDERS, "").split(":")):
        found = sorted(path for path in Path(folder).glob("*") if path.suffix in _FORMATS)
        paths += [path for path in found if path.stat().st_size <= _LONGEST_FILE]
    return tuple(paths)


@cache
def _lines(path: Path) -> tuple[str, ...]:
    """A law's canonical text by lines; one of another language serves as it lies on disk."""
    try:
        text = annotator.read(path).text
    except annotator.AnnotatorError:
        text = path.read_text(encoding="utf-8", errors="replace")
    return tuple(text.split("\n"))


@st.composite
def _piece(draw: st.DrawFn) -> str:
    lines = _lines(draw(st.deferred(lambda: st.sampled_from(_paths()))))
    # Far into a law the odds are as good as at its head.
    start = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[start : start + draw(st.integers(1, _MOST_LINES))])
    if draw(st.integers(0, 2)):
        return text
    return text[draw(st.integers(0, len(text))) :]


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """One to three pieces of laws in one text, with up to four slips."""
    text = draw(st.sampled_from(("", "1. ", "Article 7\n", "1. It is so.\n2. ")))
    for _ in range(draw(st.sampled_from((1, 1, 2, 3)))):
        text += draw(_piece()) + draw(st.sampled_from(("\n", "\n\n", " ", "", "\f")))
    for _ in range(draw(st.integers(0, 4))):
        text = draw(_slip(text))
    return text


@st.composite
def _slip(draw: st.DrawFn, text: str) -> str:
    """The text with a stretch left out or said twice, or with something put in its place."""
    at = draw(st.integers(0, len(text)))
    end = min(len(text), at + draw(st.sampled_from((0, 0, 1, 5, 60))))
    put = draw(st.sampled_from(_SLIPS))
    if draw(st.integers(0, 4)):
        return text[:at] + put + text[end:]
    return text[:end] + put + text[at:]
