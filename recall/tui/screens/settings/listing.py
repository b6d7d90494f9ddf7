"""What every list of settings does: choose a line, change it, write it, go back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from recall.errors import RecallError
from recall.settings import Settings
from recall.tui.draw.room import Page, Room
from recall.tui.draw.settings import Listing, Row, settings_page
from recall.tui.places import SETTINGS, WAITING
from recall.tui.steering import Steering

STEPS = {"choose": 0, "more_of_it": 1, "less": -1}
"""By how much an action changes the chosen line; 0 takes it, or opens what is behind it."""


class ListView(ABC):
    """One list of settings. A change is written before the next key is taken."""

    heading = ""
    lines_place = SETTINGS
    steps = False

    def __init__(self, steering: Steering, back: Callable[[], None]) -> None:
        self._steering, self._host = steering, steering.host
        self._back = back
        self._selected = 0
        self._saving = False

    @property
    def place(self) -> str:
        """Keys wait while a change is written."""
        return WAITING if self._saving else self.lines_place

    @abstractmethod
    def rows(self) -> Sequence[Row]:
        """The lines."""

    @abstractmethod
    def change(self, by: int) -> None:
        """Make the chosen line less (-1) or more (1), or take it (0)."""

    def moved(self) -> None:  # noqa: B027  (most lists have nothing to do then)
        """Another line was chosen."""

    def leave(self) -> None:
        """Go back to where one was."""
        self._back()

    def draw(self, room: Room) -> Page:
        """All rows of the list."""
        steering = self._steering
        rows = tuple(self.rows())
        listing = Listing(
            self.lines_place,
            self.heading,
            rows,
            self._selected,
            self.steps,
            steering.settings.problem,
            _short(steering.file),
            self._host.message,
        )
        return settings_page(room, listing, self._host.keymap)

    def act(self, name: str) -> None:
        """Choose a line, change it, or go back."""
        last = len(self.rows()) - 1
        if name in ("back", "quit"):
            self.leave()
        elif name == "next_line":
            self._select(min(self._selected + 1, last))
        elif name == "previous_line":
            self._select(max(self._selected - 1, 0))
        elif name.startswith("line:"):
            at = int(name.partition(":")[2])
            if at == self._selected:
                self.change(0)
            else:
                self._select(at)
        elif name in STEPS and last >= 0:
            self.change(STEPS[name])

    def _select(self, at: int) -> None:
        if at != self._selected:
            self._selected = at
            self.moved()
        self._host.redraw()

    def save(self, name: str, value: Any) -> None:
        """Write a setting; it holds as soon as it is written, and not at all where it cannot be."""
        self._saving = True
        self._host.work(partial(self._written, name, value), self._saved)

    def _written(self, name: str, value: Any) -> Settings | RecallError:
        try:
            return self._steering.save(name, value)
        except RecallError as fault:
            return fault

    def _saved(self, result: Settings | RecallError) -> None:
        self._saving = False
        if isinstance(result, RecallError):
            self._host.say(f"Not changed: {result.what}.")
            self._host.wear(self._steering.settings.theme)
        else:
            self._host.take_settings(result)
        self._host.redraw()


def _short(file: Path) -> str:
    """A path as people write it, from their home on."""
    home = Path.home()
    return f"~/{file.relative_to(home).as_posix()}" if home in file.parents else str(file)
