"""What a session leaves behind: Home for the next start, and the words for a shell's prompt."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from recall.clock import day_of
from recall.collection.last_home import home_file, key_of
from recall.collection.remembered import dump, load
from recall.errors import RecallError, StoreError
from recall.files import make_folder, replace_file
from recall.session.sentences import in_short
from recall.status import Span, owner_of, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from recall.collection.collection import Collection
    from recall.collection.home import Home

MOST_DAYS = 4
"""Today and three more: who takes a weekend off finds Home there at once all the same."""
PATIENCE_MS = 300
"""After so long no further day is worked out: leaving should not have to wait for it."""
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
        data = home_file(database).read_bytes()
        if load(data, _key(collection, home)) == _lasting(collection, home):
            collection.left = (collection.store.newest(), collection.today)


def leave_today(collection: Collection, home: Home) -> None:
    """Write Home as it was just worked out, so that an app that is killed leaves it too.

    The days to come are worked out when the app is left in peace.
    """
    if collection.origin.database and collection.left is None:
        _keep(collection, [home])


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
    homes = days_to_come(collection)
    collection.left = now
    if origin.status:
        text = written(owner_of(os.environ), spans(collection, homes))
        _write(origin.status, text.encode())
    _keep(collection, homes)


def _keep(collection: Collection, homes: Sequence[Home]) -> None:
    origin = collection.origin
    if origin.database and origin.decks and collection.mark:
        kept = {_key(collection, home): _lasting(collection, home) for home in homes}
        _write(home_file(origin.database), dump(kept))


def days_to_come(collection: Collection) -> list[Home]:
    """Home today and, if nothing is studied, on the next days: as many as time allows."""
    began = collection.ticker()
    homes: list[Home] = []
    while len(homes) < MOST_DAYS:
        homes.append(collection.days_later(len(homes)).home())
        if collection.ticker() - began > PATIENCE_MS:
            break
    return homes


def spans(collection: Collection, homes: Sequence[Home]) -> list[Span]:
    """What a prompt may say on the days known, and from then on if nothing is studied."""
    found = [_span(collection, home) for home in homes]
    last, then = homes[-1], day_of(homes[-1].today) + 1
    begins = _next_due(collection, then) if last.status in UNTOLD else then
    if begins is None:
        return found
    return [*found, Span(collection.begin_of(begins), FOR_EVER, SOMETHING)]


def _span(collection: Collection, home: Home) -> Span:
    words = "" if home.status in UNTOLD else in_short(home.review, home.new, home.minutes)
    day = day_of(home.today)
    return Span(collection.begin_of(day), collection.begin_of(day + 1), words)


def _next_due(collection: Collection, earliest: int) -> int | None:
    """The first study day on which a question at hand will be fading; None where there is none."""
    at_hand = (each for key, each in collection.memories.items() if collection.find(key.prompt))
    return min((each.due_day for each in at_hand if each.due_day >= earliest), default=None)


def _key(collection: Collection, home: Home) -> str:
    return key_of(
        collection.settings,
        day=day_of(home.today),
        log=collection.mark,
        decks=collection.origin.decks,
    )


def _lasting(collection: Collection, home: Home) -> Home:
    # What is said once about an updated deck is not said again by the next start.
    return replace(home, notices=collection.lasting_notices)


def _write(file: Path, data: bytes) -> None:
    # What cannot be written is only missed at the next start, which then works it out.
    with suppress(RecallError):
        make_folder(file.parent, private=True)
        replace_file(file, data, private=True)
