"""The list of decks: each of them on or off."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recall.tui.draw.settings import Row
from recall.tui.screens.settings.listing import ListView
from recall.tui.steering import Steering

NOTE = "A deck that is off stays out of sessions unless you name it; your progress is kept."


class DecksView(ListView):
    """Every deck at hand."""

    heading = "Decks"

    def __init__(self, steering: Steering, back: Callable[[], None]) -> None:
        super().__init__(steering, back)
        self._decks = steering.decks()

    def rows(self) -> Sequence[Row]:
        """A line for each deck."""
        off = self._steering.settings.decks_off
        return [Row(title, "off" if name in off else "on", NOTE) for name, title in self._decks]

    def change(self, by: int) -> None:
        """Turn a deck off or on; others that are off stay so, whether they are at hand or not."""
        name, _ = self._decks[self._selected]
        off = [each for each in self._steering.settings.decks_off if each != name]
        if name not in self._steering.settings.decks_off:
            off.append(name)
        self.save("decks.off", off)
