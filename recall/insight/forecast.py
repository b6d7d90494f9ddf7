"""How much will there be? The next four weeks, lived through by a simulated learner.

Every day one session is planned by the planner itself and answered as FSRS expects: each question
is recalled with its own chance, drawn with dice that the caller gives, and its memory moves on by
FSRS-6. What a session takes is what the planner expects it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from math import ceil
from random import Random
from typing import NamedTuple
from uuid import UUID

from recall.ids import PromptKey
from recall.memory.curve import Weights, factor
from recall.memory.events import Grade, Memory
from recall.memory.walk import first_steps, walker
from recall.session.costs import PASSED_SECONDS, LearnerPace
from recall.session.planner import EASY_CHANCE, HORIZON_DAYS, MAX_HORIZON_DAYS, plan
from recall.session.repeats import comes_again
from recall.session.values import NEW, REVIEW, Candidate, Planned
from recall.session.worth import Dials, first_grade_chances, seen_scorer

DAYS = 28
WEEK = 7
_WEEKS = DAYS // WEEK
_GRADES = tuple(Grade)
_NOWHERE = (0, UUID(int=0))


class Terms(NamedTuple):
    """What all the sessions have in common; see ``session.planner.plan``.

    ``minutes`` are those of a session, ``horizon`` gives the days to the date that matters from a
    study day, and ``new_a_day`` bounds the new questions (None: the planner decides).
    """

    minutes: float
    weights: Weights
    exponent: float = 2.0
    horizon: Callable[[int], int] = lambda day: HORIZON_DAYS
    pace: LearnerPace = LearnerPace()
    first_grades: Sequence[int] = (0, 0, 0, 0)
    new_a_day: int | None = None


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
    met = frozenset(each.card for each in seen)
    seen = _within_reach(seen, first, terms)
    new = [each for each in candidates if each.memory is None]
    halves = (lambda part: told(part / 2), lambda part: told((1 + part) / 2))
    return Forecast(
        tuple(_live([*seen, *new], met, first, terms, dice(), halves[0])),
        tuple(_live(seen, met, first, terms, dice(), halves[1])),
    )


def _live(
    candidates: Sequence[Candidate],
    met: frozenset[str],
    first: int,
    terms: Terms,
    dice: Random,
    told: Callable[[float], None],
) -> Iterator[DayAhead]:
    pool, answer = _Pool(candidates, met, first, terms), _answerer(terms, dice)
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


class _Pool:
    """What may be asked on a day. What is hardly fading sleeps until the day on which it may be.

    Of very many that are awake only the best are offered; which ones is looked at anew each week:
    it takes long, and changes slowly.
    """

    def __init__(
        self, candidates: Sequence[Candidate], met: frozenset[str], first: int, terms: Terms
    ) -> None:
        self._terms = terms
        self._most = _most(terms)
        self._wakes = _sleeper(terms.weights)
        self._met = set(met)
        self._new = {each.key: each for each in candidates if each.memory is None}
        self._turns = {each.key: turn for turn, each in enumerate(candidates)}
        self._awake: dict[PromptKey, Candidate] = {}
        self._aside: list[Candidate] = []
        self._asleep = [
            (self._wakes(each), self._turns[each.key], each)
            for each in candidates
            if each.memory is not None
        ]
        heapify(self._asleep)
        self._first = first

    def on(self, day: int) -> list[Candidate]:
        """The candidates of a day."""
        while self._asleep and self._asleep[0][0] <= day:
            candidate = heappop(self._asleep)[2]
            self._awake[candidate.key] = candidate
        if (day - self._first) % WEEK == 0:
            self._choose(day)
        return [*self._awake.values(), *(self._ready(each) for each in self._new.values())]

    def put(self, candidate: Candidate, day: int) -> None:
        """A question was asked: it sleeps."""
        self._awake.pop(candidate.key, None)
        self._new.pop(candidate.key, None)
        self._met.add(candidate.card)
        heappush(self._asleep, (self._wakes(candidate), self._turns[candidate.key], candidate))

    def _ready(self, candidate: Candidate) -> Candidate:
        if candidate.card in self._met:
            return candidate._replace(after=frozenset(), group="", pairs=())
        if candidate.after:
            return candidate._replace(after=candidate.after - self._met)
        return candidate

    def _choose(self, day: int) -> None:
        ranked = _from_the_best([*self._awake.values(), *self._aside], day, self._terms, self._most)
        self._awake = {each.key: each for each in ranked[: self._most]}
        self._aside = ranked[self._most : _WEEKS * self._most]


def _most(terms: Terms) -> int:
    """More questions than a week of sessions can ask."""
    return ceil(terms.minutes * 60 / PASSED_SECONDS) * (WEEK + 1)


def _within_reach(seen: Sequence[Candidate], first: int, terms: Terms) -> list[Candidate]:
    """Without those that are so far behind on the first day that four weeks do not get to them."""
    wakes = _sleeper(terms.weights)
    awake = [each for each in seen if wakes(each) <= first]
    most = _WEEKS * _most(terms)
    if len(awake) <= most:
        return list(seen)
    kept = {each.key for each in _from_the_best(awake, first, terms, most)[:most]}
    return [each for each in seen if each.key in kept or wakes(each) > first]


def _from_the_best(
    candidates: list[Candidate], day: int, terms: Terms, most: int
) -> list[Candidate]:
    """Candidates from the best score down; as they come where no more than ``most`` are there."""
    if len(candidates) <= most:
        return candidates
    horizon = min(max(terms.horizon(day), 1), MAX_HORIZON_DAYS)
    worth = seen_scorer(Dials(day, terms.weights, terms.exponent, horizon, terms.pace))
    ranked = []
    for turn, each in enumerate(candidates):
        assert each.memory is not None
        gain, seconds, _ = worth(each.memory)
        ranked.append((-gain / seconds, turn))
    return [candidates[turn] for _, turn in sorted(ranked)]


def _sleeper(weights: Weights) -> Callable[[Candidate], int]:
    """A function from a question met to the study day from which the planner may ask it."""
    power = weights[20]
    share = float(EASY_CHANCE ** (-1 / power) - 1) / factor(power)

    def wakes(candidate: Candidate) -> int:
        memory = candidate.memory
        assert memory is not None
        return memory.last_day + max(1, ceil(memory.stability * share))

    return wakes
