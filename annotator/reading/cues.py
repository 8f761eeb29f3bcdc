"""What a clause shows of the cues by which a template knows the clauses that it is for."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.lang import language
from annotator.library.model import Cues
from annotator.library.patterns import compiled, shown_in
from annotator.reading.actors import Action, find_action


@dataclass(frozen=True)
class Match:
    """What a clause showed of the cues: how many, and the named groups of their patterns.

    ``action`` is what the clause's own text says is done to somebody, where the cues ask for it;
    None where only its lead-in says so.
    """

    cues: int
    groups: dict[str, str]
    action: Action | None = None


def matched(cues: Cues, words: str, text: str = "", code: str = "en") -> Match | None:
    """What a clause shows of the cues, or None where it lacks one or shows one that it must not.

    Args:
        cues: a template's, or those of one of its forms.
        words: the clause as read with its lead-in, on one line.
        text: the clause's own text, in which the offsets of an action count; ``words``, where
            nothing is to be put into it.
        code: the ISO 639-1 code of its language.
    """
    required = []
    for cue in cues.all:
        if not (match := compiled(cue).search(words)):
            return None  # as most clauses, at the first cue
        required.append(match)
    offered = [match for cue in cues.any if (match := compiled(cue).search(words))]
    if cues.any and not offered:
        return None
    if shown_in(cues.none, words):
        return None
    if cues.does and not language(code).clauses.does(words, cues.does):
        return None
    action = find_action(text or words, cues.action, cues.of, code) if cues.action else None
    if cues.action and action is None and not _in_lead_in(cues, words, text, code):
        return None
    matches = [*offered, *required]
    groups = {name: word for match in matches for name, word in match.groupdict().items() if word}
    return Match(len(matches) + len(cues.action[:1]), groups, action)


def _in_lead_in(cues: Cues, words: str, text: str, code: str) -> bool:
    """Whether the clause says what is done to somebody once its lead-in is read with it."""
    return text not in ("", words) and find_action(words, cues.action, cues.of, code) is not None
