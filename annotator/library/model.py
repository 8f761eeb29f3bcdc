"""What a template is made of: frozen structs, as the loader reads them from YAML.

A template proposes one idea, and carries one or several *forms* of it: the same idea as a phrase
where the clause has a place for one, else as a new subsection. The first form that fits the clause
is used.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from annotator.lang.contract import DraftingStyle as DraftingStyle
from annotator.lang.en.equal_words import Sexed
from annotator.schema import Strength

Operation = Literal[
    "insert_phrase",
    "insert_sentence",
    "insert_subsection",
    "add_list_item",
    "replace_term",
    "replace_sentence",
    "add_ground",
    "delete",
]
#: Those that add to the provision, rather than within the clause's own sentence.
ADDING: frozenset[Operation] = frozenset(("insert_subsection", "insert_sentence"))
Kind = Literal["treaty", "eu", "soft"]
#: Levels of WHO's Gender Responsive Assessment Scale (2011) that an amendment can reach:
#: 3 sensitive, 4 specific, 5 transformative. 1 is unequal and 2 blind: what is to be mended.
WhoLevel = Literal[3, 4, 5]
#: What a deletion takes away: the clause, the sentence that ``after`` is found in, or its words.
Extent = Literal["clause", "sentence", "words"]


class _LibraryEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every struct here: frozen, and strict about the keys that a file may have."""


class Cues(_LibraryEntry, frozen=True):
    """What a clause must show for a template, or one form of it, to fit.

    ``all``, ``any`` and ``none`` are patterns (see :mod:`.patterns`) that must all, at least one,
    and must not be found in the clause read with its lead-in. ``does`` lists verbs, one of which
    must be what the clause itself does: a verb of its main sentence, not one of *a person who may
    be removed* (:mod:`annotator.lang.en.clauses`). ``action`` lists verbs, one of which the
    clause must use of somebody (``may search a person``, ``may be searched``); ``of`` narrows who
    that is. Each pattern of ``any`` that is found raises the template's rank.
    """

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    action: tuple[str, ...] = ()
    of: Literal["person", ""] = ""


class Replacement(_LibraryEntry, frozen=True, rename={"from_": "from"}):
    """Words to put in place of others: a pattern, and a text that may use its groups."""

    from_: str
    to: str


class Form(_LibraryEntry, frozen=True):
    """One way to put the idea into the clause.

    Where the words go is said by one of ``after`` and ``before`` (a pattern in the clause) or by
    ``at``: ``actor`` (after who acts), ``action`` (after the participle of a passive), ``end``
    (before the closing punctuation). ``replace_sentence`` puts its text in place of the sentences
    that show ``after``, by default a word that names a sex. ``replace_term`` puts its ``replace``,
    or the words that make a rule on one sex ``equal`` for both, which says for whom the words of a
    sex are put (:mod:`annotator.lang.en.equal_words`). A new subsection, a sentence and a list
    item find their own place. ``style`` keeps a form for laws in sections or in articles. ``text``
    is a jinja template.
    """

    operation: Operation
    text: str = ""
    at: Literal["actor", "action", "end", ""] = ""
    after: str = ""
    before: str = ""
    style: Literal["section", "article"] | None = None
    when: Cues = Cues()
    replace: tuple[Replacement, ...] = ()
    equal: Sexed | None = None
    extent: Extent = "clause"

    @property
    def adds(self) -> bool:
        """Whether it adds to the provision, rather than within the clause's own sentence."""
        return self.operation in ADDING


class Cite(_LibraryEntry, frozen=True):
    """A commitment that calls for the amendment: the key of an instrument, and a place in it."""

    instrument: str
    at: str = ""
    verified: bool = False


class TemplateExample(_LibraryEntry, frozen=True):
    """A clause invented to show the template at work, and the words it must give.

    ``law`` stands for the rest of the law, from which its terms and its modal verb are read. The
    ``number`` says whether the clause is a subsection, a whole section or an article. ``misread``
    lists it as one that the trained pipeline still flags once it is amended, though it is mended:
    that is the pipeline's fault, and no reason to write another example.
    """

    text: str
    after: str = ""
    law: str = ""
    number: str = "11(1)"
    lead_in: str = ""
    misread: bool = False


