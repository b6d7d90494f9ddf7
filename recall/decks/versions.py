"""Which deck was which, between two sets of decks."""

from __future__ import annotations

from collections.abc import Mapping

from recall.decks.model import Deck

Decks = Mapping[str, Deck]


def former_decks(old: Decks, new: Decks) -> dict[str, Deck]:
    """New deck id -> the deck that it was: by id, by ``was``, else the one it shares cards with.

    Of one deck and one, the second was the first, whatever they share: that is what was asked.
    """
    pairs = {name: old[name] for name in new if name in old}
    for name, deck in new.items():
        former = [was for was in deck.was if was in old and was not in new]
        if name not in pairs and former:
            pairs[name] = old[former[0]]
    taken = {deck.id for deck in pairs.values()}
    rest = {name: _cards(deck) for name, deck in old.items() if name not in taken}
    for name, deck in new.items():
        if name in pairs or not rest:
            continue
        ids = _cards(deck)
        best = max(rest, key=lambda each: len(ids & rest[each]))
        if ids & rest[best] or len(old) == len(new) == 1:
            pairs[name] = old[best]
            del rest[best]
    return pairs


def _cards(deck: Deck) -> set[str]:
    return {card.id for card in deck.cards if not card.provisional}
