"""How many minutes a day a number of questions takes, from never met to a date.

An estimate for planning a course: new questions are spread evenly over the days, and each is asked
again when FSRS expects nine of ten to recall it, by a learner of the starting pace.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from recall.memory.curve import DEFAULT_WEIGHTS, Weights, first_stability, stability_after
from recall.memory.events import Grade
from recall.session.costs import FAILED_SECONDS, NEW_SECONDS, PASSED_SECONDS

RECALLED = 0.9
_DIFFICULTY = 5.0
"""In the middle of FSRS's scale of 1 to 10."""
_LONGEST_DAYS = 3650


class Workload(NamedTuple):
    """Minutes a day: on the average day, and on the last one, which has most to repeat."""

    days: int
    minutes: float
    minutes_at_end: float
    new_a_day: float


def workload(questions: int, days: int, weights: Weights = DEFAULT_WEIGHTS) -> Workload:
    """What it takes to have met all questions on the last of so many days (1 to 3650), the first
    ones repeated as they come due."""
    by_age = list(accumulate(_seconds_by_age(days, weights)))
    rate = questions / days
    # On each day a rate of questions begins: the last day has one batch of every age.
    return Workload(days, rate * sum(by_age) / days / 60, rate * by_age[-1] / 60, rate)


def days_at(questions: int, minutes: float, weights: Weights = DEFAULT_WEIGHTS) -> int | None:
    """In how many days all is met with so many minutes on the average day; None past ten years."""
    if not questions:
        return 0
    by_age = list(accumulate(_seconds_by_age(_LONGEST_DAYS, weights)))
    total = 0.0
    for days, seconds in enumerate(by_age, 1):
        total += seconds
        if questions * total / days**2 <= minutes * 60:
            return days
    return None


def _seconds_by_age(days: int, weights: Weights) -> Sequence[float]:
    """Seconds that one question takes on the day it is new, one day later, and so on."""
    again = RECALLED * PASSED_SECONDS + (1 - RECALLED) * FAILED_SECONDS
    seconds = [0.0] * days
    seconds[0] = NEW_SECONDS
    stability = first_stability(Grade.GOOD, weights)
    day = max(1, round(stability))
    while day < days:
        seconds[day] = again
        stability = stability_after(Grade.GOOD, stability, _DIFFICULTY, RECALLED, weights)
        day += max(1, round(stability))
    return seconds
