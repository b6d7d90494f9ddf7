"""The first start: what the app is for, and one key to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recall.tui.draw.first import first_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import FIRST
from recall.tui.screens.view import Learner

if TYPE_CHECKING:
    from recall.collection.home import Home
    from recall.tui.screens.compass import CompassView


class FirstView:
    """Shown until the first answer is given."""

    place = FIRST

    def __init__(self, journey: Learner, home: Home) -> None:
        self._journey, self._host = journey, journey.host
        self._home = home
        self._compass: CompassView | None = None

    def draw(self, room: Room) -> Page:
        """All rows of the first start."""
        host = self._host
        sentence = self._home.sentence if room.wide else self._home.narrow_sentence
        notices = [*self._home.notices, *host.notices]
        return first_page(room, host.keymap, sentence, notices, host.message)

    def act(self, name: str) -> None:
        """Begin, ask the compass, or leave."""
        if name == "begin":
            self._journey.begin(self._journey.scope)
        elif name == "undo":
            self._journey.undo()
        elif name == "compass":
            from recall.tui.screens.compass import open_compass

            self._compass = open_compass(self._journey, self, self._compass)
        elif name in ("back", "quit"):
            self._host.leave()
