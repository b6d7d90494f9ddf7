"""Events that a test can write in a line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from recall.clock import DAY_MS
from recall.memory.events import ADOPT, REVIEW, VOID, Event

SOMEBODY = UUID(int=1)
MONDAY = 20_780


def event(number: int, kind: str, prompt: str | None, day: int = MONDAY, **more: Any) -> Event:
    """Event ``number`` of a study day: its id, and its place within the day."""
    at_ms = day * DAY_MS + number
    made = Event(UUID(int=number), SOMEBODY, SOMEBODY, kind, at_ms, 0, day, prompt)
    return made._replace(**more)


def review(
    number: int, grade: int = 3, day: int = MONDAY, prompt: str = "d/one/main", **more: Any
) -> Event:
    """A review that took four seconds."""
    known: dict[str, Any] = {"rev": 1, "grade": grade, "took_ms": 4000}
    return event(number, REVIEW, prompt, day, **known | more)


def adopt(number: int, prompt: str, source: str, day: int = MONDAY) -> Event:
    """``prompt`` adopts the history of ``source``."""
    return event(number, ADOPT, prompt, day, details={"from": source, "because": "was"})


def void(number: int, target: int, day: int = MONDAY) -> Event:
    """Takes back event number ``target``."""
    return event(number, VOID, None, day, target=UUID(int=target))
