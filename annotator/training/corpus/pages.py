"""The project's own Markdown pages: figures put into a template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from annotator.agreement import Interval


def rendered(template: Path, **values: Any) -> str:
    """A page made from ``template`` and the values that it names.

    The filter ``interval`` sets a figure with its bounds, or says that it was not measured.
    """
    environment = Environment(
        loader=FileSystemLoader(template.parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # Markdown from our own figures
    )
    environment.filters["interval"] = _interval
    return environment.get_template(template.name).render(**values)


def _interval(figure: Interval | None) -> str:
    if figure is None:
        return "not measured"
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})"
