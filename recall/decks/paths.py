"""Learning paths: what to learn, in order, and which of it is at hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from recall.decks.model import Deck
from recall.ids import card_name


class Step(NamedTuple):
    """One stretch of a path: cards by name (``deck/card``), by tag, or whole decks.

    With ``tags`` and ``decks`` it holds the cards of these decks that have one of the tags.
    """

    title: str
    cards: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()


class LearningPath(NamedTuple):
    """An ordered selection of cards."""

    id: str
    title: str
    steps: tuple[Step, ...]
    description: str = ""


def cards_on(path: LearningPath, decks: Iterable[Deck]) -> tuple[tuple[Step, tuple[str, ...]], ...]:
    """The steps of a path with the names of their cards that are at hand, each card once.

    ``decks`` come in study order; drafts are left out.
    """
    at_hand = {
        card_name(deck.id, card.id): (deck.id, card.tags)
        for deck in decks
        for card in deck.cards
        if not card.draft
    }
    taken: set[str] = set()
    result = []
    for step in path.steps:
        names = [name for name in step.cards if name in at_hand]
        if step.tags or step.decks:
            names += [name for name, about in at_hand.items() if _selects(step, *about)]
        names = [name for name in dict.fromkeys(names) if name not in taken]
        taken.update(names)
        result.append((step, tuple(names)))
    return tuple(result)


def _selects(step: Step, deck: str, tags: tuple[str, ...]) -> bool:
    if step.decks and deck not in step.decks:
        return False
    return not step.tags or any(tag in tags for tag in step.tags)
