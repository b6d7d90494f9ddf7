"""The log read from its beginning, with the memory as it stood after every single event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from recall.ids import PromptKey, card_of
from recall.memory.events import ADOPT, RESTART, REVIEW, VOID, Event, Grade, Memory
from recall.memory.fold import fold_log
from recall.memory.scheduler import Scheduler

_GRADES = frozenset(Grade)


def trail(events: Iterable[Event], scheduler: Scheduler) -> Iterator[tuple[Event, Memory | None]]:
    """Each event with the memory that it left its prompt: the fold of the log up to this event.

    ``events`` come in their total order, ``(at_ms, id)``. The memory after a void is that of the
    prompt whose event it took back; it is None where an event leaves none or is about no prompt.
    """
    past = _Past(scheduler)
    for event in events:
        yield event, past.take(event)


class _Past:
    """What has happened so far, kept so that one prompt can be folded anew."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self._memories: dict[str, dict[PromptKey, Memory]] = {}
        self._by_card: dict[str, list[Event]] = {}
        self._by_id: dict[UUID, Event] = {}
        self._voids: dict[UUID, Event] = {}
        self._sources: dict[str, set[str]] = {}

    def take(self, event: Event) -> Memory | None:
        """Add an event; the memory after it."""
        if event.kind == VOID:
            return self._void(event)
        if event.prompt is None:
            return None
        card = card_of(event.prompt)
        self._by_card.setdefault(card, []).append(event)
        self._by_id[event.id] = event
        if event.kind == ADOPT:
            source = str(event.details.get("from", ""))
            self._sources.setdefault(card, set()).add(card_of(source))
        if event.kind in (ADOPT, RESTART):
            return self._fold_again(event)
        memories = self._memories.setdefault(card, {})
        if event.kind == REVIEW and event.id not in self._voids and event.grade in _GRADES:
            memories[event.key] = self._scheduler.review(memories.get(event.key), event)
        return memories.get(event.key)

    def _void(self, event: Event) -> Memory | None:
        if event.target is None:
            return None
        self._voids[event.target] = event
        target = self._by_id.get(event.target)
        return None if target is None else self._fold_again(target)

    def _fold_again(self, event: Event) -> Memory | None:
        """Fold anew what an event may have changed; the memory of its own prompt."""
        changed = self._reached(card_of(event.prompt or ""))
        past: list[Event] = []
        for card in self._ancestors(changed):
            for each in self._by_card.get(card, ()):
                past.append(each)
                if each.id in self._voids:
                    past.append(self._voids[each.id])
        progress = fold_log(past, self._scheduler)
        self._memories |= {card: {} for card in changed}
        for key, memory in progress.memories.items():
            if card_of(key.prompt) in changed:
                self._memories[card_of(key.prompt)][key] = memory
        return self._memories[card_of(event.prompt or "")].get(event.key)

    def _reached(self, card: str) -> set[str]:
        """The card, and those that adopted its history, at any distance."""
        reached = {card}
        while more := {new for new, old in self._sources.items() if old & reached} - reached:
            reached |= more
        return reached

    def _ancestors(self, cards: set[str]) -> set[str]:
        """The cards, and those whose history they adopted, at any distance."""
        known = set(cards)
        while more := {old for new in known for old in self._sources.get(new, ())} - known:
            known |= more
        return known
