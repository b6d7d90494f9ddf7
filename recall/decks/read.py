"""Reading one deck file: bytes in, a deck or located problems out. It never raises for a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from recall.decks.cards import Cards
from recall.decks.deck import Decks
from recall.decks.deck_bytes import Refused, digest_of, read_file
from recall.decks.model import Deck
from recall.decks.nodes import Harvested, Mapping
from recall.decks.problems import Problem
from recall.decks.source import source_of
from recall.decks.tree import tree_of

_STEP = 100
"""After so many cards it is told how far the reading is."""


class Reading(NamedTuple):
    """What a file gave.

    Attributes:
        deck: None where there are errors, and for a file of learning paths.
        problems: errors and warnings, in the order of their places.
        digest: SHA-256 of the bytes in hex; "" where they could not be read.
        deck_id: the id that the file names, also where it has errors; "" if it cannot be told.
        is_paths: whether it is a file of learning paths, which holds no deck.
        name: the file as it was named.
    """

    deck: Deck | None
    problems: tuple[Problem, ...]
    digest: str
    deck_id: str = ""
    is_paths: bool = False
    name: str = ""

    @property
    def is_broken(self) -> bool:
        """Whether there are errors."""
        return any(problem.is_error for problem in self.problems)


def read_deck(path: Path, name: str = "") -> Reading:
    """The deck of a file; ``name`` is how messages call it, its path if not given."""
    shown = name or str(path)
    try:
        data = read_file(path, shown)
    except Refused as fault:
        return Reading(None, (fault.problem,), "", name=shown)
    return read_bytes(data, shown)


def read_bytes(data: bytes, name: str, told: Callable[[float], None] | None = None) -> Reading:
    """The deck of a file's bytes; ``told`` hears now and then which part is done, 0 to 1."""
    digest = digest_of(data)
    try:
        source = source_of(data, name)
    except Refused as fault:
        return Reading(None, (fault.problem,), digest, name=name)
    cards = Cards(source)
    root = tree_of(source, _counted(cards, data.count(b"\n"), told) if told else cards.harvest)
    if isinstance(root, Mapping) and "paths" in root.pairs and "deck" not in root.pairs:
        return Reading(None, source.sorted_problems(), digest, is_paths=True, name=name)
    deck = Decks(source, cards).deck(root)
    problems = source.sorted_problems()
    broken = any(problem.is_error for problem in problems)
    return Reading(None if broken else deck, problems, digest, deck.id if deck else "", name=name)


def _counted(
    cards: Cards, lines: int, told: Callable[[float], None]
) -> Callable[[Mapping], Harvested]:
    met = 0

    def harvest(node: Mapping) -> Harvested:
        nonlocal met
        met += 1
        if met % _STEP == 0:
            told(min(1.0, node.line / max(1, lines)))
        return cards.harvest(node)

    return harvest
