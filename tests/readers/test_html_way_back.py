"""From every run of a web page's text back to the file; and no page whatever breaks the reader."""

import re
from html import unescape

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.readers import read
from annotator.readers.decoding import canonical
from annotator.readers.traced import Traced
from annotator.segmenter import segment
from annotator.source import Source
from tests.readers.on_disk import OnDisk

WORDS = [
    "An officer may search",
    "a person",
    "é",
    "R&amp;D",
    "&nbsp;",
    "&#8212;",
    "&lt;5",
    "fewer than <5",
    "\u00ad",
    "\U0001f6c2",
    "\n  ",
    "\r\n",
    " ",
    "14.&#xA0;(1)",
]
INLINE = [
    "<b>", "</b>", "<br>", "<span>", "</span>", "<!-- note -->", "<![if x]>", "<o:p>", "</o:p>",
    "<ins>", "</ins>", "<a href='#x>y'>", "</a>", "</i></u>", '<font size="2">',
]  # fmt: skip
BLOCKS = [
    "<p>", "</p>", "<p class='x > y'>", "<div>", "</div>", "<h2>", "</h2>", "<ol type=a>", "<li>",
    "<ol start=3>", "</ol>", "<ul>", "</ul>", "<li value=7>", "<table>", "</table>", "<tr>", "<td>",
    "<td>(a)</td>", "</td>", "</tr>", "<q>", "<pre>", "</pre>", "<dl>", "<dt>", "<dd>", "</dl>",
    "<blockquote>", "</blockquote>", "<center>", "<section class=akn-section>", "<hr/>", "</q>",
    "<span class=akn-num>(1)</span>", "</section>", "<caption>", "<th>", "<sup>1</sup>", "<sup>",
    "</sup>",
]  # fmt: skip
GONE = [
    "<del>no</del>",
    "<s>no</s>",
    "<script>no</script>",
    "<i hidden>no</i>",
    "<button>no</button>",
]
PAGES = st.lists(st.sampled_from(WORDS + WORDS + INLINE + BLOCKS + GONE), max_size=40).map("".join)
SENTENCE = st.lists(st.sampled_from(WORDS + INLINE), max_size=8).map("".join)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16"]

#: A number that a list shows.
MARKER = re.compile(r"(?:-?\d+|[a-z]+)\.(?:\s|\Z)")
_LEFT_OUT = re.compile("|".join(map(re.escape, GONE)))
_TAG = re.compile(r"<!--.*?-->|<![^>]*>|</?[A-Za-z](?:'[^']*'|[^'>])*>", re.DOTALL)


def source_of(data: bytes) -> Source:
    """The source; what makes no English, or nothing, is no example."""
    try:
        return read(data, name="act.html")
    except InputError as error:
        assume(False)
        raise AssertionError from error


def shown(text: str) -> str:
    """What a stretch of a page says, as it is found by a look at it alone."""
    text = _TAG.sub("", re.sub("<br>", "\n", _LEFT_OUT.sub("", text)))
    return canonical(Traced.whole(unescape(text)), pages=True).text


def marker_at(text: str, at: int) -> range:
    """Where the number of an item stands that an offset may lie in."""
    found = (match for match in MARKER.finditer(text) if match.start() <= at < match.end())
    match = next(found, None)
    return range(*match.span()) if match else range(0)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(body=PAGES)
@settings(max_examples=150, deadline=None)
def test_every_character_of_a_page_is_the_one_at_its_region(body: str, encoding: str) -> None:
    text = f"<html><p>An officer may {body}"
    source = source_of(text.encode(encoding))
    disk = OnDisk(text)
    for at, character in enumerate(source.text):
        region = source.region(at, at + 1)
        assert region is not None
        there = disk.at(region)
        if there:
            assert re.sub(r"\s+", " ", shown(there)) == character
        else:
            assert character in " \n|“”•" or at in marker_at(source.text, at)


@settings(deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=5))
def test_a_clause_of_a_page_is_what_its_region_reads_as(sections: list[str]) -> None:
    text = "<html><body>" + "".join(
        f"<p>{number}. An officer shall <b>record</b> {words} it.</p>\n"
        for number, words in enumerate(sections, 1)
    )
    source = source_of(text.encode())
    disk = OnDisk(text)
    for clause in segment(source.text).clauses:
        region = source.region(clause.start, clause.end)
        assert region is not None
        assert shown(disk.at(region)).split() == clause.text.split()


@settings(deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from(["<html>", "<p>", "<!doctype html><title>", "<!--"])
)
def test_no_bytes_break_a_page(data: bytes, beginning: str) -> None:
    try:
        source = read(beginning.encode() + data, name="act.html")
    except InputError:
        return
    assert source.origins.runs.length == len(source.text)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*WORDS, *INLINE, *BLOCKS, *GONE, "<", "</", '"', "'", "<td", "=", ">"]),
        max_size=60,
    )
)
def test_no_tags_break_a_page(pieces: list[str]) -> None:
    try:
        source = read(f"<html>{''.join(pieces)}".encode(), name="act.html")
    except InputError:
        return
    assert source.origins.runs.length == len(source.text)


SAID = [
    "An officer",
    "may search",
    "any person",
    "who enters",
    "the port",
    "(a)",
    "12.",
    "é",
    "€ 5",
]
PLAIN = [
    "<p>{}</p>", "<p>{}", "<h2>{}</h2>", "<ol><li>{}<li>{}</ol>", "<ul><li>{}</ul>", "{}<br>{}",
    "<table><tr><td>{}<td>{}<tr><td>{}</table>", "<div>{}</div>", "<b>{}</b> {}", "<td>{}",
    "<div>{}<p>{}</div>", "<blockquote>{}</blockquote>", "<font size=2>{}", "&nbsp;{} ",
    "<a name=x></a>{}", "<span>{}</p>", "<center><b>{}</center>", "<dl><dt>{}<dd>{}</dl>",
    "<pre>{}\n{}</pre>", "</table>{}",
]  # fmt: skip


@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=12), st.data())
@settings(max_examples=300, deadline=None)
def test_no_visible_word_of_a_plain_page_is_lost(blocks: list[str], data: st.DataObject) -> None:
    said: list[str] = []

    def fill(block: str) -> str:
        words = [data.draw(st.sampled_from(SAID)) for _ in range(block.count("{}"))]
        said.extend(words)
        return block.format(*words)

    body = "".join(fill(block) for block in blocks)
    left = source_of(f"<html><body>{body}</body></html>".encode()).text
    for words in said:
        before, found, left = left.partition(words)
        assert found, (words, before)
