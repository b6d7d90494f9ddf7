"""Before a deck that came with the app is edited: it takes a copy of one's own."""

from __future__ import annotations

from collections.abc import Callable

from recall.tui.draw.copy_deck import copy_deck_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import COPY_DECK
from recall.tui.screens.view import Host, View


class CopyDeckView:
    """Says why, and copies when asked to."""

    place = COPY_DECK

    def __init__(self, host: Host, title: str, under: View, copy: Callable[[], None]) -> None:
        self._host = host
        self._title = title
        self._under = under
        self._copy = copy

    def draw(self, room: Room) -> Page:
        """All rows."""
        return copy_deck_page(room, self._host.keymap, self._title, self._host.message)

    def act(self, name: str) -> None:
        """Copy the deck and edit the copy, or go back."""
        if name == "copy_deck":
            self._copy()
        elif name in ("back", "quit"):
            self._host.show(self._under)
