"""What another program's FSRS held of a prompt after a review, as an imported event tells it."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, NamedTuple

from recall.memory.events import Event

STATE = "state"
"""Name of the detail: a list of stability (days) and difficulty (1 to 10)."""

_LEAST, _MOST = 0.001, 36_500.0


class Told(NamedTuple):
    """A memory as it was elsewhere: stability in days, difficulty 1 to 10."""

    stability: float
    difficulty: float

    @property
    def days(self) -> int:
        """Days until recall falls to 90 %, whole ones and at least one."""
        return max(1, round(self.stability))


def told(event: Event) -> Told | None:
    """What an event tells of the memory after it; None where it tells nothing that can be used."""
    return told_by(event.details)


def told_by(details: Mapping[str, Any]) -> Told | None:
    """The same from an event's details."""
    state = details.get(STATE)
    if not isinstance(state, list | tuple) or len(state) != 2:
        return None
    if not all(isinstance(value, int | float) and isfinite(value) for value in state):
        return None
    stability, difficulty = state
    if not (_LEAST <= stability <= _MOST and 1 <= difficulty <= 10):
        return None
    return Told(float(stability), float(difficulty))
