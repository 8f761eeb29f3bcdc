"""Pages in the manner of the sites that publish laws: the same law on each, and the site around it.

They are written here, with our own law; skeleton and classes are those of the sites.
"""

import re
from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.readers import read
from annotator.segmenter import segment

FOLDER = Path(__file__).parent / "publishers"
TITLES = ("Wardens", "Search", "Holding", "Lists")
WORDS = (
    "A warden shall board every ferry.",
    "A warden may search a traveller.",
    "A warden may hold a traveller who is late for one hour.",
    "A warden shall keep a list of husbands.",
)
#: What some of them say behind that, in a second subsection.
RECORDED = re.compile(
    r"The (?:chief )?warden shall record it\.(?: \(a\) on paper; or \(b\) in stone\.)?"
)
#: The number that a code gives to a section.
IN_A_CODE = "4-2-10"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.html")), ids=lambda path: path.stem)
def test_the_law_on_a_page_is_read_and_the_site_is_not(path: Path) -> None:
    source = read(path.read_bytes(), name=path.name)
    clauses = segment(source.text, source.language, source.markup).clauses
    told = {clause.number.replace(IN_A_CODE, ""): clause for clause in clauses}
    assert len(told) == len(clauses)
    for n, (title, words) in enumerate(zip(TITLES, WORDS, strict=True), 1):
        first = next(filter(None, map(told.pop, (f"{n}", f"{n}(1)", f"{n}(a)"), [None] * 3)))
        assert " ".join(first.text.split()) == words
        assert first.heading.strip(" .") == title
        second = told.pop(f"{n}(2)", None) or told.pop(f"{n}(b)", None)
        assert second is None or RECORDED.fullmatch(" ".join(second.text.split()))
    assert told == {}
    assert "Ferry Wardens Act" in source.title.title() or path.stem == "justia"


def test_a_page_of_contents_alone_is_told() -> None:
    page = FOLDER / "contents_alone.htm"
    with pytest.raises(InputError, match="is the table of contents of a law: save the page of the"):
        read(page.read_bytes(), name=page.name)
