"""The amended law: what a reviewer accepted of the amendments of a law, made in it."""
