"""Bringing a database to the schema of this version, whoever else starts at the same moment."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from recall.errors import NewerDatabase, StoreError
from recall.store.address import Address
from recall.store.backup import back_up
from recall.store.engine import transaction, use_wal
from recall.store.revisions import HEAD, REVISIONS, VERSION_TABLE

SCRIPTS = Path(__file__).parent / "migrations"

_LOCK = 0x7265_6361_6C6C
"""Key of the PostgreSQL advisory lock that lets one process migrate at a time ("recall")."""

_alone = threading.Lock()
"""Alembic's ``op`` belongs to the process: its threads take turns."""


def migrate(connection: Connection, address: Address) -> None:
    """Does nothing at the newest schema; else migrates in one transaction, after a backup (SQLite).

    A process that dies in the middle leaves the old schema whole; of several that start at once
    one migrates, and the others find it done.

    Raises:
        NewerDatabase: a newer version of the app has written it.
        StoreError: another program has written it, or the backup cannot be made.
    """
    with transaction(connection, write=False):
        revision = stored_revision(connection, address)
    if address.file:
        use_wal(connection)
    if revision == HEAD:
        return
    with transaction(connection, write=True):
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        revision = stored_revision(connection, address)
        if revision == HEAD:
            return
        if revision and address.file:
            _keep_copy(address.file, revision)
        _upgrade(connection)


def stored_revision(connection: Connection, address: Address) -> str | None:
    """The schema's revision in the database; None where it is still empty.

    Raises:
        NewerDatabase: it is none that this version knows.
        StoreError: a SQLite file with tables of another program.
    """
    # Asked without SQLAlchemy's inspector, whose first use would cost a start 10 ms.
    exists = (
        "SELECT to_regclass(:name)"
        if connection.dialect.name == "postgresql"
        else "SELECT name FROM sqlite_master WHERE name = :name"
    )
    if connection.execute(text(exists), {"name": VERSION_TABLE}).scalar() is None:
        if address.file and inspect(connection).get_table_names():
            raise StoreError(
                "this file is the database of another program",
                where=address.where,
                mend="choose another file",
            )
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if found is not None and found not in REVISIONS:
        raise NewerDatabase(
            "a newer version of recall has written this database",
            where=address.where,
            mend="install the newest version of recall; nothing was changed",
        )
    return None if found is None else str(found)


def _keep_copy(file: Path, revision: str) -> None:
    try:
        back_up(file, revision)
    except OSError as fault:
        raise StoreError(
            f"the database needs a new layout, but no copy of it can be made: {fault.strerror}",
            where=str(file),
            mend="make room on the disk, then start again; nothing was changed",
        ) from None


def _upgrade(connection: Connection) -> None:
    # Alembic takes 0.4 s to import: only a database that has to change pays for it.
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(SCRIPTS))
    with (
        _alone,
        EnvironmentContext(
            Config(), scripts, fn=lambda revision, _: scripts._upgrade_revs(HEAD, revision)
        ) as environment,
    ):
        # Inside our own transaction: Alembic neither begins nor commits one.
        environment.configure(
            connection=connection, version_table=VERSION_TABLE, transactional_ddl=True
        )
        environment.run_migrations()
