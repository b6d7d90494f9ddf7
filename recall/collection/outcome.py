"""What a sitting does to what its learner would recall on the day that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recall.ids import PromptKey
from recall.memory.curve import recall
from recall.memory.events import Memory
from recall.session.machine import State
from recall.session.summary import Summary, summarise

if TYPE_CHECKING:
    from recall.collection.planning import Planning


class Outcome:
    """Measured from the moment it is made; hears of every memory before it changes."""

    def __init__(self, collection: Planning) -> None:
        self._collection = collection
        self._ahead, self._when = collection.day_that_matters()
        self._counts, self._total = collection.measure()
        self._before = collection.outlook(self._ahead, self._counts)
        self._original: dict[PromptKey, Memory | None] = {}

    def changes(self, key: PromptKey, memory: Memory | None) -> None:
        """A prompt whose memory was ``memory`` so far gets another one."""
        self._original.setdefault(key, memory)

    def summary(self, state: State) -> Summary:
        """What the sitting came to so far."""
        after = self._before
        memories = self._collection.memories
        for key, original in self._original.items():
            if self._counts(key):
                after += self._chance(memories.get(key)) - self._chance(original)
        return summarise(
            state, before=self._before, after=after, total=self._total, when=self._when
        )

    def _chance(self, memory: Memory | None) -> float:
        if memory is None:
            return 0.0
        day = self._collection.today + self._ahead - memory.last_day
        return recall(day, memory.stability, self._collection.scheduler.weights)
