"""Releasing: the trained pipeline takes the place of the one that ships, unless it is worse.

The test laws are read here and nowhere else: once a release.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from annotator.agreement import Interval
from annotator.errors import ModelError
from annotator.training.corpus.examples import Example, of_split
from annotator.training.corpus.gold import gold_labels
from annotator.training.measure.metrics import macro_f1_difference
from annotator.training.measure.predictions import answers, component_of


def gain(candidate: Path, shipped: Path, examples: Sequence[Example]) -> Interval:
    """By how much the candidate's macro-F1 on the test laws is above that of what ships.

    Raises:
        ModelError: the candidate is worse, and by more than chance: even the upper bound of the
            95 % interval of the difference lies below zero.
    """
    test = of_split(examples, "test")
    one, other = (answers(component_of(path), test).labels for path in (candidate, shipped))
    difference = macro_f1_difference(one, other, gold_labels(test))
    if difference.high < 0:
        raise ModelError(
            f"Not released: on the test laws the macro-F1 of the trained pipeline is "
            f"{-difference.value:.3f} below that of the one that ships (95 % interval "
            f"{-difference.high:.3f} to {-difference.low:.3f}); {shipped} stays as it was."
        )
    return difference


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
