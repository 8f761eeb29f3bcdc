"""Akoma Ntoso, the XML of parliaments and of Laws.Africa: 1.0, 2.0 and 3.0."""

from __future__ import annotations

from annotator.readers.intake import Intake
from annotator.readers.xml_root import xml_root
from annotator.source import Source


def claims(intake: Intake) -> bool:
    """Whether its root is ``akomaNtoso``, in whatever namespace."""
    return xml_root(intake).name in ("akomaNtoso", "akomantoso")


def read(intake: Intake) -> Source:
    """Lay the law out as text, and take its structure from the markup.

    Raises:
        InputError: it is not well-formed, leans on entities of its own, or is not in English.
    """
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.readers.akoma_ntoso_words import AKOMA_NTOSO, stated
    from annotator.readers.marked_law import read_marked
    from annotator.readers.xml_text import XmlText

    xml = XmlText(intake)
    return read_marked(intake, xml, AKOMA_NTOSO, stated(xml.root), format="akoma-ntoso")
