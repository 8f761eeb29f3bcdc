"""Akoma Ntoso, the XML of parliaments and of Laws.Africa: 1.0, 2.0 and 3.0."""

from __future__ import annotations

from annotator.errors import InputError
from annotator.readers.intake import Intake
from annotator.readers.xml_root import xml_root
from annotator.source import Source

_ROOTS = ("akomantoso", "act", "bill")
_NAMESPACES = ("akn", "akomantoso")
#: Documents that are no laws, as an error calls them.
_NO_LAWS = {
    "judgment": "a judgment",
    "debate": "a record of debates",
    "debateReport": "a record of debates",
    "amendment": "an amendment",
    "amendmentList": "a list of amendments",
}


def claims(intake: Intake) -> bool:
    """Whether its root is ``akomaNtoso``, in whatever namespace, or a law in one of its own."""
    name, namespace = xml_root(intake)
    if name.casefold() == _ROOTS[0]:
        return True
    return name in _ROOTS and any(part in namespace.lower() for part in _NAMESPACES)


def read(intake: Intake) -> Source:
    """Lay the law out as text, and take its structure from the markup.

    Raises:
        InputError: it is no law, not well-formed, leans on entities of its own, or is not in
            English.
    """
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.readers.akoma_ntoso_words import AKOMA_NTOSO, stated
    from annotator.readers.marked_law import read_marked
    from annotator.readers.tongues import without_other_tongues
    from annotator.readers.xml_text import XmlText, tag_of

    xml = XmlText(intake)
    for document in xml.root:
        if tag_of(document) in _NO_LAWS:
            raise InputError(
                f"{intake.name} is {_NO_LAWS[tag_of(document)]}, and no law: "
                "give the text of the law or the bill itself."
            )
    others = without_other_tongues(xml.root)
    notes: tuple[str, ...] = ()
    if others:
        told = ", ".join(others)
        notes = (
            f"{intake.name} has the law in other languages too ({told}): the English is read.",
        )
    law = stated(xml.root)
    return read_marked(intake, xml, AKOMA_NTOSO, law, format="akoma-ntoso", notes=notes)
