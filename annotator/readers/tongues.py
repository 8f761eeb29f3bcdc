"""What of an XML file is in other languages than English, where it says the same in English too.

Only what the file marks is told: a document of several, or an element beside another of its name,
each with its language. Foreign words within a sentence are the law's.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from annotator.readers.xml_text import tag_of

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DOCUMENTS = ("act", "bill", "doc", "statement", "judgment", "Legislation", "resolution")
_ENGLISH = ("en", "eng")
#: Words within a sentence, whatever language they are in.
_INLINE = ("i", "b", "u", "em", "span", "sup", "sub", "inline", "term", "def", "foreign", "ins")


def without_other_tongues(root: etree._Element) -> list[str]:
    """Take out of a tree what is in another language beside the same in English.

    Returns:
        the codes of the languages that were taken out, in the order of the file.
    """
    gone = [*_documents(root), *_beside(root)]
    for element in gone:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return list(dict.fromkeys(map(_tongue, gone)))


def _documents(root: etree._Element) -> list[etree._Element]:
    """Of several documents of one kind those that are not in English, if one is."""
    found: list[etree._Element] = []
    for name in _DOCUMENTS:
        told = [(one, _tongue(one)) for one in root.iter(f"{{*}}{name}")]
        if any(tongue in _ENGLISH for _, tongue in told):
            found += (one for one, tongue in told if tongue and tongue not in _ENGLISH)
    return found


def _beside(root: etree._Element) -> Iterator[etree._Element]:
    """Elements in another language that stand beside one of their name in English."""
    every = (one for one in root.iter(etree.Element) if one.get(_LANG))
    marked = [one for one in every if tag_of(one) not in _INLINE]
    english = {
        (one.getparent(), tag_of(one)) for one in marked if _code(one.get(_LANG)) in _ENGLISH
    }
    for one in marked:
        if _code(one.get(_LANG)) not in _ENGLISH and (one.getparent(), tag_of(one)) in english:
            yield one


def _tongue(element: etree._Element) -> str:
    """The language that an element states, or the metadata of a document; empty without any."""
    own = _code(element.get(_LANG))
    if own:
        return own
    stated = element.find("./{*}meta//{*}FRBRExpression/{*}FRBRlanguage")
    return "" if stated is None else _code(stated.get("language"))


def _code(stated: str | None) -> str:
    return (stated or "").lower().partition("-")[0]
