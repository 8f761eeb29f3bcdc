"""The doccano server by way of doccano-client: what a round asks of it, faults in plain words.

The client does the talking. What it lacks (time limits, a session that has expired, pages longer
than five rows, assignments) is added here, on its own session.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from doccano_client import DoccanoClient
from doccano_client.exceptions import DoccanoAPIError

from annotator.errors import RoundError
from annotator.rounds.doccano import FINISHED
from annotator.rounds.doccano.session import NOT_LOGGED_IN, ServerLost, Session
from annotator.rounds.doccano.task_queue import TaskQueue

_PAGE = 1000


class Gone(RoundError):
    """What was asked for (a project, a clause) is not on the server any more."""


class Row(NamedTuple):
    """A clause on the server: the server's id of it, ours, and to whom it is assigned by name."""

    id: int
    clause: str
    assigned: frozenset[str] = frozenset()


class Comment(NamedTuple):
    """What somebody wrote on a clause; ``row`` is the server's id of it."""

    row: int
    username: str
    text: str


class Member(NamedTuple):
    """Somebody in a project; ``id`` is that of the membership."""

    id: int
    username: str


class Server:
    """A connection in somebody's name.

    Args:
        url: where the server is.
        username: whose account; with ``password``.
        token: instead of both, an account's token.

    Raises:
        RoundError: the server is not reached, refuses the account, or is no doccano we know.
    """

    def __init__(self, url: str, username: str = "", password: str = "", token: str = "") -> None:
        self.url = url.rstrip("/")
        self._login = (username, password)
        self._token = token
        self.client = DoccanoClient(self.url)
        self._session = Session(self.url, self._log_in)
        self._session.headers.update(self.client._base_repository._session.headers)
        self.client._base_repository._session = self._session
        self._queue = TaskQueue(self.url, self.client, self._session)
        self._log_in()
        self._check()

    @property
    def has_assignments(self) -> bool:
        """Whether members see only what is assigned to them (1.8.5), asked of a project of ours.

        A server without them answers any address that it does not know with its start page.
        """
        answer = self._session.get(f"{self.url}/v1/projects/0/assignments")
        return "json" in answer.headers.get("content-type", "")

    def username(self) -> str:
        """The account's user name."""
        with self._explained("the account"):
            return str(self.client.get_profile().username)

    def users(self) -> dict[str, int]:
        """The accounts on the server by user name."""
        with self._explained("the accounts"):
            return {user.username: user.id for user in self.client.search_users()}

    def address(self, project: int) -> str:
        """Where people annotate: the project's first clause, not its start page."""
        return f"{self.url}/projects/{project}/text-classification?page=1"

    def project(self, tag: str) -> int | None:
        """The project that bears ``tag``; the first, were there several."""
        with self._explained("the projects"):
            found = [one.id for one in self._projects() if tag in one.tags]
        return min(found, default=None)

    def exists(self, project: int, tag: str) -> bool:
        """Whether the project of this number is on the server, ours to see, and bears ``tag``.

        Another server, or one whose database was made anew, gives the number to another project.
        """
        try:
            with self._explained(f"project {project}"):
                return tag in self.client.find_project_by_id(project).tags
        except Gone:
            return False

    def create_project(self, name: str, description: str, guideline: str, tags: list[str]) -> int:
        """Make a project in which each member's labels are their own; its id."""
        with self._explained("a new project"):
            made = self.client.create_project(
                name=name,
                project_type="DocumentClassification",
                description=description,
                guideline=guideline,
                collaborative_annotation=False,
                tags=tags,
            )
        return int(made.id)

    def delete_project(self, project: int) -> None:
        """Delete a project with all that is in it; one that is gone already is no fault."""
        try:
            with self._explained(f"project {project}"):
                self.client.delete_project(project)
        except Gone:
            return

    def label_types(self, project: int) -> dict[str, int]:
        """The labels of a project by their text."""
        with self._explained(f"project {project}"):
            listed = self.client.list_label_types(project, type="category")
        return {str(one.text): one.id for one in listed}

    def create_label_type(self, project: int, text: str, color: str, key: str) -> None:
        """Add a label with its colour and the key that sets it."""
        with self._explained(f"project {project}"):
            self.client.create_label_type(
                project, type="category", text=text, color=color, suffix_key=key
            )

    def members(self, project: int) -> list[Member]:
        """Who is in a project."""
        with self._explained(f"project {project}"):
            return [Member(one.id, one.username) for one in self.client.list_members(project)]

    def add_member(self, project: int, username: str) -> None:
        """Make somebody an annotator of a project."""
        with self._explained(f"the account {username}"):
            self.client.add_member(project, username=username, role_name="annotator")

    def rows(self, project: int) -> list[Row]:
        """All clauses of a project that the account sees; its last page is none."""
        with self._explained(f"project {project}"):
            listed = map(_row, self._pages(f"projects/{project}/examples"))
            return [row for row in listed if row.clause != FINISHED]

    def last_page(self, project: int) -> Row | None:
        """The page that says that all is finished, if the project has it."""
        with self._explained(f"project {project}"):
            listed = map(_row, self._pages(f"projects/{project}/examples", q=FINISHED))
            return next((row for row in listed if row.clause == FINISHED), None)

    def create_row(self, project: int, text: str, meta: Mapping[str, str]) -> int:
        """Add a clause to a project; the server's id of it."""
        with self._explained(f"project {project}"):
            return int(self.client.create_example(project, text, meta=dict(meta)).id)

    @property
    def takes_many(self) -> bool:
        """Whether many clauses can be given to it at once: for that its task queue must run."""
        return self._queue.runs

    def create_rows(self, project: int, rows: Sequence[tuple[str, Mapping[str, str]]]) -> None:
        """Add many clauses to a project, each its text and what stands beside it, in their order.

        Raises:
            ServerLost: it failed on the way; what arrived is to be looked for.
        """
        with self._explained(f"project {project}"):
            self._queue.bring(project, rows)

    def delete_rows(self, project: int, rows: Sequence[int]) -> None:
        """Take clauses out of a project."""
        with self._explained(f"project {project}"):
            self.client.bulk_delete_examples(project, list(rows))

    def labels(self, project: int, row: int) -> list[int]:
        """The labels that the account itself has set on a clause."""
        with self._explained(f"project {project}"):
            return [one.label for one in self.client.list_categories(project, row)]

    def set_label(self, project: int, row: int, label: int) -> None:
        """Set a label on a clause in the account's name."""
        with self._explained(f"project {project}"):
            self.client.create_category(project, row, label)

    def confirm(self, project: int, row: int) -> None:
        """Tick a clause in the account's name; a second time takes the tick away."""
        with self._explained(f"project {project}"):
            self.client.update_example_state(project, row)

    def comment(self, project: int, row: int, text: str) -> None:
        """Write a comment on a clause in the account's name."""
        with self._explained(f"project {project}"):
            self.client.create_comment(project, row, text)

    def comments(self, project: int) -> list[Comment]:
        """All comments in a project, whoever wrote them, the oldest first."""
        with self._explained(f"project {project}"):
            return [
                Comment(int(one["example"]), str(one["username"]), str(one["text"]))
                for one in self._pages(f"projects/{project}/comments")
            ]

    def assign_all(self, project: int, members: Sequence[int]) -> None:
        """Assign every clause that nobody has to all members (of their memberships' ids)."""
        shares = [{"member_id": member, "weight": 100} for member in members]
        order = {"strategy_name": "sampling_without_replacement", "workloads": shares}
        with self._explained(f"project {project}"):
            path = f"projects/{project}/assignments/bulk_assign"
            self.client._base_repository.post(path, json=order)

    def assign(self, project: int, row: int, user: int) -> None:
        """Assign a clause to an account, which must not have it yet."""
        with self._explained(f"project {project}"):
            self.client._base_repository.post(
                f"projects/{project}/assignments", json={"example": row, "assignee": user}
            )

    def progress(self, project: int) -> dict[str, int]:
        """How many clauses each member has confirmed, the last page counted with them."""
        with self._explained(f"project {project}"):
            listed = self.client.get_members_progress(project)
        return {one.username: one.progress.completed for one in listed}

    def export(self, project: int, folder: Path) -> Path:
        """Have the server write what members confirmed, and fetch the archive into ``folder``.

        Raises:
            RoundError: the server's task queue does not work, or not fast enough.
        """
        self._queue.need()
        with self._explained(f"project {project}"):
            return self._queue.export(project, folder)

    def _projects(self) -> Iterator[Any]:
        for found in self._pages("projects"):
            yield self.client._project_repository._to_domain(found)

    def _pages(self, resource: str, **wanted: str) -> Iterator[dict[str, Any]]:
        """All rows of a list, a thousand at a time; five is the server's own measure."""
        repository = self.client._base_repository
        offset = 0
        while True:
            answer = repository.get(
                resource, params={"limit": _PAGE, "offset": offset, **wanted}
            ).json()
            yield from answer["results"]
            offset += _PAGE
            if answer["next"] is None:
                return

    def _log_in(self) -> None:
        if self._token:
            self._session.headers["Authorization"] = f"Token {self._token}"
            return
        self._session.cookies.clear()
        try:
            self.client.login(*self._login)
        except DoccanoAPIError as error:
            if error.response.status_code == 400:
                raise RoundError(
                    f"The server at {self.url} refuses the account {self._login[0]!r}: check "
                    "DOCCANO_USERNAME and DOCCANO_PASSWORD."
                ) from None
            raise _no_doccano(self.url) from None

    def _check(self) -> None:
        try:
            roles = {role.name for role in self.client.list_roles()}
        except DoccanoAPIError as error:
            if error.response.status_code in NOT_LOGGED_IN:
                raise RoundError(f"The server at {self.url} refuses the account's token.") from None
            raise _no_doccano(self.url) from None
        except (ValueError, TypeError, AttributeError):
            raise _no_doccano(self.url) from None
        if not {"annotator", "project_admin"} <= roles:
            raise _no_doccano(self.url)

    @contextmanager
    def _explained(self, what: str) -> Iterator[None]:
        try:
            yield
        except DoccanoAPIError as error:
            status = error.response.status_code
            if status == 404:
                raise Gone(f"The doccano server at {self.url} has lost {what}.") from None
            if status in NOT_LOGGED_IN:
                raise RoundError(
                    f"The account {self._login[0] or 'of the token'} may not do this on {self.url} "
                    f"({what}): it must be staff, and an administrator of the project."
                ) from None
            if status >= 500:
                raise ServerLost(
                    f"The doccano server at {self.url} failed ({status}) over {what}: read its "
                    "log, and run the same command again."
                ) from None
            raise RoundError(
                f"The doccano server at {self.url} refused {what}: {str(error)[:200]}"
            ) from None


