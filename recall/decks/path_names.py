"""What learning paths name and no deck at hand has: cards, tags and decks, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from recall.decks.clean import one_line
from recall.decks.deck_bytes import Refused, read_file
from recall.decks.fields import nearest
from recall.decks.library import Library
from recall.decks.model import Deck
from recall.decks.path_file import CARD, DECK, Named, PathsReading, paths_of
from recall.decks.source import source_of
from recall.ids import card_name


class Missing(NamedTuple):
    """A name that means nothing here: what is wrong with it, and the mend or ""."""

    named: Named
    message: str
    help: str = ""


def checked_paths(file: Path, library: Library, name: str = "") -> PathsReading:
    """The learning paths of a file, with a warning for each name that means nothing in a library.

    What a broken deck has cannot be told, so nothing is said of it.
    """
    shown = name or str(file)
    try:
        source = source_of(read_file(file, shown), shown)
    except Refused as fault:
        return PathsReading((), (fault.problem,))
    reading = paths_of(source)
    known = _AtHand(
        [loaded.deck for loaded in library.loaded], (each.deck_id for each in library.broken)
    )
    for named, message, help in known.missing(reading.names):
        place = (named.line, named.column)
        source.warn(f"unknown-{named.kind}", *place, message, length=named.length, help=help)
    return reading._replace(problems=source.sorted_problems())


class _AtHand:
    """The cards, tags and decks at hand. ``broken``: ids of decks that cannot be read just now."""

    def __init__(self, decks: Iterable[Deck], broken: Iterable[str] = ()) -> None:
        self._decks = {deck.id: deck for deck in decks}
        self._broken = frozenset(broken)
        self._cards = {deck.id: {card.id for card in deck.cards} for deck in self._decks.values()}

    def missing(self, names: Iterable[Named]) -> Iterator[Missing]:
        """Of what paths name, all that is in no deck."""
        for named in names:
            if named.kind == DECK:
                yield from self._deck(named, named.name)
            elif named.kind == CARD:
                yield from self._card(named)
            else:
                yield from self._tag(named)

    def _deck(self, named: Named, deck: str) -> Iterator[Missing]:
        if deck not in self._decks and deck not in self._broken:
            yield Missing(named, f"no deck at hand is called '{deck}'", nearest(deck, self._decks))

    def _card(self, named: Named) -> Iterator[Missing]:
        deck, _, card = named.name.partition("/")
        if deck not in self._decks:
            yield from self._deck(named, deck)
        elif card not in self._cards[deck]:
            message = f"the deck '{deck}' has no card '{card}'"
            yield Missing(named, message, self._renamed(deck, card) or self._near(deck, card))

    def _renamed(self, deck: str, card: str) -> str:
        former = {card, card_name(deck, card)}
        known = (each for each in self._decks[deck].cards if former & set(each.was))
        return next((f"it is called '{card_name(deck, each.id)}' now" for each in known), "")

    def _near(self, deck: str, card: str) -> str:
        return nearest(card_name(deck, card), [card_name(deck, each) for each in self._cards[deck]])

    def _tag(self, named: Named) -> Iterator[Missing]:
        wanted = named.decks or tuple(self._decks)
        decks = [self._decks[name] for name in wanted if name in self._decks]
        tags = {tag for deck in decks for card in deck.cards for tag in card.tags}
        unreadable = self._broken.intersection(named.decks) if named.decks else self._broken
        if named.name in tags or unreadable or not decks:
            return
        where = f"of {' and '.join(named.decks)} " if named.decks else "at hand "
        message = f"no card {where}has the tag '{one_line(named.name)}'"
        yield Missing(named, message, nearest(named.name, tags))
