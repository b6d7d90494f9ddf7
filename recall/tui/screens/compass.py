"""The compass: what it is about, a question at a time, then the recommendation."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from recall.compass.answers import Walk
from recall.compass.questions import STEPS, Deciding
from recall.compass.report import Outcome, StudyCard, outcome_of
from recall.decks.clean import one_line
from recall.tui.draw.compass.advice import advice_page
from recall.tui.draw.compass.asking import YES_NO, naming_page, question_page
from recall.tui.draw.room import Page, Room
from recall.tui.places import ADVISED, NAMING, WEIGHING
from recall.tui.screens.view import Learner, View

if TYPE_CHECKING:
    from recall.collection.collection import Collection

LONGEST_PROBLEM = 200
STEP = 3


class CompassView:
    """One walk through the compass; leaving it goes back to where it was asked for."""

    def __init__(self, journey: Learner, under: View) -> None:
        self._journey, self._host = journey, journey.host
        self._under = under
        self._walk = Walk()
        self._naming = True
        self._outcome: Outcome | None = None
        self._cards: tuple[StudyCard, ...] = ()
        self._scroll = 0
        self._host.fill_field()

    @property
    def place(self) -> str:
        """The field at first, then the questions, then the recommendation."""
        if self._naming:
            return NAMING
        return WEIGHING if self._outcome is None else ADVISED

    @property
    def unfinished(self) -> bool:
        """Whether questions were begun and are still to be asked."""
        return not self._naming and self._outcome is None

    def draw(self, room: Room) -> Page:
        """All rows of what the walk has come to."""
        keymap, message = self._host.keymap, self._host.message
        if self._naming:
            return naming_page(room, keymap, message)
        if self._outcome is None:
            page, self._scroll = question_page(room, self._walk, keymap, self._scroll, message)
        else:
            page, self._scroll = advice_page(
                room, self._outcome, self._cards, keymap, self._scroll, message
            )
        return page

    def act(self, name: str) -> None:
        """Answer, go back, read on, study, or leave."""
        if name in ("back", "quit"):
            if self.unfinished:
                self._host.say(f"{self._host.keymap.first('compass')} goes on where you were.")
            self._host.show(self._under)
        elif name == "name_problem":
            self._naming = False
            problem = one_line(self._host.typed, LONGEST_PROBLEM)
            self._go_to(replace(self._walk, problem=problem))
        elif name in ("scroll_down", "scroll_up"):
            self._scroll += STEP if name == "scroll_down" else -STEP
            self._host.redraw()
        elif name == "study" and self._cards:
            from recall.collection.compass import study_scope

            self._journey.begin(study_scope(self._cards))
        elif not self._naming:
            self._answer(name, self._walk)

    def _answer(self, name: str, walk: Walk) -> None:
        if name == "question_before":
            if walk.at:
                self._go_to(walk.back())
            else:
                self._naming = True
                self._host.fill_field(walk.problem)
                self._host.redraw()
        elif name == "skip":
            self._go_to(walk.answer(None))
        elif name == "result":
            self._go_to(walk.finish())
        elif name.startswith("number:"):
            number = int(name.partition(":")[2])
            if isinstance(walk.question, Deciding):
                if number <= len(YES_NO):
                    self._go_to(walk.answer(2 - number))
            elif number <= len(STEPS):
                self._go_to(walk.answer(STEPS[number - 1]))

    def _go_to(self, walk: Walk) -> None:
        """Show the question that comes next, or what came of them all."""
        if walk.question is not None:
            self._walk, self._outcome, self._scroll = walk, None, 0
            self._host.redraw()
            return
        outcome = outcome_of(walk)
        collection = self._journey.collection
        self._host.wait()
        self._host.work(lambda: _cards_of(collection, outcome), partial(self._show, outcome))

    def _show(self, outcome: Outcome, cards: tuple[StudyCard, ...]) -> None:
        self._walk, self._outcome, self._cards, self._scroll = outcome.walk, outcome, cards, 0
        self._host.show(self)


def _cards_of(collection: Collection, outcome: Outcome) -> tuple[StudyCard, ...]:
    from recall.collection.compass import study_cards

    return study_cards(collection, outcome)


def open_compass(journey: Learner, under: View, before: CompassView | None) -> CompassView:
    """Show the compass: the walk of before where it was left in the middle, else a new one."""
    view = before if before is not None and before.unfinished else CompassView(journey, under)
    journey.host.show(view)
    return view
