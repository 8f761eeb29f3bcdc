"""Releasing: the trained pipeline takes the place of the one that ships, unless it is worse.

The laws of the test countries are read here and nowhere else: once a release.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from annotator.agreement import Interval
from annotator.errors import ModelError
from annotator.training.corpus.examples import Example, of_split
from annotator.training.corpus.gold import gold_labels
from annotator.training.measure.metrics import NEUTRAL_FLAGGED, differences
from annotator.training.measure.predictions import answers, component_of
from annotator.training.measure.rows import signed

#: Of these figures less is better.
_LESS_IS_BETTER = frozenset({NEUTRAL_FLAGGED})


def gains(candidate: Path, shipped: Path, examples: Sequence[Example]) -> dict[str, Interval]:
    """By how much the candidate differs from what ships, on real laws of the test countries.

    Args:
        candidate: the pipeline that would ship.
        shipped: the one that does.
        examples: of all splits.

    Returns:
        blind F1, macro-F1 and the share of neutral clauses flagged, with 95 % intervals over
        resampled laws.

    Raises:
        ModelError: a figure is worse, and by more than chance: the whole interval of the difference
            lies on the worse side of nothing. Or there is no real law to compare them on.
    """
    real = [example for example in of_split(examples, "test") if example.law]
    if not real:
        raise ModelError(
            "Not released: no clause of a real law of the test countries is there to compare on; "
            f"run `make corpora`. {shipped} stays as it was."
        )
    one, other = (answers(component_of(path), real).labels for path in (candidate, shipped))
    found = differences(one, other, gold_labels(real), [example.law for example in real])
    refuse_worse(found, shipped)
    return found


def refuse_worse(found: Mapping[str, Interval], shipped: Path) -> None:
    """Let pass what is no worse than chance would have it.

    Args:
        found: differences by the name of the figure; positive where the candidate's is higher.
        shipped: what it is compared with, for the error.

    Raises:
        ModelError: a figure is worse beyond chance.
    """
    worse = [f"{name} {signed(each)}" for name, each in found.items() if _is_worse(name, each)]
    if worse:
        raise ModelError(
            "Not released: on real laws of the test countries the trained pipeline is worse than "
            f"the one that ships by more than chance: {'; '.join(worse)}. "
            f"{shipped} stays as it was."
        )


def _is_worse(name: str, difference: Interval) -> bool:
    return difference.low > 0 if name in _LESS_IS_BETTER else difference.high < 0


def put_in_place(candidate: Path, shipped: Path) -> None:
    """Replace ``shipped`` by a copy of ``candidate``, whole or not at all.

    It stays the Python package that it was: the module by which spaCy loads it is kept.
    """
    new, old = (shipped.with_name(f".{shipped.name}.{which}") for which in ("new", "old"))
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(candidate, new)
    package = shipped / "__init__.py"
    if package.is_file():
        shutil.copy2(package, new)
    if shipped.exists():
        shipped.rename(old)
    new.rename(shipped)
    shutil.rmtree(old, ignore_errors=True)
