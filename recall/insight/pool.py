"""What a simulated learner may be asked, day by day, without looking at everything each day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from math import ceil
from typing import NamedTuple

from recall.ids import PromptKey
from recall.memory.curve import Weights, factor
from recall.session.costs import PASSED_SECONDS, LearnerPace
from recall.session.planner import HORIZON_DAYS, MAX_HORIZON_DAYS
from recall.session.ranking import EASY_CHANCE
from recall.session.values import Candidate
from recall.session.worth import Dials, seen_scorer

DAYS, WEEK = 28, 7
_WEEKS = DAYS // WEEK


Sleeping = tuple[int, int, Candidate]
"""A question met, after the study day from which it may be asked and its place in deck order."""


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


class Pool:
    """What may be asked on a day. What is hardly fading sleeps until the day on which it may be.

    Of very many that are awake only the best are offered; which ones is looked at anew each week:
    it takes long, and changes slowly.
    """

    def __init__(
        self,
        seen: Iterable[Sleeping],
        new: Sequence[Candidate],
        met: frozenset[str],
        first: int,
        terms: Terms,
    ) -> None:
        self._terms = terms
        self._most = _most(terms)
        self._wakes = _sleeper(terms.weights)
        self._met = set(met)
        self._new = {each.key: each for each in new}
        self._awake: dict[PromptKey, Candidate] = {}
        self._aside: list[Candidate] = []
        self._asleep = list(seen)
        self._turns = {each.key: turn for _, turn, each in self._asleep}
        self._turns |= {
            each.key: turn
            for turn, each in enumerate(new, max(self._turns.values(), default=0) + 1)
        }
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


def within_reach(seen: Sequence[Candidate], first: int, terms: Terms) -> list[Sleeping]:
    """Those that may be asked in the four weeks: without what sleeps longer, and without what is so
    far behind on the first day that the sessions do not get to it."""
    wakes = _sleeper(terms.weights)
    found = [(wakes(each), turn, each) for turn, each in enumerate(seen)]
    awake = [each for day, _, each in found if day <= first]
    most = _WEEKS * _most(terms)
    kept = {each.key for each in _from_the_best(awake, first, terms, most)[:most]}
    return [each for each in found if first < each[0] < first + DAYS or each[2].key in kept]


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
