"""Where one is in a long list: the row that keys act on, and the rows in the window."""

from __future__ import annotations


class Cursor:
    """A row of a list, moved by the actions for lists.

    Attributes:
        at: the row that keys act on, from 0.
        first: the first row in the window.
        anchor: where a range begins.
    """

    def __init__(self) -> None:
        self.at = self.first = self.anchor = 0
        self._page = 1

    def show(self, rows: int) -> None:
        """The window has so many rows now: scroll so that the row is in it."""
        self._page = max(1, rows)
        self.first = max(self.at - self._page + 1, min(self.first, self.at))

    def move(self, name: str, length: int) -> bool:
        """Do an action for lists, or ``row:N``; False where it is none."""
        steps = {
            "next_line": 1,
            "previous_line": -1,
            "next_page": self._page,
            "previous_page": -self._page,
            "first_row": -length,
            "last_row": length,
        }
        if name.startswith("row:"):
            self.at = int(name.partition(":")[2])
        elif name in steps:
            self.at += steps[name]
        else:
            return False
        self.stay_within(length)
        return True

    def stay_within(self, length: int) -> None:
        """The list has so many rows now."""
        self.at = max(0, min(length - 1, self.at))
        self.first = max(0, min(self.first, length - self._page))
