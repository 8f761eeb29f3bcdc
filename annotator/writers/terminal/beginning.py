"""How a report to read begins, by which a file that holds one is known again."""

from __future__ import annotations

import re
from typing import BinaryIO

from annotator.expressions import expression
from annotator.lang import languages
from annotator.lang.report_phrases import ReportPhrases

#: Colours, which go into a file if somebody wants them there.
_COLOURS = expression(r"\x1b\[[\d;]*m")
_MANY = 77


def is_untouched(file: BinaryIO) -> bool:
    """Whether the first paragraph of a file is a report's, however wide its lines are."""
    said = _COLOURS.sub("", file.read(16_000).decode(errors="replace"))
    first = " ".join(said.lstrip().partition("\n\n")[0].split())
    return any(_origin(one.phrases).search(first) for one in languages())


def _origin(say: ReportPhrases) -> re.Pattern[str]:
    """What stands below the title: so many clauses, and the model with its version."""
    many = re.escape(say.clauses(_MANY)).replace(str(_MANY), r"\d+")
    return expression(rf". · (?:{many}|{re.escape(say.clauses(1))}) · \S+ \d+\.\d+\.\d+(?: |$)")
