"""Keys: what one means in the place that is shown, and which wait while something is written."""

from __future__ import annotations

from collections import deque
from typing import Protocol

from recall.tui.draw.room import Room
from recall.tui.places import TEXT_PLACES, WAITING
from recall.tui.screens.view import Host

LEAVING = ("back", "quit")


class Pressed(Host, Protocol):
    """The app, as its keys see it."""

    @property
    def opening(self) -> bool:
        """Whether nothing is open yet."""

    @property
    def room(self) -> Room:
        """What there is to draw in."""

    def do(self, name: str) -> None:
        """Do an action of the registry."""


class Keyboard:
    """Presses keys on an app, one after the other; none is lost, and none is ahead of its turn."""

    def __init__(self, app: Pressed) -> None:
        self._app = app
        self._waiting: deque[tuple[str, str | None]] = deque()

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key means; returns whether it means anything."""
        app = self._app
        place = app.view.place
        if place == WAITING:
            if app.opening and app.keymap.action(WAITING, key, character):
                app.leave()
            else:
                self._waiting.append((key, character))
            return True
        name = app.keymap.meaning(place, key, character)
        if name is not None:
            # What cannot be seen is not graded by accident; leaving is always possible.
            if name in LEAVING or not app.room.too_small:
                app.do(name)
            return True
        if place in TEXT_PLACES and character and character.isprintable():
            self._type(character)
            return True
        return False

    def press_waiting(self) -> None:
        """Press the keys that came while something was written."""
        while self._waiting and self._app.view.place != WAITING:
            self.press(*self._waiting.popleft())

    def _type(self, character: str) -> None:
        """A letter that came before the text field could take it, or while keys waited."""
        self._app.fill_field(self._app.typed + character)
        self._app.do("typed")
