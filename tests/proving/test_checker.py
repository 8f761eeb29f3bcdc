"""The checker: what it finds wrong with a template, seen and tried."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from annotator.library.model import Cite, Cues, Form, Replacement, Template, TemplateExample
from annotator.proving.checker import check, misread, wrong_with
from annotator.proving.trial import trial
from annotator.schema import Edit, Proposal
from tests.proposer.laws import library_of, template

SEARCH = TemplateExample(
    text="A person may be searched on landing.",
    after="A person may be searched on landing in private.",
)
FLIGHT = TemplateExample(text="A crew is searched.", after="A crew is searched in private.")
FEE = TemplateExample(text="A fee is due.")
SOUND = {
    "when": Cues(any=("search",)),
    "examples": (SEARCH, FLIGHT),
    "counter_examples": (FEE,),
}


def problems(*templates: Template) -> list[str]:
    library = library_of(*templates)
    return [str(problem) for problem in check(library, trial(library))]


def found(**fields: Any) -> list[str]:
    return problems(template(**{**SOUND, **fields}))


def test_a_sound_template_has_no_problem() -> None:
    assert found() == []


def test_a_problem_names_the_file_and_the_template() -> None:
    assert found(cites=()) == ["search.yaml: template search-same-sex cites no commitment."]


def phrase(**fields: Any) -> tuple[Form, ...]:
    return (Form(**{"operation": "insert_phrase", "at": "end", "text": "in private", **fields}),)


WRONG = {
    "an id of one word": ({"name": "search"}, "should have an id of lower-case words"),
    "an unknown issue": ({"issues": ("search", "weather")}, "names an unknown issue, weather"),
    "an unknown instrument": (
        {"cites": (Cite(instrument="magna-carta"),)},
        "cites magna-carta, which commitments.yaml does not hold",
    ),
    "a reason without a full stop": ({"reason": "because"}, "should give its reason in sentences"),
    "no counter-example": ({"counter_examples": ()}, "needs at least one form, two examples"),
    "no example": ({"examples": ()}, "needs at least one form, two examples"),
    "a single example": ({"examples": (SEARCH,)}, "needs at least one form, two examples"),
    "no form": ({"forms": ()}, "needs at least one form, two examples"),
    "a cue that is no pattern": (
        {"when": Cues(any=("search", "(open"))},
        "has a pattern that is no regular expression, '(open'",
    ),
    "an unless that is no pattern": ({"unless": ("[a",)}, "no regular expression, '[a'"),
    "a place that is no pattern": (
        {"forms": phrase(at="", after="{minister} may")},
        "{minister} stands for nothing",
    ),
    "words to replace that are no pattern": (
        {"forms": (Form(operation="replace_term", replace=(Replacement(from_="*", to="x"),)),)},
        "no regular expression, '*'",
    ),
    "a phrase without a place": (
        {"forms": phrase(at="")},
        "has an insert_phrase that needs exactly one of at, after and before",
    ),
    "a phrase with two places": ({"forms": phrase(after="person")}, "needs exactly one of at"),
    "a phrase without words": ({"forms": phrase(text="")}, "has an insert_phrase without text"),
    "a sentence without words": (
        {"forms": (Form(operation="insert_sentence"),)},
        "has an insert_sentence without text",
    ),
    "a replacement without words": (
        {"forms": (Form(operation="replace_term"),)},
        "has a replace_term without replacements",
    ),
    "a text that jinja cannot read": (
        {"forms": phrase(text="by {{ officer")},
        "has a text that is no jinja: unexpected end of template",
    ),
    "a filter that there is not": (
        {"forms": phrase(text="by {{ person | shout }}")},
        "has a text that has no filter shout; there is cap and lower",
    ),
    "a text that would leave the sandbox": (
        {"forms": phrase(text="{{ ''.__class__.__mro__ }}")},
        "has a text that asks a word for .__mro__; it may ask for .a, .negative",
    ),
    "an example that it does not fit": (
        {"examples": (SEARCH, FEE)},
        "abstains on its own example “A fee is due.”",
    ),
    "an example that comes out otherwise": (
        {"examples": (FLIGHT, TemplateExample(text=SEARCH.text, after="Something else."))},
        "gives “A person may be searched on landing in private.” where its example says "
        "“Something else.”",
    ),
    "a counter-example that it fits": (
        {"counter_examples": (SEARCH,)},
        "does not abstain on its counter-example “A person may be searched on landing.”",
    ),
    "a slot that stays empty": (
        {"forms": phrase(text="by {{ sponsor.a }}")},
        "abstains on its own example",
    ),
    "words of one gender": (
        {
            "forms": phrase(text="if he agrees"),
            "examples": (
                TemplateExample(
                    text="A person may be searched.",
                    after="A person may be searched if he agrees.",
                ),
                FLIGHT,
            ),
        },
        "speaks of persons in the masculine in its example “A person may be searched.”",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_the_checker_finds(what: str) -> None:
    fields, message = WRONG[what]
    assert any(message in problem for problem in found(**fields)), found(**fields)


def test_two_templates_do_not_share_an_id() -> None:
    twin = template(**SOUND)
    assert (
        problems(twin, twin)
        == ["search.yaml: template search-same-sex shares its id with another."] * 2
    )


def test_one_broken_template_does_not_keep_the_others_from_being_tried() -> None:
    broken = template("search-broken", **{**SOUND, "when": Cues(any=("(",))})
    failing = template("search-failing", **{**SOUND, "examples": (FEE,)})
    assert [problem.split()[2] for problem in problems(broken, failing)] == [
        "search-broken",
        "search-failing",
    ]


def test_an_amended_example_that_is_still_flagged_is_a_problem() -> None:
    def again(_: Template, __: TemplateExample, proposal: Proposal) -> Iterator[str]:
        yield f"leaves “{proposal.amended[-11:-1]}” blind"

    library = library_of(template(**SOUND))
    found = [problem.what for problem in check(library, trial(library), again)]
    assert found == ["leaves “in private” blind"] * 2


def test_an_example_listed_as_misread_is_told_of_and_is_no_problem() -> None:
    def again(_: Template, example: TemplateExample, __: Proposal) -> Iterator[str]:
        if example.misread:
            yield "leaves it blind"

    misread_one = msgspec.structs.replace(SEARCH, misread=True)
    library = library_of(template(**{**SOUND, "examples": (misread_one, FLIGHT)}))
    assert check(library, trial(library), again) == []
    (told,) = misread(library)
    assert told.endswith("search-same-sex lists as misread “A person may be searched on landing.”.")


def test_an_example_listed_as_misread_that_is_read_right_is_a_problem() -> None:
    misread_one = msgspec.structs.replace(SEARCH, misread=True)
    library = library_of(template(**{**SOUND, "examples": (misread_one, FLIGHT)}))
    found = [one.what for one in check(library, trial(library), lambda *_: iter(()))]
    assert found == [
        "lists as misread what is read right: “A person may be searched on landing.”; "
        "take `misread` out"
    ]


def test_an_example_listed_as_misread_must_give_its_words_all_the_same() -> None:
    astray = TemplateExample(text=SEARCH.text, after="Something else.", misread=True)
    library = library_of(template(**{**SOUND, "examples": (astray, FLIGHT)}))
    wrong = check(library, trial(library), lambda *_: iter(["leaves it blind"]))
    assert "where its example says “Something else.”" in str(wrong[0])


def proposal(new: str, amended: str, start: int = 0, end: int = 0) -> Proposal:
    return Proposal(
        template="x", issue="search", operation="insert_phrase",
        edits=(Edit(start=start, end=end, text=new),), amended=amended, instruction="", reason="",
        citations=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("new", "amended", "message"),
    [
        ("a  fee", "a fee.", "leaves a doubled blank"),
        ("fee", "A fee , paid.", "punctuation astray"),
        ("fee", "A fee,, paid.", "punctuation astray"),
        ("fee", "A fee is due..", "punctuation astray"),
        ("{{ fee }}", "A fee.", "leaves a slot unfilled"),
        ("a officer", "A fee.", "takes the wrong article"),
        ("an guard", "A fee.", "takes the wrong article"),
        ("the the fee", "A fee.", "says a word twice"),
        ("to himself", "A fee.", "speaks of persons in the masculine"),
        ("the chairman", "A fee.", "speaks of persons in the masculine"),
        ("fee", "A fee", "loses the full stop"),
    ],
)
def test_words_that_are_plainly_wrong(new: str, amended: str, message: str) -> None:
    assert any(message in what for what in wrong_with("A fee is due.", proposal(new, amended)))


@pytest.mark.parametrize(
    ("new", "amended"),
    [
        ("a fee", "A fee is due."),
        ("a one-year permit, a European, an hour", "A fee is due (or two)."),
        ("the person", "He pays the fee."),
        ("", ""),
        ("a fee", "The fee is “low.”"),
    ],
)
def test_words_that_are_sound(new: str, amended: str) -> None:
    assert list(wrong_with("A fee is due.", proposal(new, amended))) == []


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (3, 2), (0, 14)])
def test_an_edit_outside_the_text_is_wrong(start: int, end: int) -> None:
    made = proposal("fee", "A fee.", start, end)
    assert "has an edit outside the text" in list(wrong_with("A fee is due.", made))
