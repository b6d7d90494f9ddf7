"""Time, as the rest of the app is given it: wall-clock moments and study days."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

DAY_MS = 86_400_000
ROLLOVER_HOUR = 4
EPOCH = date(1970, 1, 1)


class Moment(NamedTuple):
    """An instant as the wall clock showed it: epoch milliseconds and minutes east of UTC."""

    wall_ms: int
    offset_min: int


Clock = Callable[[], Moment]
Ticker = Callable[[], int]
"""A monotonic clock in milliseconds, for measuring how long an answer took."""


def study_day(moment: Moment, rollover_hour: int = ROLLOVER_HOUR) -> int:
    """The learner's calendar day of a moment, in days since 1970-01-01; it begins at 04:00."""
    shift_min = moment.offset_min - 60 * rollover_hour
    return (moment.wall_ms + shift_min * 60_000) // DAY_MS


def begin_of(day: int, offset_min: int, rollover_hour: int = ROLLOVER_HOUR) -> int:
    """When a study day begins at a place so many minutes east of UTC: seconds since 1970."""
    return (day * DAY_MS - (offset_min - 60 * rollover_hour) * 60_000) // 1000


def date_of(day: int) -> date:
    """The calendar date of a study day."""
    return EPOCH + timedelta(days=day)


def day_of(when: date) -> int:
    """The study day that carries a calendar date."""
    return (when - EPOCH).days


def system_clock() -> Moment:
    """The machine's wall clock, with its own UTC offset at this moment."""
    wall_ms = time.time_ns() // 1_000_000
    offset = datetime.fromtimestamp(wall_ms / 1000).astimezone().utcoffset()
    return Moment(wall_ms, int((offset or timedelta()).total_seconds() // 60))


def system_ticker() -> int:
    """The machine's monotonic clock, in milliseconds."""
    return time.monotonic_ns() // 1_000_000
