"""A comparison with all that its reports must show; no network has read it."""

from __future__ import annotations

import io
from functools import cache

from annotator.comparison import LawComparison
from annotator.writers.comparison import write
from tests.comparing.test_uptake import CONSENT, GAP, SAME_SEX
from tests.comparing.versions import OLD, compared, version

#: A new section stands before section 2, so that all others are renumbered.
NEW = """\
Search
1. (1) An officer of the same sex may search any person who arrives at a port.
(2) A search is recorded in the book of the port.

Bells
2. The bell is rung at noon, and whoever hears it leaves the bridge.

Detention
3. (1) An officer may detain a person whose identity is not known.
(2) A detained person is held apart from convicts, and from nobody else.

Passage
4. A married woman shall not cross without the written consent of her father.

Fees
5. A fee is due for every crossing and is paid at the gate.
"""
ISSUES = {"1(1)": ("search",), "2(2)": ("detention",), "3": ("identity",), "4": ("identity",)}


@cache
def comparison(extra: str = "") -> LawComparison:
    """The comparison; ``extra`` stands in the words of a clause of the new version."""
    old = version(
        OLD,
        {"1(1)": "blind", "2(2)": "responsive", "3": "regressive"},
        issues=ISSUES,
        proposals={"1(1)": (SAME_SEX,), "3": (CONSENT,)},
        gaps=(GAP,),
    )
    new = version(
        NEW.replace("at noon", f"at noon {extra}".strip()),
        {"1(1)": "responsive", "2": ("blind", 0.5), "4": "regressive"},
        issues=ISSUES,
    )
    return compared(old, new)


def written(kind: str, one: LawComparison | None = None) -> bytes:
    out = io.BytesIO()
    write(one or comparison(), out, kind)
    return out.getvalue()
