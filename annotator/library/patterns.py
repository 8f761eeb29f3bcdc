"""The small pattern language of the templates: regular expressions that forgive typography.

In a pattern a blank stands for any white space, a line break too, because laws are wrapped where
the printer pleased; a straight apostrophe stands for a curly one. Letters match in either case.
``[^.]*`` reaches to the end of the sentence, over 2,000 characters at most.
``{person}`` stands for any word for the person whom a clause concerns, ``{officer}`` for any word
for those who enforce the law, ``{permit}`` for any word for leave to stay, ``{must}`` for any modal
verb, ``{gives}`` for what a clause gives a right by, ``{lets}`` for that and for what it lets
somebody do; ``{sends_nobody}`` is found where a clause forbids that somebody be sent out of the
country, or come back, ``{punishes}`` where it punishes,
``{detains}`` where it is of detention, ``{decides}`` where it leaves something to a decision or a
judgement, ``{empowers}`` where it gives a power, ``{on_arrest}`` where it is of what may be done to
one who is arrested or has escaped, and not of whether custody goes on, ``{by_office}`` where
members of a body sit by virtue of their offices, ``{few_members}`` where they may be two to six,
``{many_members}`` where they are more, ``{leads_elsewhere}`` where a clause speaks of other
provisions, ``{another_field}`` in a clause of another field of law with no word of migration in it,
``{abroad}`` where it pays for what is done in other countries, ``{residence_waived}`` where a
clause on citizenship asks no residence, ``{at_own_request}`` where who is removed asks for it,
``{laid_on_wives}`` where a clause burdens wives. ``{excepting} {women}{of_them}`` are the words
that shut women out: *other than a woman who is married to an alien*.

A pattern of somebody else's library is :class:`Guarded`: it is matched by the ``regex`` package,
which gives up after a time, because one that backtracks without end would stop the program.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Protocol, cast

import msgspec

from annotator.expressions import expression
from annotator.lang.en.actors import PERSON
from annotator.lang.en.citing import LEADS_ELSEWHERE
from annotator.lang.en.coercion import DETAINS, ON_ARREST, PUNISHES
from annotator.lang.en.decisions import BY_OFFICE, DECIDES, EMPOWERS, FEW_MEMBERS, MANY_MEMBERS
from annotator.lang.en.fields import ABROAD, ANOTHER_FIELD
from annotator.lang.en.grants import (
    EXCEPTING,
    GIVES,
    LETS,
    OF_THEM,
    RESIDENCE_WAIVED,
    WOMEN,
)
from annotator.lang.en.persons import OFFICER
from annotator.lang.en.protections import LAID_ON_WIVES
from annotator.lang.en.removal import AT_OWN_REQUEST, SENDS_NOBODY
from annotator.library.model import Cues, Form, Template

PERMIT = (
    "permits?|permissions?|visas?|residence|leave to (?:remain|enter|stay)|status|"
    "right of residence|authori[sz]ations?|permanent resident status"
)
#: What stands in braces in a pattern, and the pattern that it stands for.
NAMES = {
    "{person}": f"(?:{PERSON})",
    "{officer}": f"(?:{OFFICER})",
    "{permit}": f"(?:{PERMIT})",
    "{must}": "(?:shall|must|may|can|is to|are to)",
    "{gives}": f"(?:{GIVES})",
    "{lets}": f"(?:{LETS})",
    "{sends_nobody}": SENDS_NOBODY,
    "{leads_elsewhere}": LEADS_ELSEWHERE,
    "{another_field}": ANOTHER_FIELD,
    "{abroad}": f"(?:{ABROAD})",
    "{residence_waived}": f"(?:{RESIDENCE_WAIVED})",
    "{at_own_request}": f"(?:{AT_OWN_REQUEST})",
    "{punishes}": PUNISHES,
    "{detains}": DETAINS,
    "{decides}": DECIDES,
    "{empowers}": EMPOWERS,
    "{on_arrest}": ON_ARREST,
    "{by_office}": BY_OFFICE,
    "{few_members}": FEW_MEMBERS,
    "{many_members}": MANY_MEMBERS,
    "{excepting}": EXCEPTING,
    "{women}": WOMEN,
    "{of_them}": OF_THEM,
    "{laid_on_wives}": f"(?:{LAID_ON_WIVES})",
}
_UNKNOWN_NAME = expression(r"\{[a-z]\w+\}")
# "[^.]*", "[^.;]*": the rest of the sentence.
_SENTENCE = expression(r"(\[\^\.;?\])\*")
#: Characters of it that are looked through, which come to some 300 words. A sentence that does not
#: end would else be looked through from every word with which the pattern may begin.
_LONGEST_SENTENCE = 2000


#: Seconds of computing that a guarded pattern may take for one search. Those of the library take
#: some ten millionths of one.
_PATIENCE = 0.1


class Pattern(Protocol):
    """What :func:`compiled` gives: the two things that are asked of a regular expression."""

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The first place where it is found."""

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        """Every place where it is found."""


