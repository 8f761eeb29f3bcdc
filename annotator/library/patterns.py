"""The small pattern language of the templates: regular expressions that forgive typography.

In a pattern a blank stands for any white space, a line break too, because laws are wrapped where
the printer pleased; a straight apostrophe stands for a curly one. Letters match in either case.
``{person}`` stands for any word for the person whom a clause concerns, ``{officer}`` for any word
for those who enforce the law, ``{permit}`` for any word for leave to stay, ``{must}`` for any modal
verb.
"""

from __future__ import annotations

import re
from functools import cache

#: Words for the people whom migration laws are about; the longer before the shorter.
PERSON = (
    "third-country nationals?|foreign nationals?|foreign citizens?|foreign persons?|"
    "permanent residents?|stateless persons?|international protection applicants?|"
    "unaccompanied minors?|asylum[- ]seekers?|non-nationals?|non-citizens?|noncitizens?|"
    "foreigners?|aliens?|immigrants?|migrant workers?|migrants?|applicants?|claimants?|"
    "appellants?|detainees?|returnees?|refugees?|travell?ers?|passengers?|detained persons?|"
    "beneficiar(?:y|ies)|victims?|workers?|residents?|holders?|persons?|individuals?|people"
)
OFFICER = (
    "(?:\\w+ ){0,2}officers?|(?:border|frontier) guards?|officials?|inspectors?|"
    "members? of (?:the|an) (?:\\w+ ){1,2}\\w+|constables?"
)
PERMIT = (
    "permits?|permissions?|visas?|residence|leave to (?:remain|enter|stay)|status|"
    "right of residence|authori[sz]ations?|permanent resident status"
)
_NAMES = {
    "{person}": f"(?:{PERSON})",
    "{officer}": f"(?:{OFFICER})",
    "{permit}": f"(?:{PERMIT})",
    "{must}": "(?:shall|must|may|can|is to|are to)",
}
_UNKNOWN_NAME = re.compile(r"\{[a-z]\w+\}")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once.

    Raises:
        re.error: the pattern is no regular expression, or uses a name in braces that is not known.

    >>> bool(compiled("person's right").search("the person’s\\n right"))
    True
    """
    for name, words in _NAMES.items():
        pattern = pattern.replace(name, words)
    if unknown := _UNKNOWN_NAME.search(pattern):
        raise re.error(f"{unknown[0]} stands for nothing")
    pattern = re.sub(r" (?![*+?{])", r"\\s+", pattern).replace("'", "['’]")
    return re.compile(pattern, re.IGNORECASE)
