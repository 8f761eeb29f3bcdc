"""Reads who is bound by what: parties to treaties, the European Union, the states of regions.

And in which family of law the statutes of a country are drafted.

Every error is a :class:`LibraryError` of one sentence that names the file, the line and the entry.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from annotator.library.model import Europe, Parties
from annotator.library.tables import convert_fields, read_entries, read_table

_HERE = Path(__file__).parent

PARTIES = _HERE / "parties.yaml"
EUROPE = _HERE / "europe.yaml"
REGIONS = _HERE / "regions.yaml"
FAMILIES = _HERE / "families.yaml"


@cache
def load_parties(path: Path = PARTIES) -> dict[str, Parties]:
    """Read who is party to what, by the key of the instrument; a file is read once.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or holds an entry of another shape.
    """
    return read_entries(path, Parties)


@cache
def load_europe(path: Path = EUROPE) -> Europe:
    """Read who is in the European Union, and in what of its law.

    Raises:
        LibraryError: as :func:`load_parties`.
    """
    file = read_table(path)
    return convert_fields(file.value, Europe, file, ())


@cache
def load_regions(path: Path = REGIONS) -> dict[str, frozenset[str]]:
    """Read the states of each region that instruments are for; a file is read once.

    Raises:
        LibraryError: as :func:`load_parties`.
    """
    return _sets_of_states(path)


@cache
def load_families(path: Path = FAMILIES) -> dict[str, frozenset[str]]:
    """Read the states of each family of law but the civil one; a file is read once.

    Raises:
        LibraryError: as :func:`load_parties`.
    """
    return _sets_of_states(path)


def _sets_of_states(path: Path) -> dict[str, frozenset[str]]:
    file = read_table(path)
    return {
        name: convert_fields(states, frozenset[str], file, (name,))
        for name, states in file.value.items()
    }
