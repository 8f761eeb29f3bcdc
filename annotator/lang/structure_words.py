"""The words by which the structure of a law is known, and what is no law: notes, ends, quotations.

A language brings them as data; the segmenter and the readers make patterns of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.expressions import expression
from annotator.lang.no_law_words import NoLawWords


def holds_one(text: str, signs: Iterable[str]) -> bool:
    """Whether one of the signs stands in a text: many times faster than one pattern of them all."""
    return any(map(text.__contains__, signs))


@dataclass(frozen=True)
class Rare:
    """A pattern that few lines have, and words of which all that it finds holds one.

    The words, in lower case, are looked for first: that is many times faster than the pattern.
    """

    pattern: re.Pattern[str]
    signs: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that the pattern finds; None where none is."""
        return self.pattern.search(text) if holds_one(text.lower(), self.signs) else None

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds at the beginning of a text; None where it finds nothing."""
        return self.pattern.match(text) if holds_one(text.lower(), self.signs) else None


class AnyCase:
    """A pattern of words in either case: many times faster than one that ignores case.

    It is written in lower case, and held against texts in lower case.
    """

    def __init__(self, pattern: str) -> None:
        if any(letter.isupper() for letter in re.sub(r"\\.", "", pattern)):
            raise ValueError(f"{pattern} is not in lower case")
        self._pattern = expression(pattern)

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds at the beginning of a text, in lower case; None for nothing."""
        return self._pattern.match(text.lower())


@dataclass(frozen=True)
class NoteWords:
    """The words by which editors' notes are known, that stand around and between a law's own."""

    #: With what a footnote begins, behind its number: "Subs. by", "Not in force".
    footnote: AnyCase
    #: The same, where a provision of the law could begin so too: "Repealed by".
    doubtful_footnote: AnyCase
    #: What only an editor writes, wherever it stands: "w.e.f.", "ibid.".
    footnote_sign: re.Pattern[str]
    #: The whole of a line that says where another law is found: "Cap. 222"; and the same (the group
    #: ``reference``) behind the last words of a paragraph.
    marginal_reference: re.Pattern[str]
    behind_the_words: re.Pattern[str]
    #: With what a line begins that an editor or a printer has left among a law's words: "Amended
    #: by", "Last updated", "www.".
    stray: re.Pattern[str]
    #: What a publisher prints before footnotes that stand in the text: "[Footnote]".
    footnote_label: re.Pattern[str]
    #: The beginning of a reference to the amending law that stood in the margin: "Act No.".
    opens_a_reference: re.Pattern[str]
    #: The whole of the title over footnotes: "Footnotes for section 3".
    footnotes_title: re.Pattern[str]
    #: With what those begin that write on a site beside a law: "Editor:", "Editor's note".
    opens_an_aside: re.Pattern[str]
    #: The whole of a page's head: its number, and far from it the law's short name.
    page_head: re.Pattern[str]
    #: A paragraph that says what was done to a provision, and when; and with what such begin.
    opens_a_history: re.Pattern[str]
    history: re.Pattern[str]
    #: The end of a note's line that breaks off: "s.", "1 May".
    breaks_off: re.Pattern[str]
    #: What an editor remarks on a provision in square brackets, from its first word.
    remark: re.Pattern[str]
    #: The words of which notes are made that only cite, in lower case: all of them; those of them
    #: that tell what was done to a provision; and those that begin what is left of one.
    citing: frozenset[str]
    changing: frozenset[str]
    repealing: frozenset[str]
    #: The beginning of a history that cites chapters of statutes: "R.S., 1985, c. 3, s. 4"; and
    #: the whole of one that tells: "Added by Acts 2003, ch. 641".
    chapter_history: re.Pattern[str]
    told_history: re.Pattern[str]
    #: The whole of the title of a box of annotations: "Textual Amendments"; and of one that laws
    #: have as headings, too: "Amendments:".
    box_title: re.Pattern[str]
    doubtful_box_title: re.Pattern[str]
    #: With what a note begins that is counted by a letter: "Words in s. 3 substituted"; and what
    #: such a note tells, wherever it stands: "repealed".
    marked: re.Pattern[str]
    changed: re.Pattern[str]
    #: The title over amendments in the notes to a code, and with what the first begins.
    code_amendments: re.Pattern[str]
    code_amendment: re.Pattern[str]


