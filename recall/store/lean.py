"""The log without what figures do not ask for: read in a sixth of the time that events take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from recall.memory.events import REVIEW, VOID
from recall.memory.facts import TURNS, Fact, Turn, read_facts
from recall.memory.logbook import Logbook
from recall.memory.told import STATE
from recall.store.prepared import Prepared
from recall.store.schema import event, memory

EVERY = 5_000
"""So many rows are read between two calls of ``told``."""

_mine = event.c.learner_id == bindparam("learner")
_my_reviews = and_(_mine, event.c.kind == REVIEW)
# SQLite would look every row up through an index, which takes twice as long as reading the table
# from its beginning; it does not see through this.
_by_scan = case((_my_reviews, literal_column("1")), else_=literal_column("0"))
_scanned = _by_scan == literal_column("1")
_voids = event.alias("void")
# Asked once, not of every event.
_stands = event.c.id.not_in(
    select(_voids.c.target).where(
        _voids.c.learner_id == bindparam("learner"),
        _voids.c.kind == VOID,
        _voids.c.target.is_not(None),
    )
)
# As the database has them: most are only compared, and changing each costs time.
_id = type_coerce(event.c.id, NullType())
_text = type_coerce(event.c.details, String)
_tells_a_state = _text.like(literal_column(f"""'%"{STATE}"%'"""))


def _facts(mine: ColumnElement[bool], *more: ColumnElement[Any]) -> Prepared:
    return Prepared(
        select(
            event.c.at_ms,
            event.c.prompt,
            event.c.rev,
            event.c.grade,
            event.c.study_day,
            type_coerce(event.c.session == bindparam("newest"), NullType()),
            # Nobody asks how a right answer was given, and text is the dearest part of a row.
            type_coerce(case((or_(event.c.grade == 1, _tells_a_state), _text)), NullType()),
            *more,
        )
        .where(mine, _stands)
        # The database sorts a prompt's reviews together quicker than they are put together here.
        .order_by(event.c.prompt, event.c.rev, event.c.at_ms, event.c.id)
    )


_FACTS = {True: _facts(_scanned), False: _facts(_my_reviews)}
_FACTS_WITH_IDS = {True: _facts(_scanned, _id), False: _facts(_my_reviews, _id)}
"""By whether the database is SQLite. With ids takes a quarter longer, and few ask for them."""
_TURNS = select(event.c.at_ms, _id, event.c.kind, event.c.prompt, event.c.details).where(
    _mine, event.c.kind.in_(TURNS), event.c.prompt != "", _stands
)
_NEWEST = (
    select(event.c.session)
    .where(_my_reviews, _stands)
    .order_by(event.c.at_ms.desc(), event.c.id.desc())
    .limit(1)
)
_REVIEWS = select(func.sum(memory.c.reviews)).where(memory.c.learner_id == bindparam("learner"))
"""About as many as there are to read: to count the log itself takes ten times as long."""


def facts_of(
    connection: Connection, learner_id: UUID, told: Callable[[float], None]
) -> Logbook[Fact]:
    """Every fact of the learner. ``told`` hears how much is read, 0 to 1."""
    names = {"learner": learner_id}
    total = int(connection.execute(_REVIEWS, names).scalar() or 1)
    newest = connection.execute(_NEWEST, names).scalar() or learner_id
    turns: list[Turn] = sorted(tuple(row) for row in connection.execute(_TURNS, names))
    statement = (_FACTS_WITH_IDS if turns else _FACTS)[connection.dialect.name == "sqlite"]
    rows = statement.run(connection, names | {"newest": newest})
    return read_facts(chain.from_iterable(_pages(rows, total, told)), turns)


def _pages(rows: Iterable[Any], total: int, told: Callable[[float], None]) -> Iterator[list[Fact]]:
    told(0.0)
    read, left = 0, iter(rows)
    while page := list(islice(left, EVERY)):
        yield page
        read += len(page)
        told(min(read / total, 1.0))
