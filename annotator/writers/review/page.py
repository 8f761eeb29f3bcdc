"""The page itself: its skeleton, with style, script and data put in.

The modules of ``script/`` are joined into one, since no browser lets a page from the disk import
another file: each becomes a function that gives back what it exports, behind those that it imports.
A policy lets the browser run that script, by its
hash, and nothing else, whatever a law holds.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec
from markupsafe import Markup

from annotator.expressions import expression
from annotator.lang.review_phrases import ReviewPhrases
from annotator.writers.html_page import direction, policy, sheets, skeleton
from annotator.writers.review.data import ReviewData

_HERE = Path(__file__).parent
_FIRST = "main"
_IMPORT = expression(r'^import \{([^}]*)\} from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = expression(r"^export ((?:async )?function\*?|const) (\w+)", re.MULTILINE)
#: What would end the element, begin a comment in it, end a line in old engines, or turn the words
#: of a law around in an editor.
_UNSAFE = expression("[<>&\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def page(data: ReviewData, phrases: ReviewPhrases) -> bytes:
    """The page as UTF-8.

    Args:
        data: what it knows of the law; its words are put in.
        phrases: what people read in it.
    """
    known = msgspec.structs.replace(data, say=dict(phrases.WORDS))
    style, script = styles(), scripts()
    html = skeleton(_HERE).render(
        law=data.law,
        program=data.program,
        say=phrases.WORDS,
        direction=direction(data.law.language),
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704  # ours
        script=Markup(script),  # noqa: S704  # ours
        data=Markup(embedded(msgspec.json.encode(known).decode())),  # noqa: S704  # made safe
    )
    return html.encode()


def embedded(json: str) -> str:
    r"""JSON as it can stand in an element of a page, whatever its strings hold.

    >>> embedded('{"law": "</script><!--"}')
    '{"law": "\\u003c/script\\u003e\\u003c!--"}'
    """
    return _UNSAFE.sub(lambda mark: f"\\u{ord(mark[0]):04x}", json)


@cache
def scripts() -> str:
    """All modules as one, each behind those that it imports."""
    ordered: dict[str, str] = {}
    _gather(_FIRST, ordered)
    return "\n".join(ordered.values())


def styles() -> str:
    """All style sheets as one."""
    return sheets(_HERE / "style")


def _gather(name: str, ordered: dict[str, str]) -> None:
    source = (_HERE / "script" / f"{name}.js").read_text(encoding="utf-8")
    for _, other in _IMPORT.findall(source):
        if other not in ordered:
            _gather(other, ordered)
    exported = ", ".join(found for _, found in _EXPORT.findall(source))
    body = _IMPORT.sub(r"const {\1} = in_\2;", source)
    body = _EXPORT.sub(r"\1 \2", body).strip()
    ordered[name] = f"const in_{name} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();\n"
