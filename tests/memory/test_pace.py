"""How an answer's time compares with the starting medians."""

from __future__ import annotations

from math import log

import pytest

from recall.memory import pace
from recall.memory.pace import log_residual
from recall.session import values


def test_a_median_answer_is_neither_slow_nor_fast():
    for shown, medians in pace.MEDIAN_SECONDS.items():
        for grade, seconds in enumerate(medians, start=1):
            assert log_residual(round(seconds * 1000), shown, grade) == 0.0


def test_twice_the_median_is_the_logarithm_of_two():
    assert log_residual(17_000, "review", 3) == pytest.approx(log(2))


def test_whoever_walks_away_counts_a_minute_and_a_held_key_half_a_second():
    assert log_residual(3_600_000, "new", 1) == log(60 / 20)
    assert log_residual(1, "new", 1) == log(0.5 / 20)


@pytest.mark.parametrize(
    ("took_ms", "shown"), [(None, "new"), (0, "new"), (-5, "new"), (900, "?"), (900, ["new"])]
)
def test_an_answer_without_a_time_or_of_an_unknown_kind_says_nothing(took_ms, shown):
    assert log_residual(took_ms, shown, 3) is None


def test_the_kinds_of_showing_are_those_of_a_sitting():
    assert (pace.NEW, pace.REVIEW, pace.REPEAT) == (values.NEW, values.REVIEW, values.REPEAT)
