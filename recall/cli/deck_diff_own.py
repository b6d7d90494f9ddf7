"""What this learner last had of a deck: the one thing among the authors' commands that looks into
a learner's progress, in a module of its own so that no other command can. It only reads."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recall.cli.say import say
from recall.decks import cache
from recall.decks.model import Deck
from recall.errors import RecallError

if TYPE_CHECKING:
    from recall.store.store import Store
    from recall.store.values import CatalogueEntry


def last_had(
    ctx: click.Context, database: str | None, new: Sequence[Deck], path: Path
) -> list[Deck]:
    """The decks as this learner last had them: those that are in ``new``, that were called so, or
    that were read from ``path``. None where the learner has had none of them, which is said.

    Raises:
        RecallError: another version of the app kept them.
        StoreError: the database cannot be used.
    """
    wanted = {name for deck in new for name in (deck.id, *deck.was)}
    here = os.path.realpath(path)
    chosen = database or ctx.find_root().params.get("database")
    decks = []
    store = _store(chosen)
    if store is not None:
        try:
            for name, entry in store.catalogue().items():
                if name in wanted or os.path.realpath(entry.path) == here:
                    decks.append(_deck(store, entry))
        finally:
            store.close()
    if not decks:
        names = " or ".join(deck.id for deck in new)
        say(f"You have not had the deck {names} yet: all of it is new.", err=True)
    return decks


def _store(database: str | None) -> Store | None:
    """The learner's store; None where there is none yet, for looking must not make one."""
    from recall.clock import system_clock
    from recall.memory.scheduler import Scheduler
    from recall.paths import database_file
    from recall.store.open import open_store

    url = database or os.environ.get("RECALL_DATABASE_URL") or None
    file = None if url else database_file()
    if file is not None and not file.exists():
        return None
    return open_store(
        url,
        file=file,
        learner=os.environ.get("RECALL_LEARNER") or None,
        clock=system_clock,
        randomness=os.urandom,
        scheduler=Scheduler(),
    )


def _deck(store: Store, entry: CatalogueEntry) -> Deck:
    try:
        return cache.load(store.catalogue_data(entry.digest) or b"")
    except ValueError:
        raise RecallError(
            "what you last had of this deck was kept by another version of recall",
            where=entry.path,
            mend="start recall once, or compare two files: recall deck diff OLD NEW",
        ) from None