def _row(example: dict[str, Any]) -> Row:
    assigned = (one["assignee"] for one in example.get("assignments", ()))
    return Row(int(example["id"]), str(example["meta"].get("clause", "")), frozenset(assigned))


def from_environment() -> Server:
    """The server that ``DOCCANO_URL``, ``_USERNAME`` and ``_PASSWORD`` name.

    Raises:
        RoundError: one of them is not set, or the server refuses.
    """
    names = ("DOCCANO_URL", "DOCCANO_USERNAME", "DOCCANO_PASSWORD")
    missing = [name for name in names if not os.environ.get(name)]
    if missing:
        raise RoundError(
            f"{missing[0]} is not set: export DOCCANO_URL, DOCCANO_USERNAME and DOCCANO_PASSWORD "
            "(`make doccano` starts a server on this machine, and says how)."
        )
    return Server(*(os.environ[name] for name in names))


def tokens_from_environment() -> dict[str, str]:
    """The annotators' tokens in ``DOCCANO_TOKENS``: ``ana=abc ben=def``."""
    pairs = [pair.partition("=") for pair in os.environ.get("DOCCANO_TOKENS", "").split()]
    return {name: token for name, _, token in pairs if token}


def _no_doccano(url: str) -> RoundError:
    return RoundError(
        f"The server at {url} is not a doccano of version 1.8.4 or 1.8.5, which rounds work with."
    )
