"""The wings of a language by which a law is read: its own words, and who acts on whom in it.

Both are data, patterns and tables; :mod:`annotator.reading` puts them to use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


def word_set(words: str) -> frozenset[str]:
    """The words of a text, which a table of single words is written as."""
    return frozenset(words.split())


@dataclass(frozen=True, eq=False)
class HeadingTopics:
    """The words of headings by which a section's place in its law is told."""

    #: By issue, what a heading says under which its matter is regulated.
    headed: Mapping[str, re.Pattern[str]]
    #: What a heading says of what stands around the matter: the opening, the offences, the end.
    around: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class LawWords:
    """The words in which laws speak of themselves and of people, and in which they define.

    What a law is asked for comes likeliest first. The tables of single words are in lower case,
    unless a law writes them otherwise.
    """

    #: Words for each role: what a law calls it is sought among them.
    roles: Mapping[str, tuple[str, ...]]
    #: By role, the word for a law that has none, where one is needed all the same.
    general: Mapping[str, str]
    #: An authority (group 1); behind it, the words by which it has a power or a duty; before it,
    #: those by which something is done by it; and the singular of what names several.
    authority: re.Pattern[str]
    acts: re.Pattern[str]
    done_by: re.Pattern[str]
    authorities: Mapping[str, str]
    #: Whoever may have a power in a clause, a court too (group 1); and who acts in a sentence,
    #: whatever it is called (``actor``).
    decider: re.Pattern[str]
    acts_itself: re.Pattern[str]
    #: The verbs of duty, the first where a law has none; and the one of them that says other things
    #: too, by which only a law without the others commands.
    duty: Mapping[str, re.Pattern[str]]
    duty_alone: str
    #: A spouse or partner; in a law that knows spouses alone; by a law's own word for a partner.
    spouse: str
    spouse_alone: str
    #: Words of a law that knows couples who are not married.
    unmarried: tuple[str, ...]
    partners: Mapping[str, str]
    #: Who examines people; and the words of laws for it.
    practitioner: str
    practitioners: tuple[str, ...]
    #: Trafficking; the longer terms for it; where none of these says it, and one that holds whom.
    trafficking: str
    trafficking_terms: tuple[str, ...]
    trafficking_alone: re.Pattern[str]
    trafficking_in_whom: re.Pattern[str]
    #: How a duty to take account of something is put, with ``{must}``; and that of an ``{actor}``.
    account: str
    account_by: str
    #: An interview; and the kinds of it that laws tell apart.
    interview: str
    interviews: re.Pattern[str]
    #: A minister or ministry of several, told by the full name (group 1), and the one of its kind.
    another_minister: re.Pattern[str]
    full_name: re.Pattern[str]
    the_minister: re.Pattern[str]
    #: The verbs of detention; under what somebody is detained (the group ``power``).
    detains: tuple[str, ...]
    held_under: re.Pattern[str]
    #: What laws call themselves, and what codes call their chapters; which of these names give
    #: powers over persons, and by the others that can the law under which they are made.
    calls_itself: re.Pattern[str]
    #: Those of the names that a treaty bears.
    treaties: tuple[str, ...]
    calls_its_chapter: re.Pattern[str]
    gives_power: tuple[str, ...]
    made_under: Mapping[str, str]
    #: What laws call the parts of a section, an article ..., the usual word first.
    parts: Mapping[str, tuple[str, ...]]
    #: One of them as a law cites it, whatever it is called (group 1), in lower case.
    numbered_part: re.Pattern[str]
    #: Provisions cited by number, of this law or another: the word for them (group 1), the numbers.
    cited: re.Pattern[str]
    #: A subsection cited by its own level, and by its section.
    by_level: re.Pattern[str]
    by_section: re.Pattern[str]
    #: Two spellings as laws write them; the first as templates have it, and what to put there.
    ess_written: re.Pattern[str]
    zed_written: re.Pattern[str]
    ess: re.Pattern[str]
    zed: str
    #: What Britain and America spell apart, and how to write it as in America.
    british_written: re.Pattern[str]
    american_written: re.Pattern[str]
    american: Mapping[str, str]
    examines: re.Pattern[str]
    #: A term (group 1) between quotation marks; before a verb that defines; and in words that give
    #: it a meaning for one clause.
    quoted: re.Pattern[str]
    defines: re.Pattern[str]
    defines_here: re.Pattern[str]
    #: How far a definition says that it reaches: its own provision; the part above it (group 1, the
    #: level); and the provisions from one number (group 1) to another (group 2).
    reaches_here: re.Pattern[str]
    reaches_above: re.Pattern[str]
    reaches_between: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class ActorWords:
    """How clauses say who acts on whom.

    ``passive``, ``active`` and ``on_a_person`` are written as the patterns of templates are
    (:mod:`annotator.library.patterns`), with ``{participle}`` or ``{verb}`` for that of the deed.
    """

    #: An authority or officer who acts (the group ``actor``).
    actor: re.Pattern[str]
    #: Somebody suffers a deed; an officer (the group ``actor``) does it; and what the second goes
    #: on with where a person suffers it.
    passive: str
    active: str
    on_a_person: str
    #: The end of the words before an actor who is the second of two.
    joins: re.Pattern[str]
    #: Any word for a person; the one for all of them; the words that say no more than it does; and
    #: those that another may stand beside for the same person.
    persons: re.Pattern[str]
    person: str
    general: frozenset[str]
    beside_another: frozenset[str]
    #: The general noun for sending somebody out of the country; and by noun, the words for it.
    removal: str
    removals: Mapping[str, re.Pattern[str]]