@dataclass(frozen=True)
class EndWords:
    """The words by which is known what stands behind a law's last provision, and before others."""

    #: The whole of a title over notes and tables behind a law: "Explanatory Note".
    title: re.Pattern[str]
    #: Such a title of which a site's pages are known, in the middle of a line that runs on.
    running_title: re.Pattern[str]
    #: The whole of one over the amendments that were made to the law.
    amendments: re.Pattern[str]
    #: The same of one that a law may bear too: "Sources". A law that is only cited stands below it.
    doubtful_title: re.Pattern[str]
    cites: re.Pattern[str]
    #: With what the first of a publisher's notes begins: "This is a compilation of the Act".
    compiles: re.Pattern[str]
    #: By which an editor leads in what a provision said before it was amended: "former wording".
    former: re.Pattern[str]
    #: With what a law begins, or the contents before it: "Be it enacted".
    enacts: re.Pattern[str]
    #: The whole of a line that ends the reasons for a law: "Has decided:", "I decree:".
    decides: re.Pattern[str]
    #: What parties say above the clauses of an agreement: "It is hereby agreed as follows:".
    agrees: re.Pattern[str]
    #: The enacting words themselves, and the first word behind them: "Be it enacted ..., That".
    be_it_enacted: re.Pattern[str]
    enacted: re.Pattern[str]
    #: With what the first paragraph begins behind a law's last words: "Done at ..., this 3rd day".
    #: Whatever stands below it is no law, unless ``binds`` finds what only a law says.
    closes: re.Pattern[str]
    #: With what a house certifies that it passed a bill, behind the schedules too.
    passed: re.Pattern[str]
    binds: re.Pattern[str]
    #: With what a paragraph begins that dates, signs or seals a law.
    attests: re.Pattern[str]
    #: The whole of a line below it: a date, an office.
    signature: re.Pattern[str]


@dataclass(frozen=True)
class HeadingWords:
    """The words by which headings are told from what only looks like one."""

    #: The end of a line that breaks off: "of", "and the".
    unfinished: re.Pattern[str]
    #: The beginning of words that go on with those above them, though they stand apart.
    goes_on: re.Pattern[str]
    #: The beginning of one over provisions behind the articles that begin at 1 again: "Addenda".
    supplement: re.Pattern[str]
    #: The beginning of one that stands over several sections: "Transitional provisions".
    over_several: re.Pattern[str]
    #: What a publisher prints before a heading: "Marginal note:".
    label: re.Pattern[str]
    #: The number of a law, alone: "Act No. 4 of 1990"; the end of a law's name with its year.
    law_number: re.Pattern[str]
    names_a_law: re.Pattern[str]
    #: A line that says only what kind of law it is, and whose: "LAW OF THE REPUBLIC OF ARDEN"; the
    #: beginning of the line below that says what it is about: "On Ports".
    kind_of_law: re.Pattern[str]
    matter_of_law: re.Pattern[str]
    #: The beginning of one that speaks of a law, rather than bearing its name.
    speaks_of_a_law: re.Pattern[str]
    #: One that is the title of a treaty, which a law may have in its tail: "PROTOCOL".
    names_a_treaty: re.Pattern[str]
    #: To what a schedule belongs, beside its name: "s. 5".
    note_of_a_schedule: re.Pattern[str]
    #: To which law it belongs, behind its name or below it: "to Act No. 4/2012".
    annexed_to: re.Pattern[str]
    #: The same below a form's name: "[See rule 3]".
    note_of_a_form: re.Pattern[str]
    #: The whole of a line over the columns of a table: "KSh.", "First column  Second column".
    columns: re.Pattern[str]
    #: An abbreviation with a full stop that ends no sentence, before a law's number: "S.I. No. 4".
    abbreviation: re.Pattern[str]
    #: The beginning of a line that is none, whatever its looks: of a letter, of a web page.
    no_heading: re.Pattern[str]
    #: The colon of what a term means, "Officer: a person in uniform.", and no title's.
    means: re.Pattern[str]


@dataclass(frozen=True)
class PageWords:
    """The words at the edges of pages, printed and of the web."""

    #: The whole of a line that is no law's, wherever it stands: "Changes to legislation: ...".
    whole: re.Pattern[str]
    #: The whole of a button of a site: "Contact us".
    button: re.Pattern[str]
    #: The whole of a piece of a head, far from its others, that stands over pages alone: "Official
    #: Gazette No. 71/2022", "Saturday, 7 January 2017", "[Rev. 2022]".
    over_a_page: re.Pattern[str]
    #: The whole of what says over a page which section goes on there (the groups ``unit``,
    #: ``number`` and ``rest``): "Section 5", "s. 5 Powers of officers"; and the units that
    #: stand over pages alone.
    section_over_a_page: re.Pattern[str]
    units_over_a_page: frozenset[str]
    #: The whole of what says at the top of a page what goes on there: "First Schedule—(Cont'd)".
    continued: re.Pattern[str]
    #: Where a law says how it is called (the group ``name`` or ``same``).
    named: re.Pattern[str]
    #: What stands beside a law's name in a running head, and is no part of it: "act", "cap".
    beside_a_name: frozenset[str]
    #: Beginnings of words that keep their hyphen where a line breaks behind it: "self".
    hyphenated: frozenset[str]


