"""What is at hand: decks and modules, and the place of each question among them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from recall.ids import PromptKey


class ModuleAt(NamedTuple):
    """A module, or ("", "") for what stands in none; ``total``: questions that may be asked."""

    id: str
    title: str
    total: int


class DeckAt(NamedTuple):
    """A deck with its modules; ``total``: questions that may be asked, those met among them."""

    id: str
    title: str
    total: int
    modules: tuple[ModuleAt, ...] = ()


class Spot(NamedTuple):
    """Where a question stands: its deck's and module's ids, and whether it asks about a case."""

    deck: str
    module: str
    case: bool = False


class Shelf(NamedTuple):
    """The decks in study order, and the spots of the questions that were met and may be asked.

    Questions put away, retired, or of another revision have no spot.
    """

    decks: tuple[DeckAt, ...]
    spots: Mapping[PromptKey, Spot]
