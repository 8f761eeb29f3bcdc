"""``annotate completion``: commands, options and their values completed by the shell.

It is click's own completion. The shell asks by calling the program with :data:`ASKED` set.
"""

from __future__ import annotations

import os

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ZshComplete,
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

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and that one: bash takes ``=`` for a word."""
        words, begun = super().get_completion_args()
        return [word for word in words if word != "="], begun


class _Zsh(ZshComplete):
    """Completion for zsh in which a value behind ``--option=`` takes that value's place alone."""

    # With -U zsh would put a value in the place of the option, too.
    source_template = (
        ZshComplete.source_template.replace(
            "    for type key descr in", "    compset -P '--*='\n\n    for type key descr in"
        )
        .replace("compadd -U -V", "compadd -V")
        .replace("completions_with_descriptions -U", "completions_with_descriptions")
    )


class _Fish(FishComplete):
    """Completion for fish that offers values behind ``--option=`` as fish wants them: with it."""

    source_template = (
        FishComplete.source_template.replace(
            "    for completion in $response;",
            "    set -l before (string match -r -- '^--[^=]*=' (commandline -t));\n\n"
            "    for completion in $response;",
        )
        .replace(
            "__fish_complete_path $metadata[2];",
            'for path in (__fish_complete_path $metadata[2]); echo "$before$path"; end;',
        )
        .replace("echo $metadata[2];", 'echo "$before$metadata[2]";')
    )


@click.command()
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and their values.

    \b
    bash: put  eval "$(annotate completion bash)"  into ~/.bashrc
    zsh:  put  eval "$(annotate completion zsh)"  into ~/.zshrc, below compinit
    fish: annotate completion fish > ~/.config/fish/completions/annotate.fish
    """
    _ours()
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
    _ours()
    try:
        return shell_complete(program, {}, "annotate", ASKED, asked)
    except Exception:
        return 1


def _ours() -> None:
    """Put our shells in the place of click's."""
    for one in (_Bash, _Zsh, _Fish):
        add_completion_class(one)


def files(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of files and folders, for what is one or may be ``-``, an address or a pattern."""
    return [CompletionItem(incomplete, type="file")]


def country_codes(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Codes of countries, each with its name, in the case in which one is begun."""
    from iso3166 import countries_by_alpha2

    from annotator.bindings.countries import find_country

    found = sorted(code for code in countries_by_alpha2 if code.startswith(incomplete.upper()))
    return [
        CompletionItem(code.lower() if incomplete.islower() else code, help=find_country(code).name)
        for code in found
    ]
