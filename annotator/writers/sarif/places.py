"""Where alerts stand: files by their names in the repository, stretches by lines and columns.

No path of the machine on which the program ran goes into the log: of a file that lies elsewhere
than below the repository, or below the working folder where there is none, only the name does.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from annotator.lang import language
from annotator.schema import Annotation, Region, Source
from annotator.writers import Result
from annotator.writers.terminal.layout import printable

Json = dict[str, Any]


class Places:
    """The files of the laws, and what is to be said of them.

    Args:
        results: on the laws.
    """

    def __init__(self, results: Sequence[Result]) -> None:
        self._artifacts: list[Json] = []
        self._notices: list[Json] = []
        self._locations: dict[str, Json] = {}
        root = _root()
        for annotation, source in results:
            if source.name not in self._locations:
                self._locations[source.name] = self._artifact(annotation, source, root)
            self._notices += self._doubts(annotation, source)

    def artifacts(self) -> list[Json]:
        """The files, in their order."""
        return self._artifacts

    def notices(self) -> list[Json]:
        """What is to be said of the files and of how they were read."""
        return self._notices

    def file(self, source: Source) -> Json:
        """The file of a law, as locations name it."""
        return self._locations[source.name]

    def location(self, source: Source, start: int, region: Region | None) -> Json:
        """A place in a law: its region, or of a text that came from no file the line of it."""
        if region is None:
            where = {"startLine": source.text.count("\n", 0, start) + 1}
        else:
            where = region_of(source, region)
        return {"physicalLocation": {"artifactLocation": self.file(source), "region": where}}

    def _artifact(self, annotation: Annotation, source: Source, root: Path | None) -> Json:
        say = language(annotation.law.language).alerts
        path, inside = _within(source.name, root)
        name = printable(path)
        if not inside:
            self._notice("warning", say.outside(name))
        elif not Path(source.name).exists():
            self._notice("warning", say.not_there(name))
        if unit := _unit(source):
            self._notice("note", say.counts(name, unit))
        location: Json = {"uri": quote(path), "index": len(self._artifacts)}
        self._artifacts.append(
            {
                "location": location,
                "roles": ["analysisTarget"],
                "hashes": {"sha-256": source.sha256},
                "description": {"text": printable(annotation.law.title) or name},
            }
        )
        return location

    def _doubts(self, annotation: Annotation, source: Source) -> list[Json]:
        """What could not be read with certainty."""
        # They name the file as the user does, with folders that are nobody's business.
        name = unquote(self.file(source)["uri"])
        notes = [
            {"level": "note", "message": {"text": printable(note.replace(source.name, name))}}
            for note in source.notes
        ]
        doubts = [
            {
                "level": "warning",
                "message": {"text": printable(f"{doubt.what} {doubt.advice}")},
                "locations": [self.location(source, doubt.start, doubt.region)],
            }
            for doubt in annotation.warnings
        ]
        return [*notes, *doubts]

    def _notice(self, level: str, text: str) -> None:
        self._notices.append({"level": level, "message": {"text": text}})


def region_of(source: Source, region: Region) -> Json:
    """A region, as the log has it: by lines, by paragraphs, or by pages alone."""
    place = source.place(region)
    if place.unit == "page":
        return {"startLine": place.first, "endLine": place.last}
    return {
        "startLine": region.start_line,
        "startColumn": region.start_column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _unit(source: Source) -> str:
    """What takes the place of lines in a file that has none; empty for one that has."""
    region = source.region(0, 0)
    unit = source.place(region).unit if region else "line"
    return "" if unit == "line" else unit


def _within(name: str, root: Path | None) -> tuple[str, bool]:
    """The path of a file from the root, or its name alone, and whether it lies below the root."""
    if root is not None:
        for path in (os.path.abspath(name), os.path.realpath(name)):
            if Path(path).is_relative_to(root):
                return Path(path).relative_to(root).as_posix(), True
    return Path(name).name or "law", False


def _root() -> Path | None:
    """The folder of the repository in which the program runs; else the folder in which it does."""
    try:
        here = Path.cwd()
    except OSError:
        return None
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
