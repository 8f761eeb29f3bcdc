"""What is to be said of a Word document besides its words: what was not read, and its title."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.word.names import ADDED, GONE, W
from annotator.word.own_work import OwnWork
from annotator.word.package import Package
from annotator.word.view import WordView

_CHANGES = GONE | ADDED
_LETTERS = expression(r"[^\W\d_]{2}")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
#: What programs call documents that nobody has named.
_NO_TITLE = expression(
    r"(?:Microsoft Word - .*|(?:Document|Untitled|Presentation)\s?\d*|.*\.(?:docx?|rtf|pdf))\Z",
    re.IGNORECASE,
)


def title_of(view: WordView, package: Package) -> str:
    """What its author calls it: in a paragraph of the style for titles, or in its properties."""
    titled = (one.text for one in view.paragraphs if one.style == "title")
    title = " ".join(next(titled, "").split())
    if title:
        return title
    properties = package.properties()
    stated = None if properties is None else properties.findtext(_TITLE)
    title = " ".join((stated or "").split())
    return "" if _NO_TITLE.match(title) else title


def remarks(view: WordView, package: Package) -> tuple[str, ...]:
    """Sentences for the user: that it has changes of others in it, and what is not read."""
    found = []
    if next(package.document.iter(*_CHANGES), None) is not None:
        found.append(
            f"{package.name} has tracked changes: it is read as if all of them were accepted."
        )
    left_out = list(_left_out(view, package))
    if left_out:
        found.append(
            f"{package.name} has words outside its text that are not read as law: "
            f"{', '.join(left_out)}."
        )
    if view.counting:
        found.append(
            f"{package.name} has numbers amid its words that Word counts in fields (AUTONUM, "
            "LISTNUM) and writes nowhere: they are not read; type them, or use a numbered list."
        )
    return tuple(found)


def of_own(own: OwnWork | None, name: str) -> tuple[str, ...]:
    """What was taken out of a document of ours before it was read, if anything was."""
    if own is None:
        return ()
    gone, stays = _joined(own.changes, own.comments), _joined(own.edited, own.answered)
    rest = f"; {stays} that somebody has edited or answered stay in" if stays else ""
    return (
        f"{name} is from annotate and is read without {gone} of annotate's own that nobody has "
        f"decided, so that nothing is proposed or said twice{rest}.",
    )


def _joined(changes: int, comments: int) -> str:
    """So many tracked changes and comments."""
    counted = ((changes, "tracked change"), (comments, "comment"))
    return " and ".join(
        f"{count} {what}{'' if count == 1 else 's'}" for count, what in counted if count
    )


def _left_out(view: WordView, package: Package) -> list[str]:
    counted = (
        (view.note_marks, "note at the foot or the end", "notes at the foot or the end"),
        (view.boxes, "text box", "text boxes"),
        (view.elsewhere, "file that is to be put in", "files that are to be put in"),
    )
    found = [f"{count} {one if count == 1 else many}" for count, one, many in counted if count]
    if any(_has_words(package, kind) for kind in ("header", "footer")):
        found.append("the heads or feet of its pages")
    return found


def _has_words(package: Package, kind: str) -> bool:
    return any(
        _LETTERS.search("".join(text.text or "" for text in root.iter(W + "t")))
        for root in package.parts(kind)
    )
