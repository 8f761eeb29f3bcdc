"""Laws as the databases of laws keep them in JSON: a list of provisions.

An object with a ``title``, perhaps a ``description``, and ``provisions``: each with a ``section``
(its number), a ``title``, the ``content`` and perhaps the ``chapter`` that it stands in; or the
list of the provisions alone. What other databases call these, ``json_provisions`` knows. Tags of a
web page in them are none of their words. The text is what a publisher would print of it: a
paragraph for each, save what the content repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from annotator.expressions import expression
from annotator.lang import language
from annotator.readers import unread_json
from annotator.readers.dates import date_in
from annotator.readers.decoding import canonical
from annotator.readers.finishing import finished, stated_country
from annotator.readers.intake import Intake
from annotator.readers.json_file import JsonFile
from annotator.readers.json_provisions import JsonProvision, law_in
from annotator.readers.traced import Traced, joined
from annotator.source import Source

#: Keys of which one has the words of a law.
_KEYS = expression(
    r'"\w{0,12}(?:content|text|body|html|words|value)s?"\s*:|"(?:provision|section|article)s"\s*:',
    re.IGNORECASE,
)
#: The title of a part that has run into the provision before it is no longer.
_LONGEST_TITLE = 150
_SECTION = expression(r"\d{1,4}[A-Za-z]{0,2}")
_WORD = expression(r"\w+")
_STOPS = frozenset(".;:")
#: So many of the provisions that are left out are named, and so much of what each is called.
_SHOWN, _LONGEST_LABEL = 8, 40
#: What begins the words of a provision, behind its number and its title.
_WORDS_BEGIN = r"[.:]?[\s–—-]+(?=[(\[\"'“‘A-Z])"


def claims(intake: Intake) -> bool:
    """Whether this is JSON that may hold a law: one with provisions, or their content."""
    text = intake.decoded.text
    return (
        text.lstrip()[:1] in ("{", "[")
        and unread_json.claims(intake)
        and _KEYS.search(text) is not None
    )


def read(intake: Intake) -> Source:
    """Lay the provisions out as text.

    Raises:
        InputError: the JSON is broken, holds no provision, or is not in English.
    """
    try:
        law = law_in(JsonFile(intake.decoded.text))
    except (ValueError, LookupError, RecursionError):
        raise unread_json.refusal(intake) from None
    empty = _without_words(law.provisions)
    printed = _printed(one for k, one in enumerate(law.provisions) if k not in empty)
    parts = [law.title, law.description, law.text, *printed]
    text = joined([part for part in parts if part], "\n\n")
    country, notes = stated_country(law.country or None, intake.name)
    return finished(
        intake,
        canonical(text, pages=True),
        format="json",
        title=" ".join(law.title.text.split()) or None,
        jurisdiction=country,
        date=date_in((law.date,)),
        notes=(
            *notes,
            *_left_out("says of provisions that they are repealed", law.gone, intake.name),
            *_left_out("has provisions without words", list(empty.values()), intake.name),
        ),
        printed=True,
    )


def _left_out(why: str, labels: Sequence[str], name: str) -> tuple[str, ...]:
    if not labels:
        return ()
    shown = ", ".join(" ".join(one.split())[:_LONGEST_LABEL] for one in labels[:_SHOWN])
    more = f" and {len(labels) - _SHOWN} more" if len(labels) > _SHOWN else ""
    return (f"{name} {why} ({shown}{more}): left out.",)


def _without_words(provisions: Sequence[JsonProvision]) -> dict[int, str]:
    """Where sections stand that have nothing but a title, and their numbers.

    A sentence, or "Repealed", is words; and a title may have its section's words below it, as a
    provision of the same number or as "2(1)".
    """
    found: dict[int, str] = {}
    repealed = language("en").structure.repealed
    for k, one in enumerate(provisions):
        number, title = one.number.text, one.title.text
        if one.content or not _SECTION.fullmatch(number):
            continue
        below = provisions[k + 1].number.text if k + 1 < len(provisions) else ""
        begins = _WORD.match(below)
        if not (title[-1:] in _STOPS or repealed.match(title) or (begins and begins[0] == number)):
            found[k] = number
    return found


def _printed(provisions: Iterable[JsonProvision]) -> Iterator[Traced]:
    """The paragraphs of the provisions, each part's title above the first that stands in it."""
    chapter, ran_on = "", ""
    for one in provisions:
        if one.chapter.text != chapter:
            chapter = one.chapter.text
            if not ran_on.startswith(chapter):
                yield one.chapter
        heading, words = _headed(one)
        yield heading
        content, foot = _without_foot(words)
        content, title = _parted(content)
        ran_on = title.text
        yield content
        yield title
        yield from foot


def _headed(one: JsonProvision) -> tuple[Traced, Traced]:
    """The heading of a provision and its words, which may begin with number and title, too."""
    content, number, title = one.content, *map(re.escape, (one.number.text, one.title.text))
    begins = None
    if number and title and one.number.text in content.text:  # a pattern for each is dear
        begins = re.match(rf"\W*{number}\W+{title}{_WORDS_BEGIN}", content.text)
    if begins:
        return content.cut(0, begins.end()).strip(), content.cut(begins.end(), len(content.text))
    return _heading(one), content


def _heading(one: JsonProvision) -> Traced:
    """The title of a provision, under its number; empty where its content begins with it."""
    number, content, title = one.number.text, one.content.text, one.title.text
    escaped = re.escape(number)
    said = number in content  # else no pattern is made
    begins = said and re.match(rf"\W*{escaped}\W", content)
    if not title and number and content and not begins:
        return joined([one.number, "."])
    if content.startswith(title) or (
        said and re.match(rf"\W*{escaped}\W*{re.escape(title)}", content)
    ):
        return Traced.of(())
    if (said and re.match(rf"{escaped}\W", content)) or (
        number in title and re.match(rf"(?:\w+ )?{escaped}\b", title)
    ):
        return one.title
    return joined([one.number, ". ", one.title])


def _without_foot(content: Traced) -> tuple[Traced, tuple[Traced, ...]]:
    """A provision, and what the page of a site had behind the law: its title, and what it says."""
    title = language("en").structure.end.running_title.search(content.text)
    if not title:
        return content, ()
    heading = content.cut(title.start(), title.end())
    rest = content.cut(title.end(), len(content.text)).strip()
    return content.cut(0, title.start()).strip(), (heading, rest)


def _parted(content: Traced) -> tuple[Traced, Traced]:
    """A provision, and the title of the part that begins behind it and has run into its end."""
    length = len(content.text)
    start = max(0, length - _LONGEST_TITLE)
    title = _title_of_part().search(content.text, start)
    at = title.start() if title else length
    return content.cut(0, at), content.cut(at, length).strip()


@cache
def _title_of_part() -> re.Pattern[str]:
    words = "|".join(language("en").structure.containers.values())
    return expression(rf"\s(?:{words}) [IVXLC\d]+[A-Z]* [–—-] ?\S.*\Z", re.DOTALL)
