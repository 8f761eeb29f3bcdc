"""Laws as Word documents, read as Word shows them once all changes are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.readers.intake import PACKED, Intake
from annotator.readers.laid import Laid
from annotator.source import Source

if TYPE_CHECKING:
    from annotator.word.view import WordView


def claims(intake: Intake) -> bool:
    """Whether this is a Word document, with macros or without, whatever it is called."""
    if not intake.data.startswith(PACKED):
        return False
    # Imported here, as below: start-up is precious.
    from annotator.word.package import is_word

    return is_word(intake.data)


def read(intake: Intake) -> Source:
    """Lay its paragraphs out as a law prints them, without what earlier runs have put in.

    Raises:
        InputError: it is damaged or encrypted, holds no words or is no law but a schedule of
            amendments that was made of one, or is not in English.
    """
    from annotator.errors import InputError
    from annotator.readers.decoding import canonical
    from annotator.readers.docx.layout import laid_out, struck_out
    from annotator.readers.docx.remarks import of_own, remarks, title_of
    from annotator.readers.docx.tongues import in_other_tongues
    from annotator.readers.finishing import finished
    from annotator.word.own_work import without_own
    from annotator.word.package import Package
    from annotator.word.record import of_package
    from annotator.word.view import WordView

    package, data = Package(intake.data, intake.name), intake.data
    record = of_package(package)
    if record is not None and record.is_of_schedule:
        raise InputError(
            f"{intake.name} is no law, but what annotate has made of one, a schedule of amendments "
            "or a comparison: give the law itself."
        )
    own = without_own(package, data, record)
    if own is not None:
        data = own.data
        package = Package(data, intake.name)
    view = WordView(package)
    foreign = in_other_tongues(view.paragraphs)
    text = canonical(laid_out(one for one in view.paragraphs if one.start not in foreign))
    if not text.text.strip():
        raise InputError(
            f"{intake.name} is a Word document without words in its body: {_way_out(view)}"
        )
    laid = Laid(view.text, notes=remarks(view, package))
    return finished(
        intake,
        text,
        format="docx",
        page_title=title_of(view, package),
        printed=True,
        laid=laid,
        notes=(
            *of_own(own, intake.name),
            *_left_out(struck_out(view.paragraphs), "words that are struck out", laid, intake),
            *_left_out(sorted(foreign), "columns in other languages", laid, intake),
        ),
        original=data,
    )


def _way_out(view: WordView) -> str:
    """What to do about a document without words."""
    if view.boxes:
        return "copy the words of its text boxes into the body."
    if view.elsewhere:
        return "it puts in another file; open it in a word processor and save it again as .docx."
    return "if it holds pictures of pages, have their text recognised (OCR) and give that."


def _left_out(places: list[int], what: str, laid: Laid, intake: Intake) -> tuple[str, ...]:
    from annotator.readers.finishing import in_pages_or_lines

    if not places:
        return ()
    return (f"{intake.name} has {what} ({in_pages_or_lines(places, laid)}): they are left out.",)
