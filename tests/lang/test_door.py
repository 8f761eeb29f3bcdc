"""The door to the languages: one more is one more folder, and all that asks goes through it."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console
from spacy.language import Language

import annotator
from annotator import lang
from annotator.doc_to_annotation import annotation
from annotator.errors import InputError
from annotator.lang import classifier_words, language
from annotator.lang.en.inflection import Verb
from annotator.neutral_drafting import style_notes
from annotator.overview import overview
from annotator.proposer import AmendmentProposer
from annotator.reading.actors import Action, actor_in, find_action, person_in, removal_in
from annotator.reading.definitions import defined_term, local_terms
from annotator.reading.law import read_law
from annotator.reading.style import read_style, spelled
from annotator.reading.terms import read_terms
from annotator.request import View
from annotator.schema import LABELS, Annotation, Clause, IssueScore, Source
from annotator.segmenter import ClauseSegmenter, segment
from annotator.writers.terminal.report import render
from tests.overview.laws import library, standing

PACKAGE = Path(annotator.__file__).parent

#: A made-up language: English, but for a few words of each wing.
MADE_UP = """
import re
from dataclasses import replace
from types import SimpleNamespace

from annotator.lang.en.data import DATA as ENGLISH

NAMES = {"Article": "Artikel", "paragraph": "Absatz"}


def new_provision(after, words, kind):
    return f"Nach {after} neu: {words}"


def insertion(place, words, anchor, side, kind):
    return f"In {place} neu: {words}"


DATA = replace(
    ENGLISH,
    code="zz",
    name="Made-up",
    instructions=SimpleNamespace(
        **{
            **vars(ENGLISH.instructions),
            "name": lambda word: NAMES.get(word, word),
            "insertion": insertion,
            "new_provision": new_provision,
        }
    ),
    phrases=SimpleNamespace(
        **{
            **vars(ENGLISH.phrases),
            "REASON": "Anlass",
            "clauses": lambda count: f"{count} Klauseln",
            "share": lambda named, answered, bearing, total, others: f"{named} von {bearing}",
        }
    ),
    structure=replace(
        ENGLISH.structure, units={"Artikel": "Article"}, containers={"teil": "Part"}
    ),
    law_words=replace(
        ENGLISH.law_words,
        roles={"foreigner": ("ausländer",)},
        authority=re.compile("[Dd]as (Bundesamt)"),
        duty={"muss": re.compile("muss"), "soll": re.compile("soll")},
        duty_alone="",
        partners={"lebenspartner": "ehegatte oder lebenspartner"},
        calls_itself=re.compile("[Dd]ieses Gesetz"),
        zed_written=re.compile("daß"),
        ess=re.compile("dass"),
        zed="daß",
        quoted=re.compile("„(.+?)“"),
        defines=re.compile("„(.+?)“ ist"),
        defines_here=re.compile("hier „(.+?)“"),
    ),
    actors=replace(
        ENGLISH.actors,
        actor=re.compile("Das (?P<actor>Bundesamt)"),
        passive="darf {participle} werden",
        persons=re.compile("[Gg]äste?"),
        person="mensch",
        general=frozenset(("gäste",)),
        removals={"removal": re.compile("abgeschoben")},
    ),
    inflection=SimpleNamespace(
        **{
            **vars(ENGLISH.inflection),
            "participle": lambda verb: f"ge{verb}t",
            "plural": lambda phrase: f"{phrase}e",
            "singular": lambda phrase: phrase,
        }
    ),
)
"""
LAW = """Teil 1
Grenze
Artikel 1
1. An officer may search any person who lands.
2. A fee is due.
Artikel 2
An officer may detain his prisoner.
"""


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The code of the made-up language, whose folder stands among the others."""
    folder = tmp_path / "zz"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "data.py").write_text(MADE_UP, encoding="utf-8")
    monkeypatch.setattr(lang, "__path__", [*lang.__path__, str(tmp_path)])
    yield "zz"
    for name in ("annotator.lang.zz", "annotator.lang.zz.data"):
        sys.modules.pop(name, None)


