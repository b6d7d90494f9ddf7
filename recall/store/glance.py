"""A glance at a learner's log before anything else is imported: is it the one that was seen last?

The log is append-only, so its length and its newest event say which log it is; what memories were
folded with and the schema's revision say that nothing would be worked out anew at opening.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recall.store.revisions import VERSION_TABLE

WAIT_SECONDS = 0.1
"""A start does not wait for a glance: a file that is held so long is opened the long way."""

MARK = f"""
SELECT (SELECT version_num FROM {VERSION_TABLE}), hex(learner.id), learner.folded_with,
       (SELECT count(*) FROM event WHERE event.learner_id = learner.id),
       (SELECT hex(event.id) FROM event WHERE event.learner_id = learner.id
        ORDER BY event.at_ms DESC, event.id DESC LIMIT 1)
FROM learner WHERE learner.name = 'me'
"""
"""Of SQLite, whose file has the one learner ``me``."""


def glance(file: Path) -> str:
    """The mark of the log in a SQLite file; "" where it cannot be had at once."""
    import sqlite3

    # Not read-only: that would leave the files of the write-ahead log behind.
    address = f"{file.absolute().as_uri()}?mode=rw"
    try:
        connection = sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS)
    except sqlite3.Error:
        return ""
    try:
        return mark_of(connection.execute(MARK).fetchone())
    except sqlite3.Error:
        return ""
    finally:
        connection.close()


def mark_of(row: Sequence[object] | None) -> str:
    """The row of ``MARK`` as one text; "" where there is no learner yet."""
    return "" if row is None else "/".join(map(str, row))
