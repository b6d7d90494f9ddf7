"""Candidates, memories and planned questions that a test can write in a line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from hypothesis import strategies as st

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


STATES = st.builds(
    memory, st.floats(0.01, 900), st.integers(0, 400), st.floats(1, 10), answers=st.integers(0, 3)
)


@st.composite
def decks(draw: st.DrawFn) -> list[Candidate]:
    """Up to thirty prompts, met or not, gated, alike and siblings as it comes."""
    found: list[Candidate] = []
    for number in range(draw(st.integers(0, 30))):
        part = draw(st.sampled_from(("main", "back")))
        name = f"c{draw(st.integers(0, 20))}"
        if any(each.key.prompt == f"d/{name}/{part}" for each in found):
            continue
        gate = draw(st.sets(st.integers(0, 20), max_size=2))
        remembered = draw(st.none() | STATES)
        found.append(
            candidate(
                f"{name}/{part}",
                remembered,
                module=f"d/m{number % 3}",
                after=frozenset(f"d/c{each}" for each in gate) - {f"d/{name}"},
                group=draw(st.sampled_from(("", "", "d/g"))),
                pairs=tuple(draw(st.sets(st.sampled_from(("d/pair:x", "d/pair:y"))))),
                basic=draw(st.booleans()),
            )
        )
    return found
