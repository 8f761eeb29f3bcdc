"""The index of precedents as a person wants to read it, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from rich.console import Console
from rich.text import Text

from annotator.bindings.countries import find_country
from annotator.lang import language
from annotator.one_line import counted, one_line
from annotator.precedents import KeptLaw
from annotator.precedents.adding import digest_of
from annotator.precedents.searching import Hit
from annotator.schema import Struct
from annotator.writers.terminal.layout import hang, provision_name
from annotator.writers.terminal.marks import shortened

_WIDTH = 80
_INDENT = 4
_MOST_WORDS = 60
State = Literal["as it was", "changed", "gone"]
_TOLD: dict[State, str] = {
    "as it was": "",
    "changed": "the file has changed since",
    "gone": "the file is gone",
}


class Shelved(Struct, frozen=True):
    """A law of the index, and what has become of its file."""

    law: KeptLaw
    file: State


def looked_at(laws: Iterable[KeptLaw]) -> list[Shelved]:
    """The laws, each with what has become of its file since it was added."""
    return [Shelved(law=law, file=_state(law)) for law in laws]


def laws(found: Sequence[Shelved]) -> str:
    """The laws by country, in lines of at most 80 columns where paths allow."""
    if not found:
        return "There are no laws in the index: `annotate precedents add FOLDER` adds some.\n"
    console = Console(width=_WIDTH, color_system=None)
    lines: list[Text] = []
    country = None
    for one in found:
        if one.law.country != country:
            country = one.law.country
            name = find_country(country).name
            lines += [*([Text()] if lines else []), Text(f"{name[:1].upper()}{name[1:]}"), Text()]
        told = f"; {_TOLD[one.file]}" if one.file != "as it was" else ""
        title = f"{one_line(_dated(one.law))}: {counted(one.law.clauses, 'clause')}{told}"
        lines += hang(Text(title), console, indent=_INDENT, first="  –")
        lines.append(Text(" " * _INDENT + one_line(one.law.path)))
    return _joined(lines)


def laws_as_json(found: Sequence[Shelved]) -> str:
    """An array of :class:`Shelved`."""
    return _json(found)


def clauses(hits: Sequence[Hit], of: int) -> str:
    """Clauses that were found, each with its citation, its words and what it is good for.

    Args:
        hits: those that are shown.
        of: how many were found.
    """
    if not hits:
        return "Nothing was found.\n"
    console = Console(width=_WIDTH, color_system=None)
    lines = [line for hit in hits for line in _hit(hit, console)]
    if of > len(hits):
        lines.append(Text(f"{of - len(hits):,} more were found: --most shows more."))
    return _joined(lines)


def clauses_as_json(hits: Sequence[Hit], of: int) -> str:
    """An array of :class:`~annotator.precedents.searching.Hit`."""
    return _json(hits)


def cited(law: KeptLaw) -> str:
    """A law with its country, on one line: ``Border Code (the Gambia, 2009)``."""
    return one_line(f"{_dated(law)} ({find_country(law.country).name})")


def _hit(hit: Hit, console: Console) -> Iterator[Text]:
    spoken = language("en")
    law, clause = hit.law, hit.clause
    place = provision_name(clause.eid, clause.number, spoken)
    name = spoken.phrases.precedent(law.title, place, find_country(law.country).name, law.date)
    yield from hang(Text(one_line(name), "bold"), console)
    words = shortened(clause.words, _MOST_WORDS)
    yield from hang(Text(one_line(words)), console, indent=_INDENT)
    about = ", ".join(clause.issues)
    meets = f"; meets {', '.join(hit.needs)}" if hit.needs else ""
    yield from hang(Text(f"({about}{meets})"), console, indent=_INDENT)
    yield Text()


def _dated(law: KeptLaw) -> str:
    known = not law.date or law.date[:4] in law.title
    return law.title if known else f"{law.title}, {law.date}"


def _state(law: KeptLaw) -> State:
    now = digest_of(Path(law.path))
    if not now:
        return "gone"
    return "as it was" if now == law.sha256 else "changed"


def _joined(lines: Iterable[Text]) -> str:
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def _json(what: object) -> str:
    return msgspec.json.format(msgspec.json.encode(what), indent=2).decode() + "\n"
