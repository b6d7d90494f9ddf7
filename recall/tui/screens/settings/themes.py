"""The list of themes: each is worn as soon as one moves over it, and kept when it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recall.settings.table import by_name
from recall.tui.draw.settings import Row
from recall.tui.screens.settings.listing import ListView
from recall.tui.steering import Steering
from recall.tui.theme import describe, theme_names

OWN = ""
"""No name: the theme that suits the terminal."""


class ThemesView(ListView):
    """Leaving without taking one wears the old one again."""

    heading = "Theme"

    def __init__(self, steering: Steering, back: Callable[[], None]) -> None:
        super().__init__(steering, back)
        self._names = (OWN, *theme_names())
        if steering.settings.theme in self._names:
            self._selected = self._names.index(steering.settings.theme)

    def rows(self) -> Sequence[Row]:
        """A line for each theme."""
        chosen, kind = self._steering.settings.theme, by_name()["theme"].kind
        return [
            Row(kind.say(name), "● " * (name == chosen) + describe(name)) for name in self._names
        ]

    def moved(self) -> None:
        """Wear it."""
        self._host.wear(self._names[self._selected])

    def change(self, by: int) -> None:
        """Keep it, and go back."""
        if by == 0:
            self.save("theme", self._names[self._selected])
            self._back()

    def leave(self) -> None:
        """Wear what is kept, and go back."""
        self._host.wear(self._steering.settings.theme)
        super().leave()
