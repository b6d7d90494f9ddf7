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
    """One circle of every set of ids that wait for each other, each id followed by what it waits
    for. Walks without recursion: a chain may be ten thousand long."""
    done: set[str] = set()
    for start in waits:
        path: list[str] = []
        places: dict[str, int] = {}
        ways: list[Iterator[str]] = []

        def enter(name: str) -> None:
            places[name] = len(path)
            path.append(name)
            ways.append(iter(waits.get(name, ())))

        if start in done:
            continue
        found = False
        enter(start)
        while path:
            target = next(ways[-1], None)
            if target is None:
                done.add(path[-1])
                del places[path.pop()]
                ways.pop()
            elif target in places:
                if not found:
                    yield tuple(path[places[target] :])
                found = True
            elif target not in done:
                enter(target)
