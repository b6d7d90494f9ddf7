"""The words that every front end uses for intervals, days and the time left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from recall.clock import date_of
from recall.session.words import WORDS, counted

if TYPE_CHECKING:
    from recall.memory.scheduler import Preview

# Not strftime: the words stay English whatever the locale.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def interval(days: int) -> str:
    """A number of whole days in words: ``9 days``, ``3 weeks``, ``4 months``, ``2 years``."""
    if days <= 0:
        return "today"
    if days < 14:
        return counted(days, "day")
    if days < 56:
        return counted(round(days / 7), "week")
    if days < 700:
        return counted(round(days / 30.44), "month")
    return counted(round(days / 365.25), "year")


def interval_short(days: int) -> str:
    """The same in two or three cells: ``9d``, ``3w``, ``4mo``, ``2y``."""
    number, _, unit = interval(days).partition(" ")
    return "today" if not unit else number + ("mo" if unit.startswith("mo") else unit[0])


def preview(preview: Preview) -> str:
    """The figure under a grade: ``9 days``; ``today + 1 day`` where it is asked once more now."""
    return f"today + {interval(preview.days)}" if preview.again_today else interval(preview.days)


def preview_short(preview: Preview) -> str:
    """The figure under a grade where room is short: ``9 days`` or ``today+1d``."""
    if preview.again_today:
        return f"today+{interval_short(preview.days)}"
    return interval(preview.days)


def time_left(left_ms: int | None, last: bool = False) -> str:
    """The clock of the header: ``3 min left``, ``1 min left``, ``last question``.

    ``left_ms`` None (cards are counted, not minutes) gives "" until the last question.
    """
    if last or (left_ms is not None and left_ms <= 0):
        return WORDS["last"]
    return "" if left_ms is None else f"{-(-left_ms // 60_000)} min left"


def day_word(day: int, today: int) -> str:
    """A study day as people say it: ``today``, ``tomorrow``, ``Tuesday``, ``3 December``."""
    if day <= today:
        return "today"
    if day == today + 1:
        return "tomorrow"
    date = date_of(day)
    return WEEKDAYS[date.weekday()] if day < today + 7 else day_and_month(date)


def weekday(day: date) -> str:
    """``Tuesday``, in English whatever the locale."""
    return WEEKDAYS[day.weekday()]


def month_name(month: int) -> str:
    """``November`` of 11, in English whatever the locale."""
    return _MONTHS[month - 1]


def day_and_month(day: date) -> str:
    """``18 December``, in English whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]}"
