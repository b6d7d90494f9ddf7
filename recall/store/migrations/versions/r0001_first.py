"""The first schema: learners, their events, what is folded from them, and the decks last read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from recall.store.columns import Details, Id, Name, Real

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table."""
    _people()
    _event()
    _folded()
    _catalogue()


def _people() -> None:
    op.create_table(
        "learner",
        sa.Column("id", Id, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("folded_with", sa.String, nullable=False),
    )
    op.create_table(
        "device",
        sa.Column("id", Id, primary_key=True),
        sa.Column("learner_id", Id, sa.ForeignKey("learner.id"), nullable=False),
        sa.Column("name", sa.String, nullable=False),
    )
    op.create_index("device_name", "device", ["learner_id", "name"], unique=True)


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", Id, primary_key=True),
        sa.Column("learner_id", Id, sa.ForeignKey("learner.id"), nullable=False),
        sa.Column("session", Id, nullable=False),
        sa.Column("device", Id, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.Column("offset_min", sa.Integer, nullable=False),
        sa.Column("study_day", sa.Integer, nullable=False),
        sa.Column("prompt", Name),
        sa.Column("rev", sa.Integer),
        sa.Column("grade", sa.Integer),
        sa.Column("took_ms", sa.BigInteger),
        sa.Column("target", Id),
        sa.Column("details", Details),
        sa.CheckConstraint(
            "kind <> 'review' OR (grade IS NOT NULL AND prompt IS NOT NULL AND rev IS NOT NULL)",
            name="review_has_grade",
        ),
        sa.CheckConstraint("grade BETWEEN 1 AND 4", name="grade_in_range"),
        sa.CheckConstraint("kind <> 'void' OR target IS NOT NULL", name="void_has_target"),
        sqlite_with_rowid=False,
    )
    op.create_index("event_order", "event", ["learner_id", "at_ms", "id"])
    op.create_index("event_prompt", "event", ["learner_id", "prompt"])
    op.create_index("event_day", "event", ["learner_id", "kind", "study_day"])
    voids = sa.text("target IS NOT NULL")
    op.create_index("event_target", "event", ["target"], sqlite_where=voids, postgresql_where=voids)


def _folded() -> None:
    op.create_table(
        "memory",
        sa.Column("learner_id", Id, sa.ForeignKey("learner.id"), primary_key=True),
        sa.Column("prompt", Name, primary_key=True),
        sa.Column("rev", sa.Integer, primary_key=True),
        sa.Column("stability", Real, nullable=False),
        sa.Column("difficulty", Real, nullable=False),
        sa.Column("last_day", sa.Integer, nullable=False),
        sa.Column("due_day", sa.Integer, nullable=False),
        sa.Column("reviews", sa.Integer, nullable=False),
        sa.Column("lapses", sa.Integer, nullable=False),
        sa.Column("first_grade", sa.Integer, nullable=False),
        sa.Column("answers", sa.Integer, nullable=False),
        sa.Column("log_seconds", Real, nullable=False),
        sa.Column("last_at_ms", sa.BigInteger, nullable=False),
        sa.Column("last_id", Id, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "card_state",
        sa.Column("learner_id", Id, sa.ForeignKey("learner.id"), primary_key=True),
        sa.Column("card", Name, primary_key=True),
        sa.Column("suspended", sa.Boolean, nullable=False),
        sa.Column("buried_day", sa.Integer, nullable=False),
        sa.Column("flagged", sa.Boolean, nullable=False),
        sa.Column("restarted_at_ms", sa.BigInteger),
        sa.Column("restarted_id", Id),
        sqlite_with_rowid=False,
    )


def _catalogue() -> None:
    op.create_table(
        "catalogue",
        sa.Column("learner_id", Id, sa.ForeignKey("learner.id"), primary_key=True),
        sa.Column("deck", Name, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("reader_version", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
