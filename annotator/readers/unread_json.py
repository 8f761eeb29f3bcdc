"""JSON that holds no law as it is read: what is wrong with it is told, and what to do."""

from __future__ import annotations

import json
from typing import NoReturn

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.readers.intake import Intake

#: How JSON begins, whatever the file is called; and where its name says that it is JSON.
_OPENING = expression(r"\s*(?:\{\s*[\"}]|\[\s*\{\s*[\"}])")
_NAMED_OPENING = expression(
    r"\s*(?:[{\"]|\[\s*(?:[\[\]{\"\d-]|true\b|false\b|null\b)|"
    r"(?:-?\d[\d.eE+-]*+|true|false|null)\s*\Z)"
)
_SUFFIXES = (".json", ".jsonl", ".ndjson")
_SHAPE = (
    'bring it into the form {"title": …, "provisions": [{"section": …, "content": …}]}, '
    "or save the law as plain text (.txt)."
)
_AGAIN = "get it again, or save the law as plain text (.txt)."
#: So many keys are named, and so much of each.
_KEYS, _LONGEST_KEY = 6, 30


def claims(intake: Intake) -> bool:
    """Whether the file begins as JSON does."""
    opening = _NAMED_OPENING if intake.suffix in _SUFFIXES else _OPENING
    return opening.match(intake.decoded.text) is not None


def read(intake: Intake) -> NoReturn:
    """Refuse it.

    Raises:
        InputError: always; it says whether it is damaged or of another shape.
    """
    raise refusal(intake)


def refusal(intake: Intake) -> InputError:
    """What is wrong with a file of JSON."""
    return InputError(f"{intake.name} is {_fault(intake.decoded.text)}")


def _fault(text: str) -> str:
    try:
        found = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            return f"several pieces of JSON in one file, which are not read: {_SHAPE}"
        return f"JSON that is damaged, in line {error.lineno}: {_AGAIN}"
    except ValueError:  # a number of thousands of digits
        return f"JSON that is damaged: {_AGAIN}"
    except RecursionError:
        return "JSON that is nested thousands deep, as no law is: save it as plain text (.txt)."
    return f"JSON of a shape that is not read{_keys(found)}: {_SHAPE}"


def _keys(found: object) -> str:
    """The keys by which its maker knows it."""
    if isinstance(found, list):
        found = next(iter(found), None)
    if not isinstance(found, dict) or not found:
        return ""
    keys = [key[:_LONGEST_KEY] for key in found]
    more = ", …" if len(keys) > _KEYS else ""
    return f" (its keys are {', '.join(keys[:_KEYS])}{more})"
