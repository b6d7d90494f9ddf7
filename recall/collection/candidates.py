"""From decks and progress to what the planner chooses among."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recall.collection.scope import Scope
from recall.decks.library import Library
from recall.decks.model import BASIC, Card, Deck
from recall.ids import PromptKey
from recall.memory.events import CardState, Memory
from recall.session.values import Candidate

OPTIONAL = "optional"
_UNTOUCHED = CardState()


@dataclass(frozen=True, slots=True)
class Progress:
    """What the learner brings: memories by prompt, settings by card."""

    memories: Mapping[PromptKey, Memory]
    cards: Mapping[str, CardState]

    def met(self, deck: Deck, card: Card) -> bool:
        """Whether any prompt of a card has a memory."""
        name = f"{deck.id}/{card.id}/"
        return any(PromptKey(name + part, card.rev) in self.memories for part in card.parts)

    def state(self, name: str) -> CardState:
        """The settings of a card (``deck/card``)."""
        return self.cards.get(name, _UNTOUCHED)


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be planned: the scope, and whether optional cards and switched-off decks count."""

    scope: Scope
    optional: bool
    decks_off: tuple[str, ...]

    def takes_deck(self, deck: Deck) -> bool:
        """Whether a deck may be planned from."""
        if deck.id in self.decks_off and deck.id not in self.scope.decks:
            return False
        return self.scope.covers_deck(deck)

    def takes(self, deck: Deck, card: Card, met: bool) -> bool:
        """Whether a card may be planned; an optional one where it was asked for or already met."""
        if card.draft or not self.scope.covers(deck, card):
            return False
        return met or self.optional or OPTIONAL not in card.tags or OPTIONAL in self.scope.tags


def studied(library: Library, progress: Progress, choice: Choice) -> Iterator[tuple[Deck, Card]]:
    """The cards that may be planned, in study order; those put away are left out."""
    for loaded in library.loaded:
        deck = loaded.deck
        if not choice.takes_deck(deck):
            continue
        for card in deck.cards:
            met = OPTIONAL in card.tags and progress.met(deck, card)
            away = progress.state(f"{deck.id}/{card.id}").suspended
            if not away and choice.takes(deck, card, met):
                yield deck, card


def candidates(library: Library, progress: Progress, choice: Choice, day: int) -> list[Candidate]:
    """Every prompt that may be asked on a study day, in study order."""
    cards = list(studied(library, progress, choice))
    gates = Gates(cards, progress)
    asked_for = choice.scope.named or choice.scope.extra
    result = []
    for deck, card in cards:
        name = f"{deck.id}/{card.id}"
        if progress.state(name).buried_day == day:
            continue
        after = gates.before(deck, card)
        module = f"{deck.id}/{card.module}"
        group = f"{deck.id}/{card.group}" if card.group else ""
        for part in card.parts:
            key = PromptKey(f"{name}/{part}", card.rev)
            memory = progress.memories.get(key)
            basic = card.kind == BASIC and not card.case
            result.append(Candidate(key, name, module, group, memory, after, basic, asked_for))
    return result


class Gates:
    """Which cards have to be met first. Cards out of reach of the session block nothing."""

    def __init__(self, cards: list[tuple[Deck, Card]], progress: Progress) -> None:
        self._modules: dict[str, set[str]] = {}
        self._waiting: set[str] = set()
        self._needs: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}
        for deck, card in cards:
            if not progress.met(deck, card):
                name = f"{deck.id}/{card.id}"
                self._waiting.add(name)
                self._modules.setdefault(f"{deck.id}/{card.module}", set()).add(name)
        self._after = {
            f"{deck.id}/{module.id}": module.after
            for deck in {deck.id: deck for deck, _ in cards}.values()
            for module in deck.modules
        }

    def before(self, deck: Deck, card: Card) -> frozenset[str]:
        """Names of the cards that are still to be met before this one."""
        targets = (*card.after, *self._after.get(f"{deck.id}/{card.module}", ()))
        if not targets:
            return frozenset()
        known = self._needs.get((deck.id, targets))
        if known is None:
            known = self._needs[deck.id, targets] = self._open(deck.id, targets)
        return known - {f"{deck.id}/{card.id}"}

    def _open(self, deck: str, targets: tuple[str, ...]) -> frozenset[str]:
        names: set[str] = set()
        for target in targets:
            name = f"{deck}/{target}"
            if name in self._waiting:
                names.add(name)
            names |= self._modules.get(name, set())
        return frozenset(names)
