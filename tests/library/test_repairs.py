"""What a repair of a regressive clause leaves standing: every right and every person in it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.library import load_library
from annotator.proposer.choosing import propose
from annotator.proposer.drafting_case import applied
from annotator.proposer.fitting import Flagged
from annotator.reading import Reading
from annotator.schema import ISSUES
from annotator.segmenter import segment
from tests.proposer.laws import clauses_of

LIBRARY = load_library()

SUBJECTS = st.sampled_from(
    ["A person of full age", "Any resident", "Every citizen by birth", "A worker", "A settler"]
)
EXCLUSIONS = st.sampled_from(
    [
        ", other than a married woman,", ", except a woman who is married to an alien,",
        " who is not a woman married to a foreigner", " other than a woman", ", not being a wife,",
        " (other than a married woman)", ", but not a woman whose husband is abroad,",
        ", with the exception of married women,", ", who is not a married woman,",
        ", save a widow,", " except a foreign wife",
    ]
)  # fmt: skip
RIGHTS = st.sampled_from(
    [
        " may be registered as a citizen", " is entitled to a passport", " may apply for a permit",
        " may acquire nationality by declaration", " shall be entitled to change employer",
        " may be granted a certificate of naturalisation", " may include the children in it",
    ]
)  # fmt: skip
SAFEGUARDS = st.sampled_from(
    [
        ".", " after two years of residence.", ", and shall be heard before a refusal.",
        ": Provided that no child becomes stateless.",
        " if that person takes the oath, and may appeal to the court.",
    ]
)  # fmt: skip
NAMED = st.permutations(ISSUES).map(lambda issues: tuple(issues[:3]))
#: Grants that draw a distinction which no word alone mends: what each gives, and to whom.
GRANTS = {
    "If a man is naturalised, his wife and his minor child may be registered as citizens, and she "
    "shall be heard first.": ("registered as citizens", "minor child", "heard first"),
    "A woman who is the wife of a citizen may be granted a certificate if she takes the oath.": (
        "granted a certificate", "takes the oath",
    ),
    "A child born in wedlock is a citizen if the father is, and a posthumous child acquires the "
    "citizenship that the father had at death.": ("child born", "posthumous child"),
    "Where a husband is given a permit, his wife and children may be included in it for the same "
    "period.": ("children", "included in it", "same"),
}  # fmt: skip


def repairs(sentence: str, issues: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each template that is proposed for the only clause of a law, with what it makes of it."""
    law = f"11. (1) {sentence}\n"
    whole = segment(law)
    reading = Reading.of(law, clauses_of(law), whole.provisions, LIBRARY)
    flagged = [Flagged(clause, "regressive", issues) for clause in whole.clauses]
    fits = [fit for some in propose(reading, flagged, LIBRARY, limit=0) for fit in some]
    return [(fit.template.id, applied(law, fit.proposal.edits).strip()) for fit in fits]


@settings(deadline=None, max_examples=25)
@given(SUBJECTS, EXCLUSIONS, RIGHTS, SAFEGUARDS, NAMED)
def test_an_exclusion_of_women_is_struck_and_the_rest_stands(
    who: str, exclusion: str, right: str, safeguard: str, issues: tuple[str, ...]
) -> None:
    made = [text for _, text in repairs(f"{who}{exclusion}{right}{safeguard}", issues)]
    assert set(made) <= {f"11. (1) {who}{right}{safeguard}"}


def test_an_exclusion_of_women_is_struck_on_any_issue_that_grants_raise() -> None:
    for issue in ("nationality", "family", "identity", "labour", "procedure", "removal"):
        assert repairs("Any settler, not being a married woman, may apply for land.", (issue,)) == [
            ("exclusion-of-women-struck", "11. (1) Any settler may apply for land.")
        ]


@pytest.mark.parametrize(
    ("excluded", "left"),
    [
        ("other than a married woman or a minor", "other than a minor"),
        ("other than a minor or a married woman", "other than a minor"),
        ("except a child, or a woman married to an alien", "except a child"),
    ],
)
def test_others_who_are_excluded_with_women_stay_so(excluded: str, left: str) -> None:
    made = repairs(f"A declaration may be made by a citizen {excluded}.", ("nationality",))
    assert [text for _, text in made] == [f"11. (1) A declaration may be made by a citizen {left}."]


