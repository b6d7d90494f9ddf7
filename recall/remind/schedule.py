"""When to be reminded: a time of day, on some days of the week."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from recall.errors import UsageError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days of the week; everywhere in this package they are numbered from 0, Monday."""
EVERY_DAY = tuple(range(7))
SETS = {"daily": EVERY_DAY, "weekdays": (0, 1, 2, 3, 4), "weekends": (5, 6)}
_TIME = re.compile(r"(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Schedule:
    """A time of day by the clock on the wall, and days of the week in their order."""

    at: time
    days: tuple[int, ...] = EVERY_DAY

    @property
    def daily(self) -> bool:
        """Whether it is every day."""
        return self.days == EVERY_DAY

    def first(self, now: datetime) -> date:
        """The day of the first reminder after a moment of local time."""
        ahead = (now.date() + timedelta(days=number) for number in range(8))
        return next(
            day
            for day in ahead
            if day.weekday() in self.days and datetime.combine(day, self.at) > now
        )


def schedule_of(at: str, days: str = "daily") -> Schedule:
    """The schedule that a learner wrote: ``08:30``; ``daily``, ``weekdays`` or ``mon,wed,fri``.

    Raises:
        UsageError: it is no time of day, or names no day.
    """
    return Schedule(_time(at), _days(days))


def _time(text: str) -> time:
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise UsageError(f"{text} is no time of day", mend="write it like 08:30")
    return time(int(found[1]), int(found[2]))


def _days(text: str) -> tuple[int, ...]:
    words = [word.strip().lower() for word in text.split(",")]
    found: set[int] = set()
    for word in words:
        if word in SETS:
            found.update(SETS[word])
        elif word in DAYS:
            found.add(DAYS.index(word))
        else:
            raise UsageError(
                f"{word or text} is no day",
                mend=f"write {', '.join(SETS)}, or days like mon,wed,fri",
            )
    return tuple(sorted(found))
