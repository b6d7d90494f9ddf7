"""The chance that a question is recalled, today and in two weeks, from its newest answer."""

from __future__ import annotations

from collections.abc import Callable

from recall.insight.history import Answered
from recall.memory.curve import Weights, factor

AHEAD = 14
"""Days: what would still be recalled in two weeks is what a session is for."""

Outlook = Callable[[Answered, int], tuple[float, float]]
"""From an answer and a study day: the chances of recall on that day, and two weeks after it."""


def outlook(weights: Weights) -> Outlook:
    """The formula of ``memory.curve.recall``, with what is the same for all worked out once.

    An answer of a later day (a clock ran ahead) counts as just given.
    """
    fading, power = factor(weights[20]), -weights[20]

    def now_and_later(answered: Answered, day: int) -> tuple[float, float]:
        since, stability = max(0, day - answered.day), answered.stability
        return (
            float((1 + fading * since / stability) ** power),
            float((1 + fading * (since + AHEAD) / stability) ** power),
        )

    return now_and_later
