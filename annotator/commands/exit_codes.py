"""The exit statuses of ``annotate``. Of several that apply, the highest is given."""

#: Something was found that the command was asked to fail on, or not all that was accepted of the
#: amendments of a law could be made in it.
FOUND = 1
#: Bad input or usage.
BAD = 2
#: The program itself failed, in a way that nobody foresaw.
FAULT = 3
#: The user stopped it.
STOPPED = 130
