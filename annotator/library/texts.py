"""The texts of templates: jinja, of which they may use very little.

A template is data, and may be somebody else's. Its text names slots, bends them (``person.plural``,
``unit|cap``) and may choose by them; :mod:`.slots` lists them. It has no loops, calls, arithmetic
or macros, so what it gives is never much longer than itself, and it is done at once. jinja's
sandbox stands behind that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from annotator.lang.en.inflection import capitalised
from annotator.library.model import Form

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

#: Characters. Ours have some three hundred.
_LONGEST_TEXT = 4_000
_LONGEST_RESULT = 10_000

#: The forms of a word that a text may ask for.
FORMS = frozenset(("a", "the", "plural", "participle", "negative", "negative_plural"))
FILTERS = frozenset(("cap", "lower"))
_ALLOWED = frozenset(
    ("Template", "Output", "TemplateData", "Name", "Getattr", "Filter", "Const", "If", "CondExpr",
     "Compare", "Operand", "And", "Or", "Not", "Test")
)  # fmt: skip


class TextError(Exception):
    """A text that is no jinja, or more than a template may use; the message says what."""


def texts_of(form: Form) -> Iterator[str]:
    """The texts of a form, those of its replacements with their groups as slots."""
    yield form.text
    yield from (with_slots(replacement.to) for replacement in form.replace)


def with_slots(to: str) -> str:
    r"""What is put in place of a pattern, its groups written as slots.

    >>> with_slots(r"the \1 or \g<name>")
    'the {{ group_1 }} or {{ group_name }}'
    """
    # Words of the law are values of the template, never part of it: "{{" in a law is two braces.
    return re.sub(r"\\(?:(\d)|g<(\w+)>)", lambda m: f"{{{{ group_{m[1] or m[2]} }}}}", to)


@cache
def slots_of(source: str) -> frozenset[str]:
    """The names of the slots that a text uses; none where it is no text of a template."""
    from jinja2 import TemplateError
    from jinja2.meta import find_undeclared_variables

    try:
        return frozenset(find_undeclared_variables(environment().parse(source)))
    except (TemplateError, RecursionError):
        return frozenset()


def written(source: str) -> Template:
    """A text ready to be rendered, compiled once.

    Raises:
        TextError: it is no jinja, or uses more of it than a template may.
    """
    made = _written(source)
    if isinstance(made, TextError):
        raise made
    return made


@cache
def _written(source: str) -> Template | TextError:
    from jinja2 import TemplateError

    if len(source) > _LONGEST_TEXT:
        return TextError(f"is longer than {_LONGEST_TEXT:,} characters")
    try:
        parsed = environment().parse(source)
        if refused := _refused(parsed):
            return TextError(refused)
        return environment().from_string(parsed)
    except TemplateError as error:
        return TextError(f"is no jinja: {str(error.message).rstrip('.')}")
    except RecursionError:
        return TextError("is nested too deeply")


def rendered(source: str, slots: dict[str, Any]) -> str | None:
    """The words of a text, or None where a slot is empty or holds too many words.

    Raises:
        TextError: as :func:`written`.
    """
    from jinja2 import UndefinedError

    pieces: list[str] = []
    length = 0
    try:
        for piece in written(source).generate(slots):
            length += len(piece)
            if length > _LONGEST_RESULT:
                return None
            pieces.append(piece)
    except UndefinedError:
        return None
    return "".join(pieces)


@cache
def environment() -> Environment:
    """Jinja's sandbox, in which a slot that is not filled is an error."""
    # Imported here: most commands never render a template, and jinja2 is slow to import.
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    # The result is plain text of a law, never markup: nothing to escape.
    sandbox = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    sandbox.filters["cap"] = capitalised
    return sandbox


def _refused(parsed: nodes.Template) -> str:
    """What of a text is more than a template may use; nothing where all is well."""
    from jinja2 import nodes

    for node in (parsed, *parsed.find_all(nodes.Node)):
        kind = type(node).__name__
        if isinstance(node, nodes.Operand) and node.op not in ("eq", "ne"):
            return "may compare words by == and != only"
        if isinstance(node, nodes.Const) and not isinstance(node.value, str | bool):
            return f"may not use {node.value!r}: it may only use words"
        if isinstance(node, nodes.Getattr) and node.attr not in FORMS:
            return f"asks a word for .{node.attr}; it may ask for .{', .'.join(sorted(FORMS))}"
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            return f"has no filter {node.name}; there is {' and '.join(sorted(FILTERS))}"
        if isinstance(node, nodes.Test) and node.name != "defined":
            return f"has no test {node.name}; there is defined"
        if kind not in _ALLOWED:
            return f"may name slots and choose by them, but not use {_NAMES.get(kind, kind)}"
    return ""


_NAMES = {
    "Add": "+", "Assign": "set", "Call": "calls", "Concat": "~", "Div": "/", "For": "loops",
    "Getitem": "[]", "Macro": "macros", "Mul": "*", "Pow": "**", "Sub": "-",
}  # fmt: skip
