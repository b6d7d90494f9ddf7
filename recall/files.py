"""Writing files so that nobody ever sees half of one: the new takes the old one's place at once."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from recall.errors import RecallError

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def make_folder(folder: Path, *, private: bool = False) -> None:
    """Make a folder, and those above it, where it is missing.

    Args:
        private: one that is new can be entered by its owner alone.

    Raises:
        RecallError: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise RecallError(
            f"this folder cannot be made: {reason}",
            where=str(folder),
            mend="make it yourself, or mend the permissions of the folder above it",
        ) from None


def replace_file(
    path: Path, data: bytes, *, expected: bytes | None = None, private: bool = False
) -> None:
    """Write a file whole: to a temporary file in its folder, which then takes its place.

    A link stays a link, permissions stay what they are. Where it fails, the old file is whole and
    nothing is left beside it.

    Args:
        private: a file that is new can be read by its owner alone.
        expected: what the file must still hold, so that nobody's newer work is overwritten.

    Raises:
        RecallError: the file or its folder cannot be written, or the file holds something else.
    """
    target = Path(os.path.realpath(path))
    half = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        mode = _mode(target)
        if mode is not None and not os.access(target, os.W_OK):
            raise RecallError("the file is read-only", where=str(path), mend="make it writable")
        _write(half, data, mode, 0o600 if private else 0o666)
        if expected is not None and target.read_bytes() != expected:
            raise RecallError(
                "the file changed while it was worked on", where=str(path), mend="try again"
            )
        os.replace(half, target)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise RecallError(f"it cannot be written: {reason}", where=str(path)) from None
    finally:
        _discard(half)


def _mode(path: Path) -> int | None:
    """The permissions of a file; None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _write(half: Path, data: bytes, mode: int | None, new_mode: int) -> None:
    _discard(half)
    with os.fdopen(os.open(half, _NEW, new_mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        half.chmod(mode)


def _discard(half: Path) -> None:
    # Where the folder cannot be written there is nothing to discard either.
    try:
        half.unlink(missing_ok=True)
    except OSError:
        return
