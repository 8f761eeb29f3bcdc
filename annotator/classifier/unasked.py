"""A clause without what a form in it asks for: nothing is found on a mere blank or tick box."""

from __future__ import annotations

import msgspec

from annotator.eids import attachment_eid
from annotator.lang import language
from annotator.lang.forms import BLANK, fields_of
from annotator.provisions import Clause


def without_fields(clause: Clause, code: str = "en") -> Clause:
    """A clause of a schedule with blanks in place of the lines that ask; any other as it is.

    Every other word keeps its place.

    >>> sex = Clause(eid="att_1", number="", heading="", path=(), lead_in="", start=0, end=22,
    ...              text="Sex: [ ] Male [ ] Female\\nA permit is free.")
    >>> without_fields(sex).text.split()
    ['A', 'permit', 'is', 'free.']
    """
    if not attachment_eid(clause.eid) or not BLANK.search(clause.text):
        return clause
    text = clause.text
    for start, end in fields_of(text, language(code).structure):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return msgspec.structs.replace(clause, text=text)
