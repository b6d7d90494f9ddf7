"""A deck changed within one card is known without reading all of it again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.glance import glance
from recall.decks.model import Deck
from recall.decks.read import read_bytes

TEXT = """\
# Our deck.
recall: 1
deck: ours
title: Ours
tags: [lean]
sources:
  liker04: Liker (2004)
modules:
  - id: first
    title: First
    cards:
      - id: one
        q: What is one?
        a: |
          The first of all.

          And the smallest.
        source: liker04
      # A remark about two.
      - id: two
        q: What is two?
        a: The second.
  - id: second
    title: Second
    cards:
      - q: What has no id?
        a: This card.
      - id: four
        cloze: Four is {{twice}} two.
"""


def deck_of(text: str) -> Deck | None:
    return read_bytes(text.encode(), "ours.yaml").deck


def glanced(new: str, old: str = TEXT) -> Deck | None:
    deck = deck_of(old)
    assert deck is not None
    return glance(old.encode(), deck, new.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What is one?", "Which comes first?"),
        ("And the smallest.", "And the smallest.\n\n          By far."),
        ("        a: The second.\n", "        a: The second.\n        why: It follows.\n"),
        ("      - q: What has no id?", "      - id: three\n        q: What has no id?"),
        ("What has no id?", "Which card has no id?"),
        ("{{twice}} two", "{{two|a number}} and {{two}}"),
        ("        source: liker04\n", ""),
        ("twice}} two.\n", "twice}} two"),
    ],
)
def test_one_changed_card_gives_the_deck_that_a_whole_reading_gives(old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    changed = TEXT.replace(old, new)
    assert glanced(changed) == deck_of(changed)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Ours", "title: Theirs"),
        ("    title: Second", "    title: Another"),
        ("q: What is two?", "qq: What is two?"),
        ("id: two", "id: one"),
        ("a: The second.", "a: The second.\n      - id: new\n        q: New?\n        a: Yes."),
        ("      - id: two\n        q: What is two?\n        a: The second.\n", ""),
        ("q: What is two?", 'q: "What is two?'),
        ("source: liker04\n      # A remark", "source: none\n      # The remark"),
    ],
)
def test_anything_else_takes_a_whole_reading(old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert glanced(TEXT.replace(old, new)) is None


def test_nothing_changed_gives_the_same_deck() -> None:
    assert glanced(TEXT) in (None, deck_of(TEXT))


@given(
    start=st.integers(0, len(TEXT)),
    length=st.integers(0, 60),
    new=st.text("ab :-#\n{}|[]\"'", max_size=20),
)
@settings(deadline=None, derandomize=True, max_examples=400)
def test_a_glance_never_tells_what_a_whole_reading_denies(
    start: int, length: int, new: str
) -> None:
    changed = TEXT[:start] + new + TEXT[start + length :]
    found = glanced(changed)
    assert found is None or found == deck_of(changed)
