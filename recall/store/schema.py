"""The tables. ``event`` is the truth; ``memory`` and ``card_state`` can be folded from it again.

A change here needs a revision in ``migrations/versions``; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

from recall.store.columns import Details, Id, Name, Real

metadata = MetaData()

VOIDS = text("target IS NOT NULL")
"""Only the few events that void another enter that index; the many others need not pay for it."""

learner = Table(
    "learner",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    # What the learner's memories were folded with; any other model or weights fold them anew.
    Column("folded_with", String, nullable=False),
)

device = Table(
    "device",
    metadata,
    Column("id", Id, primary_key=True),
    Column("learner_id", Id, ForeignKey("learner.id"), nullable=False),
    Column("name", String, nullable=False),
    Index("device_name", "learner_id", "name", unique=True),
)

event = Table(
    "event",
    metadata,
    Column("id", Id, primary_key=True),
    Column("learner_id", Id, ForeignKey("learner.id"), nullable=False),
    Column("session", Id, nullable=False),
    Column("device", Id, nullable=False),
    Column("kind", String, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("offset_min", Integer, nullable=False),
    Column("study_day", Integer, nullable=False),
    Column("prompt", Name),
    Column("rev", Integer),
    Column("grade", Integer),
    Column("took_ms", BigInteger),
    # No foreign key: the voiding event may arrive before the one it voids.
    Column("target", Id),
    Column("details", Details),
    CheckConstraint(
        "kind <> 'review' OR (grade IS NOT NULL AND prompt IS NOT NULL AND rev IS NOT NULL)",
        name="review_has_grade",
    ),
    CheckConstraint("grade BETWEEN 1 AND 4", name="grade_in_range"),
    CheckConstraint("kind <> 'void' OR target IS NOT NULL", name="void_has_target"),
    Index("event_order", "learner_id", "at_ms", "id"),
    Index("event_prompt", "learner_id", "prompt"),
    Index("event_day", "learner_id", "kind", "study_day"),
    sqlite_with_rowid=False,
)

memory = Table(
    "memory",
    metadata,
    Column("learner_id", Id, ForeignKey("learner.id"), primary_key=True),
    Column("prompt", Name, primary_key=True),
    Column("rev", Integer, primary_key=True),
    Column("stability", Real, nullable=False),
    Column("difficulty", Real, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("due_day", Integer, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("first_grade", Integer, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("log_seconds", Real, nullable=False),
    Column("last_at_ms", BigInteger, nullable=False),
    Column("last_id", Id, nullable=False),
    sqlite_with_rowid=False,
)

card_state = Table(
    "card_state",
    metadata,
    Column("learner_id", Id, ForeignKey("learner.id"), primary_key=True),
    Column("card", Name, primary_key=True),
    Column("suspended", Boolean, nullable=False),
    Column("buried_day", Integer, nullable=False),
    Column("flagged", Boolean, nullable=False),
    Column("restarted_at_ms", BigInteger),
    Column("restarted_id", Id),
    sqlite_with_rowid=False,
)

catalogue = Table(
    "catalogue",
    metadata,
    Column("learner_id", Id, ForeignKey("learner.id"), primary_key=True),
    Column("deck", Name, primary_key=True),
    Column("path", Text, nullable=False),
    Column("digest", String, nullable=False),
    Column("reader_version", Integer, nullable=False),
    # Last, so that listing the decks does not read through their megabytes.
    Column("data", LargeBinary, nullable=False),
)


def whole_schema() -> MetaData:
    """All tables with all indexes.

    The partial index is added here because naming PostgreSQL imports its dialect, which no start
    on SQLite should have to wait for; a statement does not need to know of it.
    """
    if all(index.name != "event_target" for index in event.indexes):
        Index("event_target", event.c.target, sqlite_where=VOIDS, postgresql_where=VOIDS)
    return metadata
