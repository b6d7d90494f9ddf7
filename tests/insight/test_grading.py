"""Whether Hard is used for what was forgotten: seen in those who do it, in nobody else."""

from __future__ import annotations

import random
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.ids import PromptKey
from recall.insight.grading import hard_for_forgotten, typical_hard
from recall.insight.history import History
from recall.insight.life import Life
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


def life(*answers: tuple[int, float | None], stability: float = 5.0) -> Life:
    """A question answered on one day after the other: grades and chances of recall."""
    grades, chances = zip(*answers, strict=True)
    return Life(range(len(answers)), grades, chances, [stability] * len(answers))


def lives(*grades: int, chance: float = 0.9, questions: int = 100) -> list[Life]:
    """Many questions, each met once and then answered so on later days."""
    return [life((GOOD, None), *((grade, chance) for grade in grades))] * questions


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
    assert not hard_for_forgotten([life((HARD, None))] * 300)
    adopted = [each._replace(adopted={0, 1, 2, 3}) for each in lives(GOOD, HARD, GOOD)]
    assert not hard_for_forgotten(adopted)


class Learner:
    """Somebody whose memory goes by FSRS, which the app knows only through the grades."""

    def __init__(self, seed: int, memory: float, effort: float, misuse: float) -> None:
        self.dice = random.Random(seed)
        self.memory, self.effort, self.misuse = memory, effort, misuse

    def life(self, answers: int) -> Life:
        """One question, met and then asked when the app thinks that it is time."""
        grade = self.dice.choices([AGAIN, HARD, GOOD, EASY], [0.24, 0.09, 0.5, 0.17])[0]
        known = first_stability(grade, W)
        true = known * self.memory
        difficulty = 5.5
        found: list[tuple[int, float | None]] = [(grade, None)]
        for _ in range(answers):
            days = max(1, round(known * self.dice.uniform(0.6, 1.5)))
            expected, chance = recall(days, known, W), recall(days, true, W)
            if self.dice.random() < chance:
                felt = self.dice.choices([HARD, GOOD, EASY], [self.effort, 0.75, 0.1])[0]
                said = felt
            else:
                felt = AGAIN
                said = HARD if self.dice.random() < self.misuse else AGAIN
            known = self._after(said, known, difficulty, expected)
            true = self._after(felt, true, difficulty, chance)
            found.append((said, expected))
        return life(*found)

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
        key(): life((HARD, 0.9), stability=9.0),
        key(): life((HARD, 0.9), stability=3.0),
        key(): life((HARD, 0.9), stability=1.0),
        key(): life((GOOD, 0.9), stability=4.0),
    }
    history = History(known, [], frozenset(), 4)
    assert typical_hard(history) == PromptKey("d/c2/main", 1)
    assert typical_hard(History({}, [], frozenset(), 0)) is None


@pytest.mark.parametrize("misuse", [0.0, 1.0])
def test_the_order_of_questions_does_not_matter(misuse):
    learner = Learner(3, 1.0, 0.1, misuse)
    found = [learner.life(6) for _ in range(80)]
    assert hard_for_forgotten(found) == hard_for_forgotten(found[::-1]) == bool(misuse)
