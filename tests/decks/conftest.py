"""Decks for the tests: written as an author writes them, and read as the app reads them."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent, indent

import pytest

from recall.decks.model import Card, Deck
from recall.decks.problems import Problem
from recall.decks.read import Reading, read_bytes

HEAD = "recall: 1\ndeck: team\ntitle: Team\n"


def read_text(text: str, name: str = "team.yaml") -> Reading:
    return read_bytes(text.encode("utf-8", "surrogatepass"), name)


def with_cards(cards: str, head: str = HEAD) -> str:
    return f"{head}cards:\n{indent(dedent(cards).strip(), '  ')}\n"


@pytest.fixture
def deck_of() -> Callable[..., Deck]:
    """The deck that cards make; there must be no problem with them."""

    def make(cards: str, head: str = HEAD) -> Deck:
        reading = read_text(with_cards(cards, head))
        assert [problem.render() for problem in reading.problems if problem.is_error] == []
        assert reading.deck
        return reading.deck

    return make


@pytest.fixture
def card_of(deck_of: Callable[..., Deck]) -> Callable[[str], Card]:
    """The one card of a deck that has nothing else."""
    return lambda card: deck_of(card).cards[0]


@pytest.fixture
def problems_of() -> Callable[[str], list[Problem]]:
    """The problems of a whole file."""
    return lambda text: list(read_text(text).problems)


@pytest.fixture
def found_in() -> Callable[..., list[tuple[int, int, str]]]:
    """Line, column and rule of each problem of some cards; the cards begin on line 5."""

    def find(cards: str, head: str = HEAD) -> list[tuple[int, int, str]]:
        reading = read_text(with_cards(cards, head))
        return [(each.line, each.column, each.rule) for each in reading.problems]

    return find
