"""Where decks are looked for on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recall import paths as machine
from recall.decks.library import Place


def deck_places(paths: Sequence[Path] = ()) -> tuple[Place, ...]:
    """Where decks are looked for, those that win first."""
    return (
        *(Place(path, "path") for path in paths),
        *(Place(folder, "extra") for folder in machine.extra_deck_folders()),
        Place(machine.user_decks_folder(), "user"),
        Place(machine.shipped_decks_folder(), "shipped"),
    )
