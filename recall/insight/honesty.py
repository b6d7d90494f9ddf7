"""Is the app honest? What was expected of answers against what became of them."""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import compress
from math import log
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
Sums = tuple[int, float, int]
"""Of some answers: how many, the sum of what was expected of them, and how many were recalled."""
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
    days: list[int] = []
    grades: list[int] = []
    expected: list[float] = []
    for life in history.all_lives():
        its_days, its_grades, its_chances = life.scored()
        days += its_days
        grades += its_grades
        expected += its_chances
    recalled = [grade > 1 for grade in grades]
    bands = _sums([bisect(BANDS[1:-1], chance) for chance in expected], expected, recalled)
    return Honesty(
        _tally(bands.values()),
        _months(_sums(days, expected, recalled)),
        tuple(Band(BANDS[at], BANDS[at + 1], _tally([sums])) for at, sums in bands.items()),
        _log_loss(expected, recalled),
    )


def _sums(
    places: Sequence[int], expected: Sequence[float], recalled: Sequence[bool]
) -> dict[int, Sums]:
    """The answers in each place, from the lowest place."""
    answers, right = Counter(places), Counter(compress(places, recalled))
    chances: defaultdict[int, float] = defaultdict(float)
    for place, chance in zip(places, expected, strict=True):
        chances[place] += chance
    return {place: (answers[place], chances[place], right[place]) for place in sorted(answers)}


def _log_loss(expected: Sequence[float], recalled: Sequence[bool]) -> float:
    given = [
        chance if right else 1 - chance for chance, right in zip(expected, recalled, strict=True)
    ]
    loss = -sum([log(each if each > _SURE else _SURE) for each in given])
    return loss / len(given) if given else 0.0


def _months(by_day: Mapping[int, Sums]) -> tuple[Month, ...]:
    months: defaultdict[tuple[int, int], list[Sums]] = defaultdict(list)
    for day, sums in by_day.items():
        when = date_of(min(max(day, _FIRST_DAY), _LAST_DAY))
        months[when.year, when.month].append(sums)
    return tuple(Month(*name, _tally(found)) for name, found in sorted(months.items()))


def _tally(found: Iterable[Sums]) -> Tally:
    answers, expected, recalled = (sum(each) for each in zip((0, 0.0, 0), *found, strict=True))
    if not answers:
        return Tally(0, 0.0, 0.0)
    return Tally(int(answers), expected / answers, recalled / answers)
