"""Lists whose items a style sheet on the page counts, as pages that Google Docs saves have them.

Each level is a list of its own behind the one above it, and its rule says what is shown before an
item: ``.l-1 > li:before {content: counter(n-0, decimal) "." counter(n-1, lower-latin) ". "}``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from annotator.expressions import expression
from annotator.readers.html.site import classes

#: So much of the sheets is looked through, and no rule says more.
_MOST, _LONGEST = 500_000, 300
_SHOWN = expression(
    rf"\.([\w-]+)\s*>\s*li::?before\s*\{{\s*content\s*:([^{{}}]{{0,{_LONGEST}}})\}}"
)
_COUNTED = expression(r"\.([\w-]+)\s*>\s*li\s*\{\s*counter-increment\s*:\s*([\w-]+)\s*;?\s*\}")
_PART = expression(r"\"([^\"]*)\"|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)")
#: What such a page calls a list that begins anew.
_BEGINS = "start"
_FIRST = expression(r"\d{1,6}")

#: Words, or a counter and its kind.
_Parts = list[tuple[str, str, str]]


class Counters:
    """What the style sheets of a page say of the items that they count.

    Args:
        sheets: the style sheets that stand on it.
    """

    def __init__(self, sheets: Sequence[str]) -> None:
        sheet = "\n".join(sheets)[:_MOST]
        counted = dict(_COUNTED.findall(sheet)) if "counter-increment" in sheet else {}
        shown = dict(_SHOWN.findall(sheet)) if counted else {}
        #: Of the lists by their classes, the counter and what is shown.
        self._lists: dict[str, tuple[str, _Parts]] = {
            name: (counter, _PART.findall(shown[name]))
            for name, counter in counted.items()
            if name in shown
        }

    def marks(
        self, lists: dict[etree._Element, list[etree._Element]], shown: Callable[[int, str], str]
    ) -> dict[etree._Element, str]:
        """What is shown before the items of lists that are counted so.

        Args:
            lists: all lists with their items, in the order of the page.
            shown: a number as a list of a kind shows it, with a full stop.
        """
        counts: dict[str, int] = {}
        found: dict[etree._Element, str] = {}
        for holder, items in lists.items():
            known = next((one for one in classes(holder) if one in self._lists), None)
            if known is None:
                continue
            counter, parts = self._lists[known]
            if _BEGINS in classes(holder) or counter not in counts:
                first = _FIRST.fullmatch(holder.get("start", ""))
                counts[counter] = int(first[0]) - 1 if first else 0
            for item in items:
                counts[counter] += 1
                said = (
                    shown(counts.get(name, 1), kind or "decimal").removesuffix(".")
                    if name
                    else text
                    for text, name, kind in parts
                )
                found[item] = "".join(said).strip()
        return found
