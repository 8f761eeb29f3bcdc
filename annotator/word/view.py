"""The text of a Word document as *Final* shows it, and the way back to its elements.

Insertions of all authors are in it, deletions are not; of fields there is what they came to.
"""

from __future__ import annotations

from annotator.word.package import Package
from annotator.word.paragraphs import WordParagraph
from annotator.word.walk import Walk


class WordView:
    """A Word document as *Final* shows it.

    Args:
        package: its parts.
    """

    def __init__(self, package: Package) -> None:
        walk = Walk(package)
        #: The paragraphs in the order of the document, tables row by row.
        self.paragraphs: tuple[WordParagraph, ...] = tuple(walk.paragraphs)
        #: The texts of the paragraphs, each a line that ends in ``\n``.
        self.text = "".join(f"{one.text}\n" for one in self.paragraphs)
        #: How many marks of notes, text boxes with words, inserted files, and fields that print a
        #: number amid words, which is written nowhere, were passed over.
        self.note_marks = walk.note_marks
        self.boxes = walk.boxes
        self.elsewhere = walk.elsewhere
        self.counting = walk.counting
