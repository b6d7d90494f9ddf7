"""What a session leaves behind: Home for the next start, and the words for a shell's prompt."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from recall.clock import day_of
from recall.collection.last_home import home_file, key_of
from recall.collection.remembered import dump
from recall.errors import RecallError, StoreError
from recall.files import replace_file
from recall.session.sentences import in_short
from recall.status import Span, owner_of, written

if TYPE_CHECKING:
    from pathlib import Path

    from recall.collection.collection import Collection
    from recall.collection.home import Home

FOR_EVER = 2**40
"""Seconds since 1970: thousands of years from now."""
SOMETHING = "recall"
"""What a prompt says of a day on which there will be something to recall, nobody knows how much."""
UNTOLD = ("done", "fresh", "none")
"""Days on which nothing waits: a prompt has nothing to say."""


def note_left(collection: Collection, home: Home) -> None:
    """Where Home lies ready just as it is, remember that nothing needs to be left behind."""
    database = collection.origin.database
    if database is None:
        return
    with suppress(OSError):
        if home_file(database).read_bytes() == _bytes(collection, home):
            collection.left = (collection.store.newest(), collection.today)


def leave_what_changed(collection: Collection) -> None:
    """Leave behind what differs from what was found at opening, if anything does."""
    with suppress(StoreError):
        if collection.store.newest() != collection.found_at:
            leave_behind(collection)


def leave_behind(collection: Collection) -> None:
    """Write both files, unless they stand as they should. Blocks on the store.

    Where they cannot be worked out or written nothing is lost: the next start takes longer.
    """
    with suppress(StoreError):
        _leave(collection)


def _leave(collection: Collection) -> None:
    origin = collection.origin
    if not (origin.database or origin.status):
        return
    now = (collection.store.newest(), collection.today)
    if now == collection.left:
        return
    collection.refresh()
    home = collection.home()
    collection.left = now
    if origin.status:
        text = written(owner_of(os.environ), spans(collection, home))
        _write(origin.status, text.encode())
    if origin.database and origin.decks and collection.mark:
        _write(home_file(origin.database), _bytes(collection, home))


def spans(collection: Collection, home: Home) -> list[Span]:
    """What a prompt may say today, tomorrow, and from then on if nothing is studied."""
    today, begins = collection.today, collection.begin_of
    if home.status == "none":
        return []
    words = "" if home.status in UNTOLD else in_short(home.review, home.new, home.minutes)
    found = [Span(begins(today), begins(today + 1), words)]
    tomorrow = collection.plan_tomorrow()
    if not tomorrow.chosen:
        day = _next_due(collection, today + 2)
        return found if day is None else [*found, Span(begins(day), FOR_EVER, SOMETHING)]
    words = in_short(tomorrow.review, tomorrow.new, collection.minutes_of(tomorrow))
    found.append(Span(begins(today + 1), begins(today + 2), words))
    return [*found, Span(begins(today + 2), FOR_EVER, SOMETHING)]


def _next_due(collection: Collection, earliest: int) -> int | None:
    """The first study day on which a question at hand will be fading; None where there is none."""
    at_hand = (each for key, each in collection.memories.items() if collection.find(key.prompt))
    return min((each.due_day for each in at_hand if each.due_day >= earliest), default=None)


def _bytes(collection: Collection, home: Home) -> bytes:
    # What is said once about an updated deck is not said again by the next start.
    kept = replace(home, notices=collection.lasting_notices)
    key = key_of(
        collection.settings,
        day=day_of(home.today),
        log=collection.mark,
        decks=collection.origin.decks,
    )
    return dump(kept, key)


def _write(file: Path, data: bytes) -> None:
    # What cannot be written is only missed at the next start, which then works it out.
    with suppress(RecallError):
        replace_file(file, data, private=True)
