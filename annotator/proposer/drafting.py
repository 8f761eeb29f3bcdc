"""The formal amending instruction, in the law's own drafting style.

Each function takes the place as :func:`annotator.reading.style.cited` names it and the words
concerned, and returns one instruction: *In section 11(1), after “An officer” insert “of the same
sex”.*
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.en.inflection import capitalised
from annotator.reading.style import Style


def insertion(place: str, words: str, anchor: str, side: str, style: Style) -> str:
    """Insert words ``after`` or ``before`` (the ``side``) others that stand once in the clause."""
    if style.kind == "article":
        return f"In {place}, the words “{words}” are inserted {side} the words “{anchor}”."
    return f"In {place}, {side} “{anchor}” insert “{words}”."


def sentence(place: str, words: str, style: Style) -> str:
    """Add a sentence at the end of the clause."""
    if style.kind == "article":
        return f"In {place}, the following sentence is added at the end: “{words}”"
    return f"At the end of {place} insert: “{words}”"


def paragraph(place: str, words: str) -> str:
    """Add an unnumbered paragraph at the end of an article."""
    return f"In {place}, the following paragraph is added at the end: “{words}”"


def subsection(provision: str, last: str, words: str, style: Style) -> str:
    """Insert a numbered subsection after the last one.

    Args:
        provision: the section or article: ``Article 6``.
        last: its last subsection, as cited: ``section 11(2)``; empty after another new one.
        words: the new subsection with its number.
        style: the law's.
    """
    if style.kind == "article":
        return f"In {provision}, the following paragraph is added: “{words}”"
    place = f"After {last}" if last else f"At the end of {provision}"
    return f"{place} insert: “{words}”"


def renumbering(place: str, words: str) -> str:
    """Number a section without subsections, and add a second one."""
    return f"Number the text of {place} as subsection (1) and after it insert: “{words}”"


def item(place: str, words: str, after: str, joint: tuple[str, str] | None, style: Style) -> str:
    """Add an item to a list; ``joint`` is the word that leaves the item before the last."""
    if style.kind == "article":
        item = words.lstrip(",; ").removeprefix("and ").removeprefix("or ")
        return f"In {place}, the following point is added after point {after}: “{item}”"
    drop = f"omit “{joint[0]}” at the end of paragraph {joint[1]} and " if joint else ""
    return f"In {place}, {drop}after paragraph {after} insert: “{words}”"


def replacement(place: str, pairs: Sequence[tuple[str, str]], style: Style) -> str:
    """Put words in place of others; each pair is what stands and what is to stand."""
    if style.kind == "article":
        parts = [f"the words “{old}” are replaced by the words “{new}”" for old, new in pairs]
    else:
        parts = [f"for “{old}” substitute “{new}”" for old, new in pairs]
    return f"In {place}, {_joined(parts)}."


def substitution(place: str, words: str, extent: tuple[str, str], style: Style) -> str:
    """Put a sentence in place of others.

    Args:
        place: as cited.
        words: the sentence.
        extent: the first and the last words of what it stands for; empty for all of the clause.
        style: the law's.
    """
    first, last = extent
    if style.kind == "article":
        if not first:
            return f"The text of {place} is replaced by the following: “{words}”"
        return f"In {place}, the words from “{first}” to “{last}” are replaced by “{words}”"
    if not first:
        return f"For the text of {place} substitute: “{words}”"
    return f"In {place}, for the words from “{first}” to “{last}” substitute “{words}”"


def omission(place: str, words: str, style: Style) -> str:
    """Take out a sentence, an item or other words."""
    if style.kind == "article":
        return f"In {place}, the words “{words}” are deleted."
    return f"In {place}, omit “{words}”."


def repeal(place: str, style: Style) -> str:
    """Take out the whole clause."""
    verb = "deleted" if style.kind == "article" else "repealed"
    return f"{capitalised(place)} is {verb}."


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
