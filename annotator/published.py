"""The real laws that are labelled: where each is published, as ``corpora/laws.yaml`` names it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml

from annotator.errors import CorpusError
from annotator.schema import Struct


class PublishedLaw(Struct, frozen=True):
    """A law at its publisher's: ``url`` at a fixed revision, ``sha256`` of the file's bytes."""

    law: str
    title: str
    jurisdiction: str
    url: str
    file: str
    sha256: str
    licence: str


def read_laws(path: Path) -> dict[str, PublishedLaw]:
    """The laws of ``corpora/laws.yaml`` by name.

    Raises:
        CorpusError: the file is missing or an entry is incomplete.
    """
    try:
        entries = yaml.safe_load(path.read_bytes())
        laws = msgspec.convert(entries, type=list[PublishedLaw])
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise CorpusError(f"{path} is no list of published laws: {error}.") from error
    return {law.law: law for law in laws}
