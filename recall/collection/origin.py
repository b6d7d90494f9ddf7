"""Where a collection came from, as far as the next start must know it again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """What a collection was opened from.

    Attributes:
        database: the SQLite file; None on PostgreSQL.
        decks: the stamp of the decks, taken before they were read; "" where it says nothing.
        status: where the words for a shell's prompt go; None where they are not to be told: the
            learner named this database, or these decks, for one run only.
    """

    database: Path | None = None
    decks: str = ""
    status: Path | None = None


NOWHERE = Origin()
"""Nothing is left behind."""
