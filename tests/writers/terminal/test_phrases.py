"""Which of the commitments that are cited a report prints, and what it says of them."""

import pytest
from msgspec.structs import replace

from annotator.lang import language
from annotator.schema import Citation
from annotator.writers.terminal.phrases import printed
from tests.writers.terminal.test_overview_section import CITED, cited

SAY = language("en").phrases


def test_a_few_are_printed_and_only_those_whose_places_were_read() -> None:
    read = [replace(one, verified=True) for one in CITED]
    assert printed(read) == read[:3]
    assert printed([CITED[0], read[5], CITED[2], read[7]]) == [read[5], read[7]]
    assert printed([]) == []


@pytest.mark.parametrize(
    ("citation", "told"),
    [
        (CITED[0], "replaced by Directive (EU) 2024/1346"),
        (CITED[1], "binds Albania"),
        (CITED[2], "signed by Albania, not binding it"),
        (CITED[3], "EU law, undertaken by Albania as a candidate"),
        (CITED[4], "undertaken by Albania"),
        (CITED[5], "not known whether it binds Albania"),
        (CITED[6], "does not bind Albania; guidance"),
        (CITED[7], "guidance"),
        (cited("Charter", "treaty", "unknown"), "not known whether it binds Albania"),
    ],
)
def test_what_a_commitment_is_to_the_country_is_said(citation: Citation, told: str) -> None:
    read = replace(citation, verified=True)
    assert SAY.cited(read, "Albania") == f"{read.instrument}, Art. 1 ({told})"
