"""The plain formulas are FSRS-6's own, and need no fsrs."""

from __future__ import annotations

import subprocess
import sys

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.memory.curve import (
    DEFAULT_WEIGHTS,
    first_stability,
    recall,
    stability_after,
    stability_same_day,
)

PEER = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
ZERO = fsrs.Card(card_id=1).due.replace(hour=0, minute=0, second=0, microsecond=0)

grades = st.integers(1, 4)
stabilities = st.floats(0.001, 3_000)
difficulties = st.floats(1, 10)


def card(stability: float, difficulty: float) -> fsrs.Card:
    return fsrs.Card(
        card_id=1,
        state=fsrs.State.Review,
        stability=stability,
        difficulty=difficulty,
        due=ZERO,
        last_review=ZERO,
    )


def test_the_default_weights_are_those_of_py_fsrs():
    assert DEFAULT_WEIGHTS == DEFAULT_PARAMETERS


@pytest.mark.parametrize(
    ("days", "stability", "chance"),
    [
        (0, 1, 1),
        (1, 2, 0.9403443),
        (2, 3, 0.9253786),
        (3, 4, 0.9185229),
        (4, 4, 0.9),
        (5, 2, 0.8261359),
    ],
)
def test_the_chance_of_recall_is_that_of_the_vectors(days, stability, chance):
    assert recall(days, stability, DEFAULT_WEIGHTS) == pytest.approx(chance, abs=5e-8)


@pytest.mark.parametrize(
    ("grade", "stability"), [(1, 0.212), (2, 1.2931), (3, 2.3065), (4, 8.2956)]
)
def test_a_first_sight_has_the_stability_of_the_vectors(grade, stability):
    assert first_stability(grade, DEFAULT_WEIGHTS) == stability


@given(grades, stabilities, difficulties, st.integers(1, 2_000))
@settings(deadline=None, derandomize=True)
def test_a_review_on_a_later_day_leaves_the_stability_that_py_fsrs_says(
    grade, stability, difficulty, days
):
    later = ZERO.fromtimestamp(ZERO.timestamp() + days * 86_400, ZERO.tzinfo)
    after, _ = PEER.review_card(card(stability, difficulty), fsrs.Rating(grade), later)
    chance = recall(days, stability, DEFAULT_WEIGHTS)
    ours = stability_after(grade, stability, difficulty, chance, DEFAULT_WEIGHTS)
    assert ours == pytest.approx(after.stability, rel=1e-9)


@given(grades, stabilities)
@settings(deadline=None, derandomize=True)
def test_another_review_on_the_same_day_leaves_the_stability_that_py_fsrs_says(grade, stability):
    after, _ = PEER.review_card(card(stability, 5.0), fsrs.Rating(grade), ZERO)
    ours = stability_same_day(grade, stability, DEFAULT_WEIGHTS)
    assert ours == pytest.approx(after.stability, rel=1e-9)


def test_nothing_of_a_plan_needs_fsrs_and_a_review_imports_it_when_it_comes():
    program = (
        "import sys; import recall.session.planner, recall.session.repeats, recall.memory.fold;"
        "from recall.memory.scheduler import Scheduler; ours = Scheduler();"
        "assert 'fsrs' not in sys.modules; ours.preview(None, 1); assert 'fsrs' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
