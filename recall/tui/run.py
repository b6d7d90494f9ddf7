"""Start the app on a terminal, and leave the terminal as it was."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from recall.decks.problems import wrapped
from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.terminal import gone

if TYPE_CHECKING:
    from recall.tui.screens.view import Journey

NAMED = "recall: "


def run(journey: Journey, settings: Settings, *, inline: bool = False) -> int:
    """Run the app until it is left; returns the exit code.

    Args:
        journey: what the app is about, and who leads from place to place.
        inline: draw below the prompt instead of on the whole screen.
    """
    # Nothing of what is read at the start is garbage; looking for it takes a tenth of the time.
    gc.disable()
    app = RecallApp(journey, settings)
    try:
        code = app.run(inline=inline and sys.platform != "win32")
    finally:
        gc.enable()
        app.close()
        _stop_reading(app)
    if app.left and not gone():
        print(app.left)
    if app.said:
        print(complaint(app.said, _columns()), file=sys.stderr)
    return app.return_code or 0 if code is None else code


def complaint(said: str, columns: int) -> str:
    """What ended the app, and in further lines how to mend it, as a command would say it.

    Args:
        columns: of the terminal; 0 for any number.
    """
    what, *mend = said.split("\n")
    lines = [f"{NAMED}{what}", *(f"{' ' * len(NAMED)}{line}" for line in mend)]
    return "\n".join(row for line in lines for row in wrapped(line, columns, len(NAMED)))


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        return 0


def _stop_reading(app: RecallApp) -> None:
    """End Textual's thread that reads keys: below the prompt it goes on, at full speed, where the
    terminal went away before the driver could say goodbye to it."""
    ended = getattr(app._driver, "exit_event", None)
    if ended is not None:
        ended.set()