class Template(_LibraryEntry, frozen=True):
    """One amendment of the library.

    ``issues`` are those of which the clause must raise one, ``labels`` the labels it is for.
    ``unless`` are patterns that, found in the clause's section, show that the law already says so,
    save in a clause that is known to be about another deed. A ``fallback`` is the general amendment
    of an issue, proposed only where the clause itself regulates the matter and no other template
    fits. One ``on_migration`` speaks of migrants or of those who hold them, and is proposed in no
    other law. One that is needed ``once`` speaks for the whole law where several of its sections
    want it, at the first of them. ``who_level`` is the level of WHO's scale that the mended clause
    reaches: 3 where it takes gender into account or drops a distinction, 4 where it meets needs of
    women, of men or of a group of them, 5 where it changes the rule or the power that keeps them
    unequal. ``gcm`` are objectives of the Global Compact for Migration that it serves. ``file`` and
    ``line`` say where it is written, ``folder`` in whose library: empty for ours.
    """

    id: str
    need: str
    issues: tuple[str, ...]
    labels: tuple[Literal["blind", "regressive"], ...]
    when: Cues
    unless: tuple[str, ...]
    forms: tuple[Form, ...]
    reason: str
    cites: tuple[Cite, ...]
    strength: Strength
    who_level: WhoLevel
    gcm: tuple[int, ...]
    examples: tuple[TemplateExample, ...]
    counter_examples: tuple[TemplateExample, ...]
    file: str
    fallback: bool = False
    on_migration: bool = False
    once: bool = False
    line: int = 0
    folder: str = ""

    @property
    def where(self) -> str:
        """Where it is written, as a message names it: ``search.yaml line 3: template x``."""
        line = f" line {self.line}" if self.line else ""
        return f"{self.file}{line}: template {self.id}"


class Instrument(_LibraryEntry, frozen=True):
    """An instrument that states have signed, the EU has enacted, or a body has recommended.

    ``date`` is that of adoption or signature, ``in_force`` and ``repealed`` are dates too, empty
    where not known or not so; ``replaced_by`` took the place of what is repealed. ``consensus``
    says that states adopted it without a vote, ``regional`` that it was made among the states of
    a region, as all EU law was, and ``region`` of which, by its name in ``regions.yaml``. Who is
    party to a treaty stands in ``parties.yaml`` (:mod:`annotator.bindings.standing`).
    """

    key: str
    title: str
    short: str
    kind: Kind
    date: str
    binding: bool
    in_force: str = ""
    repealed: str = ""
    replaced_by: str = ""
    consensus: bool = False
    regional: bool = False
    region: str = ""

    @property
    def made_for(self) -> str:
        """The region for whose states it was made; empty where for all, or for one without a name.

        What the Union enacts is made for Europe: whom it binds, or will bind, is another question.
        """
        return self.region or ("europe" if self.kind == "eu" else "")

    @property
    def is_regional(self) -> bool:
        """Whether it was made among the states of a region."""
        return self.regional or bool(self.made_for)


class Parties(_LibraryEntry, frozen=True):
    """Who has accepted an instrument, as ISO 3166-1 alpha-2 codes, by a list of a certain day.

    ``source`` says in words what was read. Where the list is not ``complete``, a country that it
    lacks may yet be a party. ``signatories`` have signed and not ratified. ``reservations`` gives
    by country, in a sentence of our own, what it does not accept.
    """

    as_of: str
    source: str
    complete: bool
    states: tuple[str, ...]
    signatories: tuple[str, ...] = ()
    reservations: dict[str, str] = {}


