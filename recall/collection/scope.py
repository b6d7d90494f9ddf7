"""Which questions a session is about: everything, some decks, some tags, or single cards."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from recall.collection.misnamed import CARD, DECK, DECK_OR_TAG, TAG, no_file, no_such
from recall.decks.library import Library
from recall.decks.model import Card, Deck
from recall.errors import UsageError
from recall.ids import card_name, deck_of

CARD_LABEL = "card:"


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked for by name. Nothing named means everything.

    ``cards`` are names (``deck/card``); ``extra`` also takes questions that are hardly fading
    ("five more").
    """

    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    extra: bool = False
    cards: frozenset[str] = frozenset()

    @property
    def named(self) -> bool:
        """Whether the learner named a deck, a tag or a card."""
        return bool(self.decks or self.tags or self.cards)

    def names_deck(self, deck: Deck) -> bool:
        """Whether the deck itself, or one of its cards, was named."""
        return deck.id in self.decks or any(deck_of(name) == deck.id for name in self.cards)

    def names_card(self, deck: Deck, card: Card) -> bool:
        """Whether the card itself was named."""
        return bool(self.cards) and card_name(deck.id, card.id) in self.cards

    def covers_deck(self, deck: Deck) -> bool:
        """Whether any card of a deck may belong to it."""
        return not self.named or bool(self.tags) or self.names_deck(deck)

    def covers(self, deck: Deck, card: Card) -> bool:
        """Whether a card belongs to it."""
        if not self.named or deck.id in self.decks or self.names_card(deck, card):
            return True
        return any(tag in card.tags for tag in self.tags)


EVERYTHING = Scope()


def is_path(word: str) -> bool:
    """Whether a word on the command line is a path: it has a separator or ends in ``.yaml``."""
    if word.startswith(CARD_LABEL):
        return False
    return "/" in word or "\\" in word or word.endswith(".yaml")


def parse_scope(words: Sequence[str], library: Library) -> Scope:
    """The scope of words on the command line: paths first, then deck ids, then tags.

    ``deck:`` and ``tag:`` in front of a word say which it is; ``card:deck/card`` is a single card.

    Raises:
        UsageError: a word that names nothing, with the nearest names.
    """
    decks = {loaded.deck.id for loaded in library.loaded}
    tags = {tag for loaded in library.loaded for card in loaded.deck.cards for tag in card.tags}
    chosen_decks: list[str] = []
    chosen_tags: list[str] = []
    chosen_cards: list[str] = []
    for word in words:
        label, colon, name = word.partition(":")
        if colon and label == "deck":
            chosen_decks.append(_known(name, decks, DECK))
        elif colon and label == "tag":
            chosen_tags.append(_known(name, tags, TAG))
        elif word.startswith(CARD_LABEL):
            chosen_cards.append(_known(name, _card_names(library), CARD))
        elif is_path(word):
            chosen_decks += _decks_at(Path(word), library)
        elif word in decks:
            chosen_decks.append(word)
        elif word in tags:
            chosen_tags.append(word)
        else:
            raise no_such(DECK_OR_TAG, word, decks | tags)
    return Scope(
        tuple(dict.fromkeys(chosen_decks)),
        tuple(dict.fromkeys(chosen_tags)),
        cards=frozenset(chosen_cards),
    )


def _card_names(library: Library) -> set[str]:
    return {
        card_name(loaded.deck.id, card.id)
        for loaded in library.loaded
        for card in loaded.deck.cards
    }


def _known(name: str, names: set[str], what: str) -> str:
    if name not in names:
        raise no_such(what, name, names)
    return name


def _decks_at(path: Path, library: Library) -> list[str]:
    wanted = path.expanduser().resolve()
    found = [
        loaded.deck.id
        for loaded in library.loaded
        if loaded.path.resolve() == wanted or wanted in loaded.path.resolve().parents
    ]
    if found:
        return found
    if not os.path.exists(wanted):
        raise no_file(path, {loaded.deck.id for loaded in library.loaded})
    for broken in library.broken:
        if broken.path.resolve() == wanted and broken.problems:
            raise UsageError(broken.problems[0].short(), mend=f"recall deck check {path}")
    raise UsageError("there is no deck in it", where=str(path), mend=f"recall deck check {path}")
