"""Documents of ours that a program has saved without what we left in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import InputError
from tests.returned.drafters import BASE, made, returned, settled, without_record


def test_what_is_still_tracked_is_pending_and_the_rest_is_said_not_to_be_known(
    tmp_path: Path,
) -> None:
    data = settled(made(), ("in private",), ("wife", "spouse"))
    found = returned(without_record(data), tmp_path)
    assert [(one.number, one.decision) for one in found.decisions] == [
        (1, "unknown"),
        (2, "unknown"),
        (3, "pending"),
        (4, "pending"),
    ]
    assert {one.issue for one in found.decisions} == {"search"}
    (note,) = found.notes
    assert "what was decided on the other 2 cannot be told" in note


def test_without_our_comments_it_is_not_ours(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not from annotate"):
        returned(without_record(BASE), tmp_path)
