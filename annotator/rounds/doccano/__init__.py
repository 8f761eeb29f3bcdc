"""The doccano server: a client of it, and one that runs on this machine."""
