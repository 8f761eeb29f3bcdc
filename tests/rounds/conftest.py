"""A real doccano server, with three members who label through its API."""

from __future__ import annotations

import os
import random
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("doccano_client", reason="needs the extra `rounds`")

from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import ADMIN, Account, LocalServer
from annotator.rounds.manifest import Round, RoundClause, Suggestion
from annotator.rounds.opening import planned
from annotator.rounds.store import Store

ROOT = Path(__file__).parents[2]
PYTHON = Path(os.environ.get("DOCCANO_PYTHON", ROOT / ".venv-doccano" / "bin" / "python"))
MEMBERS = ("ana", "ben", "cleo")
GUIDELINES = ROOT / "corpora" / "GUIDELINES.md"


def silent(doing: str, done: int, of: int) -> None:
    """Progress that nobody watches."""


def free_port() -> int:
    """A port that nobody has, below those that the system gives to whoever asks for any.

    The server binds it only when its database is made, and must still find it free.
    """
    while True:
        port = random.randrange(20_000, 32_000)  # noqa: S311
        with socket.socket() as listening, suppress(OSError):
            listening.bind(("127.0.0.1", port))
            return port


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """The server and its task queue, running."""
    if not PYTHON.exists():
        pytest.skip("needs a doccano server: `make test` installs one")
    server = LocalServer(tmp_path_factory.mktemp("doccano"), PYTHON, free_port())
    try:
        server.start()
        server.add_accounts([*MEMBERS, "dora", "emil"])
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def accounts(local: LocalServer) -> dict[str, Account]:
    return dict(local.add_accounts([]))


@pytest.fixture
def coordinator(local: LocalServer, accounts: dict[str, Account]) -> Server:
    return Server(local.url, ADMIN, accounts[ADMIN].password)


@pytest.fixture
def as_member(local: LocalServer, accounts: dict[str, Account]):
    """Connections in the members' names."""
    return lambda name: Server(local.url, token=accounts[name].token)


@pytest.fixture
def tokens(accounts: dict[str, Account]) -> dict[str, str]:
    return {name: accounts[name].token for name in MEMBERS}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "rounds")


@pytest.fixture
def at_work(local, accounts, tokens, tmp_path, monkeypatch):
    """A folder to work in, with the server's variables set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCCANO_URL", local.url)
    monkeypatch.setenv("DOCCANO_USERNAME", ADMIN)
    monkeypatch.setenv("DOCCANO_PASSWORD", accounts[ADMIN].password)
    monkeypatch.setenv(
        "DOCCANO_TOKENS", " ".join(f"{name}={token}" for name, token in tokens.items())
    )
    return tmp_path


def clause(number: int, members: tuple[str, ...] = MEMBERS, **changed: object) -> RoundClause:
    """The ``number``-th clause of a law written for the tests."""
    text = f"An officer may detain a traveller at post {number} for questioning."
    plain = {
        "id": f"R-{number:04d}",
        "sha256": f"{number:064x}",
        "law": "",
        "title": "Ports Act",
        "number": f"{number}(1)",
        "heading": "Detention",
        "path": ("Part 1",),
        "lead_in": "",
        "text": text,
        "before": "",
        "after": "The next clause.",
        "chosen": "random",
        "suggestion": Suggestion(label="blind", issues=("detention",), confidence=0.9),
        "members": members,
    }
    return RoundClause(**{**plain, **changed})  # type: ignore[arg-type]


def a_round(
    name: str, clauses: tuple[RoundClause, ...], *, url: str = "", assisted: bool = False, key: str
) -> Round:
    return Round(
        name=name,
        url=url,
        opened="2026-11-25T08:00:00+00:00",
        seed=7,
        overlap=1.0,
        assisted=assisted,
        annotators=MEMBERS,
        model="gender_clause 0.1.0",
        clauses=clauses,
        projects=planned(name, key, MEMBERS, clauses),
    )


def label(member: Server, project: int, row: int, *names: str, tick: bool = True) -> None:
    """Set labels on a clause as a person would, and confirm it."""
    types = member.label_types(project)
    for name in names:
        member.set_label(project, row, types[name])
    if tick:
        member.confirm(project, row)
