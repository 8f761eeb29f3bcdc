"""The frameworks by which a law is counted: the Global Compact's objectives and CEDAW's articles.

Their titles are shortened to what fits a line. Which of them an issue belongs to, the templates
say of the objectives (:func:`objectives_of`), and a table of the articles (:data:`ARTICLES_OF`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from annotator.library.model import Library, Template

#: Objectives of the Global Compact for Safe, Orderly and Regular Migration.
OBJECTIVES = {
    1: "data for policy",
    2: "drivers of migration",
    3: "information",
    4: "identity and documents",
    5: "regular pathways",
    6: "recruitment and decent work",
    7: "vulnerabilities",
    8: "saving lives",
    9: "smuggling",
    10: "trafficking",
    11: "borders",
    12: "procedures and referral",
    13: "detention",
    14: "consular protection",
    15: "basic services",
    16: "inclusion",
    17: "discrimination",
    18: "skills",
    19: "diasporas",
    20: "remittances",
    21: "return",
    22: "social security",
    23: "cooperation",
}
#: Articles of CEDAW that oblige states in substance.
ARTICLES = {
    1: "discrimination defined",
    2: "policy and law",
    3: "advancement",
    4: "special measures",
    5: "stereotypes",
    6: "trafficking",
    7: "public life",
    8: "representation abroad",
    9: "nationality",
    10: "education",
    11: "employment",
    12: "health",
    13: "economic and social life",
    14: "rural women",
    15: "equality before the law",
    16: "marriage and family",
}

#: The articles of CEDAW whose own words are about an issue. It is written down, not read from the
#: templates, most of which cite the Committee's general recommendations in the Convention's stead.
#: On detention, removal, search, reception, asylum, data and information it has no article.
ARTICLES_OF: dict[str, tuple[int, ...]] = {
    "children": (16,),
    "equality": (1, 2),
    "family": (16,),
    "governance": (7,),
    "health": (12,),
    "identity": (15,),
    "integration": (10, 13),
    "labour": (11,),
    "nationality": (9,),
    "personnel": (7, 11),
    "procedure": (15,),
    "redress": (2,),
    "trafficking": (6,),
}

_LEAST_SHARE = 1 / 3


def objectives_of(library: Library) -> dict[str, tuple[int, ...]]:
    """The objectives that each issue belongs to.

    An issue belongs to an objective that at least a third of its needs serve: a single template on
    health care in detention does not make detention a matter of basic services. Asylum belongs to
    none, since the Compact is not about refugees.
    """
    return {
        issue: tuple(sorted(_frequent([template.gcm for template in needs])))
        for issue, needs in _needs(library).items()
    }


def _needs(library: Library) -> dict[str, list[Template]]:
    """One template for each need, under the issue that it names first.

    Repairs of regressive clauses are left out: they fit clauses on any issue.
    """
    needs: dict[str, dict[str, Template]] = defaultdict(dict)
    for template in library.templates:
        if "blind" in template.labels:
            needs[template.issues[0]].setdefault(template.need, template)
    return {issue: list(templates.values()) for issue, templates in needs.items()}


def _frequent(served: list[tuple[int, ...]]) -> Iterator[int]:
    for objective in OBJECTIVES:
        if sum(objective in some for some in served) >= _LEAST_SHARE * len(served):
            yield objective
