"""Leafing through a deck question by question, drafts included, also while it is being changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from recall.decks.listed import line_of
from recall.decks.model import Card, Deck


class Leaf(NamedTuple):
    """Where one is: the card's place in the deck, and which of its questions. Both from 0."""

    card: int
    part: int = 0


def turn(deck: Deck, leaf: Leaf, by: int) -> Leaf:
    """The next question (``by`` 1) or the one before (-1); at the ends there is none beyond."""
    card, part = leaf.card, leaf.part + by
    if part < 0:
        return Leaf(card - 1, len(deck.cards[card - 1].parts) - 1) if card else leaf
    if part < len(deck.cards[card].parts):
        return Leaf(card, part)
    return Leaf(card + 1) if card + 1 < len(deck.cards) else leaf


def leaf_of(deck: Deck, card_id: str) -> Leaf | None:
    """The first question of a card; None where the deck has no such card."""
    return next((Leaf(at) for at, card in enumerate(deck.cards) if card.id == card_id), None)


def leaf_after(old: Deck, new: Deck, leaf: Leaf) -> tuple[Leaf, bool]:
    """Where one is when the deck has changed, and whether that is the same card.

    A card that was given another id, or is told by its text alone, is known by its place between
    its neighbours. Where the card is gone, one is at what stands there now.
    """
    card = old.cards[leaf.card]
    found = leaf_of(new, card.id)
    if found is not None:
        return _with_part(card, new.cards[found.card], leaf.part, found.card), True
    mine, theirs = [each.id for each in old.cards], [each.id for each in new.cards]
    before = _alike(mine, theirs)
    after = _alike(mine[before:][::-1], theirs[before:][::-1])
    if len(mine) == len(theirs):
        return _with_part(card, new.cards[leaf.card], leaf.part, leaf.card), True
    at = min(leaf.card, max(before, len(theirs) - after - 1), len(theirs) - 1)
    return Leaf(at), False


def _with_part(old: Card, new: Card, part: int, at: int) -> Leaf:
    name = old.parts[part]
    if name in new.parts:
        return Leaf(at, new.parts.index(name))
    return Leaf(at, min(part, len(new.parts) - 1))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of the first are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def haystack(deck: Deck) -> tuple[str, ...]:
    """What is searched of each card: id, question, answer, module, tags, and "draft"."""
    titles = {module.id: module.title for module in deck.modules}
    return tuple(_searched(card, titles.get(card.module, "")).casefold() for card in deck.cards)


def matching(texts: Sequence[str], words: str) -> list[int]:
    """The places of the cards that hold every one of the words."""
    wanted = words.casefold().split()
    return [at for at, text in enumerate(texts) if all(word in text for word in wanted)]


def _searched(card: Card, module: str) -> str:
    options = (option.text for option in card.options)
    rows = (f"{row.left} {row.right}" for row in card.rows)
    parts = (card.id, line_of(card), card.text, card.answer, *options, *card.items, *rows)
    return " ".join((*parts, module, *card.tags, "draft" if card.draft else ""))
