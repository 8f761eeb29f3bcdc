"""``amendment_proposer``: amendments that fit a clause's own words, as a spaCy component.

What the law calls people, how it is drafted and what a clause says, :mod:`annotator.reading` has
read. The steps are files: where words go (:mod:`.anchors`, :mod:`.lists`), what an operation does
(:mod:`.operations`), how it is worded as an instruction (:mod:`.drafting`), which templates fit
(:mod:`.fitting`), and which of those are proposed (:mod:`.choosing`).
"""

from annotator.proposer.component import AmendmentProposer, make_amendment_proposer

__all__ = ["AmendmentProposer", "make_amendment_proposer"]
