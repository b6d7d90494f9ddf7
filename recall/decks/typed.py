"""What a learner types: what counts as the same word, and which words answer other cards."""

from __future__ import annotations

import unicodedata

from recall.decks.gaps import gaps_of
from recall.decks.model import BASIC, CLOZE, REVERSED, TYPED, Card, Deck

_WORDS = 4
"""A basic answer of at most so many words is an answer that somebody could type."""


def normalise_typed(text: str) -> str:
    """A typed answer as it is compared: NFKC, case-folded, no punctuation, single spaces.

    A dash counts as a space. Where nothing but punctuation was typed, it stays.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(_kept(sign) for sign in folded)
    return " ".join(kept.split()) or " ".join(folded.split())


def typed_answers(deck: Deck) -> frozenset[str]:
    """What answers some card of the deck, normalised: none of it is a slip of another answer."""
    return frozenset(
        normalise_typed(text) for card in deck.cards if not card.draft for text in _answers(card)
    )


def answered_by(deck: Deck) -> dict[str, str]:
    """The first card (its id) that each answer belongs to, by the answer, normalised."""
    found: dict[str, str] = {}
    for card in deck.cards:
        if not card.draft:
            for text in _answers(card):
                found.setdefault(normalise_typed(text), card.id)
    return found


def own_answers(card: Card) -> frozenset[str]:
    """What answers this typed card, normalised."""
    return frozenset(normalise_typed(text) for text in (card.answer, *card.accept))


def _answers(card: Card) -> tuple[str, ...]:
    if card.kind == TYPED:
        return (card.answer, *card.accept)
    if card.kind == REVERSED:
        return (card.text,)
    if card.kind == CLOZE:
        return tuple(gap.text for gap in gaps_of(card.text))
    if card.kind == BASIC and len(card.answer.split()) <= _WORDS:
        return (card.answer,)
    return ()


def _kept(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Pd":
        return " "
    return "" if category.startswith("P") else sign
