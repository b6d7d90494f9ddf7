"""Decks of a few cards for the rules."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest

from recall.decks.lint.run import lint
from recall.decks.read import read_bytes


def deck_text(*cards: str, head: str = "") -> str:
    bodies = "".join(f"  -\n{indent(dedent(card).strip(), '    ')}\n" for card in cards)
    return f"recall: 1\ndeck: t\ntitle: T\n{head}cards:\n{bodies}"


def problems(text: str, release: bool = False):
    data = text.encode()
    reading = read_bytes(data, "t.yaml")
    assert reading.deck, [each.render() for each in reading.problems]
    return lint(reading, data, release=release)


@pytest.fixture
def found():
    """The problems of a deck of these cards."""

    def look(*cards: str, head: str = "", release: bool = False):
        return problems(deck_text(*cards, head=head), release)

    return look


@pytest.fixture
def rules(found):
    """The names of the rules that find something in a deck of these cards, in order."""

    def look(*cards: str, head: str = "", release: bool = False):
        return [each.rule for each in found(*cards, head=head, release=release)]

    return look
