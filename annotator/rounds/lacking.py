"""What a round still lacks, and from whom: a round waits for people, so it names them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from annotator.rounds.manifest import Round
from annotator.rounds.votes import Pulled, broken
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
    given = {(raw.annotator, raw.clause): bool(broken(raw)) for raw in pulled.votes}
    withdrawn = {(raw.annotator, raw.clause) for raw in pulled.withdrawn}
    found = []
    for member in round_.annotators:
        if member in without:
            continue
        assigned = [one.id for one in round_.clauses if member in one.members]
        own = [((member, id_), id_) for id_ in assigned]
        lack = Lack(
            member=member,
            broken=tuple(id_ for key, id_ in own if given.get(key) is True),
            withdrawn=tuple(id_ for key, id_ in own if key not in given and key in withdrawn),
            unconfirmed=tuple(id_ for key, id_ in own if key not in given and key not in withdrawn),
        )
        if lack.count:
            found.append(lack)
    return tuple(found)


def listed(lacks: Sequence[Lack]) -> str:
    """All of them in a line."""
    return ", ".join(map(str, lacks))
