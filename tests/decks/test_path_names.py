"""A learning path that names what no deck has is told so, at the place of the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from recall.decks.library import Broken, Library, Loaded
from recall.decks.path_names import checked_paths
from recall.decks.read import read_bytes

DECK = """\
recall: 1
deck: pdca
title: PDCA
cards:
  - id: plan
    q: What comes first?
    a: Plan.
    tags: [essential]
  - id: check
    was: [control]
    q: What comes third?
    a: Check.
  - id: later
    q: What comes later?
    a: Act.
    draft: true
"""
PATHS = """\
recall: 1
paths:
  - id: one
    title: One
    steps:
      - title: First
        cards:
          - pdca/plan
          - pdca/plam
          - pdca/control
          - pdca/later
          - pcda/plan
      - decks: [pdca, lean]
        tags: [essential, esential]
      - tags: [nowhere]
"""


def library(broken: str = "") -> Library:
    deck = read_bytes(DECK.encode(), "pdca.yaml").deck
    assert deck is not None
    gone = Broken(Path("x.yaml"), "user", (), broken)
    return Library((Loaded(deck, Path("pdca.yaml"), "", "user", True),), (gone,) if broken else ())


@pytest.fixture
def checked(tmp_path):
    def check(text: str, at_hand: Library):
        file = tmp_path / "paths.yaml"
        file.write_text(text, encoding="utf-8")
        return checked_paths(file, at_hand)

    return check


def test_every_name_that_no_deck_has_is_told_at_its_place_with_the_mend(checked):
    reading = checked(PATHS, library())
    told = [(each.line, each.column, each.rule, each.help) for each in reading.problems]
    assert told == [
        (9, 13, "unknown-card", "did you mean 'pdca/plan'?"),
        (10, 13, "unknown-card", "it is called 'pdca/check' now"),
        (12, 13, "unknown-card", "did you mean 'pdca'?"),
        (13, 23, "unknown-deck", ""),
        (14, 27, "unknown-tag", "did you mean 'essential'?"),
        (15, 16, "unknown-tag", ""),
    ]
    assert reading.problems[0].message == "the deck 'pdca' has no card 'plam'"
    assert "^^^^^^^^^" in reading.problems[0].render()


def test_a_path_with_unknown_names_can_be_walked_all_the_same(checked):
    (path,) = checked(PATHS, library()).paths
    assert len(path.steps) == 3


def test_nothing_is_said_of_a_deck_that_cannot_be_read_just_now(checked):
    text = PATHS.replace("pcda/plan", "lean/x").replace("[nowhere]", "[essential]")
    told = [each.line for each in checked(text, library("lean")).problems]
    assert told == [9, 10]


def test_what_is_wrong_with_the_form_of_the_file_is_told_too(checked):
    reading = checked(PATHS.replace("title: One", "titel: One"), library())
    assert reading.paths == ()
    assert [each.rule for each in reading.problems][:2] == ["missing-key", "unknown-key"]
