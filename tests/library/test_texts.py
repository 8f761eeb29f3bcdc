"""What a template's text may use of jinja, and that nothing else is run."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.lang.en.inflection import Modal, Noun
from annotator.library.model import Form, Replacement
from annotator.library.texts import TextError, rendered, texts_of, written

SLOTS = {"person": Noun("asylum seeker"), "must": Modal("is to"), "unit": "this section"}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a plain text", "a plain text"),
        ("{{ person.a|cap }} {{ must }} wait", "An asylum seeker is to wait"),
        ("{{ person.plural }} {{ must.negative_plural }}", "asylum seekers are not to"),
        ("{{ unit|lower }}", "this section"),
        ("{% if officer is defined %}x{% else %}y{% endif %}", "y"),
        ("{{ 'one' if must == 'is to' else 'two' }}", "one"),
        ("{{ sponsor }}", None),
        ("{{ unit.a }}", None),
        ("{{ undefined_word|cap }}", None),
    ],
)
def test_a_text_names_slots_and_chooses_by_them(source: str, words: str | None) -> None:
    assert rendered(source, SLOTS) == words


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{{ 'x' * 10**9 }}", r"may not use 10|not use [*]"),
        ("{{ 10**10**10 }}", r"not use"),
        ("{% for i in range(10**9) %}x{% endfor %}", "not use"),
        ("{% for a in person %}{{ a }}{% endfor %}", "not use loops"),
        ("{{ '%999999999d' % must }}", "not use"),
        ("{{ person|center(999999999) }}", "no filter center"),
        ("{{ person ~ person }}", "not use ~"),
        ("{{ person.zfill(9) }}", "asks a word for .zfill|not use calls"),
        ("{{ ''.__class__.__mro__ }}", "asks a word for .__"),
        ("{{ person.__class__.__base__.__subclasses__() }}", "asks a word|not use calls"),
        ("{{ ''['__class__']['__mro__'] }}", r"not use \[\]"),
        ("{{ ('' | attr('__class__')).__mro__ }}", "asks a word|no filter attr"),
        ("{{ '{0.__class__}'.format('') }}", "not use calls|asks a word"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "not use"),
        ("{% set a = 'x' %}", "not use set"),
        ("{% include '/etc/passwd' %}", "not use Include"),
        ("{{ person < 1 }}", "compare words by == and != only|may not use 1"),
        ("{{ person", "is no jinja"),
        ("{{ " + "(" * 1500 + "person" + ")" * 1500 + " }}", "nested too deeply"),
        ("x" * 5000, "longer than 4,000"),
        ("{{ person|shout }}", "has no filter shout; there is cap and lower"),
        ("{{ person.plurall }}", "asks a word for .plurall"),
        ("{{ person is even }}", "no test even"),
    ],
)
def test_what_else_jinja_can_do_is_refused_before_it_is_run(source: str, why: str) -> None:
    with pytest.raises(TextError, match=why):
        rendered(source, SLOTS)


def test_what_a_slot_holds_cannot_grow_a_text_without_end() -> None:
    assert rendered("{{ person }}" * 300, {"person": "word " * 10_000}) is None


def test_the_groups_of_a_replacement_are_slots() -> None:
    form = Form(operation="replace_term", replace=(Replacement(from_="(a)", to=r"{{ must }} \1"),))
    assert list(texts_of(form)) == ["", "{{ must }} {{ group_1 }}"]


PIECES = st.sampled_from(
    ["{{ ", " }}", "{% ", " %}", "person", ".a", "|cap", "for x in ", "if ", "endif", "endfor",
     "'x'", "*", "9", "(", ")", "[", "]", "~", "range", "set ", "is ", "defined", "==", "__class__",
     "-", ":", ","]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_whatever_the_text_it_is_words_or_none_or_refused(source: str) -> None:
    try:
        written(source)
    except TextError:
        return
    words = rendered(source, SLOTS)
    assert words is None or len(words) <= len(source) * 20
