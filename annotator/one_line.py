"""Words of messages: what comes from a stranger on one line, which steers no terminal; counts."""

from __future__ import annotations

from annotator.expressions import expression

UNPRINTABLE = expression("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def one_line(words: str) -> str:
    r"""``words`` on one line: the name of a file may hold line breaks, too.

    >>> one_line("two\nlines\x1b[2J.txt")
    'two lines�[2J.txt'
    """
    return UNPRINTABLE.sub("\ufffd", " ".join(words.splitlines()).replace("\t", " "))


def at_most(words: str, most: int) -> str:
    """``words``, their end left out where they have more than ``most`` letters.

    >>> at_most("what went wrong", 20), at_most("what went wrong", 8)
    ('what went wrong', 'what we…')
    """
    return words if len(words) <= most else f"{words[: most - 1]}…"


def counted(count: int, thing: str) -> str:
    """A number and what is counted, in the plural where it is not one.

    >>> counted(1, "law"), counted(1244, "clause")
    ('1 law', '1,244 clauses')
    """
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
