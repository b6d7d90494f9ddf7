"""Open a collection: store, decks, and everything that has changed between them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from recall import paths as machine
from recall.clock import Clock, Ticker, system_clock, system_ticker
from recall.collection.collection import Collection
from recall.collection.last_home import sqlite_file
from recall.collection.lasting import lasting
from recall.collection.origin import Origin
from recall.collection.places import deck_places
from recall.collection.stamps import stamp_of
from recall.collection.updating import bring_up_to_date
from recall.decks.library import Place
from recall.memory.scheduler import Scheduler
from recall.settings import Settings
from recall.status import status_file
from recall.store.address import address
from recall.store.late import store_for_start
from recall.store.open import open_store
from recall.store.values import id_maker


def open_collection(
    *,
    settings: Settings,
    database: str | None = None,
    learner: str | None = None,
    paths: Sequence[Path] = (),
    clock: Clock = system_clock,
    ticker: Ticker = system_ticker,
    randomness: Callable[[int], bytes] = os.urandom,
    file: Path | None = None,
    places: Sequence[Place] | None = None,
) -> Collection:
    """Open a learner's progress over the decks at hand. Blocks; close the result when done.

    Args:
        database: a URL; None takes ``RECALL_DATABASE_URL``, else the SQLite ``file``.
        learner: whose progress; None takes ``RECALL_LEARNER``, else the store's default.
        paths: deck files or folders in scope for this run only.
        file: the SQLite file; None means the one in the user data folder.
        places: where decks are looked for instead of ``deck_places(paths)``.

    Raises:
        StoreError: the database cannot be used.
    """
    url = database or os.environ.get("RECALL_DATABASE_URL") or None
    scheduler = Scheduler()
    sqlite = file or (None if url else machine.database_file())
    open_now = partial(
        open_store,
        url,
        file=sqlite,
        learner=learner or os.environ.get("RECALL_LEARNER") or None,
        clock=clock,
        randomness=randomness,
        rollover_hour=settings.rollover_hour,
        scheduler=scheduler,
    )
    store = store_for_start(
        address(url, sqlite).file, scheduler, id_maker(clock, randomness), open_now
    )
    try:
        with lasting():
            found = deck_places(paths) if places is None else tuple(places)
            stamp = stamp_of(found, clock().wall_ms * 1_000_000)
            return Collection(
                store,
                bring_up_to_date(store, found),
                settings,
                clock=clock,
                ticker=ticker,
                scheduler=scheduler,
                places=found,
                origin=_origin(database, file, stamp, for_once=bool(paths)),
            )
    except BaseException:
        store.close()
        raise


def _origin(database: str | None, file: Path | None, decks: str, *, for_once: bool) -> Origin:
    if for_once:
        return Origin(decks=decks)
    status = None if database or file else Path(status_file())
    return Origin(file or sqlite_file(database), decks, status)
