"""What comes once more in the same sitting, and the intervals that the grade bar shows."""

from __future__ import annotations

import pytest

from recall.memory.events import Grade
from recall.memory.scheduler import Preview, Scheduler
from recall.session.repeats import comes_again, previews
from recall.session.values import NEW, REPEAT, REVIEW
from tests.support.logs import MONDAY, review

AGAIN, HARD, GOOD, EASY = Grade


@pytest.mark.parametrize(
    ("shown", "again"), [(NEW, {AGAIN, HARD}), (REVIEW, {AGAIN}), (REPEAT, set())]
)
def test_what_was_not_known_comes_once_more_and_a_repeat_never(shown, again):
    assert {grade for grade in Grade if comes_again(shown, grade)} == again


def test_a_first_sight_shows_the_intervals_of_the_grade_bar():
    assert previews(Scheduler(), None, MONDAY, NEW) == {
        AGAIN: Preview(1, True),
        HARD: Preview(1, True),
        GOOD: Preview(2, False),
        EASY: Preview(8, False),
    }


def test_the_interval_beside_today_is_that_of_a_repeat_that_is_passed():
    scheduler = Scheduler()
    memory = scheduler.fold(None, [review(1, 4), review(2, 3, MONDAY + 8)])
    shown = previews(scheduler, memory, MONDAY + 50, REVIEW)
    forgot = [review(3, 1, MONDAY + 50), review(4, 3, MONDAY + 50)]
    after = scheduler.fold(memory, forgot)
    assert shown[AGAIN] == Preview(after.due_day - after.last_day, True)
    assert not any(shown[grade].again_today for grade in (HARD, GOOD, EASY))


def test_a_repeat_shows_plain_intervals():
    scheduler = Scheduler()
    memory = scheduler.review(None, review(1, 1))
    assert not any(
        each.again_today for each in previews(scheduler, memory, MONDAY, REPEAT).values()
    )
