"""The server on this machine: for this machine only, and its secrets for its owner only."""

from __future__ import annotations

import json
import socket
import subprocess
import urllib.request

import pytest

from annotator.errors import RoundError
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import ADMIN, Account, LocalServer, Secrets
from tests.rounds.conftest import MEMBERS


def test_its_secrets_are_generated_and_for_the_owner_alone(local):
    assert local.home.stat().st_mode & 0o777 == 0o700
    for name in ("secrets.json", "env"):
        assert (local.home / name).stat().st_mode & 0o777 == 0o600
    kept = json.loads((local.home / "secrets.json").read_text())
    words = [kept["key"], *(one["password"] for one in kept["accounts"].values())]
    assert len(set(words)) == len(words)
    assert min(map(len, words)) >= 16


def test_no_secret_stands_in_a_log(local):
    kept = json.loads((local.home / "secrets.json").read_text())
    logs = "".join((local.home / f"{name}.log").read_text() for name in ("web", "worker"))
    for account in kept["accounts"].values():
        assert account["password"] not in logs
        assert account["token"] not in logs
    assert kept["key"] not in logs


def test_it_listens_on_this_machine_only(local):
    with socket.create_connection(("127.0.0.1", local.port)):
        pass
    own = socket.gethostbyname(socket.gethostname())
    if not own.startswith("127."):
        with pytest.raises(OSError):  # noqa: PT011
            socket.create_connection((own, local.port), timeout=5)


def test_a_foreign_host_name_is_refused(local):
    request = urllib.request.Request(f"{local.url}/v1/roles", headers={"Host": "evil.example"})  # noqa: S310
    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(request)  # noqa: S310


def test_its_passwords_and_tokens_let_in(local, accounts):
    assert Server(local.url, ADMIN, accounts[ADMIN].password).username() == ADMIN
    for name in MEMBERS:
        assert Server(local.url, token=accounts[name].token).username() == name


def test_accounts_that_are_there_keep_their_passwords(local, accounts):
    again = local.add_accounts(MEMBERS)  # a token goes when its owner has logged out
    assert {name: one.password for name, one in again.items()} == {
        name: one.password for name, one in accounts.items()
    }


@pytest.mark.parametrize("name", ["o'neil", "a b", "", "a,b", "a=b", "$(id)"])
def test_a_name_that_no_account_can_have_is_refused_before_anything_is_made(tmp_path, name):
    server = LocalServer(tmp_path / "home", tmp_path / "bin" / "python")
    with pytest.raises(RoundError, match="cannot be the name of an account: use up to 150"):
        server.add_accounts(["ana", name])
    assert not (tmp_path / "home").exists()


def test_the_variables_that_a_shell_sources_hold_whatever_stands_in_them(tmp_path):
    server = LocalServer(tmp_path / "o'neil's home", tmp_path / "bin" / "python")
    server.home.mkdir()
    server._keep(Secrets(key="k", accounts={ADMIN: Account(password="it's")}))  # noqa: S106
    shown = subprocess.run(
        ["/bin/sh", "-c", '. "$0"; printf %s "$DOCCANO_PASSWORD"', server.home / "env"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert shown.stdout == "it's"


def test_starting_what_runs_changes_nothing(local):
    pids = [local.pid(name) for name in ("web", "worker")]
    local.start()
    assert [local.pid(name) for name in ("web", "worker")] == pids


def test_a_task_queue_that_ended_while_both_were_starting_is_started_again(local):
    local.stop(["worker"])
    local._wait()
    assert local.pid("worker") is not None


def test_where_doccano_is_not_installed_it_says_so(tmp_path):
    with pytest.raises(RoundError, match=r"doccano is not installed at .*make doccano"):
        LocalServer(tmp_path / "home", tmp_path / "bin" / "python").start()


def test_what_is_no_doccano_is_said(tmp_path):
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
    from threading import Thread

    with ThreadingHTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{other.server_address[1]}"
        with pytest.raises(RoundError, match=r"is not a doccano of version 1\.8\.4 or 1\.8\.5"):
            Server(url, "ana", "secret")
        other.shutdown()
