"""Whose progress it is, and on which machine it grows."""

from __future__ import annotations

import socket
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, select

from recall.store.engine import transaction
from recall.store.schema import device, learner
from recall.store.values import MakeId

ME = "me"
"""The one learner of a SQLite file."""

_LEARNER = select(learner.c.id, learner.c.folded_with).where(learner.c.name == bindparam("of"))
_DEVICE = select(device.c.id).where(
    device.c.learner_id == bindparam("learner"), device.c.name == bindparam("of")
)


def find_learner(
    connection: Connection, name: str | None, stamp: str, make_id: MakeId
) -> tuple[UUID, str]:
    """The learner's id and what their memories were folded with; made where they are new.

    On PostgreSQL ``name`` says who it is, without it the database role; a SQLite file has one.
    """
    if connection.dialect.name == "sqlite":
        name = ME
    with transaction(connection, write=False):
        if not name:
            name = str(connection.exec_driver_sql("SELECT current_user").scalar_one())
        row = connection.execute(_LEARNER, {"of": name}).first()
    if row is None:
        with transaction(connection, write=True):
            _insert_once(connection, learner, id=make_id(), name=name, folded_with=stamp)
            row = connection.execute(_LEARNER, {"of": name}).one()
    return row[0], row[1]


def find_device(connection: Connection, learner_id: UUID, make_id: MakeId) -> UUID:
    """The id of this machine for this learner, by the machine's name; made where it is new."""
    names = {"learner": learner_id, "of": socket.gethostname()}
    with transaction(connection, write=False):
        found = connection.execute(_DEVICE, names).scalar()
    if found is None:
        with transaction(connection, write=True):
            values = {"id": make_id(), "learner_id": learner_id, "name": names["of"]}
            _insert_once(connection, device, **values)
            found = connection.execute(_DEVICE, names).scalar_one()
    return UUID(str(found))


def _insert_once(connection: Connection, table: Table, **values: Any) -> None:
    # Several processes may find the row missing at once: the first to insert it wins.
    insert: Any
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert
    connection.execute(insert(table).values(values).on_conflict_do_nothing())
