"""Reading no more of a file than it is worth, and what must hold before one is written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from recall.errors import RecallError

MOST_TEXT = 32 * 1024 * 1024
"""Bytes of a text file; far more than a deck may hold (8 MiB)."""

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_whole(path: Path, most: int = MOST_TEXT) -> bytes:
    """The bytes of a regular file of at most ``most`` bytes.

    Raises:
        RecallError: no such file, no regular one, one that may not be read, a too large one, or
            one that holds nothing.
    """
    data = first_bytes(path, most + 1)
    if len(data) > most:
        mend = "split it into several files"
        raise RecallError(f"the file has more than {most:,} bytes", where=str(path), mend=mend)
    if not data.strip():
        raise RecallError("the file is empty", where=str(path), mend="save it again from its app")
    return data


def first_bytes(path: Path, most: int = 4096) -> bytes:
    """The first bytes of a regular file.

    Raises:
        RecallError: no such file, no regular one, or one that may not be read.
    """
    try:
        # A pipe must not make the open wait for its other end.
        handle = os.open(path, _READING)
    except (OSError, ValueError) as fault:
        raise unreadable(path, fault) from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise RecallError("this is no regular file", where=str(path))
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most)
    except OSError as fault:
        raise unreadable(path, fault) from None
    finally:
        os.close(handle)


def unreadable(path: Path, fault: OSError | ValueError) -> RecallError:
    """The error for a file that cannot be opened or read."""
    reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
    what = f"the file cannot be read: {reason[:1].lower()}{reason[1:]}"
    return RecallError(what, where=str(path))


def free_to_write(path: Path, *, replace: bool) -> None:
    """Check that a file may be written, before any work is done for it.

    Raises:
        RecallError: it is there already and ``replace`` is not said, or its folder is missing.
    """
    if path.is_dir():
        raise RecallError("this is a folder", where=str(path), mend="name a file in it: -o FILE")
    if path.exists() and not replace:
        mend = "name another with -o FILE, or say --force to replace it"
        raise RecallError("there is such a file already", where=str(path), mend=mend)
    if not path.parent.is_dir():
        raise RecallError("there is no such folder", where=str(path.parent), mend="make it first")
