"""FSRS-6 walked along many histories at once: the formulas of ``curve``, written out for speed.

``scheduler`` folds with py-fsrs, to the bit; figures about a hundred thousand reviews cannot wait
for that and need only the first ten digits of it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp

from recall.memory.curve import (
    STABILITY_MIN,
    Weights,
    factor,
    first_difficulty,
    first_stability,
    unbounded_first_difficulty,
)

Step = tuple[float, float, float]
"""Stability in days and difficulty after a review, and the chance of recall at it."""

_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4


def first_steps(weights: Weights) -> tuple[tuple[float, float], ...]:
    """Stability and difficulty after a first sight, by grade; the first entry stands for none."""
    found = [
        (first_stability(grade, weights), first_difficulty(grade, weights))
        for grade in (1, 2, 3, 4)
    ]
    return ((0.0, 0.0), *found)


def walker(weights: Weights) -> Callable[[float, float, int, int], Step]:
    """A function from stability, difficulty, days since the last review, and grade to a step.

    Days of 0 (or less) mean the study day of the last review; the chance is then 1.
    """
    w = tuple(weights)
    decay, fading = w[20], factor(w[20])
    grow, grow_power, grow_rate = exp(w[8]), -w[9], w[10]
    lose, lose_difficulty, lose_power, lose_rate = w[11], -w[12], w[13], w[14]
    least_lost = exp(w[17] * w[18])
    same_day = (0.0, *(exp(w[17] * (grade - _GOOD + w[18])) for grade in (1, 2, 3, 4)))
    same_day_power = -w[19]
    bonus = (0.0, 0.0, w[15], 1.0, w[16])
    harder = (0.0, *(w[6] * (grade - _GOOD) / 9 for grade in (1, 2, 3, 4)))
    back, easiest = 1 - w[7], w[7] * unbounded_first_difficulty(_EASY, w)

    def walk(stability: float, difficulty: float, days: int, grade: int) -> Step:
        if days <= 0:
            chance = 1.0
            growth = same_day[grade] * stability**same_day_power
            if growth < 1 and grade != _AGAIN:
                growth = 1.0
            stability *= growth
        else:
            chance = (1 + fading * days / stability) ** -decay
            if grade == _AGAIN:
                lost = lose * difficulty**lose_difficulty * ((stability + 1) ** lose_power - 1)
                lost *= exp((1 - chance) * lose_rate)
                stability /= least_lost
                if lost < stability:
                    stability = lost
            else:
                gained = grow * (11 - difficulty) * stability**grow_power
                stability *= 1 + gained * (exp((1 - chance) * grow_rate) - 1) * bonus[grade]
        if stability < STABILITY_MIN:
            stability = STABILITY_MIN
        difficulty = easiest + back * (difficulty - (10 - difficulty) * harder[grade])
        if difficulty < 1:
            difficulty = 1.0
        elif difficulty > 10:
            difficulty = 10.0
        return stability, difficulty, chance

    return walk
