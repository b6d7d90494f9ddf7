"""Writing a small thing down, and taking an earlier one through Plan, Do, Check and Act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recall.kaizen import words
from recall.kaizen.values import ACT, DONE, LET_GO, PHASES, PLAN, SmallThing
from recall.tui.draw.room import Page, Room
from recall.tui.draw.small_thing import Noting, noting_page
from recall.tui.places import LEFT_NOTE, NOTING
from recall.tui.screens.view import Host

if TYPE_CHECKING:
    from recall.collection.small_things import SmallThings


class NotingView:
    """A text field, once for a new thing, four times for an earlier one.

    Every line is on disk when the next one is asked for. ``Esc`` leaves the field, again it goes
    back (``back`` is told whether the question was answered); what stood in the field stays there,
    and an earlier thing stays open.
    """

    def __init__(
        self,
        host: Host,
        things: SmallThings,
        thing: SmallThing | None,
        back: Callable[[bool], None],
    ) -> None:
        self._host = host
        self._things = things
        self._back = back
        self._noting = Noting(thing, thing.next_phase if thing else PLAN)
        host.fill_field(self._before())

    @property
    def place(self) -> str:
        """Letters are text until the field is left."""
        return NOTING if self._noting.left is None else LEFT_NOTE

    def draw(self, room: Room) -> Page:
        """All rows."""
        return noting_page(room, self._noting, self._host.keymap, self._host.message)

    def act(self, name: str) -> None:
        """Write the line down, leave the field or go back to it, let the thing go."""
        thing = self._noting.thing
        if name == "note":
            self._write(self._host.typed)
        elif name == "write":
            self.resume()
        elif name == "let_go" and thing is not None:
            self._keep(lambda: self._things.end(thing, LET_GO), lambda _: self._end(words.GONE))
        elif name == "quit" or (name == "back" and self._noting.left is not None):
            self._back(False)
        elif name == "back":
            self._noting = Noting(thing, self._noting.phase, self._host.typed)
            self._host.redraw()

    def resume(self) -> None:
        """Go on where the field was left, with the text that stood in it."""
        noting = self._noting
        self._host.fill_field(noting.left or "")
        self._noting = Noting(noting.thing, noting.phase)
        self._host.show(self)

    def _write(self, text: str) -> None:
        thing, phase = self._noting.thing, self._noting.phase
        if thing is None:
            if text.strip():
                self._keep(lambda: self._things.begin(text), lambda _: self._end(words.KEPT))
            else:
                self._host.say(words.NOT_KEPT)
                self._noting = Noting(None, phase, "")
                self._back(False)
            return
        ends = phase == ACT
        self._keep(
            lambda: _written(self._things, thing, phase, text, ends),
            lambda now: self._end(words.CLOSED) if ends else self._go_on(now),
        )

    def _keep(self, job: Callable[[], SmallThing], then: Callable[[SmallThing], None]) -> None:
        """Write while keys wait: a key pressed twice writes once."""
        self._host.wait()
        self._host.work(job, then)

    def _go_on(self, thing: SmallThing) -> None:
        phase = PHASES[PHASES.index(self._noting.phase) + 1]
        self._noting = Noting(thing, phase)
        self._host.fill_field(self._before())
        self._host.show(self)

    def _before(self) -> str:
        """What was said of this phase already: it stands in the field to be changed."""
        thing = self._noting.thing
        return thing.note(self._noting.phase) if thing is not None else ""

    def _end(self, said: str) -> None:
        self._host.say(said)
        self._back(True)


def _written(
    things: SmallThings, thing: SmallThing, phase: str, text: str, ends: bool
) -> SmallThing:
    now = things.note(thing, phase, text)
    return things.end(now, DONE) if ends else now
