"""What binds a country, for a terminal of 80 columns and as JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from rich.console import Console
from rich.text import Text

from annotator.bindings.standing import Commitment
from annotator.schema import Struct
from annotator.writers.terminal.layout import hang

_WIDTH = 80
_INDENT = 4
_GONE = "No longer in force"
_CAUTION = (
    "A list says nothing of what came after its date: who is to rely on it asks the depositary."
)


class Obligations(Struct, frozen=True):
    """A country, by code and name, and what each instrument is to it."""

    country: str
    name: str
    commitments: tuple[Commitment, ...]


def as_json(code: str, name: str, commitments: Sequence[Commitment]) -> str:
    """:class:`Obligations` as JSON."""
    whole = Obligations(country=code, name=name, commitments=tuple(commitments))
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def listing(code: str, name: str, commitments: Sequence[Commitment]) -> str:
    """The commitments in groups, a heading each, and below them what was read."""
    console = Console(width=_WIDTH, color_system=None)
    grouped: dict[str, list[Commitment]] = defaultdict(list)
    for one in commitments:
        grouped[_group(one, name)].append(one)
    if gone := grouped.pop(_GONE, None):
        grouped[_GONE] = gone
    lines = [Text(f"{name[:1].upper()}{name[1:]} ({code})")]
    for title, members in grouped.items():
        lines += [Text(), Text(title), Text()]
        for one in members:
            lines += hang(Text(_described(one)), console, indent=_INDENT, first="  –")
            if one.reservation:
                lines += hang(Text(f"Reservation: {one.reservation}"), console, indent=_INDENT)
    lines += [Text(), *_sources(commitments, console)]
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def _group(one: Commitment, name: str) -> str:
    if one.repealed:
        return _GONE
    if one.status == "binds":
        return f"Treaties that bind {name}" if one.kind == "treaty" else f"EU law that binds {name}"
    if one.status == "undertaken":
        return f"Undertaken by {name}, without being bound"
    if one.status == "unknown":
        return f"Not known whether they bind {name}"
    return "Guidance" if one.kind == "soft" else f"By the list that was read not binding on {name}"


def _described(one: Commitment) -> str:
    """``CEDAW: Convention on ... (1979-12-18, in force 1981-09-03; parties as of 2022-01-01)``."""
    when = one.date + (f", in force {one.in_force}" if one.in_force else "")
    if one.repealed:
        by = f", replaced by {one.replaced_by}" if one.replaced_by else ""
        when += f", repealed {one.repealed}{by}"
    how = {"treaty": "signed", "eu": "as a candidate for the EU", "soft": "adopted by consensus"}
    notes = [when]
    if one.status == "undertaken":
        notes.append(how[one.kind])
    if one.as_of:
        notes.append(f"list of {one.as_of}")
    named = one.title if one.instrument in one.title else f"{one.instrument}: {one.title}"
    return f"{named} ({'; '.join(notes)})"


def _sources(commitments: Sequence[Commitment], console: Console) -> Iterator[Text]:
    """What was read, and for which instruments."""
    read: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in commitments:
        if one.source:
            read[one.as_of, one.source].append("EU law" if one.kind == "eu" else one.instrument)
    yield Text("Lists that were read")
    yield Text()
    for (as_of, source), instruments in sorted(read.items()):
        names = ", ".join(dict.fromkeys(instruments))
        said = Text(f"{as_of}, {names}: {source.rstrip('.')}.")
        yield from hang(said, console, indent=_INDENT, first="  –")
    yield Text()
    yield from hang(Text(_CAUTION), console)
