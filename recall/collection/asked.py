"""The questions of one sitting, in the words that the decks have for them."""

from __future__ import annotations

from collections.abc import Callable

from recall.decks.model import Card, Deck
from recall.decks.question import Question
from recall.decks.questions import normalise_typed, question, typed_answers
from recall.ids import PromptKey
from recall.session.words import topic as topic_by

ALL_TOPICS = frozenset(
    (
        "basic",
        "typed",
        "reversed",
        "choice",
        "several",
        "sequence",
        "comparison",
        "cloze",
        "scenario",
        "hard",
        "intervals",
    )
)


def topic(card: Card, part: str) -> str:
    """The topic that explains how a part of a card is answered."""
    several = sum(each.right for each in card.options) > 1
    return topic_by(card.kind, part, case=bool(card.case), several=several)


class Questions:
    """Makes questions of prompts.

    Args:
        find: the card of a ``deck/card/part``; of one that has left its deck as it was last.
        seed: of the sitting, for the order of options and items.
    """

    def __init__(self, find: Callable[[str], tuple[Deck, Card] | None], seed: int) -> None:
        self._find = find
        self._seed = seed
        self._rivals: dict[str, frozenset[str]] = {}

    def build(self, key: PromptKey, turn: int = 0) -> Question:
        """The question of a prompt that was planned; each turn has an order of its own."""
        found = self._find(key.prompt)
        assert found is not None, key
        deck, card = found
        part = key.prompt.split("/", 2)[2]
        rivals = self._deck_rivals(deck) if card.kind == "typed" else frozenset()
        own = {normalise_typed(each) for each in (card.answer, *card.accept)}
        return question(deck, card, part, seed=self._seed ^ turn, rivals=rivals - own)

    def text_of(self, prompt: str) -> str:
        """What tells a prompt or card from the others: its question, of a scenario the case; ""
        where it is gone."""
        found = self._find(prompt)
        if found is None:
            return ""
        deck, card = found
        part = prompt.split("/", 2)[2] if prompt.count("/") == 2 else card.parts[0]
        if card.case or part not in card.parts:
            return card.case or card.text
        return question(deck, card, part, seed=0).text

    def topic(self, key: PromptKey) -> str:
        """How the question of a prompt is answered, "" where it is gone."""
        found = self._find(key.prompt)
        return topic(found[1], key.prompt.split("/", 2)[2]) if found else ""

    def forget(self) -> None:
        """The decks have changed: work nothing out from the old ones."""
        self._rivals.clear()

    def _deck_rivals(self, deck: Deck) -> frozenset[str]:
        if deck.id not in self._rivals:
            self._rivals[deck.id] = typed_answers(deck)
        return self._rivals[deck.id]
