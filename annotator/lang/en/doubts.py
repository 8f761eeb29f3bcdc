"""The sentences in English that say where a law was not cut with certainty.

Each says what is wrong, and what to do about it.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.en.counted import listed
from annotator.source import Location

#: So many numbers of a row are named.
_MOST_NAMED = 5


def stretch(place: Location) -> str:
    """Which lines, paragraphs or pages of a file.

    >>> stretch(Location("line", 3, 40)), stretch(Location("page", 3, 3))
    ('lines 3 to 40', 'page 3')
    """
    unit, first, last = place
    return f"{unit} {first}" if first == last else f"{unit}s {first} to {last}"


def foreign(language: str) -> tuple[str, str]:
    """That a stretch is in another language (its name, or empty), and what to do about it."""
    what = f"This stretch is in {language}" if language else "This stretch is not in English"
    advice = "It was set aside; see that the text in English is whole, or give that text alone."
    return f"{what}; annotate reads English.", advice


def unfamiliar(unknown: int) -> tuple[str, str]:
    """That so many of a hundred words of a law stand in none that was learnt from.

    >>> unfamiliar(12)[0]
    'Of every 100 words of this law 12 stand in no migration law that the classifier has read.'
    """
    return (
        f"Of every 100 words of this law {unknown} stand in no migration law that the classifier "
        "has read.",
        "It may be misread from a scan, or on another matter: take its labels as hints, and read "
        "what was not flagged, too.",
    )


def another_matter() -> tuple[str, str]:
    """That a law hardly speaks of migration, and what to do about it."""
    return (
        "This law hardly speaks of migration, and the classifier has learnt from laws on "
        "migration alone.",
        "Take its labels as hints, and read what was not flagged, too; no words are proposed for "
        "clauses that pass over gender.",
    )


def columns() -> tuple[str, str]:
    """That two columns were run together, and what to do about it."""
    return (
        "Two columns of text are run together here, row by row.",
        "Put one column below the other, or copy them one by one; the clauses here are fragments.",
    )


def unread_margins() -> tuple[str, str]:
    """That notes of the margin stand among the words, and what to do about it."""
    return (
        "Notes in the margin could not be told from the words of the sections beside them.",
        "Put each marginal note on a line of its own above its section, or leave it out.",
    )


def several_lines(numbers: Sequence[int], more: int = 0) -> str:
    """Which lines of a file, that are not all between; ``more`` is how many are not named.

    >>> several_lines([3]), several_lines([3, 4, 40]), several_lines([1, 2], more=7)
    ('line 3', 'lines 3, 4 and 40', 'lines 1, 2 and others')
    """
    shown = [*map(str, numbers), *(["others"] if more > 0 else [])]
    return f"line{'s' if len(shown) > 1 else ''} {_first_few(shown)}"


def not_found(numbers: Sequence[str], word: str) -> tuple[str, str]:
    """That provisions were not found whose numbers the text has, and what to do about it.

    ``word`` is what they are called; empty for what stands within a section.

    >>> not_found(["6"], "section")[0]
    'Section 6 was not found where it belongs, though its number stands in the text.'
    >>> not_found(["3", "6", "7", "8"], "Article")[0]
    'Articles 3 and 6 to 8 were not found where they belong, though their numbers stand in the \
text.'
    """
    each = f"each {word or 'subsection or item'}"
    advice = f"Give {each} a line of its own, beginning with its number."
    what = f"{word.capitalize()}{'s' * (len(numbers) > 1)} " if word else ""
    joint = "was not found where it belongs, though its number stands"
    if len(numbers) > 1:
        joint = "were not found where they belong, though their numbers stand"
    return f"{what}{_first_few(_in_runs(numbers))} {joint} in the text.", advice


def lost_of_contents(numbers: Sequence[str]) -> tuple[str, str]:
    """That the table of contents names sections that were not found.

    >>> lost_of_contents(["3", "4", "5"])[0]
    'The table of contents names sections 3 to 5, which were not found in the law.'
    """
    word = "section" if len(numbers) == 1 else "sections"
    was = "was" if len(numbers) == 1 else "were"
    few = _first_few(_in_runs(numbers))
    what = f"The table of contents names {word} {few}, which {was} not found in the law."
    return what, "See whether the text is whole, and whether each section begins a line of its own."


def headed_again(numbers: Sequence[str]) -> tuple[str, str]:
    """That what was read as sections begins with the heads of others."""
    word = "section" if len(numbers) == 1 else "sections"
    return (
        f"What was read as {word} {_first_few(numbers)} begins with the heads of other sections.",
        "If the lines of the text are numbered, leave those numbers out.",
    )


def sentences_as_headings() -> tuple[str, str]:
    """That sentences were taken for headings."""
    return (
        "These lines were taken for headings, and read as sentences.",
        "Give each section a line of its own, beginning with its number; titles one above it.",
    )


def raised(numbers: Sequence[str], word: str) -> tuple[str, str]:
    """That numbers such as 31 were read as 3¹, and what to do about it.

    >>> raised(["3¹"], "Article")[0]
    'Article 3¹ has lost its raised digit in this copy; its place between its neighbours tells.'
    """
    several = len(numbers) > 1
    what = f"{word.capitalize()}{'s' * several} {_first_few(list(numbers))}"
    lost = "have lost their raised digits" if several else "has lost its raised digit"
    its = "their" if several else "its"
    return (
        f"{what} {lost} in this copy; {its} place between {its} neighbours tells.",
        "See whether that is right; references to it may have lost the digit, too.",
    )


def unread_labels(labels: Sequence[str]) -> tuple[str, str]:
    """That labels at the heads of lines were not read, and what to do about it.

    >>> unread_labels(["1/", "2/"])[0]
    'A list was left in one piece: the labels 1/ and 2/ at the heads of lines were not read.'
    """
    few = _first_few(list(labels))
    what = f"A list was left in one piece: the labels {few} at the heads of lines were not read."
    return what, "Write such labels as (1) or (a), or cut the list yourself."


def repeated(numbers: Sequence[str]) -> tuple[str, str]:
    """That numbers are borne by more than one provision, and what to do about it.

    >>> repeated(["4(1)"])[0], repeated(["4(1)", "4(2)"])[0]
    ('The number 4(1) is borne by more than one provision.', \
'The numbers 4(1) and 4(2) are each borne by more than one provision.')
    """
    advice = (
        "See whether a heading or a list between them was missed, or the text has the number "
        "twice; where one of them is to be amended, say which."
    )
    if len(numbers) == 1:
        return f"The number {numbers[0]} is borne by more than one provision.", advice
    several = _first_few(list(numbers))
    return f"The numbers {several} are each borne by more than one provision.", advice


def begins_late(number: str) -> tuple[str, str]:
    """That no section was found before one of that number, and what to do about it."""
    return (
        f"No section was found before section {number}, though the text has numbers before it.",
        "Give each section a line of its own, beginning with its number.",
    )


def badly_scanned(examples: Sequence[str]) -> tuple[str, str]:
    """That words are broken or misread, with some of them, and what to do about it."""
    shown = ", ".join(f"“{one}”" for one in examples)
    return (
        f"The text was scanned or copied badly: words are broken or misread, as {shown}.",
        "Look for a better copy, or mend the words; numbers of provisions may be misread, too.",
    )


def letter_spaced() -> tuple[str, str]:
    """That sections are headed letter by letter, and what to do about it."""
    return (
        "Sections or parts are headed letter by letter here (S E C T I O N), and were not found.",
        "Write the words together: SECTION 5.",
    )


def numbered_lines() -> tuple[str, str]:
    """That the numbers of lines stand at their ends, among the words."""
    return (
        "The lines of the text are counted at their ends (5, 10, 15), and the numbers were read as "
        "words.",
        "Leave the numbers of lines out.",
    )


def broken_off(words: str) -> tuple[str, str]:
    """That the law ends in the middle of a sentence, with its last words."""
    return (
        f"The text ends in the middle of a sentence: “… {words}”.",
        "See whether the rest of the law was cut off when it was copied.",
    )


def stray_lines(examples: Sequence[str]) -> tuple[str, str]:
    """That lines among a law's words do not read as its words, with some of them."""
    shown = _first_few([f"“{one}”" for one in examples])
    return (
        f"Lines stand among the words of sections that do not read as theirs: {shown}.",
        "If they are titles, put them above their sections; if they are notes, names or heads of "
        "pages, leave them out.",
    )


