"""Questions that are named among the figures, in the words of their decks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from recall.decks.questions import question
from recall.decks.typed import answered_by, normalise_typed
from recall.ids import PromptKey, deck_of

if TYPE_CHECKING:
    from recall.collection.collection import Collection


class Named(NamedTuple):
    """A question that is named somewhere, in words; of a case the case, for those ask alike."""

    question: str
    answer: str
    deck: str


class Words(Mapping[PromptKey, Named]):
    """The questions with these keys that a deck at hand has. Of some thousands a screen shows a
    few: each is put into words when it is asked for."""

    def __init__(self, collection: Collection, keys: Sequence[PromptKey]) -> None:
        self._collection = collection
        self._keys = tuple(key for key in keys if collection.find(key.prompt))

    def __getitem__(self, key: PromptKey) -> Named:
        found = self._collection.find(key.prompt)
        if found is None:
            raise KeyError(key)
        deck, card = found
        asked = question(deck, card, key.prompt.split("/", 2)[2], seed=0)
        return Named(asked.case or asked.text, asked.answer, deck.title)

    def __iter__(self) -> Iterator[PromptKey]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Whose:
    """Finds the card that wrong words would have answered, in the deck of the question."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._answers: dict[str, dict[str, str]] = {}
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, key: PromptKey, given: str) -> str:
        deck_id = deck_of(key.prompt)
        # A wrong option is given in the same words again and again.
        known = self._known.get((deck_id, given))
        if known is None:
            card = self._of(deck_id).get(normalise_typed(given), "")
            known = self._known[deck_id, given] = f"{deck_id}/{card}" if card else ""
        return known

    def _of(self, deck_id: str) -> dict[str, str]:
        if deck_id not in self._answers:
            deck = self._collection.library.deck(deck_id)
            self._answers[deck_id] = answered_by(deck) if deck else {}
        return self._answers[deck_id]
