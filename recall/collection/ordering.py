"""An order of a hundred thousand rows, into which those that are found are put between two keys."""

from __future__ import annotations

from collections.abc import Sequence

FEW = 8
"""Where at most one row in so many is found, sorting them costs less than going through all."""


class Ordering:
    """Rows by number, the one with the least key first; ties stay in the order of the numbers."""

    def __init__(self, keys: Sequence[float]) -> None:
        self._order = sorted(range(len(keys)), key=keys.__getitem__)
        self._places = [0] * len(keys)
        for place, number in enumerate(self._order):
            self._places[number] = place

    def arranged(self, found: list[int]) -> list[int]:
        """Some rows in this order. Neither list is to be changed afterwards."""
        if len(found) == len(self._order):
            return self._order
        if FEW * len(found) <= len(self._order):
            return sorted(found, key=self._places.__getitem__)
        wanted = bytearray(len(self._order))
        for number in found:
            wanted[number] = True
        return [number for number in self._order if wanted[number]]
