"""What to practise without rescheduling it: what was hard today, a deck, a tag, or a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recall.tui.draw.practice import practice_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import PRACTISE
from recall.tui.screens.choosing import Cursor

if TYPE_CHECKING:
    from recall.collection.practising import Practice
    from recall.tui.screens.view import Learner, View


class PracticeView:
    """A list of what there is; leaving goes back to where one was."""

    place = PRACTISE

    def __init__(self, learner: Learner, found: tuple[Practice, ...], under: View) -> None:
        hard = tuple(each for each in found if each.sort == "hard today")
        others = tuple(each for each in found if each not in hard)
        self._listed: tuple[Practice | None, ...] = (*hard, None, *others)
        self._learner, self._host, self._under = learner, learner.host, under
        self._cursor = Cursor()

    def draw(self, room: Room) -> Page:
        """All rows of the choice."""
        host = self._host
        return practice_page(room, self._listed, self._cursor.at, host.keymap, host.message)

    def act(self, name: str) -> None:
        """Move, begin, or go back."""
        if name == "open":
            chosen = self._listed[self._cursor.at]
            if chosen is None:
                self._learner.browse()
            else:
                from recall.collection.practising import weakest_first

                self._learner.practise(weakest_first(self._learner.collection, chosen.prompts))
        elif name in ("back", "quit"):
            self._host.show(self._under)
        elif self._cursor.move(name, len(self._listed)):
            self._host.redraw()


def choose_practice(learner: Learner, under: View) -> None:
    """Show what there is to practise, over a place to go back to."""
    from recall.collection.practising import practices

    collection = learner.collection
    learner.host.wait()
    learner.host.work(
        lambda: practices(collection),
        lambda found: learner.host.show(PracticeView(learner, found, under)),
    )
