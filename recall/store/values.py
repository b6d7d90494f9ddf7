"""What a store gives besides events and memories. Nothing here needs the database layer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from recall.ids import PromptKey, event_id
from recall.memory.events import Grade, Memory
from recall.memory.pace import REPEAT
from recall.memory.scheduler import MODEL
from recall.session.repeats import comes_again

if TYPE_CHECKING:
    from recall.clock import Clock
    from recall.memory.scheduler import Scheduler

MakeId = Callable[[], UUID]

NOWHERE = UUID(int=0)
"""In place of the last event of a memory that was read without it."""


class CatalogueEntry(NamedTuple):
    """Where a deck was last read from, the SHA-256 of its bytes, and the reader that read it."""

    path: str
    digest: str
    reader_version: int


def figures_of(rows: Iterable[Any]) -> dict[PromptKey, Memory]:
    """Memories by their keys from rows of prompt, rev and all fields of a memory but its place in
    the log: half the room where there are a hundred thousand.

    Days come as the same few objects for the same reason.
    """
    days: dict[int, int] = {}
    result: dict[PromptKey, Memory] = {}
    for prompt, rev, stability, difficulty, last, due, *rest in rows:
        last, due = days.setdefault(last, last), days.setdefault(due, due)
        values = (stability, difficulty, last, due, *rest, 0, NOWHERE)
        result[PromptKey(prompt, rev)] = Memory._make(values)
    return result


def stamp_of(scheduler: Scheduler) -> str:
    """What names a way of folding: the model, and a digest of its weights."""
    weights = ",".join(map(repr, scheduler.weights))
    return f"{MODEL} {hashlib.sha256(weights.encode()).hexdigest()[:16]}"


def repeats_of(rows: Iterable[Any]) -> tuple[PromptKey, ...]:
    """The prompts that were to come once more and did not, oldest first, from rows of prompt, rev,
    grade and details of a day's reviews in their order."""
    waiting: dict[PromptKey, bool] = {}
    for prompt, rev, grade, details in rows:
        key = PromptKey(prompt, rev)
        waiting.pop(key, None)
        if comes_again(details.get("shown", REPEAT), Grade(grade)):
            waiting[key] = True
    return tuple(waiting)


def id_maker(clock: Clock, randomness: Callable[[int], bytes]) -> MakeId:
    """Makes UUIDs of version 7 from a clock and randomness."""
    return lambda: event_id(max(clock().wall_ms, 0), randomness(10))
