"""English words for persons, in one place; who needs another selection says which, and why.

Roles are what laws on migration call the people whom they are about and those who enforce them
(:data:`ROLES`). A *person concerned* is any of those whom a clause may be about
(:data:`CONCERNED`); *one person* any noun that a pronoun may stand for, in whatever law
(:data:`ONE_PERSON`): judges and tenants too.
"""

from __future__ import annotations

#: Words for each role, likeliest first: what a law calls it is sought among them.
ROLES: dict[str, tuple[str, ...]] = {
    "foreigner": (
        "third-country national",
        "foreign national",
        "foreign citizen",
        "foreigner",
        "alien",
        "non-national",
        "non-citizen",
        "noncitizen",
        "immigrant",
        "migrant",
    ),
    "officer": (
        "immigration officer",
        "authorised officer",
        "authorized officer",
        "enforcement officer",
        "border guard",
        "police officer",
        "migration officer",
        "officer",
        "official",
        "inspector",
    ),
    "applicant": ("asylum seeker", "asylum-seeker", "claimant", "applicant"),
    "detainee": ("detainee", "detained person"),
    "employer": ("employer",),
    "worker": ("migrant worker", "foreign worker", "worker", "employee"),
    "sponsor": ("sponsor", "principal permit holder"),
}
#: The word for a role in a law that has none of its own, where one is needed all the same.
GENERAL = {
    "officer": "officer",
    "authority": "competent authority",
    "foreigner": "person",
    "employer": "employer",
}
#: Those whom migration laws are about. Employers and sponsors are not: what a clause asks of them
#: is not done to them.
CONCERNED = (
    *ROLES["foreigner"],
    *ROLES["applicant"],
    *ROLES["detainee"],
    "migrant worker",
    "worker",
    "foreign person",
    "permanent resident",
    "stateless person",
    "international protection applicant",
    "unaccompanied minor",
    "appellant",
    "returnee",
    "refugee",
    "traveller",
    "traveler",
    "passenger",
    "beneficiary",
    "victim",
    "resident",
    "holder",
    "person",
    "individual",
)
#: What enforces the law, as a pattern: any sort of officer, and members of what has them.
OFFICER = (
    r"(?:\w+ ){0,2}officers?|(?:border|frontier) guards?|officials?|inspectors?|"
    r"members? of (?:the|an) (?:\w+ ){1,2}\w+|constables?"
)
#: Beside them, in whatever law.
_OF_ANY_LAW = """
accused agent ambassador assessor auditor author barrister candidate captain carrier chairperson
child citizen clerk commissioner complainant constable consul contributor controller coroner
councillor creditor debtor defendant delegate dependant deputy director doctor donor driver
elector employee employer examiner executor governor guarantor guardian guest informant inspector
interpreter inventor investigator judge justice keeper landlord lawyer leader lecturer lessee
licensee magistrate manager master member minister nominee notary nurse occupier offender officer
official operator owner parent partner patient pensioner petitioner physician pilot practitioner
president principal prisoner probationer proprietor prosecutor psychiatrist psychologist pupil
receiver registrar representative respondent secretary seller solicitor speaker sponsor spouse
student superintendent superior supervisor surgeon taxpayer teacher tenant tourist trader
translator treasurer trustee undertaker valuer visitor voter warden witness
"""
#: Nouns that name one person only where an article stands right before: *a minor*, not *minor
#: works*.
BY_ARTICLE = ("individual", "minor", "adult", "national", "infant", "deceased", "relative")
#: Nouns for one person, which a pronoun may be replaced with: of one word, as each may be the head
#: of a longer name, but for those that an article must tell.
ONE_PERSON = tuple(
    sorted(
        (
            {word for word in CONCERNED if " " not in word}
            | set(_OF_ANY_LAW.split())
            | {"chief executive"}
        )
        - set(BY_ARTICLE)
    )
)
_PAIRED = """
husband wife mother father son daughter brother sister widow widower bride groom fiancé fiancée man
woman boy girl lady gentleman parent guardian spouse partner child stepchild ward baby infant person
relative grandparent grandchild aunt uncle nephew niece cohabitant concubine bachelor spinster
"""
#: Words that stand in pairs of which each is a head of its own: *husbands or wives*, *mothers or
#: fathers*. Not *male*, *adult* or *minor*, which may only describe the noun after them.
IN_PAIRS = frozenset(_PAIRED.split())
