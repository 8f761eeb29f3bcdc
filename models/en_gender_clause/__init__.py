"""The trained pipeline of `annotate`; ``spacy.load("en_gender_clause")`` finds it by its name."""

from pathlib import Path

from spacy.language import Language
from spacy.util import get_model_meta, load_model_from_path

_FOLDER = Path(__file__).parent

__version__ = get_model_meta(_FOLDER)["version"]


def load(**overrides) -> Language:
    """Load the pipeline; ``overrides`` are those of ``spacy.load``: disable, exclude, config."""
    return load_model_from_path(_FOLDER, **overrides)
