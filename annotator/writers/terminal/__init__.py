"""The report for a drafter at a terminal."""

from annotator.writers.terminal.beginning import is_untouched
from annotator.writers.terminal.report import WIDEST, render, write

__all__ = ["WIDEST", "is_untouched", "render", "write"]
