"""Open a collection: store, decks, and everything that has changed between them."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from recall import paths as machine
from recall.clock import Clock, Ticker, system_clock, system_ticker
from recall.collection.collection import Collection
from recall.collection.updating import bring_up_to_date
from recall.decks.library import Place
from recall.memory.scheduler import Scheduler
from recall.settings import Settings
from recall.store.open import open_store


def deck_places(paths: Sequence[Path] = ()) -> tuple[Place, ...]:
    """Where decks are looked for, those that win first."""
    return (
        *(Place(path, "path") for path in paths),
        *(Place(folder, "extra") for folder in machine.extra_deck_folders()),
        Place(machine.user_decks_folder(), "user"),
        Place(machine.shipped_decks_folder(), "shipped"),
    )


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
    store = open_store(
        url,
        file=file or (None if url else machine.database_file()),
        learner=learner or os.environ.get("RECALL_LEARNER") or None,
        clock=clock,
        randomness=randomness,
        rollover_hour=settings.rollover_hour,
        scheduler=scheduler,
    )
    # Decks and memories are millions of small values that live as long as the app: looking through
    # them for garbage, again and again while they are made, would take longer than making them.
    gc.disable()
    try:
        found = deck_places(paths) if places is None else tuple(places)
        return Collection(
            store,
            bring_up_to_date(store, found),
            settings,
            clock=clock,
            ticker=ticker,
            scheduler=scheduler,
            places=found,
        )
    except BaseException:
        store.close()
        raise
    finally:
        gc.freeze()
        gc.enable()
