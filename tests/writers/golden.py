"""Files that hold what a writer must write, byte by byte."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def check(name: str, written: bytes) -> None:
    """Hold what was written against the golden file; with GOLDEN=write, write that anew."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(written)
    assert written == path.read_bytes(), f"GOLDEN=write pytest writes {path.name} anew; read it"
