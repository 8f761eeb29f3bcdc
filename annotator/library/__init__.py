"""The amendment library: what may be proposed, when, in which words, and what calls for it.

The library is data. ``templates/*.yaml`` holds the templates, one file an issue, and
``commitments.yaml`` the instruments that they cite; :mod:`.loader` reads them into the frozen
structs of :mod:`.model`, and :mod:`.checker` proves them on their own examples. Fitting a template
to a clause is the proposer's business, one floor up.
"""

from annotator.library.loader import load_commitments, load_library
from annotator.library.model import Library, Template

__all__ = ["Library", "Template", "load_commitments", "load_library"]
