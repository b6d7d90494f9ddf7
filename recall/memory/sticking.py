"""Which questions never seem to stick, however often they come back."""

from __future__ import annotations

from recall.memory.events import Memory

FORGOTTEN_OFTEN = 4
HOLDS_DAYS = 21.0
"""A memory that lasts so many days has taken hold, however often it was gone before."""


def never_sticks(memory: Memory) -> bool:
    """Whether a prompt was forgotten on four later days or more and is still not held."""
    return memory.lapses >= FORGOTTEN_OFTEN and memory.stability < HOLDS_DAYS
