"""How many seconds a question should take this learner."""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from recall.memory.events import Memory

PASSED_SECONDS, FAILED_SECONDS, NEW_SECONDS = 10.0, 27.0, 22.0
"""Where nothing is known of a learner: a question recalled, one forgotten with its repeat, and a
new one with its repeats."""

LONGEST_SECONDS = 60.0
"""A question is charged at most so much, so none is expected to take more."""

_LEARNER_SHRINK = 8.0
CARD_SHRINK = 2.5
CARD_CLIP = 0.5


class LearnerPace(NamedTuple):
    """All timed answers of a learner: how many, and the sum of their log residuals.

    A residual is ``ln(seconds / starting median)`` (``memory.pace``).
    """

    answers: int = 0
    log_seconds: float = 0.0

    @property
    def slower(self) -> float:
        """How much slower than the starting medians, as a logarithm, shrunk towards 0."""
        return self.log_seconds / (self.answers + _LEARNER_SHRINK)


class Seconds(NamedTuple):
    """Expected seconds of a question if it is recalled, if it is forgotten, and if it is new."""

    passed: float
    failed: float
    new: float


def card_slower(memory: Memory | None, slower: float) -> float:
    """How much slower one prompt is than the learner, as a logarithm within +-0.5.

    Shrunk hard: ranking by seconds rewards whatever is underestimated. 0 without an answer.
    """
    if memory is None or not memory.answers:
        return 0.0
    answers = memory.answers
    excess = (memory.log_seconds - answers * slower) / (answers + CARD_SHRINK)
    return min(max(excess, -CARD_CLIP), CARD_CLIP)


def expected(memory: Memory | None, learner: LearnerPace) -> Seconds:
    """What a prompt should take; ``memory`` is None for one never met."""
    slower = learner.slower
    times = exp(slower + card_slower(memory, slower))
    return Seconds(
        min(PASSED_SECONDS * times, LONGEST_SECONDS),
        min(FAILED_SECONDS * times, LONGEST_SECONDS),
        min(NEW_SECONDS * times, LONGEST_SECONDS),
    )
