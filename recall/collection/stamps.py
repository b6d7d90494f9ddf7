"""Stamps of deck files: equal stamps mean that reading the decks again would give the same."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

SETTLED_NS = 2_000_000_000
"""A file changed so shortly ago may change once more within one tick of the file system's clock
(two seconds on the coarsest), and look the same."""
SUFFIX = ".yaml"


def stamp_of(places: Iterable[tuple[Path, str]], now_ns: int) -> str:
    """One text for all deck files of some places, in order; "" where it cannot be trusted yet.

    Args:
        places: folders or files, and where each was named.
        now_ns: the wall clock, in nanoseconds since 1970.
    """
    lines: list[str] = []
    for path, origin in places:
        lines.append(f"{origin} {str(path)!r}")
        for name, changed_ns, line in _files(path):
            if changed_ns > now_ns - SETTLED_NS:
                return ""
            lines.append(f"{name!r} {line}")
    return "\n".join(lines)


def _files(path: Path) -> Iterator[tuple[str, int, str]]:
    """Name, time of change and stamp of each deck file; what cannot be read has a stamp as well."""
    try:
        found = path.stat()
        if not stat.S_ISDIR(found.st_mode):
            yield _stamped("", found)
            return
        with os.scandir(path) as entries:
            names = sorted(each.name for each in entries if each.name.endswith(SUFFIX))
    except (OSError, ValueError) as fault:
        yield "", 0, str(fault)
        return
    for name in names:
        try:
            yield _stamped(name, (path / name).stat())
        except OSError as fault:
            yield name, 0, str(fault)


def _stamped(name: str, found: os.stat_result) -> tuple[str, int, str]:
    # The time of the inode's own change cannot be set: a restored older file has another one.
    values = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)
    return name, max(found.st_mtime_ns, found.st_ctime_ns), " ".join(map(str, values))
