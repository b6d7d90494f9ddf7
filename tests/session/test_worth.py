"""What asking a question now is worth: the formulas, and the checks that their makers ask for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.memory.curve import DEFAULT_WEIGHTS, recall, stability_after, stability_same_day
from recall.session.costs import LearnerPace, expected
from recall.session.worth import (
    FIRST_GRADES,
    Dials,
    Worth,
    first_grade_chances,
    knowledge,
    seen_scorer,
    worth_of_new,
)
from tests.support.planning import TODAY, memory

PACE = LearnerPace()


def dials(exponent=2.0, horizon=14, pace=PACE):
    return Dials(TODAY, DEFAULT_WEIGHTS, exponent, horizon, pace)


def worth(remembered, **changes):
    return Worth(*seen_scorer(dials(**changes))(remembered))


stabilities = st.floats(0.01, 2_000)
difficulties = st.floats(1, 10)
days = st.integers(1, 1_500)
exponents = st.sampled_from((1.0, 1.5, 2.0, 2.5))
horizons = st.integers(1, 60)


@given(stabilities, difficulties, days, exponents, horizons, st.integers(0, 9), st.floats(-9, 9))
@settings(deadline=None, derandomize=True)
def test_the_fast_scorer_is_the_formula(S, D, t, exponent, h, answers, residuals):
    w = DEFAULT_WEIGHTS
    pace = LearnerPace(40, 12.0)
    remembered = memory(S, t, D, answers=answers, log_seconds=residuals if answers else 0.0)

    def k(ahead, stability):
        return knowledge(ahead, stability, w, exponent)

    chance = recall(t, S, w)
    passed = stability_after(3, S, D, chance, w)
    failed = stability_same_day(3, stability_after(1, S, D, chance, w), w)
    seconds = expected(remembered, pace)
    found = worth(remembered, exponent=exponent, horizon=h, pace=pace)
    gain = chance * k(h, passed) + (1 - chance) * k(h, failed) - k(t + h, S)
    assert found.gain == pytest.approx(gain, abs=1e-12)
    cost = chance * seconds.passed + (1 - chance) * seconds.failed
    assert found.seconds == pytest.approx(cost)
    assert found.chance == pytest.approx(chance)


@given(stabilities, difficulties, days, exponents, horizons)
@settings(deadline=None, derandomize=True)
def test_no_gain_is_above_one(S, D, t, exponent, h):
    assert worth(memory(S, t, D), exponent=exponent, horizon=h).gain <= 1
    assert worth_of_new(dials(exponent, h)).gain <= 1


def test_a_new_question_gains_less_the_further_the_date():
    gains = [worth_of_new(dials(horizon=h)).gain for h in range(1, 61)]
    assert gains == sorted(gains, reverse=True)
    assert len(set(gains)) == 60


def test_the_scores_are_those_that_the_share_for_due_questions_was_chosen_by():
    assert worth_of_new(dials()).score == pytest.approx(0.0233, abs=5e-5)
    good_yesterday = memory(2.3065, 1, 2.11810397)
    assert worth(good_yesterday).score == pytest.approx(0.0148, rel=0.02)


def test_three_days_after_a_review_a_question_is_worth_more_than_after_one():
    late, early = worth(memory(3, 3), horizon=30), worth(memory(3, 1), horizon=30)
    assert late.score > early.score


def test_scores_are_free_of_the_scale_of_seconds():
    slower = LearnerPace(10**9, 10**9 * 0.6)
    seen, new = memory(5, 5), worth_of_new(dials())
    ratio = worth(seen).score / new.score
    assert worth(seen, pace=slower).score / worth_of_new(dials(pace=slower)).score == (
        pytest.approx(ratio)
    )


def test_twice_the_seconds_are_half_the_score():
    once = worth(memory(5, 5))
    twice = once._replace(seconds=2 * once.seconds)
    assert twice.score == pytest.approx(once.score / 2)
    # As the learner's own answers bring it about: residuals of ln 2 from many answers.
    slow = LearnerPace(10**12, 10**12 * 0.6931471805599453)
    assert worth(memory(5, 5), pace=slow).score == pytest.approx(once.score / 2)


@given(stabilities, difficulties, days, horizons)
@settings(deadline=None, derandomize=True)
def test_with_exponent_one_a_new_question_is_always_worth_most(S, D, t, h):
    assert worth(memory(S, t, D), exponent=1.0, horizon=h).score < worth_of_new(dials(1.0, h)).score


def test_first_grades_are_everyones_until_the_learner_has_many():
    assert first_grade_chances((0, 0, 0, 0)) == pytest.approx(FIRST_GRADES)
    assert first_grade_chances((20, 0, 0, 0))[0] == pytest.approx((20 + 4.8) / 40)
    assert sum(first_grade_chances((3, 1, 4, 1))) == pytest.approx(1)


def test_who_knows_little_at_first_sight_gains_less_from_new_questions():
    stranger = worth_of_new(dials(), (100, 0, 0, 0))
    expert = worth_of_new(dials(), (0, 0, 0, 100))
    assert stranger.gain < expert.gain
