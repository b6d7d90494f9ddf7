"""Decks for commands that need sound ones: errors are printed, and end the command."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from recall.cli.deck_check import deck_files
from recall.cli.say import show_problem
from recall.decks.model import Deck
from recall.decks.read import Reading, read_deck
from recall.errors import RecallError


def decks_at(paths: Iterable[Path]) -> list[Deck]:
    """The decks of files and folders.

    Raises:
        RecallError: no such file, one with errors, or two files of one deck.
    """
    return decks_of(map(read_deck, deck_files(paths)))


def decks_of(readings: Iterable[Reading]) -> list[Deck]:
    """The decks of readings; files of learning paths are passed over.

    Raises:
        RecallError: a file with errors, or two files of one deck.
    """
    decks: dict[str, Deck] = {}
    for reading in readings:
        deck = sound(reading)
        if deck is None:
            continue
        if deck.id in decks:
            raise RecallError(f"a second file has the deck {deck.id}", where=reading.name)
        decks[deck.id] = deck
    return list(decks.values())


def sound(reading: Reading) -> Deck | None:
    """The deck of a reading; None of a file of learning paths.

    Raises:
        RecallError: the file has errors, which are printed.
    """
    if not reading.is_broken:
        return reading.deck
    for problem in reading.problems:
        if problem.is_error:
            show_problem(problem)
    raise RecallError("this deck has errors", where=reading.name, mend="mend them first")
