"""Laws whose markup is their structure: no word is lost or invented, and each leads back."""

import html
import itertools
import re
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import annotator
from annotator.errors import InputError
from annotator.measuring.segmentation import evaluate, read_truth
from annotator.progress import silent
from annotator.readers import read
from annotator.segmenter import Segmentation, ahead, segment
from annotator.source import Markup
from tests.readers.marked import FERRY_ACT, akn, clml, cut, numbered, uslm
from tests.readers.on_disk import OnDisk

SHARED = Path(__file__).parents[3] / "shared"
RAW, STRUCTURE = SHARED / "world" / "raw", SHARED / "structure"

#: A word that stands once in its law, in a sentence that is English.
PLACE = "the warden shall feed the {} of any passenger"


class Words:
    """Hands out words that tell what became of them."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.gone: list[str] = []

    def keep(self) -> str:
        """Words that a clause must have."""
        self.kept.append(f"kw{len(self.kept)}x")
        return PLACE.format(self.kept[-1])

    def lose(self) -> str:
        """Words that no law has."""
        self.gone.append(f"gw{len(self.gone)}x")
        return PLACE.format(self.gone[-1])


#: What may stand among the words of a line, by markup; ``{kept}`` and ``{gone}`` are words.
AMONG = {
    "akn": [
        "{kept}",
        "<ins>{kept}</ins> &amp; ",
        "<ref href='#s'>{kept}</ref>,",
        "<del>{gone}</del>",
        "<authorialNote><p>{gone}</p></authorialNote>",
        "<remark status='editorial'>{gone}</remark>",
        "\r\n   ",
        "<![CDATA[ {kept} ]]>",
        "<mod>insert—<quotedStructure><section><num>9</num><heading>{kept}</heading><content>"
        "<p>{kept}</p><p>{kept}</p></content></section></quotedStructure></mod>",
        "<blockList><item><num>(i)</num><p>{kept}</p></item><item><p>{kept}</p></item></blockList>",
    ],
    "clml": [
        "{kept}",
        "<Addition>{kept}</Addition> &#233; ",
        "<Repeal>{gone}</Repeal>",
        "<FootnoteRef Ref='f'/>",
        "\n\t",
        "</Text><BlockAmendment><P1group><Title>{kept}</Title><P1><Pnumber>9</Pnumber><P1para>"
        "<Text>{kept}</Text></P1para></P1></P1group></BlockAmendment><AppendText>;</AppendText>"
        "<Text>",
        "</Text><UnorderedList><ListItem><Para><Text>{kept}</Text></Para></ListItem>"
        "</UnorderedList><Text>",
        "</Text><Footnote><FootnoteText><Para><Text>{gone}</Text></Para></FootnoteText></Footnote>"
        "<Text>",
    ],
    "uslm": [
        "{kept}",
        "<addedText>{kept}</addedText>",
        "<deletedText>{gone}</deletedText>",
        "<footnote><p>{gone}</p></footnote>",
        "<quotedContent><section><num>9.</num><heading>{kept}</heading><content>{kept}</content>"
        "</section></quotedContent>;",
        "<p>{kept}</p>",
        "<sourceCredit>{gone}</sourceCredit>",
    ],
}


#: Around the words of a provision; CLML has its own way.
LEADS = {"akn": ("<intro><p>", "</p></intro>"), "uslm": ("<chapeau>", "</chapeau>")}
#: What stands in a file and in no law.
GONE = re.compile(
    r"<(del|authorialNote|remark|deletedText|Repeal|footnote|Footnote|sourceCredit)\b.*?</\1>|"
    r"<!\[CDATA\[|\]\]>|<[^>]*>"
)
SPANISH = (
    "Las personas extranjeras que ingresen al territorio nacional tendrán los mismos derechos y "
    "deberes que los nacionales. La autoridad deberá informar a quien lo solicite. "
)


@st.composite
def laws(draw: st.DrawFn) -> tuple[str, Words]:
    """A law in one of the markups, and the words that it keeps and loses."""
    markup = draw(st.sampled_from(sorted(AMONG)))
    words = Words()

    def line() -> str:
        parts = [words.keep()]
        for piece in draw(st.lists(st.sampled_from(AMONG[markup]), max_size=3)):
            filled = re.sub(r"\{kept\}", lambda _: words.keep(), piece)
            parts.append(re.sub(r"\{gone\}", lambda _: words.lose(), filled))
        return " ".join(parts)

    def items(depth: int) -> str:
        if depth > 2 or not draw(st.booleans()):
            return ""
        letters = "abc"[: draw(st.integers(1, 3))]
        return "".join(item(letter, depth) for letter in letters)

    def item(letter: str, depth: int) -> str:
        if markup == "clml":
            level = f"P{depth + 3}"
            return (
                f"<{level}><Pnumber>{letter}</Pnumber><{level}para><Text>{line()}</Text>"
                f"{items(depth + 1)}</{level}para></{level}>"
            )
        tag = ("paragraph", "subparagraph", "clause")[depth]
        lead, tail = LEADS[markup]
        return f"<{tag}><num>({letter})</num>{lead}{line()}{tail}{items(depth + 1)}</{tag}>"

    def section(number: int) -> str:
        if markup == "clml":
            return (
                f"<P1><Pnumber>{number}</Pnumber><P1para><Text>{line()}</Text>{items(0)}"
                "</P1para></P1>"
            )
        lead, tail = LEADS[markup]
        return f"<section><num>{number}.</num>{lead}{line()}{tail}{items(0)}</section>"

    body = "".join(section(number) for number in range(1, draw(st.integers(1, 4)) + 1))
    return {"akn": akn, "clml": clml, "uslm": uslm}[markup](body), words


@given(laws())
@settings(max_examples=150, deadline=None)
def test_no_word_is_lost_or_invented_between_markup_and_clauses(law: tuple[str, Words]) -> None:
    xml, words = law
    source = read(xml.encode(), name="law.xml")
    found = cut(source)
    said = " ".join(clause.text for clause in found.clauses)
    assert re.findall(r"kw\d+x", said) == words.kept
    assert not any(word in source.text for word in words.gone)
    shown = set(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", xml)) + xml))
    assert set(re.findall(r"\w+", source.text)) <= shown


@given(laws())
@settings(max_examples=60, deadline=None)
def test_every_character_is_the_one_at_its_region(law: tuple[str, Words]) -> None:
    xml, _ = law
    source = read(xml.encode(), name="law.xml")
    disk = OnDisk(xml)
    for at, character in enumerate(source.text):
        region = source.region(at, at + 1)
        assert region is not None
        there = disk.at(region)
        if there:
            folded = re.sub(r"\s+", " ", html.unescape(GONE.sub("", there)))
            assert character in (folded, "“")
        else:
            assert character in " \n|“”()"


@given(laws())
@settings(max_examples=60, deadline=None)
def test_clauses_and_provisions_keep_their_contracts(law: tuple[str, Words]) -> None:
    source = read(law[0].encode(), name="law.xml")
    found = cut(source)
    spans = [(clause.start, clause.end) for clause in found.clauses]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    everything = [one for root in found.provisions for one in root.walk()]
    assert len({one.eid for one in everything}) == len(everything)
    for one in everything:
        assert one.start <= one.body <= one.end
        assert source.text[one.start : one.body].startswith(one.label)
        assert all(one.body <= item.start <= item.end <= one.end for item in one.items)


def test_the_pipeline_takes_the_structure_of_the_law_that_it_is_given() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("clause_segmenter")
    source = read(FERRY_ACT.encode())
    numbers = [clause.number for clause in cut(source).clauses]
    alone = nlp(source.text)
    assert [span._.clause.number for span in alone.spans["clauses"]] == numbers
    read(akn(numbered("section", "1", "A ferry sails.")).encode())
    doc = annotator._through_pipeline(nlp, source, silent)
    assert [span._.clause.number for span in doc.spans["clauses"]] == numbers
    printed = [doc.spans[key] for key in ("clauses", "headings", "numbers", "furniture")]
    told = "".join(sorted("".join(span.text for group in printed for span in group)))
    assert told.split() == "".join(sorted(source.text)).split()
    assert "Signed by the Speaker" in [span.text for span in doc.spans["furniture"]]


def test_a_law_whose_markup_is_its_structure_is_cut_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cuts: list[str] = []

    def counted(text: str, code: str, markup: Markup | None) -> Segmentation:
        cuts.append(text)
        return segment(text, code, markup)

    monkeypatch.setattr(ahead, "segment", counted)
    nlp = spacy.blank("en")
    nlp.add_pipe("clause_segmenter")
    source = read(FERRY_ACT.encode())
    annotator._through_pipeline(nlp, source, silent)
    assert cuts == [source.text]


@pytest.mark.parametrize(
    ("xml", "complaint"),
    [
        (FERRY_ACT[:-30], "is not well-formed XML"),
        (FERRY_ACT.replace("<body>", "<body></part>"), "is not well-formed XML"),
        (
            "<!DOCTYPE akomaNtoso [<!ENTITY leak SYSTEM 'file:///etc/hostname'>]>"
            + akn("<section><num>1</num><content>&leak;</content></section>").partition("?>")[2],
            "uses entities of its own",
        ),
        (
            "<!DOCTYPE akomaNtoso [<!ENTITY nbsp SYSTEM 'file:///etc/hostname'>]>"
            + FERRY_ACT.replace("<body>", "<body>&nbsp;").partition("?>")[2],
            "uses entities of its own",
        ),
        (
            "<!DOCTYPE akomaNtoso [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
            + FERRY_ACT.replace("<body>", "<body>&b;").partition("?>")[2],
            "uses entities of its own",
        ),
        (akn(""), "says of a law what it is, and has no text of it"),
        (akn("<part>" * 400 + "</part>" * 400), "nests its elements deeper than a law does"),
        (akn("<b>" * 10_000 + "</b>" * 10_000), "nests its elements deeper than a law does"),
        (akn("<b/>" * 1_000_000), "has over 1,000,000 tags, more than any one law"),
        (akn(f"<p>{'x' * 10_000_001}</p>"), "has text or entities larger than any law's"),
        (
            akn(numbered("article", "1", SPANISH)),
            "is in Spanish: only English is read so far",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(xml: str, complaint: str) -> None:
    with pytest.raises(InputError) as error:
        read(xml.encode(), name="law.xml")
    assert str(error.value).startswith(f"law.xml {complaint}")
    assert str(error.value).count("\n") == 0


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE akomaNtoso [<!ENTITY mdash "&#8212;"><!ENTITY nbsp "&#160;">]>',
        '<!DOCTYPE akomaNtoso PUBLIC "-//Nobody//DTD Laws//EN" "http://nowhere.invalid/laws.dtd">',
        '<!DOCTYPE akomaNtoso [<!ENTITY % html SYSTEM "http://nowhere.invalid/html.ent">%html;]>',
    ],
)
def test_an_entity_that_is_one_character_is_that_and_nothing_is_fetched(doctype: str) -> None:
    words = "The master&nbsp;shall feed every passenger&mdash;and the crew."
    xml = doctype + akn(numbered("section", "1", words)).partition("?>")[2]
    source = read(xml.encode(), name="law.xml")
    assert "shall feed every passenger\u2014and the crew." in source.text
    at = source.text.index("\u2014and")
    region = source.origins.region(at, at + 4)
    assert region is not None
    line = xml.splitlines()[region.start_line - 1]
    assert line[region.start_column - 1 : region.end_column - 1] == "&mdash;and"


def test_a_comment_as_long_as_it_likes_stands_before_the_root() -> None:
    law = FERRY_ACT.partition("?>")[2]
    source = read(f"<!-- {'an export ' * 5000}-->\n{law}".encode(), name="law.xml")
    assert source.format == "akoma-ntoso"


def test_a_text_below_a_comment_is_text() -> None:
    law = "<!-- typed -->\nFerries Act\n\n1. The master shall feed every passenger of the ferry.\n"
    source = read(law.encode(), name="law.txt")
    assert source.format == "txt"
    assert source.text.startswith("Ferries Act")


def test_a_country_that_is_none_is_passed_over() -> None:
    source = read(FERRY_ACT.replace("value='ke'", "value='ak'").encode(), name="law.xml")
    assert source.jurisdiction == ""
    assert source.notes == (
        "law.xml states the jurisdiction ak, which is no country's code: it is passed over.",
    )


#: Real laws, their true structure, and what is reached of it: provisions and clauses.
REAL = [
    ("GB-2021-maternity-allowances-act-clml", "GB-2021-maternity-allowances-act", 1, 1),
    ("GB-2002-state-pension-credit-act-clml", "GB-2002-state-pension-credit-act", 0.98, 0.98),
    ("GB-2016-bankruptcy-scotland-bill-akn", "GB-SCT-2016-bankruptcy-bill", 1, 1),
    ("KE-1976-wildlife-act-akn", "KE-1976-wildlife-act", 0.985, 0.98),
    ("ZA-2003-traditional-leadership-bill-akn", "ZA-2003-traditional-leadership-bill", 1, 1),
    (
        "US-1956-state-department-basic-authorities-act-uslm",
        "US-1956-state-department-basic-authorities",
        0.995,
        0.96,
    ),
]


@pytest.mark.skipif(not RAW.is_dir(), reason="the real laws are not on this machine")
@pytest.mark.parametrize(("file", "truth", "provisions", "clauses"), REAL)
def test_real_laws_are_cut_as_their_publisher_marks_them(
    file: str, truth: str, provisions: float, clauses: float
) -> None:
    source = read(RAW / f"{file}.xml")
    score = evaluate(file, source.text, read_truth(STRUCTURE / f"{truth}.jsonl"), source.markup)
    assert score.provisions[2] >= provisions
    assert score.clauses[2] >= clauses


@pytest.mark.skipif(not RAW.is_dir(), reason="the real laws are not on this machine")
@pytest.mark.parametrize("name", ["UY-2011-bill-akn-es", "CL-2005-anti-discrimination-bill-akn-es"])
def test_real_laws_in_spanish_are_refused_by_their_language(name: str) -> None:
    with pytest.raises(InputError, match="is in Spanish"):
        read(RAW / f"{name}.xml")


@pytest.mark.parametrize("before", ["\n", "\ufeff\r\n  ", "   "])
def test_what_was_pasted_behind_a_blank_line_is_read_where_it_stands(before: str) -> None:
    source = read((before + FERRY_ACT).encode(), name="law.xml")
    assert source.text == read(FERRY_ACT.encode(), name="law.xml").text
    at = source.text.index("feed any")
    region, own = source.region(at, at + 4), read(FERRY_ACT.encode()).region(at, at + 4)
    assert region is not None
    assert own is not None
    assert region.start_line == own.start_line + before.count("\n")
