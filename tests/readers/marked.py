"""Small laws, invented for the tests, as each markup has them."""

from annotator.readers import read
from annotator.segmenter import Segmentation, segment
from annotator.source import Source

AKN_3 = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def cut(source: Source) -> Segmentation:
    """The law as its markup cuts it."""
    assert source.markup is not None
    return segment(source.text, source.language, source.markup)


def clauses(xml: str) -> dict[str, str]:
    """The words of each clause by its number, white space folded."""
    found = cut(read(xml.encode(), name="law.xml")).clauses
    assert len({clause.eid for clause in found}) == len(found)
    return {clause.number: " ".join(clause.text.split()) for clause in found}


def akn(body: str, *, front: str = "", behind: str = "", namespace: str = AKN_3) -> str:
    """An act in Akoma Ntoso."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<akomaNtoso xmlns="{namespace}"><act name="act">'
        "<meta><identification source='#us'><FRBRWork>"
        "<FRBRalias value='Ferry Wardens Act, 2031' name='title'/>"
        "<FRBRdate date='2031-04-05' name='Generation'/><FRBRcountry value='ke'/>"
        f"</FRBRWork></identification></meta>{front}<body>{body}</body>{behind}</act></akomaNtoso>"
    )


def clml(body: str, *, schedules: str = "", minor: str = "") -> str:
    """An Act, or an instrument of a minor type, in CLML."""
    return (
        '<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" '
        'xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<ukm:Metadata><dc:title>Ferry Wardens Act 2031</dc:title><ukm:PrimaryMetadata>"
        f'<ukm:DocumentMinorType Value="{minor}"/><ukm:EnactmentDate Date="2031-04-05"/>'
        "</ukm:PrimaryMetadata></ukm:Metadata>"
        "<Contents><ContentsItem><ContentsTitle>Duties</ContentsTitle></ContentsItem></Contents>"
        "<Primary><PrimaryPrelims><Title>Ferry Wardens Act 2031</Title>"
        "<LongTitle>An Act about wardens.</LongTitle></PrimaryPrelims>"
        f"<Body>{body}</Body>{schedules}</Primary></Legislation>"
    )


def uslm(main: str) -> str:
    """A bill in USLM."""
    return (
        '<bill xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<meta><dc:title>9 HR 12 IH: To feed passengers.</dc:title><dc:date>2031-04-05</dc:date>"
        f"</meta><preface><p>A bill of the Ninth House.</p></preface><main>{main}</main></bill>"
    )


def text(words: str) -> str:
    """The words of a provision in Akoma Ntoso."""
    return f"<content><p>{words}</p></content>"


def numbered(tag: str, number: str, words: str) -> str:
    """A provision in Akoma Ntoso that has no more than its number and its words."""
    return f"<{tag}><num>{number}</num>{text(words)}</{tag}>"


FERRY_ACT = akn(
    "<part eId='part_I'><num>PART I</num><heading>WARDENS</heading>"
    "<section eId='sec_1'><num>1.</num><heading>Interpretation</heading><content><blockList>"
    "<listIntroduction>In this Act—</listIntroduction>"
    "<item><p>“<def>ferry</def>” means a boat that carries passengers;</p></item>"
    "<item><p>“<def>warden</def>” means a person appointed under section 2.</p></item>"
    "</blockList></content></section>"
    "<section eId='sec_2'><num>2.</num><heading>Duties of wardens"
    "<authorialNote><p>Moved in 2030.</p></authorialNote></heading>"
    "<subsection eId='sec_2__subsec_1'><num>(1)</num><intro><p>A warden shall—</p></intro>"
    "<paragraph eId='sec_2__subsec_1__para_a'><num>(a)</num>"
    + text("feed <del>a man</del><ins>any passenger</ins>; and")
    + "</paragraph><paragraph eId='sec_2__subsec_1__para_b'><num>(b)</num>"
    + text("keep the lamps lit<noteRef href='#n1'/>,")
    + "</paragraph><wrapUp><p>on every crossing.</p></wrapUp></subsection>"
    "<subsection eId='sec_2__subsec_2'><num>(2)</num>"
    + text(
        "In the Harbour Act <mod>after section 8 insert—<quotedStructure startQuote='“' "
        "endQuote='”'><section><num>9.</num><heading>Lamps</heading>"
        + text("A lamp shall burn.")
        + "</section></quotedStructure></mod>."
    )
    + "</subsection></section></part>"
    "<section><num>3.</num><content><p>7. These words open with a number.</p>"
    "<p><remark status='editorial'>[section 3 was moved]</remark></p></content></section>"
    "<section status='removed'><num>4.</num>" + text("No ferry sails.") + "</section>",
    front="<coverPage><p>Gazette No. 5</p></coverPage><preface><longTitle><p>An Act about wardens"
    "</p></longTitle></preface><preamble><p>1. WHEREAS passengers hunger;</p></preamble>",
    behind="<conclusions><p>Signed by the Speaker</p></conclusions><attachments>"
    "<attachment eId='att_1'><heading>Schedule 1</heading><subheading>Fees</subheading>"
    "<doc name='schedule'><meta/><mainBody><paragraph><num>1.</num>"
    + text("A fee of one coin is due.")
    + "</paragraph></mainBody></doc></attachment></attachments>",
)
