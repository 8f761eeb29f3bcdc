"""What a definition looks like: the words that announce it, and the term that it begins with."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords, holds_one
from annotator.segmenter.inside.unmarked_terms import MOST_WORDS

#: So great a part of the items of a list that announces definitions defines.
MOST_DEFINE = 0.6
#: The same where the words before do not speak of definitions: "For the purposes of this Act:".
_NEARLY_ALL_DEFINE = 0.8
#: What ends words that lead in a list.
_LEADS_IN = (":", "—", "–", "-")
#: One item alone makes no list of definitions.
FEWEST_ITEMS = 2
#: What is no apostrophe within a word.
_OPENING = expression(r"'(?<!\w')")
#: What opens an item before its term: an editor's note, or more than one.
_BRACKETS = expression(r"(?:\([^()]{1,80}\)\s*)+(?=\S)")
#: Words that announce definitions are no longer.
LONGEST_LEAD_IN = 400
#: A term alone between two marks: "the following have the same meaning as in it— “a”; “b”".
_TERM_ALONE = expression(
    r"(?:(?<=[—–:;,-] )|(?<=[;,] and ))[“\"](?P<term>[^“”\"]{1,90})[”\"]"
    r"(?=\s?(?:[;,.]|$)|,? and [“\"])"
)
#: The number of an item that is counted within its article: "1.1.2. migrant – a person".
DECIMAL = expression(r"\d+(?:\.\d+)+(?:[-–]\d{1,2})?\.?\s*(?=[“\"‘«A-Za-z])")


def has_quotes(text: str) -> bool:
    """Whether a quotation mark, or an apostrophe, stands in a text."""
    return _has_marks(text) or "'" in text


def opens_quotes(text: str) -> bool:
    """Whether a quotation mark stands in a text, other than an apostrophe within a word."""
    return _has_marks(text) or _OPENING.search(text) is not None


def _has_marks(text: str) -> bool:
    return "“" in text or '"' in text or "‘" in text or "«" in text


def may_announce(text: str, words: StructureWords) -> bool:
    """Whether a closer look may find that words announce definitions: nearly all do not."""
    opens = text.startswith(words.opens_definitions)
    return opens or holds_one(text, words.signs_of_definitions)


def may_announce_in_any_case(text: str, words: StructureWords) -> bool:
    """The same of words that are printed in small letters or in capitals."""
    folded = text.casefold()
    opens = folded.startswith(tuple(map(str.casefold, words.opens_definitions)))
    return opens or holds_one(folded, words.signs_of_definitions)


class LeadIn:
    """A provision's first words, and what they or its heading say of definitions.

    Args:
        text: the words that stand before a list, or before the first definition.
        heading: that of the provision.
        words: those of the law's language.
    """

    def __init__(self, text: str, heading: str, words: StructureWords) -> None:
        self.text = text.strip()
        self.heading = heading
        self.words = words
        self.is_short = len(self.text) <= LONGEST_LEAD_IN

    @cached_property
    def introduces(self) -> bool:
        """Whether they announce a list of definitions."""
        if self.introduces_by_itself:
            return True
        ends = not self.text or self.text[-1] in (*_LEADS_IN, ",")
        return self.is_short and ends and self._is_headed()

    @cached_property
    def says_for_what(self) -> bool:
        """Whether they say for which law the list below holds, and nothing more."""
        return self.is_short and self.words.definitions_opening.match(self.text) is not None

    @cached_property
    def introduces_by_itself(self) -> bool:
        """Whether the words do so, whatever the heading says."""
        return self.is_short and (
            self.says_for_what
            or self.words.definitions_lead_in.search(self.text) is not None
            or self._speaks
        )

    @cached_property
    def announces(self) -> bool:
        """Whether they announce definitions and nothing else, so that a mark behind a term will do.

        "The following terms" may be those of a contract; "the following terms mean" are not.
        """
        return self.introduces and (
            self._speaks
            or (
                self.text[-1:] in _LEADS_IN
                and self._is_headed()
                and not self.words.finite.search(self.text)
                and not self.words.states.search(self.text)
            )
        )

    def may_lead(self) -> bool:
        """Whether they announce definitions if one follows at once: "In sections 4 and 5:"."""
        leads = self.words.leads_to_definitions.match(self.text)
        return leads is not None or self.words.gives_a_meaning.search(self.text) is not None

    @cached_property
    def _speaks(self) -> bool:
        return self.words.speaks_of_definitions.search(self.text) is not None

    def _is_headed(self) -> bool:
        return self.words.definitions_heading.match(self.heading) is not None


def define(items: list[str], lead_in: LeadIn, words: StructureWords) -> bool:
    """Whether the items of a list are definitions, each of which is a clause.

    Args:
        items: their words.
        lead_in: the words before the list; the more they say of definitions, the less an item must.
        words: those of the law's language.
    """
    if len(items) < FEWEST_ITEMS:
        return False
    return _most_define(items, lead_in, words) and not words.puts_in.search(lead_in.text)


def _most_define(items: list[str], lead_in: LeadIn, words: StructureWords) -> bool:
    if lead_in.announces:
        found = sum(listed_term(item, words) is not None for item in items)
    else:
        if lead_in.says_for_what:
            marked = sum(marked_term(item, words) is not None for item in items)
            if marked >= _NEARLY_ALL_DEFINE * len(items):
                return True
        if lead_in.introduces_by_itself:
            unmarked = (item.lstrip("'") for item in items)  # a straight mark may also be a stroke
            verbs = sum(words.term_and_verb.match(item) is not None for item in unmarked)
            if verbs >= _NEARLY_ALL_DEFINE * len(items):
                return True
        found = sum(words.quoted_term.match(item) is not None for item in items)
    return found >= MOST_DEFINE * len(items)


def listed_term(paragraph: str, words: StructureWords) -> str | None:
    """The term that a paragraph defines where definitions are announced: "is" or a mark ends it.

    >>> from annotator.lang import language
    >>> words = language("en").structure
    >>> listed_term("(Amended: 1/2/2020) Coastal States: members of the Union", words)
    'Coastal States'
    >>> listed_term("olive grove is land with twenty olive trees", words)
    'olive grove'
    """
    term = marked_term(paragraph, words)
    if term or paragraph[:1] == "(" or words.no_term.match(paragraph):
        return term
    told = words.term_that_is.match(paragraph)
    return told["term"] if told else None


def marked_term(paragraph: str, words: StructureWords) -> str | None:
    """The same, where no "is" ends it that says no more than what something is."""
    if paragraph.isupper():
        return _in_capitals(marked_term, paragraph, words)
    if paragraph[:1] == "(":
        paragraph = _BRACKETS.sub("", paragraph, count=1)
    elif paragraph[:1].isdigit():
        paragraph = DECIMAL.sub("", paragraph, count=1)
    term = defined_term(paragraph, words)
    if term or words.no_term.match(paragraph):
        return term
    marked = words.term_and_mark.match(paragraph)
    return marked["term"].strip() if marked and marked["term"].count(" ") < MOST_WORDS else None


def defined_term(paragraph: str, words: StructureWords) -> str | None:
    """The term that a paragraph defines, or None.

    >>> from annotator.lang import language
    >>> words = language("en").structure
    >>> defined_term("“officer” means a person designated under section 6;", words)
    'officer'
    >>> defined_term("port of entry means a place designated by the Minister.", words)
    'port of entry'
    """
    if paragraph.isupper():
        return _in_capitals(defined_term, paragraph, words)
    if paragraph[:1].isdigit():
        paragraph = DECIMAL.sub("", paragraph, count=1)
    quoted = words.quoted_term.match(paragraph)
    if quoted:
        return quoted["term"].strip(" ,;")
    if words.no_term.match(paragraph):
        return None
    bare = words.bare_term.match(paragraph)
    if (
        bare
        and bare["term"].count(" ") < MOST_WORDS
        and not any(mark in bare["term"] for mark in '“”"')
        and any(letter.isalpha() for letter in bare["term"])
    ):
        return bare["term"].strip(" \t,;*'")
    return None


def _in_capitals(
    read: Callable[[str, StructureWords], str | None], paragraph: str, words: StructureWords
) -> str | None:
    """The term of a paragraph that is printed in capitals, as those of whole laws are."""
    term = read(paragraph.lower(), words)
    return term.upper() if term else None


def run_on_terms(text: str, words: StructureWords) -> list[tuple[int, str, str]]:
    """Where a definition begins within a line, its term, and what parts it from those before it.

    >>> from annotator.lang import language
    >>> run_on_terms("In this Act— “a” means b; and “c” includes d.", language("en").structure)
    [(13, 'a', '—'), (30, 'c', '; and')]
    """
    found = []
    for match in words.sure_term.finditer(text):
        before = words.before_a_term.search(text[max(0, match.start() - 30) : match.start()])
        if before:
            start = match.start() - (len(before["the"]) if before["the"] else 0)
            mark = before[0][: before.start("the") - before.start()].strip()
            found.append((start, match["term"].strip(" ,;"), mark))
    return found


def terms_without_words(text: str, words: StructureWords) -> list[tuple[int, str, str]]:
    """The terms to which a line gives a meaning that another law has; as :func:`run_on_terms`.

    >>> from annotator.lang import language
    >>> words = language("en").structure
    >>> terms_without_words("The following have the same meaning as in it— “a”; “b”.", words)
    [(46, 'a', ';'), (51, 'b', ';')]
    """
    given = words.gives_a_meaning.search(text)
    if not given:
        return []
    found = list(_TERM_ALONE.finditer(text, given.end()))
    return [(m.start(), m["term"].strip(" ,;"), ";") for m in found] if len(found) > 1 else []
