"""The real laws that are labelled: where each is published, as ``corpora/laws.yaml`` names it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml
from msgspec.structs import replace

from annotator.errors import CorpusError
from annotator.schema import Struct


class PublishedText(Struct, frozen=True):
    """A text of a law at its publisher's: ``url`` at a fixed revision, ``sha256`` of the bytes."""

    url: str
    file: str
    sha256: str


class PublishedLaw(Struct, frozen=True):
    """A law at its publisher's: ``url`` at a fixed revision, ``sha256`` of the file's bytes.

    A law that is published in pieces has the numbers of the first and the last, and ``{piece}`` in
    its ``url``; the checksum is that of the pieces put together. ``french`` is its other text where
    it is law in both languages, provision by provision.
    """

    law: str
    title: str
    jurisdiction: str
    url: str
    file: str
    sha256: str
    licence: str
    pieces: tuple[int, int] | None = None
    french: PublishedText | None = None

    def in_french(self) -> PublishedLaw | None:
        """The same law as its French text; None where it has none."""
        text = self.french
        if text is None:
            return None
        return replace(self, url=text.url, file=text.file, sha256=text.sha256, french=None)


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
