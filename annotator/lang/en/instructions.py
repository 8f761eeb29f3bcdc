"""The formal amending instruction in English, in the law's own drafting style.

Each function takes the place as :func:`annotator.reading.style.cited` names it and the words
concerned, and returns one instruction: *In section 11(1), after “An officer” insert “of the same
sex”.* What such a place is made of stands first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.contract import DraftingStyle
from annotator.lang.en.counted import listed
from annotator.lang.en.inflection import capitalised

#: The words with which laws set a provision aside; the first where a law has none.
DESPITE = ("Notwithstanding", "Despite")
#: What stands before an item that is added: "; and ".
_BEFORE_AN_ITEM = expression(r"[,;]?(?: ?(?:and|or)\b)?")


def name(word: str) -> str:
    """What a provision is called: the words of the tree are the English ones."""
    return word


def part_of(place: str, whole: str) -> str:
    """A place within a schedule or chapter: ``paragraph 3 of the Schedule``."""
    return f"{place} of {whole}"


def container(number: str, label: str) -> str:
    """A part, chapter or schedule, by its number in the tree and what is printed of that.

    >>> container("Schedule 3", "THIRD SCHEDULE"), container("Schedule 3", "SCHEDULE 3")
    ('the Third Schedule', 'Schedule 3')
    >>> container("Schedule", "SCHEDULE"), container("Part A", "PART A")
    ('the Schedule', 'Part A')
    """
    word = number.partition(" ")[0]
    if word == number:
        return f"the {number}"
    counted = re.search(rf"([\w-]+)\s+{word}\W*$", label, re.IGNORECASE)
    if counted is None or counted[1].casefold() in ("the", word.casefold()):
        return number
    ordinal = counted[1].lower()
    return f"the {ordinal if ordinal[0].isdigit() else ordinal.title()} {word}"


def in_definition(place: str, term: str) -> str:
    """A place within the definition of a term, which comes with its quotation marks."""
    return f"{place}, in the definition of {term}"


def this(word: str) -> str:
    """A provision as it speaks of itself: ``this section``, ``this Article``."""
    return f"this {word}"


def this_law(kind: DraftingStyle) -> str:
    """What a law calls itself that never does."""
    return "this Law" if kind == "article" else "this Act"


def despite(despite: str, place: str) -> str:
    """The words that set aside a place, before those that do."""
    return f"{despite} {place}, "


def despite_all(despite: str, place: str, above: str = "") -> str:
    """The words that set aside all that a place says, ``above`` all what would prevail."""
    if above:
        return f"{despite} {above} and anything else in {place}, "
    return f"{despite} anything in {place}, "


def _the_words(words: str) -> str:
    """Words as an amendment names them: *the word “wife”*, *the words “his wife”*."""
    return f"the word{'s' if ' ' in words.strip() else ''} “{words}”"


def _words_are(words: str) -> str:
    return f"{_the_words(words)} {'are' if ' ' in words.strip() else 'is'}"


def insertion(place: str, words: str, anchor: str, side: str, kind: DraftingStyle) -> str:
    """Insert words ``after`` or ``before`` (the ``side``) others that stand once in the clause."""
    if kind == "article":
        return f"In {place}, {_words_are(words)} inserted {side} {_the_words(anchor)}."
    if kind == "lettered":
        return f"{_is_amended(place)} inserting “{words}” {side} “{anchor}”."
    return f"In {place}, {side} “{anchor}” insert “{words}”."


def sentence(place: str, words: str, kind: DraftingStyle) -> str:
    """Add a sentence at the end of the clause."""
    if kind == "article":
        return f"In {place}, the following sentence is added at the end: “{words}”"
    if kind == "lettered":
        return f"{_is_amended(place)} adding at the end the following: “{words}”"
    return f"At the end of {place} insert: “{words}”"


def paragraph(place: str, words: str) -> str:
    """Add an unnumbered paragraph at the end of an article."""
    return f"In {place}, the following paragraph is added at the end: “{words}”"


def subsection(provision: str, last: str, words: str, kind: DraftingStyle) -> str:
    """Insert a numbered subsection after the last one.

    Args:
        provision: the section or article: ``Article 6``.
        last: its last subsection, as cited: ``section 11(2)``; empty after another new one.
        words: the new subsection with its number.
        kind: the law's.
    """
    if kind == "article":
        return f"In {provision}, the following paragraph is added: “{words}”"
    if kind == "lettered":
        return f"{_is_amended(provision)} adding at the end the following: “{words}”"
    place = f"After {last}" if last else f"At the end of {provision}"
    return f"{place} insert: “{words}”"


def renumbering(place: str, first: str, words: str, kind: DraftingStyle) -> str:
    """Number a section without subsections as its ``first``, and add a second one."""
    if kind == "lettered":
        amended = _is_amended(place)
        return f"{amended} designating its text as {first} and adding at the end: “{words}”"
    return f"Number the text of {place} as {first} and after it insert: “{words}”"


def item(
    place: str,
    words: str,
    after: str,
    joint: tuple[str, str] | None,
    kind: DraftingStyle,
    closing: str = "",
) -> str:
    """Add an item to a list.

    Args:
        place: the clause with the list, as cited.
        words: the item, with the mark and the word before it.
        after: the label of the last item.
        joint: the word that leaves the item before the last, and the label of that.
        kind: the law's.
        closing: the mark that closes the last item, and will close the new one.
    """
    found = _BEFORE_AN_ITEM.match(words)
    mark = found[0] if found else ""
    item_ = words[len(mark) :].lstrip()
    if kind == "article":
        return f"In {place}, the following point is added after point {after}: “{item_}”"
    if closing == ".":
        return _item_behind_a_full_stop(place, (mark, item_), after, joint, kind)
    if closing:
        words = f"{mark.lstrip(',;').strip()} {item_}{closing}".strip()
    if kind == "lettered":
        strike = f"striking “{joint[0]}” at the end of {_level(joint[1])} and " if joint else ""
        amended = f"{_is_amended(place)} {strike}inserting after {_level(after)}"
        return f"{amended} the following: “{words}”"
    drop = f"omit “{joint[0]}” at the end of paragraph {joint[1]} and " if joint else ""
    return f"In {place}, {drop}after paragraph {after} insert: “{words}”"


def _item_behind_a_full_stop(
    place: str,
    item_: tuple[str, str],
    after: str,
    joint: tuple[str, str] | None,
    kind: DraftingStyle,
) -> str:
    """Add an item, with the mark before it in place of the full stop that closes the last one."""
    mark, words = item_
    if kind == "lettered":
        strike = f"striking “{joint[0]}” at the end of {_level(joint[1])}, " if joint else ""
        amended = f"{_is_amended(place)} {strike}striking the period at the end of {_level(after)}"
        return f"{amended} and inserting “{mark}”, and adding at the end the following: “{words}.”"
    drop = f"omit “{joint[0]}” at the end of paragraph {joint[1]} and " if joint else ""
    put = f"{drop}for the full stop at the end of paragraph {after} substitute"
    return f"In {place}, {put}: “{mark} {words}.”"


def replacement(place: str, pairs: Sequence[tuple[str, str]], kind: DraftingStyle) -> str:
    """Put words in place of others; each pair is what stands and what is to stand, if anything."""
    if kind == "lettered":
        parts = [
            f"striking “{old}”" + (f" and inserting “{new}”" if new else "") for old, new in pairs
        ]
        return f"{_is_amended(place)} {listed(parts)}."
    if kind == "article":
        parts = [
            f"{_words_are(old)} " + (f"replaced by {_the_words(new)}" if new else "deleted")
            for old, new in pairs
        ]
    else:
        parts = [
            f"for “{old}” substitute “{new}”" if new else f"omit “{old}”" for old, new in pairs
        ]
    return f"In {place}, {listed(parts)}."


def substitution(place: str, words: str, extent: tuple[str, str], kind: DraftingStyle) -> str:
    """Put a sentence in place of others.

    Args:
        place: as cited.
        words: the sentence.
        extent: the first and the last words of what it stands for; all of its words and nothing
            where they are few; empty for all of the clause.
        kind: the law's.
    """
    first, last = extent
    if kind == "lettered":
        through = f" and all that follows through “{last}”" if last else ""
        struck = f"striking “{first}”{through}" if first else "striking its text"
        return f"{_is_amended(place)} {struck} and inserting “{words}”"
    if first and not last:
        if kind == "article":
            return f"In {place}, {_words_are(first)} replaced by “{words}”"
        return f"In {place}, for “{first}” substitute “{words}”"
    if kind == "article":
        if not first:
            return f"The text of {place} is replaced by the following: “{words}”"
        return f"In {place}, the words from “{first}” to “{last}” are replaced by “{words}”"
    if not first:
        return f"For the text of {place} substitute: “{words}”"
    return f"In {place}, for the words from “{first}” to “{last}” substitute “{words}”"


def omission(place: str, words: str, kind: DraftingStyle) -> str:
    """Take out a sentence, an item or other words."""
    if kind == "article":
        return f"In {place}, {_words_are(words)} deleted."
    if kind == "lettered":
        return f"{_is_amended(place)} striking “{words}”."
    return f"In {place}, omit “{words}”."


def repeal(place: str, kind: DraftingStyle) -> str:
    """Take out the whole clause."""
    verb = "deleted" if kind == "article" else "repealed"
    return f"{capitalised(place)} is {verb}."


def referred(word: str, numbers: Sequence[str]) -> str:
    """That provisions refer to one that is repealed.

    >>> referred("section", ["3", "9(2)"])
    'Sections 3 and 9(2) refer to it and must be amended too.'
    """
    name_, verb = (f"{word}s", "refer") if len(numbers) > 1 else (word, "refers")
    return f"{capitalised(name_)} {listed(numbers)} {verb} to it and must be amended too."


def alike(word: str, numbers: Sequence[str]) -> str:
    """That provisions of the section speak of a wife still, where another no longer does.

    >>> alike("section", ["12(2)", "12(4)"])
    'Sections 12(2) and 12(4) speak of a wife too and must be amended alike.'
    """
    name_, verb = (f"{word}s", "speak") if len(numbers) > 1 else (word, "speaks")
    return f"{capitalised(name_)} {listed(numbers)} {verb} of a wife too and must be amended alike."


def new_provision(after: str, words: str, kind: DraftingStyle) -> str:
    """Insert a new section or article after another."""
    if kind == "article":
        return f"After {after}, the following Article is inserted: “{words}”"
    if kind == "lettered":
        return f"Insert after {after} the following: “{words}”"
    return f"After {after} insert: “{words}”"


def _is_amended(place: str) -> str:
    return f"{capitalised(place)} is amended by"


def _level(label: str) -> str:
    """An item with what American laws call it: by its numerals, from (1) down to (I).

    >>> _level("(2)"), _level("(B)"), _level("(iv)"), _level("(II)")
    ('paragraph (2)', 'subparagraph (B)', 'clause (iv)', 'subclause (II)')
    """
    number = label.strip("().")
    if number.isdigit():
        return f"paragraph {label}"
    numeral = re.fullmatch(r"[IVX]+", number, re.IGNORECASE) is not None
    if number.isupper():
        return f"{'subclause' if numeral else 'subparagraph'} {label}"
    return f"{'clause' if numeral else 'subsection'} {label}"
