"""The bytes of a deck file that was made here, read back before anybody sees them."""

from __future__ import annotations

from recall.decks.model import Deck
from recall.decks.read import read_bytes
from recall.errors import RecallError
from recall.transfer.yaml_text import yaml_text


def deck_bytes(deck: Deck, name: str, comment: str = "") -> bytes:
    """The file of a deck, read back and compared with it.

    Raises:
        RecallError: it would not mean the same, say because a deck may not be so large.
    """
    data = yaml_text(deck, comment).encode()
    reading = read_bytes(data, name)
    if reading.deck is None:
        first = next(problem for problem in reading.problems if problem.is_error)
        raise RecallError(
            f"no deck can be made of it: {first.message}", where=name, mend=first.help
        )
    if _bare(reading.deck) != _bare(deck):
        raise RecallError("the deck read back is not the one that was made", where=name)
    return data


def _bare(deck: Deck) -> Deck:
    """The deck without the lines of its cards, which depend on how it is written."""
    return deck._replace(cards=tuple(card._replace(line=0) for card in deck.cards))
