"""United States Legislative Markup, the XML of Congress and of the United States Code."""

from __future__ import annotations

from annotator.expressions import expression
from annotator.readers.intake import Intake
from annotator.readers.xml_root import xml_root
from annotator.source import Source

_NAMESPACE = expression(r"//(?:schemas\.gpo\.gov|xml\.house\.gov)/.*\buslm\b")


def claims(intake: Intake) -> bool:
    """Whether its root stands in a namespace of USLM."""
    return _NAMESPACE.search(xml_root(intake).namespace) is not None


def read(intake: Intake) -> Source:
    """Lay the law out as text, and take its structure from the markup.

    Raises:
        InputError: it is not well-formed, leans on entities of its own, or is not in English.
    """
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.readers.marked_law import read_marked
    from annotator.readers.uslm_words import USLM, stated
    from annotator.readers.xml_text import XmlText

    xml = XmlText(intake)
    return read_marked(intake, xml, USLM, stated(xml.root), format="uslm")
