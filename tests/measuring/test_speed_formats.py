"""The files of one law that the bench makes up."""

from pathlib import Path

from annotator.measuring.speed import as_law
from annotator.measuring.speed_formats import as_page, as_rows
from annotator.readers import read
from annotator.segmenter import segment
from annotator.training.corpus.examples import Example

LAW = as_law(
    [
        Example(text="An officer may search a person.", label="blind", heading="Search"),
        Example(text="A fee is payable for A & B.", label="neutral"),
    ]
)


def test_the_law_is_the_same_in_every_format(tmp_path: Path) -> None:
    told = [clause.text for clause in segment(LAW).clauses]
    for name, words in (("law.html", as_page(LAW)), ("law.json", as_rows(LAW))):
        path = tmp_path / name
        path.write_text(words, encoding="utf-8")
        source = read(path)
        assert source.format == name.removeprefix("law.")
        assert [clause.text for clause in segment(source.text).clauses] == told
