"""The bytes of a deck file, or why they cannot be had; and what they are, told without YAML."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from recall.decks.problems import ERROR, Problem

MOST_BYTES = 8 * 1024 * 1024

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PATHS_LINE = re.compile(rb"^\xef\xbb\xbf?paths[ \t]*:|^paths[ \t]*:", re.MULTILINE)
_DECK_LINE = re.compile(rb"^(\xef\xbb\xbf)?deck[ \t]*:", re.MULTILINE)


class Refused(Exception):
    """The file gives no text to read; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hex: what the cache knows it by."""
    return hashlib.sha256(data).hexdigest()


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a regular file, never more than it is worth reading.

    Raises:
        Refused: no such file, no regular one, one that may not be read, or a too large one.
    """
    try:
        # A pipe must not make the open wait for its other end.
        handle = os.open(path, _READING)
    except (OSError, ValueError) as fault:
        raise Refused(_unreadable(path, name, fault)) from None
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            raise Refused(_not_a_file(name, stat.S_ISDIR(facts.st_mode)))
        if facts.st_size > MOST_BYTES:
            raise Refused(too_large(name, facts.st_size))
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise Refused(_unreadable(path, name, fault)) from None
    finally:
        os.close(handle)
    return data


def holds_paths(data: bytes) -> bool:
    """Whether a file looks like one of learning paths: told without reading it as YAML."""
    return bool(_PATHS_LINE.search(data)) and not _DECK_LINE.search(data)


def too_large(name: str, size: int) -> Problem:
    """The refusal of a file that has more bytes than it is worth reading."""
    return _whole(
        name,
        "too-large",
        f"the file has {size:,} bytes; a deck may have {MOST_BYTES:,} (8 MiB)",
        "split it into several decks",
    )


def _whole(name: str, rule: str, message: str, mend: str = "") -> Problem:
    return Problem(name, 0, 0, ERROR, rule, message, help=mend)


def _not_a_file(name: str, folder: bool) -> Problem:
    kind = "a folder" if folder else "no regular file (a pipe, a socket or a device)"
    return _whole(name, "not-a-file", f"this is {kind}, so it cannot be read as a deck")


def _unreadable(path: Path, name: str, fault: OSError | ValueError) -> Problem:
    if isinstance(fault, IsADirectoryError) or (
        isinstance(fault, PermissionError) and path.is_dir()
    ):
        return _not_a_file(name, True)
    reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
    return _whole(name, "unreadable", f"the file cannot be read: {reason[:1].lower()}{reason[1:]}")
