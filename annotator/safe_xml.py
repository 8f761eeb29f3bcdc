"""XML from strangers: nothing is fetched, no entity is longer than a character, no tree is huge.

And which characters no XML can hold, whoever writes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5

from lxml import etree

from annotator.errors import InputError
from annotator.expressions import expression

#: What no XML may hold, not even as a reference.
UNSAID = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Those five that every file of XML has are let be.
_REFERENCE = expression(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z_:\x80-\xff][\w.:\x80-\xff-]*);")


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of an XML file of UTF-8; ``name`` is what an error calls it.

    Raises:
        InputError: it is not well-formed, or leans on entities of its own that are more than a
            character.
    """
    root = _root(data, name)
    if next(root.iter(etree.Entity), None) is not None:
        root = _root(_said(data, _meanings(root)), name)
    if next(root.iter(etree.Entity), None) is not None:
        raise InputError(
            f"{name} uses entities of its own, which are not expanded: save it without."
        )
    return root


def _root(data: bytes, name: str) -> etree._Element:
    parser = _parser()
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        # A prefix without its namespace is a slip of an editor; expat tells what else is wrong.
        if not all(one.domain_name == "NAMESPACE" for one in parser.error_log):
            raise not_well_formed(name, error.msg) from None
        return etree.fromstring(data, _parser(recover=True))


def character(entity: str) -> str:
    """The character that an entity of HTML stands for; empty where it is none, or several."""
    meaning = html5.get(f"{entity};", "")
    return meaning if len(meaning) == 1 else ""


def _meanings(root: etree._Element) -> Mapping[str, str]:
    """The entities that are harmless: declared as one character, or HTML's where none is."""
    declared = root.getroottree().docinfo.internalDTD
    # lxml has them, its stubs have not.
    entities = declared.entities() if declared else ()  # type: ignore[attr-defined]
    own = {one.name: one.content or "" for one in entities}
    # HTML's: of a document type that stands elsewhere, and is not fetched.
    html = {key.removesuffix(";"): said for key, said in html5.items()}
    return {name: said for name, said in {**html, **own}.items() if len(said) == 1}


def _said(data: bytes, meanings: Mapping[str, str]) -> bytes:
    """A file with those entities by their characters' numbers, which no parser has to expand."""

    def number(match: re.Match[bytes]) -> bytes:
        said = meanings.get(match[1].decode())
        return f"&#{ord(said)};".encode() if said else match[0]

    return _REFERENCE.sub(number, data)


def _parser(*, recover: bool = False) -> etree.XMLParser:
    # A law may come from anywhere: nothing is fetched, no entity is expanded, no tree is huge.
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def not_well_formed(name: str, why: str) -> InputError:
    """What is said of a file that no parser takes, for the reason that one gave."""
    # What the parser says may go on with what it found in the file.
    why = why.partition("\n")[0]
    if why.startswith("Excessive depth"):
        return too_deep(name)
    if "too long" in why or "amplification" in why:
        return InputError(
            f"{name} has text or entities larger than any law's: fetch it again from its publisher."
        )
    return InputError(f"{name} is not well-formed XML ({why}): fetch it again from its publisher.")


def too_deep(name: str) -> InputError:
    """What is said of a file that no law can be."""
    return InputError(
        f"{name} nests its elements deeper than a law does: fetch it again from its publisher."
    )
