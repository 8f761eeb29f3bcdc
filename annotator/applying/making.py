"""The amended law in the format that the name of a file asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from annotator.applying.plan import Plan
from annotator.applying.rewriting import IN_PLACE, amended_file, edits_of
from annotator.errors import UsageError
from annotator.lang import language
from annotator.proposer.drafting_case import applied
from annotator.readers.intake import Intake
from annotator.schema import Annotation, Source, Struct

#: As what the amended law is written: as a text or a Word document, as Akoma Ntoso.
Kind = Literal["text", "docx", "akn"]
_BY_SUFFIX: dict[str, Kind] = {".docx": "docx", ".akn": "akn", ".xml": "akn", ".txt": "text"}
_MARKDOWN = (".md", ".markdown")
#: What a text would not be, though its name said so.
_OF_OTHERS = frozenset(
    (".pdf", ".doc", ".docm", ".odt", ".rtf", ".html", ".htm", ".json", ".jsonl", ".csv", ".xlsx")
)


class AmendedLaw(Struct, frozen=True):
    """The bytes of an amended law; ``left`` says of amendments why they are not in it.

    ``warnings`` are sentences on what the file cannot do.
    """

    data: bytes
    left: dict[int, str]
    warnings: tuple[str, ...] = ()


def kind_of(path: Path, source: Source) -> Kind:
    """As what a law is written into a file.

    Raises:
        UsageError: a law of that format is not written into a file of that name.
    """
    suffix = path.suffix.lower()
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    fits = source.format == "markdown" if suffix in _MARKDOWN else suffix not in _OF_OTHERS
    if source.format in IN_PLACE and fits:
        return "text"
    raise UsageError(
        f"No amended law of the format {source.format} is written as {path.name}: choose a name "
        "that ends in .txt, .docx or .akn."
    )


def amended_as_text(
    intake: Intake, source: Source, annotation: Annotation, plan: Plan, path: Path
) -> AmendedLaw:
    """The law as text: its own file with what was changed; of another format its words, in UTF-8.

    Raises:
        InputError: words cannot be written in the encoding of the file.
    """
    edits = edits_of(plan.made, annotation)
    as_markdown = source.format == "markdown" and path.suffix.lower() == ".txt"
    if source.format in IN_PLACE and not as_markdown:
        return AmendedLaw(amended_file(intake.data, source, edits), {})
    return AmendedLaw(applied(annotation.text, edits).encode() + b"\n", {})


def amended_as_docx(
    source: Source, annotation: Annotation, plan: Plan, *, author: str, tracked: bool
) -> AmendedLaw:
    """The law as a Word document, with tracked changes or without.

    Raises:
        InputError: the document is damaged.
    """
    from annotator.writers.docx.adopted import amended_document

    made = amended_document(
        annotation, source, plan.numbers, plan.words, author=author, tracked=tracked
    )
    say = language(annotation.law.language).margin
    left = {at: say.not_in_text(why) for at, why in made.left.items()}
    return AmendedLaw(made.data, left, made.warnings)


def amended_source(source: Source, annotation: Annotation, plan: Plan) -> Source:
    """The amended law as if it had been read from a text."""
    import hashlib

    text = applied(annotation.text, edits_of(plan.made, annotation))
    return Source(
        text=text,
        name=source.name,
        title=source.title,
        format="txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        language=source.language,
        jurisdiction=annotation.law.jurisdiction,
        date=source.date,
    )
