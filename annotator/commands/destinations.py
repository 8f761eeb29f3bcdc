"""Where the reports of one run go, and in which format each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from annotator import __version__
from annotator.errors import UsageError
from annotator.files import refuse_inputs, refuse_others, refuse_twice
from annotator.request import Request, View
from annotator.schema import Label, Struct
from annotator.writers import FORMATS, by_suffix, is_untouched

#: The report to be read.
DEFAULT = next(iter(FORMATS))
#: What a report in text would not be, though its name said so.
_OF_OTHERS = frozenset((".pdf", ".doc", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".xls", ".ods"))


class Destination(Struct, frozen=True):
    """A file, or standard output where there is no ``path``, and what is shown there.

    ``overwrite`` says that whatever the file holds may be lost.
    """

    path: Path | None
    view: View
    overwrite: bool = False


def destinations(
    outputs: Sequence[Path],
    kind: str | None,
    view_of: Callable[[str], View],
    *,
    overwrite: bool = False,
) -> tuple[Destination, ...]:
    """The files named, each with a view in its format.

    Args:
        outputs: as ``-o`` names them; none is standard output.
        kind: the format that ``--format`` names: of standard output, of one file whatever its
            suffix, and of those of several files whose suffixes name none.
        view_of: makes the view in a format.
        overwrite: whether the files may be lost, whatever they hold.

    Raises:
        UsageError: a format and a suffix that do not go together.
        OutputError: a file is named twice.
    """
    refuse_twice(outputs)
    for path in outputs:
        if path.suffix.lower() in _OF_OTHERS:
            raise UsageError(
                f"No report is written as {path.suffix}: choose another suffix for {path}, "
                "such as .docx or .txt."
            )
    if not outputs:
        return (Destination(path=None, view=view_of(kind or DEFAULT)),)
    return tuple(
        Destination(
            path=path,
            view=replace(view_of(format_), one_line=_is_lined(path, format_)),
            overwrite=overwrite,
        )
        for path, format_ in zip(outputs, _formats(outputs, kind), strict=True)
    )


def ready(
    goals: Sequence[Destination], laws: Sequence[str], request: Request
) -> tuple[Destination, ...]:
    """The destinations as the laws and the request call for them.

    Raises:
        UsageError: there are several laws, and a file can hold one, or its name says that it holds
            one, or amendments of one are named.
        OutputError: a file is one of the laws, or no report of ours as we wrote it, and may not be
            overwritten.
    """
    several = len(laws) > 1
    if several and any(goal.view.accept for goal in goals):
        raise UsageError("--accept names amendments of one law: give one FILE.")
    for goal in goals:
        if goal.path is not None:
            refuse_inputs(goal.path, laws)
            if not goal.overwrite:
                refuse_others(goal.path, partial(is_untouched, kind=goal.view.format))
        if several and goal.path is not None:
            _refuse_several(goal.path, goal.view.format)
        if several and FORMATS[goal.view.format].laws == "alone":
            raise UsageError(
                f"A report in the format {goal.view.format} is on one law: annotate one at a time."
            )
    return tuple(
        replace(
            goal,
            view=replace(
                goal.view,
                one_line=goal.view.one_line or several,
                proposals=request.proposals,
                program=__version__,
            ),
        )
        for goal in goals
    )


def labels_shown(goals: Sequence[Destination]) -> frozenset[Label]:
    """The labels of the clauses that any of the reports shows."""
    return frozenset(label for goal in goals for label in goal.view.labels)


def _formats(outputs: Sequence[Path], kind: str | None) -> list[str]:
    named = [by_suffix(path)[0] for path in outputs]
    if kind is None:
        return [one or DEFAULT for one in named]
    if len(outputs) == 1:
        _check_name(outputs[0], named[0], kind)
        return [kind]
    if all(named) and kind not in named:
        raise UsageError(
            f"--format {kind} is for none of the files, whose suffixes name other formats: "
            "leave it out."
        )
    return [one or kind for one in named]


def _check_name(path: Path, named: str, kind: str) -> None:
    """See to it that no file promises by its name what a program then cannot open."""
    if named and named != kind and (FORMATS[named].binary or FORMATS[kind].binary):
        raise UsageError(
            f"--format {kind} contradicts the name of {path}, which is that of {named}: "
            "leave out --format, or choose another suffix."
        )


def _refuse_several(path: Path, kind: str) -> None:
    """See to it that what is called ``.json`` can be read as JSON: a law a line is none."""
    suffix, format_ = by_suffix(path)[1], FORMATS[kind]
    if suffix not in format_.lined and suffix in format_.suffixes and format_.lined:
        raise UsageError(
            f"A {suffix} file holds one law: name {path.with_suffix(format_.lined[0])}, in which "
            "each law is a line."
        )


def _is_lined(path: Path, kind: str) -> bool:
    return by_suffix(path)[1] in FORMATS[kind].lined
