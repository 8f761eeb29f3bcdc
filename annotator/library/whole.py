"""The whole library: our templates and instruments, and a country's own where one is named."""

from __future__ import annotations

from pathlib import Path

from annotator.errors import LibraryError
from annotator.library.loader import COMMITMENTS, load_commitments, load_templates
from annotator.library.model import Library, Template

TEMPLATES = Path(__file__).with_name("templates")


def load_library(
    folder: Path = TEMPLATES, commitments: Path = COMMITMENTS, country: Path | None = None
) -> Library:
    """Read every template of ``folder`` and the instruments that they cite.

    Args:
        folder: of the templates.
        commitments: the table of instruments.
        country: the folder of a country's own library (:mod:`.country`), which wins over them.

    Raises:
        LibraryError: a file cannot be read, is no YAML, or holds an entry of another shape; or
            ``country`` holds no library.
    """
    templates: list[Template] = []
    for path in sorted(folder.glob("*.yaml")):
        templates.extend(load_templates(path))
    if not templates:
        raise LibraryError(f"{folder}: holds no template file; expected files such as search.yaml.")
    library = Library(templates=tuple(templates), instruments=load_commitments(commitments))
    if country is None:
        return library
    # Imported here: it checks what it reads, for which most who annotate a law have no need.
    from annotator.library.country import with_country

    return with_country(library, country)
