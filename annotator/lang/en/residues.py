"""What is still of one sex in a clause once its first word of a sex is mended: half-mended lists.

*his wife and his unmarried daughter or minor son* that becomes *the spouse of that person and his
unmarried daughter or minor son* is mended by half, and the half that is left says that the law
still means the distinction. :func:`residues` gives the changes that mend the rest;
:func:`is_half_mended` tells where none would.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from annotator.expressions import expression
from annotator.lang.en.agreeing import Change

_TRAIT = r"(?:unmarried|single|minor|infant|dependent|dependant|young|under-age)"
_DET = r"(?:(?:his or her|his|her|their|the|any|an?|that person['’]s) )?"
_CHILD = r"(?:daughter|son)"
#: Who stands before the comma of a list of kin.
_AFTER_KIN = r"(?:(?<=wife)|(?<=spouse)|(?<=husband)|(?<=child)|(?<=children)|(?<=parents))"
_SEXED = expression(
    r"\b(?:wom[ae]n|m[ae]n|(?:fe)?males?|wives|wife|husbands?|daughters?|sons?|widows?|she|hers?)\b",
    re.IGNORECASE,
)
_EVEN = expression(
    r"\b(?:(?:she|he|hers?|his|him) or (?:she|he|hers?|his|him)|"
    r"(?:wife|husband|wom[ae]n|m[ae]n|sons?|daughters?|females?|males?|she|he|hers?|his|him)"
    r"(?:,? (?:or|and|/) |/)(?:(?:an?|the|his|her|any) )?"
    r"(?:wife|husband|wom[ae]n|m[ae]n|sons?|daughters?|females?|males?|she|he|hers?|his|him))\b",
    re.IGNORECASE,
)
_OF_ONE_SEX = expression(
    r"\b(?:wom[ae]n|m[ae]n|(?:fe)?male|wives|wife|husbands?|widows?)\b", re.IGNORECASE
)


def _child(number: str) -> str:
    return "children" if number else "child"


def _both_traits(found: re.Match[str]) -> str:
    one, other = found["one"].lower(), found["other"].lower()
    traits = one if one == other else f"{one} or {other}"
    # "his wife, his minor son or his unmarried daughter": what closed the list closes it still
    joint = f" {found['joint'].strip(', ')} " if found["comma"] else ""
    return f"{joint}{found['det']}{traits} {_child(found['plural'])}"


def _one_trait(found: re.Match[str]) -> str:
    return f"{found['det']}{found['trait']} {_child(found['plural'])}"


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (expression(pattern.replace(" ", r"\s+"), re.IGNORECASE), words)
    for pattern, words in (
        # "his unmarried daughter or his minor son": whoever was named is still named
        (
            rf"(?P<comma>{_AFTER_KIN}, )?\b(?P<det>{_DET})(?P<one>{_TRAIT}) {_CHILD}(?P<plural>s?)"
            rf"(?P<joint>,? (?:and|or) ){_DET}(?P<other>{_TRAIT}) {_CHILD}s?\b",
            _both_traits,
        ),
        (rf"\b(?P<det>{_DET})(?P<trait>{_TRAIT}) {_CHILD}(?P<plural>s?)\b", _one_trait),
        (
            r"\b(?P<det>)(?P<trait>any|an?|every|each) (?:daughter|son)(?P<plural>)(?= who\b)",
            _one_trait,
        ),
        (
            r"\b(?P<to>with|by|from|joins?|accompany|accompanies|follows?) him\b(?! or\b)",
            lambda found: f"{found['to']} that person",
        ),
        (
            r",? (?:but|and) (?:does|do|shall) not include (?:an? |any |the |two |one |those )?"
            r"[^,.;]{0,80}?\b(?:of the same sex|two (?:men|women)(?: or two (?:men|women))?)"
            r"(?=[,.;]|$)",
            lambda found: "",
        ),
    )
)


def residues(text: str, changes: Sequence[Change]) -> list[Change]:
    """The changes by which the rest of a clause follows those that mend its words of one sex.

    Args:
        text: of the clause.
        changes: those made already. None is touched but those of a *his* that goes with what
            follows. Where they put no word for either sex in the place of one for one, nothing
            follows.

    >>> residues("his wife and his unmarried daughter or minor son", [(0, 8, "his or her spouse")])
    [(13, 48, 'his or her unmarried or minor child')]
    """
    if not any(_mends(text[start:end], words) for start, end, words in changes):
        return []
    both = any("his or her" in words for *_, words in changes)
    own = "his or her" if both else "that person's"
    found: list[Change] = []
    nouns = [one for one in changes if text[one[0] : one[1]].lower() != "his"]
    for pattern, words in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            taken = any(one[0] < end and start < one[1] for one in (*nouns, *found))
            if not taken:
                found.append((start, end, re.sub(r"\bhis (?!or her\b)", f"{own} ", words(match))))
    return sorted(found)


def is_half_mended(old: str, new: str, struck: Sequence[tuple[str, str]]) -> bool:
    """Whether a clause still names one sex though words for either were put for others in it.

    Args:
        old: what the clause said.
        new: what it would say.
        struck: the words that are struck, each with those in their place.
    """
    if not any(_mends(was, becomes) for was, becomes in struck):
        return False
    return _is_uneven(new) and _is_uneven(old)


def _mends(old: str, new: str) -> bool:
    """Whether words of one sex give place to others that are of none."""
    return bool(new) and not _is_uneven(new) and _OF_ONE_SEX.search(old) is not None


def _is_uneven(words: str) -> bool:
    """Whether words name one sex without the other beside it."""
    return _SEXED.search(_EVEN.sub("", words)) is not None
