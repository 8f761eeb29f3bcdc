"""The words of editors around a law in English: notes, histories, footnotes."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.en.end_matter import DATE
from annotator.lang.structure_words import AnyCase, NoteWords

_REPEALS = r"rep(?:ealed)?|omit(?:ted)?|om|del(?:eted)?|revoked|rev|spent|expired|excluded"
_CHANGES = (
    r"subst?(?:ituted)?|subs|suppl(?:emented)?|ins(?:e?rt|erted)?|add(?:ed)?|am(?:d|ended)?|amdt|replaced|adapted|"
    r"re-?numbered|renum|modified|extended|re-?lettered|introduced|incorporated|edited|reformed"
)
_ANY = rf"(?:{_CHANGES}|{_REPEALS})"
_PLACES = (
    r"(?:long |short )?title|ss?|secs?|sections?|sub-?s(?:s|ecs?|ections?)?|par(?:a|agraph)?s?|"
    r"sub-?(?:para(?:graph)?|article|clause|reg(?:ulation)?|rule)s?|items?|arts?|articles?|regs?|regulations?|rules?|rr?|cls?|clauses?|"
    r"preamble|headings?|cross-?headings?|definitions?|defs?|schs?|scheds?|schedules?|parts?|pts?|"
    r"chapters?|chs?|provisos?|annex\w*|appendix|appendices|words?|tables?|forms?|explanations?|"
    r"penalt(?:y|ies)|"
    r"letters?|points?|indents?|sentences?"
)
#: The numbers of laws, with no more words than such references have.
_REFERENCE = (
    r"(?:(?:acts?|ords?|ordinances?|laws?|caps?|l\.?\s?n|g\.?\s?n|s\.?\s?i|s\.?\s?r|p\.?\s?n|"
    r"a\.?\s?o|p\.?\s?o|s\.?r\.?o|decree|e\.?r|s|reg)\.?\s*)?(?:(?:nos?|n)\.?\s*)?"
    r"\d+(?:\s+of\s+|\s?/\s?)\d{2,4}"
    r"(?:[^a-z]|(?<![a-z])ss?(?=\d)|(?<![a-z])(?:ss?|of|and|to|c|ch|cap|sch|schs|art|arts|reg|regs|rr?|cl|cls|by|p|pp|para|"
    r"paras|wef|w|e|f|err|th|st|nd|rd|acts?|schedule|nos?|ord|supp|part|gazette|order|"
    r"regulations)\b)*"
)

_PLACE = r"(?:,? ?(?:ss?|secs?|arts?|regs?|rr?|schs?|pt|sub\.? ?leg)\b\.?\s?[\d(][\w() ,&-]*)?"
_EDITION = r"(?:R\.? ?E\.?,? ?(?:of )?\d{4}|\d{4} (?:ed|rev)\w*\.?|of the (?:\d{4} )?laws\b.{0,30})"
#: Where another law is found, as it stands in a margin, with the place that is meant.
_FOUND_AT = "|".join(
    (
        rf"(?:caps?|ch)\.? ?[A-Z]?\d{{1,4}}[A-Z]?(?:[:.]\d{{1,3}})?(?:,? {_EDITION})?{_PLACE}",
        r"chap(?:ter|\.)? ?\d{1,3}:\d{1,3}",
        r"[ivxlc]{1,8}\. ?\d{4}\. ?\d{1,3}",
        r"(?:act|ord(?:inance)?|law|decree|s\. ?i|l\. ?n|g\. ?n|p\. ?n|s\. ?r)s?\.? ?"
        rf"(?:nos?\.? ?)?(?:\d{{1,4}}|[ivxlc]{{1,8}})(?: of |/)\d{{4}}{_PLACE}",
        rf"(?:no\.? ?)?(?:\d{{1,3}}|[ivxlc]{{1,8}})(?: of |/)\d{{4}}{_PLACE}",
        rf"(?:acts?|ords?\.?) nos?\.? ?\d{{1,4}}(?:,? \d{{4}})?{_PLACE}|act \d{{1,4}}{_PLACE}",
        r"(?:\d{4}|r\.s\.c?\.?(?:,? \d{4})?|s\.c\.? \d{4}),? ?(?:\(?c\.|asp|ch\.) ?"
        r"[A-Z]?-?\d{1,3}"
        rf"(?:\.\d)?\)?(?: \((?:asp|n\.i\.|supp\.)[^()]{{0,9}}\))?{_PLACE}",
        r"\d{1,2}(?: & \d{1,2})? (?:geo|will?|vict?|edw?|eliz)\w{0,3}\.? ?\d? ?"
        r"c(?:h|ap)?\. ?\d{1,3}",
    )
)
_FOUND_AT = rf"(?:{_FOUND_AT})(?:[;,]? (?:{_FOUND_AT})){{0,3}}"
_MARGINAL = rf"(?:{_FOUND_AT}|\[ ?(?:{_FOUND_AT})\.? ?\]|\((?:{_FOUND_AT})\.?\))[.;]?"

#: The words of which histories are made that only cite.
_TOLD = (
    "ad adapted add added additional am amd amdt amend amended changes commenced commencement corr "
    "corrected del deleted edited enacted extended format incorporated ins inserted insrt "
    "introduced modified new om omitted prev previous rc redesignated reformed reinsrt relettered "
    "reloc relocated renum renumbered rep repealed replaced revised revoked rpld rs subs subst "
    "substituted suppl supplement supplemented transferred"
)
_NAMED = (
    "act acts ao asp cap caps cfr ch chap chapter code decree dl dv ed edition eff effective "
    "er err fr gaz gazette gn hc hrs ilcs krs law laws ln lr nisi notification oc oj ord order "
    "orders "
    "ordinance ordinances ords pl pn po proc proclamation prom promulgation pu pub reg regs "
    "regulation regulations rev revision rsa rsbc rsc rso rsq rt rules sbc sc sess session "
    "sfs sg si sor sr sro stat stats statute supp suppl uk ukpga usc vn wef wp"
)
_PLACED = (
    "annex appendix art article articles arts cl clause clauses cls def definition definitions "
    "division form forms heading headings item items note page para paragraph paragraphs paras "
    "part parts point pp proviso pt pts rr rule sch sched schedule schedules schs sec secs "
    "section sections ss sub subpara subparagraph subs subsec subsection subsections table title "
    "vol volume word words"
)
_JOINED = (
    "also and annual as at auth authority been both by came cf compare date effect entered entry "
    "first for force from has ibid in into is issue nd no nos nr of on operation or per rd read "
    "days newly opn see source special spent st th the therefor this to under vide virtue was were "
    "with"
)
_DATED = (
    "apr april aug august dec december feb february jan january jul july jun june mar march may "
    "nov november oct october sep sept september"
)
_REPEALS_SPOKEN = "rep repealed om omitted deleted del revoked spent expired"
_CITING = frozenset(f"{_TOLD} {_NAMED} {_PLACED} {_JOINED} {_DATED}".split())

#: The words of a page's head are in capitals, but for those by which a law is cited.
_HEAD = r"(?:[^a-z]|\b(?:Page|Cap|No|Act|of|and|Rev)\b){6,}"

WORDS = NoteWords(
    page_head=expression(
        r"(?=.*(?:[Pp]age|\[|CAP|Cap|No\.|Act|ACT))"
        rf"(?:(?:Page )?\d{{1,4}}(?: of \d+)?\s{{3,}}{_HEAD}|"
        rf"{_HEAD}\s{{3,}}\d{{1,4}}|\[Rev\. \d{{4}}\].{{0,90}}|"
        r"(?:\d{1,4}\s+)?(?:Laws of|LAWS OF) [A-Z][\w ]{2,30}\s(?:ACT|CAP\.?) \d+\w?)"
    ),
    footnote=AnyCase(
        rf"(?:(?:{_CHANGES})\b\.?(?:\s*(?:,|and|&)\s*(?:{_ANY})\b\.?)?,?\s+"
        r"(?:by|vide|ibid|w\.e\.f|in part)\b|"
        rf"(?:{_CHANGES})\.,?\s|"
        rf"(?:{_CHANGES}) for (?:the |original |former )*(?:{_PLACES})\b.{{0,200}}? (?:by|vide)\b|"
        rf"for (?:the |original |former )*(?:{_PLACES}|figures?)\b.{{0,200}}?"
        rf"(?<!\bis )(?<!are )(?<!be )(?:{_CHANGES})\.? (?:by|vide)\b|"
        r"(?:published in )?(?:the )?[“\"]?(?:official|government|federal|state) "
        r"(?:gazette|journal|bulletin)\b.{0,40}?\d|"
        r"extended to (?:the )?[a-z][\w ,&-]{2,80}? (?:by|vide) (?:act|reg|ord|notif|[sg]\.)|"
        rf"{DATE},? vide\b|"
        r"nb (?:expire[sd]|effective|repeal|terminat|there are \d|separately amended)|"
        r"not (?:yet )?in (?:force|operation)\b|"
        r"(?:came|brought|entered) into (?:force|operation)\b|"
        r"(?:cf|ibid|vide)\b\.?\s|"
        r"as (?:amended|substituted|inserted|originally enacted)\b|"
        rf"(?:the |certain |original |former )*(?:{_PLACES})\b.{{0,160}}?\b"
        rf"(?:(?:was|were|has been|have been|had been) (?:{_ANY})|"
        r"(?:subs|ins|rep|om|am|subst)\.)(?:,? for .{1,160}?)? by\b|"
        rf"(?:{_PLACES})\b.{{0,80}}?\b(?:{_ANY}) by (?:ibid\b|ss?\. ?\d|{_REFERENCE}$)|"
        rf"(?:the |certain )?words?\b.{{0,160}}?\b(?:{_ANY})\.?(?:,? for .{{1,160}}?)? by\b|"
        r"throughout (?:this|the) (?:act|ordinance|order|law|regulations|rules)\b.{0,60}\bwords?\b|"
        r"(?:opinion|position) of the european (?:parliament|commission|economic)\b|"
        # as Italy's editors write below a drawn line
        r"(?:update|amendment) \(\d{1,2}\)$|"
        r"(?:the )?(?:act|law|(?:legislative )?decree(?:-law)?) (?:of .{6,20} )?no\. ?\d.{0,40}? "
        r"(?:has )?(?:ordered|provided|amended|established) \(with arts?\b|"
        r"sr \d{1,3}[.\d]*$|for (?:the )?statement of objects\b|note\s?[—–]\s?(?:see|the|this)\b|"
        rf"(?:from|since) {DATE},? (?:pursuant to|by|under|cf\.)(?!.*\b(?:shall|may|must|is)\b)|"
        rf"<[^<>]*\d[^<>]*>\.?$|{_REFERENCE}$)"
    ),
    # Begins with a rare letter, not with a boundary: so it is found fast.
    footnote_sign=expression(
        r"[wbOAB](?:(?<=\bA)S \d{4} \d+|(?<=\bB)Bl \d{4}|(?<=\bw)\. ?e\. ?f|(?<=\b[Ii]b)id|"
        r"(?<=\bO)J (?:No )?[LC] ?\d+)\b"
    ),
    stray=expression(
        r"[\[(]?(?:(?:Amended|Inserted|Substituted|Replaced|Added|Published|Translated|Assented|"
        r"Approved|Adopted|Promulgated|Uploaded|Printed|Updated|Modified|Renumbered) "
        r"(?:(?:by|in|on|to|at|under)\b|[A-Z]\w+ \d|\d)|Repealed by\b|"
        r"Last (?:updated|modified|amended)\b|"
        r"Date (?:modified|printed)\b|Done (?:at|in)\b|Given under\b|"
        r"(?:IN|In) (?:WITNESS|witness)\b|"
        r"LEGISLATIVE HISTORY|Legislative History|(?:Authority|Source|History|Compare): |www\.|"
        r"https?:|©|Copyright [\d©]|[▼►]|Page \d+\b|(?:Rev|R\. ?E)\.? ?\d{4}|"
        r"(?:L\. ?N|S\. ?I|G\. ?N|S\. ?R|SOR|SI|OJ|RT|AS|BBl|SR|SG|DOF|SFS)\b[ ./]{1,2}"
        r"(?:No\.? )?[A-Z]{0,2} ?\d)"
    ),
    marginal_reference=expression(
        rf"{_MARGINAL}|(?:{_CHANGES}|repealed|deleted) by:|acts? nos?\.?|\[new\.?\]|"
        r"ss?\. ?\d{1,3}[a-z]?(?:\(\w{1,4}\))*|\d{4}-\d{1,3}\.?|"
        r"\[(?:ss?|secs?|sections?|regs?|regulations?|rules?)\.? ?\d[^\[\]]{0,60} of the \w+\]|"
        rf"\[{DATE}\.?\]\.?",
        re.IGNORECASE,
    ),
    behind_the_words=expression(
        r"(?:(?<![A-Za-z])[a-z]{3,}|[A-Za-z]{4,}|\bAct|\bLaw|[\d)\]”\"])\.[)\]]?"
        rf"(?:$|\s+(?P<reference>(?i:{_MARGINAL}))$)"
    ),
    doubtful_footnote=AnyCase(
        rf"(?:(?:{_REPEALS})\b\.?(?:\s*(?:,|and|&)\s*(?:{_ANY})\b\.?)?,?\s+"
        r"(?:by|vide|ibid|in part)\b|"
        r"see (?:also |now |generally )?(?:ss?\.|sections?\b|the\b|acts?\b|[lg]\.n|gaz|notif|reg|"
        r"art|rule|note|pages?\b|p\.)|"
        r"for\b.{0,200}?,? see\b|(?:now|previously|formerly)\b|published in\b|"
        r"(?:this|the) (?:act|ordinance|section|sub-?section|order|law|regulations?|rules?) "
        r"(?:was|has been|have been|shall be deemed|came|received)\b)"
    ),
    footnote_label=expression(
        r"[\[(]?(?:the )?foot-?notes?\b[\])]?[.:!]?\s+\S|note of (?:the )?\w{2,20}!|note!\s|"
        r"(?:findings?|intent|purpose|severability|effective|short title|construction|application|"
        r"captions|expiration|conflict)\b[\w ,;—–-]{0,80}[—–-] ?\d{4}(?: \w{1,4}\.?){0,3} c \d|"
        r"(?:reviser|editor|compiler|publisher)['’]?s?['’]? notes?\s?[:.—–-]|"
        r"(?:adaptation )?amendments (?:retroactively )?made\b.{0,40}\d|"
        r"\d{1,2}note ?\.[—–]|note\.[—–] ?(?:former|(?:sections?|ss?)\b.{0,20}\bch\. ?\d)",
        re.IGNORECASE,
    ),
    opens_a_reference=expression(
        r"(?:(?:acts?|ords?|ordinances?|caps?|nos?|l\. ?n|g\. ?n|s\. ?i|p\. ?n|ss?)\b|\d)",
        re.IGNORECASE,
    ),
    footnotes_title=expression(
        r"(?:foot|end)-?\s?notes?(?: (?:for|to) [\w .()-]{3,60})?\W*", re.IGNORECASE
    ),
    opens_an_aside=expression(
        r"\W*(?:(?:the )?(?:editor|webmaster)\s?[:—–]|(?:the )?(?:editor|publisher|compiler|"
        r"webmaster)(?:['’]?s['’]?|ial)? (?:notes?|comments?|remarks?)\b|"
        r"see also our\b|read more\b)",
        re.IGNORECASE,
    ),
    opens_a_history=expression(
        r"\[[“\"‘']|"
        r"[\[(](?:[A-Z][a-z.]|[A-Z]{2}|[A-Z]? ?\d+(?: of |/|, | No|-\d| [A-Zc])|[a-z]{2,}[ .,;:]|§|"
        r"ss?\.? ?\d|[a-z]\) (?:\d{4} |S\.|(?:Sec|Sch|Par|Art|Reg)\w+ [\d(])|"
        r"\d{1,3}\)\s+OJ )|\{|<[A-Z]|/[A-Z]|"
        r"[Ff]oot-?note|SOURCE: |Compare:|Law of|Note[ !]|\d{0,2}Note ?\.[—–]|"
        r"The foot|ss? \d|R\.? ?S|S\.[A-Z]|\d{4},? (?:c|\()|"
        r"(?:Sec|Sch|Hea|Cro|Par|Sub|For|Reg|Cla|Rul|Art|Def|Pre|Pri|Lon|Tit|App|Ord|Exa|Not|Cha|Div|"
        r"Aut|Dat|Fra|Num|Inc|[•◦○▪]\s?[\dRS]|SOR|SI/|[Ss]s?\. ?\d|pt|cl|"
        r"Add|Ame|\d{4} [AR]|Ena|Spe|(?:Creat|Modifi|Insert|Replac|Transferr)ed by|"
        r"Fin|Int|Pur|Sev|Con|Cap|Exp|"
        r"NOTE|Act|Ada|Law|His|HIS|Sou|Tex|Ren|Rev|Red|Edi|Eff|L\. ?\d)"
    ),
    history=expression(
        # what a reprint adds below a section: "Section 3(2): replaced, on 1 May 2006, by ..."
        r"(?:sections?|schedules?|heading|cross-?heading|part|subpart|form|regulations?|clause|rule|"
        r"article|preamble|(?:long )?title|appendix|order|example|note|chapter|division|ss?)\b"
        r"[^:.]{0,160}: (?:[\w ]{1,40} )?(?:editorial change|inserted|replaced|repealed|amended|"
        r"substituted|added|revoked|omitted|expired|renumbered|brought into force|applied|excluded|"
        r"extended)\b.{0,80}?\b(?:on|by|pursuant|with) \w.*\d|"
        r"compare: .*\d|"
        # in brackets, what was done to which place by which law
        rf"[\[(](?:(?:the|this|former|original|new|previous) |part \w{{3,7}} of )*(?:{_PLACES})\b"
        rf"[^\]]{{0,300}}?\b(?:{_ANY})\b\.?,?[^\]]{{0,40}}?\b"
        r"(?:by|vide|in terms of|with effect|w\.?e\.?f)\b[^\]]*\d[^\]]*[\])][.;]?$|"
        rf"[\[(](?:{_CHANGES})\b\.?,?\s(?:by\b|vide\b|ibid\b|[\dLGSPA]|No|Act|Ord).*\d.*[\])]\.?$|"
        rf"[\[(]{_REFERENCE}[\])][.;]?$|"
        # the year and number of the amending law alone: "[1972 No. 8.]", "[1996-3.]"
        r"\[\d{4}(?: No\. ?|-)\d{1,3}[^a-z\]]{0,40}\][.;]?$|"
        rf"[\[(](?:as (?:{_CHANGES}) by|in (?:the )?(?:ed\.|edition|wording|version|redaction))"
        r"[^\])]*\d[^\])]*[\])]\.?$|"
        rf"[\[(](?:the )?(?:{_PLACES})\b[\w ,.-]{{0,40}}(?:as (?:{_CHANGES}) by|"
        r"in (?:the )?(?:ed\.|edition|wording|version)(?: of)?)\b[^\])]*\d[^\])]*[\])]\.?$|"
        r"\(see (?:the )?(?:text|wording) in (?:the )?(?:previous|former|old|new) \w+\)$|"
        # from which law of another country the words are taken: "[UK Inns Act 1956, s. 3]"
        r"\[(?:cf\.? )?[A-Z][\w .,'’()-]{3,80}\b\d{4},? (?:ss?|rr?|arts?|regs?)\. ?\d"
        r"[^\]]{0,40}\]$|"
        # what became of a definition: "[“port” repealed by 1997:32]"
        rf"\[[“\"‘'][^”\"’'\]]{{1,60}}[”\"’'],? (?:\w+ ){{0,3}}(?:{_ANY})\b[^\]]{{0,20}}\bby\b"
        r"[^\]]*\d[^\]]*\]\.?$|"
        r"\(note: .{3,200}\d.{0,24}\)\.?$|"
        # between strokes
        rf"/(?=[^/]*\b(?:{_ANY}|annulled|invalidated|revised)\b)[^/]{{8,400}}/\.?$|"
        # in angle brackets, as Belgium's editors write; what a repeal has left is none
        r"<(?!(?:repealed|annulled|deleted)\b)(?=[^<>]*\d)[^<>]{8,900}>[.;]?$|"
        # in braces, and where the official website has the amending law
        r"\{(?=[^{}]*\d)[^{}]{8,900}\}[.;]?$|"
        r"law of [\w ]{3,40} No\.? ?[\w-]+ (?:of|dated) .{6,30} [–—-] website, [\d.]+$|"
        r"articles? \d[\w./-]* (?:is|was|has been) (?:excluded|repealed|deleted) (?:by|based on|"
        r"according to|in accordance with|pursuant to) the law\b.{0,120}\bno\. ?\d.*|"
        # where a law or a journal is found that was named above: "(a) 1971 c. 77."
        r"\([a-z]\) (?:\d{4} (?:c\.|asp) ?\d+|S\. ?[IR]\. ?\d{4}/\d+).{0,300}[.)]$|"
        r"\([a-z]\) (?:section|schedule|paragraph|article|regulation)s? [\d(].{0,120}"
        rf"\b(?:was|were|is|are) (?:{_ANY}) by\b.*\d.*|"
        r"\(\d{1,3}\)\s+OJ (?:No )?[LC]\b.{0,60}\bp\. ?\d.*|"
        # what Congress enacted, behind a section of its code
        r"\((?:added )?(?:[a-z]+\.? \d{1,2}, \d{4}, ch\.|pub\. l\.).*\bstat\. \d.*\)\.?$|"
        # what the legislature of an American State enacted: "(Acts 2011, No. 612, § 1.)"
        r"\((?:acts|laws|stats\.|ga\. l\.) (?:1[89]|20)\d\d,[^()]*\d[^()]*\)\.?$|"
        r"[\[(][^\])]{0,60}\bauth\w+ by L\.\s?N.*",
        re.IGNORECASE,
    ),
    breaks_off=expression(
        r"(?:\b(?:Acts?|Ordinance|Law|[Ss]ections?|[Ss]chedule|Article)|\b(?:[Ss]s?|[Aa]rts?|[Pp]aras?|[Rr]egs?|[Rr]r?|[Cc]ls?|[Pp]p?|[Cc]|[Cc]h|[Nn]os?|"
        r"[Ss]chs?|[Vv]ol|[Ss]ecs?|[Pp]ts?|[Cc]ap|[Ll]eg|Stat)\.|"
        rf"\b(?:{_DATED.title().replace(' ', '|')})\b\.?)$"
    ),
    remark=expression(
        r"(?:(?:editor(?:ial)?|drafting|reviser|publisher|compiler)(?:['’]?s?['’]?)? "
        r"(?:notes?|change|remark)\b|"
        r"n\.?\s?b\.?[: ]|note\s?[:—–]|not (?:yet )?in (?:force|operation)|"
        r"(?:the |this )?(?:words?|headings?|punctuation|terms?|phrases?|references?|"
        r"number(?:s|ing)?|"
        r"definitions?|spelling|commas?|hyphens?|full stops?|quotation marks?|(?:sub)?sections?|"
        r"paragraphs?|acts?)\b.*\b(?:misspel\w+|appears?|reproduced|grammatical\w*|gazette|"
        r"erroneous\w*|in error|not (?:yet )?(?:in force|commenced|been brought)|"
        r"should (?:read|be|have|refer)|"
        r"intended)\b|(?:regulations?|rules|notices?|orders?|proclamations?)\b.*\b"
        r"(?:g\.?n\.?|gazette|made under|published|promulgated)\b|"
        r"date of (?:commencement|assent|promulgation)|(?:date of )?commence(?:ment|d|s)?\b|"
        r"wording of\b|this (?:section|provision|act|part) (?:was|is|has) (?:not|yet|never)\b)",
        re.IGNORECASE,
    ),
    citing=_CITING,
    changing=frozenset(_TOLD.split()),
    repealing=frozenset(_REPEALS_SPOKEN.split()),
    chapter_history=expression(
        r"(?:[•◦○▪]\s*)?(?:SOR|SI)/\d{2,4}-\d{1,4}\b|"
        r"(?:[•◦○▪]\s*)?\[?(?:(?:R\.?\s?S|S)\.?\s?(?:[A-Z]\.?){0,6},? ?(?:\d{4},? ?)?|\d{4},? )"
        r"(?:\([^)]{1,20}\),? )?c\.? ?[A-Z]{0,2}[\d-][\d.-]{0,8},? ?"
        r"(?:\([^)]{1,12}\),? )?(?:ss?|[Ss]ch\w*\.?|arts?|rr?)[. ]{0,2}[\d,(]"
    ),
    told_history=expression(
        r"(?!.*\b(?:shall|must|may) [a-z])(?:"
        r"(?:created|amended|modified|transferred|inserted|replaced) by (?:the )?"
        r"(?:(?:organic|emergency|framework|decree) )?(?:act|law|ordinance|decree|order)\b"
        r"[^;:]{0,20}\d[^;:]{0,80}|"
        # a place, what was done to it, and the day: "Fraction reformed DOF 30-10-2014"
        r"(?:article|fraction|numeral|incise|paragraph|section|chapter|title|heading)s?\b.{0,20} "
        rf"{_ANY}(?:(?:,| and) {_ANY})* (?:(?:by|in|on) )?(?:the )?(?-i:[A-Z]{{2,5}} )?"
        rf"{DATE}(?:, {DATE})*\.?|"
        r"(?:text of \w+ as )?(?:added|amended|renumbered|redesignated|reenacted|transferred|"
        r"formerly|repealed|(?=acts|laws|stats|l\.|p\.))\b.{0,80}?"
        r"\b(?:acts|laws|stats\.|l\.|p\. ?a\.) ?\d{2,4}\b.*\d.*|"
        r"(?:amended|renumbered|reenacted|redesignated|added)\b.{0,20} by:|"
        r"\(?(?:history|source|authority)\s?[:.—–-]{1,3}\s?"
        r"(?:.{0,12}\b(?:ss?|l|ch|act|laws|acts|p\.? ?a|pl|sl|en|stat)\b\.? ?(?:no\. ?)?\d|"
        r"\d{2,4} |[cl]\. ?\d|\d+ u\. ?s).*|"
        r"(?:editorial|effective date|codification|regulatory) notes?\s?:.*\d.*|"
        r"(?:\d{4} (?:amendments?|repeals?)|cross references?|enactment|"
        r"special provisions in .{3,30})\. (?:[—–-]{1,2} ?)?[A-Z].*\d.*|"
        r"history\. code \d{4}, .*\d.*|"
        r"(?:ss?|schs?|pts?|divs?|cll?|part|ch|heading)\.? ?[\w ().,–-]{1,40}: ?"
        r"(?:am|ins|rep|subst?|renumbered|added|amended|inserted|repealed)\b.*\d.*|"
        r"(?:ss?|schs?|pts?|regs?|cll?)\. ?[\d(][\w(), -]{0,30} (?:amended|inserted|substituted|"
        r"repealed|renumbered) by (?:nos?|s\.r)\b.*\d.*|date modified:? .{4,20}|"
        r"(?:ss?|schs?|cll?)\. ?\d[\w(), .“”‘’'-]{0,30}\bdef\. of .{1,60} "
        r"(?:amended|inserted|substituted|repealed) by (?:nos?|s\.r)\b.*\d.*|"
        r"note ?[—–] ?(?:for|see)\b.*\d.*|"
        r"prior (?:legislation|laws?|provisions?): .*\d.*|"
        r"(?:definitions?|(?:sub-?)?paras?|arts?|ss?|schs?|words?)\b\.?(?: [\w(), –-]{1,24})? "
        r"rep\. by (?:act )?\(?\d{4}.*|"
        r"note: (?:this |the )?(?:subdivisions?|sections?|subsections?|paragraphs?|amendments?)\b.*"
        r"\b(?:effective|expires?|repealed|amended|added)\b.*\d.*|"
        r"cross[ -]references?: (?!.*\b(?:shall|must|may)\b).*\d.*|source: .*\d{2} fr \d.*)",
        re.IGNORECASE,
    ),
    box_title=expression(
        r"(?:textual amendments|amendments \((?:non-)?textual\)|annotations?|editorial notes?|"
        r"marginal citations|amendment history|modifications (?:etc\b.*|\(not altering text\))|"
        r"(?:commencement|extent|editorial) information|subordinate legislation made)\W*",
        re.IGNORECASE,
    ),
    doubtful_box_title=expression(
        r"(?:amendments|modifications|notes?|remarks?|commencement|extent|associated documents|"
        r"regulations made.{0,30})\W*",
        re.IGNORECASE,
    ),
    marked=expression(
        rf"(?:words?\b|(?:{_CHANGES}|{_REPEALS})\b|by |power (?:of|to)\b|application\b|"
        rf"(?:the |this )?(?:{_PLACES})\b(?:\. ?)?.{{0,200}}?\b(?:{_ANY}|applied|excluded|"
        r"restricted|in force|functions|power|ceased?|saved|continued|construed|disapplied)\b|"
        r"(?:ss?|schs?|arts?|regs?|paras?|pts?|sub-?s)\. ?[\d(]|previous affecting provision|"
        r"\d{4} (?:c\.|asp|nawm|anaw|asc) ?\d|s\. ?[ir]\. ?\d{4}/\d|"
        r"this (?:act|part|section|schedule|provision|order) (?:extends|applied|amended)\b)",
        re.IGNORECASE,
    ),
    changed=expression(
        rf"\b(?:{_ANY}|ceased|applied|restored|word|words|definition|entry|by)\b", re.IGNORECASE
    ),
    code_amendments=expression(r"(?:amendments|effective date)", re.IGNORECASE),
    code_amendment=expression(r"\d{4}(?:—|--| - )|(?:section|amendment|act)\b.*\d", re.IGNORECASE),
)
