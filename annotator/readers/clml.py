"""Crown Legislation Markup Language, the XML of legislation.gov.uk."""

from __future__ import annotations

from annotator.readers.intake import Intake
from annotator.readers.xml_root import xml_root
from annotator.source import Source


def claims(intake: Intake) -> bool:
    """Whether its root is ``Legislation`` in the namespace of legislation.gov.uk."""
    root = xml_root(intake)
    return root.name == "Legislation" and "legislation.gov.uk" in root.namespace


def read(intake: Intake) -> Source:
    """Lay the law out as text, and take its structure from the markup.

    Raises:
        InputError: it is not well-formed, leans on entities of its own, or is not in English.
    """
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.readers.clml_words import Clml, is_kept, stated
    from annotator.readers.marked_law import named, read_marked
    from annotator.readers.xml_text import XmlText

    xml = XmlText(intake)
    notes: tuple[str, ...] = ()
    if any(map(is_kept, named(xml.root, "Repeal"))):
        notes = (
            f"{intake.name} keeps words that are repealed in part, for some places or with "
            "savings: they are read as law.",
        )
    return read_marked(intake, xml, Clml(xml.root), stated(xml.root), format="clml", notes=notes)