class MadeUp(Language):  # type: ignore[misc]  # spaCy's class is untyped here
    """A spaCy language of that code, with the components that need no training."""

    lang = "zz"


def annotated(code: str) -> Annotation:
    """The law after the components, its first clause labelled blind, as a law of the language."""
    nlp = MadeUp()
    segmenter = nlp.add_pipe("clause_segmenter")
    proposer = nlp.add_pipe("amendment_proposer")
    assert isinstance(segmenter, ClauseSegmenter)
    assert isinstance(proposer, AmendmentProposer)
    doc = segmenter(nlp.make_doc(LAW))
    spans = list(doc.spans["clauses"])
    for span, issue in zip(spans, ("search", "", "detention"), strict=True):
        span.label_ = "blind" if issue else "neutral"
        span._.scores, span._.confidence = {span.label_: 0.9}, 0.9
        span._.issues = (IssueScore(issue=issue, score=0.9),) if issue else ()
        span._.evidence = ()
    doc.spans["clauses"] = spans
    source = Source(name="law", title="Grenze", text=LAW, sha256="", format="txt", language=code)
    meta = {"lang": code, "name": "gender_clause", "version": "0"}
    found = annotation(proposer(doc), source, meta)
    return overview(found, LAW, library(), standing())


def test_english_is_there() -> None:
    assert language("en").code == "en"
    assert language("en") is language("en")


@pytest.mark.parametrize("code", ["xx", "", "en.data", "../en", "EN", "fr"])
def test_a_language_that_has_no_folder_is_refused_in_a_sentence(code: str) -> None:
    with pytest.raises(InputError, match=r"^Laws in the language .* are not read so far: give one"):
        language(code)


def test_a_language_may_be_learnt_from_before_laws_in_it_are_read() -> None:
    assert classifier_words("fr").naming("une femme") == "gender"
    with pytest.raises(InputError, match=r"give one in en\.$"):
        language("fr")


@pytest.mark.parametrize("code", ["xx", "", "en.data", "../fr", "FR"])
def test_a_language_without_words_for_the_classifier_is_refused_in_a_sentence(code: str) -> None:
    with pytest.raises(InputError, match=r"cannot be learnt from: only en, fr\.$"):
        classifier_words(code)


def test_a_law_in_such_a_language_is_refused() -> None:
    source = Source(name="law", title="", text=LAW, sha256="", format="txt", language="xx")
    with pytest.raises(InputError, match="'xx'"):
        annotator.annotate(source)


def test_a_fault_within_a_language_is_not_taken_for_a_language_that_is_missing(
    made_up: str, tmp_path: Path
) -> None:
    (tmp_path / made_up / "data.py").write_text("import annotator_of_no_such_name\n")
    with pytest.raises(ModuleNotFoundError, match="annotator_of_no_such_name"):
        language(made_up)


def test_a_law_is_cut_by_the_words_of_its_language(made_up: str) -> None:
    found = segment(LAW, made_up)
    assert [clause.eid for clause in found.clauses] == ["art_1__para_1", "art_1__para_2", "art_2"]
    assert [(one.word, one.number) for one in found.provisions] == [("Part", "Teil 1")]
    assert not [clause for clause in segment(LAW).clauses if clause.eid.startswith("art")]


def test_amendments_instruct_in_the_language_of_the_pipeline(made_up: str) -> None:
    first, *_ = annotated(made_up).findings
    assert [one.instruction.partition(" neu: ")[0] for one in first.proposals[:1]] == [
        "In Artikel 1(1)"
    ]


