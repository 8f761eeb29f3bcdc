"""Words that name people by their sex, and the words that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from annotator.expressions import expression
from annotator.lang.structure_words import holds_one

#: Offices and trades: the word with *man*, and the neutral one, each in singular and plural.
_OFFICES = {
    "chairman": ("chairperson", "chairpersons"),
    "workman": ("worker", "workers"),
    "seaman": ("seafarer", "seafarers"),
    "ombudsman": ("ombudsperson", "ombudspersons"),
    "fisherman": ("fisher", "fishers"),
    "foreman": ("supervisor", "supervisors"),
    "policeman": ("police officer", "police officers"),
    "fireman": ("firefighter", "firefighters"),
    "spokesman": ("spokesperson", "spokespersons"),
    "salesman": ("salesperson", "salespersons"),
    "craftsman": ("craftsperson", "craftspersons"),
    "tradesman": ("tradesperson", "tradespersons"),
    "draughtsman": ("drafter", "drafters"),
    "draftsman": ("drafter", "drafters"),
    "businessman": ("businessperson", "businesspersons"),
    "crewman": ("crew member", "crew members"),
    "serviceman": ("service member", "service members"),
    "middleman": ("intermediary", "intermediaries"),
    "layman": ("lay person", "lay persons"),
    "clergyman": ("member of the clergy", "members of the clergy"),
}
_OTHERS = {
    "manpower": "workforce",
    "manned": "staffed",
    "unmanned": "unstaffed",
    "mankind": "humankind",
    "stewardess": "flight attendant",
    "stewardesses": "flight attendants",
    "housewife": "homemaker",
    "housewives": "homemakers",
}
#: Old word to new, singular and plural.
NEUTRAL = {
    **{man: new for man, (new, _) in _OFFICES.items()},
    **{f"{man[:-3]}men": new for man, (_, new) in _OFFICES.items()},
    **_OTHERS,
}
_NOUN = expression(
    rf"\b(?:vice-|deputy-)?(?P<word>{'|'.join(sorted(NEUTRAL, key=len, reverse=True))})\b(?!-)",
    re.IGNORECASE,
)
_COUPLE = expression(
    r"\b(?P<first>husband|wife|husbands|wives)\s+(?P<joint>or|and)\s+"
    r"(?P<again>(?:his|her|their|the|an?)\s+)?(?P<second>husbands?|wife|wives)\b(?!['’])",
    re.IGNORECASE,
)
_OF_SPOUSES = ("wife", "wives", "husband", "widow")
_SPOUSE = expression(r"\b(?:wife|wives|husbands?)\b", re.IGNORECASE)
# A clause on a woman and her husband, or a man and his wife, is on the two, not on spouses.
_OF_HER = expression(r"\b(?:she|her|wom[ae]n)\b", re.IGNORECASE)
_OF_HIM = expression(r"\b(?:man|men)\b", re.IGNORECASE)
_WIDOWED = expression(r"\b(?:widow\s+or\s+widower|widower\s+or\s+widow)\b", re.IGNORECASE)
_MAN = expression(r"\b(?i:any|every|no|each|reasonable)\s+(?P<man>man)\b|\b(?P<men>men)\b")
_PARTNER = expression(r"\b(?:spouses?|civil partners?|cohabitants?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A word that names people by their sex: its offsets, and what says the same of everybody.

    ``neutral`` is empty where another word would change the law; ``why`` says what holds of it.
    """

    start: int
    end: int
    neutral: str
    why: str


def offices(text: str, law: str) -> Iterator[Named]:
    """Offices and trades named in the masculine.

    Args:
        text: the clause.
        law: the whole text, which may have the neutral word already, or use it for something else.
    """
    if not holds_one(text.lower(), NEUTRAL):  # as most
        return
    for match in _NOUN.finditer(text):
        start, end = match.span("word")
        word = match["word"]
        begins = re.search(r"(?:^|[.;:—)])\s*$", text[max(0, start - 9) : start]) is not None
        neutral, why = _office(word.lower() if begins else word, text, end, law)
        if neutral and word[0].isupper():
            neutral = neutral[:1].upper() + neutral[1:]
        yield Named(start, end, neutral, why)


