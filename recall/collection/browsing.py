"""Browsing: all cards of a collection in rows that keep up with what is set for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recall.collection.card_page import card_page
from recall.collection.every_card import EveryCard
from recall.collection.finding import Finder
from recall.collection.lasting import lasting
from recall.collection.setting_cards import CardSetter

if TYPE_CHECKING:
    from recall.collection.collection import Collection


class Browser:
    """The cards of a collection in rows. Making one blocks on the store, and takes a second where
    there are a hundred thousand cards.

    Attributes:
        finder: the rows, and what a query finds among them.
        setter: sets things for cards; ``look_again`` makes their rows follow.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self.setter = CardSetter(collection)
        self._read()

    def _read(self) -> None:
        self._library = self._collection.library
        self._every = EveryCard(self._collection)
        with lasting():
            self.finder = Finder(tuple(self._every.rows()))

    def prepare_pages(self) -> None:
        """Make the page of a card for nobody: the first one that is opened then takes no longer
        than any other, as all that pages need was imported and prepared. Blocks."""
        if self.finder.rows:
            card_page(self._collection, self.finder.rows[0].name)

    def set_cards(self, names: Sequence[str], what: str) -> str:
        """Set something for cards, and make their rows anew. Blocks; see ``CardSetter``."""
        done = self.setter.set_cards(names, what)
        self.look_again(names)
        return done

    def undo(self) -> int:
        """Take back the last thing done; gives for how many cards, 0 where nothing is left."""
        names = self.setter.undo()
        self.look_again(names)
        return len(names)

    def look_again(self, names: Sequence[str]) -> None:
        """Make the rows of some cards anew; all rows where the decks were read again meanwhile."""
        if self._collection.library is not self._library:
            self._read()
            return
        known = [name for name in names if self.finder.number(name) is not None]
        if known:
            self.finder.replace(self._every.again(known))
