"""Drafts become events: their ids, their place in the order, and when they happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from uuid import UUID

from recall.clock import Clock, study_day
from recall.ids import event_id
from recall.memory.events import AT_ONCE, Draft, Event


class Writer(NamedTuple):
    """Who writes, and what an event is given besides its draft.

    ``randomness(n)`` gives n random bytes; ``rollover_hour`` is when a study day begins.
    """

    learner_id: UUID
    device: UUID
    clock: Clock
    randomness: Callable[[int], bytes]
    rollover_hour: int

    def events(
        self, drafts: Sequence[Draft], session: UUID, newest: int, *, at_once: bool = False
    ) -> tuple[Event, ...]:
        """The drafts as events that sort after ``newest`` (at_ms) and after each other; with
        ``at_once`` those of several are marked as set together.

        A clock set back never sorts an event into the past; what it showed stays in the details.
        """
        moment = self.clock()
        day = study_day(moment, self.rollover_hour)
        made: list[Event] = []
        together = None
        for draft in drafts:
            at_ms = newest = max(moment.wall_ms, newest + 1)
            details = dict(draft.details)
            if at_ms != moment.wall_ms:
                details["wall_ms"] = moment.wall_ms
            name = event_id(at_ms, self.randomness(10))
            if at_once and len(drafts) > 1:
                details[AT_ONCE] = together = together or str(name)
            made.append(
                Event(
                    id=name,
                    session=session,
                    device=self.device,
                    kind=draft.kind,
                    at_ms=at_ms,
                    offset_min=moment.offset_min,
                    study_day=day,
                    prompt=draft.prompt,
                    rev=draft.rev,
                    grade=None if draft.grade is None else int(draft.grade),
                    took_ms=draft.took_ms,
                    target=draft.target,
                    details=details,
                )
            )
        return tuple(made)
