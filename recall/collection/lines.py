"""How much of each deck would be recalled today."""

from __future__ import annotations

from collections import defaultdict

from recall.collection.home import DeckLine
from recall.collection.index import Index
from recall.collection.progress import OPTIONAL, Choice, Progress
from recall.collection.scope import EVERYTHING
from recall.decks.library import Library
from recall.decks.model import Deck
from recall.memory.curve import Weights, factor


def questions_in(deck: Deck, optional: bool) -> int:
    """How many questions of a deck may ever be planned, those put away among them."""
    return sum(
        len(card.parts)
        for card in deck.cards
        if not card.draft and (optional or OPTIONAL not in card.tags)
    )


def deck_lines(
    library: Library,
    index: Index,
    progress: Progress,
    totals: dict[str, int],
    *,
    optional: bool,
    decks_off: tuple[str, ...],
    today: int,
    weights: Weights,
) -> tuple[DeckLine, ...]:
    """The decks in study order, those switched off left out.

    Args:
        totals: ``questions_in`` by deck id.
    """
    recalled: dict[str, float] = defaultdict(float)
    met: dict[str, int] = defaultdict(int)
    total = defaultdict(int, totals)
    choice = Choice(EVERYTHING, optional, decks_off)
    # The formula of memory.curve.recall, with what is the same for all memories worked out once.
    decay, shape = weights[20], factor(weights[20])
    for name, state in progress.cards.items():
        found = index.find(name)
        if found and state.suspended and choice.takes(*found):
            total[found[0].id] -= len(found[1].parts)
    for key, memory in progress.memories.items():
        found = index.studied(key)
        if found is None:
            continue
        deck, card = found
        if progress.cards and progress.state(f"{deck.id}/{card.id}").suspended:
            continue
        met[deck.id] += 1
        days = max(0, today - memory.last_day)
        recalled[deck.id] += (1 + shape * days / memory.stability) ** -decay
        if card.draft or (OPTIONAL in card.tags and not optional):
            total[deck.id] += 1
    decks = (loaded.deck for loaded in library.loaded if loaded.deck.id not in decks_off)
    return tuple(
        DeckLine(deck.id, deck.title, recalled[deck.id], met[deck.id], total[deck.id])
        for deck in decks
    )
