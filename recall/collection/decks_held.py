"""The decks at hand as they were last read, what to say of them, and their files changing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from recall.clock import Clock
from recall.collection.index import Index
from recall.collection.origin import Origin
from recall.collection.stamps import stamp_of
from recall.collection.updating import Update, bring_up_to_date
from recall.decks.library import Place
from recall.decks.model import Card, Deck
from recall.ids import PromptKey, card_of

if TYPE_CHECKING:
    from recall.store.store import Store


class DecksHeld:
    """Decks, opened. Every method may block on the store."""

    def __init__(
        self, store: Store, update: Update, places: Sequence[Place], origin: Origin, clock: Clock
    ) -> None:
        self.store = store
        self.places = tuple(places)
        self.origin = origin
        self._clock = clock
        self._left: dict[str, tuple[Deck, Card]] = {}
        self._take(update)

    def follow_decks(self) -> None:
        """Read the decks again, where a file of theirs may not be what was read."""
        stamp = stamp_of(self.places, self._clock().wall_ms * 1_000_000)
        if not stamp or stamp != self.origin.decks:
            self.read_decks_again()
            self.origin = replace(self.origin, decks=stamp)

    def read_decks_again(self) -> None:
        """Take the decks as their files are now; histories follow their cards."""
        update = bring_up_to_date(self.store, self.places)
        now = {each.deck.id: each.digest for each in update.library.loaded}
        for each in self.library.loaded:
            if now.get(each.deck.id) != each.digest:
                deck = each.deck
                self._left |= {f"{deck.id}/{card.id}": (deck, card) for card in deck.cards}
        self._take(update)
        # What was made of the old decks is made anew when it is next asked for.
        self.__dict__.pop("_index", None)

    def _take(self, update: Update) -> None:
        self.library = update.library
        self.deck_notices, self.deck_news = update.notices, update.news

    def find(self, name: str) -> tuple[Deck, Card] | None:
        """The card of a prompt or card name, where a deck at hand still has it."""
        return self._index.find(name)

    def studied(self, key: PromptKey) -> tuple[Deck, Card] | None:
        """The card that a memory belongs to; None where its card, rev or part is gone."""
        return self._index.studied(key)

    def last_seen(self, prompt: str) -> tuple[Deck, Card] | None:
        """The card of a prompt or card name; of one that has left its deck, as it was last."""
        found = self.find(prompt)
        part = prompt.split("/", 2)[2:]
        if found is None or (part and part[0] not in found[1].parts):
            return self._left.get(card_of(prompt), found)
        return found

    @cached_property
    def _index(self) -> Index:
        return Index(self.library)
