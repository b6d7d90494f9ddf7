"""Opening an Anki collection that somebody else made, with as little trust as can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from recall.errors import RecallError

LONGEST_VALUE = 16 * 1024 * 1024
_STEPS, _MOST_STEPS = 1_000_000, 20_000
_NEEDED = ("col", "notes", "cards", "revlog")


@contextmanager
def reading(file: Path, name: str) -> Iterator[sqlite3.Connection]:
    """A collection opened for reading alone, whatever its schema tries.

    Raises:
        RecallError: it is no collection, or a damaged one.
    """
    try:
        uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as database:
            _guard(database)
            kinds = dict(database.execute("SELECT name, type FROM sqlite_master"))
            # A view in the place of a table could be made to never end.
            if any(kinds.get(table) != "table" for table in _NEEDED):
                raise sqlite3.DatabaseError("a table is missing")
            yield database
    except (sqlite3.Error, ValueError, RecursionError) as fault:
        what = f"the Anki collection in the package is damaged: {fault}"
        raise RecallError(what, where=name, mend="export it from Anki again") from None


def _guard(database: sqlite3.Connection) -> None:
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    # Anki's own order of names, which its indexes ask for; which order it is does not matter here.
    database.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    steps = iter(range(_MOST_STEPS))
    database.set_progress_handler(lambda: next(steps, None) is None, _STEPS)
