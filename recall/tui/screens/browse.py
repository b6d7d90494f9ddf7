"""Browsing: search as you type, choose cards, and do something with those chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from recall.session import browsing as words
from recall.session.query import EVERY_CARD, Query
from recall.session.query_text import UnclearQuery, parse_query
from recall.session.words import WORDS
from recall.tui.draw.browse import Browse, browse_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import BROWSE, SEARCHING
from recall.tui.screens.card_page import SETTINGS, open_card, practise_cards
from recall.tui.screens.choosing import Chosen, Cursor

if TYPE_CHECKING:
    from recall.collection.browsing import Browser
    from recall.tui.screens.view import Learner


class BrowseView:
    """All cards in rows, those found by what stands in the search."""

    def __init__(
        self, learner: Learner, browser: Browser, search: str = "", sort: str = "deck"
    ) -> None:
        self._learner, self._host = learner, learner.host
        self._browser = browser
        self._search, self._sort = search, sort
        self._query: Query = EVERY_CARD
        self._problem = ""
        self._typing = not search
        self._cursor = Cursor()
        self._chosen = Chosen()
        self._host.fill_field(search)
        self._find()

    @property
    def place(self) -> str:
        """Whether the search is being typed."""
        return SEARCHING if self._typing else BROWSE

    def draw(self, room: Room) -> Page:
        """The search, and the rows in the window."""
        rows, found, cursor = self._browser.finder.rows, self._found, self._cursor
        cursor.show(room.body_rows)
        visible = found[cursor.first : cursor.first + room.body_rows]
        view = Browse(
            self._typing,
            self._search,
            [rows[number] for number in visible],
            cursor.first,
            cursor.at,
            len(found),
            self._chosen.names,
            self._sort,
            self._learner.collection.today,
            self._problem,
            words.NOTHING_FOUND if rows else words.NO_CARDS,
            self._host.message,
        )
        return browse_page(room, view, self._host.keymap)

    def act(self, name: str) -> None:
        """Search, move, choose, act on what is chosen, or go back."""
        if name == "typed":
            if self._typing and self._host.typed != self._search:
                self._search = self._host.typed
                self._find()
                self._host.redraw()
        elif name in ("back", "quit"):
            self._back()
        elif name in ("search", "to_list"):
            self._type(name == "search")
        elif name == "order":
            self._order()
        elif self._cursor.move(name, len(self._found)):
            self._typing = self._typing and not name.startswith("row:")
            self._host.redraw()
        else:
            self._act_on_cards(name)

    def _act_on_cards(self, name: str) -> None:
        if not self._found:
            return
        if name in ("choose_card", "choose_range", "choose_all"):
            self._choose(name)
        elif name == "open":
            open_card(
                self._learner, self._here, self._shown_again(self._here), self._browser.setter
            )
        elif name in SETTINGS:
            self._set(SETTINGS[name])
        elif name == "undo":
            self._undo()
        elif name == "edit":
            self._edit()
        elif name == "practise":
            practise_cards(self._learner, self._acted_on)

    @property
    def _here(self) -> str:
        return self._browser.finder.rows[self._found[self._cursor.at]].name

    @property
    def _acted_on(self) -> list[str]:
        return self._chosen.acted_on(self._names(0, len(self._found)), self._here)

    def _names(self, first: int, end: int) -> list[str]:
        rows = self._browser.finder.rows
        return [rows[number].name for number in self._found[first:end]]

    def _find(self) -> None:
        self._problem = ""
        try:
            self._query = parse_query(self._search)
        except UnclearQuery as fault:
            self._problem = words.unclear(fault)
        self._found = self._browser.finder.find(self._query, self._sort)
        self._cursor = Cursor()

    def _type(self, typing: bool) -> None:
        self._typing = typing
        if typing:
            self._host.fill_field(self._search)
        self._host.redraw()

    def _back(self) -> None:
        if self._typing:
            self._type(False)
        else:
            self._host.wait()
            self._learner.go_home()

    def _order(self) -> None:
        orders = list(words.SORT_WORDS)
        self._sort = orders[(orders.index(self._sort) + 1) % len(orders)]
        self._find()
        self._host.say(f"{words.SORT_WORDS[self._sort].capitalize()}.")
        self._host.redraw()

    def _choose(self, name: str) -> None:
        if name == "choose_card":
            self._chosen.toggle([self._here])
            self._cursor.anchor = self._cursor.at
            self._cursor.move("next_line", len(self._found))
        elif name == "choose_range":
            first, last = sorted((self._cursor.anchor, self._cursor.at))
            self._chosen.add(self._names(first, last + 1))
        else:
            self._chosen.toggle(self._names(0, len(self._found)))
        self._host.redraw()

    def _set(self, what: str) -> None:
        names, browser, host = self._acted_on, self._browser, self._host

        def then(done: str) -> None:
            host.say(words.done_to(done, len(names), host.keymap.first("undo")))
            self._found_again()

        host.wait()
        host.work(lambda: browser.set_cards(names, what), then)

    def _undo(self) -> None:
        def then(cards: int) -> None:
            said = WORDS["undone"] if cards else WORDS["nothing to undo"]
            self._host.say(said)
            self._found_again()

        self._host.wait()
        self._host.work(self._browser.undo, then)

    def _edit(self) -> None:
        """Open the card at hand in the learner's editor, then read all cards again."""
        from recall.tui.deck_editing import edit_in_deck

        name = self._here

        def then(said: str) -> None:
            if said:
                self._host.say(said)
            self._shown_again(name)()

        edit_in_deck(self._learner, name, then)

    def _shown_again(self, name: str) -> Callable[[], None]:
        """What shows this place again, with the row of a card as it is then."""
        browser, host = self._browser, self._host

        def back() -> None:
            host.wait()
            host.work(lambda: browser.look_again([name]), lambda _: self._found_again())

        return back

    def _found_again(self) -> None:
        """Search again among rows that have changed, the cursor as near as may be."""
        at = self._cursor
        self._found = self._browser.finder.find(self._query, self._sort)
        at.stay_within(len(self._found))
        self._host.show(self)


def browse(learner: Learner) -> None:
    """Read all cards, and show them."""
    from recall.collection.browsing import Browser

    collection, host = learner.collection, learner.host
    host.wait()
    host.work(lambda: Browser(collection), lambda browser: show_cards(learner, browser))


def show_cards(learner: Learner, browser: Browser, search: str = "", sort: str = "deck") -> None:
    """Show the cards that a search finds; what their pages need is prepared meanwhile."""
    host = learner.host
    host.show(BrowseView(learner, browser, search, sort))
    host.after_paint(lambda: host.work(browser.prepare_pages, lambda _: None))
