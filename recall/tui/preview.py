"""A trainer's way through the app: one deck file, read again whenever it is saved."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from pathlib import Path

from recall.clock import Ticker, system_ticker
from recall.decks.model import Deck
from recall.errors import RecallError
from recall.session.leafing import Leaf, leaf_of
from recall.tui.screens.preview import BrokenView, PreviewView
from recall.tui.screens.view import Host
from recall.tui.watcher import Seen, Watcher


class PreviewJourney:
    """Shows a deck file; opens no store and writes nothing.

    Args:
        card: the id of the card to begin with, "" for the first.
    """

    host: Host

    def __init__(self, path: Path, card: str = "", ticker: Ticker = system_ticker) -> None:
        self._path = path
        self._card = card
        self._ticker = ticker
        self._watcher = Watcher(path, self._heard, self._crashed)
        self._preview: PreviewView | None = None
        self._broken: BrokenView | None = None

    def start(self, host: Host) -> None:
        """Read the deck, show it, and watch it from then on."""
        self.host = host
        host.work(self.read, self._arrive)

    def open_settings(self) -> None:
        """A preview changes nothing: say where settings are changed."""
        self.host.say("Settings are changed outside of a preview: recall settings")

    def close(self) -> None:
        """Watch no more."""
        self._watcher.stop()

    def read(self) -> tuple[Seen, Leaf]:
        """The deck and where to begin in it. Blocks.

        Raises:
            RecallError: the file is one of learning paths, or the deck has no such card.
        """
        seen = self._watcher.first()
        if seen.is_paths:
            raise RecallError("this file holds learning paths, no deck", where=str(self._path))
        return seen, self._beginning(seen.deck) if seen.deck else Leaf(0)

    def _beginning(self, deck: Deck) -> Leaf:
        if not self._card:
            return Leaf(0)
        leaf = leaf_of(deck, self._card)
        if leaf is None:
            near = get_close_matches(self._card, [card.id for card in deck.cards], 1)
            mend = f"did you mean {near[0]}?" if near else "without --card, / lists them all"
            raise RecallError(f"no card has the id {self._card}", where=str(self._path), mend=mend)
        return leaf

    def _arrive(self, first: tuple[Seen, Leaf]) -> None:
        self._show(*first)
        self._watcher.start()

    def _show(self, seen: Seen, leaf: Leaf) -> None:
        if seen.deck is None:
            self._broken = BrokenView(self.host, self._path, seen.problems)
            self.host.show(self._broken)
            return
        self._preview = PreviewView(
            self.host, self._path, seen.deck, seen.rivals, leaf, self._ticker
        )
        self.host.show(self._preview)

    def _heard(self, seen: Seen) -> None:
        self.host.soon(partial(self._take, seen))

    def _take(self, seen: Seen) -> None:
        if self._preview is not None:
            self._preview.take(seen)
        elif seen.deck is None and self._broken is not None:
            self._broken.problems = seen.problems
            self.host.redraw()
        elif seen.deck is not None:
            self._show(seen, leaf_of(seen.deck, self._card) or Leaf(0))

    def _crashed(self, fault: BaseException) -> None:
        def again() -> None:
            raise fault

        self.host.soon(again)
