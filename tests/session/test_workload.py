"""How many minutes a day a course takes."""

import pytest

from recall.session.costs import NEW_SECONDS
from recall.session.workload import days_at, workload


def test_all_in_one_day_is_only_new():
    work = workload(60, 1)
    assert work.minutes == work.minutes_at_end == pytest.approx(60 * NEW_SECONDS / 60)


def test_more_days_ask_for_less_a_day_and_more_in_all():
    short, long = workload(300, 30), workload(300, 60)
    assert long.minutes < short.minutes
    assert long.minutes * 60 > short.minutes * 30


def test_the_last_day_is_the_longest():
    assert workload(300, 60).minutes_at_end > workload(300, 60).minutes


def test_twice_the_questions_take_twice_the_time():
    assert workload(600, 40).minutes == pytest.approx(2 * workload(300, 40).minutes)


@pytest.mark.parametrize("questions", [1, 40, 500, 3000])
def test_the_days_at_five_minutes_are_the_fewest_that_do(questions):
    days = days_at(questions, 5)
    assert workload(questions, days).minutes <= 5
    assert days == 1 or workload(questions, days - 1).minutes > 5


def test_nothing_takes_no_day_and_far_too_much_is_said_to_be():
    assert days_at(0, 5) == 0
    assert days_at(1_000_000, 5) is None
