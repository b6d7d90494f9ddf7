"""The settings while the app runs: in force, written to their file, and taken over at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from recall.settings import Settings

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.tui.screens.view import Host


class Steering:
    """What lists of settings ask for: the values in force, the file, and everything that changes
    with them."""

    def __init__(self, host: Host, collection: Collection, file: Path) -> None:
        self.host = host
        self.file = file
        self._collection = collection

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.host.settings

    def decks(self) -> list[tuple[str, str]]:
        """Id and title of every deck at hand, those that are off among them."""
        return [(each.deck.id, each.deck.title) for each in self._collection.library.loaded]

    def save(self, name: str, value: Any) -> Settings:
        """Write one setting and give back all; plans follow them from now on. Blocks.

        Raises:
            RecallError: it cannot be written, or the file is broken.
        """
        from recall.settings.write import save_setting

        settings = save_setting(self.file, name, value)
        self._collection.take_settings(settings)
        return settings


def switched_off(settings: Settings) -> frozenset[str]:
    """Actions that the settings take out of the app."""
    off: set[str] = set()
    if settings.two_buttons:
        off |= {"hard", "easy"}
    if not settings.confidence:
        off.add("not_sure")
    return frozenset(off)
