"""Help, over the place from which it was asked for."""

from __future__ import annotations

from recall.tui.draw.help import help_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import HELP
from recall.tui.screens.view import Host, View

STEP = 3


class HelpView:
    """Every key; any way of leaving goes back to where one was."""

    place = HELP

    def __init__(self, host: Host, under: View) -> None:
        self._host = host
        self.under = under
        self._offset = 0

    def draw(self, room: Room) -> Page:
        """All rows of Help."""
        page, self._offset = help_page(room, self._host.keymap, self._offset)
        return page

    def act(self, name: str) -> None:
        """Scroll or go back."""
        if name in ("scroll_down", "scroll_up"):
            self._offset += STEP if name == "scroll_down" else -STEP
            self._host.redraw()
        elif name in ("back", "quit"):
            self._host.show(self.under)
