"""Bills in which two others have changes of their own that nobody has decided, beside ours."""

from __future__ import annotations

from itertools import product

import pytest

from tests.word.building import BY, GONE_MARK, docx, gone, ins, p, t
from tests.writers.docx.laws import finding, proposal, redline, source_of
from tests.writers.docx.oracle import body, comments, judge, paragraphs, refused

_BEN = BY.replace("Ada", "Ben").replace('"7"', '"8"')
_NEW_MARK, _BENS_MARK = (f"<w:rPr><w:ins {who}/></w:rPr>" for who in (BY, _BEN))
_SAID = "(1) An officer may search a bag."

#: The words of a paragraph, and what is said of its mark.
PARAGRAPHS = {
    "nobody's": (t(_SAID), ""),
    "Ben's": (f"<w:ins {_BEN}>{t(_SAID)}</w:ins>", _BENS_MARK),
    "Ben's words": (f"<w:ins {_BEN}>{t(_SAID)}</w:ins>", ""),
    "split by Ben": (t(_SAID), _BENS_MARK),
    "joined by Ada": (t(_SAID), GONE_MARK),
    "Ben's, of which Ada took words": (
        f"<w:ins {_BEN}>{t('(1) An officer may ')}{gone('not ')}{t('search a bag.')}</w:ins>",
        _BENS_MARK,
    ),
    "both theirs at the end": (
        t("(1) An officer may search a bag") + gone(" or not") + f"<w:ins {_BEN}>{t('.')}</w:ins>",
        "",
    ),
}
FOLLOWING = {
    "nobody's": p("2. A permit ends."),
    "Ada's": p(ins(t("2. A permit ends.")), _NEW_MARK),
    "taken out by Ada": p(gone("2. A permit ends."), GONE_MARK),
    "Ben's, taken out by Ada": p(
        f"<w:ins {_BEN}>{gone('2. A permit ends.')}</w:ins>",
        f"<w:rPr><w:ins {_BEN}/><w:del {BY}/></w:rPr>",
    ),
}
EDITS = {
    "words": ("", "a bag", "bags of all"),
    "paragraphs": ("a bag.", "", "\n(2) It is private.\n(3) It is noted."),
    "repeal": ("", _SAID, ""),
}


@pytest.mark.parametrize(("one", "next_", "edit"), product(PARAGRAPHS, FOLLOWING, EDITS))
def test_refused_ours_leave_those_of_two_others_as_they_were(
    one: str, next_: str, edit: str
) -> None:
    words, mark = PARAGRAPHS[one]
    base = docx(p("BILL") + p(words, mark) + FOLLOWING[next_] + p("3. It is noted."))
    text = source_of(base).text
    made = redline(
        base, [finding(text, _SAID, proposal(text, EDITS[edit], adds=edit == "paragraphs"))]
    )
    assert "tracked in the text" in comments(made)[1]
    assert paragraphs(refused(made)) == paragraphs(body(base))
    if edit != "words":  # which stand as pieces around what Ada took out
        judge(base, made)
