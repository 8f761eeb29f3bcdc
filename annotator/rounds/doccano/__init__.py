"""The doccano server: a client of it, and one that runs on this machine."""

#: What the last page of a project bears in the place of a clause's id.
FINISHED = "finished"