@dataclass(frozen=True)
class QuotingWords:
    """The words around text of another law that an amending law quotes."""

    #: The end of the words before a quotation mark that opens what is inserted.
    introduces: re.Pattern[str]
    #: The end of words behind which such text stands though no mark opens it: "the following
    #: section is inserted:".
    announces: Rare
    #: The beginning of a provision that amends, by which the amending law is known to go on.
    amends: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class StructureWords:
    """The words by which the structure of a law is known.

    The tables go from words as printed to those of :mod:`annotator.eids`: ``containers`` for parts
    and chapters and ``attachments`` for schedules, both in lower case; ``units`` for what stands
    before a section's number, as it is written. ``over_articles`` are those of them that, in a law
    of articles, are headings. Alternatives of a pattern are parted by ``|``.
    """

    containers: Mapping[str, str]
    attachments: Mapping[str, str]
    units: Mapping[str, str]
    #: Those of them that open a schedule, or a part of one, only with a number: "Exhibit A".
    only_numbered: tuple[str, ...]
    over_articles: tuple[str, ...]
    #: The words of a notice that say that the law itself stands in a schedule below, which the
    #: group ``schedule`` names: "the regulations set out in the Schedule".
    made_in_schedule: re.Pattern[str]
    #: What stands over units that begin anew in each: "Order II" of rules of court; and whether
    #: these may bear a plain number.
    over_rules: Mapping[str, bool]
    #: What stands before the number of a provision in texts that have neither sections nor
    #: articles, and what such a provision is called: "Item 1", "No. 1".
    other_units: Mapping[str, str]
    #: The number of a part of a section behind its word, in its group ``number``: "Subd. 2.".
    subdivided: re.Pattern[str]
    #: The same of a paragraph behind an article's own words, as in Colombia: "PARAGRAPH 2.".
    paragraphed: re.Pattern[str]
    #: Numbers written out, in capitals: "THE FIRST SCHEDULE", "PART TWO".
    ordinals: Mapping[str, int]
    #: The article of "THE SCHEDULE".
    the: str
    #: What stands between the numbers of provisions that a repeal has left as one: "3 to 5".
    to: str
    #: What stands before "Article" or ``provision`` in those numbered by themselves: "Provisional
    #: Article 1", "First transitional provision"; and what says that there is but one.
    supplementary: tuple[str, ...]
    provision: str
    only: tuple[str, ...]
    #: What may stand between "Article" and its number: "no.".
    number_sign: str
    #: What stands over the numbers of a table's rows: "Item".
    counted_in_tables: tuple[str, ...]
    #: What stands in brackets behind the number of an article that was put in or changed: "(new)".
    renewed: str
    #: What is left of a repealed provision, from its first mark: "[Repealed", "(omitted", ". . .".
    repealed: re.Pattern[str]
    #: What leads to the last item of a list.
    conjunctions: tuple[str, ...]
    #: With what a reason for the law begins, above its provisions: "Whereas", "(12)".
    recital: re.Pattern[str]
    #: The end of a line behind which a number belongs to a reference: "under section".
    before_a_reference: re.Pattern[str]
    #: What a number that opens a line counts, where it is none of a provision: "14 days".
    measures: re.Pattern[str]
    #: The words behind which a list may run on within a line.
    before_an_item: re.Pattern[str]
    #: The words that lead to a list's last item; and those that end in a full stop which ends no
    #: sentence: "No.".
    to_last_item: re.Pattern[str]
    abbreviated: re.Pattern[str]
    #: The words behind which a label belongs to a reference: "paragraph (a)", "section 5 or"; with
    #: what the first of these ends, and the last of those that do not end with a number.
    reference: re.Pattern[str]
    referred_to: tuple[str, ...]
    joins_references: frozenset[str]
    #: A verb that no heading has; and one that no heading has which ends with a full stop.
    finite: re.Pattern[str]
    states: re.Pattern[str]
    #: A verb of a clause that only says who or what is meant: "persons who are".
    relative: re.Pattern[str]
    #: With what a sentence of a law begins, in a capital, where a title before it has no stop.
    opens_a_sentence: str
    #: The words behind which such a capital belongs to the title: "Duties of The Registrar".
    joins_a_title: frozenset[str]
    #: The beginning of a line that belongs to the words above it, and is no heading: "Note:".
    annex_to_words: re.Pattern[str]
    #: What laws are called, in their titles.
    law_title: re.Pattern[str]
    #: The title over notes that reach to the next section of a code.
    code_notes: re.Pattern[str]
    #: A page number; the title of a table of contents; an editor's history.
    page: re.Pattern[str]
    contents: re.Pattern[str]
    history: re.Pattern[str]
    #: The title of a table of contents in running text, in capitals.
    contents_title: re.Pattern[str]
    #: What no line of a form asks: the signer's own words, "I declare"; what leads to words of a
    #: law, "the following".
    tells: re.Pattern[str]
    #: What announces a table of contents in a section's own words.
    contents_announced: Rare
    #: How a title begins that asks what its provision answers: "Who may apply".
    asks: re.Pattern[str]
    #: The words of other notes of editors.
    notes: NoteWords
    #: Those of what stands behind the law.
    end: EndWords
    #: Those of headings.
    headings: HeadingWords
    #: Those at the edges of pages.
    pages: PageWords
    #: Those around what is quoted.
    quoting: QuotingWords
    #: Those of texts that are no law.
    no_law: NoLawWords
    #: What announces definitions: in a heading, as all the words that introduce a list, and among
    #: them.
    definitions_heading: re.Pattern[str]
    definitions_opening: re.Pattern[str]
    definitions_lead_in: Rare
    #: What announces definitions and nothing else.
    speaks_of_definitions: Rare
    #: A provision that announces definitions begins with one of these, or has one of the signs.
    opens_definitions: tuple[str, ...]
    signs_of_definitions: tuple[str, ...]
    #: What does so only if a definition follows at once: "have the following meaning"; and all the
    #: words that do: "In sections 4 and 5:".
    gives_a_meaning: Rare
    leads_to_definitions: re.Pattern[str]
    #: The words behind which what a law quotes is to be put into another.
    puts_in: Rare
    #: A defined term (the group ``term``) between quotation marks, and before a verb that defines;
    #: and the words that are none.
    quoted_term: re.Pattern[str]
    bare_term: re.Pattern[str]
    no_term: re.Pattern[str]
    #: A term without quotation marks before a verb that does nothing but define; before one that
    #: says what it is; and before a mark.
    term_and_verb: re.Pattern[str]
    term_that_is: re.Pattern[str]
    term_and_mark: re.Pattern[str]
    #: A term between quotation marks with the verb that defines it, and what stands before one
    #: within a line (the group ``the``: what belongs to the definition).
    sure_term: re.Pattern[str]
    before_a_term: re.Pattern[str]
    #: The verb behind a term, and the words that neither open one nor stand right before it.
    defines: re.Pattern[str]
    joins: re.Pattern[str]
    #: A law that is no Act (its group ``word`` is what its units are then called), in capitals and
    #: all; and where a law speaks of its own unit, by that word or another, in the same group.
    made_of: re.Pattern[str]
    speaks_of: re.Pattern[str]
    #: An article of its own as a law cites it, in the middle of a line; a section of any law, or
    #: its own (group ``this``).
    own_article: re.Pattern[str]
    own_section: re.Pattern[str]


