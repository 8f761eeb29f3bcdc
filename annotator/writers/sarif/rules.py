"""The rules that alerts break: one for each label and issue, and for each issue on which a law
lacks something. Templates are none: a clause without an amendment breaks the same rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.lang import LanguageData
from annotator.writers.sarif.alerts import Alert, Rule


class Rules:
    """The rules that are broken, in the order of their names.

    Args:
        spoken: the language in which they are described.
        alerts: those that break them.
    """

    def __init__(self, spoken: LanguageData, alerts: Sequence[Alert]) -> None:
        self._spoken = spoken
        self._rules = sorted({alert.rule for alert in alerts}, key=lambda rule: rule.id)
        self._index = {rule: at for at, rule in enumerate(self._rules)}

    def index(self, rule: Rule) -> int:
        """Where a rule stands."""
        return self._index[rule]

    def described(self) -> list[dict[str, Any]]:
        """The rules, with what they mean."""
        return [self._described(rule) for rule in self._rules]

    def _described(self, rule: Rule) -> dict[str, Any]:
        say, phrases = self._spoken.alerts, self._spoken.phrases
        issue = phrases.issue(rule.issue) if rule.issue else ""
        if rule.label:
            short = say.clauses_on(rule.label, issue)
            full = say.such_clauses(rule.label, phrases.MEANINGS[rule.label], issue)
        else:
            short = say.lacks_on(issue)
            full = f"{short}."
        return {
            "id": rule.id,
            "shortDescription": {"text": short},
            "fullDescription": {"text": full},
            "help": {"text": f"{full} {say.HELP}"},
            "defaultConfiguration": {"level": rule.level},
            "properties": {"tags": ["gender", *rule.id.split("/")]},
        }
