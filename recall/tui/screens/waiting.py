"""Places where keys wait: before the first one is there, and while the next one is prepared."""

from __future__ import annotations

from recall.tui.draw.opening import opening_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import WAITING
from recall.tui.screens.view import View


class Opening:
    """The place before anything is open: keys wait, except those that leave."""

    place = WAITING

    def draw(self, room: Room) -> Page:
        """The header alone."""
        return opening_page(room)

    def act(self, name: str) -> None:
        """Nothing can be done yet."""


class Ahead(Opening):
    """What the last session left, shown while everything is being opened."""

    def __init__(self, under: View) -> None:
        self._under = under

    def draw(self, room: Room) -> Page:
        """What will most likely stand there."""
        return self._under.draw(room)


class Waiting:
    """A place that stays on the screen while something is prepared."""

    place = WAITING

    def __init__(self, under: View) -> None:
        self.under = under

    def draw(self, room: Room) -> Page:
        """What stood there before."""
        return self.under.draw(room)

    def act(self, name: str) -> None:
        """Nothing can be done yet."""
