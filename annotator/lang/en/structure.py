"""The words by which the structure of a law in English is known."""

from __future__ import annotations

import re

from annotator.lang.en.end_matter import WORDS as END_WORDS
from annotator.lang.en.headings import WORDS as HEADING_WORDS
from annotator.lang.en.no_law import WORDS as NO_LAW_WORDS
from annotator.lang.en.notes import WORDS as NOTE_WORDS
from annotator.lang.en.pages import WORDS as PAGE_WORDS
from annotator.lang.en.quoting import WORDS as QUOTING_WORDS
from annotator.lang.structure_words import Rare, StructureWords
from annotator.lang.words import word_set


def _counted(words: str) -> dict[str, int]:
    return {word: n for n, word in enumerate(words.split(), 1)}


def _compound(tens: str, ones: dict[str, int]) -> dict[str, int]:
    """``TWENTY-ONE`` to ``NINETY-NINE``, with a hyphen and without."""
    return {
        f"{ten}{joint}{one}": 10 * n + ones[one]
        for n, ten in enumerate(tens.split(), 2)
        for one in list(ones)[:9]
        for joint in "- "
    }


_ORDINALS = _counted(
    "FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH "
    "FOURTEENTH FIFTEENTH SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH TWENTIETH"
)
_CARDINALS = _counted(
    "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN "
    "SIXTEEN SEVENTEEN EIGHTEEN NINETEEN TWENTY"
)
_TENS = "TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY"
_ROUND = {ten: 10 * n for n, ten in enumerate(_TENS.split(), 2)}
_ROUND |= {f"{ten[:-1]}IETH": n for ten, n in _ROUND.items()}
_WRITTEN = _ORDINALS | _CARDINALS | _ROUND
_WRITTEN["PREMIER"] = 1  # as translators leave "Article premier"
_WRITTEN |= _compound(_TENS, _ORDINALS) | _compound(_TENS, _CARDINALS)

#: What a reference names, before its numbers.
_REFERRED_TO = (
    "section|paragraph|article|clause|point|item|regulation|rule|part|letter|sentence|schedule|"
    "annex|column|table|row"
)

_NUMBERED = (
    "Number No. No Nr. Nr N° Nº Order Paragraph Para. Para Par. Norm Item Point Principle Standard "
    "Guideline Provision Measure Instruction Direction Recommendation Condition Procedure "
    "Requirement Decision Directive Bylaw By-law"
)
_OTHER_UNITS = {form: "paragraph" for word in _NUMBERED.split() for form in (word, word.upper())}
_OTHER_UNITS |= {"S.": "section", "s.": "section", "R.": "rule", "r.": "rule", "reg.": "regulation"}
# As translators leave them.
_OTHER_UNITS |= dict.fromkeys(("Artículo", "Articulo", "Artigo", "Artikel", "Articolo"), "Article")
#: An apostrophe within a term, no mark behind it: “keeper’s licence”, “keepers’ licence”.
_APOSTROPHE = r"’(?=s\s)|(?<=s)’(?=\s[a-z][a-z ]{1,50}”)"

