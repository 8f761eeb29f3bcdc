"""What can go wrong, and what to do about it.

Every error that a user can cause is an :class:`AnnotatorError`. Its message is one sentence that
names the thing, says what is wrong with it and what to do; the command line prints it as it is.
"""


class AnnotatorError(Exception):
    """The root of every error that this program raises on purpose.

    Args:
        message: one sentence for the user: what is wrong, with what, and the way out.
    """


class InputError(AnnotatorError):
    """A file that cannot be read as legislation: missing, empty, binary, too large, foreign."""


class OutputError(AnnotatorError):
    """A result that cannot be written where it was asked for."""


class UsageError(AnnotatorError):
    """Options that do not go together, or a name (a label, an issue) that does not exist."""


class LibraryError(AnnotatorError):
    """A template or a table of the amendment library that is broken; names file and entry."""


class ModelError(AnnotatorError):
    """A trained pipeline that is missing, incomplete or of another version."""


class CorpusError(AnnotatorError):
    """A corpus file, a law or a checksum that is not what the training needs."""


class RoundError(AnnotatorError):
    """An annotation round that cannot go on: the server, an account, or the round's own files."""


class PrecedentsError(AnnotatorError):
    """An index of precedents that is not there, is none, is damaged, or is another model's."""
