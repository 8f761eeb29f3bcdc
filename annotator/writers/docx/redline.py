"""Tracked insertions, deletions and new paragraphs by one author in the body of a Word document.

docx-editor, which could stand behind this, was tried and is used by the tests to read what is
written. It anchors by text and walks the document for each change (400 comments in 3,000
paragraphs: 16 s), gives a new paragraph no style but that of the one before it, writes all parts
of the file anew, and marks its work with the clock and with dice. So the few elements that a
change is made of are written here.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from lxml import etree

from annotator.word.names import W, parent_of
from annotator.word.paragraphs import WordParagraph, paragraph_elements
from annotator.writers.docx.hanging import beyond, comment_end, in_paragraph
from annotator.writers.docx.ids import highest_id
from annotator.writers.docx.new import NewParagraph, NewRow, fill
from annotator.writers.docx.properties import (
    LINKS,
    OF_MARK,
    OWN_LOOK,
    OWN_PLACE,
    beside,
    is_bound,
    is_last,
    is_pending,
    kept,
    mark_of,
    properties_of,
    put_first_in_mark,
    same,
    set_apart,
    set_flush,
    set_off,
)
from annotator.writers.docx.rows import cell_of, is_changed, is_emptied, row_like, row_of
from annotator.writers.docx.rows import mark as mark_row
from annotator.writers.docx.rows import unmark as unmark_row
from annotator.writers.docx.runs import XML_SPACE, Characters, Unplaceable, is_note

#: How the time of a change is written.
DATES = "%Y-%m-%dT%H:%M:%SZ"


class RedlineWriter:
    """Changes the body of one document; offsets are those of each paragraph as it was.

    Args:
        document: the root of its main part.
        paragraphs: of the view of it; they are spoken of by their places among these.
        author: whose changes they are.
        date: when, as ``2026-11-29T20:15:00Z``.
    """

    def __init__(
        self, document: etree._Element, paragraphs: Sequence[WordParagraph], author: str, date: str
    ) -> None:
        self.paragraphs = paragraphs
        self._elements = list(paragraph_elements(document))
        self._author, self._date = author, _a_minute_before(date)
        self._other_date = date
        self._id = highest_id(document)
        self._own: set[etree._Element] = set()
        self._characters: dict[int, Characters] = {}
        self._gone: set[etree._Element | None] = set()
        #: By paragraph, the last block put behind it.
        self._last: dict[int, etree._Element] = {}

    def begin(self) -> None:
        """Another amendment begins: what it changes is told from what the last one changed.

        A word processor decides on changes that touch by one click, unless a minute lies between.
        """
        self._date, self._other_date = self._other_date, self._date

    def new_id(self) -> str:
        """An id that no other revision bears."""
        self._id += 1
        return str(self._id)

    def characters(self, paragraph: int) -> Characters:
        """What a paragraph shows, character by character."""
        if paragraph not in self._characters:
            shown = self.paragraphs[paragraph]
            elements = [self._elements[index - 1] for index in shown.indices]
            self._characters[paragraph] = Characters(shown, elements, self.new_id)
        return self._characters[paragraph]

    def _end(self, paragraph: int) -> etree._Element:
        """The ``w:p`` whose mark ends a paragraph."""
        return self._elements[self.paragraphs[paragraph].indices[-1] - 1]

    def check(self, paragraph: int, start: int, end: int) -> None:
        """See to it that words, or the place where start and end are the same, can be changed.

        Raises:
            Unplaceable: they cannot.
        """
        self.characters(paragraph).refuse_fixed(start, end)

    def insert(self, paragraph: int, at: int, words: str, like: int | None = None) -> None:
        """Put words in before the character ``at``; they look as those before them, or ``like``."""
        self._keep_row(paragraph)
        there = self.characters(paragraph)
        look = self._look(there, max(at - 1, 0) if like is None else like)
        parent, place = there.between(at)
        while at and place < len(parent) and self._goes_before(parent[place]):
            place += 1
        parent.insert(place, self._inserted(words, look))

    def delete(self, paragraph: int, start: int, end: int) -> None:
        """Take the words ``[start, end)`` out."""
        before: etree._Element | None = None
        for run in self.characters(paragraph).covered(start, end):
            for text in run.iterchildren(W + "t"):
                text.tag = W + "delText"
                text.set(XML_SPACE, "preserve")
            if before is None or run.getprevious() is not before:
                before = self._revision("del")
                parent_of(run).replace(run, before)
            before.append(run)

    def replace(self, paragraph: int, start: int, end: int, words: str) -> None:
        """Put words in the place of ``[start, end)``, looking as the first of those did."""
        if start < end:
            self.delete(paragraph, start, end)
        if words:
            self.insert(paragraph, end, words, like=start if start < end else None)

    def take_out(self, paragraphs: Sequence[int]) -> None:
        """Take paragraphs out, all words of which are to go: what is left goes on in the next.

        A row goes where nothing is left in it.
        """
        elements = [
            self._elements[at - 1] for one in paragraphs for at in self.paragraphs[one].indices
        ]
        rows = dict.fromkeys(row_of(one) for one in elements)
        gone = [
            row
            for row in rows
            if row is not None and not is_changed(row) and is_emptied(row, elements)
        ]
        for row in gone:
            mark_row(row, self._revision("del"))
            self._gone.add(row)
            for inside in row.iter(W + "p"):
                self._put_in_mark(inside, "del")
        for one in paragraphs:
            if row_of(self._end(one)) not in gone:
                self._take_mark(self._end(one))

    def _keep_row(self, paragraph: int) -> None:
        """Let the row of a paragraph stay, in which something is put after all."""
        row = row_of(self._end(paragraph))
        if row in self._gone:
            self._gone.remove(row)
            unmark_row(row, self._author)

    def _take_mark(self, paragraph: etree._Element) -> None:
        """Take the end of a paragraph out; the last of a cell goes with that of the one before."""
        if not is_last(paragraph):
            self._put_in_mark(paragraph, "del")
            return
        before = paragraph.getprevious()
        if before is None or before.tag != W + "p" or before in self._own:
            return
        if is_bound(before) or is_bound(paragraph):
            return
        self._join(before, paragraph)

    def join(self, paragraph: int, following: int) -> None:
        """Let a paragraph go on with the words of the next one, which looks like it then."""
        self._join(self._end(paragraph), self._end(following))

    def check_join(self, paragraph: int, following: int) -> None:
        """See to it that the second of two paragraphs can go on behind the first.

        Raises:
            Unplaceable: it cannot.
        """
        before, behind = self._end(paragraph), self._end(following)
        if is_bound(before) or is_bound(behind) or before.getparent() is not behind.getparent():
            raise Unplaceable("mark")

    def _join(self, before: etree._Element, behind: etree._Element) -> None:
        """Take the mark between two out; the other remains, and its look would win."""
        self._put_in_mark(before, "del")
        properties = properties_of(behind)
        was = kept(properties, "pPr", OF_MARK)
        look = kept(before.find(W + "pPr"), "pPr", OWN_PLACE)
        properties[:] = [*(() if look is None else look), *properties.iterchildren(W + "rPr")]
        self._note_look(properties, was)
        self._own.add(behind)

    def _note_look(self, properties: etree._Element, was: etree._Element | None) -> None:
        """Track that a paragraph looked otherwise."""
        plain = kept(properties, "pPr", OF_MARK)
        if same(plain, was):
            return
        change = self._revision("pPrChange")
        change.append(etree.Element(W + "pPr") if was is None else was)
        properties.append(change)

    def _put_in_mark(self, paragraph: etree._Element, kind: str) -> None:
        mark = mark_of(paragraph)
        if mark.find(W + kind) is None:
            put_first_in_mark(mark, self._revision(kind))

    def add_after(self, paragraph: int, new: Sequence[NewParagraph]) -> list[etree._Element]:
        """Put paragraphs behind one, and behind those that were put there before.

        Raises:
            Unplaceable: the end of the paragraph is another author's change that is not decided.
        """
        self._keep_row(paragraph)
        anchor = self._last.get(paragraph, self._end(paragraph))
        made = [self._made(one) for one in new]
        block = beside(anchor, parent_of(self.paragraphs[new[0].like].element))
        ours = block in self._own and not is_pending(block)
        if block.tag == W + "p" and (ours or not is_bound(block)):
            self._append(block, made)
        else:
            for one in made:
                put_first_in_mark(mark_of(one), self._revision("ins"))
        for one in reversed(made):
            block.addnext(one)
        self._last[paragraph] = made[-1]
        self._own |= set(made)
        return made

    def add_rows(self, paragraph: int, new: Sequence[NewRow]) -> list[etree._Element]:
        """Put rows behind that of a paragraph, and behind those that were put there before.

        Returns:
            their paragraphs that say something.
        """
        own = row_of(self._end(paragraph))
        assert own is not None  # noqa: S101  # as who asks has found
        made: list[etree._Element] = []
        for one in new:
            last = self._last.get(paragraph, own)
            model = row_of(self.paragraphs[one.like].element)
            assert model is not None  # noqa: S101  # as above
            said = {
                cell_of(self.paragraphs[at].element): [self._made(inner) for inner in some]
                for at, some in one.said.items()
            }
            row = row_like(model, said, last)
            mark_row(row, self._revision("ins"))
            for inside in row.iter(W + "p"):
                self._put_in_mark(inside, "ins")
            last.addnext(row)
            self._last[paragraph] = row
            made += [inside for some in said.values() for inside in some]
        return made

    def check_after(self, paragraph: int) -> None:
        """See to it that paragraphs can be put behind one.

        Raises:
            Unplaceable: they cannot.
        """
        end = self._end(paragraph)
        if is_bound(end) and is_last(end):
            raise Unplaceable("mark")

    def comment(self, number: str, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Say that a comment is on what stands from one paragraph and character to another.

        In a table it ends with the paragraph in which it begins.
        """
        beginning, end = self._end(first[0]), self._end(last[0])
        if beginning.getparent() is not end.getparent():
            last = first[0], len(self.characters(first[0]).text)
        parent, place = self.characters(first[0]).between(first[1])
        parent, place = in_paragraph(parent, place, behind=False)
        parent.insert(place, etree.Element(W + "commentRangeStart", {W + "id": number}))
        parent, place = self.characters(last[0]).between(last[1])
        while place < len(parent) and self._goes_before(parent[place]):
            place += 1
        parent, place = in_paragraph(parent, place, behind=True)
        rest = beyond(parent)
        if rest is not None:
            parent, place = rest, 0 if rest.find(W + "pPr") is None else 1
        for one in reversed(self._comment_end(number, "del" if row_of(end) in self._gone else "")):
            parent.insert(place, one)

    def _comment_end(self, number: str, change: str) -> list[etree._Element]:
        """What stands at the end of what a comment is on, and goes with a row that a change makes.

        LibreOffice keeps a row in which the call of a comment is not of the change, or stands
        behind the end of what it is on.
        """
        marks = comment_end(number)
        if change:
            whole = self._revision(change)
            whole.append(marks.pop())
            marks.insert(0, whole)
        return marks

    def comment_on_new(self, number: str, made: Sequence[etree._Element]) -> None:
        """Say that a comment is on paragraphs that were put in."""
        at = 0 if made[0].find(W + "pPr") is None else 1
        made[0].insert(at, etree.Element(W + "commentRangeStart", {W + "id": number}))
        # In a table a comment ends in the cell in which it begins.
        last = made[-1] if made[0].getparent() is made[-1].getparent() else made[0]
        row = row_of(last)
        new = row is not None and is_changed(row)
        last.extend(self._comment_end(number, "ins" if new else ""))

    def _append(self, last: etree._Element, made: Sequence[etree._Element]) -> None:
        """Put paragraphs behind one as Word does where they are typed.

        What was its mark is new, and the mark of the last new paragraph is the one that was: that
        of a cell or a document cannot go. Were all refused, it looks as it did. Were the marks of
        the new ones new instead, the one before would stay as it is, but LibreOffice gives the look
        of the new ones to the one behind where they are refused.
        """
        for one in (last, *made[:-1]):
            put_first_in_mark(mark_of(one), self._revision("ins"))
        look = kept(last.find(f"{W}pPr/{W}rPr"), "rPr", OWN_LOOK)
        if look is not None:
            mark_of(made[-1]).extend(look)
        properties = properties_of(made[-1])
        change = last.find(f"{W}pPr/{W}pPrChange")
        was = kept(last.find(W + "pPr"), "pPr", OF_MARK)
        if change is not None:  # of ours: it was the last before
            parent_of(change).remove(change)
            was = change[0]
        self._note_look(properties, was)

    def _made(self, new: NewParagraph) -> etree._Element:
        model = self.paragraphs[new.like].element
        there = self.characters(new.like)
        paragraph = etree.Element(W + "p")
        properties = kept(model.find(W + "pPr"), "pPr", OWN_PLACE)
        if properties is not None:
            paragraph.append(properties)
        if new.types:
            set_apart(properties_of(paragraph), new.indent)
        if new.flush:
            set_flush(properties_of(paragraph))
        paragraph.extend(self._worded(new, there))
        return paragraph

    def _worded(self, new: NewParagraph, there: Characters) -> list[etree._Element]:
        """The words of a new paragraph, those together that look alike."""
        title, at = new.title
        words = new.words[len(new.label) + len(title) :]
        made: list[etree._Element] = []
        said, look = "", None
        for part, like in ((new.label, -1), (title, at), (words, len(there.text) - 1)):
            its = self._look(there, like)
            if new.look is not None and like < 0:
                its = set_off(its, new.look)
            if part and said and not same(look, its):
                made.append(self._inserted(said, look))
                said = ""
            if part:
                said, look = said + part, its
        return [*made, self._inserted(said, look)] if said else made

    def _look(self, there: Characters, at: int) -> etree._Element | None:
        """How the character looks, as far as it is not its own."""
        if not there.atoms:
            return None
        run = there.atoms[min(max(at, 0), len(there.atoms) - 1)].run
        look = kept(run.find(W + "rPr"), "rPr", OWN_LOOK)
        style = None if look is None else look.find(W + "rStyle")
        if look is not None and style is not None and style.get(W + "val") in LINKS:
            return None
        return look if look is not None and len(look) else None

    def _inserted(self, words: str, look: etree._Element | None) -> etree._Element:
        inserted = self._revision("ins")
        run = etree.SubElement(inserted, W + "r")
        if look is not None:
            run.append(copy.deepcopy(look))
        fill(run, words)
        self._own.add(inserted)
        return inserted

    def _revision(self, kind: str) -> etree._Element:
        marks = {W + "id": self.new_id(), W + "author": self._author, W + "date": self._date}
        return etree.Element(W + kind, marks)

    def _goes_before(self, element: etree._Element) -> bool:
        """Whether an element stays with the words before it: a note, or what was put in there."""
        return element in self._own or (element.tag == W + "r" and is_note(element))


def _a_minute_before(date: str) -> str:
    moment = datetime.strptime(date, DATES).replace(tzinfo=UTC)
    return (moment - timedelta(minutes=1)).strftime(DATES)
