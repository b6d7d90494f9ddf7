"""The rows of a whole collection: the cards at hand, then those that are only remembered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from recall.collection.shelf import CardRow, Shelf
from recall.decks import cache
from recall.decks.model import Card, Deck
from recall.ids import card_of, deck_of
from recall.memory.events import Memory

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.store.store import Store


class EveryCard:
    """Makes the rows of a collection as its progress stands now. Blocks on the store."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._gone: dict[str, tuple[Deck, dict[str, Card]] | None] = {}

    def rows(self) -> Iterator[CardRow]:
        """All rows, in the order of the decks."""
        shelf = self._shelf()
        for loaded in self._collection.library.loaded:
            deck = loaded.deck
            for card in deck.cards:
                yield shelf.row(deck, card)
        for name, memories in sorted(self._retired().items()):
            yield self._retired_row(shelf, name, memories)

    def again(self, names: Sequence[str]) -> list[CardRow]:
        """The rows of some cards, made anew."""
        shelf = self._shelf()
        retired = self._retired() if any(not self._collection.find(name) for name in names) else {}
        return [
            shelf.row(*found)
            if (found := self._collection.find(name))
            else self._retired_row(shelf, name, retired.get(name, ()))
            for name in names
        ]

    def card(self, name: str) -> tuple[Deck, Card] | None:
        """A card of a deck at hand, or of the last good version of one that is not."""
        found = self._collection.find(name)
        if found is not None:
            return found
        gone = self._deck_gone(deck_of(name))
        card = gone and gone[1].get(name.partition("/")[2])
        return (gone[0], card) if gone and card else None

    def _shelf(self) -> Shelf:
        collection = self._collection
        return Shelf(
            collection.progress, collection.today, collection.scheduler.weights, collection.updated
        )

    def _retired_row(self, shelf: Shelf, name: str, memories: Sequence[Memory]) -> CardRow:
        found = self.card(name)
        return shelf.row(*found, retired=True) if found else shelf.lost(name, memories)

    def _retired(self) -> dict[str, list[Memory]]:
        """Cards with a history that no deck at hand has, those left out whose history another card
        has adopted."""
        collection = self._collection
        gone: defaultdict[str, list[Memory]] = defaultdict(list)
        for key, memory in collection.memories.items():
            if collection.find(key.prompt) is None:
                gone[card_of(key.prompt)].append(memory)
        for name in collection.cards:
            if collection.find(name) is None:
                gone[name].extend(())
        if gone:
            for source, prompt in collection.store.adopted():
                if collection.find(prompt) is not None:
                    gone.pop(card_of(source), None)
        return gone

    def _deck_gone(self, deck_id: str) -> tuple[Deck, dict[str, Card]] | None:
        """The last good version of a deck that is not at hand, and its cards by id."""
        if deck_id not in self._gone:
            absent = self._collection.library.deck(deck_id) is None
            deck = _last_good(self._collection.store, deck_id) if absent else None
            self._gone[deck_id] = (deck, {card.id: card for card in deck.cards}) if deck else None
        return self._gone[deck_id]


def _last_good(store: Store, deck_id: str) -> Deck | None:
    """The version of a deck that was read last; None where none was, or it cannot be used."""
    entry = store.catalogue().get(deck_id)
    data = store.catalogue_data(entry.digest) if entry else None
    try:
        return cache.load(data) if data is not None else None
    except ValueError:
        return None