def _office(word: str, text: str, end: int, law: str) -> tuple[str, str]:
    lower = word.lower()
    neutral = NEUTRAL[lower]
    if lower in _OTHERS:
        return neutral, f"“{lower}” speaks of people by their sex; “{neutral}” speaks of everybody."
    if _of_another_law(word, text, end, law):
        return "", (
            f"“{word}” names the holder of an office in the masculine; the office is another "
            "law’s, whose word this one follows."
        )
    if lower.startswith("chair") and _says(r"\bchairs?\b(?! of\b)", law):
        neutral = "chair" if lower == "chairman" else "chairs"
    elif not lower.startswith("chair") and _says(rf"(?i)\b{neutral}\b", law):
        return "", (
            f"“{word}” names people in the masculine; “{neutral}”, which would not, has a use of "
            "its own in this law."
        )
    return neutral, f"“{word}” names the holder of an office, or a worker, in the masculine."


def _of_another_law(word: str, text: str, end: int, law: str) -> bool:
    """Whether an office, or the body that has it, is only spoken of in this law."""
    body = re.match(r"\s+of\s+(?:the\s+|An\s+)?([A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)*)", text[end:])
    name = body[1] if body else word
    if name[0].islower():
        return False
    own = rf"\b{re.escape(name)}\b[^.;]{{0,80}}\b(?:established|shall be appointed|is appointed)\b"
    made = rf"\b(?:known as|establish\w*|appoint\w*|office of)\b[^.;]{{0,80}}\b{re.escape(name)}\b"
    defined = rf"[“‘\"](?:the )?{re.escape(name)}[”’\"],? means (?!the {re.escape(name)}\b)"
    return not _says(rf"{own}|{made}|{defined}", law)


@lru_cache(maxsize=256)
def _says(pattern: str, law: str) -> bool:
    """Kept, since a law is asked the same for each of its clauses."""
    return re.search(pattern, law) is not None


def spouses(text: str) -> Iterator[Named]:
    """Husbands and wives, where the rule is of both, or of one alone."""
    if not holds_one(text.lower(), _OF_SPOUSES):  # as most
        return
    both = list(_COUPLE.finditer(text))
    for match in both:
        yield Named(match.start(), match.end(), *_couple(match, text))
    widowed = list(_WIDOWED.finditer(text))
    for match in widowed:
        why = "“surviving spouse” says both, whatever the sex of the two."
        yield Named(match.start(), match.end(), "surviving spouse", why)
    if _both_apart(text):
        return
    for match in _SPOUSE.finditer(text):
        of_one = _OF_HER if match[0].lower().startswith("h") else _OF_HIM
        if not of_one.search(text) and not any(
            pair.start() <= match.start() < pair.end() for pair in (*both, *widowed)
        ):
            word = match[0].lower()
            yield Named(
                match.start(), match.end(), "",
                f"“{word}” speaks of one of two spouses; “spouse” would reach the other as well, "
                "which is for the drafter to decide.",
            )  # fmt: skip


def _couple(match: re.Match[str], text: str) -> tuple[str, str]:
    both = f"{match['first'].lower()} {match['joint'].lower()} {match['second'].lower()}"
    again = (match["again"] or "").strip().lower()
    if _PARTNER.search(text):
        return "", f"“{both}” stands beside another word for spouses or partners: choose one."
    if again not in ("", "the", "a", "an"):
        return "", f"“{both}” names spouses by their sex; the two pronouns must change with them."
    several = match["joint"].lower() == "and" or match["first"].lower().endswith("s")
    if several and re.search(r"\ban?\s+$", text[: match.start()], re.IGNORECASE):
        return "", f"“{both}” names spouses by their sex: say “spouses”, without the article."
    neutral = "spouses" if several else "spouse"
    return neutral, f"“{neutral}” says both, whatever the sex of the two."


def _both_apart(text: str) -> bool:
    """Whether a clause names wives and husbands, though not side by side: it is of both."""
    wives = re.search(r"\b(?:wife|wives|widows?)\b", text, re.IGNORECASE)
    return bool(wives and re.search(r"\b(?:husbands?|widowers?)\b", text, re.IGNORECASE))


def men(text: str) -> Iterator[Named]:
    """*Man* and *men* for people, as a law says that nowhere speaks of women."""
    for match in _MAN.finditer(text):
        one = match["man"] is not None
        start, end = match.span("man" if one else "men")
        neutral = "person" if one else "persons"
        yield Named(start, end, neutral, f"“{match[0]}” speaks of everybody as men.")
