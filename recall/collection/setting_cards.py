"""Setting something for several cards at once, in one transaction, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recall.memory.events import BURY, FLAG, RESTART, RESUME, SUSPEND, VOID, Draft, Event

if TYPE_CHECKING:
    from recall.collection.collection import Collection

HIDE, NOT_TODAY, MARK, START_AGAIN = "hide", "not today", "mark", "start again"
"""What can be set for cards; where all of them are hidden or marked, it is taken back."""
MARK_OFF = "mark off"


class CardSetter:
    """Sets things for cards of a collection and remembers what it did. Blocks on the store."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._done: list[tuple[tuple[Event, ...], tuple[str, ...]]] = []

    def set_cards(self, names: Sequence[str], what: str) -> str:
        """Put cards away or bring them back, not today, mark or unmark them, or start them again:
        all of them or, where writing fails, none.

        Gives what was done: the kind of event, ``MARK_OFF`` where marks were taken away.

        Raises:
            StoreError: nothing of it was written.
        """
        drafts, done = self._drafts(names, what)
        events = self._collection.store.append(drafts, at_once=True)
        self._done.append((events, tuple(names)))
        self._read_again(events)
        return done

    def undo(self) -> tuple[str, ...]:
        """Take back the last thing done here, for all its cards; gives their names, none where
        nothing is left to take back.

        Raises:
            StoreError: nothing of it was taken back.
        """
        if not self._done:
            return ()
        events, names = self._done[-1]
        self._collection.store.append([Draft(VOID, target=each.id) for each in events])
        self._done.pop()
        self._read_again(events)
        return names

    def _read_again(self, events: Sequence[Event]) -> None:
        # Of a hundred thousand memories none changes but by a restart.
        if any(each.kind == RESTART for each in events):
            self._collection.refresh()
        else:
            self._collection.refresh_cards()

    def _drafts(self, names: Sequence[str], what: str) -> tuple[list[Draft], str]:
        states = [self._collection.progress.state(name) for name in names]
        if what == MARK:
            on = not all(each.flagged for each in states)
            drafts = [Draft(FLAG, name, details={"on": on}) for name in names]
            return drafts, FLAG if on else MARK_OFF
        if what == HIDE:
            kind = RESUME if all(each.suspended for each in states) else SUSPEND
        else:
            kind = {NOT_TODAY: BURY, START_AGAIN: RESTART}[what]
        return [Draft(kind, name) for name in names], kind