@pytest.mark.parametrize(
    "sentence",
    [
        "An officer may detain any person, other than a woman with a child at the breast.",
        "A person, except a married woman, may be deported.",
        "No person other than a woman shall search a woman.",
        "A foreigner, other than a woman, shall be required to report every day.",
    ],
)
def test_an_exclusion_from_a_burden_is_left_alone(sentence: str) -> None:
    made = dict(repairs(sentence, ("removal", "detention", "nationality")))
    assert "exclusion-of-women-struck" not in made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Any man who holds a permit may apply for land.", "Any person who holds a permit"),
        ("A male person may be naturalised if he resides here.", "A person may be naturalised"),
        ("Every man whose permit is valid is entitled to bring his wife.", "Every person whose"),
    ],
)
def test_a_grant_to_a_man_becomes_one_to_a_person(before: str, after: str) -> None:
    (made,) = repairs(before, ("nationality", "family"))
    assert after in made[1]
    assert not re.search(r"\b(?:he|his|him|male|man)\b", made[1])


def test_a_burden_on_men_is_not_laid_on_all() -> None:
    made = dict(repairs("Any man who enters without leave shall be removed.", ("removal",)))
    assert "exclusion-man-is-person" not in made


@pytest.mark.parametrize("sentence", GRANTS)
@pytest.mark.parametrize("issue", ["nationality", "family", "identity", "children", "procedure"])
def test_what_a_clause_gives_and_whom_it_names_stays(sentence: str, issue: str) -> None:
    for template, text in repairs(sentence, (issue, "nationality")):
        missing = [words for words in GRANTS[sentence] if words not in text]
        assert missing == [], (template, text)


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("A man may be joined by his wife; but a woman may be joined by her husband where he is "
         "ill.", "A person may be joined by his or her spouse."),
        ("The wife of a settler receives the same card; the husband of a settler may apply for one "
         "where he cannot work.", "The spouse of a settler receives the same card."),
        ("A male guest may be employed in any trade; a female guest may be employed with the "
         "consent of the Warden.", "A guest may be employed in any trade."),
        ("A guest is entitled to a passage for himself and, if he is a man, for his wife; the "
         "husband of a woman is not entitled to one.",
         "A guest is entitled to a passage for himself or herself and for his or her spouse."),
        ("A man may be released on his own bond. A woman shall be released only to her father.",
         "A person may be released on his or her own bond."),
    ],
)  # fmt: skip
def test_what_the_wider_limb_gives_to_one_sex_is_given_to_both(sentence: str, left: str) -> None:
    made = dict(repairs(sentence, ("family", "labour", "detention")))
    assert made == {"equal-words-both-limbs": f"11. (1) {left}"}


def test_no_words_without_effect_are_added_for_women() -> None:
    texts = [form.text for template in LIBRARY.templates for form in template.forms]
    assert [t for t in texts if re.search(r"in particular (?:an? )?(?:wom[ae]n|child)", t)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A person who becomes the husband or wife of a citizen to evade this Act is guilty.",
        "No person shall pose as the husband or wife of a passenger.",
        "A permit of a husband or wife is void if the marriage was one of convenience.",
    ],
)
def test_an_offence_of_marriage_is_no_place_for_the_spouses_of_either_sex(sentence: str) -> None:
    assert "family-spouse-of-either-sex" not in dict(repairs(sentence, ("family", "penalties")))


def test_a_class_of_a_list_is_not_replaced_by_a_maxim() -> None:
    listed = "Persons to whom leave is given. Any wife who— (a) is in need; or (b) is alone."
    assert [
        text for _, text in repairs(listed, ("family", "nationality")) if "(a)" not in text
    ] == []


BURDENS = (
    "A permit holder, other than a woman, shall leave the State within thirty days.",
    "A foreigner, other than the wife of a citizen, is subject to registration.",
    "An alien, other than the wife of a citizen, needs a permit to enter.",
    "A person, except a woman, may be subjected to forced labour.",
    "A fee of fifty is payable by any person other than a widow.",
    "Any person who is not a woman married to a citizen may be denied a permit.",
    "An officer, not being a woman, may enter the dormitory.",
    "Every man aged eighteen years shall be enrolled for national service.",
    "Any man who resides abroad shall be registered for labour service and shall pay the levy.",
    "Any man who remains after his permit expires may be detained and may apply for bail.",
)


@pytest.mark.parametrize("sentence", BURDENS)
def test_a_burden_of_which_women_are_free_is_not_laid_on_them(sentence: str) -> None:
    made = dict(repairs(sentence, tuple(ISSUES[:6])))
    assert not {"exclusion-of-women-struck", "exclusion-man-is-person"} & set(made)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "A person other than a woman who is married to an alien has the right to vote.",
            "A person has the right to vote.",
        ),
        ("A settler who is not a woman married to a foreigner holds land free of duty.", None),
        ("Any person who is not the wife of a citizen ceases to be a citizen on leaving.", None),
        ("A person other than a woman who was or may become an alien may apply for land.", None),
        ("A declaration may be made by a citizen other than a married woman or a widow.", None),
        (
            "A person, other than a wife, may apply for land. Any person, other than a wife, may "
            "apply for a house.",
            None,
        ),
    ],
)
def test_an_exclusion_is_struck_whole_or_not_at_all(sentence: str, wanted: str | None) -> None:
    made = dict(repairs(sentence, tuple(ISSUES)))
    assert made.get("exclusion-of-women-struck") == (wanted and f"11. (1) {wanted}")


