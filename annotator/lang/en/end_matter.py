"""The words of what stands behind a law in English, and of signatures and dates below it."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.structure_words import EndWords

_LAW = r"(?:act|order|regulations?|rules|bill|ordinance|instrument|law|scheme|measure|by-?laws?)"
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
#: A date, as a law prints it.
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: day of)? {_MONTHS},? \d{{4}}|{_MONTHS} \d{{1,2}},? \d{{4}}|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
)
_OFFICES = (
    r"(?:president|(?:deputy |prime )?minister|"
    r"(?:(?:permanent|parliamentary|under|cabinet|principal|senior|chief|deputy|joint|additional)"
    r"[ -]?)*secretary"
    r"(?: of state)?|(?:lieutenant[- ])?governor(?:[- ]general)?|attorney[- ]general|"
    r"(?:deputy )?clerk|speaker|registrar|chair(?:man|person|woman)?|commissioner|treasurer|"
    r"government printer|king|queen|sultan|amir|emir|administrator|parliamentary counsel|"
    r"lords? commissioners?|secretary[- ]general|director[- ]general)"
)

_CHANGES = "amendments|additions|supplements|changes|modifications|repeals|annulments"
_PASSED = (
    r"(?:read (?:three times|(?:(?:a|the|for the) )?(?:first|second|third) time)\b"
    r".{0,40}\bpassed\b|"
    # as the clerk of the National Assembly of Nigeria does, behind the schedules too
    r"i certify,? in accordance with\b.{0,80}\bauthentication\b)"
)
#: A name of two to four words.
_IN_CAPITALS = r"[^\W\d_a-z]{2,}(?:\.? [^\W\d_a-z]{2,}){1,3}"

WORDS = EndWords(
    title=expression(
        r"(?:historical notes|table of amending instruments|"
        rf"explanatory (?:notes?|memorandum|statement)(?: (?:to|on|of|for) [^.;:]{{0,99}}{_LAW}"
        r"(?:,? \d{4})?)?|(?:explanatory )?notes on (?:the )?clauses|end ?notes?|"
        r"notes? as to\b.{0,80}|"
        r"endnote \d{1,2}\W.{0,80}|"
        r"(?:legislative|legislation|amendment|document) history|history of this document|"
        r"history: .{0,200}|cross[- ]references|related provisions|amendments not in force|"
        r"(?:reprints?|compilation|consolidation|revision) notes(?: \d{4}(?: ?[–—-] ?\d{4})?)?|"
        r"(?:memorandum|statement) (?:of|on) (?:the )?(?:objects|reasons).{0,30}|"
        r"(?:statement of )?objects and reasons|"
        r"(?:general )?elucidation(?: (?:of|on|to)\b.{0,99})?|"
        r"comparative table|destination table|"
        r"(?:(?:list|index|table) of )?subsidiary (?:legislation|instruments|laws)|"
        r"tables? of derivations?(?: and destinations?)?|"
        rf"notes? to (?:the|this) [\w() ,-]{{0,60}}{_LAW}(?: \d{{4}})?|"
        r"\(this note is not part of the [\w ]{3,40}\)|"
        r"(?:the )?(?:justifying|mandatory|explanatory) reasons|"
        rf"(?:the )?reasons (?:for|of|behind) (?:the |this )?(?:enact\w*|promulgat\w*|{_LAW})"
        r"(?: of (?:the|this)\b.{0,60})?|"
        r"exposition of (?:the )?(?:reasons|motives)|"
        r"about this (?:reprint|compilation|consolidation))\W*",
        re.IGNORECASE,
    ),
    running_title=expression(r"(?<=\s)History of this document(?=\s)"),
    amendments=expression(
        r"(?:(?:table|list|summary|chronological table|history|index|record) of (?:the |all )?"
        r"(?:amendments|changes|amending (?:acts|laws|legislation|instruments))"
        rf"(?:(?:,| and| or) (?:{_CHANGES})){{0,2}}"
        # or the width of a page breaks it off
        r"(?: (?:made |introduced )?(?:to|in|into|of) .{0,80}| (?:and|or|made|introduced))?|"
        r"(?:list|table|index) of (?:the )?(?:(?:normative|legal|legislative|official) ){1,3}"
        r"(?:acts|documents|sources)(?: (?:used|amending\b.{0,60}))?|"
        rf"(?:amendments|changes)(?:(?:,| and| or) (?:{_CHANGES})){{0,2}} "
        r"(?:made |introduced )(?:to|in|into) .{0,80}|"
        r"(?:former|previous|prior|earlier) (?:wordings?|texts?|versions?)"
        r"(?: of (?:the |this )?(?:act|law|code|sections?|articles?|provisions?)\b.{0,60})?|"
        r"(?:wording|text) of (?:the )?(?:sections?|articles?|provisions?)\b.{0,20} "
        r"(?:prior to|before) .{0,60})\W*",
        re.IGNORECASE,
    ),
    doubtful_title=expression(
        r"(?:(?:editorial |publication )?notes?|sources?|annotations|"
        rf"amending (?:acts|laws|legislation)|(?:{_CHANGES})(?: and (?:{_CHANGES}))?"
        r"(?: (?:made |introduced )?(?:to|in|into|of|by) (?:the |this )?(?:act|law|code)s?)?)\W*",
        re.IGNORECASE,
    ),
    cites=expression(
        r"(?:\W{0,3}\d{0,3}[\])]?\.?\s+)?(?:(?:federal|organic|constitutional) )?"
        r"(?:law|act|ordinance|decree|resolution|statute|l\.\s?n|s\.\s?i|g\.\s?n)s?\b.{0,80}\d|"
        r"(?:no\.? ?\d|\d{1,4} of \d{4}\b)",
        re.IGNORECASE,
    ),
    compiles=expression(
        r"(?:\W{0,3}\d{0,3}[\])]?\.?\s+)?this (?:\w+ )?is a "
        r"(?:compilation|reprint|consolidation) of\b",
        re.IGNORECASE,
    ),
    former=expression(
        r"\b(?:former|previous|original|earlier|old|preceding) "
        r"(?:wording|version|text|edition|words)\b|"
        r"\b(?:before|prior to|until) .{0,100}\b(?:read|worded|stated|provided)\b|"
        r"\b(?:previously|formerly|originally) .{0,60}\b(?:read|worded|stated|provided)\b|"
        r"\b(?:had )?(?:been worded|read) as follows",
        re.IGNORECASE,
    ),
    be_it_enacted=expression(
        r"(?:now,? therefore,? )?be it (?:therefore )?enacted\b", re.IGNORECASE
    ),
    enacted=expression(r"(?:^|(?<=[,:] ))That\b"),
    enacts=expression(
        r"(?:(?:now,? therefore,? )?be it (?:therefore )?enacted\b|enacted by\b|"
        r"(?:the )?parliament of .{3,60} enacts|"
        r"now,? therefore,? .{3,80} (?:enacts|ha(?:s|ve) (?:hereby )?enacted|is pleased to make)\b|"
        r"an? (?:act|bill|ordinance)\b|"
        r"in exercise of the powers?\b|arrangement of \w+|(?:table of )?contents\b|it is hereby)",
        re.IGNORECASE,
    ),
    agrees=expression(
        r"(?:now,? )?(?:therefore,? )?it is (?:hereby )?agreed\b.{0,60}[:—–-]", re.IGNORECASE
    ),
    decides=expression(
        r"(?=.*[:—–-]$|(?-i:[^a-z]+)$).{0,120}?\b(?:"
        r"(?:has|have|hereby|it is) (?:hereby |therefore )?"
        r"(?:decided|decreed|resolved|ordered|ordained|adopted|enacted|issued|agreed|approved|"
        r"promulgated|determined|stipulated)|decrees?|decides?|resolves?|ordains?|orders?|enacts?|"
        r"adopts?|agrees?|approves?|stipulates?|promulgates?|issues?)\b.{0,60}",
        re.IGNORECASE,
    ),
    passed=expression(_PASSED, re.IGNORECASE),
    closes=expression(
        r"(?:(?:done|given|signed|issued|passed|adopted|promulgated|legali[sz]ed|sanctioned|proclaimed|"
        r"sealed|executed|stipulated|enacted|dated|made|approved|read)\b.{0,60}?\b"
        rf"(?:at|in|on|this|by)\b.{{0,80}}?(?:{DATE}|\bday of\b|\b\d{{4}}\b)|"
        r"(?:done|given|issued|promulgated|legali[sz]ed|signed) (?:at|in) "
        r"[A-Z][\w ,’'-]{2,40}[,.]?$|"
        rf"approved:? {DATE}|(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}},(?: [A-Z]\.[A-Z]\.,)?) "
        rf"(?:(?:the|on|this|dated) )?{DATE}(?:[;.,]|$)(?=.{{0,300}}$)|issued by (?:us|me)\b|"
        rf"{_PASSED}|publication in (?:[\w ]{{2,30}} )?form authori[sz]ed by\b|"
        r"assent of (?:the|his|her) [\w’' -]{3,60}$|"
        r"(?:in accordance with|pursuant to|by virtue of)\b"
        r".{0,200}?\bi, .{0,80}\bhereby (?:assent|sign)\b|"
        r"(?:i|we) (?:hereby |therefore |do )*(?:order (?:that )?(?:it|this|the)|"
        r"(?:order and )?command (?:all|every|that))\b|therefore[,:]?$|"
        r"and whereas\b.{0,60}\b(?:approve|sanction)|(?:hall|room) of (?:the )?sessions?\b|"
        r"(?:this|the present) (?:law|act|decree|ordinance)\b.{0,60}\bbe (?:published .{0,80})?"
        r"(?:executed|implemented|enforced|observed|carried out|inserted)\b.{0,40}"
        r"\blaw of the (?:state|republic|land)|"
        r"in (?:witness|testimony|faith) whereof|in order that every(?: ?one| person)\b|"
        r"countersign(?:ed|ature)\b|assented to\b|i (?:hereby )?(?:assent|signify|certify|sign)\b|"
        r"promulgates? the present\b|promulge the present\b|"
        r"for (?:the )?(?:public(?:['’]s)?|general) (?:cognizance|knowledge|information), "
        r"it is ordered\b|"
        r"this (?:printed )?impression\b|given under\b|legislative history\b|"
        r"this text does not (?:replace|substitute)\b|"
        r"(?:done|given)(?: and signed)? (?:at|in|on)\b|"
        r"it is (?:done|given) (?:at|in|on) (?-i:(?:the )?[A-Z])|\[f\. ?no\.|"
        # the formula of Peru: "To be communicated to the President ... In Lima, on the twelfth day"
        r"(?:to |let it )?be (?:it )?(?:communicated|sent|remitted|forwarded) to the [\w ]{3,60} "
        r"for (?:(?:its|his|the) (?:promulgation|publication)|constitutional)\b|"
        r"(?:(?:the )?legislative assembly\s?[—–-] ?approved on|communicated to the executive)\b|"
        r"seen and approved (?:in|by)\b|we (?:assign|entrust) (?:the publication|to the )|"
        r"let it be (?:noted|recorded|registered|communicated|notified|published)"
        r"(?:,? (?:and )?\w+){1,5}\W*$|accept, (?:excellency|your excellency|sir|madam)\b|"
        r"let it be published and (?:complied|enforced|executed|observed)\b|"
        r"(?-i:In [A-Z])\w+, on the [\w -]{3,20} days? of\b|"
        r"th(?:e|is) (?:above |present )?(?:act|law|code)(?:,.{0,80},)? (?:was|has been) "
        r"(?:adopted|passed|enacted|ratified|approved) (?:by|in|on|at)\b)",
        re.IGNORECASE,
    ),
    # but for the words by which a head of state has a law published and carried out
    binds=expression(
        r"\b(?:shall|must|may)\b"
        r"(?! (?:be (?:published|executed|enforced|observed|inserted|carried out)|diligently|"
        r"concern)\b)"
    ),
    attests=expression(
        r"(?!.*\b(?:shall|must|may be|may not)\b)(?:[*†‡]{1,3} ?)?(?:"
        r"(?:done|given|made|signed|dated|passed|sealed|executed|adopted|enacted|published|issued|"
        r"promulgated|sanctioned)\b.{0,40}?\b(?:at|in|on|under|by|this|the)\b.*(?:\d|\bhand\b|\bseal\b|"
        r"\bday of\b|\bassembly\b|\bparliament\b|\bminister\b)|"
        r"(?:assented to|i (?:hereby )?(?:signify|give) my assent|i (?:hereby )?assent|"
        r"in witness whereof|in (?:testimony|faith) whereof|given under|as witness|"
        r"by (?:his|her|the) (?:majesty|excellency|president|governor|command|order)|"
        r"seen and sealed|l\.\s?s\.|\(l\.?s\.?\)|"
        r"this (?:printed )?impression|passed the (?:house|senate)\b|"
        r"this act,?(?: which is .{0,80})? was (?:finally )?passed\b|"
        r"approved (?:by|on|this)\b.*\d|[\[(]?(?:effective|commencement|assent)(?: date)?\b:? .*\d|"
        r"filed (?:with|in|at|by|on)\b.*|became (?:a )?law\b|vetoed\b|"
        r"(?:\(|(?=.{0,60}$))to be (?:presented to|laid before) "
        r"(?:parliament|the (?:house|senate|assembly))\b|"
        r"published (?:by|in|on|under)\b.*|[\[(]?(?:sale )?price\b|web ?site\b|"
        r"copies (?:of|can|may)\b|is[bs]n\b|powered by\b|reproduced (?:by|from)\b|"
        r"\[?(?:the )?(?:[\w ]{0,20} )?gazette "
        r"(?:(?:extraordinary|supplement|notice)\b|(?:no|of)\b.*\d)|"
        r"controlled by (?:the )?ministry\b|translated (?:by|under|from)\b|"
        r"this text does not (?:replace|substitute)\b|please do not (?:consider|rely)\b|"
        r"th(?:e|is) (?:act|law|code) (?:was|has been) (?:adopted|passed|enacted) "
        r"(?:by|in|on|at)\b.*\d|"
        r"state gazette\b.*\d|"
        r"the [\w() ,-]{3,80} \d{4} is administered (?:by|in) the (?:ministry|department)\b|"
        r"by authority\b|produced by\b|all rights reserved|related (?:documents|laws|links)\b|"
        r"tags?:|share this\b|see also:|on behalf of\b|disclaimer\b|by order of\b|ayes \d|"
        r"translation (?:by|provided)\b|(?:note: ?)?this (?:is an unofficial|translation is)\b|"
        r"this (?:text|document|page|version) is (?:shown|provided|given|made available|published) "
        r"(?:only )?for .{0,60}|"
        r"please (?:consult|refer to|see|check) .{0,60}\b(?:gazette|official|original|printed)\b|"
        r"\[?minister.s second reading speech\b|prior legislation: .*\d|"
        r"(?:document|file|item) (?:no|number|id)\b.*\d|"
        r"(?:category|language|department|ministry|state|source|keywords?|file type|subject): |"
        r"gazetted (?:on|in)\b|secretariat of\b.*\d|"
        r"(?:adopted|promulgated|published|(?:official )?publication|source): .*\d|"
        r"\[?(?:f|file)\. ?no\.? ?.*\d|uploaded by\b|translator.{0,2}s? notes?\b|"
        r"notes? ?: ?the (?:principal|parent|original) .{3,40} (?:was|were) published\b|"
        r"date of (?:gazette notification|assent|publication)\b.*\d|"
        r"(?:signed|sealed) (?:by|for|on behalf|with)|for and on behalf of|"
        r"printed (?:and published )?(?:by|at|in)\b|page last (?:updated|modified|reviewed)\b|"
        r"supplement to (?:the )?(?:[\w ]{0,20} )?gazette\b|"
        r"this (?:publication|document|(?:official )?text) is (?:also )?available\b|"
        r"(?:\W*(?:crown )?copyright\b|©)))",
        re.IGNORECASE,
    ),
    signature=expression(
        r"(?:\(?(?:sgd|sd|s/d|signed)\W.*|(?-i:[A-Z][\w .’'-]{2,50}),? \(?m\. ?p\.\)?|"
        rf"(?:dated:?|made(?: on)?|date of assent:?|this|the|on)? ?{DATE}"
        r"(?:,? (?:[\w’']{1,20} ){0,3}(?:office|department|ministry)(?: (?:of|for) .{3,60})?)?|"
        rf"(?:no\.? ?[\w-]+\. )?[a-z]{{3,20}}, {DATE}|"
        rf"(?-i:(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}, ){{2}}){DATE}|"
        rf"approved\b[:,]?(?: ?{DATE})?|attest:?|"
        rf"{DATE}, [a-z][a-z’'-]{{2,20}}|"
        # names beside one another in capitals, and the line of a gazette of Argentina
        rf"(?-i:{_IN_CAPITALS}(?:; ?{_IN_CAPITALS})+\.?)|"
        rf"e\. {DATE} n[°º.o]* ?[\d/]+ v\. {DATE}|"
        r"(?-i:(?:[A-Z][A-Za-z]{1,5} ){0,2}No\.? ?\d[\d.,/-]*)|"
        r"(?:the )?(?:city|town) of [\w’' -]{3,24}|"
        # where a collection of laws has it
        r"[\[(](?:the )?(?:[\w’']+ ){0,3}(?:register|gazette|journal|bulletin|monitor|collection|"
        r"herald)\b[^\[\]()]*\d[^\[\]()]*[\])]|"
        r"(?:class|reg\. ?no|ref(?:\. ?no)?|n[or])[.:] ?[\w/.-]*\d[\w/.-]*|"
        r"(?-i:\[[A-Z]{2,6}\b[\w .():;/-]*\d[\w .():;/-]*\])|"
        r"(?-i:[A-Z]{2,4} \d{4} \d{1,5})|"  # where a collection of laws has it: "AS 2007 5437"
        r"\((?:royal |official |great )?(?:signature|seal)s?(?: and (?:\w+ )?seals?)?\)|"
        r"[(\[](?:sé|sgd|signed|seal(?:ed)?|signature|stamp)(?:,? (?:and|&) \w{3,10})?\.?[)\]]|"
        r"\W{0,5}end(?: of (?:the )?(?:document|text|act|law|file))?\]?|"
        rf"(?:[a-z]{{1,6}}\.? )?date: ?{DATE}(?: \d{{1,8}})?|[a-z]{{2,6}}[ .:-]{{1,3}}{DATE}|"
        r"\(?\d{1,3}/\d{2,4}\)?|"
        r"(?:notice|circular) no\.? ?\d{1,4}(?:/| of )\d{4}|(?-i:[A-Z]{2,3} \d{1,5})|"
        rf"(?:house of representatives|senate|legislative (?:assembly|council)) on {DATE}\]?|"
        r"(?-i:[A-Z][A-Z &,.’'-]*\b(?:PRESS|PRINTING|PUBLISHING|PRINTERS?)\b[A-Z &,.’'-]*)|"
        r"(?:ministry|department) of (?:[\w&’'-]+,? ){0,6}[\w’'-]+|"
        r"(?:official publication of|revisor of) .{3,60}|\(?printed:? \d[\d/ :.-]{5,20}\)?|"
        r"(?:a |two )?members? of the scottish government|"
        r"(?:(?-i:[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){1,2}), |"
        r"(?-i:[A-Z][A-Z’'-]+(?: [A-Z][A-Z.’'-]*){1,3}) )?"
        rf"(?:(?:the|(?:his|her) excellency the|acting|one of|for|for the|by the) )*{_OFFICES}"
        r"(?:(?: of| for| to|,|'s|’s) (?:[\w’' ,&-]|govt\.){1,60}"
        r"(?: (?:(?:[a-z]\. ?){1,2}[\w’'-]{2,30}|[\w’'-]{2,30}\. ?[a-z]))?)?"
        r"(?: ?: [\w .’'-]{3,40})?|"
        r"(?:no )?subsidiary legislation|office of (?:the )?(?:legislative|parliamentary) counsel\b"
        r".{0,40}|(?:[a-z ]{3,30}[,:] )?(?:the )?(?:government|public|state) printers?\b.{0,40}|"
        # a printer's marks, and what a page of the web has below a law
        r"g\.? ?p\.? ?-? ?[a-z]\.? \d[\d -]*|\d[\d -]{4,}\b(?:dd|wt|w|c|k)\b[\w ./]*\d|"
        r"p\.? ?o\.? box \d.{0,60}|(?:go to |back to )?top of (?:the )?page|contact us|"
        r"(?:(?:legal notice|imprint|data protection|privacy(?: policy)?|accessibility|site ?map|"
        r"cookies|terms of use)(?:\s?[|·•/]\s?)?){1,6}|(?:to|back to) top(?: of (?:the )?page)?|"
        r"(?:print|e-?mail|share|download|save) (?:this )?(?:page|document|act|pdf)|"
        r"view as (?:pdf|html|xml)|(?:previous|next)(?:\W{1,3}next)?|[\[(]?l\.\s?s\.?[)\]]?)\W*",
        re.IGNORECASE,
    ),
)
