"""The tables of a corpus: what a row of each says. ``docs/corpus.md`` describes every column.

``law``, by which all of them are joined, is the SHA-256 of the bytes of a law's file. Nothing in
them depends on the clock or the machine. The names and types of columns are a contract with other
programs: whoever changes one raises :data:`VERSION`.
"""

from __future__ import annotations

from typing import Literal

import pyarrow as pa

#: Of the tables; it stands in the metadata of every file under :data:`VERSION_KEY`.
VERSION = 1
VERSION_KEY = b"annotate.schema"

Table = Literal["laws", "findings", "proposals", "gaps", "refused"]

_STRINGS = pa.list_(pa.string())
_CITATIONS = pa.list_(
    pa.struct(
        [
            ("instrument", pa.string()),
            ("at", pa.string()),
            ("kind", pa.string()),
            ("status", pa.string()),
            ("binding", pa.bool_()),
            ("verified", pa.bool_()),
        ]
    )
)


def _schema(*columns: tuple[str, pa.DataType]) -> pa.Schema:
    return pa.schema(list(columns), metadata={VERSION_KEY: str(VERSION).encode()})


#: A row a law.
LAWS = _schema(
    ("law", pa.string()),
    ("path", pa.string()),
    ("also_at", _STRINGS),
    ("title", pa.string()),
    ("country", pa.string()),
    ("language", pa.string()),
    ("format", pa.string()),
    ("date", pa.string()),
    ("year", pa.int32()),
    ("clauses", pa.int32()),
    ("responsive", pa.int32()),
    ("blind", pa.int32()),
    ("regressive", pa.int32()),
    ("neutral", pa.int32()),
    ("review", pa.int32()),
    ("met", pa.int32()),
    ("who_level", pa.int32()),
    ("proposals", pa.int32()),
    ("gaps", pa.int32()),
    ("words", pa.int32()),
    ("warnings", _STRINGS),
    ("notes", _STRINGS),
    ("program", pa.string()),
    ("model", pa.string()),
    ("model_version", pa.string()),
)
#: A row a flagged clause; neutral ones too where they were asked for.
FINDINGS = _schema(
    ("law", pa.string()),
    ("number", pa.string()),
    ("eid", pa.string()),
    ("kind", pa.string()),
    ("label", pa.string()),
    ("confidence", pa.float64()),
    ("review", pa.bool_()),
    ("met", pa.bool_()),
    ("priority", pa.int32()),
    ("issues", _STRINGS),
    ("heading", pa.string()),
    ("text", pa.string()),
    ("evidence", _STRINGS),
    ("policy", pa.string()),
)
#: A row an amendment.
PROPOSALS = _schema(
    ("law", pa.string()),
    ("number", pa.string()),
    ("eid", pa.string()),
    ("template", pa.string()),
    ("issue", pa.string()),
    ("operation", pa.string()),
    ("instruction", pa.string()),
    ("amended", pa.string()),
    ("reason", pa.string()),
    ("citations", _CITATIONS),
    ("alternative_to", _STRINGS),
    ("adds", pa.bool_()),
    ("for_law", pa.bool_()),
    ("priority", pa.int32()),
    ("confidence", pa.float64()),
)
#: A row a need that a law's matter calls for and that it does not meet, or not in whole.
GAPS = _schema(
    ("law", pa.string()),
    ("need", pa.string()),
    ("lacks", pa.string()),
    ("issue", pa.string()),
    ("strength", pa.string()),
    ("reason", pa.string()),
    ("gcm", pa.list_(pa.int32())),
    ("citations", _CITATIONS),
    ("clauses", _STRINGS),
    ("proposed_at", _STRINGS),
    ("by_section", pa.bool_()),
    ("see", _STRINGS),
    ("heading", pa.string()),
    ("text", pa.string()),
    ("instruction", pa.string()),
)
#: A row a file of which no law was made: ``kind`` is ``refused`` (by a reader, for what it is),
#: ``timeout``, ``memory`` or ``crash``.
REFUSED = _schema(
    ("law", pa.string()),
    ("path", pa.string()),
    ("kind", pa.string()),
    ("reason", pa.string()),
)

#: By name; the last is written last, and with it what a part holds is done.
TABLES: dict[Table, pa.Schema] = {
    "findings": FINDINGS,
    "proposals": PROPOSALS,
    "gaps": GAPS,
    "refused": REFUSED,
    "laws": LAWS,
}
