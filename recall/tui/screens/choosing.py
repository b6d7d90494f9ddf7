"""A long list: the row that keys act on, the rows in the window, and the rows chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


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


class Chosen:
    """Names chosen in a list, among them some that the list does not show now."""

    def __init__(self) -> None:
        self.names: frozenset[str] = frozenset()

    def toggle(self, names: Iterable[str]) -> None:
        """Take names out where all of them are chosen, else choose all."""
        these = frozenset(names)
        self.names = self.names - these if these <= self.names else self.names | these

    def add(self, names: Iterable[str]) -> None:
        """Choose names besides."""
        self.names |= frozenset(names)

    def acted_on(self, shown: Sequence[str], here: str) -> list[str]:
        """The names chosen, in the order shown, then those not shown now; the one at hand where
        none is chosen."""
        if not self.names:
            return [here]
        first = [name for name in shown if name in self.names]
        return [*first, *sorted(self.names.difference(first))]
