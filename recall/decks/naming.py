"""Ids for cards whose author gave none: slugs of what they ask, that nothing in the deck has."""

from __future__ import annotations

import unicodedata
from collections import Counter

from recall.decks.gaps import filled
from recall.decks.model import CLOZE, COMPARISON, Card, Deck
from recall.ids import SLUG_LENGTH, slug

_WHOLE = 1_000


def new_ids(deck: Deck) -> dict[int, str]:
    """The place in ``deck.cards`` of each card without an id -> the id that it gets."""
    taken = _taken(deck)
    numbers: Counter[str] = Counter()
    ids = {}
    for place, card in enumerate(deck.cards):
        if card.provisional:
            ids[place] = _free(card_slug(card), taken, numbers)
            taken.add(ids[place])
    return ids


def card_slug(card: Card) -> str:
    """The slug of what a card asks: whole words, as many as fit into 40 characters."""
    question = card.text
    if card.kind == CLOZE:
        question = filled(card.text)
    elif card.kind == COMPARISON:
        question = " vs ".join(card.sides)
    text = next((text for text in (question, card.answer) if _sluggable(text)), question)
    whole = slug(text, _WHOLE)
    if len(whole) <= SLUG_LENGTH:
        return whole
    return whole[: SLUG_LENGTH + 1].rpartition("-")[0] or whole[:SLUG_LENGTH]


def _taken(deck: Deck) -> set[str]:
    """All ids that mean something already: of cards and modules, former ones, and what ``after``
    names, though nothing may have that id yet."""
    taken = {card.id for card in deck.cards}
    for card in deck.cards:
        taken.update(card.after)
        taken.update(name.rpartition("/")[2] for name in card.was)
    for module in deck.modules:
        taken.add(module.id)
        taken.update(module.after)
    return taken


def _free(base: str, taken: set[str], numbers: Counter[str]) -> str:
    name = base
    while name in taken:
        numbers[base] += 1
        name = f"{base}-{numbers[base] + 1}"
    return name


def _sluggable(text: str) -> bool:
    """Whether any letter or digit of the text stays in a slug."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return any(sign.isalnum() for sign in plain)
