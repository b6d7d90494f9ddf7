"""The cards at hand, by name."""

from __future__ import annotations

from collections.abc import Iterator

from recall.decks.library import Library
from recall.decks.model import Card, Deck
from recall.ids import PromptKey


class Index:
    """Finds cards by the names of cards and prompts. Shares the decks' own strings: a collection
    may hold a hundred thousand cards."""

    def __init__(self, library: Library) -> None:
        self._decks: dict[str, tuple[Deck, dict[str, Card]]] = {
            loaded.deck.id: (loaded.deck, {card.id: card for card in loaded.deck.cards})
            for loaded in library.loaded
        }

    def decks(self) -> Iterator[Deck]:
        """The decks at hand."""
        return (deck for deck, _ in self._decks.values())

    def find(self, name: str) -> tuple[Deck, Card] | None:
        """The card of ``deck/card`` or ``deck/card/part``; None where no deck at hand has it."""
        deck, _, rest = name.partition("/")
        found = self._decks.get(deck)
        card = found and found[1].get(rest.partition("/")[0])
        return (found[0], card) if found and card else None

    def studied(self, key: PromptKey) -> tuple[Deck, Card] | None:
        """The card that a memory belongs to; None where its card, rev or part is gone."""
        deck, card_id, part = key.prompt.split("/", 2)
        found = self._decks.get(deck)
        card = found and found[1].get(card_id)
        if not found or not card or card.rev != key.rev or part not in card.parts:
            return None
        return found[0], card
