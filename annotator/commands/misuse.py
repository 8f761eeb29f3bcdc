"""A command line that was misunderstood: what is wrong with it, and what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

import click

from annotator.expressions import expression

#: How alike two words are, from 0 to 1, of which one may stand for the other.
_NEAR = 0.7
#: What click says of a value that is none of several.
_NO_CHOICE = expression(r"'(?P<value>[^']*)' is not one of ")


def misused(error: click.ClickException, arguments: Sequence[str]) -> str:
    """One sentence on what is wrong, with what is near it, and where to read on.

    Args:
        error: what click makes of the command line.
        arguments: of the command line; a file whose name looks like an option may be meant.
    """
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context and (taken := _command_meant(context, arguments)):
        return taken
    if isinstance(error, click.NoSuchOption) and (file := _file_meant(error, arguments)):
        return f"{file} is taken for an option: write ./{file} for the file."
    told = _told(error, context).rstrip(".?")
    mark = "?" if ": did you mean " in told else ";"
    see = "See" if mark == "?" else "see"
    path = context.command_path if context else "annotate"
    return f"{told}{mark} {see} {path.replace('annotate annotate', 'annotate')} --help."


def taken_for_file(name: str, commands: Iterable[str]) -> str:
    """What to say of the name of a law that is no file and may be a command; else nothing."""
    path = Path(name)
    if name == "-" or path.suffix or path.name != name or path.exists():
        return ""
    told = f"{name} is neither a file here nor a command"
    if near := nearest(name, commands):
        return f"{told}: did you mean annotate {near}? See annotate --help."
    with suppress(OSError):
        if any(one.stem.lower() == name.lower() for one in Path().iterdir()):
            return ""  # whoever opens it names the file that is meant
    return f"{told}: name the file of a law (annotate law.txt), or see annotate --help."


def nearest(word: str, names: Iterable[str]) -> str:
    """Of names those that a word may stand for: ``list``, ``check or show``; maybe none."""
    return " or ".join(get_close_matches(word.lower(), names, cutoff=_NEAR))


def _command_meant(context: click.Context, arguments: Sequence[str]) -> str:
    """What to say where the first word is a command misspelt, whose options no law has."""
    program = context.find_root().command
    first = arguments[0] if arguments else ""
    if not isinstance(program, click.Group) or first in program.commands or first.startswith("-"):
        return ""
    return taken_for_file(first, program.commands) if first else ""


def _file_meant(error: click.NoSuchOption, arguments: Sequence[str]) -> str:
    named = (one for one in arguments if one.startswith(error.option_name))
    return next((name for name in named if Path(name).exists()), "")


def _told(error: click.ClickException, context: click.Context | None) -> str:
    if isinstance(error, click.NoSuchOption):
        return _no_option(error, context)
    if context is not None and isinstance(context.command, click.Group):
        return _no_command(error, context, context.command)
    choice = _NO_CHOICE.search(error.format_message())
    kind = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    if choice and isinstance(kind, click.Choice):
        near = nearest(choice["value"], map(str, kind.choices))
        said = error.format_message()[: choice.end()]
        if near:
            return f"{said}its values: did you mean {near}"
    return " ".join(error.format_message().split())


def _no_option(error: click.NoSuchOption, context: click.Context | None) -> str:
    told = f"No such option: {error.option_name}"
    options = context.command.get_params(context) if context else ()
    names = [name for one in options for name in (*one.opts, *one.secondary_opts)]
    near = nearest(error.option_name, (name for name in names if name.startswith("--")))
    return f"{told}: did you mean {near}" if near else told


def _no_command(error: click.ClickException, context: click.Context, group: click.Group) -> str:
    names = group.list_commands(context)
    wrong = re.match(r"No such command '(.*?)'", error.format_message())
    if wrong is None:
        *others, last = names
        listed = f"{', '.join(others)} or {last}" if others else last
        return f"Say what to do: {context.command_path} {listed}"
    told = f"No such command: {context.command_path} {wrong[1]}"
    near = nearest(wrong[1], names)
    return f"{told}: did you mean {near}" if near else told
