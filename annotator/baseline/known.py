"""What is known: the structs of a baseline, and the schema of its file (``docs/baseline.md``)."""

from __future__ import annotations

import sys
from typing import Any, Literal

import msgspec

from annotator.schema import Label, Model, Struct, schema_of


class KnownFinding(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A finding that is known.

    ``label`` is that of the clause, ``issues`` are those that it raises, ``review`` says that the
    label is uncertain, ``met`` that the clause is blind and its section leaves nothing to mend of
    it, ``met_by`` by which clauses: their ``sha256``. ``sha256`` is that of the clause's words in
    lower case and without marks, ``_`` in place of the numbers of provisions that they cite.
    ``heading`` and ``words``, the first of them, are for whoever reads the file: no finding is
    known by them.
    """

    label: Label
    issues: tuple[str, ...] = ()
    review: bool = False
    met: bool = False
    met_by: tuple[str, ...] = ()
    heading: str = ""
    words: str = ""
    sha256: str


class KnownGap(Struct, frozen=True, omit_defaults=True):
    """What the law is known to lack: the ``need``, by its key in the library, and its issue."""

    need: str
    issue: str = ""


class KnownProposal(Struct, frozen=True):
    """A clause as an amendment would put it in, or change it: its first words, and their hash."""

    words: str
    sha256: str


class KnownLaw(Struct, frozen=True, omit_defaults=True):
    """What is known of one law: findings in the order of the law, and what it lacks by need.

    ``proposed`` is what the amendments that are proposed for it would say.
    """

    title: str
    findings: tuple[KnownFinding, ...] = ()
    gaps: tuple[KnownGap, ...] = ()
    proposed: tuple[KnownProposal, ...] = ()


class KnownFile(Struct, frozen=True):
    """A baseline: its version (``baseline``), the pipeline that read the laws, and the laws.

    Laws are in the order of their titles. ``model`` is null where an earlier log does not name it.
    """

    baseline: Literal[1]
    model: Model | None
    laws: tuple[KnownLaw, ...]


class KnownLog(KnownFile, frozen=True):
    """What an earlier log knows: of the gaps only those that a section would serve."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of :class:`KnownFile`."""
    return schema_of(KnownFile)


if __name__ == "__main__":  # `make schema`
    sys.stdout.buffer.write(
        msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n"
    )
