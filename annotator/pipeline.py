"""The trained pipeline: what it is called, where it lies, how it is loaded.

It is a Python package of the kind that ``spacy package`` makes, ``en_gender_clause``: from the
repository's ``models/`` in a source tree, else wherever it is installed.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

#: Its language and its name; spaCy joins the two.
LANGUAGE, NAME = "en", "gender_clause"
PACKAGE = f"{LANGUAGE}_{NAME}"

TOKENIZER = "annotator.LegalTokenizer.v1"
#: The components in their order, and the modules that define them.
COMPONENTS = {
    "clause_segmenter": "annotator.segmenter",
    "clause_classifier": "annotator.classifier",
    "amendment_proposer": "annotator.proposer",
}

#: spaCy's guard is for parsers that need a gigabyte for such a text; ours do not.
LONGEST_TEXT = 25_000_000

_SOURCE_TREE = Path(__file__).parents[1] / "models" / PACKAGE


def register_factories() -> None:
    """Make the tokenizer and the components known to spaCy.

    An installed program is found by its entry points, one run from its source tree only once its
    parts are imported.
    """
    for module in ("annotator.tokenizer", *COMPONENTS.values()):
        importlib.import_module(module)


def pipeline_folder() -> Path:
    """The folder of the trained pipeline.

    Raises:
        ModelError: there is none.
    """
    for folder in _folders():
        if (folder / "config.cfg").is_file():
            return folder
    raise ModelError(
        f"The trained pipeline is not in {_SOURCE_TREE}: install the program again, "
        "or make it with `make train`."
    )


def pipeline_name() -> str:
    """Its name and version, as in ``en_gender_clause 0.3.0``; spaCy is not imported for it.

    Raises:
        ModelError: there is none.
    """
    meta = _meta(pipeline_folder())
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def read_pipeline(folder: Path, settings: dict[str, dict[str, Any]] | None = None) -> Language:
    """A pipeline of ours from its folder, ready for laws of any length.

    Args:
        folder: as ``nlp.to_disk`` writes it.
        settings: by component, those that differ from the folder's config.

    Raises:
        ModelError: it cannot be loaded.
    """
    import spacy

    register_factories()
    try:
        nlp = spacy.load(folder, config={"components": settings or {}})
    except (OSError, ValueError) as error:
        why = str(error).partition("\n")[0]
        raise ModelError(f"The trained pipeline in {folder} cannot be loaded: {why}") from error
    nlp.max_length = LONGEST_TEXT
    return nlp


class _Meaning(NamedTuple):
    """What the arguments of :class:`Load` come to: the same for ``lib`` and ``Path("lib")``."""

    library: Path | None
    all_proposals: bool
    threads: int
    exact: bool


class Load:
    """Loads the trained pipeline, once for each meaning of the arguments."""

    def __init__(self) -> None:
        self._loaded: dict[_Meaning, Language] = {}
        self._lock = Lock()

    def __call__(
        self,
        library: str | Path | None = None,
        *,
        all_proposals: bool = False,
        threads: int = 0,
        exact: bool = False,
    ) -> Language:
        """The trained spaCy pipeline.

        Args:
            library: the folder of a country's own amendment library, read beside ours: see
                ``docs/templates.md``. It is read once; ``load.cache_clear()`` has it read again.
            all_proposals: whether every amendment that fits a clause is proposed; else the best
                three.
            threads: cores that the classifier may use; 0 for all that this process may run on.
                With ``nlp.pipe(n_process=N)`` each process uses so many.
            exact: whether the classifier's network reads every clause, and not only those of which
                its bag of words is not sure, and multiplies in full precision.

        ``nlp(text)`` gives a ``Doc`` whose ``doc.spans["clauses"]`` holds a span a clause, with its
        ``label_`` and the extensions ``clause``, ``scores``, ``confidence``, ``review``,
        ``issues``, ``evidence`` and ``proposals``.

        Raises:
            ModelError: the pipeline is missing or incomplete.
            LibraryError: there is no library in the folder.
        """
        meaning = _Meaning(
            Path(library).resolve() if library else None,
            bool(all_proposals),
            max(0, threads),
            bool(exact),
        )
        with self._lock:
            if meaning not in self._loaded:
                settings = _settings(str(library or ""), meaning)
                self._loaded[meaning] = read_pipeline(pipeline_folder(), settings)
            return self._loaded[meaning]

    def begin(self, *, exact: bool = False) -> None:
        """Begin, in a thread, with what takes longest in loading a first pipeline.

        What it cannot do is left to the loading, which then says why.
        """
        if self._loaded:
            return
        from annotator.classifier import ClauseClassifier

        with suppress(ModelError):
            ClauseClassifier.begin(pipeline_folder() / "clause_classifier", exact=exact)

    def cache_clear(self) -> None:
        """Forget the loaded pipelines, so that the next call reads files again."""
        with self._lock:
            self._loaded.clear()


load = Load()


def _settings(library: str, meaning: _Meaning) -> dict[str, dict[str, Any]]:
    """The settings as the config takes them; the library goes by the name that the user gave it."""
    proposer: dict[str, Any] = {"library": library} if library else {}
    if meaning.all_proposals:
        proposer["max_proposals"] = 0
    classifier: dict[str, Any] = {"threads": meaning.threads} if meaning.threads else {}
    if meaning.exact:
        classifier["exact"] = True
    return {
        "clause_classifier": classifier,
        "amendment_proposer": proposer,
    }


def _folders() -> Iterator[Path]:
    """Where the pipeline may lie: the source tree, then the installed package.

    ``spacy package`` puts the data into a folder of the package, by version; our own wheel makes
    the package of the data.
    """
    yield _SOURCE_TREE
    found = importlib.util.find_spec(PACKAGE)
    for place in (found.submodule_search_locations or ()) if found else ():
        package = Path(place)
        yield package
        if (package / "meta.json").is_file():
            yield package / f"{PACKAGE}-{_meta(package)['version']}"


def _meta(folder: Path) -> dict[str, Any]:
    meta: dict[str, Any] = json.loads((folder / "meta.json").read_bytes())
    return meta
