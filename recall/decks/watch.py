"""When to read a file again that somebody is working on: a pure rule over what ``stat`` tells."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import NamedTuple

SETTLE_MS = 50
"""A file that was just written to may be written to again: it is read once it has been still."""
DOUBT_MS = 150
"""What has errors, or is gone, may be half a save: it is believed once it has been still longer."""


class Stamp(NamedTuple):
    """What tells one save from another, also where an editor puts a new file in the old one's
    place, or keeps the time or the size."""

    mtime_ns: int
    size: int
    inode: int


def stamp_of(facts: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return Stamp(facts.st_mtime_ns, facts.st_size, facts.st_ino)


@dataclass(frozen=True, slots=True)
class Watch:
    """What was last read, and what has been seen since.

    Attributes:
        taken: the stamp of what was last shown; None where there was no file.
        seen: the newest stamp, and
        since: when it was first seen, in milliseconds of a monotonic clock.
        doubted: whether what it stands for was read and had errors.
    """

    taken: Stamp | None
    seen: Stamp | None
    since: int = 0
    doubted: bool = False

    def look(self, stamp: Stamp | None, at: int) -> Watch:
        """The watch after a look at the file (None: there is none)."""
        if stamp == self.seen:
            return self
        return replace(self, seen=stamp, since=at, doubted=False)

    @property
    def settling(self) -> bool:
        """Whether something was seen that is not shown yet."""
        return self.seen != self.taken

    def ready(self, at: int) -> bool:
        """Whether the file is to be read now."""
        if not self.settling:
            return False
        patience = DOUBT_MS if self.doubted or self.seen is None else SETTLE_MS
        return at - self.since >= patience

    def believes(self, sound: bool, at: int) -> bool:
        """Whether what was just read is to be shown: what has errors must have been still."""
        return sound or at - self.since >= DOUBT_MS
