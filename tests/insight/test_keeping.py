"""The calendar: what was done is counted, what was not is no debt."""

from __future__ import annotations

from datetime import date

import pytest

from recall.clock import day_of
from recall.insight.keeping import DONE, FREE, LATER, OPEN, keeping
from recall.insight.sentences import days_kept

SATURDAY = day_of(date(2026, 11, 28))


def test_the_week_begins_on_monday_and_the_days_to_come_are_open_to_all():
    found = keeping({SATURDAY - 5, SATURDAY - 1, SATURDAY - 9}, SATURDAY)
    assert found.week == (DONE, FREE, FREE, FREE, DONE, OPEN, LATER)
    assert (found.in_week, found.in_year) == (2, 3)


def test_twelve_months_end_with_this_one_and_have_their_own_lengths():
    found = keeping(frozenset(), SATURDAY)
    assert (found.months[0].year, found.months[0].month) == (2025, 12)
    assert [len(each.days) for each in found.months] == [
        31,
        31,
        28,
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
    ]
    assert found.months[-1].days[26:] == (FREE, OPEN, LATER, LATER)


def test_a_leap_day_is_a_day():
    day = day_of(date(2028, 2, 29))
    found = keeping({day}, day)
    assert found.months[-1].days[28] == DONE
    assert found.in_year == 1


def test_days_ahead_of_a_clock_set_back_wait_for_their_day():
    found = keeping({SATURDAY + 1, SATURDAY + 40}, SATURDAY)
    assert (found.in_week, found.in_year) == (0, 0)


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ((), "No day yet. One minute makes a day."),
        ((1,), "1 day this week, 1 in the last twelve months. One minute makes a day."),
        ((30,), "1 day in the last twelve months. One minute makes a day."),
        ((0, 1, 90), "2 days this week, 3 in the last twelve months. One minute makes a day."),
    ],
)
def test_the_sentence_counts_what_was_done(days, sentence):
    assert days_kept(keeping({SATURDAY - each for each in days}, SATURDAY)) == sentence
