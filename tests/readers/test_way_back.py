"""From every run of the canonical text back to the file as it lies on disk, reader by reader."""

import codecs
import html
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.readers import read
from annotator.readers.decoding import canonical
from annotator.readers.markdown import plain_text
from annotator.readers.traced import Traced
from annotator.segmenter import segment
from annotator.source import Source
from tests.readers.on_disk import OnDisk, has_origin

WORDS = [
    "An officer may search",
    "a person",
    "é",
    "“quoted”",
    "14.—(1)",
    "\U0001f6c2",
    "detention",
    ",",
]
ODDITIES = [
    "\r\n",
    "\r",
    "\n",
    " ",
    "\t",
    "\u00a0",
    "\u2003",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\x85",
    "\x0b",
]
PLAIN = st.lists(st.sampled_from(WORDS + ODDITIES + ["\f"]), max_size=40).map("".join)

ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with mark": (codecs.BOM_UTF8, "utf-8"),
    "utf-16": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16 big-endian": (codecs.BOM_UTF16_BE, "utf-16-be"),
    "utf-32": (codecs.BOM_UTF32_LE, "utf-32-le"),
}


def normalised(text: str) -> str:
    return canonical(Traced.whole(text), pages=True).text


def ends_in_the_file(source: Source, start: int, end: int) -> bool:
    return has_origin(source, start) and has_origin(source, end - 1)


def source_of(data: bytes, name: str) -> Source:
    """The source; such words as make no English are no example."""
    try:
        return read(data, name=name)
    except InputError as error:
        assume("English" not in str(error))
        raise


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(PLAIN, st.data())
@settings(max_examples=60)
def test_any_run_of_a_text_is_what_stands_at_its_region(
    encoding: str, text: str, data: st.DataObject
) -> None:
    mark, codec = ENCODINGS[encoding]
    text = "x" + text
    source = source_of(mark + text.encode(codec), "law.txt")
    start = data.draw(st.integers(0, len(source.text) - 1))
    end = data.draw(st.integers(start + 1, len(source.text)))
    region = source.region(start, end)
    assert region is not None
    if ends_in_the_file(source, start, end):
        assert normalised(OnDisk(text).at(region)) == source.text[start:end]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(PLAIN)
@settings(max_examples=60)
def test_the_bytes_of_every_run_are_its_characters(encoding: str, text: str) -> None:
    mark, codec = ENCODINGS[encoding]
    data = mark + ("x" + text).encode(codec)
    source = source_of(data, "law.txt")
    assert [origin.start for origin in source.origins][1:] == [o.end for o in source.origins][:-1]
    for origin in source.origins:
        run = source.text[origin.start : origin.end]
        on_disk = data[origin.byte_start : origin.byte_end].decode(codec)
        assert normalised(on_disk) == run or (on_disk == "" and run == "\n")


def test_a_byte_in_an_older_encoding_is_a_column() -> None:
    law = "1. The officer’s “search” of a person.\r\n2. The person’s dignity.\r\n" * 20
    source = read(law.encode("cp1252"), name="law.txt")
    start = source.text.rindex("dignity")
    region = source.region(start, start + 7)
    assert region is not None
    assert (region.start_line, region.start_column, region.end_column) == (40, 17, 24)
    (origin,) = [origin for origin in source.origins if origin.start <= start < origin.end]
    assert origin.byte_start == law.rindex("\n2. The")


def test_broken_bytes_are_columns_and_do_not_shift_what_follows() -> None:
    sound = "The officer’s “reasonable grounds” shall be recorded.\n" * 20
    source = read(sound.encode() + b"\x93\xe2\x80x 1. Search\n", name="law.txt")
    assert source.text.endswith("\n\ufffd\ufffdx 1. Search\n")
    start = source.text.index("Search")
    region = source.region(start, start + 6)
    assert region is not None
    assert (region.start_line, region.start_column) == (21, 9)
    assert source.origins[-1].byte_end == len(sound.encode()) + 3 + len("x 1. Search\n")


def test_a_mark_at_the_beginning_is_no_column() -> None:
    source = read(codecs.BOM_UTF8 + b"1. Search\n", name="law.txt")
    region = source.region(0, 1)
    assert region is not None
    assert (region.start_line, region.start_column) == (1, 1)
    assert source.origins[0].byte_start == 3


MARKED = [
    "**An *officer* may**",
    "[the Act](http://x.example/a_b)",
    r"\[a fee\]",
    "<br>",
    "<i>Gazette</i>",
    "^4",
    "EU^12of",
    "![seal](s.png)",
    "<!-- note -->",
    "~~void~~",
    "`code`",
    "in*section 4*or",
    "_later_",
]
LINES = [
    "\n",
    "\r\n",
    "\n\n",
    "\n## Part 1\n",
    "\n##### 7. **Search**\n\n**7.** ",
    "\n> ",
    "\n| --- | --- |\n",
    "\n---\n",
    "\\\n",
    "  \n",
]
MARKDOWN = st.lists(st.sampled_from(MARKED + LINES + WORDS + [" "]), max_size=30).map("".join)
FRONT = st.sampled_from(
    ["", "---\ntitle: Border Act\ncountry: IE\n---\n", "---\r\ntitle: A\r\n---\r\n"]
)


@given(FRONT, MARKDOWN)
def test_every_character_of_markdown_is_the_one_at_its_region(front: str, body: str) -> None:
    text = front + "x" + body
    source = source_of(text.encode(), "law.md")
    disk = OnDisk(text)
    for at, character in enumerate(source.text):
        region = source.region(at, at + 1)
        assert region is not None
        there = disk.at(region)
        # Emphasis that has lost its blanks gives one back.
        assert normalised(there) == character or (character == " " and set(there) == {"*"})


