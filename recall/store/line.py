"""One connection kept open, shared by threads in turn; every use is one short transaction."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from recall.store.engine import transaction
from recall.store.faults import explained

IDLE_SECONDS = 30.0
"""After so long without a call, a connection to a server is tried before it is used."""

_LOCK_LEARNER = text("SELECT pg_advisory_xact_lock(:key)")
_AWAKE = text("SELECT 1")


class Line:
    """The way to one learner's rows. ``where`` is the database as messages call it."""

    def __init__(
        self, engine: Engine, connection: Connection, learner_id: UUID, where: str
    ) -> None:
        self._engine = engine
        self._connection = connection
        self._turn = threading.RLock()
        self._used = time.monotonic()
        self._postgresql = connection.dialect.name == "postgresql"
        self.learner_id = learner_id
        self.where = where

    def close(self) -> None:
        """Lets go of the database; calling it again does nothing."""
        with self._turn, explained(self.where):
            self._connection.close()
            self._engine.dispose()

    @contextmanager
    def open(self, *, write: bool = False) -> Iterator[Connection]:
        """A transaction; one that writes has the learner's rows for itself until it ends.

        Raises:
            StoreError: the database complains; nothing of the block was kept.
        """
        with self._turn, explained(self.where):
            self._reconnect()
            with transaction(self._connection, write=write) as connection:
                if self._postgresql and write:
                    connection.execute(_LOCK_LEARNER, {"key": _lock_key(self.learner_id)})
                yield connection

    def _reconnect(self) -> None:
        """After a while of silence: a server that was restarted is connected to again."""
        idle, self._used = time.monotonic() - self._used, time.monotonic()
        if not self._postgresql or idle < IDLE_SECONDS:
            return
        try:
            with transaction(self._connection, write=False) as connection:
                connection.execute(_AWAKE)
        except DBAPIError as fault:
            if not fault.connection_invalidated:
                raise


def _lock_key(learner_id: UUID) -> int:
    return int.from_bytes(learner_id.bytes[-8:], "big", signed=True)
