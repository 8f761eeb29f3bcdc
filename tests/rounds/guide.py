"""docs/rounds.md typed into a shell word for word, while people judge between its commands.

``make rounds-guide`` does so as on an empty machine: in a fresh copy of the repository, whose
environments and server the guide's own commands make. The tests do it beside a server that runs.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from annotator.rounds.doccano.client import Server
from annotator.rounds.store import Store
from tests.rounds.conftest import ROOT, free_port, label

GUIDE = (ROOT / "docs" / "rounds.md").read_text(encoding="utf-8")
ROUND = "2026-12"
_ENDED = "-- ended with"

#: Types a command; gives its exit status, and what it said on both streams.
Type = Callable[[str], tuple[int, str]]


def commands(page: str) -> list[str]:
    """What a reader of a page is told to type."""
    return [
        line.removeprefix("$ ").partition("  #")[0].strip()
        for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL)
        for line in block.splitlines()
    ]


def follow(folder: Path, environment: Mapping[str, str], tell: Callable[[str], None]) -> None:
    """Type all commands of the guide in their order, in one shell; before a pull, people judge."""
    with shell(folder, environment) as type_:
        for command in commands(GUIDE):
            if " pull " in command:
                judge(_people(type_), Store(folder / "rounds"))
            status, said = type_(command)
            tell(f"$ {command}\n{said}")
            assert status == 0, f"{command}: {said}"


@contextmanager
def shell(folder: Path, environment: Mapping[str, str]) -> Iterator[Type]:
    """A shell that keeps what is exported from one command to the next."""
    with subprocess.Popen(
        ["bash"], cwd=folder, env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as bash:  # fmt: skip
        assert bash.stdin
        assert bash.stdout

        def type_(command: str) -> tuple[int, str]:
            bash.stdin.write(f'{command} </dev/null\necho "{_ENDED} $?"\n')
            bash.stdin.flush()
            said = []
            for line in bash.stdout:
                before, ended, status = line.rpartition(_ENDED)
                if ended:
                    return int(status), "".join([*said, before])
                said.append(line)
            raise AssertionError(f"the shell ended in {command}: {''.join(said)}")

        yield type_
        bash.stdin.close()


def _people(type_: Type) -> Callable[[str], Server]:
    """Connections in the members' names, by what the guide has put into the shell."""
    url = type_("echo $DOCCANO_URL")[1].strip()
    tokens = type_("echo $DOCCANO_TOKENS")[1].split()
    known = dict(pair.split("=", 1) for pair in tokens)
    return lambda name: Server(url, token=known[name])


def judge(as_member: Callable[[str], Server], store: Store) -> None:
    """What members would do by then: judge all, differ once; and the adjudicator decides it."""
    for project in store.read(ROUND).projects:
        for name in project.members:
            member = as_member(name)
            for place, row in enumerate(sorted(member.rows(project.id))):
                if not member.labels(project.id, row.id):
                    differs = name == "ben" and place == 0
                    said = ["neutral"] if differs else ["blind", "search"]
                    label(member, project.id, row.id, *said)
                elif project.purpose == "adjudicate":  # what most members said is set already
                    member.confirm(project.id, row.id)


def own_environment() -> dict[str, str]:
    """The variables of this process but those of its Python and of a make that started it."""
    ours = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "MAKE", "MFLAGS", "DOCCANO_")
    found = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    places = [one for one in found["PATH"].split(os.pathsep) if one != f"{sys.prefix}/bin"]
    return {**found, "PATH": os.pathsep.join(places)}


def main() -> None:
    """As on an empty machine."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "annotate"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
        environment = {**own_environment(), "PORT": str(free_port())}
        try:
            follow(folder, environment, lambda said: print(said, flush=True))
        finally:
            subprocess.run(["make", "doccano-stop"], cwd=folder, env=environment, check=False)


if __name__ == "__main__":
    sys.exit(main())
