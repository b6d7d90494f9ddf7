"""Look-alikes, by names that hold for one deck: the group of a card, and its contrast pairs."""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern

from recall.decks.model import Card, Deck


def group_of(deck: Deck, card: Card) -> str:
    """``deck/group``, "" where it has none."""
    return intern(f"{deck.id}/{card.group}") if card.group else ""


def pairs_of(deck: Deck, card: Card) -> tuple[str, ...]:
    """``deck/pair:name`` of each pair."""
    return tuple(intern(f"{deck.id}/{pair}") for pair in card.pairs)


def names_of(deck: Deck, card: Card) -> Iterator[str]:
    """Everything under which a new card of a study day is counted."""
    if card.group:
        yield group_of(deck, card)
    yield from pairs_of(deck, card)
