"""The Summary: close, five more minutes, or take the last grade back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recall.session import machine as m
from recall.session.time_words import day_word
from recall.tui.draw.room import Page, Room
from recall.tui.draw.summary import Report, summary_page
from recall.tui.places import SUMMARY, WAITING
from recall.tui.screens.view import Learner

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.collection.sitting import Sitting
    from recall.kaizen.asking import Ask
    from recall.settings import Settings
    from recall.tui.screens.review import ReviewView
    from recall.tui.screens.small_thing import NotingView


NOTHING_MORE = "That was everything for now."


class SummaryView:
    """What the sitting came to."""

    def __init__(self, journey: Learner, review: ReviewView[Sitting], report: Report) -> None:
        self._journey, self._host = journey, journey.host
        self._review = review
        self._report = report
        self._offset = 0
        self._ask = report.ask
        self._noting: NotingView | None = None

    @property
    def place(self) -> str:
        """Keys wait while an undo is being written."""
        saving = self._review.sitting.state.phase == m.SAVING
        return WAITING if saving else SUMMARY

    def draw(self, room: Room) -> Page:
        """All rows of the Summary."""
        host = self._host
        failure = self._review.sitting.state.failure
        message = failure or host.message
        report = replace(self._report, ask=self._question)
        page, self._offset = summary_page(room, report, host.keymap, self._offset, message)
        return page

    def act(self, name: str) -> None:
        """Close, go on, practise, undo, or answer the quiet question."""
        if name in ("close", "quit", "back"):
            self._host.leave()
        elif name == "more":
            self._journey.more(self._review.sitting)
        elif name == "undo":
            self._review.send(m.Undo(self._review.sitting.now()))
        elif name == "practise":
            from recall.tui.screens.practice import choose_practice

            choose_practice(self._journey, self)
        elif name in ("scroll_down", "scroll_up"):
            self._offset += 1 if name == "scroll_down" else -1
            self._host.redraw()
        elif name == "small_thing" and self._question is not None:
            self._note(self._question)
        elif name == "small_thing_off" and self._ask is not None:
            self._turn_asking(not self._host.settings.small_thing)

    @property
    def _question(self) -> Ask | None:
        """The quiet question, unless it is turned off."""
        return self._ask if self._host.settings.small_thing else None

    def _note(self, ask: Ask) -> None:
        """Answer the quiet question; what was begun and left is gone on with."""
        if self._noting is not None:
            self._noting.resume()
            return
        from recall.collection.small_things import SmallThings
        from recall.tui.screens.small_thing import NotingView

        def back(answered: bool) -> None:
            if answered:
                self._ask = None
            self._host.show(self)

        things = SmallThings(self._journey.collection)
        self._noting = NotingView(self._host, things, ask.thing, back)
        self._host.show(self._noting)

    def _turn_asking(self, wanted: bool) -> None:
        from recall.collection.small_things import SmallThings
        from recall.kaizen.words import OFF, ON

        things = SmallThings(self._journey.collection)

        def then(settings: Settings) -> None:
            self._host.say(ON if wanted else OFF)
            self._host.take_settings(settings)

        self._host.work(lambda: things.ask(wanted), then)

    def advise(self, advice: str) -> None:
        """Show what is said once about how the learner grades, where there is anything to say."""
        if advice:
            self._report = replace(self._report, advice=advice)
            self._host.redraw()

    def go_on(self, more: m.More) -> None:
        """Five more minutes were planned: ask them, or say that there is nothing to ask."""
        self._review.send(more)
        if self._review.sitting.state.phase == m.OVER:
            self._host.say(NOTHING_MORE)
            self._host.show(self)


def report_of(sitting: Sitting, collection: Collection) -> Report:
    """The figures of a sitting that is over. Blocks on the store."""
    from recall.collection.small_things import SmallThings

    summary = sitting.summary()
    day, minutes = sitting.next_session()
    return Report(
        summary,
        sitting.minutes or 0,
        tuple(sitting.look_again(key) for key in summary.look_again),
        day_word(day, collection.today),
        minutes,
        ask=SmallThings(collection).question(),
    )
