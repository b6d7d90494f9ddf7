"""A progress bar for work that takes longer than a second, where somebody can see it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

AFTER, EVERY = 1.0, 0.1
"""Seconds before it shows at all, and between two pictures of it."""
_CELLS = 24


class Bar:
    """A line on standard error that goes away when the work is done.

    Use it as a context; ``told(part)`` says how much is done, 0 to 1. Nothing is drawn in the first
    second (or what ``after`` says), nor where standard error is no terminal.
    """

    def __init__(
        self,
        title: str,
        stream: TextIO | None = None,
        seconds: Callable[[], float] = time.monotonic,
        after: float = AFTER,
    ) -> None:
        self.title = title
        self.stream = stream or sys.stderr
        self.seconds = seconds
        self.visible = self.stream.isatty()
        self.next = seconds() + after
        self.drawn = 0

    def told(self, part: float) -> None:
        """So much of the work is done."""
        if not self.visible or self.seconds() < self.next:
            return
        self.next = self.seconds() + EVERY
        part = min(1.0, max(0.0, part))
        done = round(part * _CELLS)
        line = f"{self.title} [{'#' * done}{'.' * (_CELLS - done)}] {part:4.0%}"
        self.stream.write("\r" + line.ljust(self.drawn))
        self.stream.flush()
        self.drawn = len(line)

    def clear(self) -> None:
        """Take the line off the screen, so that something else can be written there."""
        if self.drawn:
            self.stream.write("\r" + " " * self.drawn + "\r")
            self.stream.flush()
            self.drawn = 0

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()
