"""Reviews that were given in another program: values, whatever program it was."""

from __future__ import annotations

from typing import NamedTuple


class State(NamedTuple):
    """What that program's FSRS held of a card: stability in days, difficulty 1 to 10."""

    stability: float
    difficulty: float


class Past(NamedTuple):
    """One review that was given elsewhere.

    Attributes:
        prompt: ``deck/card/part``.
        at_ms: when, in epoch milliseconds.
        grade: 1 (Again) to 4 (Easy).
        took_ms: how long the answer took.
        key: what it is called there: the same review always has the same.
        state: with the last review of a prompt, what FSRS held after it; None where nothing is
            known.
    """

    prompt: str
    at_ms: int
    grade: int
    took_ms: int
    key: str
    state: State | None = None
