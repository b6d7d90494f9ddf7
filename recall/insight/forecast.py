"""How much will there be? The next four weeks, lived through by a simulated learner.

Every day one session is planned by the planner itself and answered as FSRS expects: each question
is recalled with its own chance, drawn with dice that the caller gives, and its memory moves on by
FSRS-6. What a session takes is what the planner expects it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple
from uuid import UUID

from recall.insight.pool import DAYS, Pool, Terms, within_reach
from recall.memory.events import Grade, Memory
from recall.memory.walk import first_steps, walker
from recall.session.planner import plan
from recall.session.repeats import comes_again
from recall.session.values import NEW, REVIEW, Candidate, Planned
from recall.session.worth import first_grade_chances

_GRADES = tuple(Grade)
_NOWHERE = (0, UUID(int=0))


class DayAhead(NamedTuple):
    """One day to come: minutes on questions met before and on new ones, and how many of each."""

    day: int
    review_minutes: float
    new_minutes: float
    reviewed: int
    new: int

    @property
    def minutes(self) -> float:
        """Minutes in all."""
        return self.review_minutes + self.new_minutes


class Forecast(NamedTuple):
    """The days to come with new questions, and were no new one asked."""

    with_new: tuple[DayAhead, ...]
    without_new: tuple[DayAhead, ...]


def forecast(
    candidates: Sequence[Candidate],
    first: int,
    terms: Terms,
    dice: Callable[[], Random],
    told: Callable[[float], None] = lambda part: None,
) -> Forecast:
    """Four weeks of one session a day.

    Args:
        candidates: every prompt met, and those never met that four weeks may get to.
        first: the study day of the first session.
        dice: gives the same dice each time, so that both courses meet the same luck.
        told: hears how much is done, 0 to 1.
    """
    seen = [each for each in candidates if each.memory is not None]
    new = [each for each in candidates if each.memory is None]
    met = frozenset(each.card for each in seen)
    reached = within_reach(seen, first, terms)
    halves = (lambda part: told(part / 2), lambda part: told((1 + part) / 2))

    def live(new: Sequence[Candidate], told: Callable[[float], None]) -> tuple[DayAhead, ...]:
        return tuple(_live(Pool(reached, new, met, first, terms), first, terms, dice(), told))

    without = live([], halves[0])
    return Forecast(live(new, halves[1]) if new else without, without)


def _live(
    pool: Pool, first: int, terms: Terms, dice: Random, told: Callable[[float], None]
) -> Iterator[DayAhead]:
    answer = _answerer(terms, dice)
    for day in range(first, first + DAYS):
        told((day - first) / DAYS)
        planned = plan(
            pool.on(day),
            day=day,
            budget_seconds=terms.minutes * 60.0,
            weights=terms.weights,
            exponent=terms.exponent,
            horizon=terms.horizon(day),
            pace=terms.pace,
            first_grades=terms.first_grades,
            new_limit=terms.new_a_day,
        )
        for each in planned.chosen:
            pool.put(each.candidate._replace(memory=answer(each, day)), day)
        fresh = [each.seconds for each in planned.chosen if each.is_new]
        review = planned.seconds - sum(fresh)
        yield DayAhead(day, review / 60, sum(fresh) / 60, planned.review, planned.new)


def _answerer(terms: Terms, dice: Random) -> Callable[[Planned, int], Memory]:
    """A function from a question and a day to the memory that its answer leaves."""
    step, firsts = walker(terms.weights), first_steps(terms.weights)
    chances = first_grade_chances(terms.first_grades)

    def answer(planned: Planned, day: int) -> Memory:
        memory = planned.candidate.memory
        if memory is None:
            (grade,) = dice.choices(_GRADES, chances)
            stability, difficulty = firsts[grade]
            known = Memory(0, 0, 0, 0, 0, 0, grade, 0, 0.0, *_NOWHERE)
        else:
            grade = Grade.GOOD if dice.random() < planned.chance else Grade.AGAIN
            days = day - memory.last_day
            stability, difficulty, _ = step(memory.stability, memory.difficulty, days, grade)
            known = memory
        if comes_again(NEW if memory is None else REVIEW, grade):
            stability, difficulty, _ = step(stability, difficulty, 0, Grade.GOOD)
        return known._replace(
            stability=stability,
            difficulty=difficulty,
            last_day=day,
            due_day=day + max(1, round(stability)),
        )

    return answer
