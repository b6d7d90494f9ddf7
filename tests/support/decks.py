"""A deck of some cards in one line each."""

from __future__ import annotations

from recall.decks.model import Deck
from recall.decks.read import read_bytes


def deck(*cards: str, name: str = "team", was: str = "[]") -> Deck:
    """The deck of cards written in YAML's flow style, without their braces."""
    text = f"recall: 1\ndeck: {name}\ntitle: T\nwas: {was}\ncards:\n"
    body = "".join(f"- {{{card}}}\n" for card in cards) or " []"
    reading = read_bytes((text + body).encode(), "team.yaml")
    assert reading.deck, [problem.render() for problem in reading.problems]
    return reading.deck
