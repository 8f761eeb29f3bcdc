"""A country's own library, in a folder; and a folder of laws for workers without a pipeline."""

from pathlib import Path

import pytest

from tests.corpus.conftest import law as law
from tests.corpus.conftest import strange_workers as strange_workers

OWN = """\
- id: own-search-recorded
  need: same-sex-search
  when: {any: ['\\bsearch']}
  unless: ['same sex']
  forms:
    - operation: insert_sentence
      text: "{{ officer.a|cap }} of the same sex {{ must }} carry out the search."
  reason: The Ports Code already says so of goods.
  cites: [{instrument: ports-code, at: section 4}]
  who_level: 4
  examples:
    - text: An officer may search any person.
      after:
        An officer may search any person. A constable of the same sex shall carry out the search.
    - text: The officer shall search each person who lands.
      after:
        The officer shall search each person who lands. A constable of the same sex shall carry out
        the search.
  counter_examples: [{text: A fee is due.}]
"""


@pytest.fixture
def country(tmp_path: Path) -> Path:
    folder = tmp_path / "country"
    (folder / "templates").mkdir(parents=True)
    (folder / "templates" / "search.yaml").write_text(OWN, encoding="utf-8")
    (folder / "terms.yaml").write_text("officer: constable\n", encoding="utf-8")
    (folder / "commitments.yaml").write_text(
        'ports-code: {title: The Ports Code, short: Ports Code, kind: soft, date: "1999", '
        "binding: false}\n",
        encoding="utf-8",
    )
    return folder