def words_of_parts(numbers: Sequence[str], words: str) -> tuple[str, str]:
    """That what stands below the headings of parts was read as their own words, with the first.

    >>> words_of_parts(["Part II"], "PENALTIES")[0]
    'What stands below Part II was read as words of its own: “PENALTIES”.'
    """
    its = "its" if len(numbers) == 1 else "their"
    return (
        f"What stands below {_first_few(numbers)} was read as words of {its} own: “{words}”.",
        "If it is a heading, put it on the line of the part; if it is a section, begin it with its "
        "number.",
    )


def titles_in_words(numbers: Sequence[str], words: str) -> tuple[str, str]:
    """That sections seem to have their headings among their words, with the first words.

    >>> titles_in_words(["2", "3"], "Scope This Act applies")[0]
    'Sections 2 and 3 seem to begin with their headings, read as law: “Scope This Act applies”.'
    """
    one = len(numbers) == 1
    what = f"Section{'' if one else 's'} {_first_few(numbers)} seem{'s' if one else ''}"
    return (
        f"{what} to begin with {'its heading' if one else 'their headings'}, read as law: "
        f"“{words}”.",
        "Put each heading on a line of its own.",
    )


def notes_in_front(numbers: Sequence[str], words: str) -> tuple[str, str]:
    """That provisions begin with a note or a heading in brackets, with the first words."""
    begin = "begins" if len(numbers) == 1 else "begin"
    return (
        f"{_first_few(numbers)} {begin} with a note or a heading in brackets, read as law: "
        f"“{words}”.",
        "Leave notes out; put each heading on a line of its own, without brackets.",
    )


