"""The words by which English groups begin and end."""

from __future__ import annotations

from annotator.lang.phrase_words import PhraseWords
from annotator.lang.words import word_set

WORDS = PhraseWords(
    articles=word_set("a an the any each every some all such said these those this s"),
    links=word_set("of"),
    possessives=word_set("his her their its own same"),
    turning=word_set("no not never without only solely cannot neither"),
    before_verbs=word_set(
        "shall may must will can could should would might need be is are was were been being am "
        "has have had having do does did who which"
    ),
    infinitives=word_set("to"),
    prepositions=word_set(
        "in on at by for from with within under upon against during as into onto over through "
        "throughout between among above below about across behind beyond towards toward off out"
    ),
    coordinators=word_set("and or"),
    others=word_set(
        "if unless where when whenever wherever whether while until till whom whose that what how "
        "why because before after since although though than then so but nor both either else "
        "including subject provided other another otherwise also thereof thereto therein "
        "thereunder thereby thereafter therefor therefrom hereof hereto herein hereby hereinafter "
        "hereunder whereof whereby wherein aforesaid notwithstanding despite except "
        "it he she they we you i him them us me himself herself itself themselves one ones "
        "there here more less most least many much few up down per via etc "
        "mean means include includes referred specified prescribed mentioned "
        "described concerned responsible knowing aforementioned accordance pursuant according "
        "virtue therefore"
    ),
    bare=word_set(
        "act acts section sections subsection subsections paragraph paragraphs subparagraph "
        "article articles clause clauses part parts chapter division schedule schedules "
        "regulation regulations rule rules ordinance code cap subdivision title annex appendix "
        "principal preceding following foregoing provision provisions requirement requirements "
        "purpose purposes case cases manner way respect relation regard respects matter matters "
        "person persons individual individuals applicant applicants holder holders foreigner "
        "foreigners foreign national nationals alien aliens non-citizen non-citizens citizen "
        "officer officers authority authorities minister secretary circumstances circumstance "
        "thing things kind kinds nature reference references referred meaning sense term terms "
        "word words expression definition applicable relevant appropriate necessary expedient "
        "fit opinion effect force commencement behalf time times date day days month months "
        "year years period first second third amending amendment amendments immediately end "
        "offence offences step steps reasonably name order orders addition connection pursuance "
        "reason reasons course event long particular particulars general example account place "
        "item items list form column row table note heading writing"
    ),
    bare_verbs=word_set(
        "make makes made making give gives given take takes taken done apply applies applied "
        "relate relates relating consist consists comprise comprises treat treats treated named "
        "require requires required requiring grant grants granted issue issues issued accept "
        "accepts accepted establish establishes established provide provides provided determine "
        "determines determined direct directs directed ensure ensures carry carries carried "
        "come comes set sets consider considers considered believes deemed intend intends "
        "intended commit commits committed committing cause causes caused causing begin begins "
        "beginning ending think thinks satisfied amended repealed replaced deleting deleted "
        "substituting substituted insert inserting inserted based concerning"
    ),
)
