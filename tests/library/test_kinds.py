"""A template fits only what is done to a person: no vehicle, no employer's books, no defence."""

import re
from pathlib import Path

import pytest
import yaml

from annotator.library import load_library
from annotator.proposer.fitting import fit_template
from annotator.reading import Reading
from annotator.segmenter import segment
from tests.proposer.laws import clauses_of

LIBRARY = load_library()
TEMPLATES = {template.id: template for template in LIBRARY.templates}
WRITTEN = Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8")
KINDS = yaml.safe_load(WRITTEN)
CASES = [
    (name, kind == "fits", clause)
    for name, kinds in KINDS.items()
    for kind, clauses in kinds.items()
    for clause in clauses
]


@pytest.mark.parametrize(("name", "fits", "clause"), CASES)
def test_a_template_fits_what_it_is_about_and_nothing_else(
    name: str, fits: bool, clause: str
) -> None:
    law = f"11. (1) {clause}\n"
    (only,) = clauses_of(law)
    reading = Reading.of(law, [only], segment(law).provisions, LIBRARY)
    template = TEMPLATES[name]
    fit = fit_template(reading, only, template, template.issues, LIBRARY)
    assert (fit is not None) == fits


def test_no_template_stands_twice_so_that_the_first_is_not_read() -> None:
    assert len(re.findall(r"^[\w-]+:$", WRITTEN, re.MULTILINE)) == len(KINDS)
