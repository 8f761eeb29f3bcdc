"""A small Act in both its languages, made up for the tests, in the XML of Justice Canada."""

from pathlib import Path

_HERE = Path(__file__).parent
ENGLISH = (_HERE / "arden-ports.en.xml").read_text(encoding="utf-8")
FRENCH = (_HERE / "arden-ports.fr.xml").read_text(encoding="utf-8")
