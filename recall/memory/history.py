"""What happened to one prompt, answer by answer, and the curve of forgetting in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recall.ids import PromptKey
from recall.memory.adoption import place
from recall.memory.curve import Weights, recall
from recall.memory.events import PRACTICE, VOID, Event, Memory
from recall.memory.fold import applicable
from recall.memory.scheduler import Scheduler


class Step(NamedTuple):
    """One answer. ``after``: the memory that it left, None for practice, which leaves none."""

    event: Event
    after: Memory | None

    @property
    def days(self) -> int | None:
        """The interval in days that the answer gave; None for practice."""
        return None if self.after is None else self.after.due_day - self.after.last_day


def history(events: Iterable[Event], key: PromptKey, scheduler: Scheduler) -> tuple[Step, ...]:
    """The answers that count for a prompt and its practice, oldest first.

    Args:
        events: those of the prompt, of its card, of all it adopted, and the voids of any of these.
    """
    known = list(events)
    undone = {each.target for each in known if each.kind == VOID}
    practice = [
        each
        for each in known
        if each.kind == PRACTICE and each.key == key and each.grade and each.id not in undone
    ]
    steps = [Step(each, None) for each in practice]
    memory = None
    for event in applicable(known, key):
        memory = scheduler.review(memory, event)
        steps.append(Step(event, memory))
    return tuple(sorted(steps, key=lambda step: place(step.event)))


def chance_on(steps: Sequence[Step], day: float, weights: Weights) -> float | None:
    """The chance of recall on a study day or between two, 1 on the day of an answer; None before
    the first."""
    memory = None
    for step in steps:
        if step.after is not None and step.after.last_day <= day:
            memory = step.after
    if memory is None:
        return None
    return recall(day - memory.last_day, memory.stability, weights)
