"""A card in a list: what tells it from the others, in words."""

from __future__ import annotations

from recall.decks.gaps import filled
from recall.decks.model import CLOZE, COMPARISON, Card


def line_of(card: Card) -> str:
    """The question of a card, on one line: of a scenario the case, of a cloze its filled text."""
    if card.case:
        text = card.case
    elif card.kind == CLOZE:
        text = filled(card.text)
    elif card.kind == COMPARISON:
        text = f"{' or '.join(card.sides)}: {'; '.join(row.aspect for row in card.rows)}"
    else:
        text = card.text
    return " ".join(text.split())
