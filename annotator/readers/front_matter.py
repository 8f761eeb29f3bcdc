"""What a Markdown file states of itself in the YAML above its text: its title, its country."""

from __future__ import annotations

import re

import msgspec

from annotator.expressions import expression
from annotator.readers.dates import date_in
from annotator.readers.traced import Traced

_BLOCK = expression(r"\A---[ \t]*\n(?:(.*?)\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
# A file may begin with a rule and have another further down: that is no front matter.
_FIRST_KEY = expression(r"(?:[ \t]*(?:#.*)?\n)*[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*:(?:\s|$)")
_CODE = expression("[A-Za-z]{2}")
_STRING = "tag:yaml.org,2002:str"
#: What states when a law was made, the surest first.
_DATES = ("enacted", "date", "publication_date")


class FrontMatter(msgspec.Struct, frozen=True):
    """``title`` and ``country`` are None where it states none; ``end`` is where the text begins.

    ``country`` is two letters as they are written: whether they are a country's code is not said.
    ``date`` is the law's, and empty where none is stated.
    """

    end: int = 0
    title: str | None = None
    country: str | None = None
    date: str = ""


def front_matter(text: str) -> FrontMatter:
    r"""What the YAML at the beginning of ``text`` states; broken YAML states nothing.

    >>> front_matter("---\ntitle: Border  Act\ncountry: NO\n---\n# Part 1")
    FrontMatter(end=39, title='Border Act', country='NO', date='')
    """
    block = _BLOCK.match(text)
    if block is None or (block[1] and not _FIRST_KEY.match(block[1])):
        return FrontMatter()
    stated = _stated(block[1] or "")
    title, is_text = stated.get("title", ("", False))
    countries = (stated.get(key, ("", False))[0] for key in ("jurisdiction", "country"))
    return FrontMatter(
        end=block.end(),
        title=" ".join(title.split()).replace(" ,", ",") or None if is_text else None,
        country=next(filter(_CODE.fullmatch, countries), None),
        date=date_in(stated.get(key, ("", False))[0] for key in _DATES),
    )


def has_front_matter(text: str) -> bool:
    """Whether ``text`` begins with YAML between two rules."""
    return bool(front_matter(text).end)


def _stated(block: str) -> dict[str, tuple[str, bool]]:
    """The single values of a YAML mapping as they are written, and whether each is a string.

    They are not made into what YAML takes them for: ``NO`` would be false, and a date that no
    calendar has an error.
    """
    # Imported here: start-up is precious.
    import yaml

    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):
        return {}
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {
        key.value: (value.value, value.tag == _STRING)
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }


def without_front_matter(text: Traced) -> tuple[FrontMatter, Traced]:
    """What the front matter of ``text`` states, and the text below it."""
    front = front_matter(text.text)
    return front, text.cut(front.end, len(text.text))
