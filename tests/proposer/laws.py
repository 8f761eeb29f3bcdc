"""Laws invented for these tests, read as the program reads them, and what a form makes of them."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from annotator.library.model import Cite, Cues, Form, Instrument, Library, Template
from annotator.proposer.drafting_case import Case, Draft, applied
from annotator.proposer.operations import draft
from annotator.reading import Reading
from annotator.reading.actors import find_action
from annotator.schema import Clause, Edit
from annotator.segmenter import segment

#: A law in sections that commands by "shall", and one in articles that commands by "must".
SECTIONS = """10. In this Act—
“officer” means a member of the Frontier Corps;
“foreigner” means a person who is not a citizen.
11. (1) An officer may search any person who enters a port.
(2) A foreigner may be held at a port for one day.
12. The Agency shall keep a register of searches.
13. (1) The master of a ship shall provide to each passenger—
(a) food;
(b) water; and
(c) a bed.
"""
ARTICLES = """Article 6
1. A border guard may search a foreigner at a crossing point.
2. The Agency must be told.
Article 7
The Agency must provide to each foreigner:
(a) food;
(b) water.
Article 8
A foreigner must carry a passport.
"""

#: A law whose subsections are letters under headings of their own, as American laws have them.
LETTERED = """§ 21. Holding of travellers

(a) Holding

The Harbor Board may hold a traveller at a port for one day.

(b) Release

(1) In general

The Harbor Board may release a traveller whom it holds.

(2) Bond

A traveller who is released shall give a bond.

(c) Reports

The Harbor Board shall report each year on those whom it holds under subsection (a).

§ 22. Fees

A fee of $5 is due for (i) a landing; and (ii) a departure.
"""

#: Any text, and what looks like a law and is none.
PIECES = st.sampled_from(
    ["1. ", "2. ", "(1) ", "(2) ", "(a) ", "(b) ", "(c) ", "(i) ", "(ii) ", "Article 3\n",
     "SCHEDULE\n", "An officer may search any person", "a foreign\nnational may be detained",
     "in paragraph (a) or (b)", "In this Act—", "“wife” means a spouse", "the wife of a citizen",
     "the consent of the father", "his wife", "{{ person }}", "{%", "\\1", "—", ";", ".", ": ",
     ", ", " and ", " or ", "\n", "\n\n", " ", "The Minister shall", "must not", "women", "’", "'"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=120)


def clauses_of(law: str) -> tuple[Clause, ...]:
    """The clauses of a law, as the segmenter cuts them."""
    return tuple(segment(law).clauses)


def reading(law: str) -> Reading:
    return Reading.of(law, clauses_of(law), segment(law).provisions, library_of())


def clause_of(law: str, number: str) -> Clause:
    return next(clause for clause in clauses_of(law) if clause.number == number)


def case(law: str, number: str, verbs: Sequence[str] = (), **groups: str) -> Case:
    """A clause of a law, ready for a form, with what ``verbs`` do to somebody in it."""
    whole = reading(law)
    clause = clause_of(law, number)
    return Case(
        reading=whole,
        clause=clause,
        provision=whole.law.provision_of(clause),
        action=find_action(clause.text, verbs, "person") if verbs else None,
        groups=groups,
    )


def drafted(law: str, number: str, form: Form, verbs: Sequence[str] = ()) -> Draft:
    """What a form makes of a clause that it fits."""
    made = draft(form, case(law, number, verbs))
    assert made is not None
    return made


def undone(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits, and after their opposites: the text again."""
    opposites, shift = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        assert 0 <= edit.start <= edit.end <= len(text)
        start = edit.start + shift
        old = text[edit.start : edit.end]
        opposites.append(Edit(start=start, end=start + len(edit.text), text=old))
        shift += len(edit.text) - len(old)
    return applied(applied(text, edits), opposites)


def template(name: str = "search-same-sex", **fields: Any) -> Template:
    """A template that adds “in private” to any clause on search, but for the fields given."""
    defaults: dict[str, Any] = {
        "id": name,
        "need": name,
        "issues": ("search",),
        "labels": ("blind",),
        "when": {},
        "unless": (),
        "forms": (Form(operation="insert_phrase", at="end", text="in private"),),
        "reason": "Because.",
        "cites": (Cite(instrument="cedaw", at="Art. 2"),),
        "strength": "standard",
        "who_level": 4,
        "gcm": (),
        "examples": (),
        "counter_examples": (),
        "file": "search.yaml",
    }
    given = {**defaults, **fields}
    return Template(**{**given, "when": _cues(given["when"])})


def library_of(*templates: Template) -> Library:
    return Library(templates=templates, instruments=dict(INSTRUMENTS))


def _cues(given: Any) -> Any:
    return given if isinstance(given, Cues) else Cues(**given)


INSTRUMENTS = {
    "cedaw": Instrument(
        key="cedaw", title="The Convention", short="CEDAW", kind="treaty", date="1979", binding=True
    ),
    "guide": Instrument(
        key="guide", title="The Guide", short="Guide", kind="soft", date="2001", binding=False
    ),
}
