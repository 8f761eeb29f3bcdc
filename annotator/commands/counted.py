"""How many there are of something, as messages say it."""


def counted(count: int, thing: str) -> str:
    """A number and what is counted, in the plural where it is not one.

    >>> counted(1, "law"), counted(1244, "clause")
    ('1 law', '1,244 clauses')
    """
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