class Europe(_LibraryEntry, frozen=True):
    """The European Union: its members, its candidates, and who stands outside which of its laws.

    ``opt_outs`` names by member the keys of the instruments that do not bind it, ``bound`` those
    that were found to bind a member with opt-outs: of the others nothing is known. ``schengen`` are
    all states of the Schengen area; ``schengen_acquis`` the keys of the instruments that bind those
    of them too that are no members.
    """

    as_of: str
    source: str
    members: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    schengen: tuple[str, ...] = ()
    schengen_acquis: tuple[str, ...] = ()
    opt_outs: dict[str, tuple[str, ...]] = {}
    bound: dict[str, tuple[str, ...]] = {}


class Section(_LibraryEntry, frozen=True):
    """What a need asks of a law as a whole, and the words of a section that would provide it.

    ``lacks`` says in a sentence what a law provides that meets the need. ``met`` are patterns that
    show a clause to provide it; where there are none, those of the templates' ``unless`` do.
    ``text`` holds the new section's subsections, jinja templates like those of a form; it is empty
    where nobody has written one. ``presupposes`` names acts that some clause of the law must have
    done: without them the law has nothing that the need is of. ``anywhere`` are patterns that
    meet it in any clause, whatever that is about. ``despite`` are patterns of clauses
    that say the contrary, which the text names and sets aside with its slot ``over``; a section
    that would set aside many is not put into words.
    """

    need: str
    lacks: str
    presupposes: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    heading: str = ""
    text: tuple[str, ...] = ()


class Matter(_LibraryEntry, frozen=True):
    """What a clause is about: the search of persons, the time for an appeal.

    ``when`` are the cues that show it, ``issues`` those that it belongs to. ``does`` and ``asks``
    say in a drafter's words what a clause on it does, and what is for policy to decide. ``needs``
    are the needs that are about the same deed. A ``condition`` is one of several that a clause may
    name; a ``mention`` is shown by words that a clause on anything may have; a ``general`` matter
    by nothing but the clause's issue.
    """

    name: str
    does: str
    asks: str
    issues: tuple[str, ...] = ()
    when: Cues = Cues()
    needs: tuple[str, ...] = ()
    condition: bool = False
    mention: bool = False
    general: bool = False


class Act(_LibraryEntry, frozen=True):
    """What words of the library presuppose to be done: *a person detained under this section*.

    ``named`` are patterns of the words, ``when`` the cues by which a clause shows that by its power
    the act is done: in its main sentence, where ``main``, and not in a condition. ``own`` asks the
    clause beside which the words stand, though they speak of all of its section. One without
    ``named`` is asked of the whole law by the sections that presuppose it.
    """

    name: str
    named: tuple[str, ...] = ()
    when: Cues = Cues()
    main: bool = False
    own: bool = False


class SectionKind(_LibraryEntry, frozen=True):
    """A kind of section or clause in which little of the library belongs: one on evidence, on fees.

    It is known by its ``heading`` or by what a clause ``says``, patterns that show it, save where
    the clause shows one of ``save``. What ``admits`` names, an issue or a need, may be put there;
    of one that bars only what stands ``beside`` its clauses, words may go into a clause. A
    ``whole`` one is told by what the section says, too, one that stands ``above`` by the titles of
    the Parts and schedules that hold it.
    """

    name: str
    heading: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    save: tuple[str, ...] = ()
    admits: tuple[str, ...] = ()
    beside: bool = False
    whole: bool = False
    above: bool = False


class Library(_LibraryEntry, frozen=True):
    """Templates in the order of their files, and the instruments that they cite, by key.

    ``terms`` are a country's words for the roles of its laws, likeliest first; ``broken`` says in
    a sentence each what of a country's library could not be used.
    """

    templates: tuple[Template, ...]
    instruments: dict[str, Instrument]
    terms: dict[str, tuple[str, ...]] = {}
    broken: tuple[str, ...] = ()

    def without(self, template: Template, why: str) -> Library:
        """The library without one of its templates, which is said in ``broken``."""
        left = tuple(other for other in self.templates if other is not template)
        broken = (*self.broken, f"{template.where} {why}")
        return msgspec.structs.replace(self, templates=left, broken=broken)
