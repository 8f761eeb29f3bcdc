"""XML from strangers: nothing is fetched, no entity is expanded, no tree is huge.

And which characters no XML can hold, whoever writes it.
"""

from __future__ import annotations

import re

from lxml import etree

from annotator.errors import InputError

#: What no XML may hold, not even as a reference.
UNSAID = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of an XML file of UTF-8; ``name`` is what an error calls it.

    Raises:
        InputError: it is not well-formed, or leans on entities of its own.
    """
    parser = _parser()
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        # A prefix without its namespace is a slip of an editor; expat tells what else is wrong.
        if not all(one.domain_name == "NAMESPACE" for one in parser.error_log):
            raise not_well_formed(name, error.msg) from None
        root = etree.fromstring(data, _parser(recover=True))
    if next(root.iter(etree.Entity), None) is not None:
        raise InputError(
            f"{name} uses entities of its own, which are not expanded: save it without."
        )
    return root


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
