"""A thousand files of every kind through the whole program: ``make fuzz`` tries more."""

import pytest

from tests.fuzz.campaign import STRATEGIES, chunk


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_nothing_breaks_the_program(strategy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, share = STRATEGIES[strategy]
    tally = chunk(strategy, start=0, count=10 * share)
    assert not tally.faults, "\n".join(
        f"{fault.place}: {fault.says} on {fault.file}" for fault in tally.faults.values()
    )
    assert tally.total == 10 * share
