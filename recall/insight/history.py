"""The whole history, walked once: what was expected of each answer, and what memory it left."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from recall.ids import PromptKey, card_of
from recall.memory.curve import Weights
from recall.memory.events import REVIEW
from recall.memory.facts import Fact, place, read_facts
from recall.memory.logbook import Logbook
from recall.memory.told import STATE, told_by
from recall.memory.walk import first_steps, walker

EVERY = 500
"""So many questions are walked between two calls of ``told``."""


class Answered(NamedTuple):
    """One answer as its question's memory took it.

    Attributes:
        day: study day; never before that of the answer before it, whatever a clock showed.
        grade: 1 to 4.
        chance: of recall, as it was expected; None at first sight and again on the same day, for
            neither says anything about remembering.
        stability: days, after it.
        own: whether it was given to this question, not to one whose history it adopted.
        newest: whether it belongs to the newest session.
        details: of an Again: what was given, and how sure the learner was.
    """

    day: int
    grade: int
    chance: float | None
    stability: float
    own: bool
    newest: bool
    details: Mapping[str, Any]

    @property
    def scored(self) -> bool:
        """Whether it counts in a recall rate, once: the question was met on an earlier day."""
        return self.own and self.chance is not None


GRADE, CHANCE, OWN, NEWEST, DETAILS = 1, 2, 4, 5, 6
"""Places of an answer's fields, for lines that see a hundred thousand of them."""


class History(NamedTuple):
    """All that was ever answered and not undone.

    Attributes:
        lives: by question, its answers in their order, since it was started (again).
        earlier: the answers before a restart, one sequence for each start.
        days: study days with an answer, as they were written down.
        reviews: how many answers there are.
    """

    lives: Mapping[PromptKey, Sequence[Answered]]
    earlier: Sequence[Sequence[Answered]]
    days: frozenset[int]
    reviews: int

    def all_lives(self) -> Iterator[Sequence[Answered]]:
        """Those before a restart too."""
        yield from self.lives.values()
        yield from self.earlier


def read_history(
    facts: Sequence[Fact], weights: Weights, told: Callable[[float], None] = lambda part: None
) -> History:
    """Walks the log; ``told`` hears how much is done, 0 to 1.

    A question's answers are those that fold into its memory (``memory.fold``), voided ones left
    out, adopted ones taken in.
    """
    log = read_facts(facts)
    walk = _walk_life(weights)
    lives: dict[PromptKey, Sequence[Answered]] = {}
    keys = list(log.prompts())
    for number, key in enumerate(keys):
        if number % EVERY == 0:
            told(number / len(keys))
        answers = walk(key.prompt, sorted(log.counted(key)))
        if answers:
            lives[key] = answers
    return History(
        lives,
        [walk(prompt, part) for prompt, part in _before_restarts(log)],
        frozenset(each.day for each in facts if each.kind == REVIEW),
        sum(map(len, log.reviews.values())),
    )


def _walk_life(weights: Weights) -> Callable[[str, Sequence[Fact]], list[Answered]]:
    step, first = walker(weights), first_steps(weights)
    new = tuple.__new__  # A third of what Answered() takes, a hundred thousand times.

    def walk(prompt: str, facts: Sequence[Fact]) -> list[Answered]:
        answers: list[Answered] = []
        day = 0
        stability = difficulty = 0.0
        for _, _, given_to, _, grade, today, newest, details in facts:
            chance: float | None = None
            if not answers:
                day = today
                stability, difficulty = first[grade]
            elif today > day:
                stability, difficulty, chance = step(stability, difficulty, today - day, grade)
                day = today
            else:
                stability, difficulty, _ = step(stability, difficulty, 0, grade)
            if details and STATE in details and (state := told_by(details)):
                stability, difficulty = state
            own = given_to == prompt
            answers.append(new(Answered, (day, grade, chance, stability, own, newest, details)))
        return answers

    return walk


def _before_restarts(log: Logbook[Fact]) -> Iterator[tuple[str, list[Fact]]]:
    """The answers that restarts ended, each question's parted at its restarts."""
    if not log.restarts:
        return
    for (prompt, _), found in log.reviews.items():
        restarts = sorted(log.restarts.get(card_of(prompt), ()))
        parts: list[list[Fact]] = [[] for _ in restarts]
        for each in sorted(found) if restarts else ():
            after = bisect(restarts, place(each))
            if after < len(restarts):
                parts[after].append(each)
        yield from ((prompt, part) for part in parts if part)
