"""One learner's progress on disk. Every call is one short transaction; threads may share it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from recall.ids import PromptKey, event_id
from recall.memory.events import VOID, CardState, Draft, Event, Memory
from recall.memory.scheduler import Scheduler
from recall.store import cache, catalogue, log, numbers
from recall.store.catalogue import CatalogueEntry
from recall.store.engine import transaction
from recall.store.faults import explained

IDLE_SECONDS = 30.0
"""After so long without a call, a connection to a server is tried before it is used."""

_LOCK_LEARNER = text("SELECT pg_advisory_xact_lock(:key)")
_AWAKE = text("SELECT 1")


class Store:
    """The log of a learner and what is folded from it.

    Every method may raise ``StoreError``; nothing of a call that raised was kept.

    Attributes:
        learner_id: whose progress it is.
        session: the sitting that new events belong to.
        where: the database as messages call it.
    """

    def __init__(
        self,
        engine: Engine,
        connection: Connection,
        writer: log.Writer,
        scheduler: Scheduler,
        stamp: str,
        where: str,
    ) -> None:
        self._engine = engine
        self._connection = connection
        self._writer = writer
        self._scheduler = scheduler
        self._stamp = stamp
        self._turn = threading.RLock()
        self._used = time.monotonic()
        self._postgresql = connection.dialect.name == "postgresql"
        self.learner_id = writer.learner_id
        self.where = where
        self.session = self.new_session()

    def new_session(self) -> UUID:
        """Begins another sitting and gives its id."""
        moment = self._writer.clock()
        self.session = event_id(max(moment.wall_ms, 0), self._writer.randomness(10))
        return self.session

    def close(self) -> None:
        """Lets go of the database; calling it again does nothing."""
        with self._turn, explained(self.where):
            self._connection.close()
            self._engine.dispose()

    # Writing

    def record_review(self, draft: Draft) -> tuple[Event, Memory]:
        """Writes one review and the memory after it; both are on disk when this returns."""
        key = PromptKey(draft.prompt or "", draft.rev or 1)
        with self._open(write=True) as connection:
            stamp, newest, before = cache.read_before_review(connection, self.learner_id, key)
            (event,) = self._writer.events([draft], self.session, newest)
            after = self._scheduler.review(before, event)
            log.insert_events(connection, self.learner_id, [event])
            cache.write_memory(connection, self.learner_id, key, after, known=before is not None)
            self._note_mixture(connection, stamp)
        return event, after

    def append(self, drafts: Sequence[Draft]) -> tuple[Event, ...]:
        """Writes events, and all memories and card states that they change, all or nothing."""
        if not drafts:
            return ()
        with self._open(write=True) as connection:
            newest = log.newest_at_ms(connection, self.learner_id)
            return self._write(connection, drafts, newest)

    def undo(self, session: UUID | None = None) -> Event | None:
        """Takes back the session's newest event that can be undone, else the learner's newest.

        Gives the event undone, or None where there is none. Undoing appends: a later undo takes
        the event before it, after a restart too.
        """
        with self._open(write=True) as connection:
            undone = log.newest_undoable(connection, self.learner_id, session)
            if undone is not None:
                newest = log.newest_at_ms(connection, self.learner_id)
                self._write(connection, [Draft(VOID, target=undone.id)], newest)
            return undone

    def rebuild(self) -> None:
        """Folds every memory and card state anew from the log."""
        with self._open(write=True) as connection:
            cache.rebuild(connection, self.learner_id, self._scheduler)
            cache.stamp_folded(connection, self.learner_id, self._stamp)

    def remember_deck(
        self, deck_id: str, path: str, digest: str, reader_version: int, data: bytes
    ) -> None:
        """Keeps what was read of a deck as its last good version."""
        entry = CatalogueEntry(str(path), digest, reader_version)
        with self._open(write=True) as connection:
            catalogue.write_entry(connection, self.learner_id, deck_id, entry, data)

    # Reading

    def memories(self) -> dict[PromptKey, Memory]:
        """Every memory of the learner."""
        with self._open() as connection:
            return cache.read_memories(connection, self.learner_id)

    def newest(self) -> int:
        """When the newest event happened, in epoch milliseconds: it grows with every write."""
        with self._open() as connection:
            return log.newest_at_ms(connection, self.learner_id)

    def figures(self) -> dict[PromptKey, Memory]:
        """Every memory of the learner, without its place in the log."""
        with self._open() as connection:
            return cache.read_figures(connection, self.learner_id)

    def memory(self, key: PromptKey) -> Memory | None:
        """The memory of one prompt; None where it was never met."""
        with self._open() as connection:
            return cache.read_memory(connection, self.learner_id, key)

    def cards(self) -> dict[str, CardState]:
        """What the learner has set for cards, by ``deck/card``."""
        with self._open() as connection:
            return cache.read_cards(connection, self.learner_id)

    def events(self, after: log.Place | None = None) -> Iterator[Event]:
        """The log, oldest first, behind the place ``(at_ms, id)``; a page in memory at a time."""
        while True:
            with self._open() as connection:
                page = log.page_after(connection, self.learner_id, after)
            yield from page
            if len(page) < log.PAGE:
                return
            after = page[-1].at_ms, page[-1].id

    def voided(self) -> frozenset[UUID]:
        """The ids of events that were undone."""
        with self._open() as connection:
            return log.voided_ids(connection, self.learner_id)

    def first_grades(self) -> tuple[int, int, int, int]:
        """How many prompts were graded Again, Hard, Good and Easy at first sight."""
        with self._open() as connection:
            return numbers.first_grades(connection, self.learner_id)

    def answer_sums(self) -> tuple[int, float]:
        """How many answers were timed, and the sum of their log residuals."""
        with self._open() as connection:
            return numbers.answer_sums(connection, self.learner_id)

    def days(self, first: int, last: int) -> frozenset[int]:
        """The study days from ``first`` to ``last`` (both counted) that have a review."""
        with self._open() as connection:
            return numbers.days(connection, self.learner_id, first, last)

    def day_reviews(self, day: int) -> int:
        """How many reviews a study day has."""
        with self._open() as connection:
            return numbers.day_reviews(connection, self.learner_id, day)

    def newest_day(self) -> int | None:
        """The newest study day with a review; None before the first."""
        with self._open() as connection:
            return numbers.newest_day(connection, self.learner_id)

    def new_cards_on(self, day: int) -> tuple[str, ...]:
        """The prompts first met on a study day, in the order of meeting."""
        with self._open() as connection:
            return numbers.first_met_on(connection, self.learner_id, day)

    def day_seconds(self, day: int) -> float:
        """Seconds spent answering on a study day, a question counting 60 at most."""
        with self._open() as connection:
            return numbers.day_seconds(connection, self.learner_id, day)

    def open_repeats(self, day: int) -> tuple[PromptKey, ...]:
        """The prompts that were to come once more on a study day and did not, oldest first."""
        with self._open() as connection:
            return numbers.open_repeats(connection, self.learner_id, day)

    def has_grade(self, grade: int) -> bool:
        """Whether the learner ever gave a grade."""
        with self._open() as connection:
            return numbers.has_grade(connection, self.learner_id, grade)

    def adopted(self) -> dict[tuple[str, str], int]:
        """The adoptions so far: the prompt adopted and the one that took it over, and when (ms)."""
        with self._open() as connection:
            return numbers.adopted(connection, self.learner_id)

    def catalogue(self) -> dict[str, CatalogueEntry]:
        """What was last read of each deck, by deck id."""
        with self._open() as connection:
            return catalogue.read_catalogue(connection, self.learner_id)

    def catalogue_data(self, digest: str) -> bytes | None:
        """The parsed cards kept for a file's digest; None where there are none."""
        with self._open() as connection:
            return catalogue.read_data(connection, self.learner_id, digest)

    # Within

    def _write(
        self, connection: Connection, drafts: Sequence[Draft], newest: int
    ) -> tuple[Event, ...]:
        events = self._writer.events(drafts, self.session, newest)
        log.insert_events(connection, self.learner_id, events)
        stamp = cache.read_stamp(connection, self.learner_id)
        cache.fold_in(connection, self.learner_id, events, self._scheduler)
        self._note_mixture(connection, stamp)
        return events

    def _note_mixture(self, connection: Connection, stamp: str) -> None:
        # Another version of the app has this database open and folds otherwise: what the two have
        # written is mixed, and whoever opens it next folds it anew.
        if stamp not in (self._stamp, ""):
            cache.stamp_folded(connection, self.learner_id, "")

    @contextmanager
    def _open(self, *, write: bool = False) -> Iterator[Connection]:
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
