"""Candidates, memories and planned questions that a test can write in a line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from recall.ids import PromptKey, card_of
from recall.memory.events import Memory
from recall.session.values import Candidate, Planned

TODAY = 20_780


def memory(
    stability: float = 3.0, days: int = 1, difficulty: float = 5.0, **changes: Any
) -> Memory:
    """What is remembered of a prompt reviewed so many days ago, without timed answers."""
    last_day = TODAY - days
    due_day = last_day + max(1, round(stability))
    known = Memory(stability, difficulty, last_day, due_day, 3, 0, 3, 0, 0.0, 1, UUID(int=1))
    return known._replace(**changes)


def candidate(name: str, remembered: Memory | None = None, **changes: Any) -> Candidate:
    """A prompt of ``d/<name>``: its main one, or ``card/part``."""
    prompt = f"d/{name}" if "/" in name else f"d/{name}/main"
    known = Candidate(PromptKey(prompt, 1), card_of(prompt), "d/m", memory=remembered)
    return known._replace(**changes)


def fresh(count: int, **changes: Any) -> list[Candidate]:
    """New cards ``d/new-0``, ``d/new-1``…"""
    return [candidate(f"new-{number}", **changes) for number in range(count)]


def planned(name: str, remembered: Memory | None = None, **changes: Any) -> Planned:
    """A question chosen already; a seen one is likely to be recalled."""
    chance = changes.pop("chance", 0.9 if remembered else 0.0)
    return Planned(candidate(name, remembered, **changes), 10.0, 0.5, False, chance)


def names(questions: Any) -> list[str]:
    """Their cards, without the deck."""
    found = [getattr(each, "candidate", each) for each in questions]
    return [each.card.partition("/")[2] for each in found]
