"""A log without a database, for screens that write to it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recall.memory.events import VOID, Draft, Event

SESSION = UUID(int=900)


class LogAtHand:
    """What a store writes and gives back of events that are no reviews; times count up."""

    def __init__(self, day: int) -> None:
        self.day = day
        self.session = SESSION
        self.answered_in = 1
        self.events: list[Event] = []

    def append(self, drafts: Sequence[Draft]) -> tuple[Event, ...]:
        made = []
        for draft in drafts:
            number = len(self.events) + 1
            ids = UUID(int=number), self.session, self.session
            event = Event(
                *(*ids, draft.kind, number, 0, self.day),
                target=draft.target,
                details=draft.details,
            )
            self.events.append(event)
            made.append(event)
        return tuple(made)

    def of_kinds(self, kinds: Sequence[str]) -> list[Event]:
        undone = {each.target for each in self.events if each.kind == VOID}
        return [each for each in self.events if each.kind in kinds and each.id not in undone]

    def sittings(self, most: int) -> int:
        return min(most, self.answered_in)
