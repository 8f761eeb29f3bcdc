"""A bill of restrictions on one sex, and what a counsel would table for each of them."""

import pytest

from annotator.library import load_library
from annotator.proposer.choosing import propose
from annotator.proposer.fitting import Fit, Flagged
from annotator.reading import Reading
from annotator.segmenter import segment
from tests.proposer.laws import clauses_of

LIBRARY = load_library()

#: What only restricts women, by issue: nothing is lost when it goes.
REPEALED = (
    ("identity",
     "A married woman shall not be issued with a passport without the consent of her "
     "husband."),
    ("labour,health",
     "A woman who is pregnant shall not be granted a work permit."),
    ("personnel",
     "A female officer shall not carry arms."),
    ("identity,labour",
     "No woman under thirty years of age shall leave the country for domestic service "
     "abroad."),
    ("identity",
     "A woman under twenty-five shall not leave the Republic unless she is accompanied by a "
     "male relative."),
    ("family",
     "A female permit holder shall not sponsor her husband."),
    ("family",
     "A female resident shall not be joined by a husband unless he is incapable of work."),
    ("nationality,family",
     "A married woman shall not apply for naturalisation separately from her husband."),
    ("procedure",
     "The statement of a woman shall not be admitted as evidence of residence unless it is "
     "confirmed by that of a man."),
    ("detention",
     "A woman in detention shall not receive visitors other than her husband and her "
     "father."),
    ("detention",
     "A female detainee shall be released only into the custody of a male guardian."),
    ("reception",
     "Unmarried women in an accommodation centre shall not leave it after eight in the "
     "evening."),
    ("personnel",
     "A woman shall not be appointed to the post of border inspector."),
    ("personnel",
     "A female officer who marries shall resign within three months."),
    ("personnel",
     "A female officer shall not be posted to a border crossing at night."),
    ("labour",
     "A woman shall not be employed under a work permit in a mine, a quarry or a foundry."),
    ("labour",
     "A female domestic worker shall not change her employer without the consent of her "
     "present employer."),
    ("health",
     "A woman shall not be given medical treatment in a centre without the consent of her "
     "husband."),
    ("removal",
     "A woman whose husband is deported shall leave the country within seven days."),
    ("removal,family",
     "A woman who has been divorced shall not remain in the country for more than thirty "
     "days."),
    ("integration",
     "A woman shall not be admitted to a vocational course without the permission of her "
     "husband."),
    ("asylum",
     "A married woman shall not make a claim for asylum separately from that of her "
     "husband."),
    ("trafficking",
     "A woman who has engaged in prostitution shall not be recognised as a victim of "
     "trafficking."),
    ("identity",
     "A wife shall not be entered in a passport of her own while her husband holds one."),
    ("governance",
     "A woman shall not be a member of the Board."),
    ("data",
     "A married woman shall be entered in the register under the name of her husband."),
    ("penalties",
     "A woman who leaves her employer before the end of the contract commits an offence."),
    ("identity",
     "A woman shall produce the consent of her guardian when she applies for an exit visa."),
    ("nationality",
     "A woman who marries a foreigner shall lose her citizenship unless she makes a "
     "declaration to retain it."),
    ("family,labour",
     "A wife admitted as a dependant shall not take employment without the leave of the "
     "Director and of her husband."),
    ("labour,identity",
     "A licensed agency shall not recruit a married woman unless her husband has consented "
     "in writing."),
)  # fmt: skip
#: What gives something, or guards a child: the equal rule in its own words.
REWORDED = (
    ("family,labour",
     "A married woman may be admitted for employment if her husband has consented thereto in "
     "writing, and the consent is filed with the Commissioner.",
     "A married person may be admitted for employment."),
    ("identity,children",
     "A passport may be issued to a child on the application of the father or, where the father "
     "is dead, of the legal guardian.",
     "A passport may be issued to a child on the application of either parent or, where neither "
     "parent is able to act, of the legal guardian."),
    ("nationality",
     "A person is a citizen if his father, or in the case of a person born out of wedlock his "
     "mother, was a citizen at his birth.",
     "A person is a citizen if his father or mother was a citizen at his birth."),
    ("nationality",
     "Anyone born to a national father, here or abroad, is a national.",
     "Anyone born to a national father or mother, here or abroad, is a national."),
    ("children",
     "The father represents the child before the Board.",
     "Either parent represents the child before the Board."),
    ("identity,labour",
     "A woman may emigrate only with the written consent of her husband or father.",
     "A person may emigrate."),
    ("labour",
     "A male refugee may be employed in any occupation; a female refugee may be employed "
     "with the consent of the Commissioner.",
     "A refugee may be employed in any occupation."),
    ("integration,family",
     "A plot in the settlement may be allotted only to a man who is the head of a "
     "household.",
     "A plot in the settlement may be allotted only to a person who is the head of a "
     "household."),
    ("children,identity",
     "A mother shall not take a child out of the country without the consent of the father.",
     "A parent shall not take a child out of the country without the consent of the other "
     "parent."),
)  # fmt: skip
#: Where the bar is on a matter that wants a rule: by its first words.
REPLACED = (
    ("health",
     "A female applicant shall not be granted a visa unless she has been tested for pregnancy.",
     "Pregnancy shall not be a ground for"),
    ("identity,labour",
     "Women under twenty-five shall require the permission of the Board to depart for work; men "
     "shall require none.",
     "A woman shall not be required to"),
    ("identity",
     "The application of a married woman for a passport shall bear the signature of her husband.",
     "A document is issued to each"),
    ("children",
     "The custody of an infant shall be given to the mother and that of an older child to the "
     "father.",
     "The custody of a child may"),
    ("nationality",
     "A woman shall not transmit her citizenship to a child born outside the Republic.",
     "Women and men acquire, keep, pass"),
    ("redress",
     "A married woman shall not lodge an appeal except in the name of her husband.",
     "A person, woman or man, to"),
    ("labour",
     "An employer shall not engage a foreign woman of child-bearing age without a "
     "certificate that she is not pregnant.",
     "Pregnancy shall not be a ground for"),
    ("information",
     "Information on rights shall be given to the husband, who shall inform his wife.",
     "Each adult, woman or man, is"),
    ("search",
     "A female traveller who is unaccompanied may be searched without a warrant.",
     "A person may be searched under"),
    ("equality",
     "Nothing in this Act shall require an officer to treat a woman in the same manner as a man.",
     "No person may be treated less favourably"),
)  # fmt: skip

