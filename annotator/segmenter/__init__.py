"""``clause_segmenter``: from a law's text to its clauses, as a spaCy component.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("clause_segmenter")
>>> doc = nlp("1. (1) An officer may search any person.\\n(2) A search shall be recorded.")
>>> [(span._.clause.number, span.text) for span in doc.spans["clauses"]]
[('1(1)', 'An officer may search any person.'), ('1(2)', 'A search shall be recorded.')]
"""

from annotator.segmenter.ahead import cut_ahead
from annotator.segmenter.component import ClauseSegmenter, make_clause_segmenter
from annotator.segmenter.paragraphs import LawParagraph, paragraphs
from annotator.segmenter.segmentation import Segmentation, segment, segment_clause

__all__ = [
    "ClauseSegmenter",
    "LawParagraph",
    "Segmentation",
    "cut_ahead",
    "make_clause_segmenter",
    "paragraphs",
    "segment",
    "segment_clause",
]
