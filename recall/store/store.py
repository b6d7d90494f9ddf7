"""One learner's progress on disk. Every call is one short transaction; threads may share it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection

from recall.ids import PromptKey, event_id
from recall.memory.events import VOID, Draft, Event, Memory
from recall.memory.scheduler import Scheduler
from recall.store import catalogue, folding, log, memories
from recall.store.line import Line
from recall.store.lineage import touched_by
from recall.store.reading import Reading
from recall.store.values import CatalogueEntry, stamp_of
from recall.store.writer import Writer


class Store(Reading):
    """The log of a learner and what is folded from it.

    Every method may raise ``StoreError``; nothing of a call that raised was kept.

    Attributes:
        learner_id: whose progress it is.
        session: the sitting that new events belong to.
    """

    def __init__(self, line: Line, writer: Writer, scheduler: Scheduler) -> None:
        super().__init__(line)
        self._writer = writer
        self._scheduler = scheduler
        self._stamp = stamp_of(scheduler)
        self.session = self.new_session()

    def new_session(self) -> UUID:
        """Begins another sitting and gives its id."""
        moment = self._writer.clock()
        self.session = event_id(max(moment.wall_ms, 0), self._writer.randomness(10))
        return self.session

    def close(self) -> None:
        """Lets go of the database; calling it again does nothing."""
        self._line.close()

    def record_review(self, draft: Draft) -> tuple[Event, Memory]:
        """Writes one review and the memory after it; both are on disk when this returns."""
        key = PromptKey(draft.prompt or "", draft.rev or 1)
        with self._line.open(write=True) as connection:
            stamp, newest, before = memories.read_before_review(connection, self.learner_id, key)
            (event,) = self._writer.events([draft], self.session, newest)
            after = self._scheduler.review(before, event)
            log.insert_events(connection, self.learner_id, [event])
            memories.write_memory(connection, self.learner_id, key, after, known=before is not None)
            self._note_mixture(connection, stamp)
        return event, after

    def append(self, drafts: Sequence[Draft], *, at_once: bool = False) -> tuple[Event, ...]:
        """Writes events, and all memories and card states that they change, all or nothing.

        With ``at_once`` they are one thing that was done: one step of undo.
        """
        if not drafts:
            return ()
        with self._line.open(write=True) as connection:
            newest = log.newest_at_ms(connection, self.learner_id)
            return self._write(connection, drafts, newest, at_once=at_once)

    def merge(self, events: Iterable[Event]) -> int:
        """Adds events that happened elsewhere, with their own ids and times; gives how many.

        What is in the log already is left as it is: merging again adds nothing.
        """
        by_id = {each.id: each for each in events}
        with self._line.open(write=True) as connection:
            known = log.known_ids(connection, tuple(by_id))
            fresh = [each for each in by_id.values() if each.id not in known]
            if fresh:
                log.insert_events(connection, self.learner_id, fresh)
                stamp = folding.read_stamp(connection, self.learner_id)
                touched = touched_by(connection, self.learner_id, fresh)
                folding.refold(connection, self.learner_id, touched, self._scheduler)
                self._note_mixture(connection, stamp)
            return len(fresh)

    def undo(self, session: UUID | None = None) -> tuple[Event, ...]:
        """Takes back the session's newest event that can be undone, else the learner's newest.

        Gives the event undone, with it those that were set at once, newest first; none where there
        is nothing to undo. Undoing appends: a later undo takes the event before, after a restart
        too.
        """
        with self._line.open(write=True) as connection:
            last = log.newest_undoable(connection, self.learner_id, session)
            if last is None:
                return ()
            undone = log.set_at_once(connection, self.learner_id, last)
            newest = log.newest_at_ms(connection, self.learner_id)
            self._write(connection, [Draft(VOID, target=each.id) for each in undone], newest)
            return undone

    def rebuild(self) -> None:
        """Folds every memory and card state anew from the log."""
        with self._line.open(write=True) as connection:
            folding.rebuild(connection, self.learner_id, self._scheduler)
            folding.stamp_folded(connection, self.learner_id, self._stamp)

    def remember_deck(
        self, deck_id: str, path: str, digest: str, reader_version: int, data: bytes
    ) -> None:
        """Keeps what was read of a deck as its last good version."""
        entry = CatalogueEntry(str(path), digest, reader_version)
        with self._line.open(write=True) as connection:
            catalogue.write_entry(connection, self.learner_id, deck_id, entry, data)

    def _write(
        self, connection: Connection, drafts: Sequence[Draft], newest: int, at_once: bool = False
    ) -> tuple[Event, ...]:
        events = self._writer.events(drafts, self.session, newest, at_once=at_once)
        log.insert_events(connection, self.learner_id, events)
        stamp = folding.read_stamp(connection, self.learner_id)
        folding.fold_in(connection, self.learner_id, events, self._scheduler)
        self._note_mixture(connection, stamp)
        return events

    def _note_mixture(self, connection: Connection, stamp: str) -> None:
        # Another version of the app has this database open and folds otherwise: what the two have
        # written is mixed, and whoever opens it next folds it anew.
        if stamp not in (self._stamp, ""):
            folding.stamp_folded(connection, self.learner_id, "")
