"""The report for a drafter at a terminal."""

from annotator.writers.terminal.report import WIDEST, render, write

__all__ = ["WIDEST", "render", "write"]
