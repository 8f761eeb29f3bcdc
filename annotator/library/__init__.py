"""The amendment library: what may be proposed, when, in which words, and what calls for it.

The library is data. ``templates/*.yaml`` holds the templates, one file an issue, and
``commitments.yaml`` the instruments that they cite; :mod:`.loader` reads them into the frozen
structs of :mod:`.model`. Fitting a template to a clause is the proposer's business, and proving the
library on its own examples that of :mod:`annotator.proving`, floors above.
"""

from annotator.library.loader import load_commitments
from annotator.library.model import Library, Template
from annotator.library.whole import load_library

__all__ = ["Library", "Template", "load_commitments", "load_library"]
