"""What the learner brings to the decks, and which of their cards may be planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recall.collection.scope import Scope
from recall.decks.model import Card, Deck
from recall.ids import PromptKey
from recall.memory.events import CardState, Memory

OPTIONAL = "optional"
_UNTOUCHED = CardState()


@dataclass(frozen=True, slots=True)
class Progress:
    """Memories by prompt, and what the learner has set for cards (``deck/card``)."""

    memories: Mapping[PromptKey, Memory]
    cards: Mapping[str, CardState]

    def met(self, deck: Deck, card: Card) -> bool:
        """Whether any prompt of a card has a memory."""
        name = f"{deck.id}/{card.id}/"
        return any(PromptKey(name + part, card.rev) in self.memories for part in card.parts)

    def state(self, name: str) -> CardState:
        """The settings of a card."""
        return self.cards.get(name, _UNTOUCHED)

    def away(self, name: str, day: int) -> bool:
        """Whether a card is put away, or not wanted on a study day."""
        state = self.cards.get(name)
        return state is not None and (state.suspended or state.buried_day == day)


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be planned: the scope, and whether optional cards and switched-off decks count.

    ``only``: names of the cards that new questions may come from, while a learning path is on.
    """

    scope: Scope
    optional: bool
    decks_off: tuple[str, ...]
    only: frozenset[str] | None = None

    @property
    def asked_for(self) -> bool:
        """Whether the learner asked for it by name, or for more."""
        return self.scope.named or self.scope.extra

    def takes_deck(self, deck: Deck) -> bool:
        """Whether a deck may be planned from."""
        if deck.id in self.decks_off and not self.scope.names_deck(deck):
            return False
        return self.scope.covers_deck(deck)

    def takes(self, deck: Deck, card: Card, met: bool = False) -> bool:
        """Whether a card may be planned; an optional one where it was asked for or already met."""
        if card.draft or not self.scope.covers(deck, card):
            return False
        if self.only is not None and not met and f"{deck.id}/{card.id}" not in self.only:
            return False
        if OPTIONAL not in card.tags:
            return True
        if self.scope.names_card(deck, card):
            return True
        return met or self.optional or OPTIONAL in self.scope.tags
