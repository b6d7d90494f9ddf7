"""A card's page, over the place from which it was opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recall.session.browsing import done_to
from recall.session.words import WORDS
from recall.tui.draw.card_page import card_page as drawn
from recall.tui.draw.room import Page, Room
from recall.tui.places import CARD_PAGE

if TYPE_CHECKING:
    from recall.collection.card_page import CardPage
    from recall.collection.setting_cards import CardSetter
    from recall.tui.screens.view import Learner

SETTINGS = {
    "put_away": "hide",
    "not_today": "not today",
    "mark": "mark",
    "start_again": "start again",
}
"""What the keys that set a card set, as ``collection.setting_cards`` calls it."""
STEP = 3


class CardView:
    """Everything about one card; leaving goes back."""

    place = CARD_PAGE

    def __init__(
        self, learner: Learner, page: CardPage, setter: CardSetter, back: Callable[[], None]
    ) -> None:
        self._learner, self._host = learner, learner.host
        self._page, self._setter, self._back = page, setter, back
        self._offset = 0

    def draw(self, room: Room) -> Page:
        """All rows of the page."""
        host = self._host
        page, self._offset = drawn(room, self._page, host.keymap, self._offset, host.message)
        return page

    def act(self, name: str) -> None:
        """Scroll, set something for the card, practise it, or go back."""
        if name in ("back", "quit"):
            self._back()
        elif name in ("scroll_down", "scroll_up"):
            self._offset += STEP if name == "scroll_down" else -STEP
            self._host.redraw()
        elif name in SETTINGS:
            self._set(SETTINGS[name])
        elif name == "undo":
            self._undo()
        elif name == "practise":
            practise_cards(self._learner, [self._page.name])
        elif name == "edit":
            self._edit()

    def _edit(self) -> None:
        """Open the card in the learner's editor, then read it again."""
        from recall.tui.deck_editing import edit_in_deck

        def then(said: str) -> None:
            if said:
                self._host.say(said)
            self._read_again()

        edit_in_deck(self._learner, self._page.name, then)

    def _set(self, what: str) -> None:
        card, setter, host = self._page.name, self._setter, self._host

        def then(done: str) -> None:
            host.say(done_to(done, 1, host.keymap.first("undo")))
            self._read_again()

        host.wait()
        host.work(lambda: setter.set_cards([card], what), then)

    def _undo(self) -> None:
        def then(names: tuple[str, ...]) -> None:
            self._host.say(WORDS["undone" if names else "nothing to undo"])
            self._read_again()

        self._host.wait()
        self._host.work(self._setter.undo, then)

    def _read_again(self) -> None:
        from recall.collection.card_page import card_page

        collection, name = self._learner.collection, self._page.name

        def then(page: CardPage) -> None:
            self._page = page
            self._host.show(self)

        self._host.work(lambda: card_page(collection, name), then)


def open_card(
    learner: Learner, name: str, back: Callable[[], None], setter: CardSetter | None = None
) -> None:
    """Show the page of a card, by its name or by that of one of its prompts.

    Args:
        back: shows the place to go back to.
        setter: sets things for cards and takes them back; one of its own where none is given.
    """
    from recall.collection.card_page import card_page
    from recall.collection.setting_cards import CardSetter

    collection, host = learner.collection, learner.host
    chosen = setter or CardSetter(collection)
    host.wait()
    host.work(
        lambda: card_page(collection, name),
        lambda page: host.show(CardView(learner, page, chosen, back)),
    )


def practise_cards(learner: Learner, names: list[str]) -> None:
    """Practise the questions of some cards, or say that there are none."""
    from recall.collection.practising import prompts_of

    prompts = prompts_of(learner.collection, names)
    if prompts:
        learner.practise(prompts)
    else:
        learner.host.say("No deck has these cards any more.")
        learner.host.redraw()
