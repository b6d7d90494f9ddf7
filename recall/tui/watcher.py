"""A deck file watched while its author works on it: every save is read, off the interface's thread.

It asks the file system again and again: that works on every system and folder, shared ones too, and
however an editor saves.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from recall.clock import Ticker, system_ticker
from recall.decks.deck_bytes import Refused, read_file
from recall.decks.glance import glance
from recall.decks.model import Deck
from recall.decks.problems import ERROR, Problem
from recall.decks.read import Reading, read_bytes
from recall.decks.typed import typed_answers
from recall.decks.watch import Stamp, Watch, stamp_of

POLL_SECONDS, SETTLING_SECONDS = 0.04, 0.01
"""How often the file is looked at: usually, and while it is being written to."""
LARGE = 1_000
"""From so many cards on, what changed is shown before the whole file is read."""
BREATH_SECONDS = 0.12
"""The interface paints what it was shown before a long reading takes the processor."""


class Seen(NamedTuple):
    """What the file held when it was last read.

    Attributes:
        deck: None where it holds none that can be shown.
        problems: why not; () where there is a deck.
        rivals: normalised answers of the deck (``typed_answers``).
        is_paths: whether it holds learning paths in place of a deck.
    """

    deck: Deck | None
    problems: tuple[Problem, ...]
    rivals: frozenset[str]
    is_paths: bool = False


class Watcher:
    """Reads a deck file again whenever it is saved; ``told`` hears it on the watcher's thread."""

    def __init__(
        self,
        path: Path,
        told: Callable[[Seen], None],
        crashed: Callable[[BaseException], None],
        ticker: Ticker = system_ticker,
    ) -> None:
        self._path = path
        self._told = told
        self._crashed = crashed
        self._ticker = ticker
        self._over = Event()
        self._thread = Thread(target=self._run, name="recall-watcher", daemon=True)
        self._watch = Watch(None, None)
        self._good: tuple[bytes, Deck, frozenset[str]] | None = None

    def first(self) -> Seen:
        """Read the file for the first time. Blocks; call it before ``start``."""
        stamp = self._stamp()
        self._watch = Watch(stamp, stamp)
        return self._seen(*self._read())

    def start(self) -> None:
        """Look at the file from now on, until ``stop``."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more; what is being read is finished first."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            while not self._over.wait(SETTLING_SECONDS if self._watch.settling else POLL_SECONDS):
                self._look()
        except Exception as fault:
            # A fault of the program: whoever holds the screen must say it.
            self._crashed(fault)

    def _look(self) -> None:
        stamp = self._stamp()
        self._watch = self._watch.look(stamp, self._ticker())
        if not self._watch.ready(self._ticker()):
            return
        data, refused = self._read()
        if data is not None and self._stamp() == stamp:
            self._tell_at_once(data)
        seen = self._seen(data, refused)
        # What was written to meanwhile is looked at again, and nobody is told of half a save.
        if self._stamp() != stamp:
            return
        if not self._watch.believes(not seen.problems, self._ticker()):
            self._watch = replace(self._watch, doubted=True)
            return
        self._watch = replace(self._watch, taken=stamp)
        self._told(seen)

    def _tell_at_once(self, data: bytes) -> None:
        """Show the one card of a large deck that has changed; the whole is read after it."""
        if self._good is None or len(self._good[1].cards) < LARGE:
            return
        old, deck, rivals = self._good
        found = glance(old, deck, data)
        if found is not None:
            self._good = data, found, rivals
            self._told(Seen(found, (), rivals))
            self._over.wait(BREATH_SECONDS)

    def _stamp(self) -> Stamp | None:
        try:
            return stamp_of(os.stat(self._path))
        except (OSError, ValueError):
            return None

    def _read(self) -> tuple[bytes | None, Problem | None]:
        try:
            return read_file(self._path, self._path.name), None
        except Refused as fault:
            return None, fault.problem

    def _seen(self, data: bytes | None, refused: Problem | None) -> Seen:
        if data is None:
            assert refused is not None
            return Seen(None, (refused,), frozenset())
        reading = read_bytes(data, self._path.name)
        problems = problems_of(reading)
        if problems or reading.deck is None:
            return Seen(None, problems, frozenset(), reading.is_paths)
        rivals = typed_answers(reading.deck)
        self._good = data, reading.deck, rivals
        return Seen(reading.deck, (), rivals)


def problems_of(reading: Reading) -> tuple[Problem, ...]:
    """Why a file's cards cannot be shown; () where they can."""
    errors = tuple(problem for problem in reading.problems if problem.is_error)
    if errors or (reading.deck is not None and reading.deck.cards):
        return errors
    what = "it holds learning paths, no deck" if reading.is_paths else "there is no card in it yet"
    return (Problem(reading.name, 0, 0, ERROR, "nothing-to-show", what),)
