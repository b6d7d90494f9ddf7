"""Is the app honest? What was expected of answers against what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import inf, log
from typing import NamedTuple

from recall.clock import date_of, day_of
from recall.insight.history import History

ENOUGH = 100
"""Answers before anything is said of all of them. Chance alone moves the share recalled of 100
answers by four points either way at 80 %; of 50 by six, which would be no judgement of anything."""
ENOUGH_IN_PART = 30
"""Answers before a month or a band of expectations is judged by itself: seven points either way."""

BANDS = (0.0, 0.7, 0.8, 0.9, 1.0)
"""Where the bands of expectations begin; the last one ends."""
_SURE = 1e-9
_FIRST_DAY, _LAST_DAY = day_of(date.min), day_of(date.max)


class Tally(NamedTuple):
    """Answers to questions met on an earlier day.

    ``expected`` and ``recalled`` are means, 0 to 1, and 0 where there is no answer.
    """

    answers: int
    expected: float
    recalled: float

    @property
    def early(self) -> bool:
        """Whether it is too early to judge it as a part of the whole."""
        return self.answers < ENOUGH_IN_PART


class Month(NamedTuple):
    """The answers of a calendar month."""

    year: int
    month: int
    tally: Tally


class Band(NamedTuple):
    """The answers of which at least ``low`` and less than ``high`` was expected."""

    low: float
    high: float
    tally: Tally


class Honesty(NamedTuple):
    """The whole answer; months oldest first, bands from the lowest, only those with answers.

    ``log_loss`` is the mean of -ln of the chance given to what happened, 0 without answers.
    """

    tally: Tally
    months: tuple[Month, ...]
    bands: tuple[Band, ...]
    log_loss: float

    @property
    def early(self) -> bool:
        """Whether it is too early to say anything."""
        return self.tally.answers < ENOUGH


def honesty(history: History) -> Honesty:
    """Expected against actual recall. First sights and repeats of the same day say nothing."""
    by_day: defaultdict[int, list[float]] = defaultdict(lambda: [0, 0.0, 0])
    forgotten: list[float] = []
    recalled: list[float] = []
    for life in history.all_lives():
        for day, grade, chance in life.scored():
            sums = by_day[day]
            sums[0] += 1
            sums[1] += chance
            if grade > 1:
                sums[2] += 1
                recalled.append(chance)
            else:
                forgotten.append(chance)
    bands = tuple(_bands(forgotten, recalled))
    return Honesty(_tally(by_day.values()), _months(by_day), bands, _log_loss(forgotten, recalled))


def _log_loss(forgotten: Sequence[float], recalled: Sequence[float]) -> float:
    given = [*recalled, *(1 - chance for chance in forgotten)]
    loss = -sum([log(each if each > _SURE else _SURE) for each in given])
    return loss / len(given) if given else 0.0


def _bands(forgotten: Sequence[float], recalled: Sequence[float]) -> Iterator[Band]:
    for low, high in pairwise(BANDS):
        end = high if high < BANDS[-1] else inf
        right = [chance for chance in recalled if low <= chance < end]
        within = [*right, *(chance for chance in forgotten if low <= chance < end)]
        if within:
            yield Band(low, high, _tally([[len(within), sum(within), len(right)]]))


def _months(by_day: Mapping[int, list[float]]) -> tuple[Month, ...]:
    months: defaultdict[tuple[int, int], list[list[float]]] = defaultdict(list)
    for day, sums in by_day.items():
        when = date_of(min(max(day, _FIRST_DAY), _LAST_DAY))
        months[when.year, when.month].append(sums)
    return tuple(Month(*name, _tally(found)) for name, found in sorted(months.items()))


def _tally(found: Iterable[list[float]]) -> Tally:
    answers, expected, recalled = (sum(each) for each in zip([0, 0.0, 0], *found, strict=True))
    if not answers:
        return Tally(0, 0.0, 0.0)
    return Tally(int(answers), expected / answers, recalled / answers)
