"""Reviews that were given in another program join a learner's log, each once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from recall.clock import Moment, study_day
from recall.ids import event_id
from recall.memory.events import REVIEW, Event
from recall.memory.told import STATE
from recall.store.store import Store
from recall.transfer.past import Past

Offset = Callable[[int], int]
"""Minutes east of UTC that a clock at the learner's place showed at an epoch millisecond."""


class Joined(NamedTuple):
    """How many reviews were new to the log, were in it already, or lie in the future."""

    added: int
    known: int
    ahead: int


def local_offset(at_ms: int) -> int:
    """The offset of this machine's zone at a time, as far as the machine knows it."""
    offset = datetime.fromtimestamp(at_ms / 1000).astimezone().utcoffset()
    return int((offset or timedelta()).total_seconds() // 60)


def join_past(
    store: Store,
    past: Iterable[Past],
    *,
    now: Moment,
    rollover_hour: int,
    program: str = "anki",
    offset: Offset = local_offset,
) -> Joined:
    """Add reviews to the log at their own times. Doing it again adds nothing.

    What lies in the future is left out: everything that comes next would have to sort behind it.

    Raises:
        StoreError: the database cannot be written; nothing was added.
    """
    reviews = tuple(past)
    ready = [each for each in reviews if each.at_ms <= now.wall_ms]
    learner = store.learner_id.bytes
    events = (_event(each, learner, rollover_hour, program, offset(each.at_ms)) for each in ready)
    added = store.merge(events)
    return Joined(added, len(ready) - added, len(reviews) - len(ready))


def _event(each: Past, learner: bytes, rollover_hour: int, program: str, offset_min: int) -> Event:
    day = study_day(Moment(each.at_ms, offset_min), rollover_hour)
    details: dict[str, object] = {"program": program}
    if each.state is not None:
        details[STATE] = [each.state.stability, each.state.difficulty]
    # The same review has the same id every time, another learner's has another.
    name = f"{program}/{each.key}/{each.prompt}"
    return Event(
        id=event_id(each.at_ms, _digest(learner, name)),
        session=UUID(bytes=_digest(learner, f"{program}/{day}")[:16]),
        device=UUID(bytes=_digest(learner, program)[:16]),
        kind=REVIEW,
        at_ms=each.at_ms,
        offset_min=offset_min,
        study_day=day,
        prompt=each.prompt,
        rev=1,
        grade=each.grade,
        took_ms=each.took_ms or None,
        details=details,
    )


def _digest(learner: bytes, name: str) -> bytes:
    return hashlib.sha256(learner + name.encode()).digest()
