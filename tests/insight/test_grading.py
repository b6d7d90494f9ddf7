"""Whether Hard is used for what was forgotten: seen in those who do it, in nobody else."""

from __future__ import annotations

import random
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.ids import PromptKey
from recall.insight.grading import hard_for_forgotten, typical_hard
from recall.insight.history import Answered, History
from recall.memory.curve import (
    DEFAULT_WEIGHTS,
    first_stability,
    recall,
    stability_after,
    stability_same_day,
)

W = DEFAULT_WEIGHTS
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
FEW = settings(deadline=None, derandomize=True, max_examples=25)


def answered(day: int, grade: int, chance: float | None, stability: float = 5.0) -> Answered:
    return Answered(day, grade, chance, stability, True, False, {})


def lives(*grades: int, chance: float = 0.9, questions: int = 100) -> list[list[Answered]]:
    """Many questions, each met once and then answered so on later days."""
    first = answered(0, GOOD, None)
    return [
        [first, *(answered(day, grade, chance) for day, grade in enumerate(grades, 1))]
        for _ in range(questions)
    ]


def test_nothing_is_said_of_an_empty_log():
    assert not hard_for_forgotten([])


def test_who_never_chooses_forgot_but_often_hard_takes_one_for_the_other():
    assert hard_for_forgotten(lives(GOOD, HARD, GOOD, GOOD))


def test_who_forgets_as_often_as_expected_may_use_hard_as_they_like():
    assert not hard_for_forgotten([*lives(HARD, GOOD, HARD, GOOD), *lives(AGAIN, questions=50)])


def test_who_never_forgets_and_finds_little_hard_has_a_good_memory():
    assert not hard_for_forgotten([*lives(GOOD, EASY, GOOD), *lives(HARD, questions=20)])


def test_a_few_answers_say_nothing():
    assert not hard_for_forgotten(lives(HARD, questions=30))


def test_what_was_hard_and_is_gone_the_next_time_was_gone_before():
    fine = lives(GOOD, GOOD, GOOD, AGAIN, questions=60)
    assert hard_for_forgotten([*fine, *lives(HARD, AGAIN, questions=40)])
    assert not hard_for_forgotten([*fine, *lives(HARD, GOOD, questions=40)])


def test_first_sights_and_adopted_answers_say_nothing():
    first = [[answered(0, HARD, None)] for _ in range(300)]
    assert not hard_for_forgotten(first)
    adopted = [[each._replace(own=False) for each in life] for life in lives(GOOD, HARD, GOOD)]
    assert not hard_for_forgotten(adopted)


class Learner:
    """Somebody whose memory goes by FSRS, which the app knows only through the grades."""

    def __init__(self, seed: int, memory: float, effort: float, misuse: float) -> None:
        self.dice = random.Random(seed)
        self.memory, self.effort, self.misuse = memory, effort, misuse

    def life(self, answers: int) -> list[Answered]:
        """One question, met and then asked when the app thinks that it is time."""
        grade = self.dice.choices([AGAIN, HARD, GOOD, EASY], [0.24, 0.09, 0.5, 0.17])[0]
        known = first_stability(grade, W)
        true = known * self.memory
        difficulty, day = 5.5, 0
        found = [answered(day, grade, None, known)]
        for _ in range(answers):
            days = max(1, round(known * self.dice.uniform(0.6, 1.5)))
            day += days
            expected, chance = recall(days, known, W), recall(days, true, W)
            if self.dice.random() < chance:
                felt = self.dice.choices([HARD, GOOD, EASY], [self.effort, 0.75, 0.1])[0]
                said = felt
            else:
                felt = AGAIN
                said = HARD if self.dice.random() < self.misuse else AGAIN
            known = self._after(said, known, difficulty, expected)
            true = self._after(felt, true, difficulty, chance)
            found.append(answered(day, said, expected, known))
        return found

    def _after(self, grade: int, stability: float, difficulty: float, chance: float) -> float:
        after = stability_after(grade, stability, difficulty, chance, W)
        return stability_same_day(GOOD, after, W) if grade == AGAIN else after


@FEW
@given(
    st.integers(0, 10_000),
    st.floats(0.4, 2.0),
    st.floats(0.0, 0.4),
    st.integers(20, 150),
)
def test_an_honest_learner_never_sees_it(seed, memory, effort, questions):
    learner = Learner(seed, memory, effort, misuse=0.0)
    assert not hard_for_forgotten([learner.life(5) for _ in range(questions)])


@FEW
@given(st.integers(0, 10_000), st.floats(0.4, 1.2), st.floats(0.05, 0.3))
def test_who_says_hard_for_forgotten_sees_it(seed, memory, effort):
    learner = Learner(seed, memory, effort, misuse=1.0)
    assert hard_for_forgotten([learner.life(6) for _ in range(80)])


def test_the_typical_question_is_the_middle_one_of_those_last_graded_hard():
    numbers = count(1)

    def key() -> PromptKey:
        return PromptKey(f"d/c{next(numbers)}/main", 1)

    known = {
        key(): [answered(1, HARD, 0.9, 9.0)],
        key(): [answered(1, HARD, 0.9, 3.0)],
        key(): [answered(1, HARD, 0.9, 1.0)],
        key(): [answered(1, GOOD, 0.9, 4.0)],
    }
    history = History(known, [], frozenset(), 4)
    assert typical_hard(history) == PromptKey("d/c2/main", 1)
    assert typical_hard(History({}, [], frozenset(), 0)) is None


@pytest.mark.parametrize("misuse", [0.0, 1.0])
def test_the_order_of_questions_does_not_matter(misuse):
    learner = Learner(3, 1.0, 0.1, misuse)
    found = [learner.life(6) for _ in range(80)]
    assert hard_for_forgotten(found) == hard_for_forgotten(found[::-1]) == bool(misuse)
