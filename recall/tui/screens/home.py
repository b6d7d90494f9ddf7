"""Home: begin, or pick a deck first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recall.tui.draw.home import home_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import HOME
from recall.tui.screens.view import Learner

if TYPE_CHECKING:
    from recall.collection.home import Home
    from recall.collection.scope import Scope
    from recall.tui.screens.compass import CompassView

EXTRA = ("done", "fresh")
"""Where today is done, Enter still gives five minutes, of questions that are hardly fading too."""


class HomeView:
    """Today in one sentence, the decks, the week."""

    place = HOME

    def __init__(self, journey: Learner, home: Home) -> None:
        self._journey, self._host = journey, journey.host
        self._home = replace(home, notices=(*home.notices, *self._host.notices))
        self._shown = self._home
        self._selected: int | None = None
        self._compass: CompassView | None = None

    def draw(self, room: Room) -> Page:
        """All rows of Home."""
        shown = self._shown
        sentence = shown.sentence if room.wide else shown.narrow_sentence
        keymap, message = self._host.keymap, self._host.message
        home = replace(self._home, status=shown.status)
        return home_page(room, home, keymap, self._selected, sentence, message)

    def act(self, name: str) -> None:
        """Begin, pick a deck, search, practise, or leave."""
        if name == "begin" and self._home.decks:
            self._journey.begin(self._scope())
        elif name == "quit" or (name == "back" and self._selected is None):
            self._host.leave()
        elif name == "back":
            self._select(None)
        elif name in ("next_deck", "previous_deck") and self._home.decks:
            self._select(self._step(1 if name == "next_deck" else -1))
        elif name == "insight":
            from recall.tui.screens.insight import show_insight

            show_insight(self._journey)
        elif name.startswith("deck:"):
            self._select(int(name.partition(":")[2]))
        elif name == "undo":
            self._journey.undo()
        elif name == "browse":
            self._journey.browse()
        elif name == "practise":
            from recall.tui.screens.practice import choose_practice

            choose_practice(self._journey, self)
        elif name == "compass":
            from recall.tui.screens.compass import open_compass

            self._compass = open_compass(self._journey, self, self._compass)
        elif name == "things":
            from recall.tui.screens.things import open_things

            open_things(self._journey, self)

    def _step(self, by: int) -> int:
        if self._selected is None:
            return 0 if by > 0 else len(self._home.decks) - 1
        return max(0, min(len(self._home.decks) - 1, self._selected + by))

    def _select(self, selected: int | None) -> None:
        self._selected = selected
        if selected is None:
            self._shown = self._home
            self._host.redraw()
            return
        self._host.redraw()
        scope = self._scope()
        collection = self._journey.collection

        def then(home: Home) -> None:
            if self._selected == selected:
                self._shown = home
                self._host.redraw()

        self._host.work(lambda: collection.home(scope), then)

    def _scope(self) -> Scope:
        scope = self._journey.scope
        if self._selected is not None:
            return replace(scope, decks=(self._home.decks[self._selected].id,), tags=())
        return replace(scope, extra=True) if self._home.status in EXTRA else scope
