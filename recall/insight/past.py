"""What would have been recalled on days of the past."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from recall.insight.life import Life
from recall.insight.outlook import AHEAD
from recall.memory.curve import Weights, factor

POINTS = 12
"""At most so many days of the past are looked at."""
_STEPS = (1, 7, 28)


class Held(NamedTuple):
    """Questions that would be recalled on a day, and two weeks later without another review."""

    day: int
    now: float
    later: float


def days_looked_at(first: int, today: int) -> list[int]:
    """The study days of the picture over time, oldest first: days, weeks or spells of four weeks,
    whichever reaches back to the first day, or as far as twelve of the longest do."""
    first = min(first, today)
    span = today - first
    step = next((each for each in _STEPS if span < each * POINTS), _STEPS[-1])
    days = range(today, max(first - 1, today - step * POINTS), -step)
    return list(days)[::-1]


def past_of(lives: Sequence[Life], today: int, weights: Weights) -> tuple[Held, ...]:
    """Questions recalled on each of the days looked at; () where nothing was ever answered."""
    if not lives:
        return ()
    days = days_looked_at(min(life.days[0] for life in lives), today)
    fading, power = factor(weights[20]), -weights[20]
    now, later = [0.0] * len(days), [0.0] * len(days)
    places = list(enumerate(days))[::-1]
    for life in lives:
        # From the newest day back, so that each answer is passed once.
        answered, stabilities = life.days, life.stabilities
        at = len(answered) - 1
        last, stability = answered[at], stabilities[at]
        for place, day in places:
            while last > day and at > 0:
                at -= 1
                last, stability = answered[at], stabilities[at]
            since = day - last
            if since < 0:
                if day != today:
                    break
                since = 0
            now[place] += (1 + fading * since / stability) ** power
            later[place] += (1 + fading * (since + AHEAD) / stability) ** power
    return tuple(map(Held, days, now, later))
