"""The library's files: what they say, and the error that names the entry that is broken."""

from pathlib import Path

import pytest

from annotator.errors import LibraryError
from annotator.library import load_commitments, load_library
from annotator.library.loader import load_templates

TEMPLATE = """\
- id: search-in-private
  need: private-search
  when: {any: [search]}
  forms: [{operation: insert_phrase, at: end, text: in private}]
  reason: Because.
  who_level: 4
  examples: [{text: A person may be searched., after: A person may be searched in private.}]
  counter_examples: [{text: A fee is due.}]
"""
COMMITMENT = """\
cedaw: {title: The Convention, short: CEDAW, kind: treaty, date: "1979-12-18", binding: true}
"""


@pytest.fixture
def write(tmp_path: Path):
    """Writes a file of the library, and gives its path."""

    def file(text: str | bytes, name: str = "search.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return file


def test_what_a_template_leaves_out_is_filled_in(write) -> None:
    (template,) = load_templates(write(TEMPLATE))
    assert template.file == "search.yaml"
    assert template.issues == ("search",)
    assert template.labels == ("blind",)
    assert (template.unless, template.cites, template.gcm) == ((), (), ())
    assert (template.strength, template.who_level) == ("standard", 4)


def test_what_a_template_says_is_kept(write) -> None:
    more = "  for: [regressive]\n  issues: [health]\n  strength: minimum\n  gcm: [11]\n"
    (template,) = load_templates(write(TEMPLATE + more))
    assert (template.labels, template.issues) == (("regressive",), ("health",))
    assert (template.strength, template.gcm) == ("minimum", (11,))


def test_a_replacement_is_read_from_and_to(write) -> None:
    form = "{operation: replace_term, replace: [{from: his, to: the}]}"
    text = TEMPLATE.replace("{operation: insert_phrase, at: end, text: in private}", form)
    (template,) = load_templates(write(text))
    assert [(r.from_, r.to) for r in template.forms[0].replace] == [("his", "the")]


def test_a_folder_is_read_in_the_order_of_its_files(write, tmp_path: Path) -> None:
    write(TEMPLATE.replace("search-in", "second-in"), "health.yaml")
    write(TEMPLATE.replace("search-in", "first-in"), "asylum.yaml")
    commitments = write(COMMITMENT, "commitments.yml")
    library = load_library(tmp_path, commitments)
    assert [t.id for t in library.templates] == ["first-in-private", "second-in-private"]
    assert [t.issues for t in library.templates] == [("asylum",), ("health",)]
    assert library.instruments["cedaw"].short == "CEDAW"


BROKEN = {
    "no YAML": ("- id: [}\n", r"search\.yaml line 1: is not valid YAML"),
    "no YAML, on the second line": ("- id: x\n  need: 'y", r"search\.yaml line 2: is not valid"),
    "no UTF-8": (b"- id: \xff\xfe\xff", r"search\.yaml: is not valid YAML"),
    "a day that is none": ("- id: 2020-13-45", r"search\.yaml: is not valid YAML"),
    "a Python object": ("- !!python/object/apply:os.getcwd []", r"search\.yaml line 1: is not"),
    "nothing": ("", r"search\.yaml: should be a list of templates"),
    "a mapping": ("id: x", r"search\.yaml: should be a list of templates"),
    "a word for an entry": ("- search", r"search\.yaml line 1: template 1 should be a mapping"),
    "no id": ("- need: x", r"search\.yaml line 1: template 1 is not as expected: .*`id`"),
    "a level of WHO that no amendment reaches": (
        TEMPLATE.replace("who_level: 4", "who_level: 2"),
        r"search\.yaml line \d+: template search-in-private is not as expected: .*`\$\.who_level`",
    ),
    "no need": ("- id: x-y", r"search\.yaml line 1: template x-y is not as expected: .*`need`"),
    "an unknown key": (
        TEMPLATE + "  colour: red\n",
        r"search\.yaml line 1: template search-in-private is not as expected: .*`colour`",
    ),
    "an unknown key of a form": (
        TEMPLATE.replace("at: end", "where: end"),
        r"template search-in-private .*`where`.*forms",
    ),
    "an unknown operation": (
        TEMPLATE.replace("insert_phrase", "insert_word"),
        r"template search-in-private .*'insert_word'.*forms",
    ),
    "an unknown label": (
        TEMPLATE + "  for: [neutral]\n",
        r"template search-in-private .*'neutral'",
    ),
    "a word for a list": (
        TEMPLATE.replace("[search]", "search"),
        r"template search-in-private .*when\.any",
    ),
    "a number for a word": (
        TEMPLATE.replace("Because.", "12"),
        r"template search-in-private .*reason",
    ),
    "the second entry": (TEMPLATE + "- id: 5\n", r"template 5 .*Expected `str`, got `int`.*id"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_template_file_is_named_with_its_entry(what: str, write) -> None:
    text, message = BROKEN[what]
    with pytest.raises(LibraryError, match=message):
        load_templates(write(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- cedaw", r"commitments\.yaml: should map the key of each instrument"),
        ("cedaw: CEDAW", r"commitments\.yaml line 1: instrument cedaw should be a mapping"),
        (COMMITMENT.replace("treaty", "promise"), r"instrument cedaw is not as expected.*promise"),
        (COMMITMENT.replace('"1979-12-18"', "1979-12-18"), r"instrument cedaw .*date"),
        ("cedaw: {]\n", r"commitments\.yaml line 1: is not valid YAML"),
    ],
)
def test_a_broken_table_of_commitments_is_named_with_its_entry(
    text: str, message: str, write
) -> None:
    with pytest.raises(LibraryError, match=message):
        load_commitments(write(text, "commitments.yaml"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"nowhere\.yaml: cannot be read \(No such file"):
        load_commitments(tmp_path / "nowhere.yaml")


def test_a_folder_without_templates_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="holds no template file"):
        load_library(tmp_path)


@pytest.mark.parametrize("key", ["labels", "file"])
def test_a_key_that_the_loader_fills_is_refused(tmp_path: Path, key: str) -> None:
    (tmp_path / "search.yaml").write_text(f"- {{id: a-b, {key}: x}}\n")
    with pytest.raises(LibraryError, match=rf"template a-b .* no key {key}"):
        load_library(tmp_path)
