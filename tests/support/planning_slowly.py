"""A session planned the slow, obvious way: everything is sorted, every gate is tried each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from recall.memory.curve import DEFAULT_WEIGHTS
from recall.session.costs import LearnerPace
from recall.session.values import Candidate
from recall.session.worth import Dials, seen_scorer, worth_of_new
from tests.support.planning import TODAY

DIALS = Dials(TODAY, DEFAULT_WEIGHTS, 2.0, 14, LearnerPace())
Scored = tuple[float, int, float, Candidate]
"""Minus the score, the place in deck order, seconds, and which it is."""


def chosen_and_reserve(
    deck: Sequence[Candidate], seconds: float, limit: int | None, new_limit: int | None
) -> tuple[list[str], list[str]]:
    """The names of the questions of a session, in the order in which they are taken."""
    filling = _Filling(seconds, limit, new_limit, {each.card for each in deck if each.memory})
    ranked = sorted(_best_of_cards(_scored(deck, new_limit)))
    due = [each for each in ranked if each[3].memory and each[3].memory.due_day <= TODAY]
    first = []
    for each in due:
        if filling.share() >= 0.2:
            break
        filling.offer(each)
        first.append(each)
    for each in ranked:
        if filling.full and len(filling.reserve) >= len(filling.chosen) + 20:
            break
        if each not in first:
            filling.offer(each)
    return filling.chosen, filling.reserve


def _scored(deck: Sequence[Candidate], new_limit: int | None) -> Iterator[Scored]:
    seen_worth, new = seen_scorer(DIALS), worth_of_new(DIALS)
    for turn, each in enumerate(each for each in deck if each.memory or new_limit != 0):
        if each.memory is None:
            yield -new.score, turn, new.seconds, each
        elif each.memory.last_day < TODAY:
            gain, takes, chance = seen_worth(each.memory)
            if gain > 0 and (chance <= 0.95 or each.asked_for):
                yield -gain / takes, turn, takes, each


def _best_of_cards(scored: Iterator[Scored]) -> list[Scored]:
    best: dict[str, Scored] = {}
    for each in scored:
        card = each[3].card
        best[card] = min(each, best.get(card, each), key=lambda one: one[:2])
    return list(best.values())


class _Filling:
    def __init__(
        self, seconds: float, limit: int | None, new_limit: int | None, met: set[str]
    ) -> None:
        self.chosen: list[str] = []
        self.reserve: list[str] = []
        self.full = False
        self._budget, self._limit, self._new_left, self._met = seconds, limit, new_limit, met
        self._used = 0.0
        self._cards: set[str] = set()
        self._alike: Counter[str] = Counter()
        self._waiting: list[Scored] = []

    def share(self) -> float:
        """Of the session that is filled."""
        counted = len(self.chosen) / self._limit if self._limit else 0.0
        return 1.0 if self.full else max(self._used / self._budget, counted)

    def offer(self, scored: Scored) -> None:
        """Takes it, and all that it opens, in deck order."""
        ready = [scored]
        while ready:
            self._try(ready[0])
            ready = sorted((each for each in self._waiting if self._open(each)), key=_turn)
            self._waiting = [each for each in self._waiting if each not in ready[:1]]

    def _gated(self, each: Scored) -> bool:
        """A further side of a card that was met is no new card."""
        return each[3].memory is None and each[3].card not in self._met

    def _open(self, each: Scored) -> bool:
        return not self._gated(each) or each[3].after <= self._cards

    def _try(self, scored: Scored) -> None:
        _, _, takes, candidate = scored
        new, gated = candidate.memory is None, self._gated(scored)
        alike = [name for name in (candidate.group, *candidate.pairs) if name] if gated else []
        if new and self._new_left is not None and self._new_left <= 0:
            return
        if any(self._alike[name] >= (4 if name == candidate.group else 1) for name in alike):
            return
        if not self._open(scored):
            self._waiting.append(scored)
            return
        fits = self._used + takes <= self._budget
        fits = fits and (self._limit is None or len(self.chosen) < self._limit)
        self.full = self.full or not fits
        (self.reserve if self.full else self.chosen).append(candidate.key.prompt)
        self._used += 0 if self.full else takes
        self._cards.add(candidate.card)
        self._alike.update(alike)
        if new and self._new_left is not None:
            self._new_left -= 1


def _turn(scored: Scored) -> int:
    return scored[1]
