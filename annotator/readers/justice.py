"""Consolidated Acts and regulations in the XML of Justice Canada."""

from __future__ import annotations

from annotator.readers.finishing import finished
from annotator.readers.intake import Intake
from annotator.readers.xml_root import xml_root
from annotator.source import Source


def claims(intake: Intake) -> bool:
    """Whether this is XML whose root is Justice Canada's ``Statute`` or ``Regulation``."""
    return xml_root(intake).name in ("Statute", "Regulation")


def read(intake: Intake) -> Source:
    """Lay the XML out as text.

    Raises:
        InputError: it is not well-formed, leans on entities of its own, or is not in English.
    """
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.readers.justice_page import laid_out, stated_date
    from annotator.readers.xml_text import XmlText

    xml = XmlText(intake)
    text, title = laid_out(xml)
    return finished(
        intake,
        text,
        format="justice-xml",
        title=title,
        jurisdiction="CA",
        element_at=xml.element_at,
        date=stated_date(xml),
    )
