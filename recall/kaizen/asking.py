"""Which question the end of a session has, if any: one at most, and never the same one twice."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from recall.kaizen.values import SmallThing, Things

FROM_SITTING = 4
"""The first sittings belong to the cards."""


class Ask(NamedTuple):
    """The question: of an open thing what happened; None asks for a new one."""

    thing: SmallThing | None = None


def question_for(things: Things, *, sitting: UUID, day: int, sittings: int) -> Ask | None:
    """The question at the end of a sitting; None where there is none.

    A thing is asked about from the day after it was written down until it ends; before it has
    ended nothing new is asked for.

    Args:
        sitting: the sitting that is over.
        day: its study day.
        sittings: in how many sittings the learner has answered something, this one among them.
    """
    if sittings < FROM_SITTING or sitting in things.sittings:
        return None
    if not things.open:
        return Ask()
    ripe = [each for each in things.open if each.day < day]
    return Ask(ripe[-1]) if ripe else None
