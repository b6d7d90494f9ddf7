"""When to be reminded, as people write it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from recall.errors import UsageError
from recall.remind.schedule import schedule_of

SATURDAY = datetime(2026, 11, 28, 12, 0)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
        ("weekdays", (0, 1, 2, 3, 4)),
        ("weekends,Mon", (0, 5, 6)),
        ("fri, mon,fri", (0, 4)),
    ],
)
def test_days_are_named_or_listed(words, days):
    assert schedule_of("08:30", words).days == days


@pytest.mark.parametrize(
    ("text", "at"), [("08:30", time(8, 30)), ("7:05", time(7, 5)), (" 23:59", time(23, 59))]
)
def test_a_time_of_day_has_hours_and_minutes(text, at):
    assert schedule_of(text).at == at


@pytest.mark.parametrize("text", ["", "8", "8.30", "24:00", "12:60", "-1:30", "08:30:00", "soon"])
def test_what_is_no_time_of_day_says_how_to_write_one(text):
    with pytest.raises(UsageError) as fault:
        schedule_of(text)
    assert "08:30" in fault.value.mend


@pytest.mark.parametrize("words", ["", "fry", "mon;tue", "mon,,tue"])
def test_what_is_no_day_says_how_to_write_one(words):
    with pytest.raises(UsageError) as fault:
        schedule_of("08:30", words)
    assert "mon,wed,fri" in fault.value.mend


@pytest.mark.parametrize(
    ("at", "words", "first"),
    [
        ("12:01", "daily", date(2026, 11, 28)),
        ("12:00", "daily", date(2026, 11, 29)),
        ("12:01", "weekdays", date(2026, 11, 30)),
        ("11:59", "sat", date(2026, 12, 5)),
    ],
)
def test_the_first_reminder_is_the_next_one_to_come(at, words, first):
    assert schedule_of(at, words).first(SATURDAY) == first
