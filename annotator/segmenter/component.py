"""The spaCy component: clauses as spans of a Doc."""

# No `from __future__ import annotations` here: spaCy reads a factory's annotations as types.
from bisect import bisect_left

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span, SpanGroup

from annotator.segmenter.ahead import taken_over
from annotator.segmenter.segmentation import Segmentation, segment
from annotator.stateless import Stateless
from annotator.user_data import declare

#: Name of the span group, and of the attribute under which each span keeps its schema.Clause.
SPANS_KEY = "clauses"

declare(Doc, provisions=(), warnings=())
declare(Span, clause=None)


@Language.factory(
    "clause_segmenter",
    assigns=["doc.spans", "doc._.provisions", "doc._.warnings", "span._.clause"],
    default_config={"spans_key": SPANS_KEY},
)
def make_clause_segmenter(nlp: Language, name: str, spans_key: str) -> "ClauseSegmenter":
    """Make the component for a pipeline; ``spans_key`` names the span group it fills."""
    return ClauseSegmenter(name, spans_key, nlp.lang or "en")


class ClauseSegmenter(Stateless, Pipe):
    """Cuts a Doc into clauses.

    Sets four span groups, which together hold every printed character of the text once:
    ``doc.spans[spans_key]``, by default ``"clauses"`` (each with ``span._.clause``, a
    :class:`~annotator.schema.Clause`), ``"headings"``, ``"numbers"`` (the numbers that provisions
    bear) and ``"furniture"`` (contents, page numbers, editors' notes, what stands before the first
    provision). ``doc._.provisions`` is the tree of all provisions, as a tuple of
    :class:`~annotator.schema.Provision`, ``doc._.warnings`` what could not be cut with certainty,
    as one of :class:`~annotator.schema.ReadingWarning`.
    """

    def __init__(
        self,
        name: str = "clause_segmenter",
        spans_key: str = SPANS_KEY,
        language: str = "en",
    ) -> None:
        self.name = name
        self.spans_key = spans_key
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Segment one Doc in place and return it."""
        text = doc.text
        found = taken_over(text, self.language) or segment(text, self.language)
        doc._.provisions = found.provisions
        doc._.warnings = found.warnings
        index = _TokenIndex(doc)
        spans = []
        for clause in found.clauses:
            span = index.span(clause.start, clause.end)
            span._.clause = clause
            spans.append(span)
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        for key, offsets in _remainder(found).items():
            doc.spans[key] = SpanGroup(
                doc, name=key, spans=[index.span(start, end) for start, end in offsets]
            )
        return doc


class _TokenIndex:
    """Finds the tokens of a stretch of text; much faster than asking the Doc each time."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.starts: list[int] = doc.to_array("IDX").tolist()

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens that begin in ``[start, end)``."""
        return Span(self.doc, bisect_left(self.starts, start), bisect_left(self.starts, end))


def _remainder(found: Segmentation) -> dict[str, list[tuple[int, int]]]:
    """Headings, numbers and furniture: the stretches of each line that are in no clause.

    A heading that was wrapped is one stretch.
    """
    groups: dict[str, list[tuple[int, int]]] = {"headings": [], "numbers": [], "furniture": []}
    clauses = iter([*found.clauses, None])
    clause = next(clauses)
    begun, above = False, -1
    for line in found.lines:
        position = line.start
        while position < line.end:
            while clause is not None and clause.end <= position:
                clause, begun = next(clauses), True
            stop = line.end if clause is None else min(line.end, max(clause.start, position))
            if stop > position:
                key = _kind_of_rest(
                    line.heading, line.furniture, begun or position > line.start or stop < line.end
                )
                wrapped = key == "headings" and line.soft and position == line.start
                if wrapped and groups[key] and groups[key][-1][1] == above:
                    position = groups[key].pop()[0]
                groups[key].append((position, stop))
            position = stop if clause is None or stop == line.end else min(line.end, clause.end)
        above = line.end
    return groups


def _kind_of_rest(heading: bool, furniture: bool, inside: bool) -> str:
    if heading:
        return "headings"
    return "numbers" if inside and not furniture else "furniture"
