"""Cards and modules that wait for each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recall.decks.model import Deck


def waits_of(deck: Deck) -> dict[str, tuple[str, ...]]:
    """What each card and module waits for, by id: ``after`` of its own, a card also for that of its
    module, a module for all its cards. Drafts gate nothing."""
    gates = {module.id: module.after for module in deck.modules}
    waits: dict[str, list[str]] = {module.id: [] for module in deck.modules}
    for card in deck.cards:
        if not card.draft:
            waits[card.id] = [*card.after, *gates.get(card.module, ())]
            if card.module in gates:
                waits[card.module].append(card.id)
    return {name: tuple(dict.fromkeys(targets)) for name, targets in waits.items()}


def circles(waits: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Circles of ids that wait for each other, each id followed by what it waits for; no id is in
    two of them."""
    walk = _Walk(waits)
    told: set[str] = set()
    for start in waits:
        for circle in walk.from_(start):
            if told.isdisjoint(circle):
                told.update(circle)
                yield circle


class _Walk:
    """Goes wherever ids lead, without recursion: a chain may be ten thousand long."""

    def __init__(self, waits: Mapping[str, tuple[str, ...]]) -> None:
        self.waits = waits
        self.done: set[str] = set()
        self.path: list[str] = []
        self.places: dict[str, int] = {}
        self.ways: list[Iterator[str]] = []

    def from_(self, start: str) -> Iterator[tuple[str, ...]]:
        """The circles that the ways from an id run into."""
        if start not in self.done:
            self._enter(start)
        while self.path:
            target = next(self.ways[-1], None)
            if target is None:
                self._leave()
            elif target in self.places:
                yield tuple(self.path[self.places[target] :])
            elif target not in self.done:
                self._enter(target)

    def _enter(self, name: str) -> None:
        self.places[name] = len(self.path)
        self.path.append(name)
        self.ways.append(iter(self.waits.get(name, ())))

    def _leave(self) -> None:
        self.ways.pop()
        name = self.path.pop()
        del self.places[name]
        self.done.add(name)
