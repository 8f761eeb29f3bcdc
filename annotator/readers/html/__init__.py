"""Laws as web pages: the words that a browser shows of the law, in the order in which it does.

What a page is, its beginning tells and not its name, save that Markdown may begin with a tag, too.
A tree is made of its tags (``tree``), the law in it is told from the site around it (``site``) and
from the notes below it (``notes``), and its blocks are set as lines (``layout``), with the numbers
that lists show (``numbers``); where its classes mark the structure, that is taken (``marked``).
"""

from __future__ import annotations

import re

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.lang import language
from annotator.readers import markdown
from annotator.readers.decoding import canonical
from annotator.readers.finishing import finished
from annotator.readers.intake import Intake
from annotator.source import Source

_OPENING = 5000
# What may stand above the first tag: declarations and comments.
_PROLOG = expression(r"(?:\s+|<\?[^>]*>|<!--.*?-->|<!(?!--)[^>]*>)*", re.DOTALL)
_DOCTYPE = expression(r"<!doctype\s+html\b", re.IGNORECASE)
_ROOT = expression(r"<(?:html|head|body)\b", re.IGNORECASE)
_FRAGMENT = expression(
    r"<(?:(?:p|div|h[1-6]|table|ol|ul|dl|center|font|span|article|main|nav|header|footer|aside|"
    r"details|form|fieldset|select|textarea|input|button|meta|title|link|style|script|a|b|i|u|em|"
    r"strong|small|br|hr|img|pre|blockquote|la-akoma-ntoso)(?![\w:.-])|section\s[^>]*\bclass=)",
    re.IGNORECASE,
)
_TAG = expression(r"</(?:p|div|td|tr|li|h[1-6]|table|ol|ul)\s*>|<br\s*/?>", re.IGNORECASE)
#: A text with so many tags of pages is one, although it does not begin with one.
_ENOUGH_TAGS = 3
#: What tells of an error is no longer, says so in its first lines, and numbers nothing.
_LONGEST_ERROR, _FIRST_LINES = 3000, 6
_PROVISION = expression(
    r"(?![45]\d\d\b)\d{1,3}[A-Z]{0,2}\.\s|\(\d{1,2}\)\s|(?:section|article)\s\d", re.IGNORECASE
)


def claims(intake: Intake) -> bool:
    """Whether this is a web page or a piece of one."""
    opening = intake.decoded.text[:_OPENING]
    prolog = _PROLOG.match(opening)
    start = prolog.end() if prolog else 0
    if _DOCTYPE.search(opening, 0, start) or _ROOT.match(opening, start):
        return True
    if opening.lstrip().startswith("<"):
        tagged = _FRAGMENT.match(opening, start) is not None
    else:
        tagged = len(_TAG.findall(opening)) >= _ENOUGH_TAGS
    return tagged and "<?xml" not in opening[:start] and not markdown.claims(intake)


def read(intake: Intake) -> Source:
    """Read what the page shows of the law.

    Raises:
        InputError: it is damaged, shows no text but of an error, or is not in English.
    """
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.readers.html.layout import laid_out
    from annotator.readers.html.marked import marked_law
    from annotator.readers.html.page import law_on

    page = law_on(intake)
    marked = marked_law(page)
    text, markup = marked or (canonical(laid_out(page), pages=True), None)
    if markup is None and _tells_of_an_error(text.text):
        raise InputError(
            f"{intake.name} is no law but what a site shows in place of a page that it does not "
            "give: open the law in a browser and save it again."
        )
    return finished(
        intake,
        text,
        format="html",
        page_title=page.title,
        jurisdiction=page.jurisdiction,
        notes=page.notes,
        printed=markup is None,
        markup=markup,
    )


def _tells_of_an_error(text: str) -> bool:
    """Whether a short page says in its first lines that there is no such page."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    error = language("en").structure.no_law.error_page
    return (
        len(text) <= _LONGEST_ERROR
        and any(map(error.fullmatch, lines[:_FIRST_LINES]))
        and not any(map(_PROVISION.match, lines))
    )
