"""What a round still lacks, and from whom: a round waits for people, so it names them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from annotator.rounds.manifest import Round
from annotator.rounds.votes import Pulled, RawVote, broken
from annotator.schema import Struct


class Lack(Struct, frozen=True):
    """The clauses on which a member's vote is wanting, by what is in the way.

    ``broken`` were confirmed with labels that break the rule, ``withdrawn`` were confirmed at an
    earlier pull and are not any more, ``unconfirmed`` are all others. Each clause stands once.
    """

    member: str
    broken: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many clauses lack this member's vote."""
        return len(self.broken) + len(self.withdrawn) + len(self.unconfirmed)

    def __str__(self) -> str:
        """As in *cleo 8 (5 not confirmed, 2 break the rule, 1 withdrawn)*."""
        parts = [
            f"{len(clauses)} {words}"
            for clauses, words in (
                (self.unconfirmed, "not confirmed"),
                (self.broken, "break the rule" if len(self.broken) > 1 else "breaks the rule"),
                (self.withdrawn, "withdrawn"),
            )
            if clauses
        ]
        return f"{self.member} {self.count} ({', '.join(parts)})"


def lacking(round_: Round, pulled: Pulled, without: Collection[str] = ()) -> tuple[Lack, ...]:
    """Whose votes are wanting, on what; members who lack none are left out.

    Args:
        round_: the round.
        pulled: what was last pulled of it.
        without: members who are not waited for.
    """
    own = {
        member: [one.id for one in round_.clauses if member in one.members]
        for member in round_.annotators
        if member not in without
    }
    found = [_lack(member, own[member], pulled.votes, pulled.withdrawn) for member in own]
    return tuple(lack for lack in found if lack.count)


def lacking_of_adjudicator(round_: Round, pulled: Pulled, divided: Collection[str]) -> Lack | None:
    """What the adjudicator has not decided of the ``divided`` clauses that are before them."""
    project = round_.adjudicating
    if project is None:
        return None
    own = [id_ for id_ in project.clauses if id_ in divided]
    lack = _lack(project.members[0], own, pulled.adjudicated, pulled.withdrawn)
    return lack if lack.count else None


def _lack(
    member: str, own: Sequence[str], votes: Iterable[RawVote], taken_back: Iterable[RawVote]
) -> Lack:
    given = {raw.clause: bool(broken(raw)) for raw in votes if raw.annotator == member}
    withdrawn = {raw.clause for raw in taken_back if raw.annotator == member}
    return Lack(
        member=member,
        broken=tuple(id_ for id_ in own if given.get(id_) is True),
        withdrawn=tuple(id_ for id_ in own if id_ not in given and id_ in withdrawn),
        unconfirmed=tuple(id_ for id_ in own if id_ not in given and id_ not in withdrawn),
    )


def listed(lacks: Sequence[Lack]) -> str:
    """All of them in a line."""
    return ", ".join(map(str, lacks))
