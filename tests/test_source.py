"""A source's way back: runs, regions, and what has none."""

import pickle

import pytest

from annotator.readers import read
from annotator.source import Origin, Region, Source

LAW = b"\xef\xbb\xbf1. An offi\xc2\xadcer\r\nmay search.\r2. \xe2\x80\x9cSearch\xe2\x80\x9d\n"


@pytest.fixture
def source() -> Source:
    return read(LAW, name="law.txt")


def region(start_line: int, start_column: int, end_line: int, end_column: int) -> Region:
    return Region(
        start_line=start_line, start_column=start_column, end_line=end_line, end_column=end_column
    )


def test_lines_end_as_editors_count_them_and_columns_are_code_points(source: Source) -> None:
    assert source.text == "1. An officer\nmay search.\n2. “Search”\n"
    assert source.region(6, 13) == region(1, 7, 1, 15)
    assert source.region(14, 24) == region(2, 1, 2, 11)
    assert source.region(6, 24) == region(1, 7, 2, 11)
    assert source.region(29, 37) == region(3, 4, 3, 12)


def test_a_place_between_characters_is_an_empty_region(source: Source) -> None:
    assert source.region(0, 0) == region(1, 1, 1, 1)
    assert source.region(13, 13) == region(1, 15, 1, 15)
    assert source.region(14, 14) == region(2, 1, 2, 1)
    assert source.region(len(source.text), len(source.text)) == region(4, 1, 4, 1)


def test_origins_are_the_runs_of_the_text_with_their_bytes(source: Source) -> None:
    assert list(source.origins) == [
        Origin(start=0, end=10, byte_start=3, byte_end=13, line=1, column=1),
        Origin(start=10, end=13, byte_start=15, byte_end=18, line=1, column=12),
        Origin(start=13, end=37 + 1, byte_start=19, byte_end=len(LAW), line=1, column=16),
    ]
    assert source.origins[-1] == source.origins[2]
    assert source.origins[1:] == tuple(source.origins)[1:]
    with pytest.raises(IndexError):
        source.origins[3]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 39)])
def test_a_stretch_that_the_text_has_not_is_an_error(source: Source, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is no stretch of 38 characters"):
        source.region(start, end)


def test_a_text_from_no_file_has_no_regions() -> None:
    made = Source(text="1. Search", name="made", title="", format="txt", sha256="")
    assert made.region(0, 2) is None
    assert list(made.origins) == []


def test_a_source_goes_to_another_process_and_is_the_same(source: Source) -> None:
    again = pickle.loads(pickle.dumps(source))
    assert again == source
    assert hash(again) == hash(source)
    assert again.region(6, 13) == source.region(6, 13)
    assert again != read(LAW.replace(b"\r", b""), name="law.txt")
