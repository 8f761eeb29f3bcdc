"""What the provisions of a law are called in Akoma Ntoso, and the namespaces of what is written."""

from __future__ import annotations

from annotator.eids import CONTAINER, ELEMENTS, OWN_NAMESPACE
from annotator.lang.words import word_set

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: What is ours and no program of others needs to know.
OURS = OWN_NAMESPACE
#: The attribute that says how a provision is cited.
CITED = f"{{{OURS}}}number"
#: The attribute that says how what is amended stands to a baseline.
COMPARED = f"{{{OURS}}}baselineState"
#: The program, as an agent of the metadata.
PROGRAM = "#annotate"

#: The words of a citation that are elements of Akoma Ntoso under the same name.
_OWN = word_set(
    "section article rule clause subclause subsection paragraph subparagraph point indent part "
    "subpart chapter subchapter title subtitle book division subdivision"
)
#: The words for what is attached to a law; the element's name says which.
ATTACHED = frozenset(word for word, element in ELEMENTS.items() if element == "att")


def element_of(word: str) -> tuple[str, dict[str, str]]:
    """The element of a provision by its word in a citation, and the attributes that it needs.

    >>> element_of("Article"), element_of("regulation")
    (('article', {}), ('hcontainer', {'name': 'regulation'}))
    """
    name = word.lower()
    if word == "Section":  # over articles, not numbered through the law
        return name, {"class": CONTAINER}
    return (name, {}) if name in _OWN else ("hcontainer", {"name": name})
