"""The adapter around py-fsrs, held to the vectors of its makers and to our rules."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.clock import Moment, study_day
from recall.memory.events import Grade
from recall.memory.pace import log_residual
from recall.memory.scheduler import Scheduler
from tests.support.logs import MONDAY, review

SCHEDULER = Scheduler()


def test_stability_and_difficulty_follow_the_vectors():
    day, memory, found = MONDAY, None, []
    for number, (grade, days) in enumerate(
        zip((1, 3, 3, 3, 3, 3), (0, 0, 1, 3, 8, 21), strict=True)
    ):
        day += days
        memory = SCHEDULER.review(memory, review(number, grade, day))
        found.append((round(memory.stability, 4), round(memory.difficulty, 4)))
    assert found == [
        (0.2120, 6.4133),
        (0.2467, 6.4021),
        (2.0215, 6.3909),
        (7.8637, 6.3798),
        (21.9177, 6.3686),
        (53.6269, 6.3575),
    ]


def test_intervals_follow_the_vectors_where_each_review_is_on_its_due_day():
    day, memory, intervals = MONDAY, None, []
    for number, grade in enumerate([3] * 6 + [1] * 2 + [3] * 5):
        memory = SCHEDULER.review(memory, review(number, grade, day))
        intervals.append(memory.due_day - day)
        day = memory.due_day
    assert intervals == [2, 11, 46, 163, 497, 1346, 9, 1, 2, 4, 7, 13, 22]


@pytest.mark.parametrize(
    ("grade", "stability", "difficulty"),
    [(1, 0.212, 6.4133), (2, 1.2931, 5.11217071), (3, 2.3065, 2.11810397), (4, 8.2956, 1)],
)
def test_a_first_sight_follows_the_vectors(grade, stability, difficulty):
    memory = SCHEDULER.review(None, review(1, grade))
    assert memory.stability == stability
    assert memory.difficulty == pytest.approx(difficulty, abs=5e-9)
    assert (memory.reviews, memory.first_grade, memory.lapses) == (1, grade, 0)


def test_an_evening_and_the_next_afternoon_are_two_days():
    evening = study_day(Moment(MONDAY * 86_400_000 + 21 * 3_600_000, 0))
    afternoon = study_day(Moment((MONDAY + 1) * 86_400_000 + 18 * 3_600_000, 0))
    memory = SCHEDULER.review(None, review(1, 3, evening))
    same_day = SCHEDULER.review(memory, review(2, 3, evening))
    next_day = SCHEDULER.review(memory, review(2, 3, afternoon))
    assert same_day.stability == memory.stability, "a Good after a new Good adds nothing"
    assert next_day.stability > 3 * memory.stability


def test_a_clock_set_back_counts_as_the_same_day():
    memory = SCHEDULER.review(None, review(1, 3, MONDAY))
    back = SCHEDULER.review(memory, review(2, 3, MONDAY - 30))
    same = SCHEDULER.review(memory, review(2, 3, MONDAY))
    assert back.last_day == MONDAY
    assert back[:9] == same[:9]


@pytest.mark.parametrize("day", [-10_000_000, 0, 3_000_000])
def test_a_clock_that_is_centuries_off_breaks_nothing(day):
    memory = SCHEDULER.review(None, review(1, 3, 5))
    after = SCHEDULER.review(memory, review(2, 4, day))
    assert after.due_day > after.last_day >= 5
    assert SCHEDULER.preview(after, day)[Grade.GOOD].days >= 1


def test_forgetting_counts_once_a_day_and_not_at_first_sight():
    memory = SCHEDULER.fold(None, [review(1, 1), review(2, 1)])
    assert memory.lapses == 0
    memory = SCHEDULER.fold(memory, [review(3, 1, MONDAY + 1), review(4, 1, MONDAY + 1)])
    assert memory.lapses == 1


def test_seconds_are_counted_by_how_the_prompt_was_shown():
    shown = [review(1, 1, took_ms=20_000, details={"shown": "new"})]
    shown += [review(2, 3, took_ms=13_000, details={"shown": "repeat"})]
    shown += [review(3, 3, MONDAY + 1, took_ms=None)]
    memory = SCHEDULER.fold(None, shown)
    assert (memory.answers, memory.log_seconds) == (2, log_residual(13_000, "repeat", 3))


def test_where_a_review_does_not_say_how_it_was_shown_its_day_tells():
    told = [
        review(number, 3, MONDAY + days, details={"shown": shown})
        for number, (days, shown) in enumerate([(0, "new"), (0, "repeat"), (1, "review")])
    ]
    untold = [each._replace(details={}) for each in told]
    assert SCHEDULER.fold(None, told) == SCHEDULER.fold(None, untold)


def test_the_place_of_the_last_review_is_kept():
    memory = SCHEDULER.review(None, review(7, 3))
    assert (memory.last_at_ms, memory.last_id) == (MONDAY * 86_400_000 + 7, UUID(int=7))


answers = st.lists(st.tuples(st.integers(1, 4), st.integers(-2, 60)), max_size=8)


@given(answers, st.integers(-3, 90), st.sampled_from(Grade))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_the_interval_shown_is_the_interval_got(history, later, grade):
    day, memory = MONDAY, None
    for number, (given_grade, days) in enumerate(history):
        day += days
        memory = SCHEDULER.review(memory, review(number, given_grade, day))
    day += later
    shown = SCHEDULER.preview(memory, day)[grade].days
    got = SCHEDULER.review(memory, review(99, grade, day))
    assert got.due_day - got.last_day == shown
    shown = SCHEDULER.preview(memory, day, once_more=True)[grade].days
    got = SCHEDULER.review(got, review(100, 3, day))
    assert got.due_day - got.last_day == shown


def test_showing_intervals_changes_no_memory():
    memory = SCHEDULER.review(None, review(1, 3))
    first = SCHEDULER.preview(memory, MONDAY + 4)
    assert SCHEDULER.preview(memory, MONDAY + 4) == first


def test_weights_out_of_bounds_are_refused():
    with pytest.raises(ValueError, match="out of bounds"):
        Scheduler([0.0] * 21).preview(None, MONDAY)
