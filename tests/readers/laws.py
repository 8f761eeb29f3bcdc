"""Laws that are read from their words, and what comes of them."""

from annotator.readers import read
from annotator.segmenter import segment
from annotator.source import Source


def texts(source: Source) -> dict[str, str]:
    """The words of each clause by its number, white space folded."""
    return {c.number: " ".join(c.text.split()) for c in segment(source.text).clauses}


def law(text: str, name: str = "law.txt") -> Source:
    """A law that is given by its words."""
    return read(text.encode(), name=name)