def marked_up(numbers: Sequence[str], words: str) -> tuple[str, str]:
    """That marks of Markdown stand among the words of provisions, with the first words."""
    have = "has" if len(numbers) == 1 else "have"
    return (
        f"{_first_few(numbers)} {have} marks of Markdown among the words: “{words}”.",
        "Give the law as a file with the ending .md, or leave the marks out.",
    )


def without_first(numbers: Sequence[str]) -> tuple[str, str]:
    """That lists begin with a later number than the first."""
    before = "the number before it" if len(numbers) == 1 else "the numbers before them"
    return (
        f"{_first_few(numbers)} open{'s a list' if len(numbers) == 1 else ' lists'}: {before} "
        "cannot be found.",
        "See whether the first number was lost or misread, and write it as the others are.",
    )


def in_schedules(numbers: Sequence[str]) -> tuple[str, str]:
    """That all sections of a law were read as those of its schedules."""
    return (
        f"All sections of the law were read as those of a schedule ({_first_few(numbers)}).",
        "If they are the law's own, leave out the line above them that says so (SCHEDULE, ANNEX).",
    )


def terms(examples: Sequence[str]) -> tuple[str, str]:
    """That terms are explained in lines that were not read as definitions, with some."""
    shown = _first_few(list(examples))
    return (
        f"These lines explain terms, and were not read as definitions: {shown}.",
        "Give each term a line of its own, below the words that introduce the definitions.",
    )


