"""Connections: durable, patient, and for their owner's eyes only."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from recall.errors import StoreError
from recall.store.address import Address

WAIT_SECONDS = 15.0
"""How long a write waits for another process before it gives up and says so."""

_BEGIN = "recall_begin"


def make_engine(address: Address) -> Engine:
    """An engine for the database; nothing is opened yet, apart from making a missing SQLite file.

    Raises:
        StoreError: the file or its folder cannot be made, or the driver is missing.
    """
    if address.file:
        _make_private(address.file)
        return _sqlite(address.file)
    return _postgresql(address)


@contextmanager
def transaction(connection: Connection, *, write: bool) -> Iterator[Connection]:
    """One transaction: committed at the end of the block, rolled back by any exception in it.

    On SQLite a write takes the write lock at once (``BEGIN IMMEDIATE``): one that begins by
    reading and then wants to write is refused where another process wrote in between.
    """
    connection.info[_BEGIN] = "BEGIN IMMEDIATE" if write else "BEGIN"
    with connection.begin():
        yield connection


def _sqlite(file: Path) -> Engine:
    # A creator keeps a path with a "?" or "%" in it from being read as part of a URL.
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            file, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(raw: Any, _record: Any) -> None:
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA foreign_keys=ON")


def use_wal(connection: Connection) -> None:
    """Puts a SQLite file into WAL mode, which it keeps; outside of any transaction.

    Not done while connecting: a file that turns out to be another program's is left as it is.
    """
    raw: Any = connection.connection.dbapi_connection
    # The switch needs the file alone and does not heed the busy timeout.
    give_up = time.monotonic() + WAIT_SECONDS
    while raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            raw.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode & 0xFF not in _HELD or time.monotonic() > give_up:
                raise
            time.sleep(0.02)


_HELD = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _begin_sqlite(connection: Connection) -> None:
    raw: Any = connection.connection.dbapi_connection
    raw.execute(connection.info.get(_BEGIN, "BEGIN"))


def _make_private(file: Path) -> None:
    """Make the file with mode 0600, and its folder with 0700 where that is missing too.

    SQLite gives the files beside it (``-wal``, ``-shm``) the mode of the database. A file that is
    there is not opened: closing it would let go of every lock that a connection of this process
    holds on it, and another program would then take the log of its newest grades away.
    """
    try:
        if file.is_dir():
            raise StoreError("this is a folder, not a database file", where=str(file))
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            with suppress(FileExistsError):  # Another process may make it meanwhile.
                os.close(os.open(file.resolve(), os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as fault:
        raise StoreError(
            f"the database file cannot be made: {fault.strerror}",
            where=str(file),
            mend="choose another place with --database, or mend the folder's permissions",
        ) from None


def _postgresql(address: Address) -> Engine:
    try:
        url = make_url(address.url)
        engine = create_engine(
            url,
            poolclass=NullPool,
            connect_args={
                "connect_timeout": int(WAIT_SECONDS),
                "client_encoding": "utf8",
                "application_name": "recall",
            },
        )
    except (ArgumentError, ValueError):
        raise StoreError("this is no address of a database", where=address.where) from None
    except ImportError:
        raise StoreError(
            "PostgreSQL needs the psycopg package, which is not installed",
            where=address.where,
            mend="install recall with its extra: recall[postgres]",
        ) from None
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


def _prepare_postgresql(raw: Any, _record: Any) -> None:
    # A server may be set to acknowledge before it has synced; a grade must be on disk.
    raw.execute(
        "SELECT set_config('lock_timeout', %s, false), CASE current_setting('synchronous_commit')"
        " WHEN 'off' THEN set_config('synchronous_commit', 'on', false) END",
        (f"{int(WAIT_SECONDS * 1000)}",),
    )
    raw.commit()
