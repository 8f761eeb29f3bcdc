"""What the readers of marked laws do alike, once they know their dialect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from annotator.errors import InputError
from annotator.readers.dialect import Dialect
from annotator.readers.finishing import finished, stated_country
from annotator.readers.intake import Intake
from annotator.readers.marked_page import set_out
from annotator.readers.xml_text import XmlText
from annotator.safe_xml import too_deep
from annotator.source import Source


class Stated(NamedTuple):
    """What a file states of its law; empty where it does not."""

    title: str = ""
    country: str = ""
    date: str = ""


def read_marked(
    intake: Intake,
    xml: XmlText,
    dialect: Dialect,
    stated: Stated,
    *,
    format: str,
    notes: tuple[str, ...] = (),
) -> Source:
    """The source of a law that is marked in a dialect; ``notes`` are on how it was read so far.

    Raises:
        InputError: it holds no text, nests too deep, or is not in English.
    """
    try:
        text, markup = set_out(xml, dialect)
    except RecursionError:
        raise too_deep(intake.name) from None
    if not text.text.strip():
        raise InputError(
            f"{intake.name} says of a law what it is, and has no text of it: "
            "fetch the law itself from its publisher."
        )
    country, of_country = stated_country(stated.country or None, intake.name)
    return finished(
        intake,
        text,
        format=format,
        title=" ".join(stated.title.split()) or None,
        jurisdiction=country,
        notes=(*notes, *of_country),
        element_at=xml.element_at,
        date=stated.date,
        markup=markup,
    )


def named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """All elements of those names, whatever their namespace, in the order of the names."""
    for name in names:
        yield from root.iterfind(f".//{{*}}{name}")


def words(element: etree._Element) -> str:
    """All words of an element of the metadata."""
    return " ".join("".join(map(str, element.itertext())).split())
