"""Insight: five questions a learner has, one to a page; from the last one to the cards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from recall.collection.setting_cards import HIDE, CardSetter
from recall.ids import PromptKey, card_of
from recall.insight.sentences import QUESTIONS
from recall.memory.events import SUSPEND
from recall.session.words import WORDS, kind_word, undone
from recall.tui.draw.insight.page import Glance, insight_page, looking_back
from recall.tui.draw.insight.section import Section
from recall.tui.draw.insight.sections import section
from recall.tui.draw.room import TEXT_WIDTH, Page, Room
from recall.tui.places import INSIGHT
from recall.tui.screens.view import Learner

if TYPE_CHECKING:
    from recall.collection.insight import Insight

BAR_AFTER = 0.3
"""Seconds before a bar shows how far looking back is."""
STEP = 3


class InsightView:
    """The page that is looked at; ``under`` is the place to go back to."""

    place = INSIGHT

    def __init__(self, journey: Learner, under: Callable[[], None]) -> None:
        self._journey, self._host = journey, journey.host
        self._under = under
        self._insight: Insight | None = None
        self._glance = Glance()
        self._part: float | None = None
        self._section: Section | None = None
        self._laid_out = (0, TEXT_WIDTH)
        self._setter = CardSetter(journey.collection)

    def look(self) -> None:
        """Gather the figures; the page tells meanwhile that it looks back."""
        from recall.collection.insight import gather

        loop = asyncio.get_running_loop()
        begun = loop.time()
        still = self._journey.collection.settings.reduced_motion

        def heard(part: float) -> None:
            if self._insight is None and not still and loop.time() - begun > BAR_AFTER:
                self._part = part
                self._host.redraw()

        def told(part: float) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(heard, part)

        collection = self._journey.collection
        self._host.work(lambda: gather(collection, told), self._arrived)

    def draw(self, room: Room) -> Page:
        """All rows of the page."""
        keymap, message = self._host.keymap, self._host.message
        if self._insight is None:
            return looking_back(room, self._glance.number, self._part, keymap)
        answer = self._answer(self._insight, room.text)
        page, offset = insight_page(room, answer, self._glance, keymap, message)
        self._glance = self._glance._replace(offset=offset)
        return page

    def _answer(self, insight: Insight, width: int) -> Section:
        """The section looked at: laid out once, for there may be a thousand decks in it."""
        laid_out = (self._glance.number, width)
        if self._laid_out != laid_out or self._section is None:
            self._laid_out = laid_out
            self._section = section(insight, *laid_out)
        return self._section

    def act(self, name: str) -> None:
        """Turn the page, scroll, pick an entry, or do something about it."""
        if name in ("back", "quit"):
            self._under()
        elif name in ("next_question", "previous_question"):
            self._turn(1 if name == "next_question" else -1)
        elif name in ("next_entry", "scroll_down"):
            self._step(1)
        elif name in ("previous_entry", "scroll_up"):
            self._step(-1)
        elif name.startswith("pick:"):
            self._pick(int(name.partition(":")[2]))
        elif name == "open_entry":
            self._open()
        elif name == "put_away":
            self._put_away()
        elif name == "undo":
            self._undo()

    def _turn(self, by: int) -> None:
        self._glance = Glance((self._glance.number + by) % len(QUESTIONS))
        self._pick(0 if self._keys() else None)

    def _step(self, by: int) -> None:
        """To another entry; where the page has none it scrolls."""
        keys, picked = self._keys(), self._glance.picked
        if keys and picked is not None:
            self._pick(max(0, min(len(keys) - 1, picked + by)))
            return
        self._glance = self._glance._replace(offset=self._glance.offset + by * STEP)
        self._host.redraw()

    def _pick(self, number: int | None) -> None:
        self._glance = self._glance._replace(picked=number)
        self._host.redraw()

    def _keys(self) -> list[PromptKey]:
        """The questions that the page leads to, in their order."""
        if self._insight is None:
            return []
        return [key for _, key in self._answer(self._insight, self._laid_out[1]).picks]

    def _card(self) -> str:
        """The card of the entry picked, "" where none is."""
        keys, picked = self._keys(), self._glance.picked
        return "" if picked is None or not keys else card_of(keys[picked].prompt)

    def _open(self) -> None:
        card = self._card()
        if card:
            from recall.tui.screens.card_page import open_card

            open_card(self._journey, card, self._back, self._setter)

    def _back(self) -> None:
        """Here again from a card's page, where anything may have been set for it."""
        self._host.show(self)
        self.look()

    def _put_away(self) -> None:
        card, setter = self._card(), self._setter
        if card:
            self._host.work(
                lambda: setter.set_cards([card], HIDE), lambda _: self._again(WORDS["put away"])
            )

    def _undo(self) -> None:
        def then(names: tuple[str, ...]) -> None:
            if names:
                self._again(undone(kind_word(SUSPEND)))
            else:
                self._host.say(WORDS["nothing to undo"])
                self._host.redraw()

        self._host.work(self._setter.undo, then)

    def _again(self, said: str) -> None:
        """Something was set for a card: look back once more, and say so."""
        self._host.say(said)
        self.look()

    def _arrived(self, insight: Insight) -> None:
        self._insight, self._section = insight, None
        keys, picked = self._keys(), self._glance.picked
        last = len(keys) - 1
        self._pick(min(picked or 0, last) if keys else None)


def show_insight(journey: Learner) -> None:
    """Go to Insight; leaving it leads back Home."""

    def home() -> None:
        journey.host.wait()
        journey.go_home()

    view = InsightView(journey, home)
    journey.host.show(view)
    view.look()
