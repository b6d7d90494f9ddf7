"""A copy of a SQLite database, made before its schema is changed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def backup_file(file: Path, revision: str) -> Path:
    """Where the copy of a database at ``revision`` goes: beside it."""
    return file.with_name(f"{file.name}.backup-{revision}")


def back_up(file: Path, revision: str) -> Path:
    """Copies what is committed in ``file``; the copy appears under its name only when complete.

    The caller holds the write lock, so a second connection reads what the migration will begin
    with; SQLite's readers do not wait for a writer.

    Raises:
        OSError, sqlite3.Error: the copy cannot be written.
    """
    target = backup_file(file, revision)
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
        # One file that is whole by itself, without the log that WAL keeps beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
    os.replace(unfinished, target)
    return target
