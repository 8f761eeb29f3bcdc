"""Two versions of a law compared: which clause is which, and what that means in terms of gender."""

from __future__ import annotations

from annotator.comparing.compare import compare

__all__ = ["compare"]
