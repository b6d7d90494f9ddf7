"""What has to be met before a new card: cards and modules that it comes ``after``."""

from __future__ import annotations

from collections import defaultdict

from recall.collection.progress import Choice, Progress
from recall.decks.model import Card, Deck


class Gates:
    """The gates of one deck, worked out as they are asked for.

    A target that is unknown, a draft, put away, or out of reach of the session blocks nothing.
    """

    def __init__(self, deck: Deck, progress: Progress, choice: Choice, day: int) -> None:
        self._deck, self._progress, self._choice, self._day = deck, progress, choice, day
        self._module_after = {module.id: module.after for module in deck.modules}
        self._open: dict[tuple[str, ...], frozenset[str]] = {}
        self._members: dict[str, list[Card]] | None = None

    def before(self, card: Card) -> frozenset[str]:
        """Names (``deck/card``) of the cards that are still to be met before a card."""
        targets = (*card.after, *self._module_after.get(card.module, ()))
        if not targets:
            return frozenset()
        if targets not in self._open:
            self._open[targets] = frozenset(
                f"{self._deck.id}/{each.id}"
                for target in targets
                for each in self._cards(target)
                if self._waits(each)
            )
        return self._open[targets] - {f"{self._deck.id}/{card.id}"}

    def _cards(self, target: str) -> list[Card]:
        if self._members is None:
            self._members = defaultdict(list)
            for card in self._deck.cards:
                self._members[card.id].append(card)
                if card.module and card.module != card.id:
                    self._members[card.module].append(card)
        return self._members.get(target, [])

    def _waits(self, card: Card) -> bool:
        name = f"{self._deck.id}/{card.id}"
        if self._progress.away(name, self._day) or not self._choice.takes(self._deck, card):
            return False
        return not self._progress.met(self._deck, card)
