"""Expressions that are compiled when they are first used, and are then as good as any."""

import copy
import gc
import importlib
import pickle
import pkgutil
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

import annotator
from annotator.expressions import expression

ROOT = Path(__file__).parents[1]
#: Where patterns of users are compiled, which are refused at once where they are none.
COMPILES = {"expressions.py", "library/patterns.py"}

SECTION = r"(?P<word>section|article)\s+(\d+)"
TEXT = "Section 5 and article 12 apply."


@pytest.mark.parametrize(
    "asked",
    [
        lambda it: it.search(TEXT)[0],
        lambda it: it.search(TEXT, 5).span(),
        lambda it: it.match(TEXT).groupdict(),
        lambda it: it.fullmatch("article 9").group(2),
        lambda it: it.fullmatch(TEXT),
        lambda it: [match.span() for match in it.finditer(TEXT)],
        lambda it: it.findall(TEXT),
        lambda it: it.split(TEXT),
        lambda it: it.sub(r"rule \2", TEXT),
        lambda it: it.subn("", TEXT, count=1),
        lambda it: (it.pattern, it.flags, it.groups, dict(it.groupindex)),
    ],
)
def test_it_answers_what_a_compiled_one_does(asked) -> None:
    compiled = re.compile(SECTION, re.IGNORECASE)
    own = expression(SECTION, re.IGNORECASE)
    for one in (own, own, pickle.loads(pickle.dumps(own)), copy.deepcopy(own)):
        assert asked(one) == asked(compiled)


def test_bytes_are_looked_through_as_well() -> None:
    assert expression(rb"/Filter\s*(\[)?").search(b"<< /Filter [").group(1) == b"["


def test_what_no_expression_has_it_has_not() -> None:
    with pytest.raises(AttributeError, match="serach"):
        expression("a").serach("a")  # type: ignore[attr-defined]


def test_one_that_is_wrong_says_so_when_it_is_used() -> None:
    wrong = expression("(section")
    for _ in range(2):
        with pytest.raises(re.error, match="unterminated subpattern"):
            wrong.search("section")


def test_all_of_the_program_are_right() -> None:
    for module in pkgutil.walk_packages(annotator.__path__, "annotator."):
        if not module.name.endswith("__main__"):
            with suppress(ModuleNotFoundError):  # of an extra that is not installed
                importlib.import_module(module.name)
    own = [one for one in gc.get_objects() if type(one) is type(expression(""))]
    assert len(own) > 500
    for one in own:
        re.compile(one.pattern, one._flags)


def test_nothing_compiles_its_own_while_it_is_imported() -> None:
    found = {
        path.relative_to(ROOT / "annotator").as_posix()
        for path in (ROOT / "annotator").rglob("*.py")
        if "re.compile(" in path.read_text(encoding="utf-8")
    }
    assert found == COMPILES
    count = (
        "import gc, annotator.cli, annotator.segmenter, annotator.proposer, annotator.overview\n"
        "from annotator.expressions import expression\n"
        "own = [one for one in gc.get_objects() if type(one) is type(expression(''))]\n"
        "print(len(own), sum('search' in vars(one) for one in own))"
    )
    told = subprocess.run([sys.executable, "-c", count], cwd=ROOT, capture_output=True, check=True)
    all_of_them, compiled = map(int, told.stdout.split())
    assert all_of_them > 300
    assert compiled < all_of_them / 20  # a few make tables of words