def leading_nowhere(numbers: Sequence[str]) -> tuple[str, str]:
    """That the words of provisions introduce lists that were not found."""
    end = "ends" if len(numbers) == 1 else "end"
    return (
        f"{_first_few(numbers)} {end} with words that lead to a list, and none was found there.",
        "See where the list stands, and begin each of its lines with (1), (a) or a term in "
        "quotation marks.",
    )


def lost(numbers: Sequence[str]) -> tuple[str, str]:
    """That numbers are missing where something stands that could have borne them.

    >>> lost(["3"])[0]
    'The number 3 is missing, and where it belongs stands something without its number.'
    """
    one = len(numbers) == 1
    return (
        f"The number{'' if one else 's'} {_first_few(_in_runs(numbers))} "
        f"{'is' if one else 'are'} missing, "
        f"and where {'it belongs' if one else 'they belong'} stands something without "
        f"{'its' if one else 'their'} number{'' if one else 's'}.",
        "See whether a number was lost or misread there, and write it at the head of its line.",
    )


def broken(numbers: Sequence[str], words: str) -> tuple[str, str]:
    """That provisions end in the middle of a sentence, with the last words of the first."""
    end = "ends" if len(numbers) == 1 else "end"
    return (
        f"{_first_few(numbers)} {end} in the middle of a sentence: “… {words}”.",
        "See whether the rest stands elsewhere, was read as another provision, or is lost.",
    )


def behind_the_end(number: str) -> tuple[str, str]:
    """That lines behind a law's last sentence were read as part of a clause."""
    return (
        f"These lines behind the last sentence were read as part of {number}.",
        "If they are names, dates or links, and no law, leave them out.",
    )


def no_law(kind: str) -> tuple[str, str]:
    """That a text is rather a ``letter``, a ``statement`` or a ``list`` than a law."""
    like = {
        "letter": "a letter",
        "statement": "a statement, or minutes",
        "list": "a list or a table",
    }[kind]
    return (
        f"This reads like {like}, not like a law.",
        "Give the law itself; what is said below was made for laws alone.",
    )


def nothing_found() -> tuple[str, str]:
    """That no provision was found in a text, and what to do about it."""
    return (
        "No section, article or other numbered provision was found.",
        "Give each provision a line of its own, beginning with its number: 1., 2., 3.",
    )


def contents_alone() -> tuple[str, str]:
    """That a text holds a table of contents and no law, and what to do about it."""
    return (
        "The text holds only a table of contents, and no words of the law.",
        "Add the law below it; the entries of the table are no clauses.",
    )


def mostly_before(number: str) -> tuple[str, str]:
    """That most of a text stands before the first provision found, and what to do about it."""
    return (
        f"More than half of the text stands before the first provision that was found, {number}.",
        "See whether it holds provisions; give each a line of its own, beginning with its number.",
    )


def too_long(number: str) -> tuple[str, str]:
    """That a great part of the law is one clause, and what to do about it."""
    return (
        f"A great part of the law was read as one clause, {number}.",
        "See whether it holds other sections; give each a line of its own, beginning with its "
        "number.",
    )


def _in_runs(numbers: Sequence[str]) -> list[str]:
    """Whole numbers one behind another as one: ``6 to 8``; two only are two."""
    shown: list[list[str]] = []
    for number in numbers:
        last = shown[-1][-1] if shown else ""
        if number.isdecimal() and last.isdecimal() and int(number) == int(last) + 1:
            shown[-1].append(number)
        else:
            shown.append([number])
    return [
        one for run in shown
        for one in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else run)
    ]  # fmt: skip


def _first_few(shown: Sequence[str]) -> str:
    """``3, 4 and 40``; of more than six the first five, and how many others there are."""
    if len(shown) > _MOST_NAMED + 1:
        shown = [*shown[:_MOST_NAMED], f"{len(shown) - _MOST_NAMED} others"]
    return listed(shown)
