"""What a clause does to a person by force of law, as patterns of the templates and matters."""

from __future__ import annotations

#: Where a clause punishes.
PUNISHES = r"\b(?:offence|guilty|liable|fined?|punish\w*|imprison\w*|penalt(?:y|ies))\b"
#: Where it is of detention.
DETAINS = (
    r"\b(?:detain|detention|custody|interned|internment|hold(?:ing)? in a closed|"
    r"held (?:in|at) (?:an? |the )?(?:closed|secure)|closed cent(?:re|er)|the holding)"
)
#: What may be done to one who is arrested, or has escaped, by those who hold that person. Whether
#: custody goes on is not decided there.
ON_ARREST = (
    r"\b(?:escap\w+|rescue\w*)\b[^.]{0,200}\b(?:re-?arrest|pursu\w+|recaptur\w*|retak\w+)|"
    r"\b(?:in|when) making (?:an? |the )?arrest\b|\bsubmit\w* to (?:the |an )?(?:arrest|custody)\b|"
    r"\b(?:pursue|handcuff\w*|weapons?)\b|\b(?:more|unnecessary) restraint|"
    r"\b(?:means|instruments?) of restraint"
)
