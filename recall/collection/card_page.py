"""All there is to say about one card: its questions, their histories, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recall.collection.every_card import EveryCard
from recall.decks.model import Card, Deck
from recall.decks.question import Question
from recall.decks.questions import question
from recall.ids import PromptKey, card_of, deck_of
from recall.memory.curve import Weights
from recall.memory.events import CardState, Memory
from recall.memory.history import Step, chance_on, history

if TYPE_CHECKING:
    from recall.collection.collection import Collection


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a card. ``question`` is None where no deck has it any more; ``memory`` is
    None before its first answer, ``chance`` that of recall today."""

    prompt: str
    question: Question | None
    memory: Memory | None
    steps: tuple[Step, ...]
    chance: float | None


@dataclass(frozen=True, slots=True)
class CardPage:
    """What a card's page shows.

    Attributes:
        name: ``deck/card``; title: of its deck, the deck's id where that is gone.
        tags: its own and the deck's.
        retired: whether no deck at hand has it; ``draft``: whether only its author sees it.
        path, line: where it stands, None and 0 where it stands nowhere.
        today: the study day; weights: of FSRS, for the curves.
    """

    name: str
    title: str
    module: str
    tags: tuple[str, ...]
    state: CardState
    retired: bool
    draft: bool
    asked: tuple[Asked, ...]
    path: Path | None
    line: int
    today: int
    weights: Weights

    @property
    def standing(self) -> tuple[str, ...]:
        """What is out of the ordinary about it, in words."""
        said = {
            "retired": self.retired,
            "draft": self.draft,
            "put away": self.state.suspended,
            "not today": self.state.buried_day == self.today,
            "marked": self.state.flagged,
        }
        return tuple(word for word, holds in said.items() if holds)


def card_page(collection: Collection, name: str) -> CardPage:
    """The page of a card, by its name or by that of one of its prompts. Blocks on the store.

    A card that no deck has any more is shown from the last good version of its deck, or by its
    history alone.
    """
    name = card_of(name)
    found = EveryCard(collection).card(name)
    retired = collection.find(name) is None
    loaded = next(
        (each for each in collection.library.loaded if each.deck.id == deck_of(name)), None
    )
    deck, card = found or (None, None)
    asked = _asked(collection, name, deck, card)
    return CardPage(
        name,
        deck.title if deck else deck_of(name),
        deck.module_title(card.module) if deck and card and card.module else "",
        card.tags if card else (),
        collection.progress.state(name),
        retired,
        card is not None and card.draft,
        asked,
        loaded.path if loaded and not retired else None,
        card.line if card and not retired else 0,
        collection.today,
        collection.scheduler.weights,
    )


def _asked(
    collection: Collection, name: str, deck: Deck | None, card: Card | None
) -> tuple[Asked, ...]:
    if deck is not None and card is not None:
        keys = [PromptKey(f"{name}/{part}", card.rev) for part in card.parts]
    else:
        keys = sorted(key for key in collection.memories if card_of(key.prompt) == name)
    events = collection.store.history({key.prompt for key in keys})
    weights, today = collection.scheduler.weights, collection.today
    asked = []
    for key in keys:
        shown = None
        if deck is not None and card is not None:
            shown = question(deck, card, key.prompt.split("/", 2)[2], seed=0)
        steps = history(events, key, collection.scheduler)
        memory = next((each.after for each in reversed(steps) if each.after), None)
        asked.append(Asked(key.prompt, shown, memory, steps, chance_on(steps, today, weights)))
    return tuple(asked)
