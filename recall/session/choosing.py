"""Filling a session from the best question down, minding gates, groups and siblings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush

from recall.session.values import Planned

GROUP_LIMIT = 4
"""New cards of one group of look-alikes on a study day."""
PAIR_LIMIT = 1
"""New cards of one contrast pair on a study day: each is known before the other comes."""


class Chooser:
    """Takes what it is offered, in this order, until the first question that does not fit.

    Args:
        budget_seconds: seconds to fill; None where only ``limit`` counts.
        limit: questions at most; None where only the seconds count.
        alike_today: new cards of each group and each pair already met today.
        new_limit: new questions at most, those in reserve among them; None for any number.

    Attributes:
        chosen: what fits.
        reserve: what came after it and might be asked as well.
        seconds: what the chosen ones should take.
    """

    def __init__(
        self,
        budget_seconds: float | None,
        limit: int | None,
        alike_today: Mapping[str, int],
        new_limit: int | None = None,
    ) -> None:
        self.chosen: list[Planned] = []
        self.reserve: list[Planned] = []
        self.seconds = 0.0
        self._budget = budget_seconds
        self._limit = limit
        self._new_left = new_limit
        self._full = False
        self._cards: set[str] = set()
        self._alike = Counter(alike_today)
        self._waiting: defaultdict[str, list[tuple[int, Planned]]] = defaultdict(list)

    @property
    def used(self) -> float:
        """The share of the session that is filled, 0 to 1."""
        if self._full:
            return 1.0
        time = self.seconds / self._budget if self._budget else 0.0
        return max(time, len(self.chosen) / self._limit) if self._limit else time

    def done(self, spare: int) -> bool:
        """Whether nothing more fits and ``spare`` questions more than chosen are in reserve."""
        return self._full and len(self.reserve) >= len(self.chosen) + spare

    def offer(self, turn: int, planned: Planned) -> None:
        """Takes a question or leaves it; one that waits for others is taken right after them.

        ``turn`` is its place in deck order.
        """
        ready = [(turn, planned)]
        while ready:
            turn, planned = heappop(ready)
            if self._may_be_asked(turn, planned):
                self._take(planned)
                for opened in self._waiting.pop(planned.candidate.card, ()):
                    heappush(ready, opened)

    def _may_be_asked(self, turn: int, planned: Planned) -> bool:
        candidate = planned.candidate
        if candidate.card in self._cards:
            return False
        if not planned.is_new:
            return True
        if self._new_left is not None and self._new_left <= 0:
            return False
        if candidate.group and self._alike[candidate.group] >= GROUP_LIMIT:
            return False
        if any(self._alike[pair] >= PAIR_LIMIT for pair in candidate.pairs):
            return False
        missing = next((name for name in candidate.after if name not in self._cards), None)
        if missing is not None:
            # Filed under one of those it waits for, so that opening a gate costs no search.
            self._waiting[missing].append((turn, planned))
        return missing is None

    def _take(self, planned: Planned) -> None:
        self._full = self._full or not self._fits(planned)
        if self._full:
            self.reserve.append(planned)
        else:
            self.chosen.append(planned)
            self.seconds += planned.seconds
        candidate = planned.candidate
        self._cards.add(candidate.card)
        if planned.is_new:
            if self._new_left is not None:
                self._new_left -= 1
            self._alike.update((candidate.group, *candidate.pairs))

    def _fits(self, planned: Planned) -> bool:
        if self._limit is not None and len(self.chosen) >= self._limit:
            return False
        return self._budget is None or self.seconds + planned.seconds <= self._budget
