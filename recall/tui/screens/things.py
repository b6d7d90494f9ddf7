"""The list of small things: add one, tell of one, let one go, take the newest word back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from recall.clock import date_of
from recall.kaizen import words
from recall.kaizen.values import LET_GO, SmallThing, Things
from recall.session.words import WORDS
from recall.tui.draw.room import Page, Room
from recall.tui.draw.small_thing import things_page
from recall.tui.places import THINGS
from recall.tui.screens.small_thing import NotingView
from recall.tui.screens.view import Learner, View

if TYPE_CHECKING:
    from recall.collection.small_things import SmallThings


class ThingsView:
    """All small things, newest first; leaving goes back to where the list was asked for."""

    place = THINGS

    def __init__(self, journey: Learner, small: SmallThings, things: Things, under: View) -> None:
        self._journey, self._host = journey, journey.host
        self._small = small
        self._under = under
        self._selected = 0
        self._begun: dict[UUID | None, NotingView] = {}
        self._take(things)

    def draw(self, room: Room) -> Page:
        """All rows of the list."""
        host, today = self._host, date_of(self._journey.collection.today)
        return things_page(room, self._things, self._selected, today, host.keymap, host.message)

    def act(self, name: str) -> None:
        """Move, or do something with the selected one."""
        if name in ("back", "quit"):
            self._host.show(self._under)
        elif name in ("next_line", "previous_line"):
            self._select(self._selected + (1 if name == "next_line" else -1))
        elif name.startswith("thing:"):
            self._select(int(name.partition(":")[2]))
        elif name == "add_thing":
            self._note(None)
        elif name == "undo":
            self._host.work(self._small.undo, self._undone)
        elif self._things:
            self._with_selected(name, self._things[self._selected])

    def _with_selected(self, name: str, thing: SmallThing) -> None:
        if name == "tell_thing":
            self._note(thing)
        elif name == "let_go" and thing.open:
            self._host.say(words.GONE)
            self._read(lambda: self._small.end(thing, LET_GO))

    def _note(self, thing: SmallThing | None) -> None:
        name = thing.id if thing is not None else None
        if name in self._begun:
            self._begun[name].resume()
            return

        def back(answered: bool) -> None:
            if answered:
                del self._begun[name]
            self._read(lambda: None)

        self._begun[name] = NotingView(self._host, self._small, thing, back)
        self._host.show(self._begun[name])

    def _read(self, first: Callable[[], object]) -> None:
        def job() -> Things:
            first()
            return self._small.read()

        def then(things: Things) -> None:
            self._take(things)
            self._host.show(self)

        self._host.work(job, then)

    def _undone(self, things: Things | None) -> None:
        self._host.say(WORDS["nothing to undo"] if things is None else words.TAKEN_BACK)
        if things is not None:
            self._begun.clear()
            self._take(things)
        self._host.redraw()

    def _take(self, things: Things) -> None:
        self._things = tuple(reversed(things.all))
        self._selected = max(0, min(self._selected, len(self._things) - 1))

    def _select(self, at: int) -> None:
        self._selected = max(0, min(at, len(self._things) - 1))
        self._host.redraw()


def open_things(journey: Learner, under: View) -> None:
    """Read the list and show it."""
    from recall.collection.small_things import SmallThings

    small = SmallThings(journey.collection)

    def then(things: Things) -> None:
        journey.host.show(ThingsView(journey, small, things, under))

    journey.host.work(small.read, then)
