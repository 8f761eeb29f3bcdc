"""The spaCy component: proposals for the clauses that need them."""

# No `from __future__ import annotations` here: spaCy reads a factory's annotations as types.
import logging
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span

from annotator.lang import language
from annotator.lang.doubt_phrases import warning_of
from annotator.library import Library, load_library
from annotator.library.patterns import SlowPatternError, patterns_of
from annotator.proposer.choosing import propose
from annotator.proposer.fitting import Flagged, is_doubtful
from annotator.reading import Reading
from annotator.schema import TO_MEND, ReadingWarning
from annotator.stateless import Stateless
from annotator.user_data import declare

#: Tells what of a country's library is left out; the command line prints it.
_LOG = logging.getLogger(__name__)

T = TypeVar("T")

declare(Span, clause=None, issues=(), confidence=None, review=False, proposals=())


@Language.factory(
    "amendment_proposer",
    requires=["doc.spans", "span._.clause", "span._.issues"],
    assigns=["span._.proposals"],
    default_config={"max_proposals": 3, "spans_key": "clauses", "library": ""},
)
def make_amendment_proposer(
    nlp: Language, name: str, max_proposals: int, spans_key: str, library: str
) -> "AmendmentProposer":
    """Make the component for a pipeline.

    Args:
        nlp: the pipeline.
        name: of the component in it.
        max_proposals: for one clause, the best; 0 for all that fit.
        spans_key: the span group that holds the clauses.
        library: the folder of a country's own library, read beside ours; none by default.

    Raises:
        LibraryError: the folder holds no library.
    """
    return AmendmentProposer(name, max_proposals, spans_key, library, nlp.lang or "en")


class AmendmentProposer(Stateless, Pipe):
    """Sets ``span._.proposals`` of each clause labelled blind or regressive.

    Reads of each span in ``doc.spans["clauses"]`` its ``label_``, ``_.clause`` (a
    :class:`~annotator.schema.Clause`) and ``_.issues`` (of
    :class:`~annotator.schema.IssueScore`), ``_.confidence`` and ``_.review``. A clause that no
    template fits gets none, nor one of which the label is doubtful.
    """

    def __init__(
        self,
        name: str = "amendment_proposer",
        max_proposals: int = 3,
        spans_key: str = "clauses",
        library: str = "",
        language: str = "en",
    ) -> None:
        self.name = name
        self.language = language
        self.max_proposals = max_proposals
        self.spans_key = spans_key
        if library:
            self.library = load_library(country=Path(library))
            for sentence in self.library.broken:
                _LOG.warning(sentence)

    @cached_property
    def library(self) -> Library:
        """The amendment library, read when the first clause needs it."""
        return load_library()

    def __call__(self, doc: Doc) -> Doc:
        """Propose amendments to the clauses of one Doc, in place, and return it."""
        spans = doc.spans.get(self.spans_key, [])
        flagged = [span for span in spans if span.label_ in TO_MEND]
        if not flagged:
            return doc
        clauses = [span._.clause for span in spans]
        reading = Reading.of(doc.text, clauses, doc._.provisions, self.library, self.language)
        if reading.is_on_another_matter:
            doc._.warnings = (*self._on_else(doc), self._another_matter(doc))
        asked = [
            Flagged(
                span._.clause,
                span.label_,
                _issues(span),
                is_doubtful(reading, span.label_, span._.confidence, review=bool(span._.review)),
            )
            for span in flagged
        ]
        found = self.with_library(
            lambda library: propose(reading, asked, library, limit=self.max_proposals)
        )
        for span, fits in zip(flagged, found, strict=True):
            span._.proposals = tuple(fit.proposal for fit in fits)
        return doc

    def _on_else(self, doc: Doc) -> tuple[ReadingWarning, ...]:
        """The warnings without that of words never read: why they were not, the other one says."""
        _, advice = language(self.language).doubts.unfamiliar(0)
        return tuple(one for one in doc._.warnings if one.advice != advice)

    def _another_matter(self, doc: Doc) -> ReadingWarning:
        say = language(self.language).doubts
        return warning_of(doc.text, say.another_matter(), say)

    def with_library(self, work: Callable[[Library], T]) -> T:
        """What ``work`` makes of the library.

        Where a pattern of a country's own template takes too long, the template is left out for
        good, which is said, and the work done again.
        """
        while True:
            try:
                return work(self.library)
            except SlowPatternError as error:
                self._give_up(error.pattern)

    def _give_up(self, pattern: str) -> None:
        for template in self.library.templates:
            if template.folder and pattern in patterns_of(template):
                why = f"has a pattern that takes too long, {pattern!r}. It is left out."
                self.library = self.library.without(template, why)
                _LOG.warning(self.library.broken[-1])


def _issues(span: Span) -> tuple[str, ...]:
    """The issues of a clause, the surest first."""
    scores = sorted(span._.issues or (), key=lambda raised: -raised.score)
    return tuple(raised.issue for raised in scores)
