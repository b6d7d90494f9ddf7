"""What a database complains of, said as one sentence with its mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from recall.errors import BusyStore, StoreError

_FULL = ("the disk is full", "free some space")
_READ_ONLY = (
    "the database cannot be written",
    "check the permissions of the file and of its folder",
)
_BROKEN = ("this is no database that can be read", "put a copy from a backup in its place")
_HELD = ("another program holds the database", "wait for that program, or close it")
_DISK = ("the disk does not take it", "check the disk")

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_AUTH: _READ_ONLY,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_NOTADB: _BROKEN,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_CANTOPEN: (
        "the database cannot be opened",
        "check that its folder exists and may be written",
    ),
}

_AWAY = ("the server does not answer", "check that it runs, then try again")
_POSTGRESQL = {
    "57P01": _AWAY,  # It is being stopped, has crashed, or is still starting.
    "57P02": _AWAY,
    "57P03": _AWAY,
    "53100": _FULL,
    "25006": _READ_ONLY,
    "42501": ("this role may not do that", "ask for the right to create and write tables"),
    "28P01": ("the server does not accept this password", "check RECALL_DATABASE_URL"),
    "28000": ("the server does not let this role in", "check RECALL_DATABASE_URL"),
    "3D000": ("there is no such database on the server", "make it with createdb"),
}
_POSTGRESQL_HELD = ("55P03", "40001", "40P01", "57014", "53300")


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turns a database's complaint inside the block into a ``StoreError`` (or ``BusyStore``)."""
    try:
        yield
    except DBAPIError as fault:
        raise explain(fault.orig, where) from fault
    except sqlite3.Error as fault:
        raise explain(fault, where) from fault


def explain(fault: BaseException | None, where: str) -> StoreError:
    """The error that says what a driver's exception means."""
    if isinstance(fault, sqlite3.Error):
        return _explain_sqlite(fault, where)
    state = getattr(fault, "sqlstate", None)
    if state in _POSTGRESQL_HELD:
        return BusyStore(_HELD[0], where=where, mend=_HELD[1])
    if state in _POSTGRESQL:
        what, mend = _POSTGRESQL[state]
        return StoreError(what, where=where, mend=mend)
    if state is None:
        return _explain_connection(fault, where)
    return StoreError(_first_line(fault), where=where)


def _explain_sqlite(fault: sqlite3.Error, where: str) -> StoreError:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BusyStore(_HELD[0], where=where, mend=_HELD[1])
    what, mend = _SQLITE.get(code, (f"the database refused: {_first_line(fault)}", ""))
    return StoreError(what, where=where, mend=mend)


def _explain_connection(fault: BaseException | None, where: str) -> StoreError:
    # A refusal while connecting comes without a code: only its words tell.
    words = str(fault)
    for state, sign in (("28P01", "password"), ("28000", 'role "'), ("3D000", "does not exist")):
        if sign in words:
            what, mend = _POSTGRESQL[state]
            return StoreError(what, where=where, mend=mend)
    return StoreError(_AWAY[0], where=where, mend=_AWAY[1])


def _first_line(fault: BaseException | None) -> str:
    return str(fault).partition("\n")[0] or "no reason was given"
