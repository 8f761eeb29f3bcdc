"""What an instrument is to a country: it binds it, was undertaken by it, guides, or nobody knows.

The tables say who is party to what: ``commitments.yaml`` the instruments, ``parties.yaml`` their
parties, ``europe.yaml`` the European Union, ``regions.yaml`` for which states a regional one was
made. Where a table does not tell, the answer is ``unknown``, never that an instrument does not
bind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from annotator.bindings.tables import load_europe, load_parties, load_regions
from annotator.library.model import Europe, Instrument, Parties
from annotator.schema import Citation, Status, Struct

#: What binds before what was undertaken, then what may bind, then guidance.
ORDER: tuple[Status, ...] = ("binds", "undertaken", "unknown", "guidance")


class Commitment(Struct, frozen=True):
    """What one instrument is to one country.

    ``as_of`` is the date of the list that says so, and ``source`` what was read; both are empty
    where none was. ``reservation`` says in a sentence what the country does not accept of it.
    """

    instrument: str
    title: str
    kind: str
    status: Status
    date: str
    in_force: str = ""
    repealed: str = ""
    replaced_by: str = ""
    as_of: str = ""
    source: str = ""
    reservation: str = ""


@dataclass(frozen=True)
class Standing:
    """The tables together."""

    instruments: Mapping[str, Instrument]
    parties: Mapping[str, Parties]
    europe: Europe
    regions: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def status(self, instrument: Instrument, country: str) -> Status:
        """What the instrument is to the country, an ISO 3166-1 alpha-2 code."""
        if instrument.repealed:
            return "guidance"
        if instrument.kind == "eu":
            return self._of_eu_law(instrument.key, country)
        if not instrument.binding:
            return "undertaken" if instrument.consensus and self._is_state(country) else "guidance"
        parties = self.parties.get(instrument.key)
        if parties is None:
            return "unknown"
        if country in parties.states:
            return "binds"
        if country in parties.signatories:
            return "undertaken"
        return "guidance" if parties.complete else "unknown"

    def _is_state(self, country: str) -> bool:
        """Whether it is party to any treaty, as no dependent territory is."""
        return any(country in parties.states for parties in self.parties.values())

    def _of_eu_law(self, key: str, country: str) -> Status:
        europe = self.europe
        if country in europe.members:
            return self._of_member(key, country)
        if country in europe.candidates:
            return "undertaken"
        if country in europe.schengen:
            # Which acts bind the associated states, the table may say or leave open.
            known = key in europe.schengen_acquis
            return "binds" if known else "guidance" if europe.schengen_acquis else "unknown"
        return "guidance"

    def _of_member(self, key: str, country: str) -> Status:
        europe = self.europe
        if country not in europe.opt_outs or key in europe.bound.get(country, ()):
            return "binds"
        return "guidance" if key in europe.opt_outs[country] else "unknown"

    def cited(self, citations: tuple[Citation, ...], country: str) -> tuple[Citation, ...]:
        """The citations with their status for a country, and what binds it first.

        What was made for another region and is nothing to the country is an example at best: it is
        left out, unless nothing else is cited. Where no country is known, what is for all comes
        before what is for a region.

        Args:
            citations: of a proposal, whose instruments go by their short names.
            country: an ISO 3166-1 alpha-2 code; empty where it is not known.
        """
        told = [self._told(citation, country) for citation in citations]
        own = [citation for citation in told if not self._is_foreign(citation, country)]
        nowhere = not country
        return tuple(
            sorted(own or told, key=lambda one: (ORDER.index(one.status), nowhere and one.regional))
        )

    def _is_foreign(self, citation: Citation, country: str) -> bool:
        """Whether the country is not of the region that an instrument is for, nor undertook it."""
        instrument = self._by_short.get(citation.instrument)
        if not country or instrument is None or citation.status in ("binds", "undertaken"):
            return False
        return country not in self.regions.get(instrument.made_for, (country,))

    def _told(self, citation: Citation, country: str) -> Citation:
        instrument = self._by_short.get(citation.instrument)
        status: Status = "unknown" if citation.binding else "guidance"
        if instrument is None:
            return msgspec.structs.replace(citation, status=status)
        if country or instrument.repealed:
            status = self.status(instrument, country)
        return msgspec.structs.replace(citation, status=status, replaced_by=instrument.replaced_by)

    @cached_property
    def _by_short(self) -> dict[str, Instrument]:
        return {instrument.short: instrument for instrument in self.instruments.values()}

    def commitments(self, country: str) -> list[Commitment]:
        """What every instrument is to a country: what binds it first, the oldest first."""
        told = [self._commitment(one, country) for one in self.instruments.values()]
        return sorted(told, key=lambda one: (ORDER.index(one.status), one.date))

    def _commitment(self, instrument: Instrument, country: str) -> Commitment:
        listed: Parties | Europe | None = self.parties.get(instrument.key)
        reservation = listed.reservations.get(country, "") if isinstance(listed, Parties) else ""
        if instrument.kind == "eu":
            listed = self.europe
        return Commitment(
            instrument=instrument.short,
            title=instrument.title,
            kind=instrument.kind,
            status=self.status(instrument, country),
            date=instrument.date,
            in_force=instrument.in_force,
            repealed=instrument.repealed,
            replaced_by=instrument.replaced_by,
            as_of=listed.as_of if listed else "",
            source=" ".join(listed.source.split()) if listed else "",
            reservation=reservation,
        )


def load_standing(instruments: Mapping[str, Instrument]) -> Standing:
    """The standing of countries to these instruments, by the tables of the library.

    Raises:
        LibraryError: a table cannot be read, is no YAML, or holds an entry of another shape.
    """
    return Standing(instruments, load_parties(), load_europe(), load_regions())
