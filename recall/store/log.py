"""The append-only log: writing events, and reading them in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Connection,
    bindparam,
    func,
    insert,
    select,
    tuple_,
)

from recall.memory.adoption import place
from recall.memory.events import (
    AT_ONCE,
    BURY,
    FLAG,
    PRACTICE,
    RESTART,
    RESUME,
    REVIEW,
    SUSPEND,
    VOID,
    Event,
)
from recall.store.columns import Id
from recall.store.prepared import Prepared
from recall.store.rows import EVENT_COLUMNS, event_row, stands
from recall.store.schema import event

UNDOABLE = (REVIEW, SUSPEND, RESUME, BURY, FLAG, RESTART, PRACTICE)
PAGE = 1000
CHUNK = 500
"""How many ids one statement asks for."""
Place = tuple[int, UUID]

_INSERT = insert(event)
_INSERT_ONE = Prepared(_INSERT)
_NEWEST = select(func.max(event.c.at_ms)).where(event.c.learner_id == bindparam("learner"))
_KNOWN = select(event.c.id).where(event.c.id.in_(bindparam("names", expanding=True)))
_ORDER = (event.c.at_ms, event.c.id)
_FIRST_PAGE = (
    select(*EVENT_COLUMNS)
    .where(event.c.learner_id == bindparam("learner"))
    .order_by(*_ORDER)
    .limit(PAGE)
)
_NEXT_PAGE = _FIRST_PAGE.where(
    tuple_(*_ORDER) > tuple_(bindparam("at_ms", type_=BigInteger()), bindparam("place", type_=Id()))
)
_VOIDED = select(event.c.target).where(
    event.c.learner_id == bindparam("learner"), event.c.kind == VOID
)
_UNDOABLE = (
    select(*EVENT_COLUMNS)
    .where(event.c.learner_id == bindparam("learner"), event.c.kind.in_(UNDOABLE), stands())
    .order_by(event.c.at_ms.desc(), event.c.id.desc())
    .limit(1)
)
_UNDOABLE_IN_SESSION = _UNDOABLE.where(event.c.session == bindparam("session"))
_OF_KIND = select(*EVENT_COLUMNS).where(
    event.c.learner_id == bindparam("learner"), event.c.kind == bindparam("of_kind"), stands()
)
_NEWEST_OF = _OF_KIND.order_by(event.c.at_ms.desc(), event.c.id.desc()).limit(1)
_OF_KIND_THAT_DAY = _OF_KIND.where(
    event.c.study_day == bindparam("day"), event.c.session == bindparam("session")
)
_OF_KINDS = (
    select(*EVENT_COLUMNS)
    .where(
        event.c.learner_id == bindparam("learner"),
        event.c.kind.in_(bindparam("of_kinds", expanding=True)),
        stands(),
    )
    .order_by(event.c.at_ms, event.c.id)
)


def insert_events(connection: Connection, learner_id: UUID, events: Iterable[Event]) -> None:
    """Writes events."""
    rows = [event_row(learner_id, each) for each in events]
    if len(rows) == 1:
        _INSERT_ONE.run(connection, rows[0])
    elif rows:
        connection.execute(_INSERT, rows)


def known_ids(connection: Connection, ids: Sequence[UUID]) -> set[UUID]:
    """Those of some ids that are in the log already."""
    found: set[UUID] = set()
    for start in range(0, len(ids), CHUNK):
        names = {"names": list(ids[start : start + CHUNK])}
        found.update(connection.execute(_KNOWN, names).scalars())
    return found


def newest_at_ms(connection: Connection, learner_id: UUID) -> int:
    """When the learner's newest event happened; 0 where there is none."""
    return int(connection.execute(_NEWEST, {"learner": learner_id}).scalar() or 0)


def page_after(connection: Connection, learner_id: UUID, after: Place | None) -> list[Event]:
    """The next ``PAGE`` events behind a place in the order (None: the first)."""
    if after is None:
        found = connection.execute(_FIRST_PAGE, {"learner": learner_id})
    else:
        names = {"learner": learner_id, "at_ms": after[0], "place": after[1]}
        found = connection.execute(_NEXT_PAGE, names)
    return [Event._make(row) for row in found]


def all_events(connection: Connection, learner_id: UUID) -> Iterator[Event]:
    """Every event of the learner, oldest first, a page in memory at a time."""
    place: Place | None = None
    while page := page_after(connection, learner_id, place):
        yield from page
        place = page[-1].at_ms, page[-1].id


def voided_ids(connection: Connection, learner_id: UUID) -> frozenset[UUID]:
    """The ids that void events name."""
    return frozenset(connection.execute(_VOIDED, {"learner": learner_id}).scalars())


def newest_undoable(connection: Connection, learner_id: UUID, session: UUID | None) -> Event | None:
    """What undo takes back: the session's newest event that still stands, else the learner's."""
    row = None
    if session is not None:
        names = {"learner": learner_id, "session": session}
        row = connection.execute(_UNDOABLE_IN_SESSION, names).first()
    if row is None:
        row = connection.execute(_UNDOABLE, {"learner": learner_id}).first()
    return None if row is None else Event._make(row)


def set_at_once(connection: Connection, learner_id: UUID, event: Event) -> tuple[Event, ...]:
    """An event and all that were set together with it and still stand, newest first."""
    mark = event.details.get(AT_ONCE)
    if mark is None:
        return (event,)
    names = {
        "learner": learner_id,
        "of_kind": event.kind,
        "day": event.study_day,
        "session": event.session,
    }
    found = map(Event._make, connection.execute(_OF_KIND_THAT_DAY, names))
    together = [each for each in found if each.details.get(AT_ONCE) == mark]
    return tuple(sorted(together, key=place, reverse=True))


def newest_of(connection: Connection, learner_id: UUID, kind: str) -> Event | None:
    """The newest event of a kind that still stands."""
    row = connection.execute(_NEWEST_OF, {"learner": learner_id, "of_kind": kind}).first()
    return None if row is None else Event._make(row)


def of_kinds(connection: Connection, learner_id: UUID, kinds: Sequence[str]) -> list[Event]:
    """All events of some kinds that still stand, oldest first."""
    names = {"learner": learner_id, "of_kinds": list(kinds)}
    return [Event._make(row) for row in connection.execute(_OF_KINDS, names)]
