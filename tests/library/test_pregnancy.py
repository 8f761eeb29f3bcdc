"""What is made of bars for pregnancy: they end, and every other ground and condition stays."""

import pytest

from tests.library.test_restrictions import fits

OMITTED = (
    ("The permit of a worker who is pregnant or suffers from a disease shall be revoked.",
     "The permit of a worker who suffers from a disease shall be revoked."),
    ("A visa may be refused if the applicant is pregnant, is under age or suffers from cholera.",
     "A visa may be refused if the applicant is under age or suffers from cholera."),
    ("An agency shall not send a worker who is under age, unfit or pregnant.",
     "An agency shall not send a worker who is under age or unfit."),
    ("A worker who is pregnant, or suffering from cholera, shall be sent home.",
     "A worker who is suffering from cholera shall be sent home."),
    ("An agency shall not send a worker who is pregnant or unfit.",
     "An agency shall not send a worker who is unfit."),
    ("An agency shall not send a worker who is pregnant or who has been found unfit.",
     "An agency shall not send a worker who has been found unfit."),
    ("The examination shall include tests for cholera, pregnancy and HIV.",
     "The examination shall include tests for cholera and HIV."),
    ("A worker shall be tested for HIV, cholera and pregnancy.",
     "A worker shall be tested for HIV and cholera."),
    ("A worker shall be tested for pregnancy and HIV every year.",
     "A worker shall be tested for HIV every year."),
    ("A worker shall show that the worker is free of cholera and is not pregnant.",
     "A worker shall show that the worker is free of cholera."),
    ("A worker shall show that the worker is not pregnant and is in good health.",
     "A worker shall show that the worker is in good health."),
    ("The following are prohibited settlers: (a) a minor; (b) any woman who is pregnant; and (c) "
     "a stowaway.",
     "The following are prohibited settlers: (a) a minor; and (c) a stowaway."),
    ("A pass may be granted to a person who (a) is of age; (b) is fit; and (c) in the case of a "
     "woman, is not pregnant.",
     "A pass may be granted to a person who (a) is of age; and (b) is fit."),
)  # fmt: skip
NO_GROUND = (
    ("A settler who is found to be pregnant, and is not with her husband, shall not be issued "
     "with a work permit.",
     "Pregnancy shall not be a ground for refusing or cancelling a work permit."),
    ("No officer shall grant leave to land to a woman who is pregnant, unless provision has been "
     "made for her confinement.",
     "Pregnancy shall not be a ground for refusing entry."),
    ("The master may end the contract of a maid without compensation if she is pregnant.",
     "Pregnancy shall not be a ground for refusing or ending employment."),
    ("A pregnant cook's employment pass shall be revoked and she shall be deported.",
     "Pregnancy shall not be a ground for refusing or cancelling an employment pass, or for "
     "removing a person."),
    ("A woman worker whose pregnancy is established shall leave the territory within a month.",
     "Pregnancy shall not be a ground for removing a person or requiring a person to leave."),
    ("It is a condition of every work permit of a maid that she shall not become pregnant.",
     "No condition as to pregnancy may be attached to a work permit, and pregnancy shall not be a "
     "ground for cancelling it."),
    ("An officer may require any woman who lands to be examined in order to ascertain whether she "
     "is pregnant, and may refuse her entry if she is.",
     "Pregnancy shall not be a ground for refusing entry, and a person shall not be required to "
     "undergo a test for pregnancy."),
)  # fmt: skip


@pytest.mark.parametrize(("before", "after"), OMITTED)
def test_pregnancy_alone_is_omitted_from_what_is_asked_or_barred(before: str, after: str) -> None:
    (fit,) = fits("health,labour", before)
    assert " ".join(fit.proposal.amended.split()) == after


@pytest.mark.parametrize(("before", "after"), NO_GROUND)
def test_where_it_is_the_only_ground_the_clause_says_that_it_is_none(
    before: str, after: str
) -> None:
    (fit,) = fits("health,labour,removal", before)
    assert fit.proposal.amended == after


@pytest.mark.parametrize(
    "sentence",
    [
        "A pregnant worker shall not be employed in the holds of ships or in work with radiation.",
        "A carrier may refuse a person beyond the thirty-sixth week of pregnancy.",
        "A worker who is pregnant shall not be required to work at night.",
        "No worker may be dismissed who is ill or pregnant.",
        "The following shall not be detained: (a) a minor; (b) a woman who is pregnant; and (c) "
        "a person who is ill.",
        # what else it asks of women stands or falls with it: for policy
        "A woman shall not be admitted to a trade unless she shows that she is not pregnant and is "
        "free of disease.",
    ],
)
def test_what_guards_pregnancy_or_fitness_is_left_alone(sentence: str) -> None:
    assert fits("health,labour,removal", sentence) == ()
