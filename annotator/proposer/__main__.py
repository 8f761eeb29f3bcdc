"""``python -m annotator.proposer [name...]``: check the amendment library, by hand.

Names are template files (``search``) or ids; without any, the whole library is checked. Exit
status 0 where nothing is wrong, 1 where something is, 2 where the library cannot be read.
"""

from __future__ import annotations

import sys

import msgspec

from annotator.errors import LibraryError
from annotator.library import load_library
from annotator.library.checker import check
from annotator.proposer.trial import trial


def main(names: list[str]) -> int:
    """Print one line a problem, and return the exit status."""
    try:
        library = load_library()
    except LibraryError as error:
        print(error, file=sys.stderr)
        return 2
    if names:
        wanted = {*names, *(f"{name}.yaml" for name in names)}
        chosen = [t for t in library.templates if t.file in wanted or t.id in wanted]
        library = msgspec.structs.replace(library, templates=tuple(chosen))
    problems = check(library, trial(library))
    for problem in problems:
        print(problem)
    needs = len({template.need for template in library.templates})
    print(f"{len(library.templates)} templates for {needs} needs, {len(problems)} problems.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
