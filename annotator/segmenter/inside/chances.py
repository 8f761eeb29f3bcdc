"""What stands around a label within a paragraph, and how likely that makes it an item's."""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords

_PUNCTUATION = expression(r"[,;:)\]]|\.(?!\s?[.…])")
#: What stands where items are left out: dots or asterisks.
_DOTS = tuple('.…*“”"')
_LEFT_OUT = expression(r"(?:[.…*]\s?){2,}[“”\"]?$|…$")
#: The end of a reference to a section, behind which no label belongs to it: "section 78, (a)".
_BARE_REFERENCE = expression(r"(?<![\w().])\d+[A-Z]{0,2}(?:,|,? and|,? or)$")
#: What is so like a reference is none but at the head of a line.
REFERENCE = 4.0
#: What calls a footnote behind the end of a sentence: "a week.**)".
_CALL = expression(r"(?<=[a-z][.;])(?:[*†‡]{1,3}\)?|\d{1,2}\))$")


def chances(before: str, number: str, after: str, words: StructureWords) -> tuple[float, float]:
    """What it costs to take a label within a paragraph for an item's, and not to.

    Args:
        before: the words in front of it.
        number: what stands between its brackets.
        after: the words behind it.
        words: those of the law's language.
    """
    before, after = _CALL.sub("", before.rstrip()), after.lstrip()
    if after and _PUNCTUATION.match(after):
        return REFERENCE, 0.0
    final = before[-1:]
    if final in '”"’)' and before[-2:-1] in (".", "?", "!"):
        final = "."
    if final in ".?!]*…" and not words.abbreviated.search(before[-12:]):
        opens = not after or not after[0].islower()
        if not opens and (final == "]" or are_left_out(before)):  # "(a) [Repealed] (b) the lamp"
            return 0.0, 1.5
        return (0.0, 2.5) if opens else (0.5, 0.7)
    if final in ";:—–-":
        return 0.0, 2.0
    if words.to_last_item.search(before[-8:]):
        return 0.0, 2.0
    bare = _BARE_REFERENCE.search(before[-12:])
    if not bare and (final == ")" or final.isdecimal() or _ends_in_reference(before, words)):
        if final == "," and _opens_words(after, words):
            return 0.5, 0.5
        return (1.5 if final == "," else REFERENCE), 0.0
    if final == "," or bare or words.before_an_item.search(before[-10:]):
        return 0.3, 0.7
    if number[0].isdigit() and after[:1].isupper():
        return 0.7, 0.6  # behind a marginal note: "Fees (2) The"
    return 1.3, 0.2


def _opens_words(after: str, words: StructureWords) -> bool:
    """Whether no reference goes on behind a label: in "(a), (b) the lamp" no "and" stands."""
    word = after.partition(" ")[0]
    return word.isalpha() and word.lower() not in words.joins_references


def _ends_in_reference(before: str, words: StructureWords) -> bool:
    """Whether words end in what the number of a label behind them belongs to."""
    *above, last = before.rsplit(None, 1) or [""]
    if last.lower().endswith(words.referred_to):
        return True
    goes_on = last[:1] == "(" or last[:1].isdecimal()
    if above and not goes_on and last.rstrip(",").lower() not in words.joins_references:
        return False
    return words.reference.search(before) is not None


def calls_for_a_list(before: str) -> bool:
    """Whether the words before a label call for a list, as far as their last mark tells."""
    before = before.rstrip()
    return bool(before) and before[-1] not in '.;,)]”"'


def are_left_out(before: str) -> bool:
    """Whether dots or asterisks before a label say that items were left out."""
    before = before.rstrip()
    return before.endswith(_DOTS) and _LEFT_OUT.search(before) is not None
