"""An Anki package becomes a deck, and, where it is asked for, the reviews in it a history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path

from recall.session.words import counted
from recall.transfer.anki_database import reading
from recall.transfer.anki_history import past_of
from recall.transfer.anki_notes import Notes
from recall.transfer.anki_package import unpacked
from recall.transfer.anki_rows import AnkiCard, cards_by_note, notes_of
from recall.transfer.anki_schema import Schema, read_schema
from recall.transfer.making import Imported, Maker, Package, Wanted

DEFAULT = "Default"


def read_package(path: Path, wanted: Wanted, *, history: bool = False) -> Package:
    """The deck of an Anki package, old or new.

    Raises:
        RecallError: no package, a damaged one, one made to do harm, or no cards in it.
    """
    with unpacked(path) as file, reading(file, str(path)) as database:
        schema = read_schema(database)
        cards = cards_by_note(database)
        home = _home(schema, cards.values())
        maker = Maker(wanted)
        notes = Notes(maker)
        for note in notes_of(database, cards):
            where = schema.decks.get(note.cards[0].deck, "") if note.cards else ""
            module = " / ".join(where.split("::")[len(home) :])
            notes.add(note, schema.types.get(note.type), module)
        deck = maker.deck(home[-1] if home and home != [DEFAULT] else "")
        past = past_of(database, notes.became, deck.id, schema) if history else ()
    found = f"{counted(notes.read, 'note')}: {counted(len(deck.cards), 'card')}"
    seen = (f"{wanted.name}: Anki package, {found}",)
    media = f"{counted(notes.media, 'note')} with pictures or sounds, which were left out."
    notices = ((media,) if notes.media else ()) + maker.notices()
    return Package(Imported(deck, seen, notices), past)


def _home(schema: Schema, cards: Iterable[Sequence[AnkiCard]]) -> list[str]:
    """The path of the deck that holds all cards."""
    used = {each.deck for found in cards for each in found}
    paths = [name.split("::") for key in used if (name := schema.decks.get(key))]
    shortest, longest = min(paths, default=[]), max(paths, default=[])
    same = takewhile(lambda pair: pair[0] == pair[1], zip(shortest, longest, strict=False))
    return [name for name, _ in same]
