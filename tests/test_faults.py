"""Faults that were found once, each as a test of its kind, asked of the public face.

What each says is right of every law of the kind; the laws are written for the tests. Only where a
fault cannot be seen from outside does a test look inside, and says so. The file runs on older
versions too, with ``-o markers="model: ..."`` where they do not know that mark.
"""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import spacy
import srsly
from spacy.tokens import DocBin

import annotator
from annotator.cli import main
from annotator.schema import Annotation, Finding

ROOT = Path(__file__).parents[1]
Streams = pytest.CaptureFixture[str]


def annotated(law: str, name: str = "law.txt", **wishes: Any) -> Annotation:
    return annotator.annotate(annotator.read(law.encode(), name=name), **wishes)


def numbers(law: str, name: str = "law.txt") -> list[str]:
    return [found.clause.number for found in annotated(law, name).findings]


def program(
    *arguments: str, streams: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own, its ``streams`` redirected as a shell does it."""
    command = [sys.executable, "-m", "annotator", *arguments]
    if streams:
        command = ["sh", "-c", f'exec "$@" {streams}', "sh", *command]
    path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    return subprocess.run(
        command,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path},
        stdin=None if "<&-" in streams else subprocess.DEVNULL,
    )


def one_complaint(process: subprocess.CompletedProcess[bytes]) -> str:
    """The single sentence on standard error."""
    said = process.stderr.decode()
    assert said.startswith("annotate: "), said
    assert said.count("\n") == 1, said
    return said


# -- It never falls over


@pytest.mark.parametrize(
    "words",
    [
        "I, ____________, of ____, apply for leave to stay.",
        "The officer shall enter the name in box_a of the form.",
        "The permit (居留許可) shall be carried by the holder.",
        "A person known as 김 or as 山田_太郎 may apply.",
        "The holder’s name, in Arabic (اسم_الحامل), shall be shown.",
        "_",
    ],
    ids=["blanks", "name of a box", "Han", "Hangul", "Arabic", "a mark alone"],
)
def test_a_clause_of_any_writing_is_annotated(words: str) -> None:
    """The network's words and the bag's words were counted by two rules."""
    law = f"PERMITS ACT\n\n1. A person may apply for a permit.\n2. {words}\n3. A fee is due.\n"
    findings = annotated(law).findings
    assert "".join(found.clause.text for found in findings).count(words) == 1


def _failing_on(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the pipeline fail, as no test of ours foresaw, on a law that holds ``word``."""
    segmenter = type(annotator.load().get_pipe("clause_segmenter"))
    sound = segmenter.__call__

    def failing(self: Any, doc: Any) -> Any:
        if word in doc.text:
            raise IndexError("list index out of range")
        return sound(self, doc)

    monkeypatch.setattr(segmenter, "__call__", failing)


def test_an_unforeseen_failure_is_a_sentence_and_never_looks_like_a_finding(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing_on("accursed", monkeypatch)
    law = tmp_path / "bad.txt"
    law.write_text("1. An accursed officer may search any person.\n", encoding="utf-8")
    assert main([str(law), "--fail-on", "blind"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("annotate: ")
    assert err.count("\n") == 1
    assert "bad.txt" in err
    assert "Traceback" not in err


def test_one_law_that_fails_keeps_no_other_from_its_report(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing_on("accursed", monkeypatch)
    for name, word in (("a", "first"), ("b", "accursed"), ("c", "third")):
        text = f"{word.upper()} ACT\n\n1. The {word} officer may search any person.\n"
        (tmp_path / f"{name}.txt").write_text(text.replace("ACCURSED", "SECOND"), encoding="utf-8")
    assert main([str(tmp_path / f"{name}.txt") for name in "abc"]) == 3
    out, err = capsys.readouterr()
    assert "FIRST ACT" in out
    assert "THIRD ACT" in out
    assert "b.txt" in err


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "-dash.txt"
    path.write_text("PORTS ACT\n\n1. An officer may search any traveller.\n", encoding="utf-8")
    return path


def test_a_closed_output_is_told_in_one_sentence(law: Path) -> None:
    process = program("--", str(law), streams=">&-")
    assert process.returncode == 2
    one_complaint(process)


def test_a_closed_input_is_told_in_one_sentence() -> None:
    process = program("-", streams="<&-")
    assert process.returncode == 2
    assert "standard input" in one_complaint(process)


def test_a_file_whose_name_begins_with_a_dash_is_read_behind_two_dashes(law: Path) -> None:
    process = program("--", law.name, cwd=law.parent)
    assert process.stderr == b""
    assert process.returncode == 0
    assert process.stdout.startswith(b"PORTS ACT")


_ENDLESS = (
    "an officer may detain, and shall search, any person who enters by sea or by air from a State "
    "of which the person is no national, unless the person has leave to stay; and "
)


@pytest.mark.parametrize("joint", ["", "\n"], ids=["one line", "many lines"])
def test_work_grows_with_the_length_of_a_clause_and_no_faster(joint: str) -> None:
    """Counted, not timed: calls of functions of ours and of Python's, for twice the words."""
    calls = []
    for times in (40, 80, 160):
        words = (_ENDLESS + joint) * times
        law = f"PORTS ACT\n\n1. Where it is so, {words}it ends.\n2. A fee is due.\n"
        source = annotator.read(law.encode(), name="law.txt")
        calls.append(_calls_of(lambda source=source: annotator.annotate(source)))
    for shorter, longer in pairwise(calls):
        assert longer < 2.4 * shorter, calls


def _calls_of(work: Any) -> int:
    """How many calls of Python functions, and by them of compiled ones, ``work`` makes."""
    counted = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    work()  # what is made once is made now
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


# -- The same fact, found twice


@pytest.mark.model
@pytest.mark.parametrize(
    "opening",
    [
        "Subject to this Act, ",
        "Subject to sections 4, 5, 6 and 7, to sections 31 and 32 and 33 and to articles 1(2), "
        "3(4) and 5(6), ",
        "Under the Acts of 1971, 1981 and 1999 and the Orders of 2001, 2002 and 2003, ",
        "Where (a) the vessel is from Norway or Sweden, or (b) section 2(1) to (4) applies, ",
    ],
    ids=["nothing masked", "numbers", "years", "names and items"],
)
def test_evidence_stands_on_the_words_that_weighed(opening: str) -> None:
    """What the network does not read, numbers and years, moved the marks off their words."""
    text = (
        f"PORTS ACT\n\n1. {opening}the search of a traveller shall be made in a closed room by an "
        "officer of the same sex as the traveller.\n"
    )
    (found,) = annotated(text).findings
    assert found.label == "responsive"
    heaviest = max(found.evidence, key=lambda mark: mark.weight)
    assert "same sex" in text[heaviest.start : heaviest.end]


def _printed(pages: int, break_: str) -> str:
    """A law of four sections a page under a running header, as pdftotext gives it."""
    laid = []
    for page in range(pages):
        sections = [
            f"{page * 4 + at}. (1) An officer may hold a traveller who has come without a permit.\n"
            "(2) The Minister shall keep a record of each such case, and of the officer in charge."
            for at in range(1, 5)
        ]
        laid.append("HARBOURS ACT OF ARDEN\n" + "\n".join(sections).rstrip(".") + "\n")
    return break_.join(laid)


def test_a_running_header_at_a_page_break_belongs_to_no_clause() -> None:
    """The reader made line ends of form feeds, which the segmenter asks for."""
    findings = annotated(_printed(6, "\f")).findings
    assert len(findings) == 48
    assert {found.clause.heading for found in findings} == {""}
    assert not any("ARDEN" in found.clause.text for found in findings)


_MET = """HARBOURS ACT

Search

1. (1) An officer may search any traveller who leaves the harbour.
(2) The search of a traveller under this section shall be made by an officer of the same sex.
(3) An officer may hold a foreigner in the harbour for ten days.
(4) A traveller who is pregnant shall not be held under this section.
"""


@pytest.mark.model
def test_what_is_found_does_not_hang_on_whether_amendments_are_asked_for() -> None:
    asked, bare = annotated(_MET), annotated(_MET, proposals=False)
    assert asked.scorecard == bare.scorecard
    assert [found.met for found in asked.findings] == [found.met for found in bare.findings]


@pytest.mark.model
def test_the_exit_status_counts_as_the_report_does(tmp_path: Path, capsys: Streams) -> None:
    path = tmp_path / "law.txt"
    path.write_text(_MET, encoding="utf-8")
    cards = []
    for more in ([], ["--no-proposals"], ["--no-proposals", "--fail-on", "regressive"]):
        assert main([str(path), "--format", "json", *more]) == 0
        cards.append(json.loads(capsys.readouterr().out)["scorecard"])
    assert cards[0] == cards[1] == cards[2]


_PLAIN = "PORTS ACT\n\nSearch\n\n1. An officer may search any traveller.\n\n2. A fee is due.\n"
_SAVED = {
    "plain.txt": _PLAIN,
    "crlf.txt": _PLAIN.replace("\n", "\r\n"),
    "mark.txt": "\ufeff" + _PLAIN,
    "blanks.txt": _PLAIN.replace("An officer", "An\u00a0officer"),
    "hyphens.txt": _PLAIN.replace("traveller", "tra\u00advel\u00adler"),
    "law.md": "# Ports Act\n\n<!-- draft -->\n\n**1.** An *officer* may search any **traveller**."
    "\n\n**2.** A fee is due.\n",
    "law.xml": "<Statute><Identification><ShortTitle>Ports Act</ShortTitle></Identification>\n"
    "<Body>\n<Section><Label>1</Label><Text>An officer may search any traveller.</Text></Section>\n"
    "<Section><Label>2</Label><Text>A fee is due.</Text></Section>\n</Body></Statute>\n",
}


@pytest.mark.parametrize("name", _SAVED)
def test_json_leads_back_to_the_file_as_it_lies_on_disk(
    name: str, tmp_path: Path, capsys: Streams
) -> None:
    path = tmp_path / name
    path.write_bytes(_SAVED[name].encode())
    assert main([str(path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    lines = [line.rstrip("\r") for line in _SAVED[name].removeprefix("\ufeff").split("\n")]
    for finding, first in zip(found["findings"], ("An", "A fee"), strict=True):
        clause = finding["clause"]
        assert found["text"][clause["start"] : clause["end"]] == clause["text"]
        region = clause["region"]
        assert lines[region["start_line"] - 1][region["start_column"] - 1 :].startswith(first)
        last = lines[region["end_line"] - 1][: region["end_column"] - 1]
        assert last.endswith((".", "**"))


def test_jurisdictions_that_are_no_country_refuse_no_law() -> None:
    law = "---\ntitle: Ports Regulation\n{}\n---\n# Ports Regulation\n\n**1.** A fee is due.\n"
    for stated in ("jurisdiction: EU", "jurisdiction: XX", "country: QQ", "jurisdiction: zz"):
        assert annotated(law.format(stated), "law.md").findings


@pytest.mark.parametrize(
    ("stated", "code"), [("NO", "NO"), ("no", "NO"), ("ie", "IE"), ("AL", "AL")]
)
def test_a_country_in_front_matter_is_that_country(stated: str, code: str) -> None:
    """YAML reads ``NO`` as false."""
    law = f"---\ncountry: {stated}\n---\n# Ports Act\n\n**1.** An officer may search anybody.\n"
    assert annotated(law, "law.md").law.jurisdiction == code


_AMENDING = """HARBOURS (AMENDMENT) ACT

1. This Act may be cited as the Harbours (Amendment) Act.
2. The principal Act is amended by inserting after section 11 the following section:
“11A. (1) An officer may search any traveller who lands.
(2) An officer may hold a traveller for that purpose.”
3. Section 14 of the principal Act is repealed.
"""


@pytest.mark.parametrize("marks", ["“”", '""'], ids=["curly", "straight"])
def test_what_is_quoted_into_another_act_is_no_provision_of_this_one(marks: str) -> None:
    law = _AMENDING.replace("“", marks[0]).replace("”", marks[1])
    assert numbers(law) == ["1", "2", "3"]


_BARE = (
    "PORTS ACT\n\n1. A person may be searched on landing.\n2. A person may be detained on landing "
    "for thirty days.\n3. A person may be removed.\n"
)


@pytest.mark.model
def test_a_countrys_own_words_stand_in_new_sections_too(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text(
        "officer: constable\nauthority: Aliens Board\n", encoding="utf-8"
    )
    texts = [gap.text for gap in annotated(_BARE, library=tmp_path).gaps if gap.text]
    ours = [gap.text for gap in annotated(_BARE).gaps if gap.text]
    spoken = [text for text in ours if re.search(r"\bofficer\b|\bauthority\b", text)]
    assert spoken
    assert not [text for text in texts if re.search(r"\bofficers?\b|\bcompetent authority\b", text)]
    assert any("constable" in text or "Aliens Board" in text for text in texts)


@pytest.mark.parametrize(
    "slot",
    ["practitioner", "spouse", "power", "account", "interview", "despite_all", "here", "must"],
)
def test_a_term_of_a_country_is_used_or_refused(slot: str, tmp_path: Path) -> None:
    """A slot that the clause fills took a country's word, and was filled over it without a word."""
    (tmp_path / "terms.yaml").write_text(f"{slot}: zymurgist\n", encoding="utf-8")
    proposer: Any = annotator.load(tmp_path).get_pipe("amendment_proposer")
    refused = any(re.search(rf"\b{slot}\b", sentence) for sentence in proposer.library.broken)
    assert refused or any("zymurgist" in words for words in _proposed(tmp_path))


def _proposed(library: Path) -> Iterator[str]:
    for path in (
        *sorted((ROOT / "examples").glob("*.txt")),
        *sorted((ROOT / "tests/laws").iterdir()),
    ):
        annotation = annotator.annotate(path, library=library, all_proposals=True)
        for found in annotation.findings:
            yield from (proposal.amended for proposal in found.proposals)
        yield from (gap.text for gap in annotation.gaps)


def test_a_text_is_proved_with_the_words_that_its_slots_will_hold() -> None:
    """Seen inside only: the sweep filled a slot that it did not know with a word of its own."""
    try:
        from annotator.proving import sweep as module
    except ImportError:
        from annotator.proposer import sweep as module  # type: ignore[attr-defined,no-redef]
    from annotator.library import load_library

    templates = load_library().templates
    opening = [one for one in templates if "despite_all" in str(one)]
    assert opening
    # Words that begin as every “Notwithstanding ..., ” does; a doubled comma is a fault of English.
    import msgspec

    for template in opening:
        form = next(form for form in template.forms if "despite_all" in form.text)
        broken = msgspec.structs.replace(
            form, text=form.text.replace("{{ despite_all }}", "{{ despite_all }}, ")
        )
        swept = list(module.sweep(msgspec.structs.replace(template, forms=(broken,))))
        assert swept, form.text


def _inflection() -> Any:
    """Seen inside only: the table of inflections, which lay elsewhere once."""
    try:
        from annotator.lang.en import inflection
    except ImportError:
        from annotator.proposer import nouns as inflection  # type: ignore[attr-defined,no-redef]
    return inflection


_PARTICIPLES = {
    "withdraw": "withdrawn", "leave": "left", "write": "written", "undergo": "undergone",
    "put": "put",
    "run": "run", "hold": "held", "take": "taken", "search": "searched", "expel": "expelled",
    "deny": "denied", "refuse": "refused", "bring": "brought", "admit": "admitted",
}  # fmt: skip


@pytest.mark.parametrize(("verb", "participle"), _PARTICIPLES.items())
def test_participles_are_english(verb: str, participle: str) -> None:
    assert _inflection().participle(verb) == participle


def test_every_verb_of_the_library_has_a_participle_that_is_english() -> None:
    """By its endings: no regular ending on a verb that is known to be irregular."""
    from annotator.library import load_library

    verbs = {
        verb
        for template in load_library().templates
        for when in (template.when, *(form.when for form in template.forms))
        for verb in (*when.does, *when.action)
    }
    irregular = re.compile(
        r"(?:draw|leave|write|go|put|run|hold|take|bring|give|keep|make|pay|send|set|tell|hear|see|"
        r"know|find|lose|cut|let|lie|bear|wear|speak|sell|seek|begin|come|become|get|meet|read)$"
    )
    wrong = [
        verb
        for verb in verbs
        if irregular.search(verb) and _inflection().participle(verb).endswith("ed")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("woman", "women"),
        ("man", "men"),
        ("pregnant woman", "pregnant women"),
        ("person with a disability", "persons with a disability"),
        ("person with disabilities", "persons with disabilities"),
        ("child", "children"),
        ("victim of trafficking", "victims of trafficking"),
        ("wife", "wives"),
    ],
)
def test_plurals_are_english(one: str, many: str) -> None:
    assert _inflection().plural(one) == many


@pytest.mark.model
def test_a_definition_governs_the_clauses_that_use_its_plural() -> None:
    law = (
        "PORTS ACT\n\n1. In this Act—\n“alien woman” means a woman whose husband is an alien, who "
        "acquires his nationality;\n2. An alien woman may be searched on landing.\n"
        "3. Alien women may be expelled with their husbands.\n"
    )
    defined = _definition(law)
    assert [number for number in ("2", "3") if number in defined.governs] == ["2", "3"]


def _definition(law: str) -> Finding:
    return next(one for one in annotated(law).findings if one.clause.kind == "definition")


_ARTICLES = """LAW ON FOREIGNERS

Article 1
A border guard may detain a foreigner who commits an offence in a detention centre for thirty days.

Article 2
A border guard may detain a foreigner who has no document in a detention centre for thirty days.

Article 3
A border guard may detain a foreigner who works without a permit in a centre for thirty days.

Article 4
A border guard may arrest and detain a foreigner who is to be expelled in a detention centre.

Article 5
The Agency shall decide on the expulsion within thirty days.
"""


@pytest.mark.model
def test_the_report_instructs_as_the_json_does(tmp_path: Path, capsys: Streams) -> None:
    """Laws in articles were told to insert sections."""
    path = tmp_path / "law.txt"
    path.write_text(_ARTICLES, encoding="utf-8")
    gaps = [gap for gap in annotator.annotate(path).gaps if gap.text and gap.by_section]
    assert gaps
    assert main([str(path)]) == 0
    report = " ".join(capsys.readouterr().out.split())
    for gap in gaps:
        assert gap.instruction.partition("“")[0].strip(" :") in report
    assert "insert:" not in report


# -- A citizen of spaCy


@pytest.fixture(scope="module")
def doc() -> Any:
    return annotator.load()(
        "PORTS ACT\n\n1. (1) An officer may search any person.\n(2) It is recorded.\n"
    )


def _read(doc: Any) -> list[tuple[str, str, float]]:
    return [(span._.clause.number, span.label_, span._.confidence) for span in doc.spans["clauses"]]


def test_a_document_is_written_and_read_as_spacys_are(doc: Any) -> None:
    again = spacy.tokens.Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert _read(again) == _read(doc)


def test_a_docbin_keeps_what_the_components_found(doc: Any) -> None:
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(data).get_docs(annotator.load().vocab)
    assert _read(again) == _read(doc)


def test_a_document_is_json_with_its_extensions(doc: Any) -> None:
    found = srsly.json_loads(srsly.json_dumps(doc.to_json(underscore=["provisions"])))
    assert found["_"]["provisions"]


def test_laws_are_read_in_several_processes() -> None:
    """In a process of its own, since a pool would have this test module imported anew."""
    code = (
        "import annotator\n"
        "if __name__ == '__main__':\n"
        "    laws = ['1. An officer may search any person.\\n'] * 2\n"
        "    docs = annotator.load().pipe(laws, n_process=2)\n"
        "    print([span._.clause.number for doc in docs for span in doc.spans['clauses']])\n"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT
    )
    assert process.stdout == b"['1', '1']\n", process.stderr[-800:]


def test_a_pipeline_in_bytes_has_its_model_in_it(doc: Any) -> None:
    data = annotator.load().to_bytes()
    again = spacy.load(_SHIPPED, exclude=()).from_bytes(data)
    assert len(data) > 1_000_000
    assert _read(again(doc.text)) == _read(doc)


def test_a_used_pipeline_can_be_pickled(doc: Any) -> None:
    again = pickle.loads(pickle.dumps(annotator.load()))  # our own, of this moment
    assert _read(again(doc.text)) == _read(doc)


_SHIPPED = ROOT / "models" / "en_gender_clause"


def test_all_components_keep_clauses_under_the_key_they_are_given() -> None:
    annotator.load()  # the factories are registered
    components = ("clause_segmenter", "clause_classifier", "amendment_proposer")
    config = {"components": {name: {"spans_key": "mine"} for name in components}}
    found = spacy.load(_SHIPPED, config=config)("1. An officer may search any person.\n")
    doc = annotator.load()(found.text)
    usual = doc.spans["clauses"]
    assert [span.label_ for span in found.spans["mine"]] == [span.label_ for span in usual]
    assert found.spans["mine"][0]._.proposals == usual[0]._.proposals
    assert "clauses" not in found.spans


def test_one_meaning_of_the_arguments_is_one_pipeline(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text("officer: constable\n", encoding="utf-8")
    assert annotator.load(str(tmp_path)) is annotator.load(tmp_path)
    assert annotator.load() is annotator.load(all_proposals=False) is annotator.load(None)


# -- Others


@pytest.mark.parametrize(
    ("label", "eid"),
    [("14 bis", "sec_14bis"), ("14bis", "sec_14bis"), ("14 ter", "sec_14ter"), ("14A", "sec_14A"),
     ("14.1", "sec_14-1")],
)  # fmt: skip
def test_eids_follow_the_naming_convention(label: str, eid: str) -> None:
    law = f"14. The first thing applies.\n{label}. The second thing applies.\n15. The third.\n"
    assert [found.clause.eid for found in annotated(law).findings][1] == eid


@pytest.mark.parametrize(
    "opening", ["<!-- a note", "<!-- a\nnote\n", "<!--", "<!- -", "```\n", "~~~\n"]
)
def test_a_mark_that_is_never_closed_hides_no_provision(opening: str) -> None:
    law = (
        f"# Ports Act\n\n**1.** An officer may search any person and shall say why. {opening}\n\n"
        "**2.** An officer may hold any person and shall say why.\n"
    )
    assert numbers(law, "law.md") == ["1", "2"]


@pytest.mark.parametrize("votes", [[], ["ann"]], ids=["no clause", "clauses judged once"])
def test_agreement_on_no_pair_of_votes_is_told_in_a_sentence(
    votes: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "corpora" / "annotations"
    folder.mkdir(parents=True)
    row = {
        "law": "x",
        "number": "1",
        "sha256": "00",
        "label": "blind",
        "issues": [],
        "annotators": votes,
        "round": "r",
        "votes": [{"annotator": name, "label": "blind", "issues": []} for name in votes],
    }
    (folder / "x.jsonl").write_text(json.dumps(row) + "\n" if votes else "", encoding="utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "annotator.training", "agreement"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    said = (process.stdout + process.stderr).decode()
    assert "Traceback" not in said
    assert "no clause" in said
    assert said.endswith(".\n")


def test_agreement_of_nobody_is_no_number() -> None:
    from annotator.agreement import alpha_with_interval, cohen_kappa

    assert alpha_with_interval([("blind",), ("neutral",)]) is None
    assert cohen_kappa([]) is None


def test_the_version_names_program_and_pipeline(capsys: Streams) -> None:
    meta = json.loads((_SHIPPED / "meta.json").read_text(encoding="utf-8"))
    assert main(["--version"]) == 0
    said = capsys.readouterr().out
    assert annotator.__version__ in said
    assert f"{meta['lang']}_{meta['name']}" in said
    assert meta["version"] in said
