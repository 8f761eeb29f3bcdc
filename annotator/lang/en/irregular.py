"""English words that the rules of :mod:`.inflection` would bend wrongly, in tables.

Laws are written in a plain part of English, but their verbs and their nouns are anybody's: a
country's templates and a law's own definitions bring words that nobody here has seen. So the tables
hold the irregular words of the language that a law may well use, not only those of the library.
"""

from __future__ import annotations

from annotator.lang.words import word_set


def _pairs(table: str) -> dict[str, str]:
    """``take taken, put put`` as a mapping."""
    return dict(pair.split() for pair in table.split(",") if pair.strip())


#: Verbs and their past participles. Where there are two, the one that laws print most.
PARTICIPLES = _pairs("""
abide abided, arise arisen, awake awoken, be been, bear borne, beat beaten, become become, befall
befallen, begin begun, behold beheld, bend bent, beset beset, bet bet, bid bid, bind bound, bite
bitten, bleed bled, blow blown, break broken, breed bred, bring brought, broadcast broadcast,
build built, burst burst, buy bought, cast cast, catch caught, choose chosen, cling clung, come
come, cost cost, creep crept, cut cut, deal dealt, dig dug, do done, draw drawn, drink drunk,
drive driven, dwell dwelt, eat eaten, fall fallen, feed fed, feel felt, fight fought, find found,
flee fled, fling flung, fly flown, forbear forborne, forbid forbidden, forecast forecast, forego
foregone, foresee foreseen, foretell foretold, forget forgotten, forgive forgiven, forgo forgone,
forsake forsaken, freeze frozen, get got, give given, go gone, grind ground, grow grown, hang
hung, have had, hear heard, hide hidden, hit hit, hold held, hurt hurt, input input, inset inset,
interweave interwoven, keep kept, kneel knelt, know known, lay laid, lead led, leave left, lend
lent, let let, lie lain, light lit, lose lost, make made, mean meant, meet met, mislay mislaid,
mislead misled, misspend misspent, mistake mistaken, misunderstand misunderstood, offset offset,
outbid outbid, outdo outdone, outgrow outgrown, outrun outrun, outsell outsold, overbear
overborne, overcome overcome, overdo overdone, overdraw overdrawn, overhang overhung, overhear
overheard, overlie overlain, overpay overpaid, override overridden, overrun overrun, oversee
overseen, overtake overtaken, overthrow overthrown, partake partaken, pay paid, prepay prepaid,
put put, quit quit, read read, rebuild rebuilt, recast recast, redo redone, remake remade, rend
rent, repay repaid, reread reread, rerun rerun, resell resold, resend resent, reset reset, resit
resat, retake retaken, retell retold, rethink rethought, rewind rewound, rewrite rewritten, rid
rid, ride ridden, ring rung, rise risen, run run, saw sawn, say said, see seen, seek sought, sell
sold, send sent, set set, sew sewn, shake shaken, shed shed, shine shone, shoot shot, show shown,
shrink shrunk, shut shut, sing sung, sink sunk, sit sat, slay slain, sleep slept, slide slid, slit
slit, sow sown, speak spoken, speed sped, spend spent, spin spun, split split, spread spread,
spring sprung, stand stood, steal stolen, stick stuck, sting stung, stride stridden, strike
struck, string strung, strive striven, sublet sublet, swear sworn, sweep swept, swell swollen,
swim swum, swing swung, take taken, teach taught, tear torn, tell told, think thought, throw
thrown, thrust thrust, tread trodden, typecast typecast, unbind unbound, undercut undercut,
underfeed underfed, undergo undergone, underlie underlain, underpay underpaid, undersell
undersold, understand understood, undertake undertaken, underwrite underwritten, undo undone,
unwind unwound, uphold upheld, upset upset, wake woken, wear worn, weave woven, weep wept, wet
wet, win won, wind wound, withdraw withdrawn, withhold withheld, withstand withstood, wring wrung,
write written
""")
#: Other participles of verbs that a law may print.
OTHER_PARTICIPLES = _pairs("""
burn burnt, dream dreamt, dwell dwelled, forget forgot, get gotten, hang hanged, lean leant, leap
leapt, learn learnt, light lighted, prove proven, quit quitted, rid ridded, saw sawed, sew sewed,
show showed, sow sowed, smell smelt, speed speeded, spell spelt, spill spilt, spoil spoilt, strive
strived, wet wetted
""")
#: Verbs of more than one syllable that are stressed on the last, which doubles its consonant.
STRESSED_ON_THE_LAST = word_set("""
abet abhor abut acquit admit allot annul aver befit bestir commit compel concur confer control
debar defer demit demur deter disbar dispel distil embed emit enrol enthral entrap equip excel
expel extol fulfil impel incur infer instal instil inter intermit manumit occur omit outfit patrol
permit prefer propel re-enrol readmit rebut recommit recur refer refit regret reinter remit repel
retransfer submit transfer transmit unwrap
""")
#: Verbs that are not stressed on the last, and double it all the same.
DOUBLED_UNSTRESSED = word_set(
    "dial duel format fuel handicap initial kidnap program refuel worship"
)
#: Verbs in ``l`` after one vowel that no spelling doubles.
SINGLE_L = word_set("parallel")

#: Nouns and their plurals.
PLURALS = _pairs("""
analysis analyses, aircraft aircraft, appendix appendices, axis axes, barracks barracks, basis
bases, bias biases, bonus bonuses, bus buses, calf calves, campus campuses, census censuses, child
children, codex codices, crisis crises, criterion criteria, curriculum curricula, datum data,
diagnosis diagnoses, die dice, elf elves, emphasis emphases, erratum errata, foot feet, gas gases,
goods goods, goose geese, half halves, headquarters headquarters, housewife housewives, hovercraft
hovercraft, hypothesis hypotheses, index indices, kin kin, knife knives, life lives, livestock
livestock, loaf loaves, louse lice, man men, means means, medium media, memorandum memoranda,
midwife midwives, moratorium moratoria, mouse mice, neurosis neuroses, oasis oases, offspring
offspring, ovum ova, ox oxen, parenthesis parentheses, people people, personnel personnel,
phenomenon phenomena, police police, premises premises, proceedings proceedings, prognosis
prognoses, psychosis psychoses, quiz quizzes, referendum referendums, self selves, series series,
shelf shelves, sheep sheep, spacecraft spacecraft, species species, staff staff, status statuses,
stepchild stepchildren, stimulus stimuli, synopsis synopses, grandchild grandchildren, schoolchild
schoolchildren, thesis theses, thief thieves, tooth teeth, vertex vertices, virus viruses,
watercraft watercraft, wharf wharves, wife wives, wolf wolves, woman women
""")
#: Nouns in ``o`` that take ``es``.
TAKES_ES = word_set("cargo echo embargo hero mosquito motto potato tomato torpedo veto")
#: Nouns in ``man`` that are no men.
NO_MAN = word_set("german human norman ottoman roman shaman talisman")
