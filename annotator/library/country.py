"""A country's own library: templates, terms and commitments that are read beside ours and win.

A folder holds any of ``templates/*.yaml``, ``commitments.yaml`` and ``terms.yaml``. The first two
are written as ours are (:mod:`.loader`). The third gives the words of the country's laws for the
roles that templates speak of, and for roles of its own::

    foreigner: non-citizen
    officer: [authorised officer, immigration officer]
    tribunal: Appeals Tribunal

It comes from elsewhere, so what is broken in it is named and left out, its patterns are guarded
(:class:`.patterns.Guarded`) and its texts are held to what :mod:`.texts` allows, as ours are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from annotator.errors import LibraryError
from annotator.library.flaws import flaws
from annotator.library.loader import read_commitments, read_templates
from annotator.library.model import Instrument, Library, Template
from annotator.library.patterns import guarded, patterns_of
from annotator.library.slots import SLOTS
from annotator.library.yaml_file import YamlFile

_LONGEST_PATTERN = 2_000


def with_country(library: Library, folder: Path) -> Library:
    """The library with a country's own beside it.

    A template takes the place of ours of the same id, an instrument of ours of the same key. What
    cannot be used is left out, and said in ``broken``.

    Args:
        library: ours.
        folder: the country's.

    Raises:
        LibraryError: there is no such folder, or it holds none of the three.
    """
    files, commitments, terms = files_of(folder)
    reading = _Reading(folder)
    instruments = {**library.instruments, **reading.instruments(commitments)}
    templates = [one for path in files for one in reading.templates(path, instruments)]
    theirs = {template.id for template in templates}
    ours = (template for template in library.templates if template.id not in theirs)
    return msgspec.structs.replace(
        library,
        templates=(*templates, *ours),
        instruments=instruments,
        terms={**library.terms, **reading.terms(terms)},
        broken=(*library.broken, *reading.broken),
    )


def files_of(folder: Path) -> tuple[list[Path], Path, Path]:
    """The template files of a country's library, and where its commitments and terms would be.

    Raises:
        LibraryError: as :func:`with_country`.
    """
    files = sorted((folder / "templates").glob("*.yaml"))
    commitments, terms = folder / "commitments.yaml", folder / "terms.yaml"
    if not folder.is_dir():
        raise LibraryError(f"{folder}: is no folder; --library names one with templates in it.")
    if not (files or commitments.is_file() or terms.is_file()):
        raise LibraryError(
            f"{folder}: holds no library; it may hold templates/*.yaml, terms.yaml and "
            "commitments.yaml."
        )
    return files, commitments, terms


class _Reading:
    """Reads a country's files, and keeps a sentence on each thing that it leaves out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.broken: list[str] = []
        self._ids: set[str] = set()

    def templates(self, path: Path, instruments: dict[str, Instrument]) -> Iterator[Template]:
        try:
            for entry in read_templates(path):
                if isinstance(entry, LibraryError):
                    self._left_out(str(entry))
                elif wrong := next(self._flaws(entry, instruments), ""):
                    self._left_out(f"{entry.where} {wrong}.")
                else:
                    self._ids.add(entry.id)
                    yield guarded(msgspec.structs.replace(entry, folder=str(self.folder)))
        except LibraryError as error:
            self._left_out(str(error))

    def instruments(self, path: Path) -> dict[str, Instrument]:
        found: dict[str, Instrument] = {}
        if path.is_file():
            try:
                for entry in read_commitments(path):
                    if isinstance(entry, LibraryError):
                        self._left_out(str(entry))
                    else:
                        found[entry.key] = entry
            except LibraryError as error:
                self._left_out(str(error))
        return found

    def terms(self, path: Path) -> dict[str, tuple[str, ...]]:
        if not path.is_file():
            return {}
        try:
            file = YamlFile(path)
        except LibraryError as error:
            self._left_out(str(error))
            return {}
        if not isinstance(file.value, dict):
            self._left_out(f"{path.name}: should map each role to the country's word or words.")
            return {}
        found: dict[str, tuple[str, ...]] = {}
        for role, words in file.value.items():
            listed = words if isinstance(words, list) else [words]
            if wrong := _wrong_with_term(role, listed):
                self._left_out(f"{path.name} line {file.line(role)}: {role} {wrong}.")
            else:
                found[role] = tuple(" ".join(word.split()) for word in listed)
        return found

    def _flaws(self, template: Template, instruments: dict[str, Instrument]) -> Iterator[str]:
        # Guarded first: what only our own engine accepts could not be matched later.
        template = guarded(template)
        if long := [p for p in patterns_of(template) if len(p) > _LONGEST_PATTERN]:
            yield f"has a pattern of {len(long[0]):,} characters; {_LONGEST_PATTERN:,} are enough"
            return
        if template.id in self._ids:
            yield "shares its id with another"
        yield from flaws(template, instruments)

    def _left_out(self, sentence: str) -> None:
        # It quotes the file, which may hold anything: one line, and nothing that steers a terminal.
        line = " ".join(f"{self.folder}: {sentence} It is left out.".split())
        self.broken.append("".join(sign if sign.isprintable() else "\ufffd" for sign in line))


def _wrong_with_term(role: object, words: list[object]) -> str:
    if not isinstance(role, str) or not re.fullmatch(r"[a-z_]+", role):
        return "is no name of a role: lower-case letters and _ make one"
    if role in SLOTS and SLOTS[role].from_clause:
        return "is filled from each clause, and can have no word of its own"
    if not words or not all(isinstance(word, str) and word.strip() for word in words):
        return "should have a word, or a list of words, likeliest first"
    return ""
