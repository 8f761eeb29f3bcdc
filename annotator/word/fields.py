"""Fields: their instructions are no text, what they came to is."""

from __future__ import annotations

from lxml import etree

from annotator.word.counting import kind_of
from annotator.word.names import GONE, W

_MARK = W + "fldChar"
_INSTRUCTION = W + "instrText"
_KIND = W + "fldCharType"
_CONTENTS = "TOC"


class Fields:
    """Where in a document one stands between the marks of its fields, as it is gone through.

    A field may run over many paragraphs, as a table of contents does, and have others in it.

    Args:
        body: all that is gone through. Marks without their counterpart are passed over, so that a
            damaged field does not swallow what follows it.
    """

    def __init__(self, body: etree._Element) -> None:
        self._sound = _sound(body)
        #: Of the field that has just ended without a result, its instruction.
        self.ended = ""
        #: Of each open field its instruction, and whether its result has begun.
        self._open: list[tuple[list[str], bool]] = []
        #: How many of them are at their instruction, and how many at the result of a contents.
        self._at_instruction = self._at_contents = 0

    @property
    def in_instruction(self) -> bool:
        """Whether what stands here is an instruction, or belongs to one."""
        return self._at_instruction > 0

    @property
    def in_contents(self) -> bool:
        """Whether one stands in a table of contents."""
        return self._at_contents > 0

    def meet(self, element: etree._Element) -> None:
        """Take note of a mark, or of words of an instruction."""
        self.ended = ""
        if element.tag == _INSTRUCTION:
            if self._open:
                self._open[-1][0].append(element.text or "")
        elif element in self._sound:
            kind = element.get(_KIND)
            if kind == "begin":
                self._open.append(([], False))
                self._at_instruction += 1
            elif self._open:
                self._go_on(ends=kind == "end")

    def _go_on(self, *, ends: bool) -> None:
        """The innermost field ends, or its result begins."""
        words, result = self._open.pop()
        kind = kind_of("".join(words))
        if result:
            self._at_contents -= kind == _CONTENTS
        else:
            self._at_instruction -= 1
        if ends:
            self.ended = "" if result else "".join(words)
        else:
            self._open.append((words, True))
            self._at_contents += kind == _CONTENTS


def _sound(body: etree._Element) -> set[etree._Element]:
    """The marks of the fields that have a beginning and an end."""
    sound: set[etree._Element] = set()
    stack: list[list[etree._Element]] = []
    for mark in body.iter(_MARK):
        kind = mark.get(_KIND)
        if any(above.tag in GONE for above in mark.iterancestors()):
            continue
        if kind == "begin":
            stack.append([mark])
        elif stack and kind in ("separate", "end"):
            stack[-1].append(mark)
            if kind == "end":
                sound.update(stack.pop())
    return sound
