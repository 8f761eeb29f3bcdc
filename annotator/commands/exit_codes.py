"""The exit statuses of ``annotate``."""

#: Something was found that the command was asked to fail on.
FOUND = 1
#: Bad input or usage.
BAD = 2
#: The user stopped it.
STOPPED = 130
