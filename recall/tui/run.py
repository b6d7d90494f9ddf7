"""Start the app on a terminal, and leave the terminal as it was."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from recall.settings import Settings
from recall.tui.app import RecallApp
from recall.tui.terminal import gone

if TYPE_CHECKING:
    from recall.tui.screens.view import Journey


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
        print(app.said, file=sys.stderr)
    return app.return_code or 0 if code is None else code


def _stop_reading(app: RecallApp) -> None:
    """End Textual's thread that reads keys: below the prompt it goes on, at full speed, where the
    terminal went away before the driver could say goodbye to it."""
    ended = getattr(app._driver, "exit_event", None)
    if ended is not None:
        ended.set()
