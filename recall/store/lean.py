"""The log without what figures do not ask for: read in a fifth of the time that events take."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import islice
from operator import le
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    case,
    func,
    literal_column,
    select,
    type_coerce,
)
from sqlalchemy.types import NullType

from recall.memory.events import ADOPT, NOTHING, REVIEW, VOID
from recall.memory.facts import KINDS, Fact
from recall.memory.told import STATE
from recall.store.prepared import Prepared
from recall.store.schema import event

EVERY = 5_000
"""So many rows are read between two calls of ``told``."""

_KINDS = frozenset(KINDS)
_STATE, _GIVEN, _CONFIDENCE = f'"{STATE}"', '"given"', '"confidence"'
_mine = event.c.learner_id == bindparam("learner")
# SQLite would look every row up through an index, which takes twice as long as reading the table
# from its beginning; it does not see through this.
_mine_by_scan = case((_mine, literal_column("1")), else_=literal_column("0")) == literal_column("1")


def _facts(mine: ColumnElement[bool]) -> Prepared:
    return Prepared(
        select(
            # As the database has them: most are only compared, and changing each costs time.
            type_coerce(event.c.id, NullType()),
            event.c.at_ms,
            event.c.kind,
            event.c.prompt,
            event.c.rev,
            event.c.grade,
            event.c.study_day,
            type_coerce(event.c.session == bindparam("newest"), NullType()),
            type_coerce(event.c.details, NullType()),
        )
        .where(mine)
        .order_by(event.c.id)
    )


_FACTS = {True: _facts(_mine_by_scan), False: _facts(_mine)}
_UNDONE = select(type_coerce(event.c.target, NullType())).where(
    _mine, event.c.kind == VOID, event.c.target.is_not(None)
)
_voids = event.alias("void")
_NEWEST = (
    select(event.c.session)
    .where(
        _mine,
        event.c.kind == REVIEW,
        event.c.id.not_in(
            select(_voids.c.target).where(_voids.c.kind == VOID, _voids.c.target.is_not(None))
        ),
    )
    .order_by(event.c.at_ms.desc(), event.c.id.desc())
    .limit(1)
)
_COUNT = select(func.count()).where(_mine)


def read_facts(
    connection: Connection, learner_id: UUID, told: Callable[[float], None]
) -> list[Fact]:
    """Every fact of the learner, oldest first. ``told`` hears how much is read, 0 to 1."""
    names = {"learner": learner_id}
    total = int(connection.execute(_COUNT, names).scalar_one()) or 1
    undone = frozenset(connection.execute(_UNDONE, names).scalars())
    newest = connection.execute(_NEWEST, names).scalar() or learner_id
    statement = _FACTS[connection.dialect.name == "sqlite"]
    new = tuple.__new__  # A third of what Fact() takes, a hundred thousand times.
    facts: list[Fact] = []
    times: list[int] = []
    rows = enumerate(statement.run(connection, names | {"newest": newest}))
    for number, (id, at_ms, kind, prompt, rev, grade, day, latest, text) in rows:
        if number % EVERY == 0:
            told(number / total)
        if kind not in _KINDS or not prompt or id in undone:
            continue
        if text and (
            _STATE in text
            or kind == ADOPT
            or (grade == 1 and (_GIVEN in text or _CONFIDENCE in text))
        ):
            details = json.loads(text)
        else:
            details = NOTHING
        fact = (len(facts), kind, prompt, rev or 1, grade or 0, day, latest, details)
        facts.append(new(Fact, fact))
        times.append(at_ms)
    return _in_order(facts, times)


def _in_order(facts: list[Fact], times: list[int]) -> list[Fact]:
    """Facts that come by id in the total order: by time, and of two at once the lower id first.

    Ids begin with the time, so that nearly always nothing is to be done.
    """
    if all(map(le, times, islice(times, 1, None))):
        return facts
    by_time = sorted(range(len(facts)), key=times.__getitem__)
    return [facts[place]._replace(order=order) for order, place in enumerate(by_time)]