LAW = st.lists(
    st.tuples(
        st.sampled_from(["\n\n", "\r\n\r\n"]),
        st.lists(
            st.sampled_from([m for m in MARKED if m != "EU^12of"] + WORDS[:4]),
            min_size=1,
            max_size=6,
        ),
    ),
    min_size=1,
    max_size=5,
)


@given(FRONT, LAW)
def test_a_clause_of_markdown_is_what_its_region_reads_as(
    front: str, sections: list[tuple[str, list[str]]]
) -> None:
    text = (
        front
        + "# Border Act\n\n"
        + "".join(
            f"##### {n}. **Search**\n\n**{n}.** An {' '.join(words)} search.{end}"
            for n, (end, words) in enumerate(sections, 1)
        )
    )
    source = source_of(text.encode(), "law.md")
    disk = OnDisk(text)
    clauses = segment(source.text).clauses
    assert len(clauses) == len(sections)
    for clause in clauses:
        region = source.region(clause.start, clause.end)
        assert region is not None
        there = plain_text(canonical(Traced.whole(disk.at(region))))[0].text
        assert there.split() == clause.text.split()


XML_WORDS = [
    "An officer may search",
    "R&amp;D",
    "&#233;",
    "&lt;5",
    "\u00a0",
    "é",
    "\n  ",
    "\r\n",
    " ",
    "\U0001f6c2",
    "<XRefInternal>section 3</XRefInternal>",
    "<!-- note -->",
    "<![CDATA[a & b]]>",
    "<?pi x?>",
    "<Leader/>",
    "<FormBlank/>",
    "<FootnoteRef>*</FootnoteRef>",
]
TEXTS = st.lists(st.sampled_from(XML_WORDS), max_size=8).map("".join)


@st.composite
def statutes(draw: st.DrawFn) -> str:
    sections = draw(st.lists(st.tuples(TEXTS, TEXTS, st.booleans()), min_size=1, max_size=4))
    body = "".join(
        f"<Section><MarginalNote>Search</MarginalNote><Label>{n}</Label>"
        f"<Text>An {text} officer</Text>"
        + (
            f"\r\n<Paragraph><Label>(a)</Label><Text>for {item} it.</Text></Paragraph>"
            if has
            else ""
        )
        + "</Section>\n"
        for n, (text, item, has) in enumerate(sections, 1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE Statute>\n<Statute a="x>y">'
        "<Identification><ShortTitle>Border &amp; Straße Act</ShortTitle></Identification><Body>"
        f"<Heading level='1'><TitleText>Straße</TitleText></Heading>{body}</Body></Statute>"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8 with mark", "utf-16"])
@given(statutes())
@settings(max_examples=60)
def test_every_character_of_xml_is_the_one_at_its_region(encoding: str, text: str) -> None:
    mark, codec = ENCODINGS[encoding]
    text = text.replace("utf-8", codec[:6].rstrip("-"), 1)
    source = source_of(mark + text.encode(codec), "law.xml")
    disk = OnDisk(text)
    for at, character in enumerate(source.text):
        region = source.region(at, at + 1)
        assert region is not None
        there = disk.at(region)
        if there:
            there = re.sub("<FootnoteRef>.*?</FootnoteRef>|<[^>]*>", "", there)
            folded = re.sub(r"\s+", " ", html.unescape(there))
            assert character in (folded, *there.upper(), "S")
        else:
            assert character in " \n_|“”"


@given(statutes())
def test_a_clause_of_xml_is_what_its_region_reads_as(text: str) -> None:
    source = source_of(text.encode(), "law.xml")
    disk = OnDisk(text)
    clauses = segment(source.text).clauses
    assert clauses
    for clause in clauses:
        region = source.region(clause.start, clause.end)
        assert region is not None
        there = re.sub(
            r"<!\[CDATA\[(.*?)\]\]>", lambda cdata: html.escape(cdata[1]), disk.at(region)
        )
        there = re.sub("<FootnoteRef>.*?</FootnoteRef>|<!--.*?-->|<[^>]*>", "", there)
        words = clause.text.replace("____", "")
        assert "".join(html.unescape(there).split()) == "".join(words.split())


def test_runs_of_xml_name_the_element_whose_words_they_are() -> None:
    law = (
        "<Statute><Body><Section><Label>1</Label><Text>See <XRefInternal>section 3</XRefInternal>"
        " now.</Text></Section></Body></Statute>"
    )
    source = read(law.encode(), name="law.xml")
    named = [
        (source.text[o.start : o.end], o.element)
        for o in source.origins
        if o.byte_start < o.byte_end
    ]
    assert named == [
        ("1", "Label"),
        ("See ", "Text"),
        ("section 3", "XRefInternal"),
        (" now.", "Text"),
    ]


def test_a_law_in_an_older_encoding_that_it_declares_is_read_by_it() -> None:
    law = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><Statute><Body><Section><Label>1</Label><Text>'
        "The café (\u00abcaf\u00e9\u00bb) is open.</Text></Section></Body></Statute>"
    )
    source = read(law.encode("latin-1"), name="law.xml")
    assert "1 The café («café») is open." in source.text
    assert source.notes == ()
    start = source.text.index("open")
    region = source.region(start, start + 4)
    assert region is not None
    assert OnDisk(law).at(region) == "open"
