"""Laws that are published in pieces: fetched one by one, and put together."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from annotator.expressions import expression
from annotator.files import replacing
from annotator.training.corpus.download import check, fetch

#: What stands above each piece: the code, the chapter, the section that it is of.
_HEAD = expression(r"(?:#{1,4} .*\n)+")


def fetch_pieces(url: str, numbers: tuple[int, int], path: Path, sha256: str) -> None:
    """Put together at ``path`` what ``url`` sends for each number, once its checksum is proven.

    Pieces that came before an interruption are kept beside it, and not asked for again.

    Args:
        url: with ``{piece}`` in the number's place.
        numbers: the first and the last.
        path: of the whole.
        sha256: of the whole.

    Raises:
        HostDown: nothing at that address answers.
        NoRoom: a file cannot be written.
        CorpusError: a piece is not there, or they are not what was labelled.
    """
    folder = path.with_name(path.name + ".pieces")
    first, last = numbers
    pieces = {folder / f"{number}.md": number for number in range(first, last + 1)}
    for piece, number in pieces.items():
        if not piece.exists():
            fetch(url.format(piece=number), piece)
    data = assembled(piece.read_text("utf-8", "replace") for piece in pieces).encode()
    # Kept no longer, whichever way it goes: which of them was wrong nobody could tell.
    shutil.rmtree(folder, ignore_errors=True)
    check(data, sha256, url)
    with replacing(path, "wb") as out:
        out.write(data)


def assembled(pieces: Iterable[str]) -> str:
    r"""One text of the pieces, each head once.

    >>> assembled(["\n# Code\n#### § 1.\n\n(a) A.\n", "\n# Code\n#### § 1.\n##### (b) B\n\nB.\n"])
    '# Code\n#### § 1.\n\n(a) A.\n\n##### (b) B\n\nB.\n'
    """
    above, parts = "", []
    for piece in pieces:
        text = piece.strip("\n")
        head = match[0] if (match := _HEAD.match(text)) else ""
        parts.append(text.removeprefix(head) if head == above else text)
        above = head
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"
