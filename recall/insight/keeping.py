"""Do I keep at it? The days of the year and of the week on which anything was answered."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta
from typing import NamedTuple

from recall.clock import date_of, day_of

DONE, OPEN, FREE, LATER = "done", "open", "free", "later"
"""A day with an answer, today without one yet, another day, and one to come."""
MONTHS = 12


class MonthOfDays(NamedTuple):
    """A calendar month; ``days`` says for each day what it was."""

    year: int
    month: int
    days: tuple[str, ...]

    @property
    def done(self) -> int:
        """Days with an answer."""
        return self.days.count(DONE)


class Keeping(NamedTuple):
    """The whole answer. A minute counts as a day as much as an hour does; nothing is missed.

    Attributes:
        week: seven days from Monday on.
        months: twelve, the newest last.
    """

    week: tuple[str, ...]
    months: tuple[MonthOfDays, ...]

    @property
    def in_week(self) -> int:
        """Days done this week."""
        return self.week.count(DONE)

    @property
    def in_year(self) -> int:
        """Days done in the twelve months."""
        return sum(each.done for each in self.months)


def keeping(days: Set[int], today: int) -> Keeping:
    """The calendar that ends with today's month, from the study days with an answer."""
    when = date_of(today)
    monday = today - when.weekday()
    week = tuple(_mark(day, days, today) for day in range(monday, monday + 7))
    months = []
    first = when.replace(day=1)
    for _ in range(MONTHS):
        start, end = day_of(first), day_of(_next_month(first))
        marks = tuple(_mark(day, days, today) for day in range(start, end))
        months.append(MonthOfDays(first.year, first.month, marks))
        first = (first - timedelta(days=1)).replace(day=1)
    return Keeping(week, tuple(reversed(months)))


def _mark(day: int, days: Set[int], today: int) -> str:
    if day > today:
        return LATER
    if day in days:
        return DONE
    return OPEN if day == today else FREE


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
