"""Which questions come once more in the same sitting, and what that means for their intervals."""

from __future__ import annotations

from recall.memory.events import Grade, Memory
from recall.memory.scheduler import Preview, Scheduler
from recall.session.values import NEW, REPEAT


def comes_again(shown: str, grade: Grade) -> bool:
    """Whether a question shown ``new``, ``review`` or as a ``repeat`` comes once more.

    Again does, and Hard at first sight; a repeat never does. A new question graded Good or Easy
    does not: FSRS gives a same-day Good after it no value at all.
    """
    if shown == REPEAT:
        return False
    return grade == Grade.AGAIN or (grade == Grade.HARD and shown == NEW)


def previews(
    scheduler: Scheduler, memory: Memory | None, day: int, shown: str
) -> dict[Grade, Preview]:
    """What each grade would mean for the question on the screen.

    Where a grade brings a repeat, ``days`` holds if the repeat is then graded Good.
    """
    plain = scheduler.preview(memory, day)
    if not any(comes_again(shown, grade) for grade in Grade):
        return plain
    repeated = scheduler.preview(memory, day, once_more=True)
    return {
        grade: Preview(repeated[grade].days, True) if comes_again(shown, grade) else plain[grade]
        for grade in Grade
    }
