"""The index: what is kept, replaced, removed and found, and that nothing of it is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from annotator.errors import OutputError, PrecedentsError
from annotator.precedents import PrecedentIndex, Wanted
from tests.precedents.shelf import clause, kept, law, states

ROOT = Path(__file__).parents[2]
ALL = Wanted()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "precedents.sqlite"


def titles(index: PrecedentIndex) -> list[tuple[str, int]]:
    return [(one.title, one.clauses) for one in index.laws()]


def test_a_law_is_kept_with_its_clauses_and_their_states(path: Path) -> None:
    given = [clause("A woman is told."), clause("A man is told.", heading="Of men", lead_in="So—")]
    with PrecedentIndex(path, make=True) as index:
        index.keep(law("Ports"), given, states((0.5, -2.0), (3.0, 0.25)))
    with PrecedentIndex(path) as index:
        found, rows = index.clauses(ALL)
        assert titles(index) == [("Ports Act", 2)]
    assert [(one.title, words.words) for one, words in found] == [
        ("Ports Act", "A woman is told."),
        ("Ports Act", "So— A man is told."),
    ]
    assert found[0][1].issues == ("equality", "search")
    assert rows.dtype == np.float16
    assert rows.tolist() == [[0.5, -2.0], [3.0, 0.25]]


def test_states_are_plain_bytes_that_nothing_runs(path: Path) -> None:
    kept(path, (law("Ports"), "A woman is told."))
    ((state,),) = sqlite3.connect(path).execute("SELECT state FROM clauses").fetchall()
    assert state == np.array([1.0, 0.0], dtype="<f2").tobytes()


def test_a_law_without_such_clauses_is_kept_too(path: Path) -> None:
    with PrecedentIndex(path, make=True) as index:
        index.keep(law("Ports"), [], np.zeros((0, 0), dtype=np.float16))
        assert titles(index) == [("Ports Act", 0)]
        assert index.clauses(ALL)[0] == []


@pytest.mark.parametrize("sha", ["sha of Ports", "another"])
def test_a_law_that_is_added_again_gives_place(path: Path, sha: str) -> None:
    with kept(path, (law("Ports"), "A woman is told."), (law("Roads"), "A girl is told.")) as index:
        index.keep(law("Ports", sha256=sha), [clause("A widow is told.")], states((1.0, 0.0)))
        assert titles(index) == [("Ports Act", 1), ("Roads Act", 1)]
        assert index.matching(["woman"]) == {}
        assert len(index.matching(["widow"])) == 1


def test_a_copy_of_a_file_gives_place_too(path: Path) -> None:
    with kept(path, (law("Ports"), "A woman is told.")) as index:
        index.keep(law("Copy", sha256="sha of Ports"), [clause("It.")], states((1.0, 0.0)))
        assert titles(index) == [("Copy Act", 1)]


def test_what_is_removed_is_gone_with_its_words(path: Path) -> None:
    with kept(path, (law("Ports"), "A woman is told."), (law("Roads"), "A girl is told.")) as index:
        index.remove(["/laws/Ports.txt"])
        assert titles(index) == [("Roads Act", 1)]
        assert (index.matching(["woman"]), len(index.matching(["girl"]))) == ({}, 1)


def test_clauses_are_asked_for_by_issue_and_country(path: Path) -> None:
    laws = ((law("Ports", "ZM"), "A woman."), (law("Roads", "IE"), "A girl."))
    with kept(path, *laws) as index:

        def found(**wanted: object) -> list[str]:
            return [one.country for one, _ in index.clauses(Wanted(**wanted))[0]]

        assert found(country="IE") == ["IE"]
        assert found(but="IE") == ["ZM"]
        assert found(issues=("search", "health")) == ["ZM", "IE"]
        assert found(issues=("health",)) == []


def test_words_are_found_in_other_forms_and_signs_ask_for_nothing(path: Path) -> None:
    with kept(path, (law("Ports"), "Women were searching.")) as index:
        assert list(index.matching(['searched" OR (']).values()) == [1]
        assert list(index.matching(["search", "woman", "horse"]).values()) == [2]
        assert index.matching(["“ - ”"]) == {}


def test_of_two_that_begin_at_once_each_keeps_its_laws(path: Path) -> None:
    writing = (
        "import sys; from pathlib import Path\n"
        "from annotator.precedents import PrecedentIndex\n"
        "from tests.precedents.shelf import clause, law, states\n"
        "with PrecedentIndex(Path(sys.argv[1]), make=True) as index:\n"
        "    for number in range(25):\n"
        "        name = f'{sys.argv[2]} {number}'\n"
        "        index.keep(law(name), [clause(name)], states((1.0, 0.0)))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen([sys.executable, "-c", writing, str(path), name], env=env)
        for name in ("first", "second")
    ]
    assert [one.wait() for one in running] == [0, 0]
    with PrecedentIndex(path) as index:
        assert len(index.laws()) == 50
        assert len(index.clauses(ALL)[0]) == 50


def test_who_is_killed_in_the_middle_of_a_law_loses_that_law_alone(path: Path) -> None:
    kept(path, (law("Ports"), "A woman is told.")).close()
    dying = (
        "import os, signal, sys; from pathlib import Path\n"
        "from annotator.precedents import PrecedentIndex\n"
        "from tests.precedents.shelf import clause, law, states\n"
        "index = PrecedentIndex(Path(sys.argv[1]), make=True)\n"
        "class Dies:\n"
        "    def astype(self, kind): os.kill(os.getpid(), signal.SIGKILL)\n"
        "index.keep(law('Ports'), [clause('It.'), clause('So.')], [*states((1.0,)), Dies()])\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert (
        subprocess.run([sys.executable, "-c", dying, str(path)], env=env, check=False).returncode
        == -signal.SIGKILL
    )
    with PrecedentIndex(path, make=True) as index:
        assert titles(index) == [("Ports Act", 1)]
        assert len(index.matching(["woman"])) == 1
        index.keep(law("Roads"), [clause("A girl.")], states((1.0, 0.0)))


def test_what_fails_in_the_middle_leaves_all_as_it_was(path: Path) -> None:
    with kept(path, (law("Ports"), "A woman is told.")) as index:
        with pytest.raises(ValueError, match="zip"):
            index.keep(law("Ports"), [clause("It."), clause("They.")], states((1.0, 0.0)))
        assert titles(index) == [("Ports Act", 1)]
        assert len(index.matching(["woman"])) == 1


@pytest.mark.skipif(os.name == "nt", reason="modes are another matter there")
def test_nobody_else_can_read_it(path: Path) -> None:
    kept(path, (law("Ports"), "A woman is told."))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_one_that_is_not_there_is_not_made_by_reading(path: Path) -> None:
    with pytest.raises(PrecedentsError, match=r"no index of precedents at .*annotate precedents"):
        PrecedentIndex(path)
    assert not path.exists()


@pytest.mark.parametrize("make", [True, False])
def test_what_is_no_index_is_refused_and_left_as_it_is(path: Path, make: bool) -> None:
    path.parent.mkdir()
    for data in (b"The Ports Act, which is a law and no database." * 9, _another_program_s(path)):
        path.write_bytes(data)
        with pytest.raises(PrecedentsError, match="no index of precedents"):
            PrecedentIndex(path, make=make)
        assert path.read_bytes() == data


def _another_program_s(path: Path) -> bytes:
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE laws (name)")
    base.commit()
    base.close()
    return path.read_bytes()


def test_one_of_another_version_says_what_to_do(path: Path) -> None:
    kept(path, (law("Ports"), "A woman is told.")).close()
    base = sqlite3.connect(path)
    base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(PrecedentsError, match="another version of this program"):
        PrecedentIndex(path)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE clauses SET state = x'00'",
        "UPDATE clauses SET confidence = 'high'",
        "UPDATE words SET text = x'ff00'",
        "UPDATE clauses SET law = 7",
    ],
)
def test_values_that_nobody_of_us_wrote_make_no_traceback(path: Path, change: str) -> None:
    kept(path, (law("Ports"), "A woman."), (law("Roads"), "A girl.")).close()
    base = sqlite3.connect(path)
    base.execute(f"{change} WHERE rowid = 1")
    base.commit()
    base.close()
    with PrecedentIndex(path) as index:
        if "law = 7" in change:
            assert len(index.clauses(ALL)[0]) == 1
        else:
            with pytest.raises(PrecedentsError, match="damaged"):
                index.clauses(ALL)


def test_a_file_that_breaks_off_is_said_to_be_damaged(path: Path) -> None:
    kept(path, *((law(f"Ports {n}"), "A woman is told. " * 200) for n in range(20))).close()
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(PrecedentsError, match="damaged"), PrecedentIndex(path) as index:
        index.clauses(ALL)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OutputError, match="cannot be written"):
        PrecedentIndex(tmp_path / "file" / "precedents.sqlite", make=True)
    with pytest.raises(OutputError, match="is no file"):
        PrecedentIndex(tmp_path, make=True)
