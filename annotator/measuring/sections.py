"""How many sections of the world's laws are found under their number: ``make sections-found``.

The truth is a folder with ``raw/NAME.json`` (a law as its publisher's site gives it: its
``provisions``, each with its ``section`` number, its ``content`` and the ``chapter`` that it stands
in), ``text/NAME.txt`` (the same, printed) and, if there is one, ``manifest.json``, which says which
laws are damaged and which are in another language. A section counts as found where the segmenter
has a unit of that number, in the body or in a schedule as the publisher has it, that holds the
first words of its content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.eids import CONTAINERS
from annotator.errors import CorpusError
from annotator.expressions import expression
from annotator.schema import Provision, Struct
from annotator.segmenter import segment

#: So many letters of a section's content tell it from another of the same number.
_LETTERS = 24
_LANGUAGE = "en"


class TrueSection(Struct, frozen=True):
    """A section as the publisher's site has it."""

    number: str
    words: str
    scheduled: bool


class SectionsFound(Struct, frozen=True):
    """One law's sections, and the numbers of those that were not found."""

    name: str
    sections: int
    missed: tuple[str, ...]
    apart: str = ""

    @property
    def found(self) -> int:
        """How many were."""
        return self.sections - len(self.missed)


def sections_found(folder: Path) -> list[SectionsFound]:
    """Hold every law of the folder against the sections that its publisher names.

    Raises:
        CorpusError: the folder holds no such law.
    """
    apart = _set_apart(folder / "manifest.json")
    results = []
    for path in sorted(folder.glob("raw/*.json")):
        text_path = folder / "text" / f"{path.stem}.txt"
        sections = _sections(path) if text_path.exists() else []
        if not sections:
            continue
        missed = _missed(text_path.read_text(encoding="utf-8"), sections)
        results.append(
            SectionsFound(
                name=path.stem,
                sections=len(sections),
                missed=tuple(missed),
                apart=apart.get(path.stem, ""),
            )
        )
    if not results:
        raise CorpusError(
            f"{folder} holds no law with its sections (raw/NAME.json beside text/NAME.txt); name "
            "the folder that does in WORLD."
        )
    return results


def table(results: list[SectionsFound]) -> str:
    """A line a law, those set apart below their own line, each group with its sum."""
    lines = [f"{'sections found under their number':<58}{'found':>8}{'of':>6}{'%':>8}  not found"]
    for apart in ("", *sorted({one.apart for one in results} - {""})):
        group = [one for one in results if one.apart == apart]
        if not group:
            continue
        lines += [f"  {apart}:"] if apart else []
        lines += [_row(one.name, one.found, one.sections, one.missed) for one in group]
        lines.append(_row("all", sum(r.found for r in group), sum(r.sections for r in group)))
    return "\n".join(lines)


def _row(name: str, found: int, sections: int, missed: tuple[str, ...] = ()) -> str:
    share = f"{100 * found / sections:.1f}"
    return f"{name:<58}{found:>8}{sections:>6}{share:>8}  {' '.join(missed)}".rstrip()


def _set_apart(manifest: Path) -> dict[str, str]:
    """Why a law is counted by itself, by its name."""
    if not manifest.exists():
        return {}
    apart = {}
    for row in msgspec.json.decode(manifest.read_bytes())["files"]:
        if "damaged" in row.get("kind", ""):
            apart[row["id"]] = "damaged"
        elif row.get("language", _LANGUAGE) != _LANGUAGE:
            apart[row["id"]] = "in another language"
    return apart


def _sections(path: Path) -> list[TrueSection]:
    law = msgspec.json.decode(path.read_bytes())
    provisions: list[dict[str, Any]] = law.get("provisions", []) if isinstance(law, dict) else []
    return [
        TrueSection(
            number=number,
            words=_first_letters(number, provision.get("content") or provision.get("title") or ""),
            scheduled=bool(_SCHEDULE.match(provision.get("chapter") or "")),
        )
        for provision in provisions
        if re.search(r"\d", number := _plain(provision.get("section") or ""))
    ]


_SCHEDULE = expression(r"(?i)\W*(?:\w+ )?(?:schedule|annex|appendix)")


def _first_letters(number: str, content: str) -> str:
    """The first letters of a section's words, without the number that some sites repeat."""
    return _fold(content).removeprefix(_fold(number))[:_LETTERS]


def _plain(number: str) -> str:
    return number.strip().rstrip(".").casefold()


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _missed(text: str, sections: list[TrueSection]) -> Iterator[str]:
    """The numbers of the sections that the segmenter does not have."""
    held: dict[tuple[str, bool], list[str]] = {}
    for provision, scheduled in _units(segment(text).provisions, False):
        own = _plain(provision.number.rsplit(", ")[-1])
        words = _fold(text[provision.start : provision.end])
        held.setdefault((own, scheduled), []).append(words)
    for section in sections:
        candidates = held.get((section.number, section.scheduled), ())
        if not any(section.words in words for words in candidates):
            yield section.number


def _units(provisions: tuple[Provision, ...], scheduled: bool) -> Iterator[tuple[Provision, bool]]:
    """The sections of the body and the paragraphs of schedules, and whether they are the latter."""
    for provision in provisions:
        if provision.word in CONTAINERS:
            yield from _units(provision.items, scheduled or bool(_SCHEDULE.match(provision.word)))
        else:
            yield provision, scheduled
