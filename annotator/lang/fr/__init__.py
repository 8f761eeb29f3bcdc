"""French, so far as clauses in it are learnt from: no law in it is read yet."""