@pytest.mark.parametrize(
    "sentence",
    [
        "A widow of a citizen is entitled to remain, unless she remarries.",
        "A woman whose husband dies may remain in the State and may not be removed for a year.",
    ],
)
def test_what_gives_is_neither_repealed_nor_replaced_by_what_gives_something_else(
    sentence: str,
) -> None:
    for name, made in repairs(sentence, ("family", "labour", "removal", "nationality")):
        assert made.startswith(f"11. (1) {sentence}"), name


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A wife has the right to reside with her husband.",
         "A spouse has the right to reside with the other spouse."),
        ("Any wife of a settler, and any child born to one, is entitled, if she or he takes the "
         "oath, to the same rights.",
         "Any spouse of a settler, and any child born to one, is entitled, if she or he takes the "
         "oath, to the same rights."),
        ("The Governor may direct that the wife and the children of one whose certificate is "
         "revoked shall cease to be citizens: Provided that no direction is made in the case of a "
         "wife who could have held one in her own right.", None),
        ("A person, not being a wife, may be registered as a citizen.", None),
        ("A wife shall leave with her husband, who is entitled to a ticket.", None),
    ],
)  # fmt: skip
def test_a_wife_becomes_a_spouse_in_the_clause_itself(sentence: str, wanted: str | None) -> None:
    made = dict(repairs(sentence, tuple(ISSUES)))
    assert made.get("exclusion-wife-is-spouse") == (wanted and f"11. (1) {wanted}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Governor may direct that the wife of one whose certificate is revoked shall cease to "
        "be a citizen: Provided that no such direction is made in the case of a woman who was a "
        "citizen by birth.",
        "A woman loses citizenship with her husband, but the status of her children shall not be "
        "affected.",
    ],
)
def test_what_is_saved_from_a_rule_outlives_it(sentence: str) -> None:
    for name, made in repairs(sentence, tuple(ISSUES)):
        repealed = made.strip() == "11. (1)"  # with it goes what had to be saved from it
        assert repealed or "by birth" in made or "children" in made, name


def test_what_excuses_a_woman_from_a_condition_is_not_omitted() -> None:
    sentence = (
        "A certificate may be granted to a settler who (a) has lived here for a year; and (b) "
        "means to stay: Provided that nothing in clause (a) shall apply in the case of a woman "
        "whose husband has died."
    )
    for name, made in repairs(sentence, tuple(ISSUES)):
        assert "nothing in clause (a)" in made, name


#: Grants to one sex, by the kind of the distinction: the equal rule, in the clause's own words.
EQUAL_WORDS = {
    "Enrolment under this Part shall include, besides the settler himself, his wife, unless his "
    "marriage with her has been dissolved, and any minor child of his.": (
        "Enrolment under this Part shall include, besides the settler himself or herself, his or "
        "her spouse, unless his or her marriage with that spouse has been dissolved, and any minor "
        "child of his or hers."
    ),
    "The Board may register as a native any person whose father's father was born on it.": (
        "The Board may register as a native any person whose grandfather or grandmother was born "
        "on it."
    ),
    "Whoever is born here is a native: Provided that a person shall not be a native if his father "
    "is a consul and is not a native.": (
        "Whoever is born here is a native: Provided that a person shall not be a native if each of "
        "his or her parents is a consul and is not a native."
    ),
    "Subject to section 4, a woman who has been married to a native or to a person who but for his "
    "death would have been a native shall be entitled, if she is an alien, on taking the oath, to "
    "be registered whether or not she is of full age.": (
        "Subject to section 4, a person who has been married to a native or to a person who but "
        "for his or her death would have been a native shall be entitled, if he or she is an "
        "alien, on taking the oath, to be registered whether or not he or she is of full age."
    ),
    "The wife of a native may be enrolled and shall be heard; but the husband of a woman who is a "
    "native may be enrolled only if he has work.": (
        "The spouse of a native may be enrolled and shall be heard."
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), EQUAL_WORDS.items())
def test_a_rule_of_status_becomes_the_equal_rule_in_its_own_words(before: str, after: str) -> None:
    made = [text for _, text in repairs(before, ("nationality", "family"))]
    assert f"11. (1) {after}" in made


GIVEN = st.sampled_from(
    [" may be admitted", " is entitled to a card", " may apply for land", " shall be issued a pass"]
)
CONDITIONS = st.sampled_from(
    [
        "", " after two years of residence", ", if the child has a guardian abroad",
        " on payment of the fee, and shall be heard before a refusal",
    ]
)  # fmt: skip
HOLDERS = st.sampled_from(["a settler", "a native", "a worker with a child", "any resident"])


