"""The comments in a document that comes back: ours, and what drafters answered or said beside them.

Word numbers comments anew; ours are known by their words. What answers which stands in a part of
its own; a program that has no such part hangs an answer on the same words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.expressions import expression
from annotator.returned.text import ReturnedText, tokens
from annotator.schema import LABELS, Label
from annotator.word.comments import answered
from annotator.word.names import W
from annotator.word.package import Package
from annotator.word.record import RecordedFinding, comment_words, words_hash

_LABELS = "|".join(LABELS)
#: A label alone on its line, or with a sign behind it: *neutral as to cost* names none, nor does
#: *neutral-minded*, and who asks *neutral?* has not decided.
_ANSWER = expression(
    rf"\W*(?:(?P<alarm>false[\s-]+alarm)|(?P<label>{_LABELS}))\b"
    r"(?=[^\S\n]*(?:\n|$|(?![-/'\u2019]\w)[^\w\s?%]))",
    re.IGNORECASE,
)


class Remark(NamedTuple):
    """A comment: from where to where it hangs, in the order of the file, and what it answers."""

    number: str
    author: str
    date: str
    words: str
    first: int
    last: int
    answers: str

    @property
    def is_false_alarm(self) -> bool:
        """Whether it says that a clause was flagged without need."""
        found = _ANSWER.match(self.words)
        return bool(found and found["alarm"])

    @property
    def label(self) -> Label | None:
        """The label that it says a clause should have; a false alarm is neutral."""
        found = _ANSWER.match(self.words)
        if found is None:
            return None
        if found["alarm"]:
            return "neutral"
        return next(label for label in LABELS if label == found["label"].lower())


def remarks(package: Package, text: ReturnedText) -> list[Remark]:
    """The comments that hang on the text, in its order.

    Raises:
        InputError: the document is damaged.
    """
    root = package.part("comments")
    if root is None:
        return []
    answers = answered(package)
    found = []
    for one in root.iter(W + "comment"):
        number = one.get(W + "id", "")
        hung = text.hung.get(number)
        if hung:
            found.append(
                Remark(
                    number=number,
                    author=one.get(W + "author", ""),
                    date=one.get(W + "date", ""),
                    words=comment_words(one),
                    first=min(hung),
                    last=max(hung),
                    answers=answers.get(number, ""),
                )
            )
    return sorted(found, key=lambda one: (one.first, -one.last))


def come_since(said: Sequence[Remark], hashes: Iterable[str]) -> list[Remark]:
    """The comments that are not among those that were there, by the hashes of their words.

    Of several that say the same those count that are later than as many as were there. Where it is
    not known what was there, those count that answer something or name a label.
    """
    there = Counter(hashes)
    if not there:
        return [one for one in said if one.answers or one.label]
    dates: defaultdict[str, list[str]] = defaultdict(list)
    for one in sorted(said, key=lambda one: one.date):
        dates[words_hash(one.words)].append(one.date)

    def is_new(one: Remark) -> bool:
        key = words_hash(one.words)
        known = dates[key][: there[key]]
        return not known or one.date > known[-1]

    return [one for one in said if is_new(one)]


def of_findings(
    findings: Sequence[RecordedFinding], said: Iterable[Remark], text: ReturnedText
) -> dict[str, int]:
    """By the number of a comment of ours, which of the findings it is on."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for at, finding in enumerate(findings):
        alike[finding.remark].append(at)
    there: defaultdict[str, list[Remark]] = defaultdict(list)
    for one in said:
        key = words_hash(one.words)
        if key in alike:
            there[key].append(one)
    found: dict[str, int] = {}
    for key, ours in there.items():
        left = list(alike[key])
        for one in ours:
            if not left:
                break
            at = left[0]
            if len(ours) != len(alike[key]):  # some were taken out, and all say the same
                words = tokens(text.words_under(one.first, one.last))
                at = next((at for at in left if _opens(findings[at], words)), at)
            left.remove(at)
            found[one.number] = at
    return found


def _opens(finding: RecordedFinding, words: tuple[str, ...]) -> bool:
    """Whether words begin as a clause did; the last that is known of it may be cut."""
    opening = tokens(finding.opening)[:-1]
    return bool(opening) and words[: len(opening)] == opening


def answers_to(
    ours: Sequence[Remark], said: Iterable[Remark], new: Iterable[Remark]
) -> dict[str, list[Remark]]:
    """By the number of a comment of ours, what was answered to it or said of the same words.

    Args:
        ours: the comments of ours.
        said: all comments.
        new: those that came since.
    """
    own = {one.number: one for one in ours}
    found: defaultdict[str, list[Remark]] = defaultdict(list)
    parents = {one.number: one.answers for one in said}
    for one in new:
        if one.number in own:
            continue
        parent, seen = one.answers, {one.number}
        while parent and parent not in own and parent not in seen:
            seen.add(parent)
            parent = parents.get(parent, "")
        if parent in own:
            found[parent].append(one)
        else:
            around = [of for of in ours if of.first <= one.last and one.first <= of.last]
            if around:
                nearest = min(around, key=lambda of: (of.last - of.first, of.first))
                found[nearest.number].append(one)
    return found
