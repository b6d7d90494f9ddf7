"""Does the log look as though Hard were used for what was forgotten?

FSRS takes Hard for "recalled, with effort": who uses it for "gone" gets longer and longer intervals
for questions that they do not know, and the estimates stop being true. Two things give it away, and
both are measured against what was expected of the answers, so that a good memory, or a liking for
Hard, is not mistaken for it:

- Forgot is nearly absent, far beyond chance, while Hard is at least as frequent as forgetting
  should have been. (Who hardly ever forgets and finds much of it hard looks the same; so it is said
  once, and as a question.)
- What was graded Hard is forgotten the next time at least twice as often as was expected, and as
  what was graded Got it or Easy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from recall.ids import PromptKey
from recall.insight.history import History
from recall.insight.life import Life
from recall.memory.events import Grade

BEYOND_CHANCE = 4.0
"""Standard deviations: the check is made after every session, and must not fire by luck."""
NEARLY_ABSENT = 0.25
"""Forgot is nearly absent where it was given at most so many times as often as was expected."""
TWICE = 2.0
ENOUGH_HARD = 20


@dataclass
class _Count:
    """Answers of one sort, how many were forgotten, and how many should have been."""

    answers: int = 0
    forgotten: int = 0
    expected: float = 0.0
    spread: float = 0.0

    def add(self, chance: float, forgotten: bool) -> None:
        """One more answer; ``chance`` of recall, as it was expected."""
        self.answers += 1
        self.forgotten += forgotten
        self.expected += 1 - chance
        self.spread += chance * (1 - chance)

    @property
    def beyond(self) -> float:
        """How far more was forgotten than expected, in standard deviations."""
        return (self.forgotten - self.expected) / sqrt(self.spread) if self.spread > 0 else 0.0

    @property
    def share(self) -> float:
        """The share that was forgotten."""
        return self.forgotten / self.answers if self.answers else 0.0


def hard_for_forgotten(lives: Iterable[Life]) -> bool:
    """Whether Hard looks as though it were used for what was forgotten."""
    overall, after_hard, after_good = _Count(), _Count(), _Count()
    hard = 0
    for life in lives:
        before = 0
        for at, (grade, chance) in enumerate(zip(life.grades, life.chances, strict=True)):
            if chance is not None and life.own(at):
                forgotten = grade == Grade.AGAIN
                hard += grade == Grade.HARD
                overall.add(chance, forgotten)
                if before == Grade.HARD:
                    after_hard.add(chance, forgotten)
                elif before > Grade.HARD:
                    after_good.add(chance, forgotten)
            before = grade
    if hard < ENOUGH_HARD:
        return False
    return _never_forgets(overall, hard) or _does_not_hold(after_hard, after_good)


def _never_forgets(overall: _Count, hard: int) -> bool:
    return (
        overall.beyond <= -BEYOND_CHANCE
        and overall.forgotten <= NEARLY_ABSENT * overall.expected
        and hard >= overall.expected
    )


def _does_not_hold(after_hard: _Count, after_good: _Count) -> bool:
    return (
        after_hard.beyond >= BEYOND_CHANCE
        and after_hard.forgotten >= TWICE * after_hard.expected
        and after_hard.share >= TWICE * after_good.share
    )


def typical_hard(history: History) -> PromptKey | None:
    """Of the questions last graded Hard the one of middling memory; None where there is none."""
    hard = [
        (life.stabilities[-1], key)
        for key, life in history.lives.items()
        if life.grades[-1] == Grade.HARD
    ]
    return sorted(hard)[len(hard) // 2][1] if hard else None
