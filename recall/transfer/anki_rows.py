"""The rows of an Anki collection: notes with their cards, one note in memory at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from recall.errors import RecallError

MOST_NOTES, MOST_CARDS = 200_000, 500_000
MOST_TEXT = 64 * 1024 * 1024
"""Characters of all notes read; a deck holds 8 MiB."""

_NOTES = (
    "SELECT CAST(id AS INTEGER), CAST(guid AS TEXT), CAST(mid AS INTEGER), CAST(tags AS TEXT), "
    "CAST(flds AS TEXT) FROM notes ORDER BY id"
)
_CARDS = (
    "SELECT CAST(nid AS INTEGER), CAST(id AS INTEGER), CAST(ord AS INTEGER), "
    "CAST(CASE WHEN odid THEN odid ELSE did END AS INTEGER) FROM cards ORDER BY nid, ord"
)


class AnkiCard(NamedTuple):
    """A card of a note: ``ord`` is its template, of a gap its number less one."""

    id: int
    ord: int
    deck: int


class Note(NamedTuple):
    """A note and its cards."""

    id: int
    guid: str
    type: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[AnkiCard, ...]


def cards_by_note(database: sqlite3.Connection) -> dict[int, list[AnkiCard]]:
    """The cards of all notes, by the note's id.

    Raises:
        RecallError: they are more than any deck can hold.
    """
    found: dict[int, list[AnkiCard]] = {}
    for number, (note, *rest) in enumerate(database.execute(_CARDS)):
        if number >= MOST_CARDS:
            raise _too_much(f"more than {MOST_CARDS:,} cards")
        found.setdefault(note, []).append(AnkiCard(*rest))
    return found


def notes_of(database: sqlite3.Connection, cards: dict[int, list[AnkiCard]]) -> Iterator[Note]:
    """The notes, oldest first.

    Raises:
        RecallError: they are more than any deck can hold.
    """
    total = 0
    for number, (key, guid, kind, tags, fields) in enumerate(database.execute(_NOTES)):
        total += len(fields)
        if total > MOST_TEXT or number >= MOST_NOTES:
            raise _too_much(f"more than {MOST_NOTES:,} notes or {MOST_TEXT:,} letters")
        words = tuple(tags.split())
        yield Note(key, guid, kind, words, tuple(fields.split("\x1f")), tuple(cards.get(key, ())))


def _too_much(what: str) -> RecallError:
    mend = "export fewer decks from Anki at a time"
    return RecallError(f"the package holds {what}: too much for one deck", mend=mend)
