"""``recall deck fmt``: a deck file with an id for every card, and nothing else changed."""

from __future__ import annotations

from typing import NamedTuple

from recall.decks.model import Deck
from recall.decks.naming import new_ids
from recall.decks.read import Reading, read_bytes
from recall.decks.source import source_of
from recall.decks.splice import insertions, spliced
from recall.errors import RecallError

_MARK = "\ufeff"


class Given(NamedTuple):
    """An id that a card got. ``line``: of the card in the file as it was; ``now``: as it is."""

    line: int
    now: int
    id: str


class Formatted(NamedTuple):
    """A file with ids, and what it got; a broken one, or one without a deck, as it was."""

    data: bytes
    given: tuple[Given, ...]
    reading: Reading


def formatted(data: bytes, name: str) -> Formatted:
    """Give every card of a file an id.

    Args:
        name: how messages call the file.

    Raises:
        RecallError: there is a card whose id cannot be written so that all else means the same.
    """
    reading = read_bytes(data, name)
    ids = new_ids(reading.deck) if reading.deck else {}
    if not reading.deck or not ids:
        return Formatted(data, (), reading)
    text = data.decode("utf-8")
    head = _MARK if text.startswith(_MARK) else ""
    pieces = insertions(source_of(data, name), ids)
    written = (head + spliced(text.removeprefix(_MARK), pieces)).encode("utf-8")
    after = read_bytes(written, name)
    if not after.deck or not _same(reading, after, ids):
        raise RecallError(
            "ids cannot be written into this file without a change to what it says",
            where=name,
            mend="write the ids by hand, or one card a line: - q: …",
        )
    given = [
        Given(reading.deck.cards[place].line, after.deck.cards[place].line, card)
        for place, card in ids.items()
    ]
    return Formatted(written, tuple(given), reading)


def _same(before: Reading, after: Reading, ids: dict[int, str]) -> bool:
    """Whether a file means what it meant, but for the ids that cards got."""
    if not before.deck or not after.deck:
        return False
    if sorted(each.rule for each in before.problems) != sorted(
        each.rule for each in after.problems
    ):
        return False
    return _placeless(before.deck, ids) == _placeless(after.deck, {})


def _placeless(deck: Deck, ids: dict[int, str]) -> Deck:
    cards = (
        card._replace(id=ids.get(place, card.id), line=0) for place, card in enumerate(deck.cards)
    )
    return deck._replace(cards=tuple(cards))