@dataclass(frozen=True)
class TitleWords:
    """The words by which a law's title is known among its first lines."""

    #: The title of a law that is not yet enacted; the beginning of a line above its provisions.
    of_a_bill: re.Pattern[str]
    opens_a_bill: re.Pattern[str]
    #: What laws are called.
    names_a_law: re.Pattern[str]
    #: The whole of a line that only counts a law, or says that it is one: "Act No. 34 of 1971".
    only_counts: re.Pattern[str]
    #: The end of a line that a title goes on behind; the beginning of one that goes on with it; and
    #: the end of the words above a title: "entitled".
    unfinished: re.Pattern[str]
    goes_on: re.Pattern[str]
    entitled: re.Pattern[str]
    #: The beginning of a line that says what kind of law it is; a line that says no more; one that
    #: also says whose: "Law of the Republic of Arden".
    kind: re.Pattern[str]
    only_kind: re.Pattern[str]
    kind_of_a_state: re.Pattern[str]
    #: What may stand on a line of its own below them: the law's number or date; the beginning of
    #: what it is about.
    numbered: re.Pattern[str]
    on_its_matter: re.Pattern[str]
    #: The head of a page with the law's number, title and year.
    head_of_a_page: re.Pattern[str]
    #: The head of a page with one section alone: the title, a sign and the number of the section;
    #: and what the law calls what the sign stands for.
    of_one_section: re.Pattern[str]
    units_by_sign: Mapping[str, str]
    #: The end of a title behind which a full stop stands.
    ends_as_a_title: re.Pattern[str]
    #: The beginning of a line that stands above or below a title and is none.
    no_title: re.Pattern[str]
    #: The beginning of the first provision, below which no title stands.
    opens_a_provision: re.Pattern[str]
    #: The sentence in which a law says how it is cited, with that name in the group ``title``.
    short_title: re.Pattern[str]
