"""What a language must bring to say what could not be cut with certainty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from annotator.provisions import ReadingWarning
from annotator.source import Location


class DoubtPhrases(Protocol):
    """The sentences that say where a law was not cut with certainty: what, and what to do."""

    def stretch(self, place: Location) -> str:
        """Which lines, paragraphs or pages of a file: ``lines 3 to 40``."""

    def foreign(self, language: str) -> tuple[str, str]:
        """That a stretch is in another language (its name, or empty), and what to do about it."""

    def unfamiliar(self, unknown: int) -> tuple[str, str]:
        """That so many of a hundred words of a law stand in none that was learnt from."""

    def another_matter(self) -> tuple[str, str]:
        """That a law hardly speaks of migration, and what to do about it."""

    def columns(self) -> tuple[str, str]:
        """That two columns were run together, and what to do about it."""

    def unread_margins(self) -> tuple[str, str]:
        """That notes of the margin stand among the words, and what to do about it."""

    def several_lines(self, numbers: Sequence[int], more: int = 0) -> str:
        """Which lines of a file, and how many more: ``lines 3, 17, 40 and others``."""

    def not_found(self, numbers: Sequence[str], word: str) -> tuple[str, str]:
        """That provisions were not found whose numbers the text has, and what to do about it.

        ``word`` is that of :mod:`annotator.eids` for sections; empty for what stands within them.
        """

    def lost_of_contents(self, numbers: Sequence[str]) -> tuple[str, str]:
        """That the table of contents names sections that were not found."""

    def headed_again(self, numbers: Sequence[str]) -> tuple[str, str]:
        """That what was read as sections begins with the heads of others."""

    def sentences_as_headings(self) -> tuple[str, str]:
        """That sentences were taken for headings."""

    def raised(self, numbers: Sequence[str], word: str) -> tuple[str, str]:
        """That numbers such as 31 were read as 3¹, and what to do about it."""

    def unread_labels(self, labels: Sequence[str]) -> tuple[str, str]:
        """That labels at the heads of lines were not read, and what to do about it."""

    def repeated(self, numbers: Sequence[str]) -> tuple[str, str]:
        """That numbers are borne by more than one provision, and what to do about it."""

    def badly_scanned(self, examples: Sequence[str]) -> tuple[str, str]:
        """That words are broken or misread, with some of them, and what to do about it."""

    def letter_spaced(self) -> tuple[str, str]:
        """That sections are headed letter by letter, and what to do about it."""

    def numbered_lines(self) -> tuple[str, str]:
        """That the numbers of lines stand at their ends."""

    def broken_off(self, words: str) -> tuple[str, str]:
        """That the law ends in the middle of a sentence, with its last words."""

    def stray_lines(self, examples: Sequence[str]) -> tuple[str, str]:
        """That lines among a law's words do not read as its words, with some of them."""

    def words_of_parts(self, numbers: Sequence[str], words: str) -> tuple[str, str]:
        """That what stands below the headings of parts was read as their own words."""

    def titles_in_words(self, numbers: Sequence[str], words: str) -> tuple[str, str]:
        """That sections seem to have their headings among their words."""

    def notes_in_front(self, numbers: Sequence[str], words: str) -> tuple[str, str]:
        """That provisions begin with a note or a heading in brackets."""

    def marked_up(self, numbers: Sequence[str], words: str) -> tuple[str, str]:
        """That marks of Markdown stand among the words of provisions."""

    def without_first(self, numbers: Sequence[str]) -> tuple[str, str]:
        """That lists begin with a later number than the first."""

    def in_schedules(self, numbers: Sequence[str]) -> tuple[str, str]:
        """That all sections of a law were read as those of its schedules."""

    def terms(self, examples: Sequence[str]) -> tuple[str, str]:
        """That terms are explained in lines that were not read as definitions, with some."""

    def leading_nowhere(self, numbers: Sequence[str]) -> tuple[str, str]:
        """That the words of provisions introduce lists that were not found."""

    def lost(self, numbers: Sequence[str]) -> tuple[str, str]:
        """That numbers are missing where something stands that could have borne them."""

    def broken(self, numbers: Sequence[str], words: str) -> tuple[str, str]:
        """That provisions end in the middle of a sentence."""

    def behind_the_end(self, number: str) -> tuple[str, str]:
        """That lines behind a law's last sentence were read as part of a clause."""

    def no_law(self, kind: str) -> tuple[str, str]:
        """That a text is rather a ``letter``, a ``statement`` or a ``list`` than a law."""

    def begins_late(self, number: str) -> tuple[str, str]:
        """That no section was found before one of that number, and what to do about it."""

    def nothing_found(self) -> tuple[str, str]:
        """That no provision was found in a text, and what to do about it."""

    def contents_alone(self) -> tuple[str, str]:
        """That a text holds a table of contents and no law, and what to do about it."""

    def mostly_before(self, number: str) -> tuple[str, str]:
        """That most of a text stands before the first provision found, and what to do about it."""

    def too_long(self, number: str) -> tuple[str, str]:
        """That a great part of the law is one clause, and what to do about it."""


def warning_of(
    text: str, said: tuple[str, str], say: DoubtPhrases, start: int = 0, end: int | None = None
) -> ReadingWarning:
    """The warning of a stretch, by default all of a text: ``said`` is what is wrong, and advice."""
    end = len(text) if end is None else end
    first = text.count("\n", 0, start) + 1
    where = say.stretch(Location("line", first, first + text.count("\n", start, end)))
    return ReadingWarning(what=said[0], where=where, advice=said[1], start=start, end=end)
