"""The chance that a question is recalled, today and in two weeks, from its newest answer."""

from __future__ import annotations

from collections.abc import Callable

from recall.insight.life import Life
from recall.memory.curve import Weights, factor

AHEAD = 14
"""Days: what would still be recalled in two weeks is what a session is for."""

Outlook = Callable[[Life, int, int], tuple[float, float]]
"""From a life, the place of an answer in it and a study day: the chances of recall on that day, and
two weeks after it."""


def outlook(weights: Weights) -> Outlook:
    """The formula of ``memory.curve.recall``, with what is the same for all worked out once.

    An answer of a later day (a clock ran ahead) counts as just given.
    """
    fading, power = factor(weights[20]), -weights[20]

    def now_and_later(life: Life, at: int, day: int) -> tuple[float, float]:
        since, stability = max(0, day - life.days[at]), life.stabilities[at]
        return (
            float((1 + fading * since / stability) ** power),
            float((1 + fading * (since + AHEAD) / stability) ** power),
        )

    return now_and_later
