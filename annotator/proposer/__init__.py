"""``amendment_proposer``: amendments that fit a clause's own words, as a spaCy component.

The steps are files: what the law calls people and how it is drafted (:mod:`.terms`, :mod:`.style`),
what the clause says (:mod:`.slots`), where words go (:mod:`.anchors`, :mod:`.lists`), what an
operation does (:mod:`.operations`), how it is worded as an instruction (:mod:`.drafting`), which
templates fit (:mod:`.fitting`), and which of those are proposed (:mod:`.choosing`).
"""

from annotator.proposer.component import AmendmentProposer, make_amendment_proposer

__all__ = ["AmendmentProposer", "make_amendment_proposer"]
