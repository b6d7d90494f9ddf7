"""What a start asks of a SQLite file, answered before the database layer is imported.

SQLAlchemy takes as long to import as all the rest of a start after the first frame. This is
what stands between a learner and a first question, in SQL of its own; a test asks each of it of
``Reading`` too. Whatever else is asked, or cannot be answered here, the real store answers.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from recall.ids import PromptKey
from recall.memory.events import CardState, Event, Memory
from recall.memory.pace import NEW
from recall.store.glance import MARK, WAIT_SECONDS, mark_of
from recall.store.revisions import HEAD, VERSION_TABLE
from recall.store.values import CatalogueEntry, figures_of, repeats_of

_LEARNER = f"""
SELECT learner.id FROM learner, {VERSION_TABLE}
WHERE learner.name = 'me' AND version_num = ? AND learner.folded_with = ?"""
# The "+" keeps SQLite from going through all voids by the index of their kind (``rows.voids``).
_REVIEWS = """
FROM event WHERE learner_id = :learner AND kind = 'review' AND NOT EXISTS (
    SELECT 1 FROM event AS void WHERE void.target = event.id
    AND +void.learner_id = event.learner_id AND +void.kind = 'void')"""
_STANDING = _REVIEWS.replace("'review'", ":kind")
_FIGURES = f"SELECT prompt, rev, {', '.join(Memory._fields[:-2])} FROM memory WHERE learner_id = ?"
_IDS = frozenset(Event._fields.index(name) for name in ("id", "session", "device", "target"))


class Beyond(Exception):
    """This cannot be answered here."""


class EarlyReading:
    """Some of the questions that ``Reading`` answers, by the same names.

    Each may raise ``Beyond`` or ``sqlite3.Error``: then the real store is to be asked.
    """

    def __init__(self, connection: sqlite3.Connection, learner: bytes) -> None:
        self._connection = connection
        self._learner = learner
        self.learner_id = UUID(bytes=learner)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def newest(self) -> int:
        """When the newest event happened."""
        return int(self._value("SELECT max(at_ms) FROM event WHERE learner_id = :learner") or 0)

    def mark(self) -> str:
        """Which log it is."""
        return mark_of(self._connection.execute(MARK).fetchone())

    def figures(self) -> dict[PromptKey, Memory]:
        """Every memory, without its place in the log."""
        return figures_of(self._connection.execute(_FIGURES, (self._learner,)))

    def cards(self) -> dict[str, CardState]:
        """What the learner has set for cards."""
        rows = self._rows(
            "SELECT card, suspended, buried_day, flagged, restarted_at_ms, restarted_id"
            " FROM card_state WHERE learner_id = :learner"
        )
        return {
            card: CardState(
                bool(away), day, bool(flagged), None if place is None else (at, UUID(bytes=place))
            )
            for card, away, day, flagged, at, place in rows
        }

    def catalogue(self) -> dict[str, CatalogueEntry]:
        """What was last read of each deck."""
        rows = self._rows(
            "SELECT deck, path, digest, reader_version FROM catalogue WHERE learner_id = :learner"
        )
        return {deck: CatalogueEntry(*entry) for deck, *entry in rows}

    def catalogue_data(self, digest: str) -> bytes | None:
        """The parsed cards kept for a file's digest."""
        asked = "SELECT data FROM catalogue WHERE learner_id = :learner AND digest = :of LIMIT 1"
        found: bytes | None = self._value(asked, of=digest)
        return found

    def newest_of(self, kind: str) -> Event | None:
        """The newest event of a kind that was not undone."""
        fields = ", ".join(Event._fields)
        order = "ORDER BY at_ms DESC, id DESC LIMIT 1"
        rows = self._rows(f"SELECT {fields} {_STANDING} {order}", kind=kind)
        return _event(rows[0]) if rows else None

    def of_kinds(self, kinds: Sequence[str]) -> list[Event]:
        """No event: where there are any of some kinds that were not undone, others tell them."""
        for kind in kinds:
            if self._rows(f"SELECT 1 {_STANDING} LIMIT 1", kind=kind):
                raise Beyond
        return []

    def newest_day(self) -> int | None:
        """The newest study day with a review."""
        rows = self._rows(f"SELECT study_day {_REVIEWS} ORDER BY study_day DESC LIMIT 1")
        return rows[0][0] if rows else None

    def days(self, first: int, last: int) -> frozenset[int]:
        """The study days from ``first`` to ``last`` that have a review."""
        asked = f"SELECT DISTINCT study_day {_REVIEWS} AND study_day BETWEEN :first AND :last"
        return frozenset(day for (day,) in self._rows(asked, first=first, last=last))

    def day_seconds(self, day: int) -> float:
        """Seconds spent answering on a study day, a question counting 60 at most."""
        asked = f"SELECT sum(min(took_ms, 60000)) {_REVIEWS} AND study_day = :day"
        return float(self._value(asked, day=day) or 0) / 1000

    def new_cards_on(self, day: int) -> tuple[str, ...]:
        """The prompts first met on a study day, in the order of meeting."""
        asked = f"SELECT prompt, details {_REVIEWS} AND study_day = :day ORDER BY at_ms, id"
        met = {}
        for prompt, details in self._rows(asked, day=day):
            shown = json.loads(details or "{}").get("shown")
            if shown is None:
                raise Beyond
            if shown == NEW:
                met[prompt] = True
        return tuple(met)

    def open_repeats(self, day: int) -> tuple[PromptKey, ...]:
        """The prompts that were to come once more on a study day and did not, oldest first."""
        asked = (
            f"SELECT prompt, rev, grade, details {_REVIEWS} AND study_day = :day ORDER BY at_ms, id"
        )
        return repeats_of(
            (*values, json.loads(details or "{}"))
            for *values, details in self._rows(asked, day=day)
        )

    def has_grade(self, grade: int) -> bool:
        """Whether the learner ever gave a grade."""
        return bool(self._rows(f"SELECT 1 {_REVIEWS} AND grade = :grade LIMIT 1", grade=grade))

    def first_grades(self) -> tuple[int, int, int, int]:
        """How many prompts were graded Again, Hard, Good and Easy at first sight."""
        asked = "SELECT first_grade, count(*) FROM memory WHERE learner_id = :learner GROUP BY 1"
        found = dict(self._rows(asked))
        return found.get(1, 0), found.get(2, 0), found.get(3, 0), found.get(4, 0)

    def answer_sums(self) -> tuple[int, float]:
        """How many answers were timed, and the sum of their log residuals."""
        asked = "SELECT sum(answers), sum(log_seconds) FROM memory WHERE learner_id = :learner"
        ((answers, log_seconds),) = self._rows(asked)
        return int(answers or 0), float(log_seconds or 0.0)

    def _rows(self, asked: str, **values: object) -> list[Any]:
        names = {"learner": self._learner, **values}
        return self._connection.execute(asked, names).fetchall()

    def _value(self, asked: str, **values: object) -> Any:
        rows = self._rows(asked, **values)
        return rows[0][0] if rows else None


def read_early(file: Path, stamp: str) -> EarlyReading | None:
    """A SQLite file that this version of the app has written, and folded with ``stamp``.

    None where it is missing, of another version, folded otherwise, held by another program, broken:
    opening it the long way mends that, or says what is wrong.
    """
    address = f"{file.absolute().as_uri()}?mode=rw"
    try:
        connection = sqlite3.connect(
            address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error:
        return None
    try:
        row = connection.execute(_LEARNER, (HEAD, stamp)).fetchone()
    except sqlite3.Error:
        row = None
    if row is None:
        connection.close()
        return None
    return EarlyReading(connection, row[0])


def _event(row: Sequence[Any]) -> Event:
    values = [
        UUID(bytes=value) if place in _IDS and value is not None else value
        for place, value in enumerate(row[:-1])
    ]
    return Event._make([*values, json.loads(row[-1] or "{}")])
