"""spaCy without its command line, and with it where it is asked for after all."""

import subprocess
import sys


def said(lines: str) -> str:
    """What a Python of its own prints."""
    run = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_spacy_is_imported_without_its_command_line_which_can_be_asked_for_after_all():
    lines = (
        "import sys",
        "from annotator.commands.lean_spacy import lean_spacy",
        "lean_spacy()",
        "import spacy",
        "print('spacy.cli' in sys.modules, 'typer' in sys.modules)",
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)",
        "print('spacy.cli' in sys.modules)",
    )
    assert said("\n".join(lines)).splitlines() == ["False False", "True", "True"]


def test_where_spacy_was_imported_it_stays_as_it_is():
    lines = (
        "import spacy",
        "from annotator.commands.lean_spacy import lean_spacy",
        "lean_spacy()",
        "from spacy.cli import info",
        "print(info is spacy.info)",
    )
    assert said("\n".join(lines)) == "True"
