"""Cards whose text changed a lot since this learner last saw them: they say so once.

What was noticed when a deck was read is kept in the log, since the card may come weeks later.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from recall.decks.model import Card, Deck
from recall.ids import PromptKey, card_of
from recall.memory.events import REWORDED, Draft

if TYPE_CHECKING:
    from recall.store.store import Store


def notices_of(cards: Collection[str], store: Store) -> Iterator[Draft]:
    """Events for the cards (``deck/card``) among these that the learner has met."""
    if cards:
        met = {card_of(key.prompt) for key in store.figures()}
        yield from (Draft(REWORDED, name) for name in sorted(cards) if name in met)


def unseen(store: Store, find: Callable[[str], tuple[Deck, Card] | None]) -> frozenset[str]:
    """The cards at hand that were not answered since their text changed a lot."""
    changed = {event.prompt: event.at_ms for event in store.of_kinds((REWORDED,)) if event.prompt}
    return frozenset(
        name
        for name, at_ms in changed.items()
        if (found := find(name)) is not None and _last_answer(store, name, found[1]) < at_ms
    )


def _last_answer(store: Store, name: str, card: Card) -> int:
    keys = (PromptKey(f"{name}/{part}", card.rev) for part in card.parts)
    memories = (store.memory(key) for key in keys)
    return max((memory.last_at_ms for memory in memories if memory is not None), default=-1)
