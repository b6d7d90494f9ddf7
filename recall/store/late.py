"""A store that imports the database layer when it is first asked for more than a start asks."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from recall.store.early import Beyond, EarlyReading, read_early
from recall.store.values import MakeId, stamp_of

if TYPE_CHECKING:
    from recall.memory.scheduler import Scheduler
    from recall.store.store import Store


def store_for_start(
    file: Path | None, scheduler: Scheduler, make_id: MakeId, open_now: Callable[[], Store]
) -> Store:
    """A store that answers what a start asks at once, where that is possible; else just a store.

    Args:
        file: the SQLite file that ``open_now`` opens; None for another kind of database.
        make_id: makes the ids of sittings.
        open_now: opens the store the long way.

    Raises:
        StoreError: as ``open_now`` does; later too, whenever the store is first needed.
    """
    early = read_early(file, stamp_of(scheduler)) if file else None
    # It has all that a store has, by ``__getattr__``.
    return cast("Store", LateStore(early, make_id, open_now)) if early else open_now()


class LateStore:
    """Answers from an ``EarlyReading`` what that can, and opens the real store for the rest.

    Once the real store is open it answers everything.

    Attributes:
        session: the sitting that new events belong to.
    """

    def __init__(self, early: EarlyReading, make_id: MakeId, open_now: Callable[[], Store]) -> None:
        self._early: EarlyReading | None = early
        self._make_id = make_id
        self._open_now = open_now
        self._store: Store | None = None
        self.session = make_id()

    def new_session(self) -> UUID:
        """Begins another sitting and gives its id."""
        self.session = self._make_id()
        if self._store is not None:
            self._store.session = self.session
        return self.session

    def close(self) -> None:
        """Lets go of the database; calling it again does nothing."""
        self._forget()
        if self._store is not None:
            self._store.close()

    def __getattr__(self, name: str) -> Any:
        if self._early is None or not hasattr(EarlyReading, name):
            return getattr(self._real(), name)
        early = getattr(self._early, name)

        def ask(*values: Any) -> Any:
            try:
                return early(*values)
            except (Beyond, sqlite3.Error):
                return getattr(self._real(), name)(*values)

        return ask

    def _real(self) -> Store:
        if self._store is None:
            self._store = self._open_now()
            self._store.session = self.session
            self._forget()
        return self._store

    def _forget(self) -> None:
        if self._early is not None:
            self._early.close()
            self._early = None
