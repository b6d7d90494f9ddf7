"""What a deck holds, in numbers: prompts by kind and module, and which sources it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recall.decks.model import (
    BASIC,
    CHOICE,
    CLOZE,
    COMPARISON,
    REVERSED,
    SEQUENCE,
    TYPED,
    Card,
    Deck,
)

SCENARIO = "scenario"
KINDS = (BASIC, TYPED, CHOICE, REVERSED, CLOZE, SEQUENCE, COMPARISON, SCENARIO)
"""All kinds; a card with a case is a scenario, whatever asks about it."""

OPTIONAL = "optional"
"""Cards with this tag stay out of sessions unless the learner wants them."""


class Part(NamedTuple):
    """A module, or what stands outside of any: its cards, and its prompts by kind."""

    id: str
    title: str
    cards: int
    kinds: Mapping[str, int]

    @property
    def prompts(self) -> int:
        """All prompts."""
        return sum(self.kinds.values())


class Cited(NamedTuple):
    """A source, and how many cards name it; ``reference`` is the whole of it."""

    key: str
    reference: str
    cards: int


class Uncited(NamedTuple):
    """A card that names no source, and its line in the file."""

    id: str
    line: int


class Stats(NamedTuple):
    """The numbers of a deck; drafts count nowhere but in ``drafts``.

    ``optional`` counts prompts, ``siblings`` those of the card that has most. ``sources`` holds
    those that no card names too, most named first.
    """

    deck: Deck
    cards: int
    drafts: int
    optional: int
    siblings: int
    modules: tuple[Part, ...]
    sources: tuple[Cited, ...]
    unsourced: tuple[Uncited, ...]

    @property
    def kinds(self) -> Counter[str]:
        """Prompts by kind, of all modules."""
        return sum((Counter(part.kinds) for part in self.modules), Counter())

    @property
    def prompts(self) -> int:
        """All prompts."""
        return sum(part.prompts for part in self.modules)


def stats(deck: Deck) -> Stats:
    """The numbers of a deck."""
    cards = [card for card in deck.cards if not card.draft]
    return Stats(
        deck,
        len(cards),
        len(deck.cards) - len(cards),
        sum(len(card.parts) for card in cards if OPTIONAL in card.tags),
        max((len(card.parts) for card in cards if OPTIONAL not in card.tags), default=0),
        tuple(_parts(deck, cards)),
        _sources(deck, cards),
        tuple(Uncited(card.id, card.line) for card in cards if not card.source),
    )


def kind_of(card: Card) -> str:
    """One of ``KINDS``."""
    return SCENARIO if card.case else card.kind


def _parts(deck: Deck, cards: list[Card]) -> Iterator[Part]:
    outside = [("", "")] if any(not card.module for card in cards) else []
    for name, title in [*outside, *((each.id, each.title) for each in deck.modules)]:
        own = [card for card in cards if card.module == name]
        kinds: Counter[str] = Counter()
        for card in own:
            kinds[kind_of(card)] += len(card.parts)
        yield Part(name, title, len(own), kinds)


def _sources(deck: Deck, cards: list[Card]) -> tuple[Cited, ...]:
    keys = {key for key, _ in deck.sources}
    named = Counter(
        card.source if card.source in keys else card.source.partition(",")[0].strip()
        for card in cards
        if card.source
    )
    found = [Cited(key, reference, named[key]) for key, reference in deck.sources]
    return tuple(sorted(found, key=lambda each: -each.cards))
