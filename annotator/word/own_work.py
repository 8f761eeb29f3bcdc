"""A document of ours without what earlier runs have put in and nobody has decided.

Who annotates it once more asks of the law as it stands: amendments that were accepted are its
words, those that are only proposed are none, and are proposed anew.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from msgspec.structs import replace

from annotator.word.comments import W14, W15, answered, hung, resolved
from annotator.word.names import MARKS_OF_COMMENTS, W, parent_of
from annotator.word.own_changes import OwnChanges, own_changes
from annotator.word.package import Package
from annotator.word.record import Record, comment_words, is_record, to_xml, words_hash
from annotator.word.repacking import packed_again, repacked, serialised
from annotator.word.settling import refuse_changes

_W16CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_W16CEX = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
#: The parts that say more of comments, and by what each names one: a paragraph, or a lasting id.
_BESIDE = {
    "commentsExtended": W15 + "paraId",
    "commentsIds": _W16CID + "paraId",
    "commentsExtensible": _W16CEX + "durableId",
}


@dataclass(frozen=True)
class OwnWork:
    """A document without our work: its bytes, and how much was taken out.

    ``edited`` and ``answered`` are the changes and comments of ours that stay, since somebody has
    edited or answered them.
    """

    data: bytes
    changes: int
    comments: int
    edited: int
    answered: int


def without_own(package: Package, data: bytes, record: Record | None) -> OwnWork | None:
    """Take our work out of a document; None where there is none in it.

    Args:
        package: its parts, of which the main one and the comments are changed.
        data: its bytes.
        record: what earlier runs have left in it.

    Raises:
        InputError: it is damaged.
    """
    if record is None:
        return None
    runs = (record, *record.before)
    changes = own_changes(package.document, [one for one in runs if not one.adopted])
    ours = _Comments(package, record)
    if not (changes.changes or ours.gone):
        return None
    refuse_changes(changes.changes)
    comments = ours.taken_out()
    made = repacked(data, package.main, package.document, comments)
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        beside = _beside(package, ours.paragraphs)
        place = next(name for name in file.namelist() if is_record(file, name))
        left = _left(runs, changes, ours.kept)
        made = packed_again(file, {**beside, place: to_xml(left)})
    return OwnWork(made, changes.places, len(ours.gone), changes.edited, len(ours.kept))


class _Comments:
    """The comments of ours: those that go, and those that somebody has answered or ticked off."""

    def __init__(self, package: Package, record: Record) -> None:
        self._package = package
        self._root = package.part("comments")
        known = record.own_comments
        every = [] if self._root is None else list(self._root.iter(W + "comment"))
        hashes = {one: words_hash(comment_words(one)) for one in every}
        ours = {one.get(W + "id", ""): one for one in every if hashes[one] in known}
        new = _come_since([(one, hashes[one]) for one in every], record)
        stay = resolved(package) | self._answered(ours, new)
        self.kept = {name: hashes[one] for name, one in ours.items() if name in stay}
        self.gone = {name: one for name, one in ours.items() if name not in stay}
        #: The ids of the paragraphs of those that go.
        self.paragraphs = {
            paragraph.get(W14 + "paraId", "")
            for one in self.gone.values()
            for paragraph in one.iter(W + "p")
        }

    def _answered(self, ours: dict[str, etree._Element], new: Sequence[str]) -> set[str]:
        """Those that another comment answers, or hangs upon the words of."""
        parents, places = answered(self._package), hung(self._package.document)
        found = {of for one, of in parents.items() if one not in ours}
        for one in new:
            if one in parents or one in ours or one not in places:
                continue
            first, last = min(places[one]), max(places[one])
            around = [
                (max(there) - min(there), name)
                for name in ours
                if (there := places.get(name)) and min(there) <= last and first <= max(there)
            ]
            found |= {name for _, name in sorted(around)[:1]}
        return found

    def taken_out(self) -> etree._Element | None:
        """Take out those that go; the part of the comments without them."""
        for mark in list(self._package.document.iter(*MARKS_OF_COMMENTS)):
            if mark.get(W + "id", "") in self.gone:
                run = parent_of(mark)
                run.remove(mark)
                if run.tag == W + "r" and all(one.tag == W + "rPr" for one in run):
                    parent_of(run).remove(run)
        for one in self.gone.values():
            parent_of(one).remove(one)
        return self._root


def _come_since(comments: Sequence[tuple[etree._Element, str]], last: Record) -> list[str]:
    """The numbers of the comments that the last run has not seen."""
    there = Counter(last.comments)
    found = []
    for one, said in comments:
        there[said] -= 1
        if there[said] < 0:
            found.append(one.get(W + "id", ""))
    return found


def _beside(package: Package, paragraphs: set[str]) -> dict[str, bytes]:
    """What more is said of comments, without those that go."""
    changed = {}
    gone = set(paragraphs)
    for kind, named in _BESIDE.items():
        path, root = package.path(kind), package.part(kind)
        if path is None or root is None:
            continue
        for one in list(root):
            if one.get(named) in gone:
                gone.add(one.get(_W16CID + "durableId", ""))
                root.remove(one)
        changed[path] = serialised(root)
    return changed


def _left(runs: Sequence[Record], changes: OwnChanges, kept: dict[str, str]) -> Record:
    """What the record says when amendments that are no more in the text were never put there."""
    answers = frozenset(kept.values())
    left = []
    for run in runs:
        amendments = tuple(one for one in run.amendments if one not in changes.amendments)
        remarks = [one.remark for one in run.findings] + [one.remark for one in run.amendments]
        heard = not answers.isdisjoint(remarks)
        findings = run.findings if amendments or heard else ()
        left.append(replace(run, amendments=amendments, findings=findings, before=()))
    before = tuple(one for one in left[1:] if one.amendments or one.findings)
    return replace(left[0], before=before)
