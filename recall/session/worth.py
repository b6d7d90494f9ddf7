"""What asking a question now is worth: expected gain of knowledge, and what it costs in seconds.

Knowledge of a prompt at a date is ``K = recall ** exponent``. The exponent makes a half-known
question worth little; without it (1) plans would consist of new questions alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import NamedTuple

from recall.memory.curve import (
    STABILITY_MIN,
    Weights,
    factor,
    first_stability,
    recall,
    stability_same_day,
)
from recall.memory.events import Grade, Memory
from recall.session.costs import (
    CARD_CLIP,
    CARD_SHRINK,
    FAILED_SECONDS,
    LONGEST_SECONDS,
    PASSED_SECONDS,
    LearnerPace,
    expected,
)

FIRST_GRADES = (0.24, 0.094, 0.495, 0.171)
"""The chances that a first sight is graded Again, Hard, Good, Easy."""
_PRIOR_ANSWERS = 20


class Worth(NamedTuple):
    """Knowledge gained (-1 to 1), what it takes in seconds, and the chance of recall today."""

    gain: float
    seconds: float
    chance: float

    @property
    def score(self) -> float:
        """Knowledge gained for a second."""
        return self.gain / self.seconds


class Dials(NamedTuple):
    """What every question of one plan has in common.

    Attributes:
        day: the study day of the session.
        weights: of FSRS-6.
        exponent: 1 (breadth) to 2.5 (depth).
        horizon: days from ``day`` to the date that matters, at least 1.
        pace: how fast the learner answers.
    """

    day: int
    weights: Weights
    exponent: float
    horizon: int
    pace: LearnerPace


def knowledge(days: float, stability: float, weights: Weights, exponent: float) -> float:
    """``K``: what a prompt is worth ``days`` after a review that left ``stability`` (days)."""
    return float(recall(days, stability, weights) ** exponent)


def first_grade_chances(counts: Sequence[int]) -> tuple[float, ...]:
    """The chances of the four first grades: the learner's counts and 20 answers of the prior."""
    total = sum(counts) + _PRIOR_ANSWERS
    return tuple(
        (count + _PRIOR_ANSWERS * prior) / total
        for count, prior in zip(counts, FIRST_GRADES, strict=True)
    )


def worth_of_new(dials: Dials, first_grades: Sequence[int] = (0, 0, 0, 0)) -> Worth:
    """What any question never met is worth.

    Args:
        dials: of the plan.
        first_grades: how often the learner graded Again, Hard, Good, Easy at first sight.
    """
    gain = 0.0
    for grade, chance in zip(Grade, first_grade_chances(first_grades), strict=True):
        stability = first_stability(grade, dials.weights)
        if grade == Grade.AGAIN:
            stability = stability_same_day(Grade.GOOD, stability, dials.weights)
        gain += chance * knowledge(dials.horizon, stability, dials.weights, dials.exponent)
    return Worth(gain, expected(None, dials.pace).new, 0.0)


def seen_scorer(dials: Dials) -> Callable[[Memory], tuple[float, float, float]]:
    """A function from a memory last reviewed before the day to the fields of its ``Worth``.

    The formulas are those of ``memory.curve`` and ``session.costs``, written out: a call for each,
    or for a ``min`` or ``max``, would make planning among 100,000 prompts several times as slow.
    """
    w, horizon, day = tuple(dials.weights), dials.horizon, dials.day
    decay, fading = w[20], factor(w[20])
    power = -decay * dials.exponent
    grow, grow_power, grow_rate = exp(w[8]), -w[9], w[10]
    lose, lose_difficulty, lose_power, lose_rate = w[11], -w[12], w[13], w[14]
    same_day, same_day_power = exp(w[17] * w[18]), -w[19]
    ahead = fading * horizon
    slower = dials.pace.slower
    usual = exp(slower)

    def worth(memory: Memory) -> tuple[float, float, float]:
        stability, difficulty = memory.stability, memory.difficulty
        faded = fading * (day - memory.last_day)
        chance = (1 + faded / stability) ** -decay
        missed = 1 - chance
        growth = grow * (11 - difficulty) * stability**grow_power * (exp(missed * grow_rate) - 1)
        passed = stability * (1 + growth)
        failed = lose * difficulty**lose_difficulty * ((stability + 1) ** lose_power - 1)
        failed *= exp(missed * lose_rate)
        most = stability / same_day
        if failed > most:
            failed = most
        if failed < STABILITY_MIN:
            failed = STABILITY_MIN
        # A repeat in the same sitting follows, taken as passed.
        repeated = same_day * failed**same_day_power
        if repeated > 1:
            failed *= repeated
        gain = (
            chance * (1 + ahead / passed) ** power
            + missed * (1 + ahead / failed) ** power
            - (1 + (ahead + faded) / stability) ** power
        )
        times = usual
        answers = memory.answers
        if answers:
            excess = (memory.log_seconds - answers * slower) / (answers + CARD_SHRINK)
            if excess > CARD_CLIP:
                excess = CARD_CLIP
            elif excess < -CARD_CLIP:
                excess = -CARD_CLIP
            times = exp(slower + excess)
        to_pass, to_fail = PASSED_SECONDS * times, FAILED_SECONDS * times
        if to_fail > LONGEST_SECONDS:
            to_pass, to_fail = min(to_pass, LONGEST_SECONDS), LONGEST_SECONDS
        return gain, chance * to_pass + missed * to_fail, chance

    return worth
