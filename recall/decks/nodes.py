"""The values that YAML text becomes, each with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from recall.decks.model import Card


class Scalar(NamedTuple):
    """One text. ``cut``: an unquoted one that a comment ended."""

    text: str
    line: int
    column: int
    cut: bool = False


class Mapping:
    """Keys in order with their values. ``whole`` turns True when all of it has been read."""

    __slots__ = ("column", "line", "pairs", "whole")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.pairs: dict[str, tuple[Scalar, Node]] = {}
        self.whole = False


class Sequence:
    """Values in order. ``whole`` turns True when its end has been read."""

    __slots__ = ("column", "items", "line", "whole")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.items: list[Node] = []
        self.whole = False


class Void(NamedTuple):
    """Something refused already, so that nothing more needs to be said about it."""

    line: int
    column: int


class Harvested(NamedTuple):
    """A map that was turned into its value already."""

    value: Card | None
    line: int
    column: int


Node = Scalar | Mapping | Sequence | Void | Harvested
Harvest = Callable[[Mapping], Harvested]