@settings(deadline=None, max_examples=20)
@given(HOLDERS, GIVEN, CONDITIONS)
def test_the_equal_rule_keeps_every_person_and_every_condition(
    holder: str, given_: str, condition: str
) -> None:
    made = repairs(f"The wife of {holder}{given_}{condition}.", ("family",))
    assert made
    assert {text for _, text in made} == {f"11. (1) The spouse of {holder}{given_}{condition}."}


CORPORA = Path(__file__).parents[2] / "corpora" / "clauses"
#: Plain words of giving, and what shows that the words in their place give it too.
GIVEN = re.compile(
    r"\b(?:is|are|shall be) entitled to\b|"
    r"\bmay (?:be )?"
    r"(employ|appl|work|bring|sponsor|naturalis|regist|join|transfer|change|invit)\w*",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\b(?:not|no|nor|only|none|unless|who may|so that)\b|\bby her (?:husband|father)\b"
)


def regressive() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The clauses of the corpora and of the templates' examples that draw a distinction by sex."""
    for path in sorted(CORPORA.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if row["label"] == "regressive" and not row.get("lead_in"):
                yield row["text"], tuple(row["issues"])
    for template in LIBRARY.templates:
        if "regressive" in template.labels:
            yield from ((one.text, template.issues) for one in template.examples)


def lost(before: str, after: str) -> list[str]:
    """The limbs that give in plain words, and whose gift is no longer in the clause."""
    gone = []
    for limb in re.split(r"[.;:] |, (?:but|and|while) ", before):
        gift = GIVEN.search(limb)
        if gift is None or REFUSED.search(limb) or limb in after:
            continue
        if (gift[1] or "entitled") not in after:
            gone.append(limb)
    return gone


def test_no_repair_of_a_clause_that_discriminates_takes_a_plain_right_away() -> None:
    clauses = list(regressive())
    assert len(clauses) > 900
    gone = [
        (template, limb)
        for sentence, issues in clauses
        for template, text in repairs(" ".join(sentence.split()), issues)
        for limb in lost(sentence, text)
    ]
    assert gone == []


LETS = st.sampled_from(
    ["be employed in any trade", "work for any employer", "bring a child", "apply for land",
     "change the place of work", "be registered as a settler", "transfer to another estate"]
)  # fmt: skip
WHO = st.sampled_from(["guest", "refugee", "worker", "settler", "permit holder"])
LESS = st.sampled_from(
    ["only as a cook", "with the consent of the Commissioner", "only with leave of her husband",
     "if her father agrees", "in the company of a kinsman"]
)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(WHO, LETS, LESS, NAMED, st.sampled_from(["; ", "; but ", ", and ", ". "]))
def test_the_right_that_one_sex_has_is_never_replaced_by_a_maxim(
    who: str, deed: str, less: str, issues: tuple[str, ...], joint: str
) -> None:
    woman = f"a female {who} may {deed} {less}."
    woman = woman[0].upper() + woman[1:] if joint == ". " else woman
    for template, text in repairs(f"A male {who} may {deed}{joint}{woman}", (*issues, "labour")):
        assert f"may {deed}" in text, template


@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        # a right to keep a nationality, and to belong somewhere, is a right
        (
            "A minor child whose Rihabi father has acquired a foreign nationality shall retain "
            "Rihabi nationality.",
            "A minor child whose Rihabi father or mother has acquired a foreign nationality shall "
            "retain Rihabi nationality.",
        ),
        (
            "A citizen shall be treated as belonging to a State if he is registered there, or if "
            "she is the wife of a person who so belongs, or if he or she is a child of such a "
            "person.",
            "",
        ),
        (
            "If a woman who obtained Rihabi nationality by marriage becomes a widow, the children "
            "born to her of her husband shall remain Rihabi.",
            "",
        ),
        # a loss that reaches the wife is laid on no husband
        (
            "A person whose certificate is cancelled shall cease to be Rihabi from that day; the "
            "decision may extend to his wife and minor children.",
            "A person whose certificate is cancelled shall cease to be Rihabi from that day; the "
            "decision may extend to his minor children.",
        ),
        (
            "The name of his wife and children under fifteen may be endorsed on the permit.",
            "The name of that person’s spouse and children under fifteen may be endorsed on the "
            "permit.",
        ),
    ],
)
def test_of_a_loss_or_a_standing_the_sexed_word_alone_is_mended(sentence: str, made: str) -> None:
    found = [text for _, text in repairs(sentence, ("nationality", "family"))]
    assert found[:1] == ([f"11. (1) {made}"] if made else [])
