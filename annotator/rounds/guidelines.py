"""The guidelines as the annotation page shows them.

The server's viewer breaks a line wherever the file does and squeezes tables into narrow columns. So
paragraphs and items are set on one line each, and a table becomes a list: a line a label or issue,
with the key that sets it, what it means, and what triggers it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.errors import RoundError
from annotator.expressions import expression
from annotator.rounds.labels import KEYS

_ITEM = expression(r"\s*(?:[-*+]|\d+[.)])\s")
_RULE = expression(r"\|[\s|:-]+\|?")


def shown(path: Path) -> str:
    """The guidelines in ``path``, to be shown to annotators.

    Raises:
        RoundError: they cannot be read.
    """
    try:
        return readable(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RoundError(f"{path} cannot be read ({error}): name the guidelines.") from error


def readable(markdown: str) -> str:
    r"""Markdown with a line a paragraph or item, and lists for tables.

    >>> readable("Judge by\nits words.\n\n- One\n  item.\n")
    'Judge by its words.\n\n- One item.\n'
    """
    blocks = (_block(block) for block in re.split(r"\n\s*\n", markdown.strip("\n")))
    return "\n\n".join(blocks) + "\n"


def _block(block: str) -> str:
    lines = block.splitlines()
    if lines[0].startswith("```"):
        return block
    table = [line for line in lines if line.startswith("|")]
    if table:
        return "\n".join(_listed(table))
    return "\n".join(_joined(lines))


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines that go on put together; headings and items each begin one."""
    whole = ""
    for line in lines:
        if whole and not whole.startswith("#") and not line.startswith("#") and not _begins(line):
            whole += " " + line.strip()
            continue
        if whole:
            yield whole
        whole = line.rstrip()
    yield whole


def _begins(line: str) -> bool:
    return _ITEM.match(line) is not None


def _listed(table: list[str]) -> Iterator[str]:
    """A row a line: its name with the key, what stands in the second column, then the others."""
    head, *rows = (_cells(line) for line in table if not _RULE.fullmatch(line.strip()))
    for name, *cells in rows:
        key = KEYS.get(name.strip("`"))
        said = cells[:1] + [
            f"*{title.partition('(')[0].strip()}*: {cell}"
            for title, cell in zip(head[2:], cells[1:], strict=False)
        ]
        yield f"- **{name.strip('`')}**{f' (key **{key}**)' if key else ''}: " + ". ".join(said)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
