"""From labelled clauses and published laws to what is learnt from."""
