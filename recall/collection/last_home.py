"""Home as the last session left it: shown at once where nothing has changed since.

Importing this, and looking, brings in neither SQLAlchemy nor any deck.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recall import __version__
from recall import paths as machine
from recall.clock import Clock, study_day, system_clock
from recall.collection.places import deck_places
from recall.collection.remembered import load
from recall.collection.stamps import stamp_of
from recall.errors import StoreError
from recall.settings import Settings
from recall.store.address import address
from recall.store.glance import glance

if TYPE_CHECKING:
    from recall.collection.home import Home
    from recall.decks.library import Place

LARGEST = 1_000_000
"""Bytes; Home of a thousand decks, on four days, is a third of it."""


def last_home(
    settings: Settings,
    *,
    database: str | None = None,
    clock: Clock = system_clock,
    file: Path | None = None,
    places: Sequence[Place] | None = None,
) -> Home | None:
    """What Home would show, if it was left behind by a session and nothing has changed since.

    The arguments are those of ``open_collection``.
    """
    file = file or sqlite_file(database)
    data = _read(home_file(file)) if file else b""
    if not (file and data):
        return None
    moment = clock()
    found = deck_places() if places is None else places
    log, decks = glance(file), stamp_of(found, moment.wall_ms * 1_000_000)
    if not (log and decks):
        return None
    day = study_day(moment, settings.rollover_hour)
    return load(data, key_of(settings, day=day, log=log, decks=decks))


def sqlite_file(database: str | None) -> Path | None:
    """The SQLite file that is meant; None for PostgreSQL, or for what is no address."""
    url = database or os.environ.get("RECALL_DATABASE_URL") or None
    try:
        return address(url, None if url else machine.database_file()).file
    except (StoreError, OSError):
        return None


def home_file(database: Path) -> Path:
    """Where Home is left behind: beside the database whose progress it tells."""
    return database.with_name(f"{database.stem}.home.json")


def key_of(settings: Settings, *, day: int, log: str, decks: str) -> str:
    """All that Home's figures hang on, as one word.

    Args:
        day: the study day.
        log: the mark of the log (``store.glance``).
        decks: the stamp of the decks (``stamps``).
    """
    parts = (__version__, repr(settings), str(day), log, decks)
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as found:
            return found.read(LARGEST)
    except OSError:
        return b""
