"""What a language must bring for the alerts that code scanning shows."""

from __future__ import annotations

from typing import Protocol


class AlertPhrases(Protocol):
    """The sentences of alerts and of the rules that they break."""

    @property
    def HELP(self) -> str:
        """What to do about an alert, whatever its rule."""

    def clauses_on(self, label: str, issue: str) -> str:
        """What a rule finds, in a few words: clauses of a label, on an issue or none (empty)."""

    def such_clauses(self, label: str, meaning: str, issue: str) -> str:
        """The same in sentences, with what the label means."""

    def lacks_on(self, issue: str) -> str:
        """That a rule finds what a law provides nowhere on an issue."""

    def found(self, place: str, label: str, sure: str, issues: str) -> str:
        """What is said of a clause: its label, how sure that is, the issues that it raises."""

    def outside(self, name: str) -> str:
        """That a law's file is not in the repository, so that its name alone stands for it."""

    def not_there(self, name: str) -> str:
        """That there is no file of a law's name."""

    def counts(self, name: str, unit: str) -> str:
        """That the lines of a law's file are its paragraphs or pages (the unit)."""

    def cut(self, kept: int, count: int) -> str:
        """How many alerts of how many are in the file, the gravest."""