WORDS = StructureWords(
    containers={
        "part": "Part",
        "chapter": "Chapter",
        "title": "Title",
        "book": "Book",
        "division": "Division",
        "subdivision": "Subdivision",
        "subchapter": "Subchapter",
        "section": "Section",
        "subpart": "Subpart",
        "form": "Form",
    },
    attachments={
        "schedule": "Schedule",
        "annexure": "Annexure",
        "annexe": "Annexe",
        "annex": "Annex",
        "appendix": "Appendix",
        "exhibit": "Exhibit",
        "attachment": "Attachment",
        "addendum": "Addendum",
    },
    made_in_schedule=re.compile(
        r"\b(?:regulations?|rules?|orders?|notices?|by-?laws?|directi(?:ons?|ves?)|determinations?|"
        r"schemes?|codes?|instructions?|proclamations?|guidelines?|conditions|provisions|"
        r"requirements|amendments?|law|decree|policy|procedures?)\b[^.;]{0,120}?"
        r"\b(?:in|to|by|per) (?:the |this |an? )?(?:accompanying |attached |following )?"
        r"(?P<schedule>(?:\w+ )?(?:schedule|annexure|annexe?|appendix))\b(?! to (?:the|this) act)|"
        r"\b(?:regulations?|rules?|orders?|notices?|by-?laws?|directi(?:ons?|ves?))\b[^.;]{0,80}?"
        r"\b(?:as )?(?:scheduled|annexed|appended)\b(?: (?:hereto|hereunder|below))?",
        re.IGNORECASE,
    ),
    only_numbered=("form", "exhibit", "attachment", "addendum"),
    units={
        "Article": "Article",
        "ARTICLE": "Article",
        "Art.": "Article",
        "ART.": "Article",
        "Art": "Article",
        "Section": "section",
        "SECTION": "section",
        "Sec.": "section",
        "SEC.": "section",
        "Sect.": "section",
        "Sec": "section",
        "§§": "section",
        "§": "section",
        "Regulation": "regulation",
        "REGULATION": "regulation",
        "Reg.": "regulation",
        "Rule": "rule",
        "RULE": "rule",
        "Clause": "clause",
        "CLAUSE": "clause",
    },
    over_articles=("Section", "SECTION", "Sec.", "SEC.", "Sect.", "Sec"),
    over_rules={"ORDER": True, "Order": True, "RULE": False, "Rule": False},
    other_units=_OTHER_UNITS,
    subdivided=re.compile(r"(?:Subdivision|Subd\.)\s?(?P<number>\d{1,2}[a-z]?)\.(?=\s|$)\s*"),
    paragraphed=re.compile(
        r"(?:PARAGRAPH|Paragraph|PARÁGRAFO|Parágrafo|Subsection)\s"
        r"(?P<number>\d{1,2}|[IVX]{1,4})[º°]?"
        r"(?:\.[—–-]{0,2}|:|\s?[—–-])\s+(?=[A-Z“\"])"
    ),
    ordinals=_WRITTEN,
    the="the",
    to="and|to|through",
    supplementary=(
        *("provisional", "temporary", "transitional", "transitory", "additional", "final"),
        *("repealing", "derogatory", "abrogating", "supplementary"),
    ),
    provision="provision",
    only=("single", "sole", "only", "unique"),
    counted_in_tables=("Item", "ITEM", "Row", "No", "Sl. No", "S. No", "S/N", "Serial No"),
    renewed="new|revised|amended",
    number_sign=r"(?:[Nn]o\.?|[Nn]umber)\s",
    repealed=re.compile(
        r"[\W_]{0,4}(?:(?:article|section|paragraph|regulation|rule|provision) (?=repealed by\b))?"
        r"(?:ha(?:s|ve) been )?"
        r"(?:repealed|vetoed|omitted|deleted|revoked|spent|expired|cancelled|lapsed|rescinded|"
        r"abrogated|annulled|abolished|excluded(?= by\b|\W*$)|deletion(?=\W*$)|"
        r"reserved|rep(?=\.? by\b)|not (?:yet )?in (?:force|operation))(?![^\W\d_])|"
        r"(?:[.…*_·]\s?){3,}|…",
        re.IGNORECASE,
    ),
    conjunctions=("and", "or"),
    recital=re.compile(
        r"(?:(?:and )?whereas|having (?:regard|been|decided|considered|seen)|considering|recalling|"
        r"noting|recogni[sz]ing|bearing in mind|desiring|convinced|mindful|reaffirming|aware|"
        r"concerned|taking into (?:account|consideration)|pursuant to|in (?:view|consideration) of|"
        r"that|on the proposal)\b|\(\d{1,3}\) ",
        re.IGNORECASE,
    ),
    before_a_reference=re.compile(
        r"\b(?:(?:sub)?sections?|articles?|(?:sub)?paragraphs?|parts?|chapters?|divisions?|"
        r"regulations?|rules?|schedules?|clauses?|of|to|and|or|the|in|under|than|least|by|with|for|"
        r"from|within|until|before|after|on|at|is|are|Sections?|Articles?|Parts?|Regulation|Rules?|"
        r"numerals?|"
        r"Directive|No\.?|Annex)$"
    ),
    measures=re.compile(
        r"(?:January|February|March|April|May|June|July|August|September|October|November|"
        r"December|days?|months?|years?|hours?|per\s?cent)\b"
    ),
    before_an_item=re.compile(
        r"(?:[;:,—–]|[;:,]\s*(?:and|or)|[a-z]{2}\.|\b(?:means|includes|who|that|if|to|where|of|is|"
        r"by|shall|and))\s*$"
    ),
    to_last_item=re.compile(r"[;,:]\s*(?:and|or|but|nor|then)$"),
    abbreviated=re.compile(r"\b(?:Nos?|[Ss]ec|[Ss]s?|[Pp]aras?|[Aa]rts?|[Rr]eg|[Cc]l)\.$"),
    reference=re.compile(
        rf"(?:^\S*|(?:{_REFERRED_TO})s?)"
        r"(?:\s+(?:[\d(][\w.()]*|and|or|to|any of),?)*\s*$",
        re.IGNORECASE,
    ),
    referred_to=tuple(f"{word}{end}" for word in _REFERRED_TO.split("|") for end in ("", "s")),
    joins_references=frozenset(("and", "or", "to", "of")),
    tells=re.compile(
        r"\b(?:I|[Ww]e)\b(?!\.)|\b(?:following|follows|namely|delet|insert|substitut|omit)\w*\b"
    ),
    finite=re.compile(
        r"\b(?:shall|may|must|means|includes|will|has been|have been|does not|is|are)\b"
    ),
    relative=re.compile(
        r"\b(?:who|which|that)\b(?: (?:may|shall|must|will))?"
        r"(?: (?:is|are|has been|have been|be)\b)?"
    ),
    states=re.compile(
        r"\b(?<!to )(?:appl(?:y|ies)|lays?|sets?|enters?|remains?|ha(?:s|ve|d)|do(?:es)?|was|were|"
        r"can|contains?|continues?|covers|consists?|determines|specifies|prescribes?|defines|bears?|"
        r"governs?|regulates?|establish(?:es)?|provides?|ceases?|takes?|comes?|becomes?|"
        r"means?|includes?)\b"
    ),
    opens_a_sentence=(
        r"In (?:this|these|the|any|every|all|respect|relation|order|accordance|addition|case)"
        r"|For (?:the|any)|The|This|These|There|Any|Every|Each|No|All|An?|Where|When|Whenever|If"
        r"|Unless|Notwithstanding|Subject to|Nothing|Without|Except|Upon|It|Whoever|Until"
    ),
    joins_a_title=word_set(
        "a an and against as at between by for from in into of on or the to under upon with"
    ),
    annex_to_words=re.compile(
        r"(?:(?:maximum |minimum |civil |criminal )?(?:penalt(?:y|ies)|fines?)\b[^.:;—–]{0,80}:|"
        r"(?:maximum|minimum) (?:penalty|fine)\s?[—–-]\s?\S|"
        r"(?:a )?fine (?:not exceeding|of (?:up to |not (?:more|less) than )?\D?\d)|"
        r"(?:notes?|examples?|explanations?|illustrations?)(?: (?:\d{1,2}|[IVX]{1,4}))?"
        r"\.?\s?[:—–]|provided (?:also |further |always )?that\b)",
        re.IGNORECASE,
    ),
    law_title=re.compile(
        r"\b(?:act|law|bill|code|regulations?|rules|ordinance|decree|order|convention|directive|"
        r"protocol|agreement|strategy|policy|instruction|statute)\b|"
        r"\b(?:no\.?|number) ?\d+ of \d{4}\b",
        re.IGNORECASE,
    ),
    page=re.compile(
        r"(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—\[]\s*\d{1,4}\s*[-–—\]]|"
        r"\d{1,4}\s*/\s*\d{1,4}|\d{1,3} of \d{1,3}|/\.{2,3}|\.{2,3}/\d{0,3}|"
        r"[▼▲►◄]\s?[A-Z]{0,2}\d{0,3}\s?[—–-]*|previous versions?",
        re.IGNORECASE,
    ),
    contents=re.compile(
        r"(?:table\s+of\s+(?:contents|provisions|sections|articles)|contents|analysis|index|"
        r"paragraphs|"  # of a schedule
        r"arrangement\s+of\s+(?:sections|provisions|regulations|rules|articles|clauses|paragraphs))\W*",
        re.IGNORECASE,
    ),
    contents_title=re.compile(
        r"\b(?:TABLE OF (?:CONTENTS|PROVISIONS|SECTIONS|ARTICLES)|"
        r"ARRANGEMENT OF (?:SECTIONS|PROVISIONS|REGULATIONS|RULES|ARTICLES|CLAUSES)|"
        r"(?:Table|Arrangement) of (?:Contents|Provisions|Sections|Articles|Clauses)|CONTENTS)\b"
    ),
    asks=re.compile(r"(?:Who|What|When|Where|How|Why)\b"),
    # Begins with a letter in either case, not with a boundary: so it is found fast.
    contents_announced=Rare(
        re.compile(
            r"[Tt](?<=\b[Tt])(?i:able of (?:contents|sections)\b.{0,80}"
            r"\b(?:is|are) as follows\s?[:.—–-]*$)"
        ),
        signs=("follows",),
    ),
    code_notes=re.compile(
        r"(?:editorial notes|executive documents|historical and (?:revision|statutory) notes|"
        r"statutory notes(?: and related subsidiaries)?|references in text|codification|"
        r"prior provisions|effective date of \d{4} amendments?|"
        r"(?:short title of )?\d{4} amendments?|termination date|transfer of functions)",
        re.IGNORECASE,
    ),
    history=re.compile(
        r"(?:\[?(?:\d{4}, c\. \d+|R\.S\.(?:C\.)?, ?\d{4}, c\.|SOR/\d{2,4}-\d+|"
        r"S\.I\. No\. \d+ of \d{4}, (?:s|reg)))"
        r"[^a-z]*(?:(?:s|ss|c|err|to|and|Supp|F|Sch|art)\b[^a-z]*)*[;.\])]?$"
    ),
    notes=NOTE_WORDS,
    end=END_WORDS,
    headings=HEADING_WORDS,
    pages=PAGE_WORDS,
    quoting=QUOTING_WORDS,
    no_law=NO_LAW_WORDS,
    definitions_heading=re.compile(
        r"(?:(?:general|legal|key|main|basic|other|the) )*"
        r"(?:definitions?|interpretation|glossary|dictionary)\b|"
        r"(?:meaning|explanation|definition) of (?:\w+ )?(?:terms|words|expressions|concepts)\b|"
        r"(?:(?:use of|the|key|main|basic|important) )*terms(?: used)?\b|"
        r"(?:(?:the|key|main|basic) )+(?:concepts|notions|expressions)\b|defined (?:terms|words)\b",
        re.IGNORECASE,
    ),
    opens_definitions=("In ", "in th", "For ", "for th", "When"),
    # Without their first letters, which may be capitals.
    signs_of_definitions=(
        *("efin", "term", "word", "xpression", "notion", "concept"),
        *("eaning", "context", "contrary", "meant", "or the purpose"),
    ),
    puts_in=Rare(
        re.compile(
            r"\b(?:insert|substitut|add|replac|amend)(?:e|s|ed|es|ing|ion|ition)?\b[^.;]*$",
            re.IGNORECASE,
        ),
        signs=("insert", "substitut", "add", "replac", "amend"),
    ),
    gives_a_meaning=Rare(
        re.compile(r"\bfollowing\b.{0,80}\bmeanings?\b", re.IGNORECASE), signs=("meaning",)
    ),
    leads_to_definitions=re.compile(r"(?:in|for the purposes? of)\b.*[—–:]$", re.IGNORECASE),
    definitions_opening=re.compile(
        r"(?:(?:as|when|where) used )?in (?:(?:the|this) \w{2,20},? (?:and|or)(?: in)? )?"
        r"(?:this|these|the present) [\w ]{2,40}[—–:,-]*$|"
        r"(?:for|in) the (?:purposes?|context|sense|meaning) of (?:this|these|the present) "
        r"[\w ]{2,60}[—–:,-]*$|"
        r"(?:for|in) (?:applying|implementing|the (?:application|implementation) of) "
        r"(?:this|these|the present) [\w ]{2,60}[—–:,-]*$",
        re.IGNORECASE,
    ),
    speaks_of_definitions=Rare(
        re.compile(
            r"\bdefinitions?\b.{0,60}\bappl|"
            r"\b(?:following|these) (?:\w+ )?(?:definitions|meanings)\b|"
            r"\b(?:terms|words|expressions|phrases|notions|concepts)\b[^.;]{0,120}"
            r"\b(?:mean|meanings?|meant|defined|understood|interpreted|construed|signify|denote|"
            r"significan\w+)\b|"
            r"\bmeanings? of (?:the |these )?(?:\w+ )?"
            r"(?:terms|words|expressions|notions|concepts)\b|"
            r"\b(?:terms|words|notions|concepts|expressions)\b (?:shall |will )?apply\b|"
            r"\b(?:is|are|be) meant by\b|"
            r"\b(?:is|are|be) understood (?:as|by|to (?:be|mean))\b[^.;]{0,20}:$|"
            r"\b(?:shall|should|must|is to) mean:$|"
            r"\b(?:terms|words|notions|concepts|expressions|definitions)\b[^.;]{0,20}\bused\b|"
            r"\bwhen(?:ever)? (?:the|this|these|the present) [\w ]{2,40}\brefers? to:$|"
            r"\bunless the (?:context|contrary)|context otherwise requires|"
            r"\brepugnant (?:in|to) the|"
            r"\bthe following (?:(?:shall|will|must|should|is|are|be) )+"
            r"(?:considered|understood|deemed|defined)\b[^.;]{0,40}:$",
            re.IGNORECASE,
        ),
        signs=(
            *("definition", "meanings", "terms", "words", "expressions", "phrases", "notions"),
            *("concepts", "meant by", "understood", " mean:", "unless the con"),
            *("context otherwise", "repugnant", "considered", "deemed", "defined", " to:"),
        ),
    ),
    definitions_lead_in=Rare(
        re.compile(
            r"\bdefinitions?\b.{0,60}\bappl|"
            r"\b(?:following|these) (?:\w+ )?"
            r"(?:terms|words|expressions|definitions|notions|concepts)\b|"
            r"\b(?:terms|words|expressions|notions|concepts)\b.{0,60}\b(?:meaning|mean)|"
            r"\bunless the (?:context|contrary)|context otherwise requires|"
            r"\brepugnant (?:in|to) the|"
            r"\b(?:is|are) meant by\b|"
            r"^for the purposes? of (?:this|these|the present)\b[^.;]{2,80}\b(?:considered|"
            r"understood|deemed|defined)\b[^.;]{0,40}:$",
            re.IGNORECASE,
        ),
        signs=(
            *("definition", "terms", "words", "expressions", "notions", "concepts", "meant by"),
            *("unless the con", "context otherwise", "considered", "understood", "deemed"),
            "defined",
            "repugnant",
        ),
    ),
    quoted_term=re.compile(
        r"(?:[FCEIMX]\d+|\d{1,3}\s?(?=\[)|\[\d{1,3}\])?\[?\s?"
        r"(?:the (?:(?:term|expression|word|phrase)s? )?|an? )?"
        rf"[“\"‘'«*]{{1,3}}(?![(\d])(?P<term>(?:[^”\"’'»*]|{_APOSTROPHE}|'(?=[a-z])){{1,90}})"
        r"[”\"’'»*]{1,3}",
        re.IGNORECASE,
    ),
    no_term=re.compile(
        r"(?:[Ff]or the purposes? of th(?:is|ese|e)|[Tt]he following|[Ii]n th(?:is|ese)|"
        r"and|but|or|nor|which|who|that|it|if|where|whether|unless|provided|such|"
        r"Provided,? (?:that|further|always|also|however)|"
        r"means?|includes?|has|have|does|do|shall|is|are|"
        r"(?:[Nn]ote|[Ee]xample|[Ee]xplanation)s?(?=\s?[\d:.(—–]))\b(?!-)"
    ),
    bare_term=re.compile(
        r"(?P<term>(?:[^.;:()\[\]]|\.(?! ?[A-Z][a-z])){1,90}?)(?:\s?\([^)]{1,60}\))?"
        r"(?:,? (?:means(?! of\b)|mean(?![:s])|includes?|"
        r"ha(?:s|ve) the (?:same )?meaning|does not include|"
        r"shall (?:have|be construed|mean(?!:))|refers? to|is (?:an?|the|any)\b|– |— )"
        r"|, (?:in (?:relation|respect|reference|connection)|with respect|when used|used|as|for)\b"
        r"[^.;]{0,160}?(?:means|includes?|has the)"
        r"|(?<! mean):(?=\s(?i:an?|the|each|any|all|every|without|in|if|when|where|see)\b|$)"
        r"|\ssee (?:(?:sub)?sections?|schedules?|clauses?|parts?) \d[^.;]{0,40}[.;]?$"
        r"|\s?[:—–-]\s?\(a\)\s(?=(?:means|includes?|has the|does not include|in relation|for|when|"
        r"where|in the case)\b)"
        r"|\s?\[Repealed)"
    ),
    term_and_verb=re.compile(
        r"[A-Za-z][^.;:()\[\]]{0,80}?(?:\s?\([^)]{1,60}\))?(?: [–—])? "
        r"(?:means?|refers? to|ha(?:s|ve) the (?:same )?meaning|shall (?:mean|refer to)|"
        r"is (?:an?|the|any|every|each))\b"
    ),
    term_that_is=re.compile(
        r"(?!(?:The|No|Any|Every|Each|This|These|It|There|an?|the|and|or|if|where|for|in|it|he|she|"
        r"no|any)\b)"
        r"(?P<term>[A-Za-z][\w’'-]*(?: [\w’'-]+){0,4}?)(?:\s?\([^)]{1,60}\))? (?:is|are) "
        r"(?!(?:to|not|also|only|said|held|made|taken|done|set|given|paid|born|found|\w+ed)\b)\w"
    ),
    term_and_mark=re.compile(
        r"(?P<term>[A-Za-z][^.;:()\[\]\t]{0,80}?)(?:\s?\([^)]{1,60}\))?"
        r"(?:\s*:\s|\s[–—-]\s|\.[–—-]|(?<!\s\w)\.\s(?=[A-Z])|\t+)\s*(?=\S)"
    ),
    sure_term=re.compile(
        rf"[“\"‘'](?P<term>(?:[^“”\"‘’;:]|{_APOSTROPHE}){{1,90}})[”\"’'](?:\s?\([^)]{{1,60}}\))?"
        r"(?:,?(?: and| or)? [“\"‘'][^“”\"‘’;:]{1,90}[”\"’']){0,4}"
        r"(?:,?\s{1,4}(?:each )?(?:means|mean|includes?|ha(?:s|ve) the|do(?:es)? not include|"
        r"shall (?:have|be construed|mean|include)|refers? to|"
        r"is(?: (?:an?|any|such|the)|(?=\s?[—–-]))|are)\b"
        r"|(?:\s?,?\s{1,4}(?:in (?:relation|respect|reference|connection)|with respect)|"
        r",\s{1,4}(?:when used|used|as|for)|\s?[—–-]\s?\(\s?(?:a|i|1)\s?\)\s(?=\w))\b"
        r"[^.;]{0,160}?\b(?:means?|includes?|ha(?:s|ve) the|shall be construed))"
    ),
    defines=re.compile(r",? (?:means|includes|ha(?:s|ve) the (?:same )?meaning)\b"),
    joins=re.compile(
        r"(?:an?|the|this|that|these|those|such|any|all|each|every|its|his|her|their|who|whose|"
        r"which|of|to|in|on|at|by|for|from|with|under|as|and|or|but|also|not|he|she|they|there|if|"
        r"when|where|whether|is|are|be)",
        re.IGNORECASE,
    ),
    # Begins with letters, not with a boundary: so it is found fast.
    made_of=re.compile(r"These (?<=\bThese )(?P<word>Regulation|Rule)s\b"),
    speaks_of=re.compile(
        r"[TtSs](?:(?<=\b[Tt])(?i:his )|(?<=\b[Ss])(?i:ub-?))"
        r"(?i:(?P<word>section|regulation|rule|article)s?\b)"
    ),
    # Not "Article 3 of the Convention", and no heading.
    own_article=re.compile(
        r"(?<=[ (])(?:this Article|Article \d+[A-Z]?(?! of (?:the|an?|that|its)\b))\b"
    ),
    own_section=re.compile(r"\b(?P<this>[Tt]his section)\b|\bsection \d"),
    before_a_term=re.compile(
        r"(?:[;:.,—–-]|[;,.] (?:and|or|but))\s*"
        r"(?P<the>(?:the (?:term|expression|word|phrase)s? |the |an? )?)$"
    ),
)
