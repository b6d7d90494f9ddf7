"""FSRS-6 as plain formulas, for the planner and for display; ``scheduler`` folds with py-fsrs.

The formulas are those of py-fsrs 6.3 (``fsrs/scheduler.py``), equal to it but for the last bits.
Nothing here imports ``fsrs``, so that a plan or a percentage costs no start-up time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp

Weights = Sequence[float]
"""The 21 weights of FSRS-6, ``w[0]`` to ``w[20]``."""

DEFAULT_WEIGHTS: tuple[float, ...] = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""The default weights of FSRS-6, a copy of py-fsrs's."""

STABILITY_MIN = 0.001
"""Days; no stability is below it."""

_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4


@lru_cache(maxsize=8)
def factor(decay: float) -> float:
    """The ``F`` of the forgetting curve, which makes recall 90 % after ``stability`` days.

    Args:
        decay: ``w[20]``, positive.
    """
    return float(0.9 ** (-1 / decay) - 1)


def recall(days: float, stability: float, weights: Weights) -> float:
    """The chance of recall ``days`` after the last review: ``(1 + F t/S) ** -d``, 0 to 1."""
    decay = weights[20]
    return float((1 + factor(decay) * days / stability) ** -decay)


def first_stability(grade: int, weights: Weights) -> float:
    """Stability in days after a first sight graded 1 to 4."""
    return max(weights[grade - 1], STABILITY_MIN)


def stability_after(
    grade: int, stability: float, difficulty: float, chance: float, weights: Weights
) -> float:
    """Stability in days after a review on a later day, graded 1 to 4.

    Args:
        stability: days, before the review.
        difficulty: 1 to 10, before the review.
        chance: the chance of recall at the review, 0 to 1.
    """
    w = weights
    if grade == _AGAIN:
        # Not above what the same-day formula gives: forgetting never leaves a memory stronger.
        long_term = (
            w[11]
            * difficulty ** -w[12]
            * ((stability + 1) ** w[13] - 1)
            * exp((1 - chance) * w[14])
        )
        return float(max(min(long_term, stability / exp(w[17] * w[18])), STABILITY_MIN))
    growth = (
        exp(w[8])
        * (11 - difficulty)
        * stability ** -w[9]
        * (exp((1 - chance) * w[10]) - 1)
        * (w[15] if grade == _HARD else 1)
        * (w[16] if grade == _EASY else 1)
    )
    return float(max(stability * (1 + growth), STABILITY_MIN))


def stability_same_day(grade: int, stability: float, weights: Weights) -> float:
    """Stability in days after another review on the study day of the last one, graded 1 to 4."""
    w = weights
    growth = exp(w[17] * (grade - _GOOD + w[18])) * stability ** -w[19]
    if grade != _AGAIN:
        growth = max(growth, 1.0)
    return float(max(stability * growth, STABILITY_MIN))


def first_difficulty(grade: int, weights: Weights) -> float:
    """Difficulty, 1 to 10, after a first sight graded 1 to 4."""
    return within_difficulty(unbounded_first_difficulty(grade, weights))


def difficulty_after(grade: int, difficulty: float, weights: Weights) -> float:
    """Difficulty after any other review graded 1 to 4: a step, and a small way back to easy."""
    w = weights
    stepped = difficulty - (10 - difficulty) * w[6] * (grade - _GOOD) / 9
    easiest = unbounded_first_difficulty(_EASY, weights)
    return within_difficulty(w[7] * easiest + (1 - w[7]) * stepped)


def unbounded_first_difficulty(grade: int, weights: Weights) -> float:
    """The formula of ``first_difficulty`` before it is brought within 1 and 10."""
    return weights[4] - exp(weights[5] * (grade - 1)) + 1


def within_difficulty(difficulty: float) -> float:
    """A difficulty brought within 1 and 10."""
    return min(max(difficulty, 1.0), 10.0)
