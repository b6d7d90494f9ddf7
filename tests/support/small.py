"""A deck of three plain questions in a folder of its own, for an app that opens a collection."""

from __future__ import annotations

from pathlib import Path

from recall.decks.library import Place

SMALL = """\
recall: 1
deck: small
title: Small
cards:
  - id: first
    q: What comes first?
    a: Alpha.
  - id: second
    q: What comes second?
    a: Beta.
  - id: third
    q: What comes third?
    a: Gamma.
"""


def small_deck(folder: Path) -> list[Place]:
    """Write the deck to ``decks/small.yaml`` in a folder; where decks are looked for then."""
    decks = folder / "decks"
    decks.mkdir()
    (decks / "small.yaml").write_text(SMALL, encoding="utf-8")
    return [Place(decks, "user")]
