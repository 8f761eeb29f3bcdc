"""The titles that stand on lines of their own below "Part II" and "Schedule 1"."""

from __future__ import annotations

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.sections.containers import is_note_of_an_attachment


def part_title(lines: list[Line], last: int, end: int, words: StructureWords) -> tuple[str, int]:
    """The lines in capitals under "Title I" above its words, or one above a blank one.

    Args:
        lines: the law's lines; those of the title are marked.
        last: the line of "Title I".
        end: the line behind its words.
        words: those of the law's language.

    Returns:
        the title, and its last line; ``last`` where there is none.
    """
    titles: list[str] = []
    for i in range(last + 1, min(last + 4, end - 1)):
        line = lines[i]
        if line.furniture or not line.text.isupper() or line.text[-1] in ".:;":
            break
        titles.append(line.text)
        line.heading, last = True, i
    if not titles and last + 2 < end:
        line, below = lines[last + 1], lines[last + 2]
        apart = below.gap and not (line.furniture or line.soft) and line.text[-1] != "."
        if apart and looks_like_heading(line.text, words):
            line.heading = True
            return line.text, last + 1
    return " ".join(titles), last


def attachment_title(
    lines: list[Line], last: int, end: int, words: StructureWords
) -> tuple[str, int]:
    """The title under "Annex I", and a note such as "(section 4)", above line ``end``.

    Returns:
        the title, and the line in which it ends: ``last``, that of "Annex I", where none does.
        Both lines are marked.
    """
    title, noted = "", False
    for i in range(last + 1, min(last + 4, end)):
        line = lines[i]
        if line.furniture or line.text[-1] == "." or _is_row(lines[i : i + 2]):
            break
        if is_note_of_an_attachment(line.text, words) and not noted:
            noted = True
        elif _can_be_its_title(line.text, words) and not title:
            title = line.text
        elif title and _says_on_what(line.text, words):
            title = f"{title} {line.text}"
        else:
            break
        line.heading, last = True, i
    return title, last


def _says_on_what(text: str, words: StructureWords) -> bool:
    """Whether a line under "REGULATION" is the rest of its title: "on the keeping of inns"."""
    said = words.headings.matter_of_law.match(text)
    return bool(said) and text[-1].isalnum() and not words.finite.search(text)


def _is_row(lines: list[Line]) -> bool:
    """Whether a line and the next are entries of a list: "Foal: 2 pounds", "Horse: 5 pounds"."""
    return len(lines) > 1 and not lines[1].gap and all(": " in line.text for line in lines)


def _can_be_its_title(text: str, words: StructureWords) -> bool:
    # The entries of a table: "Article 5". "REGULATION" is a title.
    listed = text.startswith(tuple(words.units)) and any(map(str.isdigit, text))
    return not listed and looks_like_heading(text, words)


def is_noted(title: str, words: StructureWords) -> bool:
    """Whether a title ends in what says to which section its schedule belongs: "Form r 4"."""
    note = " ".join(title.split()[-2:])
    return note != title and bool(words.headings.note_of_a_schedule.fullmatch(note))


def has_words(lines: list[Line], words: StructureWords) -> bool:
    """Whether lines below "Schedule 1" hold more than a note such as "(section 4)"."""
    return any(not (line.furniture or is_note_of_an_attachment(line.text, words)) for line in lines)
