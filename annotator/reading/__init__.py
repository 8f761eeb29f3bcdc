"""A law as read once for all its clauses: its provisions, its own words, its style of drafting."""
