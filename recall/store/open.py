"""Opening a learner's progress. Importing this costs nothing: the database layer is imported by
the call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from recall.clock import ROLLOVER_HOUR, Clock
from recall.store.address import address

if TYPE_CHECKING:
    from recall.memory.scheduler import Scheduler
    from recall.store.store import Store


def open_store(
    url: str | None = None,
    *,
    file: Path | None,
    learner: str | None = None,
    clock: Clock,
    randomness: Callable[[int], bytes],
    rollover_hour: int = ROLLOVER_HOUR,
    scheduler: Scheduler,
) -> Store:
    """Opens the database at ``url``, else the SQLite file; makes and migrates it as needed.

    Args:
        url: ``postgresql://…``, ``sqlite:///…`` or a plain path; None for ``file``.
        file: the SQLite file to use without a URL.
        learner: name of the learner on PostgreSQL; None for the database role's name.
        clock: the wall clock that events are stamped with.
        randomness: gives so many random bytes, for ids.
        rollover_hour: local hour at which a study day begins.
        scheduler: what folds reviews into memories.

    Raises:
        NewerDatabase: a newer version of the app has written it.
        BusyStore: another program holds it.
        StoreError: it cannot be opened, read or written.
    """
    from recall.store.engine import make_engine
    from recall.store.faults import explained
    from recall.store.learners import find_device, find_learner
    from recall.store.line import Line
    from recall.store.migrate import migrate
    from recall.store.store import Store
    from recall.store.values import id_maker, stamp_of
    from recall.store.writer import Writer

    place = address(url, file)
    stamp = stamp_of(scheduler)
    make_id = id_maker(clock, randomness)
    engine = make_engine(place)
    with explained(place.where):
        connection = engine.connect()
        try:
            migrate(connection, place)
            learner_id, folded_with = find_learner(connection, learner, stamp, make_id)
            device = find_device(connection, learner_id, make_id)
            writer = Writer(learner_id, device, clock, randomness, rollover_hour)
            line = Line(engine, connection, learner_id, place.where)
            opened = Store(line, writer, scheduler)
        except BaseException:
            connection.close()
            raise
    if folded_with != stamp:
        opened.rebuild()
    return opened
