"""Below the prompt: how much room the app takes, what a resize clears, what stays to be read."""

from __future__ import annotations

import asyncio
import shutil
import signal
from typing import TYPE_CHECKING, Any

from textual import events
from textual.geometry import Offset, Size

from recall.tui.draw.room import LEAST_HEIGHT, Page
from recall.tui.draw.text import Line, plain

if TYPE_CHECKING:
    from textual.app import App

MOST_ROWS = 24
FEW_ROWS = 14
"""A question, its answer and the grades fit into so many."""


def rows_in(height: int) -> int:
    """Rows to draw in a window of some height.

    Two thirds, so that what stood there before stays in sight, the line of the command at least;
    more only where a card would not fit.
    """
    wanted = min(MOST_ROWS, max(FEW_ROWS, height * 2 // 3))
    return max(min(height, LEAST_HEIGHT), min(wanted, height - 1))


def resize_below(app: App[Any]) -> None:
    """Let a resize clear what the app drew, and only that.

    Textual's own way clears the whole window, and what stood above the prompt with it. The rows of
    the app that a narrower window has broken in two go up into the scroll-back, where it is full.
    """

    def resized() -> None:
        driver = app._driver
        if driver is None:
            return
        up = app._previous_cursor_position.y
        driver.write((f"\x1b[{up}A" if up else "") + "\r\x1b[J")
        driver.flush()
        app._previous_cursor_position = Offset(0, 0)
        size = Size(*shutil.get_terminal_size())
        app.post_message(events.Resize(size, size))

    asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, resized)


def left_readable(page: Page) -> str:
    """A page as plain text to stay below the prompt: without what no longer does anything."""
    rows = [plain(line).rstrip() for line in page.lines if not _acts(line)]
    kept: list[str] = []
    for row in rows:
        if row or (kept and kept[-1]):
            kept.append(row)
    return "\n".join(kept).rstrip("\n─ ")


def _acts(line: Line) -> bool:
    return any(run.act for run in line)
