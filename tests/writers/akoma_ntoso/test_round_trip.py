"""Every law is valid, keeps all its words, and is cut as before when it is read back."""

import os
import re
from pathlib import Path

import pytest
from lxml import etree

import annotator
from annotator.errors import InputError
from annotator.measuring.prints import Print, read_prints
from annotator.readers import read
from annotator.schema import Finding
from annotator.source import Source
from tests.readers.marked import FERRY_ACT
from tests.writers.akoma_ntoso.made import (
    AKN,
    back,
    cut,
    key,
    valid,
    words_kept,
    words_of,
    written,
)

ROOT = Path(__file__).parents[3]
RAW = Path(os.environ.get("ANNOTATE_WORLD", ROOT.parent / "shared" / "world")) / "raw"
SAMPLES = [
    *sorted(ROOT.glob("examples/*.txt")),
    *sorted(ROOT.glob("tests/laws/*.txt")),
    *sorted(ROOT.glob("tests/readers/act.*")),
]
#: A UK act, a bill of Scotland, a constitution by articles, acts of the Commonwealth with
#: schedules, one with notes and definitions, as their publishers have them.
REAL = [
    "GB-2002-state-pension-credit-act-clml.xml",
    "GB-2016-bankruptcy-scotland-bill-akn.xml",
    "KE-1976-wildlife-act-akn.xml",
    "KE-2010-constitution-akn.xml",
    "NZ-1992-passports-act.md",
    "US-2019-hr3401-border-humanitarian-uslm.xml",
    "ZM-2011-immigration-general-regulations.json",
    "ZM-2016-citizenship-act.json",
]
#: Where a subsection that opens its section has a heading, both are printed above both numbers.
HEADED_TWICE = {"KE-2010-constitution-akn.xml"}
GOLDEN = sorted((ROOT / "tests" / "segmenter" / "golden").glob("*.txt"))


def check(source: Source, *, in_order: bool = True) -> None:
    annotation = cut(source)
    data = written(annotation, source)
    said, wanted = words_of(valid(data)), words_kept(annotation, source)
    assert sorted(said) == sorted(wanted)
    if in_order:
        assert said == wanted
    clauses = [key(finding.clause) for finding in annotation.findings]
    assert [key(clause) for clause in back(data)] == clauses
    assert written(annotation, source) == data


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_law_comes_back_as_it_went(path: Path) -> None:
    check(read(path))


def test_a_marked_law_comes_back_as_it_went() -> None:
    check(read(FERRY_ACT.encode(), name="law.xml"))


@pytest.mark.parametrize("name", REAL)
def test_a_real_law_comes_back_as_it_went(name: str) -> None:
    if not (RAW / name).exists():
        pytest.skip("the folder of real laws is not here")
    check(read(RAW / name), in_order=name not in HEADED_TWICE)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_laws_of_every_kind_come_back_as_they_went(path: Path) -> None:
    for row in read_prints(path):
        source = _read(row)
        if source is not None:
            # Notes in a margin, and a title that stands in two pieces, are gathered.
            check(source, in_order=False)


def _read(row: Print) -> Source | None:
    try:
        return read(row.text.encode(), name="law.txt")
    except InputError:
        return None  # too few words to tell that it is English


def test_what_is_written_again_is_the_same() -> None:
    source = read(FERRY_ACT.encode(), name="law.xml")
    once = written(cut(source), source)
    again = read(once, name="law.xml")
    twice = written(cut(again), again)

    def law(data: bytes) -> bytes:
        tree = etree.fromstring(data)
        for meta in list(tree.iter(f"{AKN}meta")):
            meta.clear()
        return etree.tostring(tree)

    assert law(twice) == law(once)


def test_what_is_found_in_our_own_file_is_what_was_found() -> None:
    source = read(ROOT / "tests" / "laws" / "detention.txt")
    first = annotator.annotate(source)
    again = read(written(first, source), name="law.akn")
    assert again.notes == ()
    assert again.jurisdiction == ""
    second = annotator.annotate(again)
    assert [_found(one) for one in second.findings] == [_found(one) for one in first.findings]
    assert [gap.instruction for gap in second.gaps] == [gap.instruction for gap in first.gaps]
    # Headings stand above their numbers now, as every marked law is laid out; then nothing moves.
    data = written(second, again)
    third = read(data, name="law.akn")
    assert _after_read(written(annotator.annotate(third), third)) == _after_read(data)


def _found(finding: Finding) -> tuple[object, ...]:
    told = [(one.template, one.instruction) for one in finding.proposals]
    return (*key(finding.clause), finding.label, finding.issues, finding.review, told)


def _after_read(data: bytes) -> bytes:
    """A file without what it says of the one that was read."""
    return re.sub(rb"<an:read [^>]*>", b"", data)


def test_the_names_of_a_file_survive() -> None:
    name = RAW / "GB-2016-bankruptcy-scotland-bill-akn.xml"
    if not name.exists():
        pytest.skip("the folder of real laws is not here")
    source = read(name)
    theirs = _eids(etree.parse(name).getroot().find(f".//{AKN}body"))
    ours = _eids(etree.fromstring(written(cut(source), source)).find(f".//{AKN}body"))
    assert len(theirs & ours) > 0.95 * len(theirs)


def _eids(body: object) -> set[str]:
    """Of sections, subsections and paragraphs that stand in no quotation."""
    tags = [f"{AKN}{tag}" for tag in ("section", "subsection", "paragraph")]
    return {
        one.get("eId")
        for one in body.iter(*tags)  # type: ignore[attr-defined]
        if not any("quoted" in above.tag for above in one.iterancestors())
    }


def test_what_is_left_of_an_item_that_was_deleted_stays_in_its_clause() -> None:
    note = "[paragraph (b) deleted by section 3 of Act 19 of 2031 ]"
    law = (
        "1. Passengers (1) A warden may refuse any passenger who is— (a) late; or "
        f"(b) {note} (2) A warden shall not refuse a pilot.\n"
    )
    source = read(law.encode(), name="law.txt")
    check(source)
    assert note in next(finding.clause.text for finding in cut(source).findings)


def test_a_heading_behind_the_number_of_an_item_stays_behind_it() -> None:
    law = (
        "§ 7. Ferries\n(a) Duties\n(1) Lamps\n(A) Piers\n(i) In general\n"
        "Each pier shall have a lamp that burns at night.\n(ii) Exception\n"
        "The old pier may be dark.\n(B) Boats\nNo boat is dark.\n"
    )
    check(read(law.encode(), name="law.txt"))
