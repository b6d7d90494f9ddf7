"""The whole history, walked once: what was expected of each answer, and what memory it left."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from recall.ids import PromptKey, card_of
from recall.insight.life import Life
from recall.memory.curve import Weights
from recall.memory.facts import ID, PROMPT, Fact, details_of, place
from recall.memory.logbook import Logbook
from recall.memory.told import told_by
from recall.memory.walk import first_steps, walker

EVERY = 500
"""So many questions are walked between two calls of ``told``."""


class History(NamedTuple):
    """All that was ever answered and not undone.

    Attributes:
        lives: by question, its answers in their order, since it was started (again).
        earlier: the answers before a restart, a life for each start.
        days: study days with an answer, as they were written down.
        reviews: how many answers there are.
    """

    lives: Mapping[PromptKey, Life]
    earlier: Sequence[Life]
    days: frozenset[int]
    reviews: int

    def all_lives(self) -> Iterator[Life]:
        """Those before a restart too."""
        yield from self.lives.values()
        yield from self.earlier


def read_history(
    log: Logbook[Fact], weights: Weights, told: Callable[[float], None] = lambda part: None
) -> History:
    """Walks the log; ``told`` hears how much is done, 0 to 1.

    A question's answers are those that fold into its memory (``memory.fold``), voided ones left
    out, adopted ones taken in.
    """
    days: dict[int, int] = {}
    walk = _walker(weights, days)
    lives: dict[PromptKey, Life] = {}
    keys = list(log.prompts())
    for number, key in enumerate(keys):
        if number % EVERY == 0:
            told(number / len(keys))
        facts = log.in_order(key)
        if facts:
            lives[key] = walk(facts)
        if facts and key.prompt in log.sources:
            others = {at for at, fact in enumerate(facts) if fact[PROMPT] != key.prompt}
            lives[key] = lives[key]._replace(adopted=others)
    earlier = [walk(part) for part in _before_restarts(log)]
    return History(lives, earlier, frozenset(days), sum(map(len, log.reviews.values())))


def _walker(weights: Weights, known: dict[int, int]) -> Callable[[Sequence[Fact]], Life]:
    """A function from facts to the life that they make.

    ``known`` collects the days as they were written down. A row has a number of its own for its
    day, somewhere among megabytes: equal days are made one, which whoever looks at all answers
    later finds near by.
    """
    step, first = walker(weights), first_steps(weights)

    def walk(facts: Sequence[Fact]) -> Life:
        days: list[int] = []
        grades: list[int] = []
        chances: list[float | None] = []
        stabilities: list[float] = []
        newest: list[int] = []
        told: dict[int, Mapping[str, Any]] = {}
        day, stability, difficulty = 0, 0.0, 0.0
        if len(facts[0]) > ID:
            facts = [fact[:ID] for fact in facts]
        for _, _, _, grade, today, is_newest, text in facts:
            chance = None
            today = known.setdefault(today, today)
            if not days:
                day = today
                stability, difficulty = first[grade]
            elif today > day:
                stability, difficulty, chance = step(stability, difficulty, today - day, grade)
                day = today
            else:
                stability, difficulty, _ = step(stability, difficulty, 0, grade)
            if text is not None and (details := details_of(text)):
                told[len(days)] = details
                stability, difficulty = told_by(details) or (stability, difficulty)
            if is_newest:
                newest.append(len(days))
            days.append(day)
            grades.append(grade)
            chances.append(chance)
            stabilities.append(stability)
        return Life(days, grades, chances, stabilities, newest=newest, details=told)

    return walk


def _before_restarts(log: Logbook[Fact]) -> Iterator[list[Fact]]:
    """The answers that restarts ended, each question's parted at its restarts."""
    if not log.restarts:
        return
    for (prompt, _), found in log.reviews.items():
        restarts = sorted(log.restarts.get(card_of(prompt), ()))
        parts: list[list[Fact]] = [[] for _ in restarts]
        for each in found if restarts else ():
            after = bisect(restarts, place(each))
            if after < len(restarts):
                parts[after].append(each)
        yield from filter(None, parts)
