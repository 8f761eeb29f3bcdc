"""A doccano server on this machine: its database, its accounts, its two processes.

``python -m annotator.rounds.doccano.local start`` is what ``make doccano`` runs. The server lives
in an environment of its own, since it and this program need versions of the same libraries that do
not go together. It listens on 127.0.0.1 only. What is secret is generated once and kept in files
that only their owner can read.
"""

from __future__ import annotations

import json
import os
import secrets
import shlex
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
import msgspec

from annotator.errors import AnnotatorError, RoundError
from annotator.expressions import expression
from annotator.files import replacing
from annotator.schema import Struct

ADMIN = "coordinator"
_HERE = Path(__file__).parent / "inside"
# Where something failed that shows long before; a busy machine may need as much.
_READY_SECONDS = 600
_STOP_SECONDS = 15
# Django's rule, which doccano goes by.
_USER_NAME = expression(r"[\w.@+-]{1,150}")


class Account(Struct, frozen=True):
    """A person's way into the local server."""

    password: str
    token: str = ""


class Secrets(Struct, frozen=True):
    """What the local server must not tell: ``accounts`` by user name."""

    key: str
    accounts: dict[str, Account]


class LocalServer:
    """The server in ``home``.

    Args:
        home: the folder of its database, logs and secrets.
        python: the Python of the environment that doccano is installed in.
        port: where the web server listens.
    """

    def __init__(self, home: Path, python: Path, port: int = 8000) -> None:
        self.home = home.absolute()
        # Not resolved: an environment's Python is a link, and its place says which environment.
        self.python = python.absolute()
        self.port = port
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def url(self) -> str:
        """Where the server answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Make the database if there is none, and start what does not run yet.

        Raises:
            RoundError: doccano is not installed there, or does not come up.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)
        known = self._secrets()
        self._prepare()
        self.add_accounts([*known.accounts, ADMIN])
        self.start_web()
        self.start_worker()
        self._wait()

    def start_web(self) -> None:
        """Start the web server, if it does not run."""
        address = f"127.0.0.1:{self.port}"
        # One process with threads: SQLite lets one write at a time all the same.
        options = ["--workers", "1", "--threads", "8", "--bind", address, "--timeout", "120"]
        self._run("web", ["gunicorn", "config.wsgi", "--chdir", str(self._backend()), *options])

    def start_worker(self) -> None:
        """Start the task queue, if it does not run."""
        options = ["--pool", "solo", "--loglevel", "info"]
        workdir = ["--workdir", str(self._backend())]
        self._run("worker", ["celery", "--app", "config", *workdir, "worker", *options])

    def stop(self, names: Iterable[str] = ("web", "worker")) -> None:
        """Stop the processes named; those that do not run are left alone."""
        for name in names:
            pid, child = self.pid(name), self._children.pop(name, None)
            if pid is not None:
                _end(pid, child)
            if child is not None:
                child.wait()
            self._pid_file(name).unlink(missing_ok=True)

    def pid(self, name: str) -> int | None:
        """The process of the web server or the worker, if it runs."""
        try:
            pid = int(self._pid_file(name).read_text())
        except (OSError, ValueError):
            return None
        command = _command_of(pid)
        return pid if "gunicorn" in command or "celery" in command else None

    def add_accounts(self, names: Iterable[str]) -> Mapping[str, Account]:
        """Make accounts for those of ``names`` that have none, with generated passwords.

        Returns:
            all accounts, by user name.

        Raises:
            RoundError: a name cannot be that of an account.
        """
        names = tuple(names)
        refuse_odd(names)
        known = self._secrets()
        accounts = dict(known.accounts)
        for name in names:
            accounts.setdefault(name, Account(password=secrets.token_urlsafe(12)))
        wanted = [
            {"username": name, "password": account.password, "admin": name == ADMIN}
            for name, account in accounts.items()
        ]
        script = (_HERE / "accounts.py").read_text(encoding="utf-8")
        output = self._python(["-c", script], stdin=json.dumps(wanted))
        tokens = json.loads(output.splitlines()[-1])
        accounts = {
            name: Account(password=account.password, token=tokens[name])
            for name, account in accounts.items()
        }
        self._keep(Secrets(key=known.key, accounts=accounts))
        return accounts

    def vote(self, project: int, members: Iterable[str], labels: Iterable[str]) -> None:
        """Let ``members`` label and confirm all clauses of a project at once, to measure with."""
        wanted = {"project": project, "members": list(members), "labels": list(labels)}
        script = (_HERE / "votes.py").read_text(encoding="utf-8")
        self._python(["-c", script], stdin=json.dumps(wanted))

    def environment(self) -> dict[str, str]:
        """The variables that ``annotate rounds`` reads, for this server."""
        accounts = self._secrets().accounts
        tokens = [f"{name}={one.token}" for name, one in accounts.items() if name != ADMIN]
        return {
            "DOCCANO_URL": self.url,
            "DOCCANO_USERNAME": ADMIN,
            "DOCCANO_PASSWORD": accounts[ADMIN].password,
            "DOCCANO_TOKENS": " ".join(tokens),
        }

    def _prepare(self) -> None:
        for command in (["migrate"], ["create_roles"]):
            self._python([str(self._backend() / "manage.py"), *command])

    def _run(self, name: str, command: list[str]) -> None:
        if self.pid(name) is not None:
            return
        with (self.home / f"{name}.log").open("ab") as log:
            child = self._children[name] = subprocess.Popen(  # noqa: S603  # our own command
                [str(self.python), "-m", *command],
                cwd=self.home,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._pid_file(name).write_text(str(child.pid))

    def _wait(self) -> None:
        """Wait until web server and worker both answer, as doccano's own health check sees it."""
        end = time.monotonic() + _READY_SECONDS
        # In a new database each of the two makes the queue, and the later one may fail over that.
        tries = 2
        while time.monotonic() < end and self.pid("web") is not None:
            if self.pid("worker") is None:
                if not tries:
                    break
                tries -= 1
                self.start_worker()
            try:
                with urllib.request.urlopen(f"{self.url}/v1/health/?format=json", timeout=20):  # noqa: S310
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        raise RoundError(
            f"doccano does not come up at {self.url}: read {self.home / 'web.log'} and "
            f"{self.home / 'worker.log'}, or choose another port."
        )

    def _python(self, arguments: list[str], stdin: str = "") -> str:
        done = subprocess.run(  # noqa: S603  # our own command
            [str(self.python), *arguments],
            cwd=self.home,
            env=self._environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
            raise RoundError(f"doccano in {self.python.parent} fails ({reason}); reinstall it.")
        return done.stdout

    def _environment(self) -> dict[str, str]:
        own = {
            "DJANGO_SETTINGS_MODULE": "annotate_settings",
            "PYTHONPATH": os.pathsep.join([str(self._settings()), str(self._backend())]),
            "SECRET_KEY": self._secrets().key,
            "DATABASE_URL": f"sqlite:///{self.home / 'db.sqlite3'}",
            "MEDIA_ROOT": str(self.home / "media"),
            "STANDALONE": "True",
        }
        return {**os.environ, **own}

    def _settings(self) -> Path:
        """A folder with our settings under a name that no module of doccano has."""
        folder = self.home / "settings"
        folder.mkdir(exist_ok=True)
        (folder / "annotate_settings.py").write_bytes((_HERE / "settings.py").read_bytes())
        return folder

    def _backend(self) -> Path:
        found = sorted(self.python.parents[1].glob("lib/python3*/site-packages/backend"))
        if not found:
            raise RoundError(f"doccano is not installed at {self.python}: run `make doccano`.")
        return found[0]

    def _pid_file(self, name: str) -> Path:
        return self.home / f"{name}.pid"

    def _secrets(self) -> Secrets:
        path = self.home / "secrets.json"
        if not path.exists():
            self._keep(Secrets(key=secrets.token_urlsafe(48), accounts={}))
        return msgspec.json.decode(path.read_bytes(), type=Secrets)

    def _keep(self, known: Secrets) -> None:
        with replacing(self.home / "secrets.json", "wb", private=True) as file:
            file.write(msgspec.json.encode(known))
        if ADMIN in known.accounts:
            known_by = [
                f"# {name}: {account.password}\n" for name, account in known.accounts.items()
            ]
            exports = [
                f"export {name}={shlex.quote(value)}\n"
                for name, value in self.environment().items()
            ]
            lines = ["# user names and passwords\n", *known_by, *exports]
            with replacing(self.home / "env", private=True) as sourced:
                sourced.writelines(lines)


def refuse_odd(names: Iterable[str]) -> None:
    """See to it that ``names`` can be those of accounts, as doccano has them.

    Raises:
        RoundError: one cannot.
    """
    for name in names:
        if not _USER_NAME.fullmatch(name):
            raise RoundError(
                f"{name!r} cannot be the name of an account: use up to 150 letters, digits and "
                "@ . + - _, and no space."
            )


def _command_of(pid: int) -> str:
    listed: Any = subprocess.run(  # noqa: S603
        ["ps", "-o", "command=", "-p", str(pid)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return str(listed.stdout)


def _end(pid: int, child: subprocess.Popen[bytes] | None) -> None:
    """End a process and its children; those that do not listen are killed."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGTERM)
        end = time.monotonic() + _STOP_SECONDS
        while _runs(pid, child) and time.monotonic() < end:
            time.sleep(0.1)
        os.killpg(pid, signal.SIGKILL)


def _runs(pid: int, child: subprocess.Popen[bytes] | None) -> bool:
    return bool(_command_of(pid)) if child is None else child.poll() is None


@click.group()
@click.option("--home", type=click.Path(path_type=Path), default=Path("work/doccano"))
@click.option("--python", type=click.Path(path_type=Path), default=Path(".venv-doccano/bin/python"))
@click.option("--port", default=8000, show_default=True)
@click.pass_context
def main(context: click.Context, home: Path, python: Path, port: int) -> None:
    """The doccano server on this machine: what `make doccano` and `make doccano-stop` run."""
    context.obj = LocalServer(home, python, port)


@main.command()
@click.argument("accounts", nargs=-1, envvar="ACCOUNTS")
@click.pass_obj
def start(server: LocalServer, accounts: tuple[str, ...]) -> None:
    """Start it, and make ACCOUNTS (or those in the variable of that name) for annotators."""
    refuse_odd(accounts)
    server.start()
    server.add_accounts(accounts)
    click.echo(
        f"doccano runs at {server.url}; its accounts and passwords are in {server.home}/env."
    )
    click.echo(f"Let `annotate rounds` know them:  . {server.home}/env")


@main.command()
@click.pass_obj
def stop(server: LocalServer) -> None:
    """Stop it; its database stays."""
    server.stop()
    click.echo(f"doccano is stopped; its database is in {server.home}.")


if __name__ == "__main__":
    try:
        main()
    except AnnotatorError as error:
        sys.exit(str(error))
