"""Bills of the Congress of the United States in the XML that it had before USLM, and still has."""

from __future__ import annotations

from annotator.readers.intake import Intake
from annotator.readers.xml_root import xml_root
from annotator.source import Source

_ROOTS = ("bill", "resolution")
_BODIES = ("<legis-body", "<resolution-body")


def claims(intake: Intake) -> bool:
    """Whether its root is a bill or a resolution without a namespace, and has a body of theirs."""
    name, namespace = xml_root(intake)
    if namespace or name not in _ROOTS:
        return False
    return any(body in intake.decoded.text for body in _BODIES)


def read(intake: Intake) -> Source:
    """Lay the bill out as text, and take its structure from the markup.

    Raises:
        InputError: it is not well-formed, leans on entities of its own, or is not in English.
    """
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.readers.congress_words import CONGRESS, stated
    from annotator.readers.marked_law import read_marked
    from annotator.readers.xml_text import XmlText

    xml = XmlText(intake)
    return read_marked(intake, xml, CONGRESS, stated(xml.root), format="congress-xml")
