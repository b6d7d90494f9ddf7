"""What the screen of a card asks of a sitting: a learner's, or an author's rehearsal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from recall.decks.question import Question
from recall.memory.events import Grade
from recall.session import machine as m

if TYPE_CHECKING:
    from recall.memory.scheduler import Preview


class Asked(Protocol):
    """What is asked of a sitting to show it."""

    state: m.State

    def now(self) -> int:
        """The monotonic clock, in milliseconds: the ``at`` of inputs."""

    def send(self, event: m.Input) -> tuple[m.Effect, ...]:
        """Take an input; returns what is to be carried out."""

    def perform(self, effect: m.Effect) -> m.Input:
        """Carry out a write and say how it went. Blocks."""

    @property
    def question(self) -> Question | None:
        """The question on the screen; None when the sitting is over."""

    @property
    def previews(self) -> Mapping[Grade, Preview]:
        """What each grade would mean for the question on the screen, as far as that is said."""

    @property
    def first_time(self) -> frozenset[str]:
        """Topics not explained yet."""

    def fraction_used(self) -> float:
        """How much of the sitting is used, 0 to 1."""

    def ms_left(self) -> int | None:
        """Time left; None where it is not measured."""

    def text_of(self, prompt: str) -> str:
        """The question of a prompt or card that was just undone or hidden."""
