"""The amendment library as a person wants to read it: a list of templates, and one of them whole.

For a terminal of 80 columns; the same as JSON for programs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from rich.console import Console
from rich.text import Text

from annotator.library import Library, Template
from annotator.library.model import Cite, Cues, Form, TemplateExample
from annotator.library.patterns import SlowPatternError
from annotator.library.slots import SLOTS
from annotator.library.texts import slots_of, texts_of
from annotator.proving.checker import TryOut
from annotator.schema import Struct
from annotator.writers.terminal.layout import hang, printable

_WIDTH = 80
_INDENT = 4
_TERM_WIDTH = 14
_KINDS = {"treaty": "treaty", "eu": "EU law", "soft": "guidance"}


class Entry(Struct, frozen=True):
    """A template in the list."""

    id: str
    need: str
    issues: tuple[str, ...]
    labels: tuple[str, ...]
    operations: tuple[str, ...]
    strength: str
    file: str
    line: int
    folder: str


def selected(library: Library, issue: str | None, label: str | None) -> list[Template]:
    """The templates on an issue and for a label; on any, for any, where none is named."""
    return [
        template
        for template in library.templates
        if (issue is None or issue in template.issues)
        and (label is None or label in template.labels)
    ]


def entry(template: Template) -> Entry:
    """What the list says of a template."""
    return Entry(
        id=template.id,
        need=template.need,
        issues=template.issues,
        labels=template.labels,
        operations=tuple(dict.fromkeys(form.operation for form in template.forms)),
        strength=template.strength,
        file=template.file,
        line=template.line,
        folder=template.folder,
    )


def as_json(templates: Iterable[Template]) -> str:
    """The list as JSON: an array of :class:`Entry`."""
    return _json([entry(template) for template in templates])


def whole_as_json(template: Template) -> str:
    """All of one template as JSON."""
    return _json(template)


def listing(templates: Sequence[Template]) -> str:
    """The list in lines of at most 80 columns, a heading for the templates of each file."""
    lines: list[str] = []
    for at, template in enumerate(templates):
        before = templates[at - 1] if at else None
        if before is None or (before.folder, before.file) != (template.folder, template.file):
            lines += ["", _heading(template)] if lines else [_heading(template)]
        lines += _entry_lines(entry(template), template)
    count = "1 template" if len(templates) == 1 else f"{len(templates)} templates"
    needs = len({template.need for template in templates})
    return "\n".join([*lines, "", f"{count} for {needs} need{'s' * (needs != 1)}.", ""])


def _heading(template: Template) -> str:
    return f"{template.file}{f' of {template.folder}' if template.folder else ''}"


def _entry_lines(one: Entry, template: Template) -> Iterator[str]:
    labels = ", ".join(one.labels)
    yield f"  {one.id:<50} {labels:<11}{'' if len(labels) > 11 else ' '}{one.strength}".rstrip()
    others = [issue for issue in one.issues if f"{issue}.yaml" != template.file]
    also = f" · on {', '.join(others)}" if others else ""
    forms = ", ".join(operation.replace("_", " ") for operation in one.operations)
    yield from _wrapped(f"{one.need} · {forms}{also}", indent=_INDENT + 2)


def page(template: Template, library: Library, try_out: TryOut) -> str:
    """All of one template.

    Args:
        template: of the library.
        library: whose instruments it cites.
        try_out: puts it into its examples, so that what is shown is what would be proposed.
    """
    lines = [template.id, "=" * len(template.id), *_facts(template), "", "When"]
    lines += _cues(template.when)
    for pattern in template.unless:
        lines += _term("unless", f"its section says {pattern}")
    for number, form in enumerate(template.forms, start=1):
        lines += ["", f"Form {number} of {len(template.forms)}", *_form(form)]
    lines += ["", "Slots", *_slots(template)]
    lines += ["", "Why", *_wrapped(template.reason)]
    for cite in template.cites:
        lines += _term("rests on", _cited(cite, library))
    for number, example in enumerate(template.examples, start=1):
        title = f"Example {number} of {len(template.examples)}"
        lines += ["", title, *_example(template, example, try_out)]
    for example in template.counter_examples:
        lines += ["", "Abstains on", *_wrapped(example.text)]
    return "\n".join([*lines, ""])


def _facts(template: Template) -> Iterator[str]:
    where = f"{template.file} line {template.line}"
    yield from _wrapped(f"{where}{f' of {template.folder}' if template.folder else ''}", indent=0)
    yield from _term("need", template.need)
    yield from _term("issues", ", ".join(template.issues))
    yield from _term("for clauses", ", ".join(template.labels))
    yield from _term("strength", template.strength)
    yield from _term("WHO level", str(template.who_level))
    if template.fallback:
        yield from _term("fallback", "only where no other template fits")
    if template.on_migration:
        yield from _term("laws", "on migration, or on those whom officers hold")
    if template.once:
        yield from _term("once", "for the whole law, where several of its sections want it")
    if template.gcm:
        objectives = ", ".join(map(str, template.gcm))
        yield from _term("objectives", f"{objectives} of the Global Compact for Migration")


def _cues(cues: Cues) -> Iterator[str]:
    named = (("all of", cues.all), ("one of", cues.any), ("none of", cues.none))
    for name, patterns in named:
        for at, pattern in enumerate(patterns):
            yield from _term(name if at == 0 else "", pattern)
    if cues.does:
        yield from _term("it itself may", ", ".join(cues.does))
    if cues.action:
        whom = " a person" if cues.of else ""
        yield from _term("somebody may", f"{', '.join(cues.action)}{whom}")


def _form(form: Form) -> Iterator[str]:
    places = {"actor": "after who acts", "action": "after what is done", "end": "at the end"}
    place = places.get(form.at, "") or (f"after {form.after}" if form.after else "")
    place = place or (f"before {form.before}" if form.before else "")
    yield from _term("operation", form.operation.replace("_", " "))
    if place:
        yield from _term("where", place)
    if form.operation == "delete":
        yield from _term("what", f"the {form.extent}")
    if form.style:
        yield from _term("only in laws", f"in {form.style}s")
    yield from _cues(form.when)
    for replacement in form.replace:
        yield from _term("for", replacement.from_)
        yield from _term("put", replacement.to)
    if form.text:
        yield from _term("text", form.text)


def _slots(template: Template) -> Iterator[str]:
    names = {name for form in template.forms for text in texts_of(form) for name in slots_of(text)}
    if not names:
        yield from _wrapped("None: the same words for every law.")
    for name in sorted(names):
        yield from _term(name, _says(name))


def _says(slot: str) -> str:
    if slot.startswith("group_"):
        return "words that the patterns found"
    return SLOTS[slot].says if slot in SLOTS else "words that the cues found, or a term"


def _cited(cite: Cite, library: Library) -> str:
    instrument = library.instruments.get(cite.instrument)
    if instrument is None:
        return f"{cite.instrument}, which the library does not hold"
    place = f"{instrument.short}, {cite.at}" if cite.at else instrument.short
    verified = "verified" if cite.verified else "to be checked"
    return f"{place} ({_KINDS[instrument.kind]}; {verified})"


def _example(template: Template, example: TemplateExample, try_out: TryOut) -> Iterator[str]:
    if example.law:
        yield from _term("in a law", example.law)
    yield from _term("before", f"{example.number}  {f'{example.lead_in} '.lstrip()}{example.text}")
    try:
        _, proposal = try_out(template, example)
    except SlowPatternError as error:
        yield from _term("after", f"nothing: {error.pattern} takes too long")
        return
    if proposal is None:
        yield from _term("after", "nothing is proposed: annotate templates check says why")
        return
    added = proposal.operation == "insert_subsection"
    yield from _term("adds" if added else "after", proposal.amended or "(nothing is left)")
    yield from _term("instruction", proposal.instruction)


def _term(name: str, words: str) -> list[str]:
    margin = " " * _INDENT + name
    return _wrapped(words, indent=_INDENT + _TERM_WIDTH, first=margin)


def _wrapped(words: str, *, indent: int = _INDENT, first: str = "") -> list[str]:
    text = Text(printable(" ".join(words.split())))
    console = Console(width=_WIDTH, color_system=None)
    return [line.plain.rstrip() for line in hang(text, console, indent=indent, first=first)]


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