def test_a_laws_own_words_are_those_of_its_language(made_up: str) -> None:
    said = (
        "Dieses Gesetz gilt. Der Ausländer soll das Bundesamt fragen, der Lebenspartner soll es. "
    )
    terms = read_terms(read_law(said + "Ein Lebenspartner ist, wer es ist.", []), code=made_up)
    assert terms.roles == {"foreigner": "ausländer", "authority": "Bundesamt"}
    assert (terms.modal, terms.own.name) == ("soll", "dieses Gesetz")
    assert terms.own.spouse == "ehegatte oder lebenspartner"
    assert read_terms(read_law(said, [])).roles == {}


def test_a_law_is_spelled_and_defines_as_its_language_does(made_up: str) -> None:
    style = read_style(read_law("Er sagt, daß er geht.", []), made_up)
    assert spelled("so dass", style) == "so daß"
    assert local_terms("ein Kind (hier „Minderjähriger“)", made_up) == {"minderjähriger"}
    clause = Clause("art_1", "1", "", (), "", "„Grenze“ ist, was trennt.", 0, 25)
    assert defined_term(clause, made_up) == "Grenze"
    assert defined_term(clause) is None


def test_who_acts_on_whom_is_told_as_the_language_says_it(made_up: str) -> None:
    suffers = find_action("Er darf gesucht werden.", ["such"], code=made_up)
    assert suffers == Action(Verb("such"), verb_end=22)
    assert actor_in("Das Bundesamt entscheidet.", made_up) == "Bundesamt"
    assert [person_in(one, made_up) for one in ("ein Gast", "Gäste")] == [None, "mensch"]
    assert removal_in("Er wird abgeschoben.", made_up) == "removal"
    assert removal_in("Er wird abgeschoben.") is None


def test_the_overview_speaks_the_language_of_the_law(made_up: str) -> None:
    found = annotated(made_up)
    written = [gap for gap in found.gaps if gap.instruction]
    assert written
    assert all(gap.after.startswith("Artikel ") for gap in written)
    assert all(gap.instruction.startswith(f"Nach {gap.after} neu: Artikel ") for gap in written)
    assert found.scorecard.who
    assert found.scorecard.who.how == "0 von 2"


def test_the_report_speaks_the_language_of_the_law(made_up: str) -> None:
    console = Console(width=80, color_system=None, force_terminal=False)
    report = render(annotated(made_up), View(labels=LABELS), console)
    assert "3 Klauseln" in report
    assert "Artikel 1(1)" in report
    assert "Anlass" in report
    assert "Instruction" not in report


def test_nothing_is_noted_of_the_drafting_of_a_law_that_is_not_in_english(made_up: str) -> None:
    found = annotated(made_up).findings
    assert style_notes(LAW, found)
    assert style_notes(LAW, found, made_up) == ()


def test_a_law_without_a_word_on_its_language_is_english() -> None:
    source = Source(name="law", title="", text=LAW, sha256="", format="txt")
    assert source.language == replace(source).language == "en"


#: Words of what has moved to a language's folder; elsewhere none is left.
MOVED = re.compile(
    r"\b(?:January|February|September|December)\b|\bis repealed\b|\bare inserted\b|\bis added\b"
    r"|\binsert: |\bSUBCHAPTER\b|\bTWELFTH\b|\btable\\s\+of\b"
    r"|\bcohabitant\b|\bcommon-law partner\b|\bTribunal\|Bureau\bpreliminary\) interview"
    r"|\bat any time\|without\b|\brefugee protection\b|\bprogram\(\?:me\)|\(\?:or\|and\)\\s\*\$"
    r"|\bpart\|chapter\|division\|title|^ take account$"
    r"|\borgan\|author\||\breferred to as\|"
    r"|\bclauses (?:is|are) for review|\bcalled for by\b|\bputs a law at level\b"
)


def test_no_module_outside_has_words_of_its_own_for_what_a_language_says() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}: {words}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if "lang" not in path.relative_to(PACKAGE).parts
        for words in _strings(path)
        if MOVED.search(words)
    }
    assert found == set()


def _strings(path: Path) -> Iterator[str]:
    """The strings of a module that are no documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value