class Guarded(str):
    """A pattern from a library that is not ours, which may be slow without end."""

    __slots__ = ()


class SlowPatternError(Exception):
    """A guarded pattern that was not done in time; ``pattern`` is it, as written."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.pattern = pattern


def shown_in(patterns: Iterable[str], words: str) -> bool:
    """Whether one of ``patterns`` is found in ``words``."""
    return any(compiled(pattern).search(words) for pattern in patterns)


def compiled(pattern: str) -> Pattern:
    """Compile a pattern once.

    Raises:
        re.error: the pattern is no regular expression, or uses a name in braces that is not known.

    >>> bool(compiled("person's right").search("the person’s\\n right"))
    True
    """
    # Not cached together: a guarded pattern is equal to a plain one of the same characters.
    if isinstance(pattern, Guarded):
        return _guarded(pattern)
    return cast(Pattern, _trusted(pattern))


@cache
def _trusted(pattern: str) -> re.Pattern[str]:
    return re.compile(_written_out(pattern), re.IGNORECASE)


@cache
def _guarded(pattern: Guarded) -> Pattern:
    # Imported here: who uses no library but ours does without it.
    import regex

    written = _written_out(pattern)
    re.compile(written)  # what only `regex` understands would not be the same language
    try:
        return _GuardedPattern(pattern, regex.compile(written, regex.IGNORECASE))
    except regex.error as error:
        raise re.error(error.msg) from error


class _GuardedPattern:
    """A pattern that is given up after a time."""

    def __init__(self, pattern: str, compiled_pattern: Any) -> None:
        self._pattern = pattern
        self._compiled = compiled_pattern

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        try:
            found = self._compiled.search(text, pos, min(endpos, len(text)), timeout=_PATIENCE)
        except TimeoutError:
            raise SlowPatternError(self._pattern) from None
        return cast("re.Match[str] | None", found)

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        try:
            # At once: else its time would go on while something is done with what was found.
            found = list(self._compiled.finditer(text, pos, timeout=_PATIENCE))
        except TimeoutError:
            raise SlowPatternError(self._pattern) from None
        yield from found


def _written_out(pattern: str) -> str:
    if "{" in pattern:
        for name, words in NAMES.items():
            pattern = pattern.replace(name, words)
    if unknown := _UNKNOWN_NAME.search(pattern):
        raise re.error(f"{unknown[0]} stands for nothing")
    pattern = _SENTENCE.sub(rf"\1{{0,{_LONGEST_SENTENCE}}}", pattern)
    return re.sub(r" (?![*+?{])", r"\\s+", pattern).replace("'", "['’]")


def patterns_of(template: Template) -> Iterator[str]:
    """Every pattern that a template holds."""
    yield from _of_cues(template.when)
    yield from template.unless
    for form in template.forms:
        yield from _of_cues(form.when)
        yield from filter(None, (form.after, form.before))
        yield from (replacement.from_ for replacement in form.replace)


def _of_cues(cues: Cues) -> Iterator[str]:
    yield from (*cues.all, *cues.any, *cues.none)


def guarded(template: Template) -> Template:
    """The template with all its patterns guarded."""
    return msgspec.structs.replace(
        template,
        when=_guarded_cues(template.when),
        unless=tuple(map(Guarded, template.unless)),
        forms=tuple(map(_guarded_form, template.forms)),
    )


def _guarded_form(form: Form) -> Form:
    return msgspec.structs.replace(
        form,
        when=_guarded_cues(form.when),
        after=Guarded(form.after),
        before=Guarded(form.before),
        replace=tuple(
            msgspec.structs.replace(one, from_=Guarded(one.from_)) for one in form.replace
        ),
    )


def _guarded_cues(cues: Cues) -> Cues:
    return msgspec.structs.replace(
        cues,
        all=tuple(map(Guarded, cues.all)),
        any=tuple(map(Guarded, cues.any)),
        none=tuple(map(Guarded, cues.none)),
    )
