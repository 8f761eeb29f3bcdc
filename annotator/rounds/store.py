"""Where rounds are kept: a folder each, every file of which is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

import msgspec

from annotator.errors import RoundError
from annotator.files import replacing
from annotator.rounds.manifest import NAME, Round
from annotator.rounds.votes import Pulled

_MANIFEST = "manifest.json"
_VOTES = "votes.json"
_LOCK = ".lock"
#: What each member had confirmed at each look.
PROGRESS = "progress.jsonl"
#: What was learnt from earlier rounds, by which a round's clauses were chosen.
LIGHT = "light.npz"

Kept = TypeVar("Kept")


class Store:
    """The rounds in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """The rounds that there are, in the order of their names."""
        return sorted(path.parent.name for path in self.folder.glob(f"*/{_MANIFEST}"))

    def has(self, name: str) -> bool:
        """Whether there is a round of that name."""
        return (self.place(name) / _MANIFEST).is_file()

    def place(self, name: str) -> Path:
        """The folder of a round.

        Raises:
            RoundError: the name could not be one.
        """
        if not NAME.fullmatch(name):
            raise RoundError(
                f"{name!r} cannot name a round: use up to 40 letters, digits, dots and dashes."
            )
        return self.folder / name

    def read(self, name: str) -> Round:
        """A round by its name.

        Raises:
            RoundError: there is none, or its manifest is broken.
        """
        if not self.has(name):
            known = ", ".join(self.names()) or "none"
            raise RoundError(f"There is no round {name} in {self.folder} (there are: {known}).")
        return _read(self.place(name) / _MANIFEST, Round)

    def write(self, round_: Round) -> Round:
        """Keep the round as it now is."""
        self.place(round_.name).mkdir(parents=True, exist_ok=True)
        _write(self.place(round_.name) / _MANIFEST, round_)
        return round_

    def remove(self, name: str) -> None:
        """Forget a round of which no vote or word was pulled, so that its name is free.

        What others have put into its folder stays there.
        """
        place = self.place(name)
        for known in (_MANIFEST, _VOTES, PROGRESS, LIGHT, _LOCK):
            (place / known).unlink(missing_ok=True)
        if not any(place.iterdir()):
            place.rmdir()

    def votes(self, name: str) -> Pulled:
        """What was pulled of a round; nothing if nothing was."""
        path = self.place(name) / _VOTES
        return _read(path, Pulled) if path.exists() else Pulled()

    def write_votes(self, name: str, pulled: Pulled) -> None:
        """Keep what was pulled."""
        _write(self.place(name) / _VOTES, pulled)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """See to it that no other process changes the round at the same time.

        Raises:
            RoundError: one does.
        """
        place = self.place(name)
        place.mkdir(parents=True, exist_ok=True)
        with (place / _LOCK).open("w") as file:
            if not _locked(file):
                raise RoundError(f"Another command is at work on round {name}: wait for its end.")
            yield


def _locked(file: IO[str]) -> bool:
    """Take the lock; the system gives it back when the process ends, however it does."""
    try:
        import fcntl
    except ImportError:  # not on Windows, where nothing guards against a second command
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _read(path: Path, kind: type[Kept]) -> Kept:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise RoundError(f"{path} cannot be read ({error}): restore it from a copy.") from error


def _write(path: Path, kept: object) -> None:
    with replacing(path) as file:
        file.write(msgspec.json.format(msgspec.json.encode(kept), indent=1).decode() + "\n")
