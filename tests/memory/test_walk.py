"""The formulas written out for speed say what py-fsrs says, along whole histories."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.memory.curve import (
    DEFAULT_WEIGHTS,
    difficulty_after,
    first_difficulty,
    recall,
    stability_after,
    stability_same_day,
)
from recall.memory.scheduler import Scheduler
from recall.memory.walk import first_steps, walker
from tests.support.logs import MONDAY, review

FITTED = tuple(value * 1.02 for value in DEFAULT_WEIGHTS)
grades = st.integers(1, 4)
histories = st.lists(st.tuples(st.integers(0, 400), grades), min_size=1, max_size=40)


@pytest.mark.parametrize("weights", [DEFAULT_WEIGHTS, FITTED], ids=["default", "fitted"])
@given(histories)
@settings(deadline=None, derandomize=True, max_examples=150)
def test_a_whole_history_ends_where_py_fsrs_ends(weights, history):
    scheduler = Scheduler(weights)
    walk, first = walker(weights), first_steps(weights)
    memory, day, stability, difficulty = None, MONDAY, 0.0, 0.0
    for number, (days, grade) in enumerate(history):
        day += days if number else 0
        if number:
            expected = recall(days, memory.stability, weights)
            stability, difficulty, chance = walk(stability, difficulty, days, grade)
            assert chance == pytest.approx(expected, rel=1e-9)
        else:
            stability, difficulty = first[grade]
        memory = scheduler.review(memory, review(number, grade, day))
        assert stability == pytest.approx(memory.stability, rel=1e-9)
        assert difficulty == pytest.approx(memory.difficulty, rel=1e-9)


@given(grades, st.floats(0.001, 3_000), st.floats(1, 10), st.integers(0, 2_000))
@settings(deadline=None, derandomize=True)
def test_a_step_is_what_the_formulas_one_by_one_give(grade, stability, difficulty, days):
    chance = recall(days, stability, DEFAULT_WEIGHTS)
    after = walker(DEFAULT_WEIGHTS)(stability, difficulty, days, grade)
    if days:
        wanted = stability_after(grade, stability, difficulty, chance, DEFAULT_WEIGHTS)
    else:
        wanted = stability_same_day(grade, stability, DEFAULT_WEIGHTS)
    wanted_difficulty = difficulty_after(grade, difficulty, DEFAULT_WEIGHTS)
    assert after == pytest.approx((wanted, wanted_difficulty, chance), rel=1e-12)


@pytest.mark.parametrize(
    ("grade", "difficulty"), [(1, 6.4133), (2, 5.11217071), (3, 2.11810397), (4, 1)]
)
def test_a_first_sight_has_the_difficulty_of_the_vectors(grade, difficulty):
    assert first_difficulty(grade, DEFAULT_WEIGHTS) == pytest.approx(difficulty, abs=5e-9)
