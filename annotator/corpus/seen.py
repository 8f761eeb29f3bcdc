"""Which files a run has seen, kept beside the tables, so that ``--changed`` need not read all."""

from __future__ import annotations

import io
from collections.abc import Iterable

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from annotator.corpus.listing import SeenFile
from annotator.corpus.store import CorpusStore, parquet

_NAME = "seen.parquet"
_SCHEMA = pa.schema(
    [
        ("path", pa.string()),
        ("size", pa.int64()),
        ("stamp", pa.string()),
        ("law", pa.string()),
    ]
)


def kept(store: CorpusStore) -> dict[str, SeenFile]:
    """By path, the files that earlier runs have seen."""
    data = store.get(_NAME)
    if data is None:
        return {}
    try:
        rows = pq.read_table(io.BytesIO(data), schema=_SCHEMA).to_pylist()
    except pa.ArrowInvalid:
        return {}
    return {row["path"]: SeenFile(**row) for row in rows}


def keep(store: CorpusStore, seen: Iterable[SeenFile]) -> None:
    """Keep them, beside those that are known already."""
    known = kept(store) | {one.path: one for one in seen}
    rows = [msgspec.structs.asdict(known[path]) for path in sorted(known)]
    store.put(_NAME, parquet(pa.Table.from_pylist(rows, schema=_SCHEMA)))
