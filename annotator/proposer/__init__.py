"""``amendment_proposer``: amendments that fit a clause's own words, as a spaCy component.

What the law calls people, how it is drafted and what a clause says, :mod:`annotator.reading` has
read. The steps are files: where words go (:mod:`.anchors`, :mod:`.lists`), what an operation does
(:mod:`.operations`), which templates fit (:mod:`.fitting`), and which of those are proposed
(:mod:`.choosing`). How it is worded as an instruction is the language's: :mod:`annotator.lang`.
"""

from annotator.proposer.component import AmendmentProposer, make_amendment_proposer

__all__ = ["AmendmentProposer", "make_amendment_proposer"]
