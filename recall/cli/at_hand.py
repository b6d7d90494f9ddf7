"""The decks at hand, for commands that work on files and open no progress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recall.decks.library import Library, Place, load_library
from recall.paths import extra_deck_folders, shipped_decks_folder, user_decks_folder


def library_at_hand(paths: Sequence[Path] = ()) -> Library:
    """The decks of some files and folders, of ``RECALL_DECKS``, the learner's own, the shipped."""
    places = [
        *(Place(path, "path") for path in paths),
        *(Place(folder, "extra") for folder in extra_deck_folders()),
        Place(user_decks_folder(), "user"),
        Place(shipped_decks_folder(), "shipped"),
    ]
    return load_library(places, lambda digest: None)
