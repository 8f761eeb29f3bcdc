"""The tree of provisions, and the clauses that are read off it."""
