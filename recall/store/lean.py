"""The log without what figures do not ask for: read in a third of the time that events take."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, or_, select, type_coerce
from sqlalchemy.types import NullType

from recall.memory.events import ADOPT, NOTHING, REVIEW, VOID
from recall.memory.facts import KINDS, Fact
from recall.memory.told import STATE
from recall.store.prepared import Prepared
from recall.store.schema import event

EVERY = 5_000
"""So many rows are read between two calls of ``told``."""

_void = event.alias("void")
_undone = select(_void.c.target).where(
    _void.c.learner_id == bindparam("learner"),
    _void.c.kind == bindparam(VOID),
    _void.c.target.is_not(None),
)
_mine = (
    event.c.learner_id == bindparam("learner"),
    or_(*(event.c.kind == bindparam(kind) for kind in KINDS)),
)
_FACTS = Prepared(
    select(
        event.c.kind,
        event.c.prompt,
        event.c.rev,
        event.c.grade,
        event.c.study_day,
        event.c.session == bindparam("newest"),
        # As the database has it: most of it says nothing that figures ask for.
        type_coerce(event.c.details, NullType()),
    )
    .where(*_mine, event.c.prompt.is_not(None), event.c.id.not_in(_undone))
    .order_by(event.c.at_ms, event.c.id)
)
_NEWEST = (
    select(event.c.session)
    .where(
        event.c.learner_id == bindparam("learner"),
        event.c.kind == bindparam(REVIEW),
        event.c.id.not_in(_undone),
    )
    .order_by(event.c.at_ms.desc(), event.c.id.desc())
    .limit(1)
)
_COUNT = select(func.count()).where(event.c.learner_id == bindparam("learner"))
_STATE = f'"{STATE}"'


def read_facts(
    connection: Connection, learner_id: UUID, told: Callable[[float], None]
) -> list[Fact]:
    """Every fact of the learner, oldest first. ``told`` hears how much is read, 0 to 1."""
    total = int(connection.execute(_COUNT, {"learner": learner_id}).scalar_one()) or 1
    names = {"learner": learner_id, **{kind: kind for kind in (VOID, *KINDS)}}
    newest = connection.execute(_NEWEST, names).scalar() or learner_id
    facts: list[Fact] = []
    found = enumerate(_FACTS.run(connection, names | {"newest": newest}))
    for order, (kind, prompt, rev, grade, day, latest, text) in found:
        if order % EVERY == 0:
            told(order / total)
        details = NOTHING
        if text and (grade == 1 or kind == ADOPT or _STATE in text):
            details = json.loads(text)
        if grade or kind != REVIEW:
            fact = (order, kind, prompt, rev or 1, grade or 0, day, latest, details)
            facts.append(Fact._make(fact))
    return facts
