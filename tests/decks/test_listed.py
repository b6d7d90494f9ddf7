"""What tells a card from the others in a list."""

from __future__ import annotations

import pytest

from recall.decks.listed import line_of
from recall.decks.read import read_bytes


@pytest.mark.parametrize(
    ("card", "line"),
    [
        ("{q: What is it?, a: This}", "What is it?"),
        ('{q: "What\\n\\nis it?", a: This}', "What is it?"),
        ("{case: A line stops., q: Why?, a: It must., why: So}", "A line stops."),
        ("{cloze: 'A {{standard|hint}} is {{held}}.'}", "A standard is held."),
        ("{compare: [A, B], rows: {pace: [x, y], size: [x, z]}}", "A or B: pace; size"),
    ],
)
def test_each_kind_is_told_by_what_it_asks(card: str, line: str) -> None:
    deck = read_bytes(f"recall: 1\ndeck: d\ntitle: D\ncards:\n- {card}\n".encode(), "d.yaml").deck
    assert deck is not None
    assert line_of(deck.cards[0]) == line
