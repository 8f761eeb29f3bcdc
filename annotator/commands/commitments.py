"""``annotate commitments``: what binds a country."""

from __future__ import annotations

import click

from annotator.commands import options
from annotator.commands.completion import country_codes


@click.command()
@click.argument("country", shell_complete=country_codes)
@options.list_format
def commitments(country: str, kind: str) -> None:
    """Say what binds a country of the instruments that amendments rest on.

    COUNTRY is an ISO 3166 code (AL) or a name in English. Treaties and EU law that bind it come
    first, then what it has undertaken, what no list that was read tells of, and what guides.
    """
    from annotator.bindings.countries import find_country
    from annotator.bindings.standing import load_standing
    from annotator.commands.views import obligations
    from annotator.library import load_commitments

    named = find_country(country)
    told = load_standing(load_commitments()).commitments(named.code)
    write = obligations.as_json if kind == "json" else obligations.listing
    click.echo(write(named.code, named.name, told), nl=False)
