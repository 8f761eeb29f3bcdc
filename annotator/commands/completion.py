"""``annotate completion``: commands, options and their values completed by the shell.

It is click's own completion. The shell asks by calling the program with :data:`ASKED` set.
"""

from __future__ import annotations

import os

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    add_completion_class,
    get_completion_class,
    shell_complete,
)

#: The variable that says what a shell asks for.
ASKED = "_ANNOTATE_COMPLETE"
SHELLS = ("bash", "zsh", "fish")


class _Bash(BashComplete):
    """Completion for bash that lists files beside words: click's has either."""

    source_template = BashComplete.source_template.replace(
        "            COMPREPLY=()\n            compopt -o default\n",
        "            compopt -o filenames\n"
        "            local files\n"
        '            mapfile -t files < <(compgen -f -- "$value")\n'
        '            COMPREPLY+=("${files[@]}")\n',
    )


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and their values.

    \b
    bash: put  eval "$(annotate completion bash)"  into ~/.bashrc
    zsh:  put  eval "$(annotate completion zsh)"  into ~/.zshrc, below compinit
    fish: annotate completion fish > ~/.config/fish/completions/annotate.fish
    """
    add_completion_class(_Bash)
    made = get_completion_class(shell)
    assert made is not None  # noqa: S101  # click has all three
    click.echo(made(context.find_root().command, {}, "annotate", ASKED).source(), nl=False)


def asked_to_complete(program: click.Command) -> int | None:
    """Answer a shell that asks for completions; the exit status, or None where none asks.

    Whatever goes wrong, nothing is said: it would stand in the line that is being typed.
    """
    asked = os.environ.get(ASKED)
    if not asked:
        return None
    add_completion_class(_Bash)
    try:
        return shell_complete(program, {}, "annotate", ASKED, asked)
    except Exception:
        return 1


def files(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of files, for an argument that is one or may be ``-``."""
    return [CompletionItem(incomplete, type="file")]
