"""What a corpus says of its countries: a page, a workbook, tables, or a few sentences.

:mod:`.gathering` counts (:mod:`.figures`), part by part of the corpus (:mod:`.parts`): laws and
matters, what is lacking, where laws fall short of what binds (:mod:`.falling_short`), which
amendments would change most (:mod:`.changing`). :mod:`.telling` puts the figures into sentences,
:mod:`.drawing` into pictures, :mod:`.tables` into tables; the formats print those.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from annotator.corpus.report import as_csv, as_text, page, workbook
from annotator.corpus.report.figures import CorpusFigures
from annotator.corpus.report.gathering import gather as gather
from annotator.errors import UsageError
from annotator.files import refuse_others, refuse_twice, replacing_all, writing

__all__ = ["CorpusFigures", "check", "gather", "in_words", "save"]

_Write = Callable[[CorpusFigures, BinaryIO], None]

_FORMATS: dict[str, tuple[_Write, Callable[[BinaryIO], bool]]] = {
    ".html": (page.write, page.is_untouched),
    ".htm": (page.write, page.is_untouched),
    ".xlsx": (workbook.write, workbook.is_untouched),
    ".txt": (as_text.write, as_text.is_untouched),
}


def check(outputs: Sequence[Path], out: str | Path, *, overwrite: bool = False) -> None:
    """See to it, before the work, that reports can go where they are to go.

    Args:
        outputs: files, whose suffixes name their format, and folders, for tables as CSV.
        out: the corpus itself, into which no report goes.
        overwrite: whether files may be lost that are no reports of ours.

    Raises:
        UsageError: a suffix names no format, or a folder is the corpus.
        OutputError: a file is named twice, or is none of ours.
    """
    refuse_twice(outputs)
    for path in outputs:
        if _is_folder(path):
            if path.resolve() == Path(out).resolve():
                raise UsageError(f"{path} is the corpus: name another folder for the tables.")
        elif path.suffix.lower() not in _FORMATS:
            folder = path.with_suffix("")
            raise UsageError(
                f"No report on a corpus is written as {path.suffix}: name a file with the suffix "
                f".html, .xlsx or .txt, or a folder for tables as CSV, such as {folder}."
            )
    if not overwrite:
        for path in outputs:
            for file, is_ours in _files(path):
                refuse_others(file, is_ours)


def save(figures: CorpusFigures, outputs: Sequence[Path]) -> None:
    """Write the reports, all or none.

    Raises:
        OutputError: one cannot be written.
    """
    contents: dict[Path, bytes] = {}
    for path in outputs:
        if _is_folder(path):
            contents |= {path / name: data for name, data in as_csv.pages(figures).items()}
            continue
        made = BytesIO()
        _FORMATS[path.suffix.lower()][0](figures, made)
        contents[path] = made.getvalue()
    for path in filter(_is_folder, outputs):
        with writing(path):
            path.mkdir(parents=True, exist_ok=True)
    with replacing_all(list(contents)) as files:
        for file, data in zip(files, contents.values(), strict=True):
            file.write(data)


def in_words(figures: CorpusFigures, encoding: str) -> bytes:
    """The report in short, for a screen."""
    made = BytesIO()
    as_text.write(figures, made, encoding)
    return made.getvalue()


def _is_folder(path: Path) -> bool:
    return path.is_dir() or not path.suffix


def _files(path: Path) -> list[tuple[Path, Callable[[BinaryIO], bool]]]:
    """The files that a report has, each with what tells whether it is ours."""
    if _is_folder(path):
        return [(path / name, as_csv.is_untouched) for name in as_csv.pages(CorpusFigures())]
    return [(path, _FORMATS[path.suffix.lower()][1])]
