"""The words of heads and feet of pages in English, of print and of the web."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.structure_words import PageWords

_EDITION = r"(?:rev(?:ised)?\.? ?(?:ed(?:ition)?\.?)?|ed(?:ition|\.)|reprint)"

WORDS = PageWords(
    whole=expression(
        # no line that bears a label, as so many of a law's do
        r"(?!\(\w{1,4}\)|\d{1,4}\.\s)(?:"
        + "|".join(
            (
                # the edition of a country's laws
                r"[\[(]?(?:the )?inclusion of this page is authori[sz]ed by .{3,60}",
                # ... as a scanner reads it
                r".{0,30}\b(?:inclusion|page)\b.{0,40}\bby l\.? ?n\.? ?\d[\dl/ ~]{2,16}.{0,3}",
                r"(?:the )?(?:substantive |subsidiary |statute )?laws? of (?:the )?"
                rf"[a-z][a-z ,&-]{{2,40}}?\s{{2,}}(?:\d{{4}} )?{_EDITION}(?: \d{{4}})?",
                r"\[original service \d{4}\].*",
                r"(?:\[?lro|(?:b\.)?l\.r\.o\.) ?\d{1,2}/\d{4}\]?.{0,40}",
                r"(?:unofficial|authori[sz]ed|uncontrolled|consolidated) (?:version|copy)\b.{0,60}",
                r"\[?issue \d{1,3}(?:/\d{2,4})?\]?"
                r"(?:\s{2,}(?:[a-z]{1,2}\d{1,3} ?[–—-] ?)?\d{1,4})?|"
                r"cap\. ?\d{1,4}[a-z]?\s{3,}\d{1,3}[–—-]\d{1,3}|"
                r"\[?consolidated (?:to|as at|up to|until) .{0,30}\d{4}(?:\s+page \d+)?\]?|"
                r"\[(?:cap|chap|ch)\. ?\d{1,4}[a-z]? .{3,60}\s{3,}.{0,20}\d{4}\]|"
                r"\[rev\. \d{4}\]\s{3,}\S.{0,40}|cap\. ?\d{1,4}[a-z]?\s{3,}\[rev\. \d{4}\]|"
                r"\[?supp(?:lement)?\.? no\.? ?\d{1,4}\]?",
                r"updated (?:to|up to|as at|until|on) .{0,40}\d{4}",
                r"(?:page \d{1,4}\s+)?(?:reprinted |current |revised )?as at \d.{0,30}\d{4}"
                r"(?:\s+page \d{1,4}|\s+\w)?",
                r"\[ss? \d{1,4}[A-Z]{0,3}\]|(?:c )?at \d{1,3} of \d{4}\b.{0,20}|français",
                r"copyright government of .{3,40}|informal consolidation\b.{0,80}",
                r"compilation (?:no\.? ?\d+|date:?)\b.{0,60}|"
                r"registered:? \d.{0,20}\d{4}(?:\s{3,}.{0,90})?",
                r"federal register of legislation\b.{0,60}|authori[sz]ed by the .{0,60} counsel",
                r"printed (?:and published )?by (?:the )?(?:authority of|(?:general )?manager|"
                r"(?:government|queen.?s|king.?s|state|public) (?:printer|press|printing))\b"
                r".{0,120}",
                # where copies are sold, and for how much, at the foot of a page
                r"(?:single |further |additional )?copies (?:of th[ie]s? [\w ]{3,20} )?"
                r"(?:may|can) be (?:obtained|purchased|bought|ordered)\b.{0,120}",
                r"(?:to be )?(?:purchased|obtainable|obtained) (?:directly )?(?:from|through) the "
                r"(?:government|state|stationery)\b.{0,80}",
                r"(?:printer,? )?p\.? ?o\.? ?box \d.{0,50}\bprice\b.{0,40}|"
                r"[\[(](?:sale )?price\b.{0,30}\d.{0,20}[\])]",
                r"(?-i:(?:THE )?(?:STATUTE )?LAWS? OF [A-Z][A-Z ,&-]{2,40})",
                r"\d{4} revised edition(?:\s{2,}.{0,60})?",
                r"last updated date\b.{0,40}|date modified:?",
                # editors of laws
                r"\(\d{2,3} ILCS [^()]{2,40}\)(?: \(from .{3,40}\))?",
                r"(?:republic of .{3,40}\s)?\d{1,4}\s+(?:annotated|revised) (?:statutes|laws)",
                r"ministry of (?:the )?attorney[- ]general\b.{0,60}www\..*",
                r"\W?(?:h\.? ?r|s|[hs]\.? ?(?:j\.? ?)?res)\.? ?\d{1,5} "
                r"(?:ih|is|eh|es|rh|rs|enr|eah|eas|rfs|rfh|rds|pcs|ath|ats)\W?|Æ",
                r"authority: .{0,60}\d.{0,400}|source: \d{1,3} fr \d.{0,200}",
                # gazettes and journals
                r"(?:en )?official journal of the european (?:union|communities)(?:\s.{0,40})?",
                r"[lc] \d{1,3}/\d{1,4}(?:\s+(?:en\s+)?official journal .{0,60})?",
                r"\d{5}[a-z]\d{4}(?:\(\d\d\))? ?[—–-] ?[a-z]{2} ?[—–-].{0,60}",
                r"©.{3,80}|\d{4}-\d\d-\d\d|\[subsidiary(?: legislation)?\]",
                r"this gazette is also available .{0,80}",
                r"(?-i:(?:\d{1,4}\s+)?(?:No\. ?\d+\s+)?(?:THE )?"
                r"(?:OFFICIAL |GOVERNMENT |FEDERAL |STATE )?GAZETTE\b"
                r"(?:[^a-z]|\bNos?\b){0,80}\d[^a-z]{0,40})",
                r"(?:\d{1,4} stat\. \d{1,5}\s+)?public law \d{1,3}[–—-]\d{1,4}\s?[–—-].{0,60}",
                r"(?:verdate|jkt) .{0,120}|authenticated u\.s\. government.{0,40}",
                # the web
                r"changes to legislation: .{0,200}|document generated:? .{0,60}",
                r"status: (?:this|point in time|current|there)\b.{0,120}",
                r"(?:https?://|www\.)\S+(?: .{0,60})?",
                r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}.{0,120}",
                # no words of a law that a line begins with: "accessed it for 2 years"
                r"(?-i:(?=[A-Z]))(?:downloaded|retrieved|accessed|printed|exported|generated|"
                r"last (?:updated|modified))"
                r"(?: (?:on|from|at|by)\b)?:? .{0,40}(?:\d|https?:|www\.).{0,80}",
                r"the chapters of the acts of assembly referenced\b.*",
                r"effective:? \w+ \d{1,2}, \d{4}|latest legislation: .{3,120}|"
                r"[\w ]{3,40} code / .{3,160}|available versions of this section|"
                r".{4,20} [—–-] (?:house|senate) bill \d.{0,120} version \]",
                r"(?:view|see|show) (?:the )?(?:older|earlier|other|previous|all) versions?|"
                r"about (?:this|the) (?:web ?)?site|initials\s?:[\s:_/.…-]*|"
                r"source\s?[:：] ?.{0,60}\b(?:database|portal|web ?site)\b.{0,60}",
                r".{0,40}\buncontrolled (?:when|if) (?:printed|downloaded|copied)\b.{0,20}",
                # where a collection of laws has it: "AS 2007 5437"
                r"(?-i:(?:AS|RO|RU|BBl|FF) \d{4} \d{1,5})",
                r"(?:web)?site (?:is )?(?:designed|developed|hosted|maintained|owned)\b.{0,160}",
                r"all content is available under .{3,60}",
                r"(?:note: ?)?(?:should there be|in (?:the )?(?:case|event) of) (?:any )?"
                r"(?:conflict|discrepanc\w+|inconsistenc\w+|differences?) between this "
                r"(?:english )?translation\b.{0,160}",
                r"print page|(?:next|previous|prev\.?) (?:section|article|chapter|page)",
                r"home ?[|>»/].{0,120}|back to top|skip to .{3,30}",
                r"(?:source|url|website):? ?(?:https?:|www\.).{0,120}",
                r"(?:refworld|natlex|legislationline|unhcr)\b ?[|:–—-].{0,100}",
                r"\| ?page ?\| ?\d{1,4}|(?:page )?\d{1,4} ?\| ?(?:p ?a ?g ?e)?",
                r"p ?a ?g ?e ?\| ?\d{1,4}",
            )
        )
        + ")",
        re.IGNORECASE,
    ),
    button=expression(
        r"(?:home|print|close|share|previous|next|prev|back|feedback|contact us|about(?: us)?|help|"
        r"log ?in|(?:quick |advanced )?search|browse(?: legislation)?|new legislation|sign in|"
        r"(?:[\w.]{2,20}: )?(?:privacy(?: policy| statement)?|terms(?: of use| and conditions)?|"
        r"disclaimers?|copyright(?: policy)?|accessibility|site ?map|cookies)|developer tools|"
        r"enhanced display|published edition|ecfr content|plain view|(?:print|opening) options|"
        r"more resources|skip to .{3,20}|main content|english|français|(?:download|view|open) pdf|"
        r"permalink|whole (?:title|act)|bookmark|rss|subscribe|report a problem|e-?mail|save|"
        r"manage preferences|accept all|select provisions|get provision link|timeline|databases|"
        r"judgments|gazettes|publications|statutory instruments|status information|"
        r"share this page|what version|legislation)",
        re.IGNORECASE,
    ),
    over_a_page=expression(
        r"(?:[^\W\d_][\w’'.&-]* ){0,5}"
        r"(?:gazette|journal|bulletin|official herald)\b.{0,40}\d.{0,40}|"
        r"(?:[^\W\d_][\w’'.&-]* ){0,3}(?:/ )?"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? .{3,20}\d{4}(?:,? /? ?.{3,40})?|"
        r"(?:[ivx]{1,4}|\d)(?:st|nd|rd|th|ª)? series\b.{0,20}\d.{0,10}|"
        r"\[(?:rev(?:ised)?|issue|reprint)\b\.? ?\d[\d/-]*\]",
        re.IGNORECASE,
    ),
    section_over_a_page=expression(
        r"(?P<unit>ss?|sec(?:tion)?s?|arts?|articles?|regs?|regulations?|rr?|cl|clauses?)\.?"
        r"\s{0,3}(?P<number>\d{1,4}[A-Z]{0,3})(?:\s?[–—-]\s?\d{1,4}[A-Z]{0,3})?\b"
        r"(?P<rest>[\s.:–—-].{0,100})?",
        re.IGNORECASE,
    ),
    units_over_a_page=frozenset({"s", "ss", "r", "rr"}),
    continued=expression(
        r"[^;]{0,90}?(?:\(|[–—-]\s?\(?)\s?"
        r"(?:cont(?:inued|[’']?d)?|concl(?:uded|[’']?d)?)\.?\)?\.?",
        re.IGNORECASE,
    ),
    named=expression(
        r"\b(?:cited|called|known|referred to)(?: for all purposes)? as (?:the )?[“\"‘']?"
        r"(?P<name>[A-Z].{3,140}?)(?:[.;”\"]|, (?:and|which)\b|"
        r" (?:and|which) (?:shall|may|comes?|is|extends?|appl(?:y|ies))\b|\s{2}|$)|"
        r"\b(?:Act|Ordinance|Code) is (?:called )?the [“\"‘']?(?P<same>[A-Z].{3,140}?)(?:[.;”\"]|$)"
    ),
    beside_a_name=frozenset(
        word
        for words in (
            "act acts law laws ordinance code bill decree proclamation regulations rules order",
            "statutes cap chap chapter ch no nos number rev revised edition ed page part vol of",
            "volume the on and r e issue title section sections s ss",
        )
        for word in words.split()
    ),
    hyphenated=frozenset(
        {"self", "non", "ex", "co", "half", "cross", "vice", "anti", "multi", "inter"}
    ),
)
