"""The cards of a deck in a list: typing searches, Enter shows one."""

from __future__ import annotations

from typing import Protocol

from recall.decks.model import Deck
from recall.session.leafing import Leaf, haystack, matching
from recall.tui.draw.preview_list import list_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import PREVIEW_LIST
from recall.tui.screens.view import Host, View

PAGE = 10
STEPS = {"next_line": 1, "previous_line": -1, "next_page": PAGE, "previous_page": -PAGE}


class Leafed(View, Protocol):
    """A deck that is being leafed through."""

    deck: Deck
    leaf: Leaf

    def go_to(self, leaf: Leaf) -> None:
        """Show a question of the deck."""


class PreviewListView:
    """Over the preview that it was asked for from; the deck may change meanwhile."""

    place = PREVIEW_LIST

    def __init__(self, host: Host, under: Leafed) -> None:
        self._host = host
        self._under = under
        self._kept = host.typed
        self._deck: Deck | None = None
        self._found: list[int] = []
        self._selected = 0
        host.fill_field()
        self._search("")
        self._selected = under.leaf.card

    def draw(self, room: Room) -> Page:
        """All rows of the list."""
        host = self._host
        if self._under.deck is not self._deck:
            self._search(host.typed)
        deck = self._under.deck
        return list_page(
            room, deck, self._found, self._selected, host.keymap, self.place, host.message
        )

    def act(self, name: str) -> None:
        """Search, choose, show the chosen card, or go back."""
        if name == "typed":
            self._search(self._host.typed)
        elif name in STEPS:
            self._select(self._selected + STEPS[name])
        elif name == "open" and self._found:
            self._close(self._found[self._selected])
            return
        elif name.startswith("card:"):
            self._close(self._found[int(name.partition(":")[2])])
            return
        elif name == "back":
            self._close(None)
            return
        self._host.redraw()

    def _search(self, words: str) -> None:
        if self._under.deck is not self._deck:
            self._deck = self._under.deck
            self._texts = haystack(self._deck)
        at = self._found[self._selected] if self._found else 0
        self._found = matching(self._texts, words)
        self._select(self._found.index(at) if at in self._found else 0)

    def _select(self, at: int) -> None:
        self._selected = max(0, min(at, len(self._found) - 1))

    def _close(self, card: int | None) -> None:
        self._host.show(self._under)
        if card is not None:
            self._under.go_to(Leaf(card))
        else:
            self._host.fill_field(self._kept)
