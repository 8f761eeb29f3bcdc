"""What a report says below a clause without an amendment: where one is, or why there is none.

A ``number`` is the name of a provision as it opens a sentence: ``Section 11(1)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.en.inflection import uncapitalised

#: What is for policy to decide of a clause that discriminates.
DISTINCTION = "whether its distinction stands, and whom the rule should cover instead"
#: The same of one that gives something as well: no words of ours would keep all that it gives.
GIFT = (
    "in what words women and men have what it gives, with its conditions and all whom it covers, "
    "which no general rule would keep"
)
#: Matters that are such distinctions themselves: what they ask is what is to be decided.
DISTINGUISHING = frozenset(("past-law-of-marriage", "parents-unmarried", "family-follows-loss"))

#: Provisions that have a capital only where they open a sentence: an Article always has it.
_SMALL_WITHIN = ("Section ", "Regulation ", "Rule ", "Paragraph ")


def see_amendment(number: str) -> str:
    """Where the amendment for the whole section stands.

    >>> see_amendment("Section 3(2)")
    'See the amendment at section 3(2), which is for the whole section.'
    """
    return f"See the amendment at {_within(number)}, which is for the whole section."


def see_law(number: str) -> str:
    """Where the amendment for the whole law stands.

    >>> see_law("Section 3(2)")
    'See the amendment at section 3(2), which is for the whole law.'
    """
    return f"See the amendment at {_within(number)}, which is for the whole law."


def see_repeal(number: str) -> str:
    """Where a clause is repealed with all others that bear its number."""
    return f"See the amendment at {_within(number)}, which is for all that bears this number."


def see_clause(number: str) -> str:
    """Where an amendment on the same matter stands that speaks of another clause alone."""
    return (
        f"The amendment at {_within(number)} is on the same matter and speaks of that clause "
        "alone: it could name this one too."
    )


def see_like(number: str, provided: Sequence[str]) -> str:
    """That another clause is on the same matter, and what its amendments have that this one lacks.

    >>> see_like("Section 3(2)", ("Interviewers are trained in gender and trauma",))
    'Section 3(2) is on the same matter, and an amendment there could be made here too: \
interviewers are trained in gender and trauma.'
    """
    told = "; ".join(uncapitalised(lacks) for lacks in provided if lacks)
    return f"{number} is on the same matter, and an amendment there could be made here too: {told}."


def see_section(number: str) -> str:
    """That a new section serves a clause for which nothing else is proposed."""
    return f"No amendment of this clause: the new {number}, at the end, would serve it."


def unmet(kind: str, lacks: str) -> str:
    """What a clause calls for that no amendment of it provides."""
    told = uncapitalised(lacks)
    return f"No amendment fits the words of {_this(kind)}. It wants a rule: {told}."


def in_part(number: str) -> str:
    """Which clause of its section answers a clause in part."""
    return f"{number} answers a part of it."


def no_amendment(kind: str, does: str, asks: str) -> str:
    """What a clause that has no amendment does, and what of it is for policy to decide.

    >>> no_amendment("provision", "deals with the search of persons", "by whom")
    'No standard amendment fits this clause. It deals with the search of persons. For policy to \
decide: by whom.'
    """
    told = f"No standard amendment fits {_this(kind)}."
    told += f" It {does}." if does else ""
    return f"{told} For policy to decide: {asks}." if asks else told


def unsure(kind: str, does: str, asks: str) -> str:
    """That no words are proposed for a clause which may not be blind, and what to ask of it.

    >>> unsure("provision", "deals with the search of persons", "by whom")
    'No words are proposed: it is doubtful that this clause passes over gender. It deals with the \
search of persons. If gender bears on it, ask: by whom.'
    """
    told = f"No words are proposed: it is doubtful that {_this(kind)} passes over gender."
    told += f" It {does}." if does else ""
    return f"{told} If gender bears on it, ask: {asks}." if asks else told


def unproven(kind: str, does: str, asks: str) -> str:
    """That no words are proposed for a clause which may not discriminate, and what if it does.

    >>> unproven("provision", "deals with who may join a family", "Wives are one sort of spouse.")
    'No words are proposed: it is doubtful that this clause discriminates; read it first. It deals \
with who may join a family. If it does discriminate, the point is: wives are one sort of spouse.'
    """
    told = f"No words are proposed: it is doubtful that {_this(kind)} discriminates; read it first."
    told += f" It {does}." if does else ""
    point = uncapitalised(asks.rstrip(". "))
    return f"{told} If it does discriminate, the point is: {point}." if asks else told


def _this(kind: str) -> str:
    return "this definition" if kind == "definition" else "this clause"


def _within(name: str) -> str:
    """The name of a provision within a sentence.

    >>> _within("Rule 4"), _within("Article 6(1)"), _within("Schedule 3, paragraph 5")
    ('rule 4', 'Article 6(1)', 'Schedule 3, paragraph 5')
    """
    return uncapitalised(name) if name.startswith(_SMALL_WITHIN) else name
