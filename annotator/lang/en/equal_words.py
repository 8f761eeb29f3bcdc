"""The equal rule in a clause's own words: each word of one sex, and what agrees with it.

:func:`equal_words` gives the smallest changes by which a rule of status covers both sexes: *his
wife* becomes *his or her spouse*, *a woman who* becomes *a person who*, *whose father* becomes
*whose father or mother*. Pronouns, possessives and reflexives agree. It gives none where what comes
out would not be plain, or where the rule is about what befalls one sex alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from annotator.expressions import expression
from annotator.lang.en.agreeing import Change, agreeing
from annotator.lang.en.inflection import capitalised, indefinite_article

#: Whom the words of one sex are put for: spouses; whoever the rule is about, with spouses; parents
#: through either of whom something is given; or parents of whom each must be what bars somebody.
#: Of *both limbs*, the one that gives to one sex is put for either, and the one that gives less to
#: the other is struck; and so is the condition, that of a husband's or a father's consent, on which
#: one sex has what the clause gives (*unconditional*).
Sexed = Literal["spouse", "person", "parent", "each parent", "both limbs", "unconditional"]

_Words = Callable[[re.Match[str]], str]
_WHOSE = r"(?P<whose>his or her|his|her|its|whose|the person's|the child's|that person's)"
_TRAITS = r"(?P<trait>(?:(?:married|unmarried|single|divorced|foreign) )?)"
_DET = r"(?P<det>an?|any|every|each|the|such|that|no|another)"
#: What follows somebody who is no *woman officer*.
_VERB = (
    r"[,.;:)]| (?:who|whom|whose|of|in|on|at|to|by|with|from|and|or|if|is|was|has|had|may|"
    r"shall|must|can|does|married|holding|residing|resident|born|aged|under|over|working|employed|"
    r"naturali[sz]ed|acquires?|becomes?|receives?|applies|makes)\b"
)
_AGREES = {"his": "his or her", "her": "his or her"}
#: What befalls one sex, or is done by one for its privacy; and what names the sexes as such.
_ABOUT_ONE_SEX = expression(
    r"\b(?:pregnan\w*|matern\w*|childbirth|confinement|breast\w*|nursing|with child|search\w*|"
    r"same sex|opposite sex|violen\w*|rape[d]?|prostitut\w*|polygam\w*|surnames?|dower|dowry|"
    r"separate (?:rooms?|quarters|accommodation)|(?:weaker|gentle) sex|"
    r"wed|wedlock|(?:il)?legitima\w*|his wives)\b",
    re.IGNORECASE,
)
#: What the law of the past did to one sex on marriage, which no new word makes true of the other.
_PAST = expression(
    r"\b(?:acquired|lost|ceased|became|obtained|deemed)\b(?=.*\bmarri\w+)(?=.*\b1[89]\d\d\b)|"
    r"\bmarri\w+\b[^.;:]{0,80}\b1[89]\d\d\b(?=.*\b(?:acquired|lost|ceased|became|obtained)\b)",
    re.IGNORECASE | re.DOTALL,
)
_EITHER = expression(
    r"\b(?:(?:grand)?(?:father|mother) (?:or|and) (?:the |his or her )?(?:grand)?(?:father|mother)|"
    r"(?:man|woman|husband|wife) (?:or|and) (?:a |the )?(?:man|woman|husband|wife)|"
    r"fianc[ée] or fianc[ée]e)\b",
    re.IGNORECASE,
)
_SEXED = expression(
    r"\b(?:wom[ae]n|m[ae]n|(?:fe)?males?|wives|wife|husbands?|(?:grand)?(?:fathers?|mothers?)|"
    r"sons?|daughters?|brothers?|sisters?|widow\w*|girls?|boys?|lad(?:y|ies)|gentlem[ae]n|"
    r"brides?|fianc[ée]+s?|paternal\w*|maternal\w*)\b",
    re.IGNORECASE,
)
# "...; but a woman may bring her husband only if she can maintain him."
_GIVES_LESS = (
    r"(?=[^.;]*\b(?:wom[ae]n|females?|husbands?|m[ae]n|males?|wife|wives)\b)"
    r"(?=[^.;]*\b(?:(?:shall|may|must|is|are|does|do) (?:not|only)|only|no (?:such|like|right|"
    r"corresponding|pass|permit)|nothing in this|unless|except|save|if|where|"
    r"with (?:the )?(?:consent|approval|leave|permission)|with proof|subject to)\b)[^.;]*"
)
_LESS = expression(
    rf"[;,]\s+(?:but|and|whereas|while)\s{_GIVES_LESS}(?=[.]?\s*$)|"
    rf";\s+(?=(?:an?|the|any|every|no|for|in)\s){_GIVES_LESS}(?=[.]?\s*$)|"
    rf"(?<=[.])\s+(?=[A-Z]){_GIVES_LESS}[.]?(?=\s*$)"
)
_OF_A_KINSMAN = (
    r"(?:(?:her|the|an?) )?"
    r"(?:husband|father|brother|(?:male )?guardian|male relati(?:ve|on)|parents?)"
)
_END = r"(?=[.;]|$|,(?! (?:who|which|whose)\b))"
_BY_A_KINSMAN = expression(rf"\b(?:to|of|with|by) {_OF_A_KINSMAN}(?: or {_OF_A_KINSMAN})*\b")
# "only with the written consent of her husband or, if she has none, her father"
_CONSENT = expression(
    r",? (?:only )?(?:with|(?:upon|on)(?: production of)?|after obtaining|subject to) (?:the )?"
    r"(?:(?:prior|previous|written|express) )*"
    r"(?:consent|permission|authori[sz]ation|approval|agreement|leave)(?: in writing)? of "
    rf"{_OF_A_KINSMAN}(?:,? (?:or|and)(?: of)?(?:, [^,.;]{{1,30}},)? {_OF_A_KINSMAN})*{_END}|"
    rf",? (?:only )?(?:if|where|provided that) {_OF_A_KINSMAN}(?: or {_OF_A_KINSMAN})* "
    r"(?:consents?|has consented|agrees?|has agreed|approves?|permits?)"
    r"(?: thereto| to (?:it|this))?(?: in writing)?"
    rf"(?:,? and (?:the|that|his|such) (?:consent|agreement) [^,.;]*)?{_END}|"
    rf",? (?:only )?(?:if|when|where) (?:she is )?accompanied by {_OF_A_KINSMAN}"
    rf"(?: or {_OF_A_KINSMAN})*{_END}"
)
_MEN = expression(r"\b(?:m[ae]n|males?|wife|wives)\b", re.IGNORECASE)
_WOMEN = expression(r"\b(?:wom[ae]n|females?|husbands?)\b", re.IGNORECASE)
_OTHERS = ((_MEN, _WOMEN), (_WOMEN, _MEN))
_DEPENDANTS = expression(
    r"\b(?:(child(?:ren)?|minors?|sons?|daughters?)|(parents?|mother|father)|(dependants?))\b",
    re.IGNORECASE,
)
_FIRST = expression(rf"(?:{_DET}|whose|his or her)\s+", re.IGNORECASE)


def equal_words(text: str, sexed: Sexed) -> list[Change]:
    """The changes that make an equal rule of a clause, in their order; none where it is not plain.

    >>> equal_words("A pass shall include his wife, if she asks.", "spouse")
    [(21, 29, 'his or her spouse'), (34, 37, 'that spouse')]
    >>> equal_words("Any person whose father was born here may apply.", "parent")
    [(17, 23, 'father or mother')]
    """
    if _ABOUT_ONE_SEX.search(text) or _PAST.search(text):
        return []
    if sexed == "both limbs":
        return _without_contrast(text)
    if sexed == "unconditional":
        return _without_consent(text)
    nouns = _nouns(text, sexed)
    if not nouns:
        return []
    more = agreeing(text, nouns, of_parents="parent" in sexed, barred=sexed == "each parent")
    if more is None:
        return []
    changes = sorted([*nouns, *more])
    return changes if _is_even(_changed(text, changes)) else []


def _without_contrast(text: str) -> list[Change]:
    """Those of the first limb, and the second struck, which gives less to the other sex."""
    found = _LESS.search(text)
    if found is None:
        return []
    given, less = text[: found.start()], found[0]
    if not any(one.search(given) and other.search(less) for one, other in _OTHERS):
        return []
    if not _named(_BY_A_KINSMAN.sub("", less)) <= _named(given):
        return []
    changes = equal_words(given, "person")
    return [*changes, (found.start(), found.end(), "")] if changes else []


def _without_consent(text: str) -> list[Change]:
    """The condition struck, and the rest put for both; none where there is more than one."""
    found = list(_CONSENT.finditer(text))
    if len(found) != 1:
        return []
    start, end = found[0].span()
    changes = equal_words(text[:start] + text[end:], "person")
    if not changes or any(at < start < to for at, to, _ in changes):
        return []
    gone = end - start
    moved = [(at + gone, to + gone, words) for at, to, words in changes if at >= start]
    return sorted([*(one for one in changes if one[0] < start), (start, end, ""), *moved])


def _named(words: str) -> set[int | None]:
    return {found.lastindex for found in _DEPENDANTS.finditer(words)}


def _nouns(text: str, sexed: Sexed) -> list[Change]:
    """The nouns, each with its possessive or its article where that changes with it."""
    found: list[Change] = []
    for pattern, words in _RULES[sexed]:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end, _ in found):
                continue
            found.append(_least(match, words(match)))
    return sorted(found)


def _least(match: re.Match[str], words: str) -> Change:
    """The change without the article at its beginning, or the *whose*, that stays as it is."""
    start, old = match.start(), match[0]
    words = capitalised(words) if old[:1].isupper() else words
    first = _FIRST.match(old)
    if first and words.startswith(first[0]):
        return start + first.end(), match.end(), words[first.end() :]
    return start, match.end(), words


def _changed(text: str, changes: list[Change]) -> str:
    for start, end, words in reversed(changes):
        text = text[:start] + words + text[end:]
    return text


def _is_even(text: str) -> bool:
    return _SEXED.search(_EITHER.sub("", text)) is None


def _whose(match: re.Match[str]) -> str:
    whose = match["whose"]
    return _AGREES.get(whose.lower(), whose)


def _spouse_of(match: re.Match[str]) -> str:
    word = "surviving spouse" if match["noun"].lower() == "widow" else "spouse"
    return f"{_whose(match)} {match['own'] or ''}{word}"


def _spouse(match: re.Match[str]) -> str:
    word = "surviving spouse" if match["noun"].lower().startswith("widow") else "spouse"
    return f"{word}s" if match["noun"].lower() in ("wives", "husbands", "widows") else word


def _person(match: re.Match[str]) -> str:
    words = f"{match['trait']}{'alien' if match['alien'] else 'person'}"
    return f"{_article(match['det'], words)} {words}"


def _of_either_sex(match: re.Match[str]) -> str:
    return f"{_article(match['det'], match['noun'])} {match['noun']}"


def _article(det: str, word: str) -> str:
    return indefinite_article(word) if det.lower() in ("a", "an") else det.lower()


def _each_parent(match: re.Match[str]) -> str:
    return f"each of {_whose(match)} parents"


def _parent(match: re.Match[str]) -> str:
    return f"{_whose(match)} {match['own'] or ''}father or mother"


def _grandparent(match: re.Match[str]) -> str:
    return f"{_whose(match)} grandfather or grandmother"


def _rule(pattern: str, words: _Words) -> tuple[re.Pattern[str], _Words]:
    forgiving = pattern.replace("'", "['’]").replace(" ", r"\s+")
    return expression(forgiving, re.IGNORECASE), words


_SPOUSES = (
    _rule(rf"\b{_WHOSE} (?P<own>own |foreign |alien )?(?P<noun>wife|husband|widow)\b", _spouse_of),
    _rule(r"\b(?P<noun>wife|husband|widow|wives|husbands|widows)\b", _spouse),
    _rule(r"(?<!or\s)\bfianc(?P<accent>é|e)e\b", lambda m: f"fianc{m['accent']} or {m[0]}"),
)
_PERSONS = (
    # "for himself and, if he is a man, for his wife"; "a refugee who is a man"
    _rule(r", (?:if|where) (?:he|she|that person) is an? (?:wo)?man,(?= )", lambda match: ""),
    _rule(
        r"(?<=\w) (?:who|that) is an? (?:wo)?man(?= (?:may|shall|must|can|is|has)\b)",
        lambda match: "",
    ),
    _rule(rf"\b{_DET} {_TRAITS}(?P<alien>alien )?(?:woman|man)\b(?!-)(?={_VERB})", _person),
    # one of two: "in the case of a joint adoption, the male adopter"
    _rule(r"\bthe male (?P<noun>adopter|applicant|parent)\b", lambda m: f"either {m['noun']}"),
    _rule(
        rf"\b{_DET} (?:fe)?male (?!(?:of|or|and|who|is|in|to|may|shall)\b)(?P<noun>\w+)\b",
        _of_either_sex,
    ),
)
_GRANDFATHER = _rule(rf"\b{_WHOSE} (?:father's father|paternal grandfather)\b", _grandparent)
_RULES: dict[str, tuple[tuple[re.Pattern[str], _Words], ...]] = {
    "spouse": _SPOUSES,
    "person": (*_PERSONS, *_SPOUSES),
    "parent": (
        _GRANDFATHER,
        _rule(rf"\b{_WHOSE} (?P<own>(?!natural\b|grand)[a-z]+ )?father\b(?!')", _parent),
        _rule(r"\bthe father\b(?!')", lambda match: "the father or mother"),
        _rule(r"\ba father\b(?!')", lambda match: "a parent"),
    ),
    "each parent": (
        _rule(rf"\b{_WHOSE} father\b(?!')(?! or\b)", _each_parent),
        _rule(r"\bthe father\b(?!')(?! or\b)", lambda match: "each parent"),
    ),
}
