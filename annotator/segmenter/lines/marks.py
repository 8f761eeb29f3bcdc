"""The marks that editors print before numbers, words and brackets, and that are none of the law's.

Britain's ``F12[``, the digits of a footnote before the bracket that it explains (``1[2. Power``,
``2[(2)``, as India, Pakistan and Bangladesh print) or behind it (``[1 § 1.``, as Belgium does),
raised digits, ``*``, ``†``, ``#`` and, as in Nepal, ``♦`` and ``✪``.
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.numbering import RAISED_DIGITS

#: Signs that call a note, or mark what was changed.
SIGNS = "*†‡#♦♣♠♥◆◊✪★"
#: The digits that raised ones stand for.
PLAIN_DIGITS = str.maketrans(RAISED_DIGITS, "0123456789")
#: What a page's address of a provision looks like, glued before it: "[Ch1503s1]1.".
_ANCHOR = (
    r"\[(?=[A-Za-z]{1,8}\d)[A-Za-z]\w{3,14}\](?=\w)|\[[A-Z]{2,8} \d{1,4}[A-Z]{0,3}\]\s{1,3}(?=\d)"
)
_MARK = (
    rf"(?:{_ANCHOR}|"
    r"[FCEIMX]\d{1,4}(?!\d)|\d{1,3}\s?(?=\[)|_{1,3}(?=\s?\()|"
    rf"[{RAISED_DIGITS}]{{1,3}}|[{SIGNS}]{{1,4}}|"
    r"\[\d{1,3}\](?=[(“\"\d])|\[(?:\d{1,2}\s(?=[A-Z“\"(§]))?"
    r"|\(\((?=\d{1,2}(?:-[a-z]{3,6})?\.\s)"  # as Italy marks what was changed: "((2. The fee.))"
    r"|[•○▪●◦■]\s{0,3}(?=\(?\w{1,4}[.)]))"  # a page's bullet in front of the law's own label
)
#: What may stand before a provision's number, or before its words.
EDIT = rf"(?:{_MARK}\s?){{0,4}}"
#: The digit of a footnote in front of a label: "1(3) This section".
CALL = r"(?:\d(?=\((?:\d|[a-z])\)\s?[A-Z]))?"
#: The sign that calls a note, behind an item's label: "(c) ✪An amount", "(d) ♣......".
CALL_BEHIND_LABEL = expression(r"[†‡♦♣♠♥◆◊✪★]{1,2}\s?(?=[\w“\"‘.…])")
#: With what such marks begin, digits left out.
EDIT_INITIALS = f"FCEIMX[{SIGNS}_•○▪●◦■"

#: The number of a footnote behind a heading: "Fees[2]".
_CALL_BEHIND = expression(r"(?<=\w)\s?\[\d{1,3}\]$")
#: A publisher's code of a section in front of its heading: "[IA 4A] Fees", "[5.010] Fees".
_CODE = expression(
    r"\[(?:[A-Z][A-Za-z]{1,9} ?(?:s )?\d{1,4}[A-Z]{0,3}|\d{1,3}\.\d{2,5})\]\s+(?=[A-Z“\"‘])"
)
#: The section's number in a compilation: "C.34:9A-61 Fees", "408.931 Fees".
_COMPILED = expression(r"(?:C\.\d{1,2}[A-Z]?:\d[\w.-]*|\d{3}\.\d{2,4}[a-z]?)\s+(?=[A-Z“\"‘])")
#: In which countries of the United Kingdom a section is law: "Fees U.K.", "Fees. E+W+S".
_EXTENT = expression(r"(?<=\S)\s(?:U\.K\.|(?:[EWS]|N\.I\.)(?:\+(?:[EWS]|N\.I\.))+)$")
_EXTENT_ENDS = (" U.K.", "+W", "+S", "+N.I.")
_INSIDE = expression(r"\b(?:[FCEIMX]\d{1,4}|\d{1,2})\[")
_LEADING = expression(EDIT)


def without_marks(words: str) -> str:
    """A heading's words without the marks that an editor set around or into them.

    >>> without_marks("1[Power to detain]")
    'Power to detain'
    """
    if (words[:2] == "C." or words[:3].isdigit()) and (compiled := _COMPILED.match(words)):
        words = words[compiled.end() :]
    if words.startswith("((") and words.endswith("))"):
        words = words[2:-2].strip()
    if words.endswith(_EXTENT_ENDS):
        words = _EXTENT.sub("", words)
    if "[" not in words and "]" not in words:
        return words
    words = _CALL_BEHIND.sub("", words)
    if words[0:1] == "[" and (code := _CODE.match(words)):
        words = words[code.end() :]
    bare = _INSIDE.sub("", words)
    return bare.rstrip("]") if bare.count("]") > bare.count("[") else bare


def behind_marks(text: str) -> int:
    """How many characters of marks a text begins with."""
    match = _LEADING.match(text)
    return match.end() if match else 0