#: What guards a minor or a worker, asks something of others too, or burdens a foreigner's child.
LEFT_ALONE = (
    ("labour", "The Minister may prohibit the recruitment of females under eighteen years of age."),
    ("labour", "The Director may restrict the recruitment of female cooks to licensed agencies."),
    ("labour",
     "Every female cook shall hold an exit permit before departure, and the agency shall deposit a "
     "guarantee for her return."),
    ("nationality", "A child born of a foreign father shall be registered as an alien."),
    ("identity",
     "The card of a married woman shall be issued on the application of her husband by the clerk."),
    ("health,labour,removal",
     "A female cook shall be examined twice a year for pregnancy and infectious diseases."),
    ("health,labour,removal",
     "The certificate shall state that the worker is not pregnant and does not suffer from HIV."),
    ("health,labour,removal",
     "A cook who is found pregnant shall be sent home, and the agency shall pay her wages."),
)  # fmt: skip


def fits(issues: str, sentence: str) -> tuple[Fit, ...]:
    """What is proposed for the second of two subsections, which draws a distinction by sex."""
    law = f"11. (1) The Director keeps a list under this section.\n(2) {sentence}\n"
    reading = Reading.of(law, clauses_of(law), segment(law).provisions, LIBRARY)
    flagged = Flagged(clauses_of(law)[-1], "regressive", tuple(issues.split(",")))
    return propose(reading, [flagged], LIBRARY)[0]


@pytest.mark.parametrize(("issues", "sentence"), REPEALED)
def test_what_only_restricts_women_is_repealed(issues: str, sentence: str) -> None:
    said = [fit.proposal.instruction for fit in fits(issues, sentence)]
    assert said == ["Section 11(2) is repealed."]


@pytest.mark.parametrize(("issues", "sentence", "after"), REWORDED)
def test_what_gives_is_put_for_both_in_its_own_words(
    issues: str, sentence: str, after: str
) -> None:
    assert [fit.proposal.amended for fit in fits(issues, sentence)] == [after]


@pytest.mark.parametrize(("issues", "sentence", "first"), REPLACED)
def test_a_bar_on_a_matter_that_wants_a_rule_gives_place_to_one(
    issues: str, sentence: str, first: str
) -> None:
    (fit,) = fits(issues, sentence)
    assert fit.proposal.amended.startswith(first)


@pytest.mark.parametrize(("issues", "sentence"), LEFT_ALONE)
def test_what_guards_or_asks_more_is_left_alone(issues: str, sentence: str) -> None:
    assert [fit.proposal.amended for fit in fits(issues, sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "after"),
    [
        ("The father is the guardian of his minor children and acts for them.",
         "Each parent is guardian of their minor children and acts for them."),
        ("The father is the legal guardian of his child.",
         "Each parent is legal guardian of a child."),
        ("The father is the natural guardian of the minor and, failing him, the mother.",
         "Each parent is natural guardian of the minor."),
    ],
)  # fmt: skip
def test_both_parents_are_guardians_of_one_child_or_of_several(sentence: str, after: str) -> None:
    assert [fit.proposal.amended for fit in fits("children", sentence)] == [after]
