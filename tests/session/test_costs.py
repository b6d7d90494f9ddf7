"""Expected seconds are learnt from the learner's own answers, and shrunk hard."""

from __future__ import annotations

from math import exp, log

import pytest

from recall.session.costs import LearnerPace, Seconds, card_slower, expected
from tests.support.planning import memory


def test_nothing_known_gives_the_starting_seconds():
    assert expected(None, LearnerPace()) == Seconds(10, 27, 22)
    assert expected(memory(), LearnerPace()) == Seconds(10, 27, 22)


def test_a_learner_twice_as_slow_is_believed_after_many_answers():
    few = LearnerPace(8, 8 * log(2))
    many = LearnerPace(8_000, 8_000 * log(2))
    assert expected(None, few).new == pytest.approx(22 * 2**0.5)
    assert expected(None, many).new == pytest.approx(44, rel=1e-3)


def test_one_slow_answer_hardly_makes_a_card_slow():
    slow = memory(answers=1, log_seconds=log(2))
    assert expected(slow, LearnerPace()).passed == pytest.approx(10 * exp(log(2) / 3.5))


def test_a_card_is_measured_against_its_learner():
    pace = LearnerPace(992, 1_000 * log(1.5))
    usual = memory(answers=10, log_seconds=10 * log(1.5))
    assert card_slower(usual, pace.slower) == pytest.approx(0)
    assert expected(usual, pace).passed == pytest.approx(15)


@pytest.mark.parametrize(("residuals", "clipped"), [(50.0, 0.5), (-50.0, -0.5)])
def test_no_card_is_far_from_its_learner(residuals, clipped):
    assert card_slower(memory(answers=10, log_seconds=residuals), 0.0) == clipped


def test_no_question_is_expected_to_take_more_than_it_is_charged():
    slowest = LearnerPace(10_000, 10_000 * log(7))
    assert expected(None, slowest) == Seconds(60, 60, 60)
