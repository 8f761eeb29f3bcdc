"""What every page of ours for a browser has: a skeleton, a direction, and a policy.

A page works from the disk. Its policy lets the browser use the style and the script that stand in
it, by their hashes, and nothing else, whatever a law holds.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

_RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


def skeleton(folder: Path) -> Template:
    """The page of a folder (``page.html.j2``); whatever is put in is escaped."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("page.html.j2")


@cache
def sheets(folder: Path) -> str:
    """What all pages have in common, and the sheets of a folder in the order of their names."""
    found = [Path(__file__).with_name("colours.css"), *sorted(folder.glob("*.css"))]
    return "\n".join(one.read_text(encoding="utf-8") for one in found)


def direction(code: str) -> str:
    """How a language is written, as HTML says it.

    >>> direction("en"), direction("ar")
    ('ltr', 'rtl')
    """
    return "rtl" if code in _RIGHT_TO_LEFT else "ltr"


def policy(style: str, script: str = "") -> str:
    """The content security policy of a page: nothing is fetched, and no markup made of strings."""
    return "; ".join(
        (
            "default-src 'none'",
            *([f"script-src 'sha256-{_hash(script)}'"] if script else []),
            f"style-src 'sha256-{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(source: str) -> str:
    return base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
