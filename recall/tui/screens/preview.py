"""A deck as learners will see it, card by card, while its author works on it."""

from __future__ import annotations

from pathlib import Path

from recall.clock import Ticker
from recall.decks.model import Deck
from recall.decks.problems import Problem
from recall.session.leafing import Leaf, leaf_after, turn
from recall.session.rehearsal import Rehearsal
from recall.tui.draw.preview import Shown, broken_page, preview_page
from recall.tui.draw.room import Page, Room
from recall.tui.editing import edit_card
from recall.tui.places import PREVIEW_BROKEN
from recall.tui.screens.review import ReviewView
from recall.tui.screens.view import Host
from recall.tui.watcher import Seen

LAST, FIRST = "That was the last card.", "This is the first card."
GONE = "The card that was here is gone; this one stands in its place."


class PreviewView:
    """One question on the screen, answered as in a session; nothing is recorded.

    Args:
        deck: a deck with a card at least.
        leaf: where to begin.
    """

    def __init__(
        self,
        host: Host,
        path: Path,
        deck: Deck,
        rivals: frozenset[str],
        leaf: Leaf,
        ticker: Ticker,
    ) -> None:
        self._host = host
        self._path = path
        self._rivals = rivals
        self._ticker = ticker
        self.deck = deck
        self.leaf = leaf
        self.problems: tuple[Problem, ...] = ()
        self._ask()

    @property
    def place(self) -> str:
        """That of the question, as the registry has it for previews."""
        return self._review.place

    def draw(self, room: Room) -> Page:
        """All rows: the card, and what is wrong with the newest save above it."""
        shown = Shown(self.deck, self.leaf, self.problems)
        return preview_page(room, shown, self._review.draw)

    def act(self, name: str) -> None:
        """Leaf through the deck, edit it, leave; anything else is the question's own."""
        if name in ("next_card", "previous_card"):
            self._turn(1 if name == "next_card" else -1)
        elif name == "list_cards":
            from recall.tui.screens.preview_list import PreviewListView

            self._host.show(PreviewListView(self._host, self))
        elif name == "edit":
            self.edit()
        elif name == "ask_again":
            self.go_to(self.leaf)
        elif name in ("quit", "back") and not self._review.typing:
            self._host.leave()
        else:
            self._review.act(name)

    def go_to(self, leaf: Leaf) -> None:
        """Ask a question of the deck, as if it had not been seen."""
        self.leaf = leaf
        self._ask()
        self._host.fill_field()
        self._host.redraw()

    def edit(self) -> None:
        """Open the file where the card stands, or where its newest save is broken."""
        line = self.deck.cards[self.leaf.card].line
        if self.problems and self.problems[0].line:
            line = self.problems[0].line
        said = edit_card(self._host, self._path, line)
        if said:
            self._host.say(said)
        self._host.redraw()

    def take(self, seen: Seen) -> None:
        """Show what was just saved; one stays at the card, and its answer stays open."""
        self.problems = seen.problems
        if seen.deck is not None:
            old, self.deck, self._rivals = self.deck, seen.deck, seen.rivals
            self.leaf, same = leaf_after(old, seen.deck, self.leaf)
            if same:
                card = seen.deck.cards[self.leaf.card]
                part = card.parts[self.leaf.part]
                self._rehearsal.change(seen.deck, card, part, seen.rivals)
                self._review.refit()
            else:
                self._ask()
                if self._host.view is self:
                    self._host.fill_field()
                self._host.say(GONE)
        self._host.redraw()

    def _turn(self, by: int) -> None:
        leaf = turn(self.deck, self.leaf, by)
        if leaf == self.leaf:
            self._host.say(LAST if by > 0 else FIRST)
        self.go_to(leaf)

    def _ask(self) -> None:
        card = self.deck.cards[self.leaf.card]
        self._rehearsal = Rehearsal(
            self.deck,
            card,
            card.parts[self.leaf.part],
            rivals=self._rivals,
            ticker=self._ticker,
        )
        self._review = ReviewView(self._host, self._rehearsal, self._graded, previewed=True)

    def _graded(self, review: ReviewView[Rehearsal]) -> None:
        self._turn(1)


class BrokenView:
    """A file that has no version yet that can be shown: its problems, in words."""

    place = PREVIEW_BROKEN

    def __init__(self, host: Host, path: Path, problems: tuple[Problem, ...]) -> None:
        self._host = host
        self._path = path
        self.problems = problems
        self._offset = 0

    def draw(self, room: Room) -> Page:
        """All rows: every problem with its mend."""
        host = self._host
        page, self._offset = broken_page(
            room,
            self._path.name,
            self.problems,
            host.keymap,
            self.place,
            self._offset,
            host.message,
        )
        return page

    def act(self, name: str) -> None:
        """Scroll, edit at the first problem, or leave."""
        if name in ("scroll_down", "scroll_up"):
            self._offset += 1 if name == "scroll_down" else -1
        elif name == "edit":
            line = self.problems[0].line if self.problems else 1
            said = edit_card(self._host, self._path, max(1, line))
            if said:
                self._host.say(said)
        elif name in ("quit", "back"):
            self._host.leave()
        self._host.redraw()
