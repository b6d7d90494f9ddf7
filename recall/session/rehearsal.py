"""One question of a deck at a time, answered as in a sitting, with nothing written or remembered.

It offers what a screen asks of a sitting, so that the same screen shows both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from recall.decks.model import Card, Deck
from recall.decks.question import Question
from recall.decks.questions import question
from recall.session import machine as m
from recall.session.pacing import begin
from recall.session.rechecking import recheck
from recall.session.step import step
from recall.session.values import Candidate, Planned

if TYPE_CHECKING:
    from recall.memory.events import Grade
    from recall.memory.scheduler import Preview

_NOBODY = UUID(int=0)


class Rehearsal:
    """A sitting of one question, without a collection.

    Args:
        rivals: normalised answers of the deck, none of which is a slip of another.
        ticker: a monotonic clock in milliseconds.
        seed: of the order of options and items.
    """

    minutes: int | None = None
    previews: Mapping[Grade, Preview]
    first_time: frozenset[str] = frozenset()

    def __init__(
        self,
        deck: Deck,
        card: Card,
        part: str,
        *,
        rivals: frozenset[str],
        ticker: Callable[[], int],
        seed: int = 0,
    ) -> None:
        self.previews = {}
        self._ticker = ticker
        self._seed = seed
        self._question = self._build(deck, card, part, rivals)
        candidate = Candidate(self._question.key, f"{deck.id}/{card.id}", asked_for=True)
        planned = Planned(candidate, 0.0, 0.0, False)
        self.state = begin((planned,), (), budget_ms=None, limit=1, at=self.now())

    def now(self) -> int:
        """The monotonic clock, in milliseconds: the ``at`` of inputs."""
        return self._ticker()

    def send(self, event: m.Input) -> tuple[m.Effect, ...]:
        """Take an input; there is never anything to carry out. Any grade ends it."""
        state, effects = step(self.state, event)
        for effect in effects:
            state, _ = step(state, self.perform(effect))
        if state.done:
            state = replace(state, phase=m.OVER, showing=None, repeats=())
        self.state = state
        return ()

    def perform(self, effect: m.Effect) -> m.Input:
        """Say that it was done; nothing is written."""
        if isinstance(effect, m.TakeBack):
            return m.Undone(self.now(), None)
        return m.Stored(self.now(), _NOBODY)

    @property
    def question(self) -> Question | None:
        """The question on the screen; None once it was graded."""
        return None if self.state.showing is None else self._question

    def change(self, deck: Deck, card: Card, part: str, rivals: frozenset[str]) -> None:
        """Go on with the question as it is written now; an answer stays where it still fits."""
        before, self._question = self._question, self._build(deck, card, part, rivals)
        self.state = recheck(self.state, before, self._question)

    def fraction_used(self) -> float:
        """No time passes in a rehearsal."""
        return 0.0

    def ms_left(self) -> int | None:
        """No time is measured."""
        return None

    def text_of(self, prompt: str) -> str:
        """The question that was undone: none ever is."""
        return ""

    def _build(self, deck: Deck, card: Card, part: str, rivals: frozenset[str]) -> Question:
        return question(deck, card, part, seed=self._seed, rivals=rivals)
